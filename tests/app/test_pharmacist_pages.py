"""The pharmacist's pages: the queue, a case and an order, from the first look to what the patient reads."""

from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.case import CaseStep, EscalationCase
from rxflow.domain.case_decision import Decision, DecisionReason
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.fulfillment import WorkAct, WorkStage
from rxflow.domain.order import Consent, Order
from rxflow.domain.preferences import Disclosure, TrustedPerson, TrustedPersonChanged
from rxflow.domain.report import Report, ReportKind
from rxflow.prompts.catalog import message_catalog
from rxflow.ui.queue_items import Section
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, texts

DANA, ALEX, SAM = "demo-pharmacist", "demo-pharmacist-2", "demo-technician"
METHOCARBAMOL = ("patient_001", "RX100104")
"""Filled a week ago: it is too soon for a refill."""
NAPROXEN = ("patient_003", "RX100304")
"""The patient is allergic to it."""
OMEPRAZOLE = ("patient_001", "RX100103")
HEB = "PH003"


@dataclass
class Shop:
    """The pharmacy that the pages of a test work in."""

    assistant: Assistant
    open_page: OpenPage

    def enters(self, user_id: str = DANA) -> AppTest:
        return self.open_page().button(key=f"staff-{user_id}").click().run()

    def case(self, of: tuple[str, str] = METHOCARBAMOL, urgent: bool = False) -> EscalationCase:
        services = self.assistant.services
        patient_id, rx_number = of
        codes = [each.code for each in services.refills.assess(patient_id, rx_number).blocks]
        session = services.sessions.start(patient_id)
        return services.cases.open(
            patient_id, session.session_id, Route.PHARMACIST, "asked for it", codes, "We asked.", urgent, rx_number
        )

    def order(self, of: tuple[str, str] = OMEPRAZOLE) -> Order:
        services = self.assistant.services
        session = services.sessions.start(of[0])
        quote = services.orders.quote(session.session_id, *of, HEB)
        return services.orders.submit(quote, Consent(quote.quote_id, quote.session_id, services.now(), "button"))

    def told(self, case: EscalationCase) -> list[str]:
        return [each.text for each in self.assistant.services.care_messages.for_session(case.session_id)]


@pytest.fixture
def shop(assistant: Assistant, open_page: OpenPage) -> Shop:
    return Shop(assistant, open_page)


def open_item(page: AppTest, reference: str) -> AppTest:
    return page.button(key=f"open-{reference}").click().run()


def claim(page: AppTest) -> AppTest:
    return page.button(key="claim").click().run()


def read_all(page: AppTest) -> AppTest:
    """Open the alerts one after the other."""
    while keys := [button.key for button in page.button if (button.key or "").startswith("read-")]:
        page.button(key=keys[0]).click().run()
    return page


def approve(page: AppTest, case: EscalationCase, note: str = "flight on Friday") -> AppTest:
    page.segmented_control(key=f"decision-{case.case_id}").set_value(Decision.APPROVE).run()
    page.text_area(key=f"team-note-{case.case_id}").set_value(note)
    return page.run()


def shown(page: AppTest) -> str:
    assert not page.exception
    return (markdowns(page) + texts(page)).replace("\\", "")


def keys(page: AppTest) -> list[str]:
    return [button.key for button in page.button if button.key]


def test_a_pharmacist_sees_at_once_what_is_urgent(shop: Shop) -> None:
    shop.order()
    shop.case()
    urgent = shop.case(NAPROXEN, urgent=True)
    page = shop.enters()

    assert "1 urgent or late, 1 of them unclaimed; 3 waiting in all" in shown(page)
    assert next(key for key in keys(page) if key.startswith("open-")) == f"open-{urgent.case_id}"
    section = page.segmented_control(key="queue-section")
    assert section.options[:4] == ["All (3)", "Cases (2)", "Prior authorization (0)", "Intake (1)"]


