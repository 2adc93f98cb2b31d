"""Cases for the care team."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rxflow.domain.case import DESK_STEPS, FINAL_STEPS, CaseStep, EscalationCase
from rxflow.domain.errors import CaseNotFoundError, SessionNotFoundError, TransitionError
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.report import Report, ReportKind
from tests.unit.services.pharmacy_world import World, demo_data


@pytest.fixture
def world() -> World:
    return World()


def opened(
    world: World, session_id: str, reason: str = "no refills left", rx_number: str | None = "RX1", urgent: bool = False
) -> EscalationCase:
    return world.cases.open(
        "patient_001",
        session_id,
        Route.PRESCRIBER,
        reason,
        ["NO_REFILLS"],
        "We asked your doctor.",
        urgent=urgent,
        rx_number=rx_number,
    )


def test_a_case_keeps_why_it_was_opened_and_what_the_patient_was_told(world: World) -> None:
    session = world.sessions.start("patient_001")
    case = opened(world, session.session_id)

    assert case == EscalationCase(
        case_id=case.case_id,
        patient_id="patient_001",
        session_id=session.session_id,
        route=Route.PRESCRIBER,
        reason="no refills left",
        findings=("NO_REFILLS",),
        urgent=False,
        told="We asked your doctor.",
        created_at=world.at,
        status="open",
        rx_number="RX1",
    )
    assert case.case_id.startswith("CS-")
    assert world.cases.for_patient("patient_001") == world.cases.open_cases() == (case,)
    assert world.cases.for_patient("patient_002") == ()


def test_what_waits_is_told_for_each_route_and_urgency_with_the_age_of_the_oldest(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    opened(world, session_id)
    world.at += timedelta(minutes=90)
    opened(world, session_id, reason="expired")
    world.at += timedelta(seconds=30)
    settled = opened(world, session_id, reason="other", urgent=True)
    world.cases.advance(settled.case_id, CaseStep.CLOSED, "lee")
    told = {(each.route, each.urgent): (each.cases, each.oldest_seconds) for each in world.cases.waiting()}

    assert told.pop((Route.PRESCRIBER, False)) == (2, 5430.0)
    assert set(told.values()) == {(0, 0.0)}
    assert len(told) == 2 * len(Route) - 1


def test_a_case_of_a_moment_ago_by_another_clock_has_not_waited_less_than_nothing(world: World) -> None:
    opened(world, world.sessions.start("patient_001").session_id)
    world.at -= timedelta(seconds=30)

    assert {each.oldest_seconds for each in world.cases.waiting()} == {0.0}


def test_each_new_case_is_told_of_once_and_one_that_is_not_kept_never(world: World) -> None:
    told: list[Route] = []
    world.cases._opened = told.append
    session_id = world.sessions.start("patient_001").session_id
    opened(world, session_id)
    opened(world, session_id)
    world.cases.report("patient_001", session_id, Report(ReportKind.ALLERGY, "penicillin"), "Noted.")
    world.cases.report("patient_001", session_id, Report(ReportKind.ALLERGY, "penicillin"), "Noted.")
    with pytest.raises(SessionNotFoundError):
        opened(world, "no session")

    assert told == [Route.PRESCRIBER, Route.PHARMACIST]


def test_the_same_matter_is_one_case(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    case = opened(world, session_id)

    assert opened(world, session_id) == case
    others = (
        opened(world, session_id, rx_number=None),
        opened(world, session_id, reason="expired"),
        opened(world, world.sessions.start("patient_001").session_id, rx_number=None),
    )
    assert opened(world, session_id, rx_number=None) == others[0]
    # A prescriber is asked once for a prescription, whatever the conversation.
    assert opened(world, world.sessions.start("patient_001").session_id) == case
    assert world.cases.open_cases() == (case, *others)


def test_a_case_that_turns_urgent_moves_to_the_front_and_stays_there(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    first, second = opened(world, session_id), opened(world, session_id, reason="chest pain")
    urgent = opened(world, session_id, reason="chest pain", urgent=True)

    assert (urgent.case_id, urgent.urgent) == (second.case_id, True)
    assert opened(world, session_id, reason="chest pain").urgent
    assert world.cases.open_cases() == (urgent, first)


def test_a_case_belongs_to_a_conversation_of_its_patient(world: World) -> None:
    for session_id in ("no-such-session", world.sessions.start("patient_002").session_id):
        with pytest.raises(SessionNotFoundError):
            opened(world, session_id)
    assert world.cases.open_cases() == ()


def authorization_case(world: World) -> EscalationCase:
    """The request that an uncovered semaglutide opens."""
    session_id = world.sessions.start("patient_003").session_id
    code = FindingCode.PRIOR_AUTHORIZATION
    return world.cases.open(
        "patient_003", session_id, Route.INSURER, code, [code], "We asked your plan.", rx_number="RX100301"
    )


def test_a_case_keeps_each_step_and_who_took_it(world: World) -> None:
    case = authorization_case(world)
    world.wait(hours=2)
    world.cases.advance(case.case_id, CaseStep.WITH_PRESCRIBER, "pharmacist_7", "faxed")
    world.wait(hours=1)
    world.cases.advance(case.case_id, CaseStep.DENIED, "plan")
    steps = world.cases.steps(case.case_id)

    assert [(each.number, each.step, each.actor, each.note) for each in steps] == [
        (1, CaseStep.OPENED, "assistant", ""),
        (2, CaseStep.WITH_PRESCRIBER, "pharmacist_7", "faxed"),
        (3, CaseStep.DENIED, "plan", ""),
    ]
    assert steps[1].at - steps[0].at == timedelta(hours=2)
    assert world.cases.get(case.case_id).status == "resolved"
    assert world.cases.open_cases() == ()


def test_an_approved_authorization_counts_through_its_last_day(world: World) -> None:
    case = authorization_case(world)
    last_day = world.at.date() + timedelta(days=90)
    world.cases.advance(case.case_id, CaseStep.APPROVED, "plan", valid_until=last_day)

    def codes() -> list[str]:
        assessment = world.refills.assess("patient_003", "RX100301")
        return [each.code for each in assessment.blocks if each.code == FindingCode.PRIOR_AUTHORIZATION]

    assert codes() == []
    world.wait(days=90)
    assert codes() == []
    world.wait(days=1)
    assert codes() == [FindingCode.PRIOR_AUTHORIZATION]


def test_a_denied_authorization_changes_nothing_for_the_rules(world: World) -> None:
    world.cases.advance(authorization_case(world).case_id, CaseStep.DENIED, "plan")

    decision = world.refills.assess("patient_003", "RX100301").decision
    assert decision is not None
    assert decision.code is FindingCode.PRIOR_AUTHORIZATION


@pytest.mark.parametrize("final", sorted(FINAL_STEPS - DESK_STEPS))
def test_a_settled_case_stays_as_it_is(world: World, final: CaseStep) -> None:
    case = authorization_case(world)
    last_day = date(2027, 1, 1) if final is CaseStep.APPROVED else None
    world.cases.advance(case.case_id, final, "pharmacist", valid_until=last_day)

    with pytest.raises(TransitionError, match="settled"):
        world.cases.advance(case.case_id, CaseStep.IN_REVIEW, "pharmacist")
    assert len(world.cases.steps(case.case_id)) == 2


@pytest.mark.parametrize(
    ("step", "valid_until"),
    [(CaseStep.APPROVED, None), (CaseStep.DENIED, date(2027, 1, 1)), (CaseStep.WITH_PLAN, date(2027, 1, 1))],
)
def test_an_approval_and_only_an_approval_has_a_last_day(
    world: World, step: CaseStep, valid_until: date | None
) -> None:
    case = authorization_case(world)

    with pytest.raises(TransitionError, match="last day"):
        world.cases.advance(case.case_id, step, "plan", valid_until=valid_until)
    assert len(world.cases.steps(case.case_id)) == 1


def test_a_case_that_is_not_there_cannot_be_read_or_moved(world: World) -> None:
    with pytest.raises(CaseNotFoundError):
        world.cases.get("CS-0000-0000")
    with pytest.raises(CaseNotFoundError):
        world.cases.advance("CS-0000-0000", CaseStep.CLOSED, "pharmacist")
    assert world.cases.steps("CS-0000-0000") == ()


def test_a_report_is_kept_once_until_a_pharmacist_settles_it(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    report = Report(ReportKind.ALLERGY, "lisinopril")
    case = world.cases.report("patient_001", session_id, report, "A pharmacist looks at it.")

    assert (case.reason, case.findings) == ("patient reports allergy: lisinopril", ("ALLERGY",))
    assert world.cases.report("patient_001", session_id, report, "again") == case
    assert world.cases.reports("patient_001") == (report,)
    world.cases.advance(case.case_id, CaseStep.CLOSED, "pharmacist")
    assert world.cases.reports("patient_001") == ()
    assert world.cases.report("patient_001", session_id, report, "again").case_id != case.case_id


def test_a_report_that_a_pharmacist_confirms_goes_on_to_count(world: World) -> None:
    session_id = world.sessions.start("patient_001").session_id
    report = Report(ReportKind.ALLERGY, "lisinopril")
    case = world.cases.report("patient_001", session_id, report, "A pharmacist looks at it.")
    world.cases.advance(case.case_id, CaseStep.CONFIRMED, "pharmacist")

    assert world.cases.get(case.case_id).status == "resolved"
    assert world.cases.reports("patient_001") == (report,)
    assert world.cases.report("patient_001", session_id, report, "again").case_id == case.case_id


@pytest.mark.parametrize(
    "step", [CaseStep.APPROVED, CaseStep.DENIED, CaseStep.WITH_PLAN, CaseStep.OPENED, *sorted(DESK_STEPS)]
)
def test_only_a_case_for_the_insurer_goes_to_a_plan(world: World, step: CaseStep) -> None:
    session_id = world.sessions.start("patient_001").session_id
    case = world.cases.report("patient_001", session_id, Report(ReportKind.PREGNANCY), "A pharmacist looks at it.")

    with pytest.raises(TransitionError, match="cannot be"):
        world.cases.advance(case.case_id, step, "pharmacist")


def test_an_approval_that_has_ended_already_is_refused(world: World) -> None:
    case = authorization_case(world)
    with pytest.raises(TransitionError, match="cannot have passed"):
        world.cases.advance(case.case_id, CaseStep.APPROVED, "plan", valid_until=world.at.date() - timedelta(days=1))


def test_an_approved_exception_counts_for_what_it_was_asked_for(world: World) -> None:
    of = ("patient_011", "RX101103")
    session_id = world.sessions.start(of[0]).session_id
    case = world.cases.open(
        of[0], session_id, Route.INSURER, "STEP_THERAPY", ["STEP_THERAPY"], "asked", rx_number=of[1]
    )
    last_day = world.at.date() + timedelta(days=9)
    world.cases.advance(case.case_id, CaseStep.APPROVED, "plan", valid_until=last_day)

    assert world.refills.assess(*of).decision is None
    assert world.refills.authorization(world.patients.get(of[0]), world.patients.prescription(*of)) is None  # type: ignore[arg-type]
    world.wait(days=9)
    assert world.refills.assess(*of).decision is None
    world.wait(days=1)
    decision = world.refills.assess(*of).decision
    assert decision is not None
    assert decision.code is FindingCode.STEP_THERAPY


def test_an_approval_here_counts_although_a_denial_on_file_ends_later() -> None:
    denied = replace(
        demo_data().authorizations[0],
        patient_id="patient_003",
        generic_name="semaglutide",
        status="denied",
        expires_on=date(2028, 1, 1),
    )
    world = World(data=replace(demo_data(), authorizations=(denied,)))
    case = authorization_case(world)
    world.cases.advance(case.case_id, CaseStep.APPROVED, "plan", valid_until=date(2026, 12, 31))

    assert world.refills.assess("patient_003", "RX100301").decision is None


def test_a_reported_allergy_counts_as_severe_across_classes(world: World) -> None:
    session_id = world.sessions.start("patient_010").session_id
    world.cases.report("patient_010", session_id, Report(ReportKind.ALLERGY, "lisinopril"), "A pharmacist looks at it.")
    decision = world.refills.assess("patient_010", "RX101002", "PH003").decision  # sacubitril-valsartan

    assert decision is not None
    assert decision.code is FindingCode.ALLERGY


def test_a_reported_medicine_is_compared_by_class_whatever_its_form(world: World) -> None:
    session_id = world.sessions.start("patient_003").session_id
    world.cases.report("patient_003", session_id, Report(ReportKind.MEDICINE, "dulaglutide"), "noted")

    assert FindingCode.DUPLICATE_THERAPY in {
        each.code for each in world.refills.assess("patient_003", "RX100301").findings
    }


@pytest.mark.parametrize(
    ("report", "rx_number", "code", "severity"),
    [
        (Report(ReportKind.PREGNANCY, ""), "RX100101", "PREGNANCY", "block"),
        (Report(ReportKind.BREASTFEEDING, ""), "RX100101", "PREGNANCY", "block"),
        (Report(ReportKind.PREGNANCY, ""), "RX100103", None, None),
        (Report(ReportKind.ALLERGY, "omeprazole"), "RX100103", "ALLERGY", "block"),
        (Report(ReportKind.ALLERGY, "nsaids"), "RX100105", "ALLERGY", "block"),
        (Report(ReportKind.REACTION, "lisinopril"), "RX100101", "ALLERGY", "block"),
        (Report(ReportKind.REACTION, ""), "RX100101", None, None),
        (Report(ReportKind.MEDICINE, "lithium"), "RX100101", "INTERACTION", "block"),
        (Report(ReportKind.MEDICINE, "lisinopril"), "RX100101", None, None),
        (Report(ReportKind.MEDICINE, "a tonic"), "RX100101", None, None),
        (Report(ReportKind.MEDICINE, "potassium chloride"), "RX100101", "INTERACTION", "block"),
        (Report(ReportKind.MISSED, "lisinopril"), "RX100101", None, None),
    ],
    ids=lambda value: f"{value.kind} {value.subject}" if isinstance(value, Report) else str(value),
)
def test_what_a_patient_reports_counts_in_the_rules_at_once(
    world: World, report: Report, rx_number: str, code: str | None, severity: str | None
) -> None:
    before = world.refills.assess("patient_001", rx_number).findings
    session_id = world.sessions.start("patient_001").session_id
    world.cases.report("patient_001", session_id, report, "A pharmacist looks at it.")
    new = [each for each in world.refills.assess("patient_001", rx_number).findings if each not in before]

    assert [(each.code, each.severity) for each in new] == ([(code, severity)] if code else [])
    assert world.refills.assess("patient_002", "RX100201").decision is None


def test_a_reported_supplement_without_a_record_is_looked_up_by_its_name(world: World) -> None:
    session_id = world.sessions.start("patient_004").session_id
    world.cases.report("patient_004", session_id, Report(ReportKind.MEDICINE, "st. john's wort"), "noted")
    decision = world.refills.assess("patient_004", "RX100403").decision  # sertraline

    assert decision is not None
    assert decision.code is FindingCode.INTERACTION
