"""Records that cannot be right, fills for too many days, minors and doses by weight."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rxflow.clinical.records import check_amounts, check_days_supply, check_minor, check_weight_dosing
from rxflow.clinical.tables import StateRule
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.domain.patient import Guardian, GuardianScope
from tests.unit.clinical.builders import A_PATIENT, TABLES, TODAY, medication

NEW_YORK = replace(
    TABLES,
    state_rules={
        ("NY", Schedule.IV): (StateRule("NY", Schedule.IV, None, None, 30, date(2026, 1, 1), None, "a law", "V"),)
    },
)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"quantity": 0}, "quantity"),
        ({"quantity": -30}, "quantity"),
        ({"quantity": 30.5}, "quantity"),
        ({"quantity": True}, "quantity"),
        ({"days_supply": 0}, "days' supply"),
        ({"days_supply": -1}, "days' supply"),
        ({"days_supply": 366}, "days' supply"),
        ({"days_supply": 7.5}, "days' supply"),
        ({"refills_authorized": 3, "refills_remaining": 4}, "number of refills"),
    ],
    ids=lambda value: str(value),
)
def test_a_number_that_cannot_be_right_is_corrected_by_the_pharmacist_first(
    changes: dict[str, Any], field: str
) -> None:
    finding = check_amounts(medication(**changes))

    assert finding is not None
    assert (finding.code, finding.severity) == (FindingCode.QUANTITY_LIMIT, Severity.BLOCK)
    assert finding.route is Route.PHARMACIST
    assert finding.evidence["field"] == field
    assert field in finding.message


@pytest.mark.parametrize(
    "changes",
    [{"quantity": 1}, {"days_supply": 1}, {"days_supply": 365}, {"refills_authorized": 3, "refills_remaining": 3}],
    ids=str,
)
def test_the_smallest_and_largest_sensible_numbers_pass(changes: dict[str, Any]) -> None:
    assert check_amounts(medication(**changes)) is None


@pytest.mark.parametrize(
    ("quantity", "days", "blocked"),
    [(30, 30, False), (35, 30, False), (36, 30, False), (37, 30, True), (300, 30, True), (12, 7, False), (13, 7, True)],
)
def test_a_fill_that_lasts_much_longer_than_recorded_is_corrected_first(
    quantity: int, days: int, blocked: bool
) -> None:
    finding = check_days_supply(medication(quantity=quantity, days_supply=days), TABLES, TODAY)

    assert (finding is not None) is blocked
    assert finding is None or finding.evidence["lasts"] == str(quantity)


def test_a_fill_that_runs_out_sooner_than_recorded_only_waits_longer() -> None:
    assert check_days_supply(medication(quantity=10, days_supply=30), TABLES, TODAY) is None


@pytest.mark.parametrize(
    ("schedule", "days", "state", "today", "blocked"),
    [
        (Schedule.IV, 31, "NY", TODAY, True),
        (Schedule.IV, 30, "NY", TODAY, False),
        (Schedule.IV, 90, "TX", TODAY, False),
        (Schedule.IV, 90, None, TODAY, False),
        (Schedule.NONE, 90, "NY", TODAY, False),
        (Schedule.IV, 90, "NY", date(2025, 12, 31), False),
    ],
    ids=["over", "at the limit", "another state", "no state", "not controlled", "before the law"],
)
def test_a_states_limit_on_days_counts_where_and_while_it_holds(
    schedule: Schedule, days: int, state: str | None, today: date, blocked: bool
) -> None:
    asked = medication("zolpidem", schedule, quantity=days, days_supply=days)
    finding = check_days_supply(asked, NEW_YORK, today, state)

    assert (finding is not None) is blocked
    assert finding is None or finding.evidence["limit"] == "30 days"


@pytest.mark.parametrize(
    ("born", "guardian", "blocked"),
    [
        (date(2008, 11, 22), None, True),
        (date(2008, 11, 21), None, False),
        (date(2017, 4, 11), Guardian("Sam Doe", "father"), False),
        (date(2017, 4, 11), Guardian("Sam Doe", "father", GuardianScope.VIEW), True),
        (date(2017, 4, 11), Guardian("Sam Doe", "father", valid_until=TODAY), False),
        (date(2017, 4, 11), Guardian("Sam Doe", "father", valid_until=TODAY - timedelta(days=1)), True),
    ],
    ids=["17 alone", "18 today", "with a parent", "who may only view", "until today", "until yesterday"],
)
def test_a_minor_needs_an_adult_on_file(born: date, guardian: Guardian | None, blocked: bool) -> None:
    patient = replace(A_PATIENT, date_of_birth=born, guardian=guardian)
    finding = check_minor(patient, medication(), TODAY)

    assert (finding is not None) is blocked
    assert finding is None or (finding.code, finding.route) == (FindingCode.NOT_FOUND, Route.PHARMACIST)


@pytest.mark.parametrize(
    ("sig", "blocked"),
    [
        ("Give 15 mg/kg by mouth every 6 hours", True),
        ("Give 0.1 mL per kg twice daily", True),
        ("Dose by weight as discussed", True),
        ("Take 1 tablet by mouth once daily", False),
        ("Take 1 tablet daily and check your weight every morning", False),
    ],
)
def test_a_dose_by_body_weight_is_worked_out_by_a_pharmacist(sig: str, blocked: bool) -> None:
    finding = check_weight_dosing(medication(sig=sig))

    assert (finding is not None) is blocked
    assert finding is None or (finding.code, finding.route) == (FindingCode.DOSE, Route.PHARMACIST)