def test_an_empty_queue_says_so(shop: Shop) -> None:
    page = shop.enters()

    assert "Nothing urgent or late" in shown(page)
    assert page.info[0].value == "Nothing waits for the pharmacy."


def test_the_queue_can_be_narrowed_and_searched(shop: Shop) -> None:
    case, order = shop.case(), shop.order()
    page = shop.enters()
    page.text_input(key="queue-search").set_value("omeprazole").run()
    assert [key for key in keys(page) if key.startswith("open-")] == [f"open-{order.order_id}"]
    page.text_input(key="queue-search").set_value("").run()
    page.segmented_control(key="queue-section").set_value(Section.CASES).run()
    assert [key for key in keys(page) if key.startswith("open-")] == [f"open-{case.case_id}"]
    page.selectbox(key="queue-route").set_value(Route.INSURER).run()

    assert "Nothing here" in shown(page)


def test_who_sees_the_queue_is_in_the_audit_trail_once(shop: Shop) -> None:
    shop.case()
    page = shop.enters()
    page.run()
    page.run()
    reads = [each for each in shop.assistant.services.audit.for_patient("patient_001") if each.action == "record.read"]

    assert [(each.actor, each.detail["kind"]) for each in reads] == [(DANA, "queue")]


def test_a_case_that_is_too_soon_is_approved_and_the_patient_is_told(shop: Shop) -> None:
    case = shop.case()
    page = approve(read_all(claim(open_item(shop.enters(), case.case_id))), case)
    preview = message_catalog("en")["decision_EARLY_FILL_TRAVEL"].split(":")[1].split(".")[0]
    assert preview in shown(page)
    assert not page.button(key="decide").disabled

    page.button(key="decide").click().run()

    assert "the patient is told" in page.success[0].value
    assert "This case is settled: Approved" in page.info[0].value
    assert preview in shop.told(case)[0]
    assert "TOO_SOON" not in [each.code for each in shop.assistant.services.refills.assess(*METHOCARBAMOL).blocks]
    assert "Dana Reyes" in shown(page)


def test_the_patients_language_is_that_of_the_preview(shop: Shop) -> None:
    services = shop.assistant.services
    session = services.sessions.start("patient_005")
    rx_number = services.patients.prescriptions("patient_005")[0].rx_number
    case = services.cases.open(
        "patient_005", session.session_id, Route.PHARMACIST, "asked", [], "Preguntamos.", False, rx_number
    )
    page = claim(open_item(shop.enters(), case.case_id))
    page.segmented_control(key=f"decision-{case.case_id}").set_value(Decision.HOLD).run()

    assert "El farmacéutico" in texts(page)


def test_an_alert_that_nobody_opened_blocks_the_approval_and_the_button_says_why(shop: Shop) -> None:
    case = shop.case(NAPROXEN)
    page = claim(open_item(shop.enters(), case.case_id))
    assert "must be read" in shown(page)
    approve(page, case, "the reaction was to another medicine")

    assert page.button(key="decide").disabled
    assert "open and read the alerts that are marked first" in page.button(key="decide").help.replace("\\", "")

    read_all(page)
    page.selectbox(key=f"reason-approve-{case.case_id}").set_value(DecisionReason.ALLERGY_RULED_OUT).run()
    page.button(key="decide").click().run()
    assert "This case is settled: Approved" in page.info[0].value


def test_two_pharmacists_cannot_take_the_same_case(shop: Shop) -> None:
    case = shop.case()
    dana, alex = shop.enters(DANA), shop.enters(ALEX)
    dana.button(key=f"claim-{case.case_id}").click().run()
    alex.button(key=f"claim-{case.case_id}").click().run()

    assert f"{case.case_id} is yours now" in dana.success[0].value.replace("\\", "")
    assert "Dana Reyes is working on this case" in alex.warning[0].value
    assert "With Dana Reyes" in shown(alex)
    open_item(alex, case.case_id)
    assert "Dana Reyes is working on this. You can read it, not change it." in shown(alex)
    assert not {"claim", "release", "decide", "reply", "desk-note"} & set(keys(alex))


