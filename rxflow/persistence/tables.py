"""The tables. Times are aware UTC and money is exact; ids are opaque and `sequence` is the order of writing."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    event,
    text,
)

from rxflow.domain.case import CaseStep
from rxflow.domain.finding import Route
from rxflow.domain.order import OrderStatus
from rxflow.domain.report import ReportKind
from rxflow.persistence.column_types import CodeList, JsonObject, Money, UtcDateTime, words

METADATA = MetaData()

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("session_id", String(64), nullable=False, unique=True),
    Column("patient_id", String(64), nullable=False, index=True),
    Column("conversation_type", String(32), nullable=False),
    Column("browser_key_hash", String(64), index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
)

TURNS = Table(
    "turns",
    METADATA,
    Column("session_id", ForeignKey("sessions.session_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("patient_text", Text, nullable=False),
    Column("reply", Text, nullable=False),
    Column("state", String(32), nullable=False),
    Column("detail", JsonObject, nullable=False),
)

QUOTES = Table(
    "quotes",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("quote_id", String(32), nullable=False, unique=True),
    Column("session_id", ForeignKey("sessions.session_id"), nullable=False),
    Column("patient_id", String(64), nullable=False),
    Column("rx_number", String(32), nullable=False),
    Column("fill_number", Integer, nullable=False),
    Column("medication", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("amount", Text, nullable=False),
    Column("pharmacy_id", String(32), nullable=False),
    Column("pharmacy_name", Text, nullable=False),
    Column("cash_price", Money, nullable=False),
    Column("patient_pays", Money, nullable=False),
    Column("insurance_pays", Money),
    Column("ready_at", UtcDateTime, nullable=False),
    Column("quoted_at", UtcDateTime, nullable=False),
    Index("ix_quotes_session_rx", "session_id", "rx_number"),
)

QUOTE_WITHDRAWALS = Table(
    "quote_withdrawals",
    METADATA,
    Column("quote_id", ForeignKey("quotes.quote_id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("reason", String(32), nullable=False),
)

CONSENTS = Table(
    "consents",
    METADATA,
    Column("quote_id", ForeignKey("quotes.quote_id"), primary_key=True),
    Column("session_id", ForeignKey("sessions.session_id"), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("means", words(("words", "button")), nullable=False),
)

ORDERS = Table(
    "orders",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("order_id", String(32), nullable=False, unique=True),
    Column("quote_id", ForeignKey("quotes.quote_id"), nullable=False, unique=True),
    Column("patient_id", String(64), nullable=False, index=True),
    Column("rx_number", String(32), nullable=False),
    Column("fill_number", Integer, nullable=False),
    Column("generic_name", Text, nullable=False),
    Column("strength", Text, nullable=False),
    Column("medication", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("amount", Text, nullable=False),
    Column("pharmacy_id", String(32), nullable=False),
    Column("pharmacy_name", Text, nullable=False),
    Column("patient_pays", Money, nullable=False),
    Column("status", words(OrderStatus), nullable=False),
    Column("ready_at", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_orders_stock", "pharmacy_id", "generic_name", "strength"),
)

_NOT_CANCELLED = text(f"status != '{OrderStatus.CANCELLED}'")
Index(
    "uq_orders_fill",
    ORDERS.c.rx_number,
    ORDERS.c.fill_number,
    unique=True,
    sqlite_where=_NOT_CANCELLED,
    postgresql_where=_NOT_CANCELLED,
)

ORDER_EVENTS = Table(
    "order_events",
    METADATA,
    Column("order_id", ForeignKey("orders.order_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("status", words(OrderStatus), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("reason", Text, nullable=False),
)

CASES = Table(
    "cases",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("case_id", String(32), nullable=False, unique=True),
    Column("patient_id", String(64), nullable=False, index=True),
    Column("session_id", ForeignKey("sessions.session_id"), nullable=False, index=True),
    Column("route", words(Route), nullable=False),
    Column("reason", Text, nullable=False),
    Column("findings", CodeList, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("told", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("status", words(("open", "resolved")), nullable=False, index=True),
    Column("rx_number", String(32)),
)

CASE_STEPS = Table(
    "case_steps",
    METADATA,
    Column("case_id", ForeignKey("cases.case_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("step", words(CaseStep), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("note", Text, nullable=False),
    Column("valid_until", Date),
)

PATIENT_REPORTS = Table(
    "patient_reports",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("patient_id", String(64), nullable=False, index=True),
    Column("kind", words(ReportKind), nullable=False),
    Column("subject", Text, nullable=False),
    Column("case_id", ForeignKey("cases.case_id"), nullable=False),
    Column("reported_at", UtcDateTime, nullable=False),
)


@event.listens_for(QUOTE_WITHDRAWALS, "after_create")
@event.listens_for(CASE_STEPS, "after_create")
@event.listens_for(CONSENTS, "after_create")
@event.listens_for(ORDER_EVENTS, "after_create")
def _refuse_changes(table: Table, connection: Connection, **_: object) -> None:
    # What was agreed to, and what happened to an order or a case, is history: the database itself refuses to change it.
    if connection.dialect.name != "sqlite":
        return
    for act in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table.name}_no_{act.lower()} BEFORE {act} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, '{table.name} is append-only'); END"
        )
