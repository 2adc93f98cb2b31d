"""The page that a patient begins on."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.order import OrderStatus
from rxflow.domain.patient import GuardianScope, Patient
from rxflow.prompts.catalog import languages
from rxflow.prompts.replies import Replies
from rxflow.services.patients import PatientService
from rxflow.services.refills import RefillService
from rxflow.workflow.medicine_status import MedicineKind, medicine_statuses
from rxflow.workflow.workflow_types import RefillState
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, press, say, texts
from tests.support.conversation import Conversation


def headings(page: AppTest) -> list[str]:
    return [each.value for each in (*page.title, *page.header)]


def ready(assistant: Assistant, patient_id: str) -> int:
    statuses = medicine_statuses(assistant.services.refills.overview(patient_id))
    return sum(status.can_be_refilled for status in statuses)


def test_a_patient_begins_with_what_can_be_refilled_today(begin: OpenPage, assistant: Assistant) -> None:
    page = begin("patient_001")

    assert f"{ready(assistant, 'patient_001')} medicines can be refilled today." in texts(page)
    assert headings(page) == ["Your medicines today", "Ready today", "Not yet", "Waiting for somebody"]
    shown = markdowns(page)
    for words in (
        "lisinopril",
        "Ready to refill today",
        "You can refill it from",
        r"Dr\. Sarah Patel",
        "3 refills left",
    ):
        assert words in shown
    assert not page.exception


def test_one_tap_begins_the_refill(begin: OpenPage) -> None:
    page = press(begin("patient_002"), "Refill")

    assert "Refill my atorvastatin" in texts(page)
    assert "atorvastatin 20 mg tablet" in texts(page)
    assert "Is this the one?" in texts(page)


def test_all_that_is_ready_is_one_tap_too(begin: OpenPage) -> None:
    page = press(begin("patient_004"), "Refill all that is ready")

    assert all(name in texts(page) for name in ("albuterol", "fluticasone", "sertraline"))


def test_an_order_on_the_way_is_told_with_its_number_and_leads_to_where_it_is(
    sign_in: OpenPage, assistant: Assistant, begin: OpenPage
) -> None:
    page = sign_in("patient_001")
    for words in ("refill my lisinopril", "yes", "CVS", "yes, place the order"):
        say(page, words)
    (order,) = assistant.services.orders.for_patient("patient_001")

    home = begin("patient_001")

    assert "On the way" in headings(home)
    assert order.order_id.replace("-", r"\-") in markdowns(home)
    assert "submitted and received by the pharmacy" in markdowns(home)
    assert order.order_id in texts(press(home, "My orders"))
    for step in (OrderStatus.VERIFYING, OrderStatus.FILLING, OrderStatus.READY):
        assistant.services.orders.advance(order.order_id, step, "pharmacist")
    assert "It waits for you at CVS Pharmacy Congress" in markdowns(begin("patient_001"))


def test_what_somebody_works_on_is_told_with_its_case(begin: OpenPage, assistant: Assistant) -> None:
    page = begin("patient_001")
    asked = press(page, "Ask for a renewal")
    (case,) = assistant.services.cases.for_patient("patient_001")
    assert case.case_id in texts(asked)

    home = begin("patient_001")

    assert f"case {case.case_id}".replace("-", r"\-") in markdowns(home)
    assert "Ask a pharmacist" in [button.label for button in home.button]


def test_a_spanish_patient_reads_and_says_everything_in_spanish(begin: OpenPage) -> None:
    page = begin("patient_005")
    assert "Hoy puede resurtir 3 medicinas." in texts(page)
    assert "presión arterial alta" in markdowns(page)

    page = press(page, "Resurtir")

    assert "Quiero resurtir mi" in texts(page)
    assert "¿Es esta?" in texts(page)


def test_a_guardian_sees_the_childs_and_one_who_may_only_look_orders_nothing(
    begin: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "montelukast" in markdowns(begin("patient_009"))
    assert "Refill" in [button.label for button in begin("patient_009").button]
    get = PatientService.get

    def looking(service: PatientService, patient_id: str) -> Patient:
        found = get(service, patient_id)
        guardian = found.guardian and replace(found.guardian, scope=GuardianScope.VIEW)
        return replace(found, guardian=guardian)

    monkeypatch.setattr(PatientService, "get", looking)
    page = begin("patient_009")

    assert "montelukast" in markdowns(page)
    assert "You can look at this record, but not order." in markdowns(page)
    assert not {"Refill", "Ask for a renewal"} & {button.label for button in page.button}


def test_a_patient_without_prescriptions_is_told_what_to_do(begin: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PatientService, "prescriptions", lambda *_: ())
    page = begin("patient_001")

    assert "We have no prescriptions on file for John Smith." in texts(page)
    assert page.button(key="go-chat").label == "Chat with the assistant"


def test_what_cannot_be_read_is_one_line(begin: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = begin("patient_001")

    def fails(*_: object) -> None:
        raise StoreUnavailableError("The database cannot be read.")

    monkeypatch.setattr(RefillService, "overview", fails)
    page.run()

    assert "The database cannot be read" in page.error[0].value.replace("\\", "")
    assert not page.exception


def test_what_is_shown_is_in_the_audit_trail(begin: OpenPage, assistant: Assistant) -> None:
    begin("patient_001")

    reads = [each for each in assistant.services.audit.for_patient("patient_001") if each.action == "record.read"]
    assert {"kind": "prescriptions", "rows": 6} in [dict(each.detail) for each in reads]


def test_every_medicine_is_understood_by_the_words_of_its_tap(assistant: Assistant) -> None:
    for patient in assistant.services.patients.all():
        for status in medicine_statuses(assistant.services.refills.overview(patient.patient_id)):
            if not status.can_be_refilled:
                continue
            for language in languages():
                chat = Conversation(assistant, patient.patient_id)
                said = Replies(language).text("say_refill_of", medication=status.said_as)
                reply = chat.say(said)

                if reply.state is RefillState.CLARIFY_MEDICATION:
                    # Of names that look alike the patient is asked for the one they mean, whoever wrote it.
                    assert status.said_as.lower() in {each.lower() for each in reply.suggestions}, said
                    continue
                assert reply.state is RefillState.CONFIRM_DOSAGE, said
                assert status.prescription.strength in reply.message, said


@pytest.mark.parametrize("language", languages())
def test_the_day_of_a_refill_is_told_and_a_pharmacist_is_asked(assistant: Assistant, language: str) -> None:
    statuses = medicine_statuses(assistant.services.refills.overview("patient_001"))
    later = next(each for each in statuses if each.kind is MedicineKind.LATER)
    replies, chat = Replies(language), Conversation(assistant, "patient_001")
    assert later.refill_day is not None

    told = chat.say(replies.text("say_when_refill", medication=later.said_as))
    assert replies.date(later.refill_day) in told.message

    asked = chat.say(replies.text("say_pharmacist_about", medication=later.said_as))
    assert asked.state is RefillState.ESCALATE_PHARMACIST
