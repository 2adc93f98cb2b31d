"""Medicines that are dangerous to run out of, and whether a patient is about to."""

from datetime import date, timedelta

from rxflow.clinical.medication import Medication
from rxflow.clinical.tables import ClinicalTables

NEARLY_OUT_DAYS = 7


def is_risky_to_stop(medication: Medication, tables: ClinicalTables) -> bool:
    """Whether stopping suddenly is dangerous; what only acts where it is put, such as eye drops, is not.

    Source: DOMAIN.md §1.7 (abrupt-stop risk list, a table).
    """
    return not medication.acts_locally and any(name in tables.abrupt_stop for name in medication.names)


def is_nearly_out(medication: Medication, today: date) -> bool:
    """Whether at most seven days of the last fill are left, or nothing is known of a fill (DOMAIN.md §1.7)."""
    rx = medication.prescription
    if rx.last_fill is None:
        return True
    return rx.last_fill + timedelta(days=rx.days_supply - NEARLY_OUT_DAYS) <= today


def needs_someone_today(medication: Medication, tables: ClinicalTables, today: date) -> bool:
    """Whether a case about this medicine is for the same day (DOMAIN.md §1.7: out or nearly out)."""
    return is_risky_to_stop(medication, tables) and is_nearly_out(medication, today)
