"""Status, schedule, risk programme, expiry and refills left."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.clinical.eligibility import (
    add_months,
    check_expiry,
    check_refills,
    check_rems,
    check_schedule,
    check_status,
    check_transfer,
    last_fillable_day,
)
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import FindingCode, Route, Severity
from tests.unit.clinical.builders import TABLES, TODAY, medication, rule, unlisted

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("status", "words"),
    [("on hold", "is on hold"), ("discontinued", "has been stopped"), ("transferred", "another pharmacy")],
)
def test_an_inactive_prescription_goes_to_the_pharmacist_and_says_why(status: str, words: str) -> None:
    asked = medication(status=status)
    finding = check_status(asked) or check_transfer(asked)

    assert finding is not None
    assert (finding.code, finding.severity, finding.route) == (FindingCode.EXPIRED, Severity.BLOCK, Route.PHARMACIST)
    assert words in finding.message
    assert check_status(medication()) is check_transfer(medication()) is None


def test_a_transfer_is_decided_in_its_own_step() -> None:
    assert check_status(medication(status="transferred")) is None
    assert check_transfer(medication(status="on hold")) is None


@pytest.mark.parametrize(
    ("schedule", "route"),
    [
        (Schedule.NONE, None),
        (Schedule.II, Route.PRESCRIBER),
        (Schedule.III, None),
        (Schedule.IV, None),
        (Schedule.V, None),
        (Schedule.UNKNOWN, Route.PHARMACIST),
    ],
)
def test_only_schedule_two_and_the_unknown_stop_by_schedule(schedule: Schedule, route: Route | None) -> None:
    finding = check_schedule(medication("a medicine", schedule))

    assert (finding.route if finding else None) is route


def test_an_unlisted_drug_is_treated_as_controlled() -> None:
    finding = check_schedule(unlisted("mystery"))

    assert finding is not None
    assert (finding.code, finding.route) == (FindingCode.CONTROLLED, Route.PHARMACIST)


@pytest.mark.parametrize(
    ("asked", "programme"),
    [
        (medication("isotretinoin"), "iPLEDGE"),
        (medication("riociguat"), "Adempas REMS"),
        (medication("new drug", rems="New REMS"), "New REMS"),
        (medication("clozapine", rems="Clozapine REMS"), None),
        (medication("lisinopril"), None),
    ],
    ids=["active", "status to be checked", "only on the drug record", "ended", "none"],
)
def test_a_risk_programme_in_force_needs_the_pharmacist(asked: object, programme: str | None) -> None:
    finding = check_rems(asked, TABLES, TODAY)  # type: ignore[arg-type]

    assert (finding.evidence["programme"] if finding else None) == programme
    assert finding is None or finding.route is Route.PHARMACIST


@pytest.mark.parametrize(
    ("written", "last_day"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
    ids=["same day", "February", "leap February", "over the year"],
)
def test_six_months_are_calendar_months_clamped_at_the_months_end(written: date, last_day: date) -> None:
    assert last_fillable_day(written, rule(Schedule.IV, 5, 6, None, None)) == last_day


def test_without_a_limit_a_prescription_does_not_lapse() -> None:
    assert last_fillable_day(date(2020, 1, 1), rule(Schedule.NONE, None, None, None, None)) is None


@pytest.mark.parametrize(
    ("schedule", "written", "today", "expired"),
    [
        (Schedule.NONE, days_ago(365), TODAY, False),
        (Schedule.NONE, days_ago(366), TODAY, True),
        (Schedule.IV, date(2026, 1, 15), date(2026, 7, 15), False),
        (Schedule.IV, date(2026, 1, 15), date(2026, 7, 16), True),
        (Schedule.UNKNOWN, date(2026, 1, 15), date(2026, 7, 16), True),
        (Schedule.V, date(2026, 1, 15), date(2026, 7, 16), False),
    ],
    ids=["day 365", "day 366", "IV last day", "IV day after", "unknown as IV", "V has no six months"],
)
def test_expiry_on_both_sides_of_the_last_day(schedule: Schedule, written: date, today: date, expired: bool) -> None:
    finding = check_expiry(medication("a medicine", schedule, written_on=written), TABLES, today)

    assert (finding is not None) is expired
    assert finding is None or finding.route is Route.PRESCRIBER


def test_the_expiry_message_spells_the_date_out() -> None:
    finding = check_expiry(medication(written_on=date(2025, 1, 3)), TABLES, TODAY)

    assert finding is not None
    assert "January 3, 2026" in finding.message
    assert finding.evidence["expires"] == "2026-01-03"


@given(DAYS, st.integers(0, 60))
def test_a_month_later_is_that_month_and_never_a_later_day_of_it(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("schedule", "authorized", "remaining", "blocked"),
    [
        (Schedule.NONE, 5, 1, False),
        (Schedule.NONE, 5, 0, True),
        (Schedule.NONE, 11, 2, False),
        (Schedule.IV, 5, 1, False),
        (Schedule.IV, 11, 7, False),
        (Schedule.IV, 11, 6, True),
        (Schedule.V, 11, 2, False),
        (Schedule.II, 3, 3, True),
    ],
    ids=["one left", "none left", "ten used", "IV four used", "IV four of 11", "IV five of 11", "V nine used", "II"],
)
def test_refills_end_at_zero_and_by_law(schedule: Schedule, authorized: int, remaining: int, blocked: bool) -> None:
    asked = medication("a medicine", schedule, refills_authorized=authorized, refills_remaining=remaining)
    finding = check_refills(asked, TABLES)

    assert (finding is not None) is blocked
    assert finding is None or (finding.code, finding.route) == (FindingCode.NO_REFILLS, Route.PRESCRIBER)


@pytest.mark.parametrize(
    ("schedule", "fills", "before", "blocked"),
    [
        (Schedule.IV, 6, 0, True),
        (Schedule.IV, 5, 0, False),
        (Schedule.IV, 5, 1, False),
        (Schedule.NONE, 6, 0, False),
    ],
    ids=["a first fill and five refills", "four refills", "a fill of the one before", "no limit by law"],
)
def test_where_the_law_counts_refills_the_fills_on_file_count_too(
    schedule: Schedule, fills: int, before: int, blocked: bool
) -> None:
    written = days_ago(170)
    own = tuple(written + timedelta(days=28 * number) for number in reversed(range(fills)))
    asked = medication("a medicine", schedule, written_on=written, fills=own + (written - timedelta(days=1),) * before)
    finding = check_refills(asked, TABLES)

    assert (finding is not None) is blocked
    assert finding is None or finding.evidence["refills_used"] == str(fills - 1)
