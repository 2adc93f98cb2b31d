"""The tables of who may come in: tries to be recognised, and the pharmacy's staff."""

from sqlalchemy import Column, Index, Integer, String, Table

from rxflow.domain.identity_check import Outcome
from rxflow.domain.user import Role
from rxflow.persistence.append_only import refuse_changes
from rxflow.persistence.column_types import REF, UtcDateTime, sealed_column, sequence_column, words
from rxflow.persistence.tables import METADATA

IDENTITY_CHECKS = Table(
    "identity_checks",
    METADATA,
    sequence_column(),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("claim_ref", REF, nullable=False),
    Column("subject_ref", REF),
    Column("source_ref", REF, nullable=False),
    Column("outcome", words(Outcome), nullable=False),
    Index("ix_identity_checks_claim", "claim_ref", "at"),
    Index("ix_identity_checks_subject", "subject_ref", "at"),
)
"""Who somebody said they were is here as keyed hashes only. No row changes; retention removes the oldest."""

USERS = Table(
    "users",
    METADATA,
    Column("user_id", String(32), primary_key=True),
    Column("role", words(Role), nullable=False),
    Column("password_hash", String(255), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("disabled_at", UtcDateTime),
    Column("version", Integer, nullable=False),
    sealed_column(),
)
"""`sealed` holds the name, and the role and the password hash once more: nobody is let in by changing them here."""


refuse_changes(IDENTITY_CHECKS, may_delete=True)
