"""The first refill day: thresholds, how plans count, and prescriptions dated ahead."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.records import check_not_before
from rxflow.clinical.refill_date import check_refill_date, earliest_by_plan, earliest_refill, refill_threshold
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import FindingCode, Severity
from tests.unit.clinical.builders import A_PLAN, TABLES, TODAY, medication

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
THRESHOLDS = st.decimals("0.01", "1", places=2)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "threshold", "day"),
    [(30, "0.75", 23), (30, "0.80", 24), (30, "0.85", 26), (90, "0.75", 68), (90, "0.85", 77), (30, "0.90", 27)],
)
def test_the_first_refill_day_of_the_rule_book(days: int, threshold: str, day: int) -> None:
    assert earliest_refill(date(2026, 1, 1), days, Decimal(threshold)) == date(2026, 1, 1) + timedelta(days=day)


@given(DAYS, st.integers(1, 365), THRESHOLDS, THRESHOLDS)
def test_a_higher_threshold_never_brings_the_refill_forward(
    filled: date, days: int, one: Decimal, other: Decimal
) -> None:
    lower, higher = sorted((one, other))

    assert filled < earliest_refill(filled, days, lower) <= earliest_refill(filled, days, higher)
    assert earliest_refill(filled, days, higher) <= filled + timedelta(days=days)


@pytest.mark.parametrize(
    ("schedule", "plan_part", "threshold"),
    [
        (Schedule.NONE, None, "0.75"),
        (Schedule.NONE, "0.80", "0.80"),
        (Schedule.NONE, "0.65", "0.65"),
        (Schedule.IV, None, "0.90"),
        (Schedule.IV, "0.75", "0.90"),
        (Schedule.IV, "0.95", "0.95"),
        (Schedule.UNKNOWN, None, "0.90"),
    ],
)
def test_who_sets_the_threshold(schedule: Schedule, plan_part: str | None, threshold: str) -> None:
    plan = replace(A_PLAN, refill_threshold=Decimal(plan_part)) if plan_part else None

    assert refill_threshold(schedule, plan, TABLES) == Decimal(threshold)


@pytest.mark.parametrize(("filled_days_ago", "too_soon"), [(22, True), (23, False), (24, False)])
def test_the_refill_day_itself_is_early_enough(filled_days_ago: int, too_soon: bool) -> None:
    finding = check_refill_date(medication(fills=(days_ago(filled_days_ago),)), None, TABLES, TODAY)

    assert (finding is not None) is too_soon


def test_too_soon_gives_the_date_and_no_route() -> None:
    finding = check_refill_date(medication(fills=(date(2026, 11, 10),)), None, TABLES, TODAY)

    assert finding is not None
    assert (finding.code, finding.severity, finding.route) == (FindingCode.TOO_SOON, Severity.BLOCK, None)
    assert finding.evidence["date"] == "2026-12-03"
    assert "December 3, 2026" in finding.message


def test_a_prescription_never_filled_is_not_too_soon() -> None:
    assert check_refill_date(medication(fills=()), None, TABLES, TODAY) is None


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, date(2026, 1, 27)),
        ({"refill_rounding": "down"}, date(2026, 1, 26)),
        ({"refill_fill_day": 1}, date(2026, 1, 26)),
        ({"refill_rounding": "down", "refill_fill_day": 1}, date(2026, 1, 25)),
    ],
    ids=["as the rule book", "rounds down", "fill day is day one", "both"],
)
def test_a_plan_may_count_its_days_in_its_own_way(changes: dict[str, object], day: date) -> None:
    plan = replace(A_PLAN, **changes)  # type: ignore[arg-type]

    assert earliest_by_plan([date(2026, 1, 1)], 30, Decimal("0.85"), plan) == day


@pytest.mark.parametrize(
    ("fills", "day"),
    [
        ([date(2026, 3, 1)], date(2026, 3, 24)),
        ([date(2026, 3, 1), date(2026, 1, 30)], date(2026, 3, 24)),
        ([date(2026, 3, 1), date(2026, 2, 6)], date(2026, 3, 31)),
        ([date(2026, 3, 1), date(2026, 2, 6), date(2026, 1, 14)], date(2026, 4, 7)),
        ([date(2026, 3, 1), date(2025, 8, 1)], date(2026, 3, 24)),
    ],
    ids=["one fill", "on the day", "a week early", "a week early twice", "long before"],
)
def test_early_fills_add_up_where_the_plan_counts_supply_on_hand(fills: list[date], day: date) -> None:
    by_hand = replace(A_PLAN, refill_counts_on_hand=True)

    assert earliest_by_plan(fills, 30, Decimal("0.75"), by_hand) == day
    assert earliest_by_plan(fills, 30, Decimal("0.75"), A_PLAN) == date(2026, 3, 24)


def test_no_plan_brings_a_controlled_medicine_forward() -> None:
    lenient = replace(A_PLAN, refill_rounding="down", refill_fill_day=1)
    asked = medication("zolpidem", Schedule.IV, fills=(days_ago(25),), days_supply=28)

    assert check_refill_date(asked, lenient, TABLES, TODAY) is not None
    assert check_refill_date(asked, lenient, TABLES, TODAY + timedelta(days=1)) is None


def test_a_prescription_dated_ahead_waits_for_its_day() -> None:
    finding = check_not_before(medication(written_on=TODAY + timedelta(days=1)), TODAY)

    assert finding is not None
    assert (finding.code, finding.severity, finding.route) == (FindingCode.TOO_SOON, Severity.BLOCK, None)
    assert finding.evidence["date"] == "2026-11-22"
    assert "November 22, 2026" in finding.message
    assert check_not_before(medication(written_on=TODAY), TODAY) is None
