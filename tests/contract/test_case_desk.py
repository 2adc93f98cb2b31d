"""What people do with cases on any store: whose a case is, what a decision does, and what the patient reads."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from rxflow.domain.audit import AuditAction
from rxflow.domain.care_message import CareMessageKind
from rxflow.domain.case import CaseStep
from rxflow.domain.case_decision import Decision, DecisionReason
from rxflow.domain.errors import (
    CaseHeldError,
    InvalidMessageError,
    NotPermittedError,
    OrderRefusedError,
    SessionNotFoundError,
    TransitionError,
    UnreadableDataError,
    UnreadAlertsError,
)
from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.domain.order import Consent, Order, Quote
from rxflow.domain.report import Report, ReportKind
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import SessionRepository, Turn
from rxflow.persistence.tables import CASE_STEPS
from tests.support.audit_chains import drop_triggers
from tests.support.desk import (
    ADA,
    ISOTRETINOIN,
    JO,
    MARIA,
    METFORMIN,
    METHOCARBAMOL,
    NAPROXEN,
    OXYCODONE,
    SIMVASTATIN,
    TIM,
    Desk,
)
from tests.unit.services.pharmacy_world import demo_data

APPROVE, CHANGE, DENY, HOLD = Decision
R = DecisionReason
TRAVEL = (APPROVE, R.EARLY_FILL_TRAVEL, "flight on Friday")


@pytest.fixture
def at(store: Store) -> Desk:
    return Desk(store, demo_data())


def quoted(at: Desk, of: tuple[str, str], session_id: str) -> Quote:
    return at.services.orders.quote(session_id, *of, "PH003")


def ordered(at: Desk, of: tuple[str, str]) -> Order:
    quote = quoted(at, of, at.session(of[0]))
    return at.services.orders.submit(quote, Consent(quote.quote_id, quote.session_id, at.clock(), "words"))


def approved(at: Desk, of: tuple[str, str] = METHOCARBAMOL, *decision: object) -> None:
    case = at.case(of)
    at.read_all(case)
    at.desk.decide(case.case_id, MARIA, *(decision or TRAVEL))  # type: ignore[arg-type]


# -- whose a case is -----------------------------------------------------------------------------------------------


def test_a_claimed_case_is_moved_by_nobody_else(at: Desk) -> None:
    case = at.case()
    at.desk.claim(case.case_id, MARIA)
    for act in (
        lambda: at.desk.claim(case.case_id, JO),
        lambda: at.desk.note(case.case_id, JO, "mine?"),
        lambda: at.desk.read_alert(case.case_id, JO, "TOO_SOON"),
        lambda: at.desk.decide(case.case_id, JO, DENY, R.TOO_EARLY),
        lambda: at.desk.settle(case.case_id, JO, CaseStep.CLOSED),
        lambda: at.desk.reply(case.case_id, JO, "Hello"),
        lambda: at.services.cases.advance(case.case_id, CaseStep.IN_REVIEW, JO),
    ):
        with pytest.raises(CaseHeldError, match=MARIA) as refused:
            act()
        assert refused.value.details == {"holder": MARIA}
    assert at.steps(case) == [("opened", "assistant"), ("claimed", MARIA)]
    assert at.told(case) == []


def test_whoever_has_a_case_goes_on_with_it_and_claiming_again_changes_nothing(at: Desk) -> None:
    case = at.case()
    claimed = at.desk.claim(case.case_id, MARIA)

    assert at.desk.claim(case.case_id, MARIA) == claimed
    at.desk.note(case.case_id, MARIA, "called the patient")
    at.services.cases.advance(case.case_id, CaseStep.IN_REVIEW, MARIA)
    assert [step for step, _ in at.steps(case)] == ["opened", "claimed", "noted", "in review"]


def test_a_released_case_is_anybodys(at: Desk) -> None:
    case = at.case()
    at.desk.claim(case.case_id, MARIA)
    assert at.desk.release(case.case_id, MARIA).step is CaseStep.RELEASED
    at.desk.claim(case.case_id, JO)

    assert at.desk.case_file(case.case_id, JO).holder == JO
    assert at.steps(case)[1:] == [("claimed", MARIA), ("released", MARIA), ("claimed", JO)]


@pytest.mark.parametrize("note", ["", "mine now", "   a   b  "])
def test_taking_over_needs_a_few_words(at: Desk, note: str) -> None:
    case = at.case()
    at.desk.claim(case.case_id, MARIA)

    with pytest.raises(TransitionError, match="few words"):
        at.desk.release(case.case_id, JO, note)
    assert at.desk.case_file(case.case_id, JO).holder == MARIA
    assert at.desk.release(case.case_id, JO, "Maria went home").step is CaseStep.CLAIMED
    assert at.steps(case)[1:] == [("claimed", MARIA), ("released", JO), ("claimed", JO)]
    assert at.services.cases.steps(case.case_id)[2].note == "Maria went home"
    with pytest.raises(CaseHeldError):
        at.desk.note(case.case_id, MARIA, "still mine?")


def test_nothing_is_released_that_nobody_has(at: Desk) -> None:
    with pytest.raises(TransitionError, match="Nobody"):
        at.desk.release(at.case().case_id, MARIA, "just in case")


def test_of_two_who_claim_at_once_one_has_it(at: Desk) -> None:
    case = at.case()

    def claim(actor: str) -> str:
        try:
            at.desk.claim(case.case_id, actor)
        except CaseHeldError:
            return "refused"
        return "claimed"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(claim, [MARIA, JO, TIM] * 3))

    holder = at.desk.case_file(case.case_id, MARIA).holder
    assert outcomes.count("claimed") == 3, "the one who has it is answered alike each time"
    assert [step for step, _ in at.steps(case)] == ["opened", "claimed"]
    assert at.steps(case)[1][1] == holder


def test_a_case_that_nobody_has_claimed_is_moved_by_anybody(at: Desk) -> None:
    case = at.case()
    at.services.cases.advance(case.case_id, CaseStep.IN_REVIEW, "cli")
    at.desk.note(case.case_id, TIM, "phoned")
    at.desk.decide(case.case_id, MARIA, DENY, R.TOO_EARLY)

    assert at.services.cases.get(case.case_id).status == "resolved"


def test_a_settled_case_is_nobodys_and_stays_as_it_is(at: Desk) -> None:
    case = at.case()
    at.desk.claim(case.case_id, MARIA)
    at.desk.decide(case.case_id, MARIA, DENY, R.TOO_EARLY)

    assert at.desk.case_file(case.case_id, JO).holder is None
    for act in (
        lambda: at.desk.claim(case.case_id, JO),
        lambda: at.desk.release(case.case_id, JO, "taking it over now"),
        lambda: at.desk.note(case.case_id, JO, "late"),
        lambda: at.desk.decide(case.case_id, JO, HOLD, R.WAITING_PATIENT),
    ):
        with pytest.raises(TransitionError, match="settled"):
            act()
    assert at.desk.reply(case.case_id, JO, "One more thing.").number == 2


# -- who may -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("actor", [TIM, ADA, "nobody", "assistant"])
def test_only_a_pharmacist_reads_alerts_and_decides(at: Desk, actor: str) -> None:
    case = at.case()
    for act in (
        lambda: at.desk.read_alert(case.case_id, actor, "TOO_SOON"),
        lambda: at.desk.decide(case.case_id, actor, DENY, R.TOO_EARLY),
        lambda: at.desk.settle(case.case_id, actor, CaseStep.CLOSED),
    ):
        with pytest.raises(NotPermittedError):
            act()
    assert len(at.steps(case)) == 1


@pytest.mark.parametrize("actor", [ADA, "nobody"])
def test_who_does_not_work_on_cases_neither_sees_nor_moves_them(at: Desk, actor: str) -> None:
    case = at.case()
    for act in (
        lambda: at.desk.queue(actor),
        lambda: at.desk.case_file(case.case_id, actor),
        lambda: at.desk.claim(case.case_id, actor),
        lambda: at.desk.release(case.case_id, actor, "taking it over now"),
        lambda: at.desk.note(case.case_id, actor, "hm"),
        lambda: at.desk.reply(case.case_id, actor, "hm"),
    ):
        with pytest.raises(NotPermittedError):
            act()


def test_a_disabled_user_does_nothing_more(at: Desk) -> None:
    at.services.users.disable(MARIA)
    with pytest.raises(NotPermittedError, match="active"):
        at.desk.claim(at.case().case_id, MARIA)


# -- what is read before it is signed off ------------------------------------------------------------------------------


def test_an_approval_names_the_alerts_that_were_not_opened(at: Desk) -> None:
    case = at.case(NAPROXEN)
    with pytest.raises(UnreadAlertsError, match="ALLERGY") as refused:
        at.desk.decide(case.case_id, MARIA, APPROVE, R.ALLERGY_RULED_OUT, "asked")

    assert refused.value.details == {"alerts": ["ALLERGY"]}
    assert len(at.steps(case)) == 1
    assert at.told(case) == []


def test_another_pharmacists_reading_is_not_ones_own(at: Desk) -> None:
    case = at.case()
    at.read_all(case, JO)
    with pytest.raises(UnreadAlertsError):
        at.desk.decide(case.case_id, MARIA, *TRAVEL)
    at.desk.decide(case.case_id, JO, *TRAVEL)


def test_an_alert_read_in_another_case_is_read_again(at: Desk) -> None:
    at.read_all(at.case())
    with pytest.raises(UnreadAlertsError):
        at.desk.decide(at.case().case_id, MARIA, *TRAVEL)


def test_an_alert_is_read_once_for_the_same_facts(at: Desk) -> None:
    case = at.case()
    assert at.desk.read_alert(case.case_id, MARIA, "TOO_SOON") == at.desk.read_alert(case.case_id, MARIA, "TOO_SOON")
    with pytest.raises(TransitionError, match="no alert"):
        at.desk.read_alert(case.case_id, MARIA, FindingCode.PREGNANCY)
    assert at.steps(case)[1:] == [("alert read", MARIA)]


def test_what_is_new_since_an_alert_was_opened_is_opened_too(at: Desk) -> None:
    case = at.case(SIMVASTATIN)
    at.read_all(case)
    session_id = at.session(SIMVASTATIN[0])
    at.services.cases.report(
        SIMVASTATIN[0], session_id, Report(ReportKind.MEDICINE, "itraconazole"), "A pharmacist looks at it."
    )
    with pytest.raises(UnreadAlertsError, match="INTERACTION"):
        at.desk.decide(case.case_id, MARIA, APPROVE, R.BENEFIT_OUTWEIGHS_RISK, "a short course")
    at.read_all(case)
    at.desk.decide(case.case_id, MARIA, APPROVE, R.BENEFIT_OUTWEIGHS_RISK, "a short course")

    assert at.blocks(SIMVASTATIN) == []


def test_denying_changing_and_holding_need_no_alert_opened(at: Desk) -> None:
    for decision, reason in ((DENY, R.TOO_EARLY), (CHANGE, R.SHORTER_SUPPLY), (HOLD, R.WAITING_PATIENT)):
        at.desk.decide(at.case().case_id, MARIA, decision, reason)


# -- what an approval does ---------------------------------------------------------------------------------------------


def test_an_approved_early_fill_can_be_ordered_once(at: Desk) -> None:
    session_id = at.session(METHOCARBAMOL[0])
    with pytest.raises(OrderRefusedError) as refused:
        quoted(at, METHOCARBAMOL, session_id)
    assert refused.value.code == "TOO_SOON"
    approved(at)
    found = at.services.refills.assess(*METHOCARBAMOL).findings

    assert [(each.code, each.severity) for each in found] == [(FindingCode.TOO_SOON, Severity.WARN)]
    assert found[0].evidence["reviewed_by"] == MARIA
    assert at.services.refills.assess_all(METHOCARBAMOL[0])[METHOCARBAMOL[1]].findings == found
    ordered(at, METHOCARBAMOL)
    assert "TOO_SOON" in at.blocks()


def test_an_approval_ends_after_its_last_day(at: Desk) -> None:
    approved(at, METHOCARBAMOL, APPROVE, R.EARLY_FILL_LOST, "lost", at.clock().date() + timedelta(days=3))
    at.clock.wait(days=3)
    assert at.blocks() == []
    at.clock.wait(days=1)
    assert at.blocks() == ["TOO_SOON"]


def test_the_gate_looks_at_the_approval_when_the_order_is_placed(at: Desk) -> None:
    session_id = at.session(METHOCARBAMOL[0])
    approved(at, METHOCARBAMOL, APPROVE, R.EARLY_FILL_LOST, "lost", at.clock().date())
    at.clock.wait(hours=13, minutes=15)  # a quarter to midnight
    quote = at.services.orders.quote(session_id, *METHOCARBAMOL, "PH003")
    at.clock.wait(minutes=20)
    with pytest.raises(OrderRefusedError) as refused:
        at.services.orders.submit(quote, Consent(quote.quote_id, session_id, at.clock(), "words"))

    assert refused.value.code == "TOO_SOON"


@pytest.mark.parametrize("days", [-1, 31])
def test_an_approval_counts_neither_for_long_nor_for_days_that_are_over(at: Desk, days: int) -> None:
    case = at.case()
    at.read_all(case)
    with pytest.raises(TransitionError, match="at most 30 days"):
        at.desk.decide(case.case_id, MARIA, *TRAVEL, valid_until=at.clock().date() + timedelta(days=days))
    assert at.blocks() == ["TOO_SOON"]


def test_an_approval_that_lifts_something_needs_a_note(at: Desk) -> None:
    case = at.case()
    at.read_all(case)
    with pytest.raises(TransitionError, match="note"):
        at.desk.decide(case.case_id, MARIA, APPROVE, R.EARLY_FILL_TRAVEL, "  ")


def test_only_what_the_case_carries_is_lifted(at: Desk) -> None:
    case = at.case(NAPROXEN, FindingCode.TOO_SOON)
    at.read_all(case)
    with pytest.raises(TransitionError, match="ALLERGY"):
        at.desk.decide(case.case_id, MARIA, APPROVE, R.ALLERGY_RULED_OUT, "asked")
    assert at.blocks(NAPROXEN) == ["ALLERGY"]


def test_what_is_not_for_a_pharmacist_stays_beside_what_is(at: Desk) -> None:
    case = at.case(ISOTRETINOIN)
    at.read_all(case)
    progress, message = at.desk.decide(case.case_id, MARIA, APPROVE, R.BENEFIT_OUTWEIGHS_RISK, "with the doctor")

    assert [each.code for each in progress.overrides] == ["PREGNANCY"]
    assert at.blocks(ISOTRETINOIN) == ["REMS", "NO_REFILLS"]
    assert message is not None
    assert "Something else still holds up the refill" in message.text


def test_a_case_of_what_no_pharmacist_lifts_is_not_approved(at: Desk) -> None:
    case = at.case(OXYCODONE, FindingCode.CONTROLLED)
    at.read_all(case)
    with pytest.raises(TransitionError, match="CONTROLLED"):
        at.desk.decide(case.case_id, MARIA, APPROVE, R.CHECKED_WITH_PRESCRIBER, "by phone")


def test_a_case_about_no_prescription_is_approved_in_words_alone(at: Desk) -> None:
    session_id = at.session("patient_001")
    case = at.services.cases.open("patient_001", session_id, Route.PHARMACIST, "asks", [], "We asked.")
    progress, message = at.desk.decide(case.case_id, MARIA, APPROVE, R.CHECKED_WITH_PRESCRIBER)

    assert (progress.overrides, progress.valid_until) == ((), None)
    assert message is not None
    assert message.text.startswith("About your medicine: A pharmacist looked at it and approved it.")
    other = at.services.cases.open("patient_001", session_id, Route.PHARMACIST, "asks", [], "We asked.")
    with pytest.raises(TransitionError, match="lifts nothing"):
        at.desk.decide(other.case_id, MARIA, *TRAVEL, valid_until=at.clock().date())


def test_what_is_approved_is_of_one_patients_prescription(at: Desk) -> None:
    approved(at, NAPROXEN, APPROVE, R.ALLERGY_RULED_OUT, "asked")

    assert at.blocks(NAPROXEN) == []
    assert at.blocks() == ["TOO_SOON"]


def test_an_approval_that_was_changed_from_outside_is_not_read(at: Desk) -> None:
    approved(at)
    with at.store.write() as tx:
        drop_triggers(tx, CASE_STEPS.name)
        longer = update(CASE_STEPS).where(CASE_STEPS.c.valid_until.is_not(None))
        tx.execute(longer.values(valid_until=date(2099, 1, 1)))

    with pytest.raises(UnreadableDataError):
        at.blocks()


# -- renewals and plans --------------------------------------------------------------------------------------------


def renewal(at: Desk, of: tuple[str, str] = METFORMIN, **given: int) -> None:
    case = at.case(of, route=Route.PRESCRIBER)
    at.read_all(case)
    at.desk.decide(case.case_id, MARIA, APPROVE, R.RENEWED, **given)


def test_a_renewal_gives_refills_and_the_numbers_of_fills_go_on(at: Desk) -> None:
    before = at.services.refills.prescription(*METFORMIN)
    assert before is not None
    renewal(at, refills=2)
    after = at.services.refills.prescription(*METFORMIN)

    assert after is not None
    assert (after.refills_remaining, after.written_on) == (2, date(2026, 3, 4))
    assert after.refills_authorized == before.refills_authorized + 2
    assert at.blocks(METFORMIN) == []
    order = ordered(at, METFORMIN)
    assert order.fill_number == before.refills_authorized + 2
    left = at.services.refills.prescription(*METFORMIN)
    assert left is not None
    assert left.refills_remaining == 1


@pytest.mark.parametrize("given", [{}, {"refills": 0}, {"refills": 12}, {"refills": -1}])
def test_a_renewal_says_how_many_fills_it_gives(at: Desk, given: dict[str, int]) -> None:
    with pytest.raises(TransitionError, match="1 to 11"):
        renewal(at, **given)
    assert "NO_REFILLS" in at.blocks(METFORMIN)


def test_schedule_two_is_never_renewed(at: Desk) -> None:
    with pytest.raises(TransitionError, match="a new one is needed"):
        renewal(at, OXYCODONE, refills=1)


def test_what_needs_no_renewal_is_not_renewed(at: Desk) -> None:
    with pytest.raises(TransitionError, match="cannot be renewed"):
        renewal(at, METHOCARBAMOL, refills=1)


def test_a_renewal_has_no_last_day_and_only_a_renewal_has_refills(at: Desk) -> None:
    renewed = at.case(METFORMIN, route=Route.PRESCRIBER)
    at.read_all(renewed)
    with pytest.raises(TransitionError, match="not a last day"):
        at.desk.decide(renewed.case_id, MARIA, APPROVE, R.RENEWED, valid_until=at.clock().date(), refills=1)
    early = at.case()
    at.read_all(early)
    with pytest.raises(TransitionError, match="renewal gives refills"):
        at.desk.decide(early.case_id, MARIA, *TRAVEL, refills=1)
    with pytest.raises(TransitionError, match="Only an approval"):
        at.desk.decide(early.case_id, MARIA, DENY, R.TOO_EARLY, refills=1)
    with pytest.raises(TransitionError, match="Only an approval"):
        at.desk.decide(early.case_id, MARIA, DENY, R.TOO_EARLY, valid_until=at.clock().date())


def test_a_plans_approval_counts_through_the_day_that_the_plan_said(at: Desk) -> None:
    of = ("patient_003", "RX100301")
    session_id = at.session(of[0])
    code = FindingCode.PRIOR_AUTHORIZATION
    case = at.services.cases.open(of[0], session_id, Route.INSURER, code, [code], "We asked.", rx_number=of[1])
    at.read_all(case)
    for wrong, words in ((None, "Give the last day"), (at.clock().date() - timedelta(days=1), "passed already")):
        with pytest.raises(TransitionError, match=words):
            at.desk.decide(case.case_id, MARIA, APPROVE, R.PLAN_APPROVED, valid_until=wrong)
    at.desk.decide(case.case_id, MARIA, APPROVE, R.PLAN_APPROVED, valid_until=at.clock().date() + timedelta(days=90))

    assert "PRIOR_AUTHORIZATION" not in at.blocks(of)
    assert at.told(case)[-1].endswith("until June 2, 2026. Ask me for the refill again.")


@pytest.mark.parametrize(
    ("decision", "reason"), [(DENY, R.EARLY_FILL_TRAVEL), (APPROVE, R.RENEWED), (HOLD, R.WAITING_PLAN)]
)
def test_a_reason_belongs_to_its_decision_and_its_route(at: Desk, decision: Decision, reason: DecisionReason) -> None:
    with pytest.raises(TransitionError, match="is no reason to"):
        at.desk.decide(at.case().case_id, MARIA, decision, reason)


# -- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "reason", "step", "is_settled"),
    [
        (DENY, R.TOO_EARLY, CaseStep.DENIED, True),
        (CHANGE, R.SHORTER_SUPPLY, CaseStep.CHANGED, True),
        (HOLD, R.WAITING_PATIENT, CaseStep.ON_HOLD, False),
    ],
)
def test_what_is_no_approval_is_words_and_lifts_nothing(
    at: Desk, decision: Decision, reason: DecisionReason, step: CaseStep, is_settled: bool
) -> None:
    case = at.case()
    progress, message = at.desk.decide(case.case_id, MARIA, decision, reason, "note", patient_note="  See you soon. ")

    assert (progress.step, progress.reason, progress.note, progress.overrides) == (step, reason, "note", ())
    assert (at.services.cases.get(case.case_id).status == "resolved") is is_settled
    assert at.blocks() == ["TOO_SOON"]
    assert message is not None
    assert (message.kind, message.reason, message.actor_name) == (CareMessageKind.DECISION, reason, "Maria Lee")
    assert message.text.startswith("About methocarbamol 500 mg tablet: The pharmacist ")
    assert message.text.endswith("\n\nMaria Lee adds: See you soon.")


def test_the_patient_reads_of_it_in_the_language_they_write(at: Desk) -> None:
    session_id = at.session("patient_001")
    turn = Turn("", 0, at.clock(), "quiero resurtir mi medicina, por favor", "Claro.", "START")
    at.services.sessions.record_turn(session_id, turn)
    case = at.case(session_id=session_id)
    at.desk.decide(case.case_id, MARIA, DENY, R.TOO_EARLY)

    assert at.told(case)[0].startswith("Sobre methocarbamol 500 mg tablet: El farmacéutico")


def test_a_person_replies_in_their_own_words(at: Desk) -> None:
    case = at.case()
    first = at.desk.reply(case.case_id, TIM, "  Which day do you fly? ")
    second = at.desk.reply(case.case_id, MARIA, "I see it now.")

    assert (first.number, first.text, first.actor, first.actor_name, first.kind, first.case_id) == (
        1,
        "Which day do you fly?",
        TIM,
        "Tim Tran",
        CareMessageKind.REPLY,
        case.case_id,
    )
    messages = at.services.care_messages
    assert messages.latest_number(case.session_id) == 2
    assert messages.for_session(case.session_id, after=1) == (second,)
    assert messages.latest_number("another") == 0


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001, "a\x00b"])
def test_a_message_has_words_and_not_too_many(at: Desk, text: str) -> None:
    case = at.case()
    with pytest.raises(InvalidMessageError):
        at.desk.reply(case.case_id, MARIA, text)
    with pytest.raises(InvalidMessageError):
        at.desk.note(case.case_id, MARIA, text)
    with pytest.raises(InvalidMessageError):
        at.services.care_messages.add(case.session_id, MARIA, "Maria Lee", CareMessageKind.REPLY, text)


def test_an_order_is_told_of_as_kept(at: Desk) -> None:
    session_id = at.session("patient_001")
    messages = at.services.care_messages
    kept = messages.add(
        session_id, "pharmacy", "Walgreens", CareMessageKind.ORDER_UPDATE, "It is ready.", order_id="RF-1"
    )

    assert messages.for_session(session_id) == (kept,)
    (event,) = [e for e in at.services.audit.for_patient("patient_001") if e.action == AuditAction.CARE_MESSAGE_SENT]
    assert (event.actor, event.object, dict(event.detail)) == ("pharmacy", "RF-1", {"kind": "order_update"})


def test_nothing_is_written_into_a_forgotten_conversation(at: Desk) -> None:
    case = at.case()
    with at.store.write() as tx:
        SessionRepository(tx).note_forgotten(case.session_id, at.clock())
    progress, message = at.desk.decide(case.case_id, MARIA, DENY, R.TOO_EARLY)

    assert (progress.step, message) == (CaseStep.DENIED, None)
    with pytest.raises(SessionNotFoundError):
        at.desk.reply(case.case_id, MARIA, "Hello")
    with pytest.raises(SessionNotFoundError):
        at.services.care_messages.add(case.session_id, MARIA, "Maria Lee", CareMessageKind.REPLY, "Hello")
    assert at.told(case) == []


# -- reports and emergencies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("decision", "reason"), [(DENY, R.NOT_SAFE), (CHANGE, R.OTHER_MEDICINE)])
def test_what_a_patient_reported_is_not_decided_away(at: Desk, decision: Decision, reason: DecisionReason) -> None:
    report = Report(ReportKind.ALLERGY, "omeprazole")
    case = at.services.cases.report("patient_001", at.session("patient_001"), report, "A pharmacist looks at it.")
    at.desk.decide(case.case_id, MARIA, decision, reason)

    assert at.services.cases.reports("patient_001") == (report,)


def test_a_report_is_confirmed_or_closed(at: Desk) -> None:
    report = Report(ReportKind.ALLERGY, "omeprazole")
    case = at.services.cases.report("patient_001", at.session("patient_001"), report, "A pharmacist looks at it.")
    with pytest.raises(TransitionError, match="confirmed or closed"):
        at.desk.settle(case.case_id, MARIA, CaseStep.APPROVED)
    at.desk.settle(case.case_id, MARIA, CaseStep.CLOSED, "it was nausea")

    assert at.services.cases.reports("patient_001") == ()


@pytest.mark.parametrize(
    ("decision", "reason"), [(APPROVE, R.CHECKED_WITH_PRESCRIBER), (DENY, R.NOT_SAFE), (CHANGE, R.OTHER_MEDICINE)]
)
def test_an_emergency_is_not_decided(at: Desk, decision: Decision, reason: DecisionReason) -> None:
    case = at.case(METHOCARBAMOL, FindingCode.EMERGENCY)
    at.read_all(case)
    with pytest.raises(TransitionError, match="emergency"):
        at.desk.decide(case.case_id, MARIA, decision, reason, "note")
    at.desk.decide(case.case_id, MARIA, HOLD, R.WAITING_PATIENT)
    assert at.services.cases.get(case.case_id).status == "open"


# -- the file and the queue ----------------------------------------------------------------------------------------


def test_a_file_has_what_belongs_to_a_case_and_that_it_was_read_is_recorded(at: Desk) -> None:
    case = at.case(NAPROXEN)
    at.services.cases.report(
        NAPROXEN[0], case.session_id, Report(ReportKind.MEDICINE, "ginkgo"), "A pharmacist looks at it."
    )
    ordered(at, ("patient_003", "RX100302"))
    at.desk.reply(case.case_id, TIM, "We look at it.")
    file = at.desk.case_file(case.case_id, MARIA)

    assert (file.case, file.holder, file.patient.patient_id) == (case, None, NAPROXEN[0])
    assert file.prescription is not None
    assert file.assessment is not None
    assert file.prescription.rx_number == NAPROXEN[1]
    assert file.assessment.findings[0].evidence["source"] == "DOMAIN.md §8, allergy classes"
    assert file.unread == ("ALLERGY",)
    assert file.allergies == file.patient.allergies
    assert file.reports == (Report(ReportKind.MEDICINE, "ginkgo"),)
    assert file.last_fill == file.prescription.last_fill
    assert {each.kind.value for each in file.changed_since_last_fill} >= {"report", "order"}
    assert file.summary.asked_for == file.prescription.label
    assert (file.summary.told, file.summary.turns, file.summary.state) == ("We asked.", 0, "")
    assert [each.text for each in file.messages] == ["We look at it."]
    reads = [e for e in at.services.audit.for_patient(NAPROXEN[0]) if e.action == AuditAction.RECORD_READ]
    assert (reads[-1].actor, reads[-1].detail["kind"]) == (MARIA, "case_file")


def test_the_queue_is_urgent_first_then_oldest(at: Desk) -> None:
    old = at.case()
    at.clock.wait(hours=2)
    new, urgent = at.case(NAPROXEN), at.case(SIMVASTATIN, urgent=True)
    settled = at.case(METFORMIN)
    at.desk.settle(settled.case_id, MARIA, CaseStep.CLOSED)
    at.desk.claim(new.case_id, TIM)
    at.desk.note(old.case_id, TIM, "phoned")
    queue = at.desk.queue(MARIA)

    assert [each.case.case_id for each in queue] == [urgent.case_id, old.case_id, new.case_id]
    assert [each.holder for each in queue] == [None, None, TIM]
    assert [each.age for each in queue] == [timedelta(0), timedelta(hours=2), timedelta(0)]
    assert queue[1].patient_name == "John Smith"
    assert [each.medication for each in queue][1:] == ["methocarbamol 500 mg tablet", "naproxen 500 mg tablet"]
    assert {each.last_step.step for each in queue} == {CaseStep.OPENED}


def test_a_longer_queue_asks_no_more_questions(at: Desk) -> None:
    at.case()
    with at.counted() as few:
        at.desk.queue()
    for of in (NAPROXEN, SIMVASTATIN, METFORMIN, ISOTRETINOIN):
        at.desk.claim(at.case(of).case_id, MARIA)
    with at.counted() as many:
        assert len(at.desk.queue()) == 5

    assert len(many) == len(few)


def test_more_approvals_cost_an_assessment_no_more_questions(at: Desk) -> None:
    with at.counted() as without:
        at.services.refills.assess(*METHOCARBAMOL)
    for _ in range(3):
        approved(at)
    renewal(at, refills=1)
    with at.counted() as with_approvals:
        assert at.services.refills.assess(*METHOCARBAMOL).decision is None

    assert len(with_approvals) == len(without)
    assert sum("case_steps" in each for each in with_approvals) == 1


# -- the trail -----------------------------------------------------------------------------------------------------


def test_every_act_is_in_the_trail_in_codes_alone(at: Desk) -> None:
    case = at.case()
    at.desk.claim(case.case_id, MARIA)
    at.desk.note(case.case_id, MARIA, "a secret word")
    at.read_all(case)
    at.desk.decide(case.case_id, MARIA, *TRAVEL, patient_note="a secret word")
    told = [
        (e.action, dict(e.detail))
        for e in at.services.audit.for_patient(METHOCARBAMOL[0])
        if e.object == case.case_id and e.actor == MARIA
    ]

    assert told == [
        ("case.advanced", {"step": "claimed"}),
        ("case.advanced", {"step": "noted"}),
        ("case.advanced", {"step": "alert_read", "code": "TOO_SOON"}),
        ("case.advanced", {"step": "approved", "reason": "EARLY_FILL_TRAVEL", "findings": ["TOO_SOON"]}),
        ("care.message-sent", {"kind": "decision", "reason": "EARLY_FILL_TRAVEL"}),
    ]
    report = at.services.audit.verify()
    assert (report.broken, report.mismatches) == (None, ())


@pytest.mark.parametrize(
    ("decision", "reason"), [(DENY, R.TOO_EARLY), (CHANGE, R.SHORTER_SUPPLY), (HOLD, R.WAITING_PATIENT)]
)
def test_the_verification_finds_decided_and_held_cases_where_they_were_left(
    at: Desk, decision: Decision, reason: DecisionReason
) -> None:
    case = at.case()
    at.desk.claim(case.case_id, MARIA)
    at.desk.decide(case.case_id, MARIA, decision, reason)

    assert at.services.audit.verify().mismatches == ()
