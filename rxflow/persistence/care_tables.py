"""The table of what people of the pharmacy write into patients' conversations."""

from sqlalchemy import Column, ForeignKey, Integer, Table

from rxflow.domain.care_message import CareMessageKind
from rxflow.persistence.append_only import refuse_changes
from rxflow.persistence.column_types import UtcDateTime, sealed_column, words
from rxflow.persistence.records import SEALED
from rxflow.persistence.tables import METADATA

CARE_MESSAGES = Table(
    "care_messages",
    METADATA,
    Column("session_id", ForeignKey("sessions.session_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", words(CareMessageKind), nullable=False),
    sealed_column(),
)
"""Who wrote it, about what, and the words are in `sealed`. No message changes; all go with their conversation."""

refuse_changes(CARE_MESSAGES, may_change=(SEALED,), may_delete=True)
