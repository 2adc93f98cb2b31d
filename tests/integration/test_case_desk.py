"""A pharmacist's decision as the patient meets it: in the conversation in which they asked."""

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.case_decision import Decision, DecisionReason
from rxflow.domain.user import Role
from rxflow.workflow.workflow_types import RefillState
from tests.support.conversation import Conversation, orders_without_own_consent

MARIA = "mlee"
LOOKED_AT = "A pharmacist has looked at this and approved it."


@pytest.fixture
def assistant(assistant: Assistant) -> Assistant:
    assistant.services.users.add(MARIA, "Maria Lee", Role.PHARMACIST, "a long enough sentence")
    return assistant


def asked_early(assistant: Assistant, patient_id: str = "patient_001", medicine: str = "methocarbamol") -> Conversation:
    """A patient is told that it is too soon, and asks for a pharmacist."""
    chat = Conversation(assistant, patient_id)
    first = chat.say(f"refill my {medicine}")
    assert [each.code for each in first.findings] == ["TOO_SOON"]
    assert chat.say("I am traveling, I want to talk to a pharmacist").escalation is not None
    return chat


def case_id_of(chat: Conversation) -> str:
    assert chat.last.escalation is not None
    return str(chat.last.escalation["case_id"])


def decided(assistant: Assistant, case_id: str, decision: Decision, reason: DecisionReason, note: str = "") -> None:
    desk = assistant.case_desk
    desk.claim(case_id, MARIA)
    for code in desk.case_file(case_id, MARIA).unread:
        desk.read_alert(case_id, MARIA, code)
    desk.decide(case_id, MARIA, decision, reason, note)


def test_the_case_names_the_prescription_that_was_stopped(assistant: Assistant) -> None:
    chat = asked_early(assistant)
    case = assistant.services.cases.get(case_id_of(chat))

    assert (case.rx_number, case.findings) == ("RX100104", ("TOO_SOON",))
    file = assistant.case_desk.case_file(case.case_id, MARIA)
    assert file.summary.asked_for == "methocarbamol 500 mg tablet"
    assert (file.summary.state, file.summary.findings) == ("ESCALATE_PHARMACIST", ("TOO_SOON",))
    assert file.summary.last_words == "I am traveling, I want to talk to a pharmacist"
    assert file.turns[0].patient_text == "refill my methocarbamol"


def test_of_two_that_were_stopped_the_case_names_neither(assistant: Assistant) -> None:
    chat = Conversation(assistant, "patient_001")
    chat.say("refill my methocarbamol and famotidine", "I want to talk to a pharmacist")

    assert assistant.services.cases.get(case_id_of(chat)).rx_number is None


def test_an_approved_early_refill_is_ordered_in_the_same_conversation(assistant: Assistant) -> None:
    chat = asked_early(assistant)
    decided(assistant, case_id_of(chat), Decision.APPROVE, DecisionReason.EARLY_FILL_TRAVEL, "flight on Friday")
    (message,) = assistant.services.care_messages.for_session(chat.session_id)
    assert message.text == (
        "About methocarbamol 500 mg tablet: A pharmacist approved an early refill for your trip. "
        "You can order it here until March 18, 2026. Ask me for the refill again."
    )

    reply = chat.say("refill my methocarbamol")
    assert reply.state is RefillState.CONFIRM_DOSAGE
    assert f"{LOOKED_AT} The first expected refill date of methocarbamol is March 19, 2026." in reply.message
    chat.say("yes", "H-E-B", "yes, place the order")

    assert [order.rx_number for order in chat.orders()] == ["RX100104"]
    assert orders_without_own_consent(assistant) == []
    assert assistant.services.audit.verify().mismatches == ()


def test_a_denied_early_refill_stays_stopped_and_is_told_in_our_words(assistant: Assistant) -> None:
    chat = asked_early(assistant)
    decided(assistant, case_id_of(chat), Decision.DENY, DecisionReason.TOO_EARLY)
    (message,) = assistant.services.care_messages.for_session(chat.session_id)
    reply = chat.say("refill my methocarbamol")

    assert "it is still too early for this refill" in message.text
    assert [(each.code, each.severity) for each in reply.findings] == [("TOO_SOON", "block")]
    assert "It is too soon to refill methocarbamol." in reply.message
    assert LOOKED_AT not in chat.told()
    assert chat.orders() == ()


def test_an_approval_counts_in_the_patients_next_conversation_too(assistant: Assistant) -> None:
    decided(
        assistant,
        case_id_of(asked_early(assistant)),
        Decision.APPROVE,
        DecisionReason.EARLY_FILL_LOST,
        "left on the train",
    )
    later = Conversation(assistant, "patient_001")

    assert later.say("refill my methocarbamol").state is RefillState.CONFIRM_DOSAGE


def test_a_reviewed_allergy_is_told_of_and_ordered(assistant: Assistant) -> None:
    chat = Conversation(assistant, "patient_014")
    assert chat.say("refill my cephalexin").state is RefillState.ESCALATE_PHARMACIST
    decided(assistant, case_id_of(chat), Decision.APPROVE, DecisionReason.ALLERGY_RULED_OUT, "had it last year")
    reply = chat.say("refill my cephalexin")

    assert LOOKED_AT in reply.message
    assert "Your record lists a reaction to" in reply.message
    assert "needs to review" not in reply.message
    chat.say("yes", "H-E-B", "yes, place the order")
    assert [order.rx_number for order in chat.orders()] == ["RX101401"]


def test_a_renewed_prescription_is_ordered(assistant: Assistant) -> None:
    chat = Conversation(assistant, "patient_001")
    assert chat.say("refill my metformin").state is RefillState.ESCALATE_PRESCRIBER
    case_id = case_id_of(chat)
    for code in assistant.case_desk.case_file(case_id, MARIA).unread:
        assistant.case_desk.read_alert(case_id, MARIA, code)
    assistant.case_desk.decide(case_id, MARIA, Decision.APPROVE, DecisionReason.RENEWED, refills=3)
    (message,) = assistant.services.care_messages.for_session(chat.session_id)
    chat.say("refill my metformin", "yes", "H-E-B", "yes, place the order")

    assert "Your prescriber renewed this prescription. You have 3 refills." in message.text
    assert [order.rx_number for order in chat.orders()] == ["RX100102"]
