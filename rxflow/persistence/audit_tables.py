"""The tables of the audit trail: events that are only ever added, each bound to the one before, and where they end."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, String, Table, Text

from rxflow.persistence.append_only import refuse_changes
from rxflow.persistence.column_types import REF, SEQUENCE, UtcDateTime
from rxflow.persistence.tables import METADATA

AUDIT_EVENTS = Table(
    "audit_events",
    METADATA,
    # Given by us, without gaps: a gap is an event that is missing.
    Column("sequence", SEQUENCE, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("action", String(32), nullable=False),
    Column("patient_ref", REF),
    Column("session_id", String(64)),
    Column("object", String(64)),
    # JSON text as it was written: the chain is over its very bytes.
    Column("detail", Text, nullable=False),
    Column("mac", LargeBinary(32), nullable=False),
    Index("ix_audit_events_patient", "patient_ref", "sequence"),
    # What happened in a period, of a few kinds (`rxflow.persistence.insight_repository`).
    Index("ix_audit_events_action", "action", "at"),
)

AUDIT_HEAD = Table(
    "audit_head",
    METADATA,
    Column("id", Integer, CheckConstraint("id = 1", name="ck_audit_head_one"), primary_key=True, autoincrement=False),
    Column("sequence", SEQUENCE, nullable=False),
    Column("mac", LargeBinary(32), nullable=False),
    Column("proof", LargeBinary(32), nullable=False),
)

HEAD_MAY_CHANGE = ("sequence", "mac", "proof")

refuse_changes(AUDIT_EVENTS)
refuse_changes(AUDIT_HEAD, HEAD_MAY_CHANGE)
