"""Forged orders: whole records written straight into an assistant's database, sound but for what a test changes."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from tests.support.independent_boxes import Keys
from tests.support.independent_checker import product_ref
from tests.support.independent_rows import HASHED, KEY_COLUMNS, SEALED_FIELDS, digest_of, place_of
from tests.support.independent_world import World, letters

Changes = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Forgery:
    """An order as it would be kept, and what is wrong with it.

    Attributes:
        rx_number: The prescription; its fill and price are taken from the data.
        patient_id: Whose order it is; the prescription's patient by default.
        days: How many days after the first one it is placed.
        fill: How many fills later than the next one it is.
        changes: What is different, by table and column. `turns` is the reply with the quote, `consenting` the turn of
            the yes.
    """

    rx_number: str
    pharmacy_id: str = "PH003"
    patient_id: str | None = None
    days: int = 0
    fill: int = 0
    changes: Changes = field(default_factory=dict)


class Forger:
    """Writes anything into a database, and seals it as an assistant would.

    Args:
        connection: A connection that nothing guards.
        keys: The keys of the database.
    """

    def __init__(self, connection: sqlite3.Connection, keys: Keys) -> None:
        self._connection = connection
        self.keys = keys

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        return self._connection.execute(statement, values)

    def insert(self, table: str, row: Mapping[str, Any]) -> None:
        """Write a row; its box and the hashes that it is found by are made of it, unless they are given."""
        # Columns that are newer than this file are left at what the table gives them, or filled with nothing.
        known = {info[1]: info for info in self.execute(f"PRAGMA table_info({table})")}
        needed = {name: "" for name, info in known.items() if info[3] and info[4] is None and not info[5]}
        hashes = {name: digest_of(name, row, self.keys) for name in known.keys() & HASHED if name not in row}
        filled = {**needed, **hashes, **row}
        if table in KEY_COLUMNS and "sealed" not in row:
            filled["sealed"] = self._box(table, filled)
        values = {name: value for name, value in filled.items() if name in known}
        marks = ", ".join("?" for _ in values)
        self.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", *values.values())  # noqa: S608

    def rewrite(self, table: str, *key: Any, **sealed: Any) -> None:
        """Change what is sealed in a row, and leave what it is found by."""
        plain = json.dumps({**self.inside(table, *key), **sealed}).encode()
        self.put(table, *key, box=self.keys.seal(plain, place(table, *key)))

    def inside(self, table: str, *key: Any) -> dict[str, Any]:
        """What is sealed in a row."""
        inside: dict[str, Any] = json.loads(self.keys.open(self.box(table, *key), place(table, *key)))
        return inside

    def box(self, table: str, *key: Any) -> bytes:
        """The box of a row."""
        found = self.execute(f"SELECT sealed FROM {table} WHERE {_is(table)}", *key).fetchone()  # noqa: S608
        return bytes(found[0])

    def change(self, table: str, *key: Any, **columns: Any) -> None:
        """Change columns of a row, and leave its box."""
        given = ", ".join(f"{name} = ?" for name in columns)
        self.execute(f"UPDATE {table} SET {given} WHERE {_is(table)}", *columns.values(), *key)  # noqa: S608

    def value(self, table: str, column: str, *key: Any) -> Any:
        """What is in a column of a row."""
        return self.execute(f"SELECT {column} FROM {table} WHERE {_is(table)}", *key).fetchone()[0]  # noqa: S608

    def put(self, table: str, *key: Any, box: bytes) -> None:
        """Put a box into a row, wherever it comes from."""
        self.execute(f"UPDATE {table} SET sealed = ? WHERE {_is(table)}", box, *key)  # noqa: S608

    def reserve(self, pharmacy_id: str, product: str, fills: int) -> None:
        """Count fills of a product as taken from a pharmacy's stock, or as given back."""
        self.execute("INSERT OR IGNORE INTO reserved_stock VALUES (?, ?, 0)", pharmacy_id, product)
        taken = "UPDATE reserved_stock SET fills = fills + ? WHERE pharmacy_id = ? AND product_ref = ?"
        self.execute(taken, fills, pharmacy_id, product)

    def _box(self, table: str, row: Mapping[str, Any]) -> bytes:
        inside = {name: row.get(name) for name in SEALED_FIELDS[table]}
        return self.keys.seal(json.dumps(inside).encode(), place_of(table, row))


def place(table: str, *key: Any) -> str:
    """The place of a row's box."""
    return place_of(table, dict(zip(KEY_COLUMNS[table], key, strict=True)))