def test_a_case_is_taken_over_with_a_reason_and_given_back(shop: Shop) -> None:
    case = shop.case()
    claim(open_item(shop.enters(DANA), case.case_id))
    alex = open_item(shop.enters(ALEX), case.case_id)
    alex.button(key="take-over").click().run()
    assert "few words" in alex.warning[0].value

    alex.text_area(key="take-over-words").set_value("Dana has gone home")
    alex.button(key="take-over").click().run()
    assert "You are working on this" in shown(alex)
    alex.button(key="release").click().run()
    assert "Nobody is working on this" in shown(alex)


def test_a_decision_about_a_case_that_was_settled_meanwhile_changes_nothing(shop: Shop) -> None:
    case = shop.case()
    page = claim(open_item(shop.enters(), case.case_id))
    page.segmented_control(key=f"decision-{case.case_id}").set_value(Decision.DENY).run()
    shop.assistant.case_desk.settle(case.case_id, DANA, CaseStep.CLOSED)
    page.button(key="decide").click().run()

    assert "settled" in page.warning[0].value
    assert "This case is settled: Closed" in page.info[0].value
    assert shop.told(case) == []


def test_notes_and_replies_are_kept_and_the_patient_reads_the_reply(shop: Shop) -> None:
    case = shop.case()
    page = claim(open_item(shop.enters(SAM), case.case_id))
    page.text_area(key="desk-note-words").set_value("Left a *message*")
    page.button(key="desk-note").click().run()
    page.text_area(key="reply-words").set_value("We are looking at it.")
    page.button(key="reply").click().run()

    assert "Left a *message*" in texts(page)
    assert shop.told(case) == ["We are looking at it."]
    assert not {"decide", "settle-closed"} & set(keys(page))
    assert not [key for key in keys(page) if key.startswith("read-")]


def test_a_report_is_confirmed(shop: Shop) -> None:
    services = shop.assistant.services
    session = services.sessions.start("patient_001")
    case = services.cases.report("patient_001", session.session_id, Report(ReportKind.ALLERGY, "penicillin"), "told")
    page = claim(open_item(shop.enters(), case.case_id))
    assert "penicillin" in texts(page)
    page.button(key="settle-confirmed").click().run()

    assert "This case is settled: Confirmed" in page.info[0].value


def test_the_patient_stands_beside_the_case(shop: Shop) -> None:
    case = shop.case(NAPROXEN)
    page = open_item(shop.enters(), case.case_id)
    patient = shop.assistant.services.patients.get(NAPROXEN[0])

    assert patient.name in [each.value for each in page.header]
    assert all(allergy.substance in texts(page) for allergy in patient.allergies)
    assert "We asked." in texts(page)


def test_the_person_whom_the_patient_trusts_stands_there_too(shop: Shop) -> None:
    case, sister = shop.case(), TrustedPerson("Ann Smith", "sister", (Disclosure.ORDERS, Disclosure.COSTS))
    shop.assistant.services.preferences.change("patient_001", TrustedPersonChanged(sister), seen=0)
    page = open_item(shop.enters(), case.case_id)

    assert "May also be told (orders, costs): Ann Smith, sister" in texts(page)


