"""Turn locks of many machines: PostgreSQL's advisory locks, all of a process on one connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import blake2b

import psycopg

from rxflow.domain.errors import StoreUnavailableError
from rxflow.observability.logging import get_logger
from rxflow.persistence.turn_locks import Jitter, LocalQueue, TurnLease, Wait

log = get_logger(__name__)

STATEMENT_SECONDS = 5.0
CONNECT_SECONDS = 5
_SERVER_NOTICES = (
    "SELECT set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '2', false),"
    " set_config('tcp_keepalives_count', '3', false)"
)
"""Within some ten seconds the server frees the locks of a machine that is gone without a word."""
_TRY = "SELECT pg_try_advisory_lock(%s)"
_RELEASE = "SELECT pg_advisory_unlock(%s)"
_LOOK = "SELECT 1 WHERE %s IS NOT NULL"


class _PostgresLease:
    def __init__(self, locks: "PostgresTurnLocks", connection: psycopg.AsyncConnection, key: int) -> None:
        self._locks = locks
        self._connection = connection
        self._key = key

    async def still_held(self) -> bool:
        """Whether the connection that took the lock lives; a lock ends with its connection and not before."""
        if self._connection.closed:
            return False
        try:
            await self._locks.ask(self._connection, _LOOK, self._key)
        except StoreUnavailableError:
            return False
        return True


class PostgresTurnLocks:
    """Locks that PostgreSQL frees when the process, its machine or its connection dies.

    The address must lead to the server itself or to a pooler that keeps a session to a connection: a pooler that deals
    out transactions would mix up whose locks they are.

    Args:
        address: A libpq address such as `postgresql://user@host/database`.
        wait_seconds: How long a turn waits for the one before it.
        jitter: Spreads the pauses between two looks at a lock that another process holds.
    """

    def __init__(self, address: str, *, wait_seconds: float, jitter: Jitter) -> None:
        self._address = address
        self._wait_seconds = wait_seconds
        self._jitter = jitter
        self._queue = LocalQueue()
        self._connection: psycopg.AsyncConnection | None = None
        self._connecting = asyncio.Lock()
        self._releases: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def hold(self, session_id: str, wait_seconds: float | None = None) -> AsyncIterator[TurnLease]:
        """See `TurnLocks.hold`."""
        wait = Wait(self._wait_seconds if wait_seconds is None else wait_seconds, self._jitter)
        key = lock_key(session_id)
        async with self._queue.turn(session_id, wait.until):
            while (connection := await self._take(key)) is None:
                await wait.pause()
            try:
                yield _PostgresLease(self, connection, key)
            finally:
                await self._release(connection, key)

    async def _take(self, key: int) -> psycopg.AsyncConnection | None:
        """Try a lock once, on a new connection when the old one was lost; the connection that holds it, or None."""
        kept = self._connection
        try:
            return await self._take_on(await self._connected(), key)
        except StoreUnavailableError:
            if kept is None or not kept.closed:
                raise
            return await self._take_on(await self._connected(), key)

    async def _take_on(self, connection: psycopg.AsyncConnection, key: int) -> psycopg.AsyncConnection | None:
        try:
            taken = await self.ask(connection, _TRY, key)
        except asyncio.CancelledError:
            # The server may have given the lock already; unlocking one that is not held does nothing.
            await self._release(connection, key)
            raise
        return connection if taken else None

    async def _connected(self) -> psycopg.AsyncConnection:
        async with self._connecting:
            if self._connection is None or self._connection.closed:
                try:
                    connection = await psycopg.AsyncConnection.connect(
                        self._address,
                        autocommit=True,
                        application_name="rxflow-turns",
                        connect_timeout=CONNECT_SECONDS,
                    )
                    await connection.execute(_SERVER_NOTICES)
                except psycopg.Error as error:
                    raise _unavailable() from error
                self._connection = connection
            return self._connection

    async def ask(self, connection: psycopg.AsyncConnection, statement: str, key: int) -> bool:
        """Ask the server about a lock. A connection that does not answer is closed: its locks count as lost.

        Raises:
            StoreUnavailableError: The connection is lost.
        """
        try:
            async with asyncio.timeout(STATEMENT_SECONDS):
                cursor = await connection.execute(statement, (key,))
                row = await cursor.fetchone()
        except (psycopg.Error, TimeoutError) as error:
            await connection.close()
            raise _unavailable() from error
        return row is not None and bool(row[0])

    async def _release(self, connection: psycopg.AsyncConnection, key: int) -> None:
        """Give a lock back, even while the turn is being cancelled: it would be held as long as the process lives."""
        release = asyncio.get_running_loop().create_task(self._unlock(connection, key))
        self._releases.add(release)
        release.add_done_callback(self._releases.discard)
        await asyncio.shield(release)

    async def _unlock(self, connection: psycopg.AsyncConnection, key: int) -> None:
        if connection.closed:
            return
        try:
            await self.ask(connection, _RELEASE, key)
        except StoreUnavailableError as error:
            # The turn is over, and the lock is gone with its connection.
            log.warning("turn lock lost", error_code=error.code)

    async def close(self) -> None:
        """Close the connection, after the locks that are just being given back."""
        await asyncio.gather(*self._releases)
        if self._connection is not None:
            await self._connection.close()


def lock_key(session_id: str) -> int:
    """The advisory lock of a conversation: 64 bits of a hash, signed as PostgreSQL counts."""
    name = f"rxflow turn\x1f{session_id}".encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big", signed=True)


def _unavailable() -> StoreUnavailableError:
    return StoreUnavailableError(
        "A conversation cannot be locked for its turn: the database does not answer. Nothing was changed. "
        "Check RXFLOW_DATABASE_URL and that the server runs, then try again."
    )
