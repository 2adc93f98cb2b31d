"""The table of what patients have chosen: a row for each change, with all that then held."""

from sqlalchemy import Column, Integer, String, Table, UniqueConstraint

from rxflow.persistence.append_only import refuse_changes
from rxflow.persistence.column_types import REF, UtcDateTime, sealed_column, sequence_column
from rxflow.persistence.records import SEALED
from rxflow.persistence.tables import METADATA

PREFERENCES = Table(
    "preferences",
    METADATA,
    sequence_column(),
    Column("change_id", String(32), nullable=False, unique=True),
    Column("patient_ref", REF, nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    sealed_column(),
    # Two changes that rest on the same version cannot both be kept.
    UniqueConstraint("patient_ref", "version", name="uq_preferences_version"),
)
"""The newest version counts. The ones before say when an agreement was given and withdrawn: no row changes."""

refuse_changes(PREFERENCES, may_change=(SEALED,))
