"""The table of the pharmacy's work on orders: acts that are only ever added."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from rxflow.domain.fulfillment import WorkAct, WorkStage
from rxflow.persistence.append_only import refuse_changes
from rxflow.persistence.column_types import UtcDateTime, sealed_column, words
from rxflow.persistence.records import SEALED
from rxflow.persistence.tables import METADATA

ORDER_WORK = Table(
    "order_work",
    METADATA,
    Column("order_id", ForeignKey("orders.order_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("act", words(WorkAct), nullable=False),
    Column("stage", words(WorkStage), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("reason", String(32)),
    Column("alert", String(64)),
    Column("expected_at", UtcDateTime),
    sealed_column(),
)
"""`sealed` holds the note, and all of the act once more."""

refuse_changes(ORDER_WORK, may_change=(SEALED,))
