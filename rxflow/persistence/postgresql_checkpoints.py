"""Checkpoints in PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import psycopg
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from psycopg import AsyncConnection
from psycopg.rows import DictRow, dict_row, tuple_row
from psycopg_pool import AsyncConnectionPool
from sqlalchemy.engine import URL

from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence.checkpoint_home import (
    CHECKPOINTS,
    NOT_OPENED,
    UNAVAILABLE,
    WRITES,
    BoxColumn,
    StoredBox,
    Values,
)
from rxflow.persistence.checkpoint_values import BoxSerializer

MARK = "%s"
POOL_SIZE = 5
WAIT_SECONDS = 5.0
"""How long a turn waits for a connection."""
RECONNECT_SECONDS = 2.0
"""How long the pool tries by itself to connect again. It must be shorter than a turn waits: after that the next turn
tries at once, so that a server that is back is used by it."""
USE_SECONDS = 30.0
"""How long one use of a connection may take before the server counts as gone."""
SETUP_LOCK = 0x7278666C6F77
"""`rxflow`, in ASCII."""
SETUP_RETRY_SECONDS = 0.05

CHECKPOINT_KEY = ("thread_id", "checkpoint_ns", "checkpoint_id")
COLUMNS = (
    # The version of a checkpoint's one channel is the checkpoint's id.
    BoxColumn(
        "checkpoint_blobs",
        "blob",
        ("thread_id", "checkpoint_ns", "channel", "version"),
        ("", "", "", ""),
        CHECKPOINTS,
        ("thread_id", "checkpoint_ns", "version"),
    ),
    BoxColumn(
        "checkpoint_writes",
        "blob",
        (*CHECKPOINT_KEY, "task_id", "idx"),
        ("", "", "", "", 0),
        WRITES,
        (*CHECKPOINT_KEY, "task_id", "channel"),
    ),
)
REMOVE_EARLIER = (
    ("DELETE FROM checkpoints WHERE thread_id = %s AND checkpoint_ns = %s", 2),
    ("DELETE FROM checkpoint_blobs WHERE thread_id = %s AND checkpoint_ns = %s", 2),
    ("DELETE FROM checkpoint_writes WHERE thread_id = %s AND checkpoint_ns = %s AND checkpoint_id < %s", 3),
)
"""The statements before a put, and how many of thread, namespace and new checkpoint's id they take."""

Pool = AsyncConnectionPool[AsyncConnection[DictRow]]


class PostgresqlHome:
    """A small pool of connections. Opened by `open`."""

    columns: tuple[BoxColumn, ...] = COLUMNS

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    @classmethod
    async def open(cls, address: URL) -> "PostgresqlHome":
        """Connect, creating the tables where they are missing.

        Raises:
            StoreUnavailableError: The server cannot be reached or does not let us in.
        """
        pool: Pool = AsyncConnectionPool(
            address.set(drivername="postgresql").render_as_string(hide_password=False),
            kwargs={"autocommit": True, "row_factory": dict_row, "connect_timeout": int(WAIT_SECONDS)},
            min_size=1,
            max_size=POOL_SIZE,
            open=False,
            # A connection whose server was stopped meanwhile is found out before a turn rests on it.
            check=AsyncConnectionPool.check_connection,
            timeout=WAIT_SECONDS,
            reconnect_timeout=RECONNECT_SECONDS,
            name="rxflow-checkpoints",
        )
        home = cls(pool)
        try:
            with _driver_errors(NOT_OPENED):
                await pool.open(wait=True, timeout=WAIT_SECONDS)
            await home._prepare()
        except StoreUnavailableError:
            await home.close()
            raise
        return home

    @asynccontextmanager
    async def saver(self) -> AsyncIterator[BaseCheckpointSaver[Any]]:
        """LangGraph's saver on a connection of its own: one saver for all would let them use it one after the other."""
        async with self._connection() as connection:
            yield AsyncPostgresSaver(connection, serde=BoxSerializer())

    @asynccontextmanager
    async def replacing(
        self, thread_id: str, namespace: str, checkpoint_id: str
    ) -> AsyncIterator[BaseCheckpointSaver[Any]]:
        """A saver inside the transaction that has removed the thread's other checkpoints."""
        row = (thread_id, namespace, checkpoint_id)
        async with self._connection() as connection, connection.transaction(), connection.pipeline():
            for statement, count in REMOVE_EARLIER:
                await connection.execute(statement, row[:count])
            yield AsyncPostgresSaver(connection, serde=BoxSerializer())

    async def page(self, column: BoxColumn, start: bytes, after: Values, limit: int) -> list[StoredBox]:
        """The next boxes that do not begin with `start`."""
        async with self._connection() as connection, connection.cursor(row_factory=tuple_row, binary=True) as cursor:
            await cursor.execute(column.page(MARK), (*after, len(start), start, limit))
            return [StoredBox.of(column, row) for row in await cursor.fetchall()]

    async def headers(self, column: BoxColumn, length: int) -> list[tuple[bytes, int]]:
        """What the boxes of a column begin with."""
        async with self._connection() as connection, connection.cursor(row_factory=tuple_row, binary=True) as cursor:
            await cursor.execute(column.headers(MARK), (length,))
            return [(bytes(header), count) for header, count in await cursor.fetchall()]

    async def swap(self, column: BoxColumn, stored: StoredBox, box: bytes) -> bool:
        """Put a box in place of a stored one."""
        async with self._connection() as connection:
            return (await connection.execute(column.swap(MARK), (box, *stored.key, stored.box))).rowcount == 1

    async def close(self) -> None:
        """Close the pool."""
        await self._pool.close()

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection[DictRow]]:
        with _driver_errors():
            async with asyncio.timeout(USE_SECONDS), self._pool.connection() as connection:
                yield connection

    async def _prepare(self) -> None:
        """Create the tables, one process after the other.

        The lock is asked for again and again instead of waited for: one who waits inside a statement would keep
        `CREATE INDEX CONCURRENTLY` of the one who has it waiting too.
        """
        async with self._connection() as connection:
            while not await _locked(connection, "SELECT pg_try_advisory_lock(%s) AS done"):
                await asyncio.sleep(SETUP_RETRY_SECONDS)
            try:
                await AsyncPostgresSaver(connection, serde=BoxSerializer()).setup()
            finally:
                await _locked(connection, "SELECT pg_advisory_unlock(%s) AS done")


async def _locked(connection: AsyncConnection[DictRow], statement: str) -> bool:
    row = await (await connection.execute(statement, (SETUP_LOCK,))).fetchone()
    return bool(row and row["done"])


@contextmanager
def _driver_errors(message: str = UNAVAILABLE) -> Iterator[None]:
    try:
        yield
    except (psycopg.Error, TimeoutError, OSError) as error:
        raise StoreUnavailableError(message) from error
