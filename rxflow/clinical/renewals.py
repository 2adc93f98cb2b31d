"""How many fills a prescriber's renewal may authorize."""

from datetime import date

from rxflow.clinical.medication import Medication
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.drug import Schedule

MOST_REFILLS = 11
"""A year of monthly fills, for as long as most states let a prescription live (DOMAIN.md §1.2)."""
_NEVER_RENEWED = frozenset({Schedule.II, Schedule.UNKNOWN})


def most_refills(medication: Medication, tables: ClinicalTables, today: date, state: str | None = None) -> int:
    """The most fills that a renewal of a medicine may give; 0 where it cannot be renewed here.

    Source: 21 CFR 1306.12(a) (schedule II: each fill is a new prescription) and 1306.22(a) (at most five refills
    of III and IV); an unknown schedule is treated as controlled (DOMAIN.md §1.2); state law, a table.
    """
    if medication.schedule in _NEVER_RENEWED:
        return 0
    by_law = tables.schedule_rule(medication.schedule, state, today).max_refills
    return MOST_REFILLS if by_law is None else min(MOST_REFILLS, by_law)
