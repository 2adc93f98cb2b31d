"""Quotes, consents, orders and their history, read and written through one connection of the store."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, insert, select, update

from rxflow.domain.errors import StaleRecordError
from rxflow.domain.order import Consent, Order, OrderStatus, Quote
from rxflow.persistence.column_types import insert_or_update
from rxflow.persistence.records import SealedTable, row_of, select_fields
from rxflow.persistence.tables import CONSENTS, ORDER_EVENTS, ORDERS, QUOTE_WITHDRAWALS, QUOTES, RESERVED_STOCK
from rxflow.persistence.transaction import Transaction

NOT_CANCELLED = ORDERS.c.status != OrderStatus.CANCELLED
SEALED_QUOTES = SealedTable(
    QUOTES,
    Quote,
    key=("quote_id",),
    refs={"rx_ref": lambda tx, quote: tx.rx_ref(quote.rx_number)},
)
SEALED_ORDERS = SealedTable(
    ORDERS,
    Order,
    key=("order_id",),
    mutable=("status", "updated_at"),
    bound=("quote_id", "product_ref"),
    refs={
        "patient_ref": lambda tx, order: tx.patient_ref(order.patient_id),
        "rx_ref": lambda tx, order: tx.rx_ref(order.rx_number),
    },
)

_QUOTE = SEALED_QUOTES.select().where(QUOTES.c.quote_id == bindparam("quote_id"))
_WITHDRAWAL = select(QUOTE_WITHDRAWALS.c.quote_id).where(QUOTE_WITHDRAWALS.c.quote_id == bindparam("quote_id"))
_NEWEST_QUOTE = (
    select(QUOTES.c.quote_id)
    .where(QUOTES.c.session_id == bindparam("session_id"), QUOTES.c.rx_ref == bindparam("rx_ref"))
    .order_by(QUOTES.c.sequence.desc())
    .limit(1)
)
_STANDING = select(_WITHDRAWAL.exists(), _NEWEST_QUOTE.scalar_subquery())
_RESERVE = {
    dialect: insert_or_update(dialect)(RESERVED_STOCK).on_conflict_do_update(
        index_elements=RESERVED_STOCK.primary_key, set_={"fills": RESERVED_STOCK.c.fills + 1}
    )
    for dialect in ("sqlite", "postgresql")
}
_ADD = {table: insert(table).inline() for table in (QUOTES, CONSENTS, ORDERS, ORDER_EVENTS)}
"""Inline: nobody asks for the number that the database gives a row."""


def _orders(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Select orders, newest first."""
    return SEALED_ORDERS.select().where(*conditions).order_by(ORDERS.c.sequence.desc())


_ORDER = _orders(ORDERS.c.order_id == bindparam("order_id"))
_ORDER_OF_QUOTE = _orders(ORDERS.c.quote_id == bindparam("quote_id"))
_ALL_OF_PATIENT = _orders(ORDERS.c.patient_ref == bindparam("patient_ref"))
_OF_PATIENT = _orders(ORDERS.c.patient_ref == bindparam("patient_ref"), NOT_CANCELLED)


@dataclass(frozen=True, slots=True)
class Product:
    """What stock is counted in: a medicine by its label's generic name, in one strength."""

    generic_name: str
    strength: str


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """One step of an order: who took it, when, and why. `number` counts from 1."""

    order_id: str
    number: int
    status: OrderStatus
    at: datetime
    actor: str
    reason: str


