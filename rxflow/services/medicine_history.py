"""How one medicine was filled: what each fill covered, where there was none, and what that comes to."""

from dataclasses import dataclass
from datetime import date

from rxflow.clinical.adherence import (
    Adherence,
    CoveredPeriod,
    covered_periods,
    gaps_between,
    is_measured,
    proportion_of_days_covered,
)
from rxflow.clinical.medication import Medication
from rxflow.domain.prescription import Prescription

__all__ = ["Adherence", "MedicineHistory", "medicine_history"]


@dataclass(frozen=True, slots=True)
class MedicineHistory:
    """How one medicine was filled up to today.

    Attributes:
        prescription: With every active order counted as a fill and a refill taken.
        dispensed: With those fills alone that were handed over.
        expires_on: The last day on which it can be filled, or None without a limit.
        is_measured: Whether days covered mean anything.
        adherence: The days covered; None with fewer than two fills, and where they are not measured.
        periods: The days that each fill covered, oldest first.
        gaps: The first and the last day of each gap between them and up to today, oldest first.
    """

    prescription: Prescription
    dispensed: Prescription
    expires_on: date | None
    is_measured: bool
    adherence: Adherence | None
    periods: tuple[CoveredPeriod, ...]
    gaps: tuple[tuple[date, date], ...]


def medicine_history(
    prescription: Prescription, dispensed: Medication, expires_on: date | None, today: date
) -> MedicineHistory:
    """Put together the history of one medicine.

    Args:
        prescription: With every active order counted.
        dispensed: With those fills alone that were handed over, and the drug.
        expires_on: The last day on which it can be filled, or None.
        today: The pharmacies' current day.
    """
    item, applies = dispensed.prescription, is_measured(dispensed)
    periods = covered_periods(item.fills, item.days_supply, today)
    return MedicineHistory(
        prescription,
        item,
        expires_on,
        applies,
        proportion_of_days_covered(item.fills, item.days_supply, today) if applies else None,
        periods,
        gaps_between(periods, today),
    )
