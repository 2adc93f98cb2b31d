"""The store: one SQL database, opened for a read or for a write, that never half-keeps a change."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import StaticPool

from rxflow.domain.errors import ConfigurationError, StoreUnavailableError
from rxflow.persistence.tables import METADATA

BUSY_TIMEOUT_MS = 5000
POOL_SIZE = 10
BEGIN_OPTION = "rxflow_begin"
SWITCH_RETRY_SECONDS = 0.01


class Store:
    """A database opened by `create_store`.

    A write takes the database's write lock when it begins, so what it reads stays true until it commits. Do not open a
    store inside another read or write of it: pass the connection on.
    """

    def __init__(self, engine: Engine, lock: AbstractContextManager[Any]) -> None:
        self._reader = engine
        self._writer = engine.execution_options(**{BEGIN_OPTION: "BEGIN IMMEDIATE"})
        self._lock = lock

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one consistent state.

        Raises:
            StoreUnavailableError: The database cannot be read.
        """
        with self._lock, _driver_errors("read"), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection whose changes are all kept when the block ends, or none when it raises.

        Raises:
            StoreUnavailableError: The database is locked, read-only, full or damaged; nothing was kept.
        """
        with self._lock, _driver_errors("written"), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close the pooled connections; the last one to close folds the write-ahead log into the file."""
        self._reader.dispose()


def create_store(url: str, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Store:
    """Open the database, creating its folder and its tables where they are missing.

    Args:
        url: An SQLAlchemy URL: `sqlite:///var/rxflow.db`, or `sqlite://` for a database in memory.
        busy_timeout_ms: How long to wait for another writer, in milliseconds.

    Raises:
        ConfigurationError: The URL is not one of an SQLite database.
        StoreUnavailableError: The database cannot be opened or its tables cannot be created.
    """
    parsed = _sqlite_url(url)
    in_memory = parsed.database in (None, "", ":memory:")
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {"pool_size": POOL_SIZE}
    if not in_memory:
        _create_folder(parsed)
    # Parameters are hidden because the text of a driver error would quote them: they are patient data.
    engine = create_engine(
        parsed,
        hide_parameters=True,
        connect_args={"timeout": busy_timeout_ms / 1000, "check_same_thread": False},
        **options,
    )
    event.listen(engine, "connect", _configure_connection)
    event.listen(engine, "begin", _begin)
    # A database in memory is one connection, so its threads take turns.
    store = Store(engine, threading.RLock() if in_memory else nullcontext())
    _create_missing_tables(store)
    return store


def _sqlite_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise ConfigurationError("RXFLOW_DATABASE_URL: not a database address; use sqlite:///var/rxflow.db") from error
    if parsed.get_backend_name() != "sqlite":
        raise ConfigurationError("RXFLOW_DATABASE_URL: only SQLite is supported; use sqlite:///var/rxflow.db")
    return parsed


def _create_folder(url: URL) -> None:
    database = str(url.database)
    if database.startswith("file:"):
        return
    try:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailableError(
            f"The folder of the database cannot be created ({error.strerror}). Check RXFLOW_DATABASE_URL."
        ) from error


def _configure_connection(connection: sqlite3.Connection, _record: object) -> None:
    # sqlite3 would begin its own deferred transactions; without an isolation level it leaves them to `_begin`.
    connection.isolation_level = None
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch a new file to WAL, once; SQLite does not wait for others there, as it does everywhere else."""
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    deadline = monotonic() + BUSY_TIMEOUT_MS / 1000
    while mode == "delete":
        try:
            (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError:
            if monotonic() > deadline:
                raise
            sleep(SWITCH_RETRY_SECONDS)


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns to writing fails at once when another wrote since; IMMEDIATE waits instead.
    connection.exec_driver_sql(connection.get_execution_options().get(BEGIN_OPTION, "BEGIN"))


def _create_missing_tables(store: Store) -> None:
    with store.read() as connection:
        missing = set(METADATA.tables) - set(inspect(connection).get_table_names())
    if missing:
        # In one write transaction, so that two processes that start together do not create a table twice.
        with store.write() as connection:
            METADATA.create_all(connection)


@contextmanager
def _driver_errors(act: str) -> Iterator[None]:
    """Turn what a database can suffer into StoreUnavailableError; a faulty statement stays the bug that it is."""
    try:
        yield
    except (OperationalError, InternalError) as error:
        raise _unavailable(act, str(error.orig)) from error
    except PoolTimeoutError as error:
        raise _unavailable(act, "too many connections are in use") from error
    except DatabaseError as error:
        # The driver's plain DatabaseError is a damaged file; its subclasses, such as IntegrityError, are other things.
        if type(error) is not DatabaseError:
            raise
        raise _unavailable(act, str(error.orig)) from error


def _unavailable(act: str, reason: str) -> StoreUnavailableError:
    return StoreUnavailableError(
        f"The database could not be {act} ({reason}). Nothing was changed. "
        "Check that its file is writable and its disk has space, then try again."
    )
