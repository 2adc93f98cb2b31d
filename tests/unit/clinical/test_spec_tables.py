"""The specification tables that a pharmacist reads and signs, run against the rules and the project's own data."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.clinical.adherence import is_measured, proportion_of_days_covered
from rxflow.clinical.days_supply import days_supply
from rxflow.clinical.eligibility import last_fillable_day
from rxflow.clinical.medication import Medication
from rxflow.clinical.refill_date import earliest_refill, refill_threshold
from rxflow.config.settings import Settings
from rxflow.domain.drug import Schedule
from rxflow.domain.finding import FindingCode, Route
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.pharmacies import PharmacyService
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import Conversation
from tests.support.spec_tables import (
    A_PATIENT,
    COLUMNS,
    NONE,
    Row,
    SpecWorld,
    findings,
    goes_to,
    grade,
    read_all,
    read_table,
)

DATA_DIR = Path(__file__).resolve().parents[3] / "data"
ROWS = read_all()
ONE_DAY = timedelta(days=1)

COUNTED_PLAINLY = [
    row
    for row in ROWS
    if row.table == "refill_too_soon"
    and not any(row[column] for column in ("rounding", "day of fill counts as", "supply on hand counts"))
]

COVERAGE = (
    FindingCode.NOT_COVERED,
    FindingCode.PRIOR_AUTHORIZATION,
    FindingCode.STEP_THERAPY,
    FindingCode.QUANTITY_LIMIT,
)
CODE_OF_TABLE = {
    "expiry": FindingCode.EXPIRED,
    "statuses": FindingCode.EXPIRED,
    "refills_remaining": FindingCode.NO_REFILLS,
    "rems": FindingCode.REMS,
    "pregnancy": FindingCode.PREGNANCY,
    "schedules": FindingCode.CONTROLLED,
    "refill_too_soon": FindingCode.TOO_SOON,
    "allergies": FindingCode.ALLERGY,
    "interactions": FindingCode.INTERACTION,
    "duplicates": FindingCode.DUPLICATE_THERAPY,
    "daily_dose": FindingCode.DOSE,
    "weight_doses": FindingCode.DOSE,
    "quantity_limits": FindingCode.QUANTITY_LIMIT,
    "minors": FindingCode.NOT_FOUND,
    "stock": FindingCode.OUT_OF_STOCK,
}
NOT_GIVEN_BY_A_RULE = {FindingCode.AMBIGUOUS, FindingCode.EMERGENCY}
RUN_AS_A_WHOLE = ("records", "state_rules", "decision_order")
RUN_BY_THEMSELVES = ("coverage", "adherence", "adherence_measured", "days_supply", "abrupt_stop")


def cases(*tables: str) -> pytest.MarkDecorator:
    """Every row of the tables, with its case as the test's id."""
    rows = [row for table in tables for row in read_table(table)]
    return pytest.mark.parametrize("row", rows, ids=[f"{row.table}: {row.case}" for row in rows])


@pytest.fixture(scope="module")
def data() -> MockData:
    return load_mock_data(DATA_DIR, date(2026, 3, 4))


@pytest.fixture(scope="module")
def world(data: MockData) -> SpecWorld:
    return SpecWorld(data)


def test_there_are_enough_cases_to_be_a_specification() -> None:
    assert len(ROWS) >= 250


def test_every_case_is_named_once() -> None:
    assert len({row.case for row in ROWS}) == len(ROWS)


def test_every_table_has_only_columns_that_are_read() -> None:
    assert {column for row in ROWS for column in row.cells} <= COLUMNS


def test_every_table_is_run() -> None:
    assert {row.table for row in ROWS} == {*CODE_OF_TABLE, *RUN_AS_A_WHOLE, *RUN_BY_THEMSELVES}


def test_every_case_says_what_is_expected_and_why() -> None:
    told = ("expected", "days", "urgent", "measured", "PDC %")
    complete = {id(row) for row in ROWS if row["source"] and any(row.get(column) for column in told)}
    assert [f"{row.table}: {row.case}" for row in ROWS if id(row) not in complete] == []


