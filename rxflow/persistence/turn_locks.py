"""Turns of one conversation one after the other, whichever process answers them; a lock dies with its holder."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from hashlib import blake2b
from pathlib import Path
from random import SystemRandom
from typing import Protocol
from weakref import WeakValueDictionary

from filelock import FileLock, Timeout
from sqlalchemy.engine import URL, make_url

from rxflow.domain.errors import ConversationBusyError, StoreUnavailableError

Jitter = Callable[[], float]
"""Gives a number from 0 to 1."""

WAIT_SECONDS = 30.0
FIRST_PAUSE_SECONDS = 0.005
LONGEST_PAUSE_SECONDS = 0.05
STRIPES = 512
"""Lock files of a database. Of 20 conversations that are answered at once, two share a file in one of three moments."""


class TurnLease(Protocol):
    """The right to answer one turn."""

    async def still_held(self) -> bool:
        """Whether nobody else can have begun a turn of the conversation since. Ask before saving over it."""
        ...


class TurnLocks(Protocol):
    """Serialises the turns of each conversation."""

    def hold(self, session_id: str, wait_seconds: float | None = None) -> AbstractAsyncContextManager[TurnLease]:
        """Hold a conversation for the length of a turn; those of one process take turns in the order of asking.

        Args:
            session_id: The conversation.
            wait_seconds: How long to wait for the turn before, where that differs from the usual.

        Raises:
            ConversationBusyError: Another turn of it took longer than the wait limit.
            StoreUnavailableError: Where the locks are kept cannot be reached.
        """
        ...

    async def close(self) -> None:
        """Give back what is open. Locks that are held are gone."""
        ...


def open_turn_locks(url: str, *, wait_seconds: float = WAIT_SECONDS, jitter: Jitter | None = None) -> TurnLocks:
    """The locks that suit a database: a database in memory has one process, a file one machine, PostgreSQL many.

    Args:
        url: The database's address.
        wait_seconds: How long a turn waits for the one before it.
        jitter: Spreads the pauses between two looks at a lock that another process holds.
    """
    address, jitter = make_url(url), jitter or SystemRandom().random
    if address.get_backend_name() == "postgresql":
        # Imported only where it is used: its driver is large.
        from rxflow.persistence.postgres_turn_locks import PostgresTurnLocks

        plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
        return PostgresTurnLocks(plain, wait_seconds=wait_seconds, jitter=jitter)
    path = _file_of(address)
    if path is None:
        return LocalTurnLocks(wait_seconds)
    return FileTurnLocks(path.with_name(f"{path.name}-turns"), wait_seconds=wait_seconds, jitter=jitter)


def _file_of(address: URL) -> Path | None:
    """The file of an SQLite database, None for one in memory."""
    name = address.database or ":memory:"
    if name == ":memory:" or "mode=memory" in name or address.query.get("mode") == "memory":
        return None
    return Path(name.removeprefix("file:").partition("?")[0]).absolute()


def pauses(jitter: Jitter) -> Iterator[float]:
    """How long to wait before each next look at a lock that another process holds, in seconds: 5 ms growing to 50."""
    pause = FIRST_PAUSE_SECONDS
    while True:
        yield pause * (1 + jitter()) / 2
        pause = min(2 * pause, LONGEST_PAUSE_SECONDS)


def busy() -> ConversationBusyError:
    return ConversationBusyError("Your last message is still being answered. Nothing was changed. Try again soon.")


class Wait:
    """The time that one turn may wait, in the process and beyond it.

    Args:
        seconds: From now on.
        jitter: Spreads the pauses.
    """

    def __init__(self, seconds: float, jitter: Jitter) -> None:
        self.until = asyncio.get_running_loop().time() + seconds
        self._pauses = pauses(jitter)

    async def pause(self) -> None:
        """Wait a little.

        Raises:
            ConversationBusyError: The time is over.
        """
        pause = next(self._pauses)
        if asyncio.get_running_loop().time() + pause > self.until:
            raise busy()
        await asyncio.sleep(pause)


class LocalQueue:
    """First come, first served within this process, by name."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, name: str, until: float) -> AsyncIterator[None]:
        """Be the only one of a name.

        Args:
            until: When to give up, in the time of the event loop.

        Raises:
            ConversationBusyError: The time is over.
        """
        lock = self._locks.setdefault(name, asyncio.Lock())
        try:
            async with asyncio.timeout_at(until):
                await lock.acquire()
        except TimeoutError as error:
            raise busy() from error
        try:
            yield
        finally:
            lock.release()


