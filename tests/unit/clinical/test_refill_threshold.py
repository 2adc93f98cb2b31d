"""Whose threshold and whose way of counting decides the first refill day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from rxflow.clinical.refill_date import check_refill_date, earliest_by_plan, refill_threshold
from rxflow.clinical.tables import ClinicalTables
from rxflow.domain.drug import Schedule
from tests.unit.clinical.builders import A_PLAN, TABLES, TODAY, medication, rule


def with_threshold(schedule: Schedule, part: str | None) -> ClinicalTables:
    return replace(TABLES, schedule_rules={schedule: rule(schedule, None, None, None, part)})


@pytest.mark.parametrize(
    ("schedule", "part", "threshold"),
    [
        (Schedule.IV, "0.85", "0.85"),
        (Schedule.IV, None, "0.90"),
        (Schedule.NONE, "0.85", "0.85"),
        (Schedule.NONE, None, "0.75"),
    ],
)
def test_without_a_plan_the_table_sets_the_threshold(schedule: Schedule, part: str | None, threshold: str) -> None:
    assert refill_threshold(schedule, None, with_threshold(schedule, part)) == Decimal(threshold)


@pytest.mark.parametrize(("rounding", "too_soon"), [("up", True), ("down", False)])
def test_a_refill_is_too_soon_as_the_plan_counts(rounding: str, too_soon: bool) -> None:
    plan = replace(A_PLAN, refill_threshold=Decimal("0.85"), refill_rounding=rounding)  # type: ignore[arg-type]
    asked = medication(fills=(TODAY - timedelta(days=25),))

    assert (check_refill_date(asked, plan, TABLES, TODAY) is not None) is too_soon


def test_a_fill_on_the_first_day_looked_back_at_still_counts() -> None:
    by_hand = replace(A_PLAN, refill_counts_on_hand=True)
    last = date(2026, 10, 1)
    fills = [last, last - timedelta(days=180)]

    assert earliest_by_plan(fills, 200, Decimal(1), by_hand) == last + timedelta(days=220)
    assert earliest_by_plan([last, fills[1] - timedelta(days=1)], 200, Decimal(1), by_hand) == last + timedelta(
        days=200
    )
