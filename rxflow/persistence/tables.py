"""The tables. Times are aware UTC and money is exact; ids are opaque and `sequence` is the order of writing.

All that never changes about a row is in `sealed`, encrypted and bound to the row; rows are found by keyed hashes
(`…_ref`). What stays readable is what changes, and copies of what the database searches, constrains or counts and
operators need: opaque ids, states, times, pharmacies. Copies and hashes are held to the box when a row is read.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from rxflow.domain.case import CaseStep
from rxflow.domain.finding import Route
from rxflow.domain.order import OrderStatus
from rxflow.persistence.append_only import refuse_changes
from rxflow.persistence.column_types import REF, UtcDateTime, sealed_column, sequence_column, words
from rxflow.persistence.records import SEALED

METADATA = MetaData()

SESSIONS = Table(
    "sessions",
    METADATA,
    sequence_column(),
    Column("session_id", String(64), nullable=False, unique=True),
    Column("patient_ref", REF, nullable=False, index=True),
    Column("browser_key_hash", String(64), index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("ended_at", UtcDateTime),
    # When its words were deleted; the row itself stays for the orders and cases that refer to it.
    Column("forgotten_at", UtcDateTime),
    Column("last_seen_at", UtcDateTime),
    sealed_column(),
)

TURNS = Table(
    "turns",
    METADATA,
    Column("session_id", ForeignKey("sessions.session_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("message_id", String(64)),
    sealed_column(),
    UniqueConstraint("session_id", "message_id", name="uq_turns_message"),
)

QUOTES = Table(
    "quotes",
    METADATA,
    sequence_column(),
    Column("quote_id", String(32), nullable=False, unique=True),
    Column("session_id", ForeignKey("sessions.session_id"), nullable=False),
    Column("rx_ref", REF, nullable=False),
    Column("quoted_at", UtcDateTime, nullable=False),
    sealed_column(),
    Index("ix_quotes_session_rx", "session_id", "rx_ref"),
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
    sequence_column(),
    Column("order_id", String(32), nullable=False, unique=True),
    Column("quote_id", ForeignKey("quotes.quote_id"), nullable=False, unique=True),
    Column("patient_ref", REF, nullable=False, index=True),
    Column("rx_ref", REF, nullable=False),
    Column("fill_number", Integer, nullable=False),
    Column("product_ref", REF, nullable=False),
    Column("pharmacy_id", String(32), nullable=False),
    Column("status", words(OrderStatus), nullable=False),
    Column("ready_at", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("version", Integer, nullable=False),
    sealed_column(),
)

_NOT_CANCELLED = text(f"status != '{OrderStatus.CANCELLED}'")
Index(
    "uq_orders_fill",
    ORDERS.c.rx_ref,
    ORDERS.c.fill_number,
    unique=True,
    sqlite_where=_NOT_CANCELLED,
    postgresql_where=_NOT_CANCELLED,
)
_IS_OPEN_HERE = text(f"status NOT IN ('{OrderStatus.PICKED_UP}', '{OrderStatus.CANCELLED}')")
IS_OPEN = text(f"orders.{_IS_OPEN_HERE.text}")
"""What the pharmacy has yet to do. Words, not parameters: only so a database sees that the index below answers it."""
Index("ix_orders_open", ORDERS.c.ready_at, sqlite_where=_IS_OPEN_HERE, postgresql_where=_IS_OPEN_HERE)

RESERVED_STOCK = Table(
    "reserved_stock",
    METADATA,
    Column("pharmacy_id", String(32), primary_key=True),
    Column("product_ref", REF, primary_key=True),
    Column("fills", Integer, CheckConstraint("fills >= 0", name="ck_reserved_stock_fills"), nullable=False),
)
"""How many fills of a product the orders that are not cancelled take from a pharmacy, kept as they come and go."""

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
    sequence_column(),
    Column("case_id", String(32), nullable=False, unique=True),
    Column("patient_ref", REF, nullable=False, index=True),
    Column("session_id", ForeignKey("sessions.session_id"), nullable=False, index=True),
    Column("route", words(Route), nullable=False),
    Column("rx_ref", REF),
    Column("reason_ref", REF, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("status", words(("open", "resolved")), nullable=False, index=True),
    sealed_column(),
)

CASE_STEPS = Table(
    "case_steps",
    METADATA,
    Column("case_id", ForeignKey("cases.case_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("step", words(CaseStep), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("valid_until", Date),
    sealed_column(),
)

PATIENT_REPORTS = Table(
    "patient_reports",
    METADATA,
    sequence_column(),
    Column("patient_ref", REF, nullable=False, index=True),
    Column("report_ref", REF, nullable=False),
    Column("case_id", ForeignKey("cases.case_id"), nullable=False),
    Column("reported_at", UtcDateTime, nullable=False),
    sealed_column(),
)

APPEND_ONLY = (QUOTE_WITHDRAWALS, CONSENTS, ORDER_EVENTS, CASE_STEPS)
"""What was agreed to, and what happened to an order or a case, is history: the database itself refuses to change it.

Only a sealed column may be written again, by the same box under a newer key.
"""


for _table in APPEND_ONLY:
    refuse_changes(_table, may_change=(SEALED,))
