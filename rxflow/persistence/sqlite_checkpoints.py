"""Checkpoints in an SQLite file, or in memory."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import aiosqlite
from langgraph.checkpoint.base import BaseCheckpointSaver
from sqlalchemy.engine import URL

from rxflow.domain.errors import StoreUnavailableError
from rxflow.observability.logging import get_logger
from rxflow.persistence.checkpoint_home import (
    CHECKPOINTS,
    NOT_OPENED,
    UNAVAILABLE,
    WRITES,
    BoxColumn,
    StoredBox,
    Values,
)
from rxflow.persistence.checkpoint_values import BOX, STORED_CHECKPOINT, BoxSerializer
from rxflow.persistence.engine import BUSY_TIMEOUT_MS
from rxflow.persistence.sqlite_saver import SqliteSaver

log = get_logger(__name__)

MARK = "?"
CHECKPOINT_KEY = ("thread_id", "checkpoint_ns", "checkpoint_id")
COLUMNS = (
    BoxColumn("checkpoints", "checkpoint", CHECKPOINT_KEY, ("", "", ""), CHECKPOINTS, CHECKPOINT_KEY),
    BoxColumn(
        "writes",
        "value",
        (*CHECKPOINT_KEY, "task_id", "idx"),
        ("", "", "", "", 0),
        WRITES,
        (*CHECKPOINT_KEY, "task_id", "channel"),
    ),
)

KEEP_LATEST = """
CREATE TRIGGER IF NOT EXISTS checkpoints_keep_latest AFTER INSERT ON checkpoints BEGIN
  DELETE FROM checkpoints
  WHERE thread_id = NEW.thread_id AND checkpoint_ns = NEW.checkpoint_ns AND checkpoint_id <> NEW.checkpoint_id;
  DELETE FROM writes
  WHERE thread_id = NEW.thread_id AND checkpoint_ns = NEW.checkpoint_ns AND checkpoint_id < NEW.checkpoint_id;
END
"""
"""Removes what a new checkpoint replaces, in the statement that writes it. The checkpoint put last is the conversation,
even if a clock was set back and its id sorts before the other's. Writes may be there before their checkpoint is: only
those of earlier ids are removed."""


class SqliteHome:
    """One connection on a thread of its own. Opened by `open`."""

    columns: tuple[BoxColumn, ...] = COLUMNS

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._saver = SqliteSaver(connection, serde=BoxSerializer())

    @classmethod
    async def open(cls, address: URL) -> "SqliteHome":
        """Open the file, creating the tables where they are missing.

        Raises:
            StoreUnavailableError: It cannot be opened.
        """
        # Every statement commits by itself: a transaction left open across an await would lock out the store's own
        # writes, which run on the same event loop.
        with _driver_errors(NOT_OPENED):
            connection = await aiosqlite.connect(
                address.database or ":memory:", isolation_level=None, uri=str(address.database).startswith("file:")
            )
        home = cls(connection)
        try:
            with _driver_errors(NOT_OPENED):
                await home._prepare()
        except StoreUnavailableError:
            await home.close()
            raise
        return home

    @asynccontextmanager
    async def saver(self) -> AsyncIterator[BaseCheckpointSaver[Any]]:
        """LangGraph's saver on the connection."""
        with _driver_errors():
            yield self._saver

    @asynccontextmanager
    async def replacing(
        self, _thread_id: str, _namespace: str, _checkpoint_id: str
    ) -> AsyncIterator[BaseCheckpointSaver[Any]]:
        """The saver: `KEEP_LATEST` removes the others."""
        async with self.saver() as saver:
            yield saver

    async def page(self, column: BoxColumn, start: bytes, after: Values, limit: int) -> list[StoredBox]:
        """The next boxes that do not begin with `start`."""
        with _driver_errors():
            given = (*after, len(start), start, limit)
            rows = await self._connection.execute_fetchall(column.page(MARK), given)
        return [StoredBox.of(column, row) for row in rows]

    async def headers(self, column: BoxColumn, length: int) -> list[tuple[bytes, int]]:
        """What the boxes of a column begin with."""
        with _driver_errors():
            rows = await self._connection.execute_fetchall(column.headers(MARK), (length,))
        return [(bytes(header), count) for header, count in rows]

    async def swap(self, column: BoxColumn, stored: StoredBox, box: bytes) -> bool:
        """Put a box in place of a stored one."""
        with _driver_errors():
            async with self._connection.execute(column.swap(MARK), (box, *stored.key, stored.box)) as cursor:
                return cursor.rowcount == 1

    async def close(self) -> None:
        """Close the connection."""
        await self._connection.close()

    async def _prepare(self) -> None:
        execute = self._connection.execute
        await execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        await execute("PRAGMA synchronous = FULL")
        # What is deleted is overwritten, so that what is forgotten is not left in free pages.
        await execute("PRAGMA secure_delete = ON")
        await self._saver.setup()
        await execute(KEEP_LATEST)
        await self._remove_unsealed()

    async def _remove_unsealed(self) -> None:
        """Delete what a release before encryption left readable; such a conversation begins anew."""
        found = 0
        for table in ("checkpoints", "writes"):
            unsealed = f"DELETE FROM {table} WHERE type NOT IN (?, ?)"  # noqa: S608 - one of two names above
            async with self._connection.execute(unsealed, (BOX, STORED_CHECKPOINT)) as cursor:
                found += cursor.rowcount
        if found:
            await self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            log.warning("unencrypted conversations removed", count=found)


@contextmanager
def _driver_errors(message: str = UNAVAILABLE) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreUnavailableError(message) from error
