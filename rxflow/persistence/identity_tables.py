"""The tables of who may come in: tries to be recognised, the pharmacy's staff, accounts, and who is signed in."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, text

from rxflow.domain.acting import ActingAs
from rxflow.domain.identity_check import Outcome
from rxflow.domain.user import Role
from rxflow.persistence.append_only import refuse_changes
from rxflow.persistence.column_types import REF, UtcDateTime, sealed_column, sequence_column, words
from rxflow.persistence.records import SEALED
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

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("account_id", String(64), primary_key=True),
    Column("login_ref", REF, nullable=False, unique=True),
    Column("patient_ref", REF, nullable=False),
    Column("acting_as", words(ActingAs), nullable=False),
    Column("password_hash", String(255), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    sealed_column(),
)
"""`sealed` holds the login and the patient. A person has one account at a time for a patient."""

_OPEN = text("closed_at IS NULL")
Index(
    "uq_accounts_person",
    ACCOUNTS.c.patient_ref,
    ACCOUNTS.c.acting_as,
    unique=True,
    sqlite_where=_OPEN,
    postgresql_where=_OPEN,
)

SIGN_INS = Table(
    "sign_ins",
    METADATA,
    Column("sign_in_id", String(64), primary_key=True),
    Column("subject_ref", REF, nullable=False, index=True),
    Column("started_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False, index=True),
    Column("ended_at", UtcDateTime),
    sealed_column(),
)
"""Who is signed in, in whose name, is in `sealed`."""

REFRESH_TOKENS = Table(
    "refresh_tokens",
    METADATA,
    Column("sign_in_id", ForeignKey("sign_ins.sign_in_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("token_ref", REF, nullable=False, unique=True),
    Column("issued_at", UtcDateTime, nullable=False),
    sealed_column(),
)
"""Tokens are here as keyed hashes only, those that were used too: one that comes again was stolen."""

BROWSER_SIGN_INS = Table(
    "browser_sign_ins",
    METADATA,
    Column("browser_ref", REF, primary_key=True),
    Column("sign_in_id", ForeignKey("sign_ins.sign_in_id"), nullable=False, index=True),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("vouched_at", UtcDateTime),
    sealed_column(),
)
"""Which browser a sign-in was made in: the key of its cookie is here as a keyed hash only. One sign-in a browser."""

refuse_changes(IDENTITY_CHECKS, may_delete=True)
refuse_changes(REFRESH_TOKENS, may_change=(SEALED,), may_delete=True)