def test_an_order_goes_through_all_stages_by_two_people(shop: Shop) -> None:
    order = shop.order()
    dana, alex = open_item(shop.enters(DANA), order.order_id), shop.enters(ALEX)
    for _ in (WorkStage.INTAKE, WorkStage.CLINICAL_CHECK, WorkStage.FILL):
        read_all(claim(dana))
        dana.button(key="advance").click().run()
        assert not dana.warning
    claim(dana).button(key="advance").click().run()
    assert "Ask another pharmacist for the final check" in dana.warning[0].value
    dana.button(key="release").click().run()
    open_item(alex.run(), order.order_id)
    for _ in (WorkStage.FINAL_CHECK, WorkStage.READY):
        claim(alex).button(key="advance").click().run()

    assert "This order was handed over" in alex.info[0].value
    history = shop.assistant.services.fulfillment.history(order.order_id)
    moved = [(each.stage, each.actor) for each in history if each.act is WorkAct.MOVED]
    assert moved == [
        (WorkStage.CLINICAL_CHECK, DANA),
        (WorkStage.FILL, DANA),
        (WorkStage.FINAL_CHECK, DANA),
        (WorkStage.READY, ALEX),
        (WorkStage.HANDED_OVER, ALEX),
    ]


def test_a_severe_alert_stops_an_order_until_it_is_read_and_overridden_with_a_reason(shop: Shop) -> None:
    order = shop.order()
    services = shop.assistant.services
    services.fulfillment.advance(order.order_id, _employed(shop, DANA))
    session = services.sessions.start(order.patient_id)
    services.cases.report(order.patient_id, session.session_id, Report(ReportKind.ALLERGY, "omeprazole"), "told")
    page = claim(open_item(shop.enters(DANA), order.order_id))
    allergy = next(
        each for each in services.fulfillment.alerts(order.order_id) if each.finding.code is FindingCode.ALLERGY
    )
    key = allergy.code.replace(".", "-")
    assert page.button(key="advance").disabled
    assert "open and read these alerts: Allergy" in page.button(key="advance").help.replace("\\", "")

    read_all(page)
    assert page.button(key="advance").disabled
    assert "override with a reason" in page.button(key="advance").help.replace("\\", "")
    page.button(key=f"override-{key}").click().run()
    assert "Write a note that says why" in page.warning[0].value
    page.text_area(key=f"override-note-{key}").set_value("Spoke with Dr. Chen.")
    page.button(key=f"override-{key}").click().run()
    assert "Overridden by Dana Reyes" in shown(page)
    page.button(key="advance").click().run()

    assert services.fulfillment.get(order.order_id).stage is WorkStage.FILL


def _employed(shop: Shop, user_id: str) -> str:
    shop.enters(user_id)
    return user_id


def test_a_problem_is_reported_seen_in_the_queue_and_resolved(shop: Shop) -> None:
    order = shop.order()
    page = claim(open_item(shop.enters(SAM), order.order_id))
    page.button(key="problem").click().run()
    assert "Held up: Out of stock" in shown(page)
    assert page.button(key="advance").disabled
    page.button(key="back").click().run()
    assert "Problems (1)" in page.segmented_control(key="queue-section").options
    open_item(page, order.order_id)
    page.button(key="resolve").click().run()

    assert not page.button(key="advance").disabled


def test_a_technician_does_not_work_at_a_pharmacists_stage(shop: Shop) -> None:
    order = shop.order()
    shop.assistant.services.fulfillment.advance(order.order_id, _employed(shop, SAM))
    page = open_item(shop.enters(SAM), order.order_id)

    assert "This stage is a pharmacist's" in shown(page)
    assert not {"claim", "advance"} & set(keys(page))


def test_an_act_after_somebody_else_took_the_browser_over_is_not_done(shop: Shop) -> None:
    case = shop.case()
    page = open_item(shop.enters(), case.case_id)
    shop.assistant.services.access.sign_out_browser(page.session_state["browser_key"])
    claim(page)

    assert [each.step.value for each in shop.assistant.services.cases.steps(case.case_id)] == ["opened"]
    assert page.button(key="sign-in-patient_001")


def test_nothing_is_shown_where_nothing_was_opened(shop: Shop) -> None:
    page = shop.enters()
    page.session_state["case-open"] = "CS-NONE"
    case = shop.case()
    page.run()
    open_item(page, case.case_id)
    page.session_state["case-open"] = "CS-NONE"
    page.run()

    assert "no case with this number" in page.error[0].value
