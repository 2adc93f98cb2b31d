"""Simple, refill and clinical conversations, from the first word to the last, with the built-in and other models."""

import re
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import InvalidMessageError
from rxflow.workflow.conversation_types import ConversationType
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant, Talk
from tests.support.clock import FrozenClock
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation
from tests.support.scripted_model import ScriptedChatModel, call, calls

ROOT = Path(__file__).resolve().parents[2]
SIDE_EFFECTS = "what are the side effects of lisinopril?"
TOLD = "Common side effects are a dry cough"
SEARCH = "search_medication_information"


def begin(assistant: Assistant, kind: str, patient_id: str = "patient_001") -> Conversation:
    return Conversation(assistant, patient_id, conversation_type=kind)


def tools(chat: Conversation) -> list[str]:
    return [use.name for use in chat.last.tools]


def answered_as(chat: Conversation) -> list[tuple[object, object]]:
    trail = chat.assistant.services.audit.for_patient(chat.patient_id)
    answered = [dict(entry.detail) for entry in trail if entry.action == "turn.answered"]
    return [(detail["conversation_type"], detail["reason"]) for detail in answered]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("refill", "like to refill"), ("simple", "your orders"), ("clinical", "what sources say about your medicines")],
)
def test_each_type_opens_in_its_own_words(assistant: Assistant, kind: str, words: str) -> None:
    assert words in begin(assistant, kind).last.message


def test_a_guardian_is_greeted_as_one(assistant: Assistant) -> None:
    greeted = begin(assistant, "clinical", "patient_009").last.message

    assert "what sources say about Emily's medicines" in greeted


def test_an_unknown_type_is_answered_with_those_there_are(assistant: Assistant) -> None:
    with pytest.raises(InvalidMessageError, match="refill, simple, clinical"):
        begin(assistant, "weather")


