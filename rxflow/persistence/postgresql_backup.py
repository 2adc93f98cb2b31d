"""PostgreSQL's tables as binary copies of one moment, and back in one transaction."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Engine, inspect

from rxflow.domain.errors import BackupError, StoreUnavailableError
from rxflow.domain.progress import Progress
from rxflow.persistence.postgresql import reason
from rxflow.persistence.tables import METADATA

SUFFIX = ".copy"
CHUNK_BYTES = 1 << 20


def dump(engine: Engine, folder: Path, progress: Progress | None = None) -> dict[str, int]:
    """Copy each table into a file of a folder, all as they were at one moment.

    Args:
        progress: Told how many tables were copied, and how many there are.

    Returns:
        The rows of each table.

    Raises:
        StoreUnavailableError: The database cannot be read.
    """
    with _driver(engine, "read") as connection, connection.transaction(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        # A copy of many rows takes as long as it takes.
        cursor.execute("SET LOCAL statement_timeout = 0")
        tables = _tables(engine)
        return {table: _copy_out(cursor, table, folder) for table in _counting(tables, progress)}


def load(engine: Engine, folder: Path, rows: Mapping[str, int], progress: Progress | None = None) -> dict[str, int]:
    """Put a backup's rows in the place of those there, in one transaction.

    Args:
        progress: Told how many tables were put back, and how many there are.

    Raises:
        BackupError: The backup does not fit the tables, or holds other rows than it says; nothing was changed.
        StoreUnavailableError: The database cannot be written; nothing was changed.
    """
    tables = _tables(engine)
    if set(tables) != set(rows):
        raise BackupError("The backup has other tables than this database. Restore it with the release that made it.")
    with _driver(engine, "written") as connection, connection.transaction(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        for table in tables:
            # History refuses to be changed, and is put back as it was.
            cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(table)))
        for table in reversed(tables):
            cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        found = {table: _copy_in(cursor, table, folder) for table in _counting(tables, progress)}
        if found != dict(rows):
            raise BackupError("The backup holds other rows than it says. Nothing was changed.")
        for table in tables:
            cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(sql.Identifier(table)))
            _count_on(cursor, table)
        return found


def _tables(engine: Engine) -> list[str]:
    """Every table, those that others refer to first."""
    with engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
    ours = [table.name for table in METADATA.sorted_tables if table.name in there]
    return ours + sorted(there - set(ours))


def _counting(tables: list[str], progress: Progress | None) -> Iterator[str]:
    """The tables one by one, and how many of them were dealt with."""
    for done, table in enumerate(tables, start=1):
        yield table
        if progress:
            progress(done, len(tables))


def _copy_out(cursor: psycopg.Cursor[Any], table: str, folder: Path) -> int:
    statement = sql.SQL("COPY {} TO STDOUT (FORMAT BINARY)").format(sql.Identifier(table))
    with (folder / f"{table}{SUFFIX}").open("wb") as file, cursor.copy(statement) as copy:
        for chunk in copy:
            file.write(chunk)
    return cursor.rowcount


def _copy_in(cursor: psycopg.Cursor[Any], table: str, folder: Path) -> int:
    statement = sql.SQL("COPY {} FROM STDIN (FORMAT BINARY)").format(sql.Identifier(table))
    with (folder / f"{table}{SUFFIX}").open("rb") as file, cursor.copy(statement) as copy:
        while chunk := file.read(CHUNK_BYTES):
            copy.write(chunk)
    return cursor.rowcount


def _count_on(cursor: psycopg.Cursor[Any], table: str) -> None:
    """Let a table that numbers its own rows go on after the last."""
    if table not in METADATA.tables or "sequence" not in METADATA.tables[table].c:
        return
    cursor.execute("SELECT pg_get_serial_sequence(%s, 'sequence')", (table,))
    found = cursor.fetchone()
    if found is None or found[0] is None:
        return
    last = sql.SQL("SELECT setval(%s, coalesce(max(sequence), 0) + 1, false) FROM {}").format(sql.Identifier(table))
    cursor.execute(last, (found[0],))


@contextmanager
def _driver(engine: Engine, act: str) -> Iterator[psycopg.Connection[Any]]:
    pooled = engine.raw_connection()
    try:
        driver = pooled.driver_connection
        if not isinstance(driver, psycopg.Connection):
            raise StoreUnavailableError("The database has no connection. Try again.")
        yield driver
    except psycopg.Error as error:
        raise StoreUnavailableError(
            f"The database could not be {act} ({reason(error)}). Nothing was changed."
        ) from error
    finally:
        pooled.close()
