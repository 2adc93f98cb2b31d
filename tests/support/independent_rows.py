"""A database as its auditor reads it: every row with what is sealed in it, and what is wrong with its boxes and hashes.

The file is read with `sqlite3`, the boxes are opened by their documented format: nothing of rxflow is asked.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.independent_boxes import Keys, UnopenedError, one_use

Row = Mapping[str, Any]

OPEN_TABLES = ("quote_withdrawals", "consents", "order_events", "reserved_stock")
"""Tables without anything that identifies a patient."""
KEY_COLUMNS = {
    "sessions": ("session_id",),
    "turns": ("session_id", "number"),
    "quotes": ("quote_id",),
    "orders": ("order_id",),
    "cases": ("case_id",),
    "case_steps": ("case_id", "number"),
    "patient_reports": ("case_id",),
}
SEALED_FIELDS = {
    "sessions": ("patient_id",),
    "turns": ("patient_text", "reply", "detail"),
    "quotes": ("patient_id", "rx_number", "medication", "amount"),
    "orders": ("patient_id", "rx_number", "medication", "amount"),
    "cases": ("patient_id", "reason", "findings", "told", "rx_number"),
    "case_steps": ("note",),
    "patient_reports": ("patient_id", "kind", "subject"),
}
HASHED = {
    "patient_ref": ("patient", "patient_id"),
    "rx_ref": ("prescription", "rx_number"),
    "reason_ref": ("reason", "reason"),
    "report_ref": ("report", "kind", "subject"),
}
"""What a column is the keyed hash of: its purpose, and the fields."""


@dataclass(frozen=True)
class Rows:
    """The rows of a database in the order of writing.

    Attributes:
        tables: The rows by table; what could not be opened is empty.
        faults: What is wrong with how they are kept, a sentence each.
        keys: The keys of the database.
    """

    tables: Mapping[str, list[Row]]
    faults: list[str]
    keys: Keys


def read_rows(database: Path | str, identifying: Collection[str], keys: Keys | None = None) -> Rows:
    """Read and open everything.

    Args:
        database: The SQLite file.
        identifying: What must not be readable without the keys, in lower case.
        keys: Its keys; by default those in the file beside it.
    """
    keys = keys or Keys.beside(database)
    stored = _stored(database)
    faults = [*_shared_nonces(stored), *_readable(stored, identifying)]
    tables = {name: stored[name] for name in OPEN_TABLES}
    for name in KEY_COLUMNS:
        tables[name] = [_opened(name, row, keys, faults) for row in stored[name]]
    return Rows(tables, faults, keys)


def place_of(table: str, row: Row) -> str:
    """The place that a row's box is bound to."""
    return ":".join((table, *(str(row[name]) for name in KEY_COLUMNS[table])))


def digest_of(column: str, row: Row, keys: Keys) -> str | None:
    """The hash that a row is to be found by; None where there is nothing to hash."""
    purpose, *names = HASHED[column]
    values = [row[name] for name in names]
    return None if None in values else keys.digest(purpose, *values)


def _stored(database: Path | str) -> dict[str, list[Row]]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        # The names of the tables are our own, and `rowid` is the order of writing.
        queries = {name: f"SELECT * FROM {name} ORDER BY rowid" for name in (*OPEN_TABLES, *KEY_COLUMNS)}  # noqa: S608
        return {name: [dict(row) for row in connection.execute(query)] for name, query in queries.items()}


def _opened(table: str, stored: Row, keys: Keys, faults: list[str]) -> Row:
    """A row with what is sealed in it in place of its box."""
    row, place = dict(stored), place_of(table, stored)
    box, fields = row.pop("sealed"), SEALED_FIELDS[table]
    try:
        inside = json.loads(keys.open(box, place))
    except UnopenedError as error:
        faults.append(f"{place}: its box does not open: {error}.")
        return {**row, **dict.fromkeys(fields, "")}
    if set(inside) != set(fields) or not row.keys().isdisjoint(fields):
        faults.append(f"{place}: other fields are sealed than should be.")
    row = {**dict.fromkeys(fields, ""), **inside, **row}
    for column in row.keys() & HASHED:
        if row[column] != digest_of(column, row, keys):
            faults.append(f"{place}: its {column} does not fit what is sealed.")
    return row


def _shared_nonces(stored: Mapping[str, list[Row]]) -> Iterator[str]:
    used: set[bytes] = set()
    for table in KEY_COLUMNS:
        for row in stored[table]:
            if (use := one_use(row["sealed"])) in used:
                yield f"{place_of(table, row)}: its nonce was used before with the same key."
            used.add(use)


def _readable(stored: Mapping[str, list[Row]], identifying: Collection[str]) -> Iterator[str]:
    for table, rows in stored.items():
        texts = {value for row in rows for value in row.values() if isinstance(value, str)}
        readable = "\n".join(texts).casefold()
        for word in identifying:
            if word in readable:
                yield f"{table}: {word!r} can be read without a key."