@contextmanager
def forging(database: Path) -> Iterator[Forger]:
    """One who may write anything: no triggers, no checks, no keys of other tables."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA synchronous = OFF")
        # One transaction: to wait for the disk at every trigger that goes would take most of a test's time.
        connection.execute("BEGIN")
        guards = list(connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        for (name,) in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DROP INDEX IF EXISTS uq_orders_fill")
        yield Forger(connection, Keys.beside(database))
        connection.commit()


def forge(forger: Forger, world: World, forgery: Forgery, number: int, at: datetime) -> str:
    """Write an order with its conversation, quote, consent and history, take its stock, and return its id."""
    rows = _rows(world, forgery, number, at + timedelta(days=forgery.days))
    changed = {table: {**row, **forgery.changes.get(table, {})} for table, row in rows.items()}
    order = changed["orders"]
    order["product_ref"] = product_ref(order["generic_name"], order["strength"], forger.keys)
    for table, row in changed.items():
        forger.insert("turns" if table == "consenting" else table, row)
    forger.reserve(order["pharmacy_id"], order["product_ref"], 1)
    return f"RF-FORGED-{number}"


def _rows(world: World, forgery: Forgery, number: int, at: datetime) -> dict[str, dict[str, Any]]:
    item = world.prescriptions.get(forgery.rx_number, world.prescriptions["RX100101"])
    place = world.pharmacies.get(forgery.pharmacy_id, world.pharmacies["PH003"])
    patient_id = forgery.patient_id or item["patient_id"]
    session, quote, order = f"forged-{number}", f"QT-FORGED-{number}", f"RF-FORGED-{number}"
    cash, pays, insurer = _money(world, patient_id, item, place)
    shared = {
        "quote_id": quote,
        "patient_id": patient_id,
        "rx_number": forgery.rx_number,
        "fill_number": item["refills_authorized"] - item["refills_remaining"] + 2 + forgery.fill,
        "medication": f"{item['generic_name']} {item['strength']} {item['dosage_form']}",
        "quantity": item["quantity"],
        "amount": f"{item['quantity']} {item['quantity_unit']}s",
        "pharmacy_id": forgery.pharmacy_id,
        "pharmacy_name": place["name"],
        "patient_pays": pays,
        "ready_at": stored(at + timedelta(hours=1)),
    }
    question = (
        f"Please check your order: {shared['medication']}, {shared['amount']}, at {place['name']}. "
        f"You pay ${Decimal(pays):,.2f}. Shall I place this order?"
    )
    turn = {"session_id": session, "detail": {}, "state": "CONFIRM_ORDER"}
    yes = {"number": 2, "said_at": stored(at), "patient_text": "yes", "reply": f"Your order {order} is submitted."}
    quoted = stored(at - timedelta(minutes=1))
    return {
        "sessions": {
            "session_id": session,
            "patient_id": patient_id,
            "conversation_type": "refill",
            "created_at": stored(at - timedelta(minutes=5)),
        },
        "turns": {
            **turn,
            "number": 1,
            "said_at": quoted,
            "patient_text": "H-E-B",
            "reply": f"All right.\n\n{question}",
        },
        "consenting": {**turn, **yes},
        "quotes": {**shared, "session_id": session, "cash_price": cash, "insurance_pays": insurer, "quoted_at": quoted},
        "consents": {"quote_id": quote, "session_id": session, "given_at": stored(at), "means": "words"},
        "orders": {
            **shared,
            "order_id": order,
            "generic_name": letters(item["generic_name"]),
            "strength": item["strength"],
            "status": "SUBMITTED",
            "created_at": stored(at),
            "updated_at": stored(at),
            "version": 1,
        },
        "order_events": {
            "order_id": order,
            "number": 1,
            "status": "SUBMITTED",
            "at": stored(at),
            "actor": "patient",
            "reason": "",
        },
    }


def history(forger: Forger, order_id: str, statuses: Sequence[str], at: datetime) -> None:
    """Give an order another history, a step an hour, and leave it in its last status, its stock given back or not."""
    forger.execute("DELETE FROM order_events WHERE order_id = ?", order_id)
    for number, status in enumerate(statuses, start=1):
        moment = stored(at + timedelta(hours=number - 1))
        row = {"order_id": order_id, "number": number, "status": status, "at": moment, "actor": "x", "reason": ""}
        forger.insert("order_events", row)
    forger.execute("UPDATE orders SET status = ? WHERE order_id = ?", statuses[-1], order_id)
    if statuses[-1] == "CANCELLED":
        taken = "SELECT pharmacy_id, product_ref FROM orders WHERE order_id = ?"
        pharmacy_id, product = forger.execute(taken, order_id).fetchone()
        forger.reserve(pharmacy_id, product, -1)


def emergency(forger: Forger, session_id: str, at: datetime) -> None:
    """Let an emergency have stopped a conversation."""
    row = {
        "case_id": "CS-FORGED",
        "patient_id": "patient_001",
        "session_id": session_id,
        "route": "pharmacist",
        "reason": "emergency",
        "findings": ["EMERGENCY"],
        "urgent": 1,
        "rx_number": None,
        "told": "Call 911 now.",
        "created_at": stored(at),
        "status": "open",
    }
    forger.insert("cases", row)


def stored(at: datetime) -> str:
    """A time as the store writes it: UTC without its zone."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _money(world: World, patient_id: str, item: Any, place: Any) -> tuple[str, str, str | None]:
    units = (
        Decimal(row["unit_price"])
        for row in world.prices
        if letters(row["generic_name"]) == letters(item["generic_name"]) and row["strength"] == item["strength"]
    )
    cash = (next(units, Decimal(1)) * item["quantity"] * Decimal(place["price_index"])).quantize(
        Decimal("0.01"), ROUND_HALF_UP
    )
    plan = world.plans.get((world.patients.get(patient_id) or {"plan_id": None})["plan_id"] or "")
    if plan is None:
        return str(cash), str(cash), None
    noted = [
        row
        for row in world.formulary
        if row["plan_id"] == plan["plan_id"] and letters(row["generic_name"]) == letters(item["generic_name"])
    ]
    tier = noted[0]["tier"] if noted else 1
    share = Decimal(plan[f"tier{tier}_copay"]) if tier < 4 else cash * Decimal(plan["tier4_coinsurance"])
    pays = min(cash, share.quantize(Decimal("0.01"), ROUND_HALF_UP))
    return str(cash), str(pays), str(cash - pays)


def _is(table: str) -> str:
    return " AND ".join(f"{name} = ?" for name in KEY_COLUMNS[table])