class _LocalLease:
    async def still_held(self) -> bool:
        return True


class LocalTurnLocks:
    """Turn locks of one process.

    Args:
        wait_seconds: How long a turn waits for the one before it.
    """

    def __init__(self, wait_seconds: float = WAIT_SECONDS) -> None:
        self._wait_seconds = wait_seconds
        self._queue = LocalQueue()

    @asynccontextmanager
    async def hold(self, session_id: str, wait_seconds: float | None = None) -> AsyncIterator[TurnLease]:
        """See `TurnLocks.hold`."""
        seconds = self._wait_seconds if wait_seconds is None else wait_seconds
        async with self._queue.turn(session_id, asyncio.get_running_loop().time() + seconds):
            yield _LocalLease()

    async def close(self) -> None:
        """Nothing is open."""


class _FileLease:
    def __init__(self, lock: FileLock) -> None:
        self._lock = lock
        self._file = _identity(lock)

    async def still_held(self) -> bool:
        # A file that was removed and made again lets another process in.
        return self._lock.is_locked and self._file is not None and _identity(self._lock) == self._file


def _identity(lock: FileLock) -> tuple[int, int] | None:
    try:
        found = os.stat(lock.lock_file)
    except OSError:
        return None
    return found.st_dev, found.st_ino


class FileTurnLocks:
    """Turn locks of the processes of one machine: a few files that the operating system unlocks when a holder dies.

    Trying a lock takes some 60 µs and never waits, so it is done on the event loop.

    Args:
        folder: Where the files are; it is made when it is missing.
        wait_seconds: How long a turn waits for the one before it.
        jitter: Spreads the pauses.
    """

    def __init__(self, folder: Path, *, wait_seconds: float, jitter: Jitter) -> None:
        self._folder = folder
        self._wait_seconds = wait_seconds
        self._jitter = jitter
        self._queue = LocalQueue()
        self._locks: dict[str, FileLock] = {}

    @asynccontextmanager
    async def hold(self, session_id: str, wait_seconds: float | None = None) -> AsyncIterator[TurnLease]:
        """See `TurnLocks.hold`."""
        wait = Wait(self._wait_seconds if wait_seconds is None else wait_seconds, self._jitter)
        stripe = f"{int.from_bytes(blake2b(session_id.encode(), digest_size=4).digest()) % STRIPES:03}"
        async with self._queue.turn(stripe, wait.until):
            lock = self._lock(stripe)
            while not self._take(lock):
                await wait.pause()
            try:
                yield _FileLease(lock)
            finally:
                lock.release()

    def _lock(self, stripe: str) -> FileLock:
        if stripe not in self._locks:
            # Without the system's locks it must fail: a mere mark in a file would outlive its holder.
            self._locks[stripe] = FileLock(
                self._folder / f"{stripe}.lock", blocking=False, thread_local=False, fallback_to_soft=False
            )
        return self._locks[stripe]

    def _take(self, lock: FileLock) -> bool:
        """Try a lock once, making the folder when it is missing."""
        try:
            try:
                lock.acquire()
            except FileNotFoundError:
                self._folder.mkdir(parents=True, exist_ok=True)
                lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError) as error:
            raise StoreUnavailableError(
                "A conversation cannot be locked for its turn. Nothing was changed. "
                "Check that the folder of the database is writable, then try again."
            ) from error
        return True

    async def close(self) -> None:
        """Let go of files that a turn still holds."""
        for lock in self._locks.values():
            lock.release(force=True)
