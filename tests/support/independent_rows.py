"""A database as its auditor reads it: every row with what is sealed in it, and what is wrong with its boxes and hashes.

It is read with the driver alone, the boxes are opened by their documented format: nothing of rxflow is asked.
"""

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
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
_OF_BOTH = (
    *("patient_id", "rx_number", "fill_number", "medication", "quantity", "amount"),
    *("pharmacy_id", "pharmacy_name", "patient_pays", "ready_at"),
)
SEALED_FIELDS = {
    "sessions": ("patient_id", "conversation_type", "created_at", "acting_as", "browser_key_hash"),
    "turns": ("said_at", "patient_text", "reply", "state", "detail", "message_id"),
    "quotes": (*_OF_BOTH, "session_id", "cash_price", "insurance_pays", "quoted_at"),
    "orders": (*_OF_BOTH, "created_at", "quote_id", "product_ref"),
    "cases": ("patient_id", "session_id", "route", "reason", "findings", "told", "created_at", "rx_number"),
    "case_steps": (
        *("step", "at", "actor", "note", "valid_until"),
        *("reason", "alert", "seen", "overrides", "refills"),
    ),
    "patient_reports": ("patient_id", "kind", "subject", "reported_at"),
}
"""What never changes about a row, besides its key: a column of the same name repeats it."""
TIMES = frozenset({"created_at", "said_at", "ready_at", "quoted_at", "reported_at", "at"})
NEVER = "0001-01-02 00:00:00.000000"
NUMBERS = frozenset({"fill_number", "quantity", "patient_pays", "cash_price", "insurance_pays"})
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
    return rows_of(_stored(database), identifying, keys or Keys.beside(database))


def rows_of(stored: Mapping[str, list[Row]], identifying: Collection[str], keys: Keys) -> Rows:
    """As `read_rows`, of tables that were read already; times are text in them."""
    faults = [*_shared_nonces(stored), *_readable(stored, identifying)]
    tables = {name: stored[name] for name in OPEN_TABLES}
    for name in KEY_COLUMNS:
        tables[name] = [_opened(name, row, keys, faults) for row in stored[name]]
    return Rows(tables, faults, keys)


def instant(text: str) -> datetime:
    """A stored time: UTC, in a column without its zone."""
    at = datetime.fromisoformat(text)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


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
    blank = {name: _blank(name) for name in fields}
    try:
        inside = json.loads(keys.open(box, place))
    except UnopenedError as error:
        faults.append(f"{place}: its box does not open: {error}.")
        return {**blank, **row}
    if set(inside) != set(fields):
        faults.append(f"{place}: other fields are sealed than should be.")
    for name in sorted(row.keys() & inside.keys()):
        if not _same(name, row[name], inside[name]):
            faults.append(f"{place}: its {name} is not what is sealed.")
    row = {**blank, **row, **{name: value for name, value in inside.items() if name in fields}}
    for column in row.keys() & HASHED:
        if row[column] != digest_of(column, row, keys):
            faults.append(f"{place}: its {column} does not fit what is sealed.")
    return row


def _same(name: str, clear: Any, sealed: Any) -> bool:
    """Whether a column repeats what is sealed; a time may be written in two ways."""
    if name in TIMES and isinstance(clear, str) and isinstance(sealed, str):
        return instant(clear) == instant(sealed)
    return type(clear) is type(sealed) and bool(clear == sealed)


def _blank(name: str) -> str:
    """What stands for a field that cannot be read, so that the rest can still be judged."""
    return NEVER if name in TIMES else "0" if name in NUMBERS else ""


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
