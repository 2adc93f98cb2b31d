"""The same rows by plain mapped classes: what an order costs when nothing is assessed, sealed, hashed or chained."""

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, String
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from rxflow.domain.order import Consent, Order
from rxflow.persistence.column_types import UtcDateTime


class Base(DeclarativeBase):
    """The plain tables."""

    type_annotation_map = {datetime: UtcDateTime}  # noqa: RUF012 - as SQLAlchemy wants it


class PlainConsent(Base):
    """A consent."""

    __tablename__ = "plain_consents"
    quote_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    session_id: Mapped[str]
    given_at: Mapped[datetime]
    means: Mapped[str]


class PlainOrder(Base):
    """An order."""

    __tablename__ = "plain_orders"
    sequence: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[str] = mapped_column(String(32), unique=True)
    quote_id: Mapped[str] = mapped_column(String(32), unique=True)
    patient_id: Mapped[str] = mapped_column(index=True)
    rx_number: Mapped[str]
    fill_number: Mapped[int]
    medication: Mapped[str]
    quantity: Mapped[int]
    amount: Mapped[str]
    pharmacy_id: Mapped[str]
    pharmacy_name: Mapped[str]
    patient_pays: Mapped[str]
    status: Mapped[str]
    ready_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class PlainEvent(Base):
    """A step of an order."""

    __tablename__ = "plain_order_events"
    order_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str]
    reason: Mapped[str]


class PlainAudit(Base):
    """An event of an audit trail without a chain."""

    __tablename__ = "plain_audit_events"
    sequence: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    patient_id: Mapped[str] = mapped_column(index=True)
    session_id: Mapped[str]
    object: Mapped[str]
    detail: Mapped[str]


class PlainStock(Base):
    """What is taken of a pharmacy's stock."""

    __tablename__ = "plain_reserved_stock"
    pharmacy_id: Mapped[str] = mapped_column(String(32), primary_key=True)
    product: Mapped[str] = mapped_column(primary_key=True)
    fills: Mapped[int]


def keep(engine: Engine, order: Order, consent: Consent) -> None:
    """Keep an order with its consent, its first step, an audit event and its place in stock, in one transaction."""
    row: dict[str, Any] = {name: getattr(order, name) for name in Order.__dataclass_fields__}
    row |= {"status": order.status.value, "patient_pays": str(order.patient_pays)}
    with Session(engine) as session, session.begin():
        stock = session.get(PlainStock, (order.pharmacy_id, order.medication), with_for_update=True)
        if stock is None:
            session.add(PlainStock(pharmacy_id=order.pharmacy_id, product=order.medication, fills=1))
        else:
            stock.fills += 1
        session.add_all(
            [
                PlainConsent(
                    quote_id=consent.quote_id,
                    session_id=consent.session_id,
                    given_at=consent.given_at,
                    means=consent.means,
                ),
                PlainOrder(**row, quote_id=consent.quote_id, version=1),
                PlainEvent(
                    order_id=order.order_id,
                    number=1,
                    status=order.status.value,
                    at=order.created_at,
                    actor="patient",
                    reason="",
                ),
                PlainAudit(
                    at=order.created_at,
                    actor="patient",
                    action="order_submitted",
                    patient_id=order.patient_id,
                    session_id=consent.session_id,
                    object=order.order_id,
                    detail='{"fill_number": 1}',
                ),
            ]
        )
