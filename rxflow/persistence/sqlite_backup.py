"""SQLite's online backup: the file of one moment, page by page, while others read and write."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine

from rxflow.domain.errors import BackupError, StoreUnavailableError
from rxflow.domain.progress import Progress

MEMBER = "rxflow.db"
PAGES_AT_ONCE = 1024
LOCK_TIMEOUT_SECONDS = 30


def dump(engine: Engine, folder: Path, progress: Progress | None = None) -> dict[str, int]:
    """Write the database into a folder, and look through it.

    Args:
        progress: Told how many pages were copied, and how many there are.

    Returns:
        The rows of each table.

    Raises:
        BackupError: The database is damaged.
        StoreUnavailableError: It cannot be read.
    """
    copy = folder / MEMBER
    with _sqlite_errors("read"), closing(sqlite3.connect(copy)) as target:
        with _driver(engine) as source:
            source.backup(target, pages=PAGES_AT_ONCE, progress=_pages(progress))
        # A file that is complete in itself, without a write-ahead log beside it.
        target.execute("PRAGMA journal_mode=DELETE")
        return _checked(target)


def load(engine: Engine, folder: Path, rows: Mapping[str, int], progress: Progress | None = None) -> dict[str, int]:
    """Put the database of a folder in the place of another, once it is found to hold what it should.

    Args:
        progress: Told how many pages were copied, and how many there are.

    Raises:
        BackupError: The backup is damaged or does not hold these rows; the database stays as it was.
        StoreUnavailableError: The database cannot be written.
    """
    with _sqlite_errors("written"), closing(sqlite3.connect(folder / MEMBER)) as source:
        found = _checked(source)
        if found == dict(rows):
            with _driver(engine) as target:
                target.execute(f"PRAGMA busy_timeout={LOCK_TIMEOUT_SECONDS * 1000}")
                source.backup(target, progress=_pages(progress))
        return found


def _pages(progress: Progress | None) -> Callable[[int, int, int], None] | None:
    """`progress` as SQLite calls it: with a status, the pages that remain, and all."""
    return (lambda _status, left, pages: progress(pages - left, pages)) if progress else None


def _checked(connection: sqlite3.Connection) -> dict[str, int]:
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise BackupError("The database is damaged: SQLite's integrity check fails. Restore an earlier backup.")
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    names = sorted(name for (name,) in tables)
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


@contextmanager
def _driver(engine: Engine) -> Iterator[sqlite3.Connection]:
    pooled = engine.raw_connection()
    try:
        driver = pooled.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise StoreUnavailableError("The database has no connection. Try again.")
        yield driver
    finally:
        pooled.close()


@contextmanager
def _sqlite_errors(act: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreUnavailableError(f"The database could not be {act} ({error}). Nothing was changed.") from error
