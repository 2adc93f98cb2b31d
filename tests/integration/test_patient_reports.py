"""What patients say of themselves counts at once: in the conversation, in the next one, and at the order gate."""

import pytest

from rxflow.domain.case import CaseStep
from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.order import Consent
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant
from tests.support.conversation import TO_THE_QUOTE, Conversation


@pytest.fixture
def chat(make_assistant: MakeAssistant) -> Conversation:
    return Conversation(make_assistant(), "patient_001")


def test_a_pregnancy_told_beside_a_request_stops_it(chat: Conversation) -> None:
    reply = chat.say("I'm pregnant and I need to refill my lisinopril")

    assert reply.state is RefillState.ESCALATE_PHARMACIST
    assert "PREGNANCY" in [note.code for note in reply.findings]
    assert "Thank you for telling me" in reply.message


def test_a_yes_with_news_in_it_orders_nothing(chat: Conversation) -> None:
    chat.say(*TO_THE_QUOTE)
    reply = chat.say("yes, but I'm pregnant")

    assert reply.state is RefillState.ESCALATE_PHARMACIST
    assert reply.quote is None
    assert "Your record lists pregnancy" in reply.message
    assert chat.say("yes").order is None
    assert chat.orders() == ()


def test_the_gate_counts_what_was_reported_after_the_quote(chat: Conversation) -> None:
    quote = chat.say(*TO_THE_QUOTE).quote
    assert quote is not None
    other = Conversation(chat.assistant, "patient_001")
    other.say("I'm pregnant")
    reply = chat.say("yes, place the order")

    assert reply.order is None
    assert reply.state is RefillState.ESCALATE_PHARMACIST
    assert chat.orders() == ()


def test_a_report_counts_in_the_next_conversation_until_it_is_settled(chat: Conversation) -> None:
    case = chat.say("the meloxicam gives me a rash").escalation
    assert case is not None
    assert chat.state is RefillState.START
    again = Conversation(chat.assistant, "patient_001")
    assert again.say("refill my meloxicam").state is RefillState.ESCALATE_PHARMACIST

    chat.assistant.services.cases.advance(case["case_id"], CaseStep.CLOSED, "pharmacist")
    settled = Conversation(chat.assistant, "patient_001")
    assert settled.say("refill my meloxicam").state is RefillState.CONFIRM_DOSAGE


def test_a_medicine_that_is_also_taken_is_checked_for_interactions(chat: Conversation) -> None:
    reply = chat.say("I also take lithium. refill my lisinopril")

    assert reply.state is RefillState.ESCALATE_PHARMACIST
    assert "lithium" in reply.message
    assert reply.findings[0].code == "INTERACTION"


def test_a_side_effect_told_without_a_name_is_of_the_medicine_in_hand(chat: Conversation) -> None:
    chat.say("refill my omeprazole")
    reply = chat.say("it gives me a rash")

    assert reply.state is RefillState.ESCALATE_PHARMACIST
    assert "omeprazole" in reply.message


def test_the_same_report_twice_is_one_case(chat: Conversation) -> None:
    chat.say("I'm pregnant", "I'm pregnant, you know")

    reported = [case for case in chat.assistant.services.cases.for_patient("patient_001") if "reports" in case.reason]
    assert [case.reason for case in reported] == ["patient reports pregnancy"]


def test_days_without_a_medicine_that_must_not_be_stopped_are_urgent_and_it_goes_on(
    make_assistant: MakeAssistant,
) -> None:
    chat = Conversation(make_assistant(), "patient_010")
    reply = chat.say("I haven't taken my carvedilol in a week, I need a refill of carvedilol")

    assert reply.state is RefillState.CONFIRM_DOSAGE
    assert reply.escalation is not None
    assert reply.escalation["urgent"] is True


@pytest.mark.parametrize(
    ("ended", "words"),
    [("no", "no"), ("another medicine", "refill my omeprazole instead"), ("stop", "stop")],
    ids=["refused", "went on to another", "stopped"],
)
def test_a_quote_that_was_turned_down_cannot_be_ordered_by_anyone(chat: Conversation, ended: str, words: str) -> None:
    services = chat.assistant.services
    quote = chat.say(*TO_THE_QUOTE).quote
    assert quote is not None
    chat.say(words)
    forged = Consent(quote.quote_id, quote.session_id, services.now(), "words")

    with pytest.raises(OrderRefusedError, match="turned these order details down"):
        services.orders.submit(quote, forged)
    assert chat.orders() == ()


def test_after_an_emergency_no_one_can_order_in_that_conversation(chat: Conversation) -> None:
    services = chat.assistant.services
    quote = chat.say(*TO_THE_QUOTE).quote
    assert quote is not None
    chat.say("I have chest pain")

    with pytest.raises(OrderRefusedError, match=r"turned these order details down|emergency"):
        services.orders.submit(quote, Consent(quote.quote_id, quote.session_id, services.now(), "words"))
    with pytest.raises(OrderRefusedError, match="because of an emergency"):
        services.orders.quote(chat.session_id, "patient_001", "RX100101", "PH003")


def test_an_order_that_stands_is_not_taken_back_with_the_quotes_around_it(chat: Conversation) -> None:
    chat.say(*TO_THE_QUOTE)
    order = chat.say("yes").order
    assert order is not None
    chat.say("refill omeprazole", "yes", "H-E-B", "no")

    assert [each.order_id for each in chat.orders()] == [order["order_id"]]
