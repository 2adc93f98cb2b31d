"""The tables of imported reference data.

An import writes a data set of its own, which nobody sees before it is finished. What is small and the same for everyone
(drugs, pharmacies, plans, rules: the catalogue) is loaded whole when a process starts; what grows with the patients is
looked up by key. A process serves the newest finished data set that has the catalogue it started with.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from rxflow.persistence.column_types import REF, UtcDateTime, sealed_column, sequence_column
from rxflow.persistence.tables import METADATA

__all__ = ["AUTHORIZATIONS", "CATALOGUE", "DATASETS", "METADATA", "OF_DATASET", "PATIENTS", "PRESCRIPTIONS", "STOCK"]

DATASETS = Table(
    "reference_datasets",
    METADATA,
    sequence_column(),
    Column("catalogue", REF, nullable=False, index=True),
    Column("touched_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("counts", Text, nullable=False),
    # A number is never used again: an import that was taken for dead must not write into another.
    sqlite_autoincrement=True,
)

CATALOGUE = Table(
    "reference_catalogue",
    METADATA,
    Column("catalogue", REF, primary_key=True),
    Column("noun", String(32), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False),
)

PATIENTS = Table(
    "reference_patients",
    METADATA,
    Column("dataset", ForeignKey("reference_datasets.sequence"), primary_key=True),
    Column("patient_ref", REF, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name_ref", REF, nullable=False),
    Column("guardian_ref", REF),
    sealed_column(),
    Index("ix_reference_patients_position", "dataset", "position"),
    Index("ix_reference_patients_name", "name_ref"),
    Index("ix_reference_patients_guardian", "guardian_ref"),
)


def _of_patients(name: str) -> Table:
    """A table of what is on file for patients, each patient's in its order."""
    return Table(
        name,
        METADATA,
        Column("dataset", ForeignKey("reference_datasets.sequence"), primary_key=True),
        Column("patient_ref", REF, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        sealed_column(),
    )


PRESCRIPTIONS = _of_patients("reference_prescriptions")
AUTHORIZATIONS = _of_patients("reference_authorizations")

STOCK = Table(
    "reference_stock",
    METADATA,
    Column("dataset", ForeignKey("reference_datasets.sequence"), primary_key=True),
    Column("generic_name", Text, primary_key=True),
    Column("strength", Text, primary_key=True),
    Column("pharmacy_id", Text, primary_key=True),
    Column("fills_available", Integer),
)

OF_DATASET = (STOCK, AUTHORIZATIONS, PRESCRIPTIONS, PATIENTS)
"""What is removed with a data set, in this order."""