def test_a_medicine_question_in_a_refill_leaves_the_refill_where_it_was(talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    quotes = chat.last.quotes
    chat.say(SIDE_EFFECTS)

    assert TOLD in chat.last.message
    assert tools(chat) == [SEARCH]
    assert chat.state is RefillState.CONFIRM_ORDER
    assert chat.last.message.endswith(QUESTION)
    assert chat.last.quotes == quotes
    chat.say("yes, place the order")
    assert chat.state is RefillState.COMPLETE
    assert len(chat.orders()) == 1
    assert answered_as(chat)[-2:] == [("clinical", "medicine-question"), ("refill", "as-started")]


def test_a_whole_refill_in_a_clinical_conversation(assistant: Assistant) -> None:
    chat = begin(assistant, "clinical")
    chat.say(SIDE_EFFECTS, *TO_THE_QUOTE, "yes, place the order", "how is it stored?")

    assert len(chat.orders()) == 1
    assert "room temperature" in chat.last.message
    assert answered_as(chat) == [
        ("clinical", "medicine-question"),
        ("refill", "intent"),
        ("refill", "refill-waits"),
        ("refill", "refill-waits"),
        ("refill", "refill-waits"),
        ("clinical", "medicine-question"),
    ]


def test_a_question_about_orders_is_answered_wherever_it_is_asked(assistant: Assistant) -> None:
    for kind in ("simple", "clinical"):
        chat = begin(assistant, kind)
        chat.say("where is my order?")
        assert "no orders" in chat.last.message


def test_what_was_asked_goes_on(assistant: Assistant) -> None:
    chat = begin(assistant, "clinical")

    assert "Which medicine do you mean?" in chat.say("what are the side effects?").message
    assert TOLD in chat.say("lisinopril").message
    assert "driving" in chat.say("and for driving?").message
    assert "pharmacist or prescriber can" in chat.say("what are the side effects of metformin and lisinopril?").message


def test_a_medicine_that_is_only_named_is_asked_about(assistant: Assistant) -> None:
    assert "What would you like to know about losartan?" in begin(assistant, "clinical").say("losartan").message


def test_advice_goes_to_the_pharmacist_who_can_be_asked_at_once(assistant: Assistant) -> None:
    chat = begin(assistant, "clinical")
    chat.say("can I double my lisinopril?")

    assert "pharmacist or prescriber can" in chat.last.message
    assert chat.say("pharmacist").escalation is not None
    assert chat.state is RefillState.ESCALATE_PHARMACIST


@pytest.mark.parametrize("kind", ["refill", "simple", "clinical"])
def test_an_emergency_stops_every_type(assistant: Assistant, kind: str) -> None:
    chat = begin(assistant, kind)
    chat.say("my throat is swelling after the lisinopril and I can't breathe")

    assert "911" in chat.last.message
    chat.say(SIDE_EFFECTS)
    assert TOLD not in chat.last.message
    assert tools(chat) == []


@pytest.mark.parametrize("kind", ["simple", "clinical"])
def test_a_model_cannot_order_where_the_type_cannot(make_assistant: MakeAssistant, kind: str) -> None:
    model = ScriptedChatModel(
        calls(call("select_prescription", medication="lisinopril"), call("submit_refill_order")), AIMessage("Ordered!")
    )
    chat = begin(make_assistant(model), kind)
    chat.say("hello there")

    assert [(use.name, use.code) for use in chat.last.tools] == [
        ("select_prescription", "ACTION_REFUSED"),
        ("submit_refill_order", "ACTION_REFUSED"),
    ]
    assert not {"select_prescription", "submit_refill_order"} & set(model.offered[0])
    assert chat.state is RefillState.START
    assert chat.orders() == ()


def test_a_refill_offers_the_twenty_one_tools_that_it_always_had(make_assistant: MakeAssistant) -> None:
    model = ScriptedChatModel(AIMessage("Hello."))
    begin(make_assistant(model), "refill").say("hello there")

    assert SEARCH not in model.offered[0]


@pytest.mark.parametrize(
    "script",
    [
        [AIMessage("Lisinopril is harmless and cures everything.")],
        [calls(call(SEARCH, question="side effects", medication="metformin")), AIMessage("Nothing to worry about.")],
        [calls(call(SEARCH, question="tell me")), AIMessage(f"{TOLD}, and hair loss, I think.")],
    ],
    ids=["looked nothing up", "asked of another medicine", "added to it"],
)
def test_a_model_tells_of_a_medicine_what_the_source_says_and_nothing_else(
    make_assistant: MakeAssistant, script: list[AIMessage]
) -> None:
    model = ScriptedChatModel(*script)
    chat = begin(make_assistant(model), "clinical")
    chat.say(SIDE_EFFECTS)

    assert chat.last.message.startswith(f"About lisinopril: {TOLD}, dizziness, headache and tiredness.\nSource: ")
    assert not re.search("harmless|cures|worry|hair", chat.last.message)


def test_a_model_cannot_turn_advice_into_a_question_for_the_source(make_assistant: MakeAssistant) -> None:
    model = ScriptedChatModel(
        calls(call(SEARCH, question="what are the side effects", medication="lisinopril")), AIMessage("Here you are.")
    )
    chat = begin(make_assistant(model), "clinical")
    chat.say("should I double my lisinopril?")

    assert TOLD not in chat.last.message
    assert "pharmacist or prescriber can" in chat.last.message


def test_a_type_can_be_added_where_an_assistant_is_built(settings: Settings, clock: FrozenClock) -> None:
    mine = ConversationType("hours", "Opening hours.", frozenset({"get_pharmacy_details"}), opening="welcome_simple")
    with build_assistant(settings, now=clock, conversation_types=[mine]) as assistant:
        chat = begin(assistant, "hours")

        assert "open" in chat.say("is CVS open now?").message
        assert answered_as(chat) == [("simple", "intent")]


def test_the_example_of_the_page_runs(settings: Settings, clock: FrozenClock) -> None:
    page = (ROOT / "docs" / "conversation_types.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert example is not None
    names: dict[str, object] = {"settings": settings, "now": clock}
    exec(compile(example[1], "docs/conversation_types.md", "exec"), names)  # noqa: S102 - our own page

    assert "CVS Pharmacy Congress" in str(names["reply"])