class OrderRepository:
    """The order tables within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add_quote(self, quote: Quote) -> None:
        self._tx.execute(_ADD[QUOTES], SEALED_QUOTES.row(quote, self._tx))

    def quote(self, quote_id: str) -> Quote | None:
        return SEALED_QUOTES.first(_QUOTE, self._tx, {"quote_id": quote_id})

    def standing(self, quote: Quote) -> tuple[bool, bool]:
        """Whether a quote was withdrawn, and whether it is its conversation's newest for the prescription."""
        asked = {"quote_id": quote.quote_id, "session_id": quote.session_id, "rx_ref": self._tx.rx_ref(quote.rx_number)}
        is_withdrawn, newest = self._tx.execute(_STANDING, asked).one()
        return bool(is_withdrawn), newest == quote.quote_id

    def withdraw_quote(self, quote_id: str, at: datetime, reason: str) -> None:
        """Note that the patient can no longer agree to a quote; once is enough."""
        if not self.is_withdrawn(quote_id):
            self._tx.execute(insert(QUOTE_WITHDRAWALS), {"quote_id": quote_id, "at": at, "reason": reason})

    def is_withdrawn(self, quote_id: str) -> bool:
        return self._tx.scalar(_WITHDRAWAL, {"quote_id": quote_id}) is not None

    def add_order(self, order: Order, quote_id: str, product: Product, consent: Consent, actor: str) -> None:
        """Write a new order with the consent that it rests on and the first event of its history."""
        self._tx.execute(_ADD[CONSENTS], row_of(consent))
        product_ref = self._product_ref(product)
        row = SEALED_ORDERS.row(order, self._tx, quote_id=quote_id, product_ref=product_ref)
        self._tx.execute(_ADD[ORDERS], row | {"version": 1})
        self._reserve(order.pharmacy_id, product_ref)
        self._add_event(order, actor, "", number=1)

    def order(self, order_id: str) -> Order | None:
        return SEALED_ORDERS.first(_ORDER, self._tx, {"order_id": order_id})

    def order_of_quote(self, quote_id: str) -> Order | None:
        """The order that was placed on a quote, cancelled or not."""
        return SEALED_ORDERS.first(_ORDER_OF_QUOTE, self._tx, {"quote_id": quote_id})

    def all_of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """Every order of a patient, newest first."""
        return SEALED_ORDERS.all(_ALL_OF_PATIENT, self._tx, {"patient_ref": self._tx.patient_ref(patient_id)})

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """The orders of a patient that are not cancelled, newest first."""
        return SEALED_ORDERS.all(_OF_PATIENT, self._tx, {"patient_ref": self._tx.patient_ref(patient_id)})

    def reserved(self, pharmacy_id: str, products: Collection[Product]) -> Mapping[Product, int]:
        """How many fills of products have been taken from a pharmacy's stock by orders that are not cancelled."""
        refs = {self._product_ref(product): product for product in products}
        of_stock = (RESERVED_STOCK.c.pharmacy_id == pharmacy_id, RESERVED_STOCK.c.product_ref.in_(refs))
        taken = self._tx.execute(select(RESERVED_STOCK.c.product_ref, RESERVED_STOCK.c.fills).where(*of_stock))
        return dict.fromkeys(products, 0) | {refs[product_ref]: fills for product_ref, fills in taken}

    def change_status(self, order: Order, status: OrderStatus, at: datetime, actor: str, reason: str) -> Order:
        """Move an order on, keep the step in its history, and return the order as it is now.

        Raises:
            StaleRecordError: The order is no longer as it was given; nothing was changed.
        """
        changed = self._tx.execute(
            update(ORDERS)
            .where(ORDERS.c.order_id == order.order_id, ORDERS.c.status == order.status)
            .values(status=status, updated_at=at, version=ORDERS.c.version + 1)
            .returning(ORDERS.c.version, ORDERS.c.product_ref)
        ).first()
        if changed is None:
            raise StaleRecordError("The order was changed by someone else meanwhile. Look at it again, then try again.")
        version, product_ref = tuple(changed)
        if status is OrderStatus.CANCELLED:
            self._give_back(order.pharmacy_id, product_ref)
        moved = replace(order, status=status, updated_at=at)
        self._add_event(moved, actor, reason, number=version)
        return moved

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        """An order's history, oldest first."""
        statement = select_fields(ORDER_EVENTS, OrderEvent).where(ORDER_EVENTS.c.order_id == order_id)
        rows = self._tx.execute(statement.order_by(ORDER_EVENTS.c.number))
        return tuple(OrderEvent(*row) for row in rows)

    def events_of(self, order_ids: Collection[str]) -> Mapping[str, list[OrderEvent]]:
        """The history of each of several orders, oldest first, in one statement."""
        statement = select_fields(ORDER_EVENTS, OrderEvent).where(ORDER_EVENTS.c.order_id.in_(order_ids))
        found: dict[str, list[OrderEvent]] = {order_id: [] for order_id in order_ids}
        for row in self._tx.execute(statement.order_by(ORDER_EVENTS.c.order_id, ORDER_EVENTS.c.number)):
            found[row[0]].append(OrderEvent(*row))
        return found

    def _add_event(self, order: Order, actor: str, reason: str, number: int) -> None:
        step = OrderEvent(order.order_id, number, order.status, order.updated_at, actor, reason)
        self._tx.execute(_ADD[ORDER_EVENTS], row_of(step))

    def _product_ref(self, product: Product) -> str:
        return self._tx.cipher.digest("product", product.generic_name, product.strength)

    def _reserve(self, pharmacy_id: str, product_ref: str) -> None:
        taken = {"pharmacy_id": pharmacy_id, "product_ref": product_ref, "fills": 1}
        self._tx.execute(_RESERVE[self._tx.connection.dialect.name], taken)

    def _give_back(self, pharmacy_id: str, product_ref: str) -> None:
        taken = (RESERVED_STOCK.c.pharmacy_id == pharmacy_id, RESERVED_STOCK.c.product_ref == product_ref)
        self._tx.execute(update(RESERVED_STOCK).where(*taken).values(fills=RESERVED_STOCK.c.fills - 1))
