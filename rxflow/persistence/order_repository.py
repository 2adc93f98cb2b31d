"""Quotes, consents, orders and their history, read and written through one connection of the store."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select, update
from sqlalchemy.exc import NoResultFound

from rxflow.domain.order import Consent, Order, OrderStatus, Quote
from rxflow.persistence.records import row_of, select_fields
from rxflow.persistence.tables import CONSENTS, ORDER_EVENTS, ORDERS, QUOTE_WITHDRAWALS, QUOTES

NOT_CANCELLED = ORDERS.c.status != OrderStatus.CANCELLED


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

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_quote(self, quote: Quote) -> None:
        self._connection.execute(insert(QUOTES), row_of(quote))

    def quote(self, quote_id: str) -> Quote | None:
        row = self._connection.execute(select_fields(QUOTES, Quote).where(QUOTES.c.quote_id == quote_id)).first()
        return Quote(*row) if row else None

    def newest_quote_id(self, session_id: str, rx_number: str) -> str | None:
        """The id of the last quote that a conversation made for a prescription."""
        statement = select(QUOTES.c.quote_id).where(QUOTES.c.session_id == session_id, QUOTES.c.rx_number == rx_number)
        return self._connection.scalars(statement.order_by(QUOTES.c.sequence.desc()).limit(1)).first()

    def withdraw_quote(self, quote_id: str, at: datetime, reason: str) -> None:
        """Note that the patient can no longer agree to a quote; once is enough."""
        if not self.is_withdrawn(quote_id):
            self._connection.execute(insert(QUOTE_WITHDRAWALS), {"quote_id": quote_id, "at": at, "reason": reason})

    def is_withdrawn(self, quote_id: str) -> bool:
        found = select(QUOTE_WITHDRAWALS.c.quote_id).where(QUOTE_WITHDRAWALS.c.quote_id == quote_id)
        return self._connection.scalar(found) is not None

    def add_order(self, order: Order, quote_id: str, product: Product, consent: Consent, actor: str) -> None:
        """Write a new order with the consent that it rests on and the first event of its history."""
        self._connection.execute(insert(CONSENTS), row_of(consent))
        row = row_of(order) | row_of(product) | {"quote_id": quote_id, "version": 1}
        self._connection.execute(insert(ORDERS), row)
        self._add_event(order, actor, "", number=1)

    def order(self, order_id: str) -> Order | None:
        return self._first(ORDERS.c.order_id == order_id)

    def order_of_quote(self, quote_id: str) -> Order | None:
        """The order that was placed on a quote, cancelled or not."""
        return self._first(ORDERS.c.quote_id == quote_id)

    def order_of_fill(self, rx_number: str, fill_number: int) -> Order | None:
        """The order for one fill of a prescription that is not cancelled."""
        return self._first(ORDERS.c.rx_number == rx_number, ORDERS.c.fill_number == fill_number, NOT_CANCELLED)

    def all_of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """Every order of a patient, newest first."""
        return self._all(ORDERS.c.patient_id == patient_id)

    def of_patient(self, patient_id: str) -> tuple[Order, ...]:
        """The orders of a patient that are not cancelled, newest first."""
        return self._all(ORDERS.c.patient_id == patient_id, NOT_CANCELLED)

    def reserved(self, pharmacy_id: str, product: Product) -> int:
        """How many fills of a product have been taken from a pharmacy's stock by orders that are not cancelled."""
        statement = select(func.count()).where(
            ORDERS.c.pharmacy_id == pharmacy_id,
            ORDERS.c.generic_name == product.generic_name,
            ORDERS.c.strength == product.strength,
            NOT_CANCELLED,
        )
        return self._connection.scalar(statement) or 0

    def change_status(self, order: Order, status: OrderStatus, at: datetime, actor: str, reason: str) -> Order:
        """Move an order on, keep the step in its history, and return the order as it is now.

        Raises:
            NoResultFound: The order is no longer as it was given: read it inside the same write.
        """
        changed = self._connection.execute(
            update(ORDERS)
            .where(ORDERS.c.order_id == order.order_id, ORDERS.c.status == order.status)
            .values(status=status, updated_at=at, version=ORDERS.c.version + 1)
            .returning(ORDERS.c.version)
        ).scalar_one_or_none()
        if changed is None:
            raise NoResultFound("the order was changed by someone else meanwhile")
        moved = replace(order, status=status, updated_at=at)
        self._add_event(moved, actor, reason, number=changed)
        return moved

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        """An order's history, oldest first."""
        statement = select_fields(ORDER_EVENTS, OrderEvent).where(ORDER_EVENTS.c.order_id == order_id)
        rows = self._connection.execute(statement.order_by(ORDER_EVENTS.c.number))
        return tuple(OrderEvent(*row) for row in rows)

    def _add_event(self, order: Order, actor: str, reason: str, number: int) -> None:
        step = OrderEvent(order.order_id, number, order.status, order.updated_at, actor, reason)
        self._connection.execute(insert(ORDER_EVENTS), row_of(step))

    def _first(self, *conditions: ColumnElement[bool]) -> Order | None:
        return next(iter(self._all(*conditions)), None)

    def _all(self, *conditions: ColumnElement[bool]) -> tuple[Order, ...]:
        statement = select_fields(ORDERS, Order).where(*conditions).order_by(ORDERS.c.sequence.desc())
        return tuple(Order(*row) for row in self._connection.execute(statement))
