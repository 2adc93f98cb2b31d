"""How much of the time a patient had the medicine on hand."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from rxflow.clinical.medication import Medication

ADHERENT = Decimal("0.80")
_AS_NEEDED = re.compile(r"\b(?:as|if|when) needed\b|\bprn\b|\bat (?:\w+ )?onset\b|\bfor suspected\b")


@dataclass(frozen=True, slots=True)
class Adherence:
    """Days covered and days in the period, and the two ratios of DOMAIN.md §2, unrounded (1 is 100 %).

    `pdc` never exceeds 1. `mpr` can, because it counts every day supplied.
    """

    covered_days: int
    period_days: int
    pdc: Decimal
    mpr: Decimal

    @property
    def is_adherent(self) -> bool:
        """At least 80 % of days covered, judged before rounding (PQA threshold, DOMAIN.md §2)."""
        return self.pdc >= ADHERENT

    @property
    def days_that_may_be_missed(self) -> int:
        """Days of this period without the medicine that still leave 80 % covered (DOMAIN.md §2)."""
        return self.period_days - math.ceil(ADHERENT * self.period_days)

    @property
    def pdc_percent(self) -> Decimal:
        """Percent of days covered with one decimal."""
        return _percent(self.pdc)

    @property
    def mpr_percent(self) -> Decimal:
        """Medication possession ratio in percent with one decimal."""
        return _percent(self.mpr)


def is_measured(medication: Medication) -> bool:
    """Whether days covered mean anything: not for what is taken as needed, nor for insulin, whose use varies.

    Source: DOMAIN.md §2 (no PDC for PRN or injectables with variable use).
    """
    varies = any(name.startswith("insulin") for name in medication.ingredients)
    return not varies and not _AS_NEEDED.search(medication.prescription.sig.lower())


def proportion_of_days_covered(fills: Sequence[date], days_supply: int, period_end: date) -> Adherence | None:
    """Proportion of days covered from the first fill through `period_end`, and the possession ratio.

    A fill before the last one has run out starts the day after it ends; supply past the period's end is cut. Fills on
    one day count once; fills after the period are ignored. Source: PQA PDC, DOMAIN.md §2.

    Args:
        fills: Days of the fills of one medicine, in any order.
        days_supply: Days that each fill lasts.
        period_end: Last day of the period, counted.

    Returns:
        None when there are fewer than two fills on different days.

    Raises:
        ValueError: `days_supply` is below 1.
    """
    if days_supply < 1:
        raise ValueError("days_supply must be at least 1 day")
    days = sorted({fill for fill in fills if fill <= period_end})
    if len(days) < 2:
        return None
    period_days = (period_end - days[0]).days + 1
    covered, next_free = 0, days[0]
    for fill in days:
        starts = max(fill, next_free)
        next_free = starts + timedelta(days=days_supply)
        covered += max(0, (min(next_free, period_end + timedelta(days=1)) - starts).days)
    supplied = days_supply * len(days)
    return Adherence(covered, period_days, Decimal(covered) / period_days, Decimal(supplied) / period_days)


def _percent(ratio: Decimal) -> Decimal:
    return (ratio * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
