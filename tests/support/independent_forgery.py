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


@contextmanager
def forging(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection that may write anything: no triggers, no checks, no keys of other tables."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        guards = list(connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        for (name,) in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DROP INDEX IF EXISTS uq_orders_fill")
        yield connection
        connection.commit()


def forge(connection: sqlite3.Connection, world: World, forgery: Forgery, number: int, at: datetime) -> str:
    """Write an order with its conversation, quote, consent and history, and return its id."""
    rows = _rows(world, forgery, number, at + timedelta(days=forgery.days))
    for table, row in rows.items():
        _insert(connection, "turns" if table == "consenting" else table, {**row, **forgery.changes.get(table, {})})
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
    turn = {"session_id": session, "detail": "{}", "state": "CONFIRM_ORDER"}
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


def history(connection: sqlite3.Connection, order_id: str, statuses: Sequence[str], at: datetime) -> None:
    """Give an order another history, a step an hour, and leave it in its last status."""
    connection.execute("DELETE FROM order_events WHERE order_id = ?", (order_id,))
    for number, status in enumerate(statuses, start=1):
        moment = stored(at + timedelta(hours=number - 1))
        row = {"order_id": order_id, "number": number, "status": status, "at": moment, "actor": "x", "reason": ""}
        _insert(connection, "order_events", row)
    connection.execute("UPDATE orders SET status = ? WHERE order_id = ?", (statuses[-1], order_id))


def emergency(connection: sqlite3.Connection, session_id: str, at: datetime) -> None:
    """Let an emergency have stopped a conversation."""
    row = {
        "case_id": "CS-FORGED",
        "patient_id": "patient_001",
        "session_id": session_id,
        "route": "pharmacist",
        "reason": "emergency",
        "findings": json.dumps(["EMERGENCY"]),
        "urgent": 1,
        "told": "Call 911 now.",
        "created_at": stored(at),
        "status": "open",
    }
    _insert(connection, "cases", row)


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


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    # Columns that are newer than this file are left at what the table gives them, or filled with nothing.
    known = {info[1]: info for info in connection.execute(f"PRAGMA table_info({table})")}
    needed = {
        name: "" for name, info in known.items() if info[3] and info[4] is None and name not in row and not info[5]
    }
    values = {name: value for name, value in {**needed, **row}.items() if name in known}
    marks = ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))  # noqa: S608
