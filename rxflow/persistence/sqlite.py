"""SQLite: a file that needs no server, set up to keep what it acknowledges."""

import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic, sleep
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import StaticPool

from rxflow.domain.errors import StoreUnavailableError

POOL_SIZE = 10
FILE_MODE = 0o600
BEGIN_OPTION = "rxflow_begin"
READ_OPTIONS: Mapping[str, Any] = MappingProxyType({})
WRITE_OPTIONS: Mapping[str, Any] = MappingProxyType({BEGIN_OPTION: "BEGIN IMMEDIATE"})
SWITCH_RETRY_SECONDS = 0.01
SWITCH_TIMEOUT_SECONDS = 5


def open_engine(url: URL, busy_timeout_ms: int) -> Engine:
    """An engine of a file, whose folder is made where it is missing, or of a database in memory.

    Raises:
        StoreUnavailableError: The folder cannot be made.
    """
    in_memory = is_in_memory(url)
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {"pool_size": POOL_SIZE}
    if not in_memory:
        _create_file(str(url.database))
    # Parameters are hidden because the text of a driver error would quote them.
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": busy_timeout_ms / 1000, "check_same_thread": False},
        **options,
    )
    event.listen(engine, "connect", _configure_connection)
    event.listen(engine, "begin", _begin)
    return engine


def is_in_memory(url: URL) -> bool:
    """Whether a database ends with the process."""
    return url.database in (None, "", ":memory:")


def lock(_connection: Connection, _resources: Sequence[str]) -> None:
    """Nothing more to lock: a write that has begun is the only one."""


def scrub(engine: Engine) -> bool:
    """Empty the write-ahead log, which still holds what was deleted from the file.

    Returns:
        Whether it is empty now; a program that reads for long can stand in the way.

    Raises:
        StoreUnavailableError: The file cannot be written.
    """
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        try:
            (is_busy, _, _) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:
            raise StoreUnavailableError(f"The write-ahead log could not be emptied ({error}). Try again.") from error
    return not is_busy


def reason(error: BaseException | None) -> str:
    """What SQLite says of a failure; it never quotes values."""
    return str(error)


def _create_file(database: str) -> None:
    """Make the folder, and the file for its owner alone, where they are missing; SQLite's own files follow its mode."""
    if database.startswith("file:"):
        return
    try:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(database, os.O_CREAT | os.O_RDONLY, FILE_MODE))
    except OSError as error:
        raise StoreUnavailableError(
            f"The file of the database cannot be made or read ({error.strerror}). Check RXFLOW_DATABASE_URL."
        ) from error


def _configure_connection(connection: sqlite3.Connection, _record: object) -> None:
    # sqlite3 would begin its own deferred transactions; without an isolation level it leaves them to `_begin`.
    connection.isolation_level = None
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    # What is deleted is overwritten. Some builds of SQLite do so by themselves, not all.
    connection.execute("PRAGMA secure_delete=ON")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch a new file to WAL, once; SQLite does not wait for others there, as it does everywhere else."""
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    deadline = monotonic() + SWITCH_TIMEOUT_SECONDS
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