def test_every_finding_that_a_rule_can_give_is_expected_somewhere() -> None:
    expected = {part for row in ROWS for part in row.many("expected")}
    named = {FindingCode(part) for part in expected & set(FindingCode)}
    graded = {CODE_OF_TABLE[row.table] for row in ROWS if row.get("expected") in {"block", "warn", "info"}}

    assert named | graded == set(FindingCode) - NOT_GIVEN_BY_A_RULE


@cases("schedules", "statuses", "refills_remaining", "rems", "pregnancy", "minors", "weight_doses", "quantity_limits")
def test_one_rule(row: Row, world: SpecWorld) -> None:
    found = findings(world.assess(row), CODE_OF_TABLE[row.table])

    assert [finding.code.value for finding in found] == ([] if row["expected"] == NONE else [row["expected"]])
    assert [goes_to(finding) for finding in found] == ([row["goes to"]] if found else [])


@cases("schedules", "expiry", "refill_too_soon", "refills_remaining")
def test_the_schedule_in_the_table_is_the_drug_datas(row: Row, world: SpecWorld) -> None:
    drug = world.drug(row["medicine"])

    assert (drug.schedule.value if drug else "unknown") == row["schedule"]


@cases("rems")
def test_what_a_programme_asks_for(row: Row, world: SpecWorld) -> None:
    found = findings(world.assess(row), FindingCode.REMS)

    for finding in found:
        assert row["programme says"] in f"{finding.evidence['programme']}: {finding.evidence['rule']}"


@cases("expiry")
def test_a_prescription_lapses_after_its_last_day(row: Row, world: SpecWorld) -> None:
    last_day = row.day("last fillable day")
    rule = world.tables.schedule_rule(Schedule(row["schedule"]))

    def lapsed(today: date) -> list[str]:
        found = findings(world.assess(row, today=today), FindingCode.EXPIRED)
        assert [finding.route for finding in found] == [Route.PRESCRIBER] * len(found)
        return [finding.evidence["expires"] for finding in found]

    assert lapsed(row.day("asked on")) == ([] if row["expected"] == NONE else [last_day.isoformat()])
    assert (lapsed(last_day), lapsed(last_day + ONE_DAY)) == ([], [last_day.isoformat()])
    assert last_fillable_day(row.day("written on"), rule) == last_day


@cases("refill_too_soon")
def test_a_refill_waits_for_its_day(row: Row, world: SpecWorld) -> None:
    earliest = row.day("earliest day")

    def told(today: date) -> list[str]:
        found = findings(world.assess(row, today=today), FindingCode.TOO_SOON)
        assert [goes_to(finding) for finding in found] == ["patient"] * len(found)
        return [finding.evidence["date"] for finding in found]

    assert told(row.day("asked on")) == ([] if row["expected"] == NONE else [earliest.isoformat()])
    assert (told(earliest - ONE_DAY), told(earliest)) == ([earliest.isoformat()], [])


@pytest.mark.parametrize("row", COUNTED_PLAINLY, ids=lambda row: row.case)
def test_the_threshold_and_the_days_supply_give_the_day(row: Row, world: SpecWorld) -> None:
    plan = world.facts(row).plan
    threshold = refill_threshold(Schedule(row["schedule"]), plan, world.tables)

    assert earliest_refill(row.day("last fill"), int(row["days' supply"]), threshold) == row.day("earliest day")


@cases("allergies", "interactions", "duplicates")
def test_how_grave_it_is(row: Row, world: SpecWorld) -> None:
    found = findings(world.assess(row), CODE_OF_TABLE[row.table])

    assert grade(found) == row["expected"]
    assert (goes_to(found[0]) if found else "") == row["goes to"]


@cases("daily_dose")
def test_the_most_that_is_taken_in_a_day(row: Row, world: SpecWorld) -> None:
    found = findings(world.assess(row), FindingCode.DOSE)

    assert [finding.code.value for finding in found] == ([] if row["expected"] == NONE else [row["expected"]])
    for finding in found:
        assert goes_to(finding) == row["goes to"]
        assert finding.evidence["limit"].replace(",", "").removesuffix(" mg") == row["limit"]
        if row["mg a day"]:
            assert finding.evidence["dose"].replace(",", "") == f"{row['mg a day']} mg"


