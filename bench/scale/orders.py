"""Made-up orders, as many as wanted, as the order gate writes them but many in a write."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, insert

from bench.scale.made_up import patient_id, rx_number
from rxflow.domain.order import Consent, Order, OrderStatus, Quote
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import SEALED_ORDERS, SEALED_QUOTES, OrderEvent
from rxflow.persistence.records import row_of
from rxflow.persistence.session_repository import SEALED_SESSIONS, Session
from rxflow.persistence.tables import CONSENTS, ORDER_EVENTS, ORDERS, QUOTES, RESERVED_STOCK, SESSIONS
from rxflow.persistence.transaction import Transaction

ORDERS_AT_ONCE = 5_000
PHARMACIES = ("PH001", "PH002", "PH003", "PH004", "PH005", "PH006", "PH007")
PRODUCTS = 120
CANCELLED_EVERY = 10


@dataclass(slots=True)
class _Rows:
    """Rows by table, in the order in which they may be inserted."""

    of: dict[Table, list[dict[str, Any]]] = field(
        default_factory=lambda: {table: [] for table in (SESSIONS, QUOTES, CONSENTS, ORDERS, ORDER_EVENTS)}
    )
    reserved: Counter[tuple[str, str]] = field(default_factory=Counter)


def add_orders(store: Store, count: int, patients: int, at: datetime) -> None:
    """Add orders of the made-up patients, each with its conversation, quote, consent and history.

    Args:
        count: How many orders.
        patients: How many made-up patients they are spread over.
        at: When the last of them was placed.
    """
    reserved: Counter[tuple[str, str]] = Counter()
    for start in range(0, count, ORDERS_AT_ONCE):
        rows = _Rows()
        with store.write() as tx:
            for number in range(start, min(start + ORDERS_AT_ONCE, count)):
                _add(rows, number, patients, at - timedelta(seconds=count - number), tx)
            for table, group in rows.of.items():
                tx.execute(insert(table), group)
        reserved += rows.reserved
    with store.write() as tx:
        taken = [{"pharmacy_id": where, "product_ref": ref, "fills": fills} for (where, ref), fills in reserved.items()]
        if taken:
            tx.execute(insert(RESERVED_STOCK), taken)


def _add(rows: _Rows, number: int, patients: int, at: datetime, tx: Transaction) -> None:
    patient, fill = patient_id(number % patients), number // patients + 1
    session = Session(f"made-up-{number:08d}", patient, "refill", at, at)
    pharmacy = PHARMACIES[number % len(PHARMACIES)]
    shared: dict[str, Any] = {
        "patient_id": patient,
        "rx_number": rx_number(number % patients, 0),
        "fill_number": fill,
        "medication": "lisinopril 10 mg tablet",
        "quantity": 30,
        "amount": "30 tablets",
        "pharmacy_id": pharmacy,
        "pharmacy_name": f"Pharmacy {pharmacy}",
        "patient_pays": Decimal("4.49"),
        "ready_at": at,
    }
    quote_id, order_id = f"QT-M{number:08d}", f"RF-M{number:08d}"
    quote = Quote(
        quote_id=quote_id, session_id=session.session_id, cash_price=Decimal("4.49"), insurance_pays=None,
        quoted_at=at, **shared,
    )  # fmt: skip
    is_cancelled = number % CANCELLED_EVERY == 0
    status = OrderStatus.CANCELLED if is_cancelled else OrderStatus.PICKED_UP
    order = Order(order_id=order_id, status=status, created_at=at, updated_at=at, **shared)
    product = tx.cipher.digest("product", f"product {number % PRODUCTS}", "10 mg")
    rows.of[SESSIONS].append(SEALED_SESSIONS.row(session, tx, browser_key_hash=None))
    rows.of[QUOTES].append(SEALED_QUOTES.row(quote, tx))
    rows.of[CONSENTS].append(row_of(Consent(quote_id, session.session_id, at, "words")))
    row = SEALED_ORDERS.row(order, tx, quote_id=quote_id, product_ref=product)
    rows.of[ORDERS].append(row | {"version": 1})
    rows.of[ORDER_EVENTS].append(row_of(OrderEvent(order_id, 1, status, at, "patient", "")))
    if not is_cancelled:
        rows.reserved[pharmacy, product] += 1
