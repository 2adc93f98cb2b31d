"""A PostgreSQL database as its auditor reads it: with the driver alone, nothing of rxflow is asked."""

from collections.abc import Collection
from datetime import datetime

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from tests.support.independent_boxes import Keys
from tests.support.independent_rows import KEY_COLUMNS, OPEN_TABLES, Row, Rows, rows_of


def read_server_rows(address: str, identifying: Collection[str], keys: Keys) -> Rows:
    """Read and open everything.

    Args:
        address: As `psycopg` takes it.
        identifying: What must not be readable without the keys, in lower case.
        keys: The keys of the database.
    """
    with psycopg.connect(address, row_factory=dict_row) as connection:
        # One snapshot; a table begins with its sequence, or with its key.
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        query = sql.SQL("SELECT * FROM {} ORDER BY 1, 2").format
        found = {name: connection.execute(query(sql.Identifier(name))) for name in (*OPEN_TABLES, *KEY_COLUMNS)}
        stored = {name: [_as_in_a_file(row) for row in rows] for name, rows in found.items()}
    return rows_of(stored, identifying, keys)


def _as_in_a_file(row: Row) -> Row:
    """A server's row with times as a file has them: text."""
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}
