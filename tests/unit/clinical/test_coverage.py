"""What the plan asks for: coverage, prior authorization, step therapy, quantity."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rxflow.clinical.coverage import check_authorization, check_covered, check_quantity, check_step_therapy
from rxflow.domain.finding import Route, Severity
from rxflow.domain.plan import Authorization, QuantityLimit, StepTherapy
from tests.unit.clinical.builders import A_PLAN, AN_ENTRY, TODAY, medication

NEEDS_AUTHORIZATION = replace(AN_ENTRY, prior_authorization=True)
TRIPTANS = replace(
    AN_ENTRY, step_therapy=StepTherapy("sumatriptan and one other triptan", ("sumatriptan", "a", "b"), 2)
)


def authorization(status: str, days: int, starts_in: int | None = None) -> Authorization:
    begins = None if starts_in is None else TODAY + timedelta(days=starts_in)
    return Authorization("patient_900", "lisinopril", status, TODAY + timedelta(days=days), "PA-1", begins)


def test_only_what_the_plan_excludes_is_not_covered() -> None:
    finding = check_covered(medication(), A_PLAN, replace(AN_ENTRY, covered=False))

    assert finding is not None
    assert (finding.severity, finding.route) == (Severity.BLOCK, Route.INSURER)
    assert check_covered(medication(), A_PLAN, AN_ENTRY) is None


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (None, Severity.BLOCK),
        (authorization("pending", 90), Severity.BLOCK),
        (authorization("denied", 90), Severity.BLOCK),
        (authorization("approved", -1), Severity.BLOCK),
        (authorization("approved", 0), Severity.WARN),
        (authorization("Approved", 30), Severity.WARN),
        (authorization("approved", 31), None),
        (authorization("approved", 90, starts_in=0), None),
        (authorization("approved", 90, starts_in=1), Severity.BLOCK),
    ],
    ids=[
        "none",
        "pending",
        "denied",
        "ended yesterday",
        "ends today",
        "ends in 30 days",
        "ends in 31 days",
        "begins today",
        "begins tomorrow",
    ],
)
def test_an_approved_authorization_counts_through_its_last_day(
    held: Authorization | None, expected: Severity | None
) -> None:
    finding = check_authorization(medication(), A_PLAN, NEEDS_AUTHORIZATION, held, TODAY)

    assert (finding.severity if finding else None) == expected
    assert finding is None or (finding.route is Route.INSURER) is (expected is Severity.BLOCK)


def test_the_insurer_sees_where_the_request_stands() -> None:
    finding = check_authorization(medication(), A_PLAN, NEEDS_AUTHORIZATION, authorization("denied", 90), TODAY)

    assert finding is not None
    assert finding.evidence["status"] == "denied"


def test_an_authorization_about_to_end_tells_the_date() -> None:
    held = replace(authorization("approved", 0), expires_on=date(2026, 12, 11))
    finding = check_authorization(medication(), A_PLAN, NEEDS_AUTHORIZATION, held, TODAY)

    assert finding is not None
    assert "December 11, 2026" in finding.message
    assert finding.evidence["expires"] == "2026-12-11"


def test_without_the_rule_no_authorization_is_asked_for() -> None:
    assert check_authorization(medication(), A_PLAN, AN_ENTRY, None, TODAY) is None


@pytest.mark.parametrize(
    ("tried", "blocked"),
    [
        (set(), True),
        ({"sumatriptan"}, True),
        ({"sumatriptan", "lisinopril"}, True),
        ({"Sumatriptan", "a"}, False),
        ({"sumatriptan", "a", "b"}, False),
    ],
)
def test_step_therapy_counts_only_the_listed_medicines(tried: set[str], blocked: bool) -> None:
    finding = check_step_therapy(medication(), A_PLAN, TRIPTANS, tried)

    assert (finding is not None) is blocked
    assert finding is None or finding.route is Route.INSURER
    assert check_step_therapy(medication(), A_PLAN, AN_ENTRY, tried) is None


@pytest.mark.parametrize(
    ("quantity", "unit", "days", "sig", "limit", "blocked"),
    [
        (60, "tablet", 30, "Take 1 tablet twice daily", (60, "tablets", 30), False),
        (61, "tablet", 30, "Take 1 tablet twice daily", (60, "tablets", 30), True),
        (180, "tablet", 90, "Take 1 tablet twice daily", (60, "tablets", 30), False),
        (60, "tablet", 20, "Take 1 tablet three times daily", (60, "tablet", 30), True),
        (7, "tablet", 21, "Take 1 tablet every 3 days", (1, "tablet", 3), False),
        (1, "pen", 28, "Inject 1 mg once weekly", (1, "pen", 30), False),
        (2, "pen", 28, "Inject 1 mg once weekly", (1, "pen", 28), True),
        (3, "pen", 84, "Inject 1 mg once weekly", (1, "pen", 28), False),
        (2, "pen", 20, "Inject 1 mg daily", (2, "pens", 28), True),
        (15, "mL", 10, "Inject 24 units at bedtime", (1, "pen", 30), False),
        (60, "tablet", 30, "Take 1 tablet twice daily", None, False),
    ],
    ids=[
        "at the limit",
        "one above",
        "three times the days",
        "too fast",
        "thirds compare exactly",
        "one weekly pen for 28 of 30 days",
        "two weekly pens",
        "three months of pens",
        "daily pens are counted by day",
        "another unit",
        "no limit",
    ],
)
def test_the_quantity_limit_is_compared_by_day(
    quantity: int, unit: str, days: int, sig: str, limit: tuple[int, str, int] | None, blocked: bool
) -> None:
    entry = replace(AN_ENTRY, quantity_limit=QuantityLimit(*limit) if limit else None)
    finding = check_quantity(
        medication(quantity=quantity, quantity_unit=unit, days_supply=days, sig=sig), A_PLAN, entry
    )

    assert (finding is not None) is blocked
    assert finding is None or finding.route is Route.PHARMACIST


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (QuantityLimit(1, "tablets", 30), "1 tablet of"),
        (QuantityLimit(2, "Tablet", 30), "2 tablets of"),
        (QuantityLimit(10, "mL", 30), "10 mL of"),
    ],
    ids=["one", "several", "mL"],
)
def test_the_limit_is_told_in_its_unit(limit: QuantityLimit, words: str) -> None:
    unit = "mL" if limit.unit == "mL" else "tablet"
    finding = check_quantity(
        medication(quantity=60, quantity_unit=unit), A_PLAN, replace(AN_ENTRY, quantity_limit=limit)
    )

    assert finding is not None
    assert words in finding.message
