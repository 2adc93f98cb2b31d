"""What patients say of themselves counts at once: in the conversation, in the next one, and at the order gate."""

import pytest
from langchain_core.messages import AIMessage

from rxflow.domain.case import CaseStep
from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.order import Consent
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import AsBuiltIn, MakeAssistant
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.scripted_model import ScriptedChatModel, call, calls


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
    assert reply.quotes == ()
    assert "Your record lists a pregnancy" in reply.message
    assert chat.say("yes").order is None
    assert chat.orders() == ()


def test_the_gate_counts_what_was_reported_after_the_quote(chat: Conversation) -> None:
    (quote,) = chat.say(*TO_THE_QUOTE).quotes
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
    (quote,) = chat.say(*TO_THE_QUOTE).quotes
    assert quote is not None
    chat.say(words)
    forged = Consent(quote.quote_id, quote.session_id, services.now(), "words")

    with pytest.raises(OrderRefusedError, match="turned these order details down"):
        services.orders.submit(quote, forged)
    assert chat.orders() == ()


def test_after_an_emergency_no_one_can_order_in_that_conversation(chat: Conversation) -> None:
    services = chat.assistant.services
    (quote,) = chat.say(*TO_THE_QUOTE).quotes
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


def test_a_reaction_told_beside_an_emergency_counts_in_the_next_conversation(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(), "patient_002")
    assert "911" in chat.say("I'm allergic to atorvastatin, my throat is swelling and I can't breathe").message
    again = Conversation(chat.assistant, "patient_002")

    assert again.say("refill my atorvastatin").state is RefillState.ESCALATE_PHARMACIST


def test_a_report_that_concerns_an_order_names_it_and_is_urgent(chat: Conversation) -> None:
    order = chat.say(*TO_THE_QUOTE, "yes").order
    assert order is not None
    reply = chat.say("I'm pregnant")

    assert order["order_id"] in reply.message
    assert reply.escalation is not None
    assert reply.escalation["urgent"] is True
    assert [each.status for each in chat.orders()] == ["SUBMITTED"]


def test_the_question_whether_to_cancel_is_asked_again_after_a_report(chat: Conversation) -> None:
    chat.say(*TO_THE_QUOTE, "yes", "cancel my order")
    reply = chat.say("I'm allergic to latex")

    assert "Do you want to cancel order" in reply.message
    assert "cancelled" in chat.say("yes").message
    assert [each.status for each in chat.orders()] == ["CANCELLED"]


def test_what_waits_is_taken_up_when_a_report_ends_the_one_in_hand(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(), "patient_005")
    chat.say("refill losartan and amlodipine")
    reply = chat.say("I'm pregnant")

    assert reply.state is RefillState.CONFIRM_DOSAGE
    assert "amLODIPine" in reply.message
    assert reply.message.index("losartan") < reply.message.index("amLODIPine")


def test_a_warning_that_a_report_brings_is_told_before_the_yes(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(), "patient_005")
    chat.say("quiero resurtir mi losartán", "sí", "H-E-B")
    reply = chat.say("también tomo ibuprofeno")

    assert "ibuprofen" in reply.message
    assert "pueden afectarse entre sí" in reply.message
    assert reply.message.endswith("¿Hago este pedido?")


def test_a_report_is_told_of_even_if_the_model_breaks_after_it(
    make_assistant: MakeAssistant, as_built_in: AsBuiltIn
) -> None:
    as_built_in(ScriptedChatModel(RuntimeError("gone")))
    chat = Conversation(make_assistant(), "patient_001")

    assert "Thank you for telling me" in chat.say("I'm pregnant").message


def test_a_report_that_is_repeated_is_acknowledged_with_the_same_case(chat: Conversation) -> None:
    first, again = chat.say("I'm pregnant"), chat.say("I'm pregnant, as I said")

    assert first.escalation is not None
    assert first.escalation["case_id"] in again.message


def test_a_reported_allergy_is_on_the_list_of_allergies(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(), "patient_002")
    chat.say("I'm allergic to penicillin")

    assert "penicillin" in chat.say("what allergies do I have on file?").message


@pytest.mark.parametrize("look_up", ["track_refill_order", "prior_authorization_lookup"])
def test_a_look_up_that_finds_nothing_excuses_no_claim(look_up: str, make_assistant: MakeAssistant) -> None:
    lie = "Your lisinopril refill has been ordered and a pharmacist has been notified."
    model = ScriptedChatModel(calls(call(look_up)), AIMessage(lie))
    reply = Conversation(make_assistant(model), "patient_002").say("how is it going?")

    assert lie not in reply.message
