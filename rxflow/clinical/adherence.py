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


@dataclass(frozen=True, slots=True)
class CoveredPeriod:
    """The days that one fill covers, both counted; none where the last day comes before the first."""

    filled_on: date
    first_day: date
    last_day: date

    @property
    def days(self) -> int:
        return max(0, (self.last_day - self.first_day).days + 1)


def is_measured(medication: Medication) -> bool:
    """Whether days covered mean anything: not for what is taken as needed, nor for insulin, whose use varies.

    Source: DOMAIN.md §2 (no PDC for PRN or injectables with variable use).
    """
    varies = any(name.startswith("insulin") for name in medication.ingredients)
    return not varies and not _AS_NEEDED.search(medication.prescription.sig.lower())


def covered_periods(fills: Sequence[date], days_supply: int, period_end: date) -> tuple[CoveredPeriod, ...]:
    """The days that each fill covered, oldest first.

    A fill before the last one has run out starts the day after it ends; supply past the period's end is cut. Fills on
    one day count once; fills after the period are ignored. Source: PQA PDC, DOMAIN.md §2.

    Args:
        fills: Days of the fills of one medicine, in any order.
        days_supply: Days that each fill lasts.
        period_end: Last day of the period, counted.

    Raises:
        ValueError: `days_supply` is below 1.
    """
    if days_supply < 1:
        raise ValueError("days_supply must be at least 1 day")
    periods, next_free = list[CoveredPeriod](), date.min
    for fill in sorted({fill for fill in fills if fill <= period_end}):
        starts = max(fill, next_free)
        next_free = starts + timedelta(days=days_supply)
        periods.append(CoveredPeriod(fill, starts, min(next_free - timedelta(days=1), period_end)))
    return tuple(periods)


def gaps_between(periods: Sequence[CoveredPeriod], period_end: date) -> tuple[tuple[date, date], ...]:
    """The first and the last day of each gap that fills leave, up to the period's end, oldest first.

    Args:
        periods: As `covered_periods` gives them.
        period_end: Last day of the period, counted.
    """
    begins = [period.first_day for period in periods[1:]] + [period_end + timedelta(days=1)]
    between = zip((period.last_day + timedelta(days=1) for period in periods), begins, strict=False)
    return tuple((free, begin - timedelta(days=1)) for free, begin in between if free < begin)


def proportion_of_days_covered(fills: Sequence[date], days_supply: int, period_end: date) -> Adherence | None:
    """Proportion of days covered from the first fill through `period_end`, and the possession ratio.

    Days are covered as `covered_periods` counts them. Source: PQA PDC, DOMAIN.md §2.

    Args:
        fills: Days of the fills of one medicine, in any order.
        days_supply: Days that each fill lasts.
        period_end: Last day of the period, counted.

    Returns:
        None when there are fewer than two fills on different days.

    Raises:
        ValueError: `days_supply` is below 1.
    """
    periods = covered_periods(fills, days_supply, period_end)
    if len(periods) < 2:
        return None
    period_days = (period_end - periods[0].filled_on).days + 1
    covered = sum(period.days for period in periods)
    supplied = days_supply * len(periods)
    return Adherence(covered, period_days, Decimal(covered) / period_days, Decimal(supplied) / period_days)


def _percent(ratio: Decimal) -> Decimal:
    return (ratio * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