@cases("daily_dose")
def test_the_table_expects_a_finding_above_its_own_limit_only(row: Row) -> None:
    if row["mg a day"] and row["limit"]:
        assert (Decimal(row["mg a day"]) > Decimal(row["limit"])) is (row["expected"] != NONE)


@cases("coverage")
def test_what_the_plan_asks_for(row: Row, world: SpecWorld) -> None:
    found = findings(world.assess(row), *COVERAGE)
    expected = [] if row["expected"] == NONE else row.many("expected")

    assert [finding.code.value for finding in found] == expected
    assert (grade(found), goes_to(found[0]) if found else "") == (row["level"] or NONE, row["goes to"])


@cases("stock")
def test_what_a_pharmacy_can_fill(row: Row, world: SpecWorld, data: MockData) -> None:
    pharmacies = PharmacyService(data, ZoneInfo("America/Chicago"))
    asked, drug = world.prescription(row), world.drug(row["medicine"])
    available = pharmacies.fills_available(row["pharmacy"], asked, drug, is_minor=row["patient"] == "child")
    found = findings(world.assess(row, fills_available=available), FindingCode.OUT_OF_STOCK)

    assert [(finding.code.value, goes_to(finding)) for finding in found] == (
        [] if row["expected"] == NONE else [(row["expected"], "patient")]
    )


@cases("adherence")
def test_days_covered(row: Row) -> None:
    fills = [date.fromisoformat(text) for text in row.many("fills")]
    measured = proportion_of_days_covered(fills, int(row["days' supply"]), row.day("period end"))
    if row["PDC %"] == NONE:
        assert measured is None
        return

    assert measured is not None
    assert (measured.covered_days, measured.period_days) == (int(row["covered days"]), int(row["days in period"]))
    assert (str(measured.pdc_percent), str(measured.mpr_percent)) == (row["PDC %"], row["MPR %"])
    assert measured.is_adherent is (row["adherent"] == "yes")
    assert measured.days_that_may_be_missed == int(row["days that may be missed"])


@cases("adherence_measured")
def test_what_days_covered_say_something_of(row: Row, world: SpecWorld) -> None:
    asked = Medication(world.prescription(row), world.drug(row["medicine"]))

    assert is_measured(asked) is (row["measured"] == "yes")


@cases("days_supply")
def test_how_long_a_fill_lasts(row: Row, world: SpecWorld) -> None:
    asked = world.prescription(Row(row.table, {**row.cells, "medicine": "a medicine (not listed)"}))

    assert str(days_supply(asked) or NONE) == row["days"]


@cases(*RUN_AS_A_WHOLE)
def test_the_finding_that_decides(row: Row, world: SpecWorld) -> None:
    assessment = world.assess(row)
    decision = assessment.decision

    assert (decision.code.value if decision else NONE) == row["expected"]
    assert goes_to(decision) == row["goes to"]
    assert set(row.many("also found")) <= {
        finding.code.value for finding in assessment.findings if finding is not decision
    }


@pytest.fixture(scope="module")
def assistant(data: MockData, world: SpecWorld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant whose patients each take one medicine of the table and have no refill left."""
    rows = read_table("abrupt_stop")
    one_each = replace(
        data,
        patients=tuple(replace(A_PATIENT, patient_id=patient_of(row)) for row in rows),
        prescriptions=tuple(
            replace(world.prescription(row), patient_id=patient_of(row), refills_remaining=0) for row in rows
        ),
    )
    database = tmp_path_factory.mktemp("spec") / "rxflow.db"
    settings = Settings(_env_file=None, database_url=f"sqlite:///{database}")
    built = build_assistant(settings, now=FrozenClock(WEDNESDAY_MORNING), data=one_each)
    yield built
    built.close()


def patient_of(row: Row) -> str:
    return f"patient_of_{row['Rx number']}"


@cases("abrupt_stop")
def test_a_medicine_that_must_not_run_out_makes_the_case_urgent(row: Row, assistant: Assistant) -> None:
    chat = Conversation(assistant, patient_of(row))
    chat.say(f"refill {row['Rx number']}")
    opened = assistant.services.cases.for_patient(chat.patient_id)

    assert [case.urgent for case in opened] == [row["urgent"] == "yes"]
