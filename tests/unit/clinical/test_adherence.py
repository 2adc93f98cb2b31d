"""Proportion of days covered, and the possession ratio."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.adherence import Adherence, is_measured, proportion_of_days_covered
from tests.unit.clinical.builders import medication

FILLS = [date(2025, 2, 10), date(2025, 5, 1), date(2025, 8, 25), date(2025, 12, 1)]
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def test_the_worked_example_of_the_rule_book() -> None:
    adherence = proportion_of_days_covered(FILLS, 90, date(2025, 12, 31))

    assert adherence is not None
    assert (adherence.covered_days, adherence.period_days) == (301, 325)
    assert (adherence.pdc_percent, adherence.mpr_percent) == (Decimal("92.6"), Decimal("110.8"))


def test_an_early_fill_starts_when_the_one_before_ends() -> None:
    adherence = proportion_of_days_covered([date(2025, 10, 4), date(2025, 11, 1)], 30, date(2025, 12, 2))

    assert adherence is not None
    assert adherence.covered_days == adherence.period_days == 60


def test_a_fill_on_the_last_day_of_the_period_covers_that_day() -> None:
    adherence = proportion_of_days_covered([date(2025, 1, 1), date(2025, 1, 10)], 3, date(2025, 1, 10))

    assert adherence is not None
    assert (adherence.covered_days, adherence.period_days) == (4, 10)


def test_supply_that_begins_after_the_period_covers_nothing_of_it() -> None:
    adherence = proportion_of_days_covered([date(2025, 1, day) for day in (1, 2, 3)], 30, date(2025, 1, 10))

    assert adherence is not None
    assert adherence.covered_days == adherence.period_days == 10


def test_half_a_tenth_of_a_percent_is_rounded_up() -> None:
    adherence = proportion_of_days_covered([date(2025, 1, 1), date(2025, 1, 2)], 1, date(2025, 2, 1))

    assert adherence is not None  # 2 of 32 days are 6.25 %
    assert adherence.pdc_percent == adherence.mpr_percent == Decimal("6.3")


@pytest.mark.parametrize(
    "fills",
    [[], [FILLS[0]], [FILLS[0], FILLS[0]], [FILLS[0], date(2026, 1, 1)]],
    ids=["none", "one", "one day twice", "one after the period"],
)
def test_fewer_than_two_fills_on_different_days_say_nothing(fills: list[date]) -> None:
    assert proportion_of_days_covered(fills, 90, date(2025, 12, 31)) is None


@pytest.mark.parametrize(("covered", "adherent"), [(8, True), (7, False)])
def test_eighty_percent_is_adherent(covered: int, adherent: bool) -> None:
    # Two fills of half the days each, the second right after the first, in a period of ten days.
    fills = [date(2025, 1, 1), date(2025, 1, 2)] if covered % 2 == 0 else [date(2025, 1, 1), date(2025, 1, 7)]
    adherence = proportion_of_days_covered(fills, 4, date(2025, 1, 10 if covered % 2 == 0 else 11))

    assert adherence is not None
    assert adherence.is_adherent is adherent


@given(st.lists(DAYS, max_size=12), st.integers(1, 100), DAYS)
def test_days_covered_are_a_part_of_the_period(fills: list[date], days: int, end: date) -> None:
    adherence = proportion_of_days_covered(fills, days, end)

    assert adherence is None or (0 < adherence.pdc <= 1 and adherence.pdc <= adherence.mpr)


@given(st.lists(DAYS, min_size=2, max_size=8, unique=True), st.integers(1, 100))
def test_the_order_of_fills_changes_nothing(fills: list[date], days: int) -> None:
    end = max(fills) + timedelta(days=30)

    assert proportion_of_days_covered(fills, days, end) == proportion_of_days_covered(sorted(fills), days, end)


def test_a_supply_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^days_supply must be at least 1 day$"):
        proportion_of_days_covered(FILLS, 0, date(2025, 12, 31))


@pytest.mark.parametrize(("period", "missed"), [(10, 2), (9, 1), (4, 0), (365, 73), (366, 73)])
def test_the_days_that_may_be_missed_leave_eighty_percent(period: int, missed: int) -> None:
    assert Adherence(0, period, Decimal(0), Decimal(0)).days_that_may_be_missed == missed


@pytest.mark.parametrize(
    ("name", "sig", "measured"),
    [
        ("lisinopril", "Take 1 tablet daily", True),
        ("lisinopril", "Take 1 tablet AS NEEDED", False),
        ("lisinopril", "1 tab po q6h prn", False),
        ("sumatriptan", "Take 1 tablet at migraine onset", False),
        ("naloxone", "Spray 1 dose for suspected overdose", False),
        ("insulin glargine", "Inject 24 units at bedtime", False),
    ],
)
def test_what_is_taken_as_needed_or_varies_is_not_measured(name: str, sig: str, measured: bool) -> None:
    assert is_measured(medication(name, sig=sig)) is measured
