"""What a state may change in the limits of a schedule, and from when."""

from dataclasses import replace
from datetime import date

import pytest

from rxflow.clinical.eligibility import check_expiry, check_refills
from rxflow.clinical.tables import ClinicalTables, StateRule
from rxflow.domain.drug import Schedule
from tests.unit.clinical.builders import TABLES, TODAY, medication


def tables(schedule: Schedule, months: int | None, refills: int | None, confidence: str = "V") -> ClinicalTables:
    rule = StateRule(
        "XX", schedule, months, refills, None, date(2026, 1, 1), date(2026, 12, 31), "a state act", confidence
    )
    return replace(TABLES, state_rules={("XX", schedule): (rule,)})


@pytest.mark.parametrize(
    ("schedule", "months", "confidence", "written", "expired"),
    [
        (Schedule.NONE, 15, "V", date(2025, 9, 1), False),
        (Schedule.NONE, 15, "K?", date(2025, 9, 1), True),
        (Schedule.NONE, 6, "K?", date(2026, 5, 1), True),
        (Schedule.V, 6, "V", date(2026, 5, 1), True),
        (Schedule.V, 24, "V", date(2025, 9, 1), False),
        (Schedule.IV, 12, "V", date(2026, 5, 1), True),
        (Schedule.IV, 3, "V", date(2026, 8, 1), True),
        (Schedule.NONE, None, "V", date(2025, 9, 1), True),
    ],
    ids=[
        "wider and confirmed",
        "wider but unconfirmed",
        "stricter counts even unconfirmed",
        "V treated as III and IV",
        "V wider",
        "IV cannot be widened",
        "IV stricter",
        "the state says nothing",
    ],
)
def test_a_state_makes_expiry_stricter_or_where_it_may_wider(
    schedule: Schedule, months: int | None, confidence: str, written: date, expired: bool
) -> None:
    asked = medication("a medicine", schedule, written_on=written)
    finding = check_expiry(asked, tables(schedule, months, None, confidence), TODAY, "XX")

    assert (finding is not None) is expired


@pytest.mark.parametrize(
    ("state", "today"),
    [("YY", TODAY), (None, TODAY), ("XX", date(2025, 12, 31)), ("XX", date(2027, 1, 1))],
    ids=["another state", "no state", "before it", "after it"],
)
def test_a_rule_counts_in_its_state_and_its_time_only(state: str | None, today: date) -> None:
    strict = tables(Schedule.NONE, None, 1)
    asked = medication(refills_authorized=5, refills_remaining=3)

    assert check_refills(asked, strict, TODAY, "XX") is not None
    assert check_refills(asked, strict, today, state) is None


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 12, 31)], ids=["first day", "last day"])
def test_the_first_and_the_last_day_of_a_rule_count(day: date) -> None:
    asked = medication(refills_authorized=5, refills_remaining=3)

    assert check_refills(asked, tables(Schedule.NONE, None, 1), day, "XX") is not None


def test_no_state_gives_a_controlled_medicine_more_refills() -> None:
    asked = medication("a medicine", Schedule.IV, refills_authorized=11, refills_remaining=6)

    assert check_refills(asked, tables(Schedule.IV, None, 11), TODAY, "XX") is not None


def test_the_source_of_a_states_limit_is_named() -> None:
    rule = tables(Schedule.NONE, 6, None).schedule_rule(Schedule.NONE, "XX", TODAY)

    assert rule.source.endswith("; a state act")
