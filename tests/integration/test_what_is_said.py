"""Whatever a model says, what leaves keeps the rules of speech: else it is replaced, counted and logged."""

import json

import pytest
from langchain_core.messages import AIMessage

from rxflow.assistant import Assistant
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant
from tests.support.conversation import Conversation
from tests.support.scripted_model import ScriptedChatModel, call, calls

FORBIDDEN = {
    "You should stop taking it until tomorrow.": "DOSE_CHANGE",
    "Don't worry, these two are completely safe together.": "SAFETY_CLAIM",
    "It sounds like you have a kidney infection.": "DIAGNOSIS",
    "As your pharmacist, I can tell you that it is fine.": "IMPERSONATION",
    "Your order has been placed and will be ready at 5.": "UNDONE_ACT",
    "Debe dejar de tomar la medicina.": "DOSE_CHANGE",
}


def counted(assistant: Assistant, rule: str) -> bool:
    # The registry names a rule as its value, in lower or upper case alike.
    return f'rxflow_messages_replaced_total{{rule="{rule}"}}'.lower() in assistant.metrics.exposition().decode().lower()


@pytest.mark.parametrize(("said", "rule"), FORBIDDEN.items(), ids=FORBIDDEN.values())
def test_a_model_that_breaks_a_rule_is_not_heard(
    said: str, rule: str, make_assistant: MakeAssistant, capsys: pytest.CaptureFixture[str]
) -> None:
    assistant = make_assistant(ScriptedChatModel(AIMessage(said)))
    reply = Conversation(assistant, "patient_001").say("can I take these together?")
    logged = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]

    assert said not in reply.message
    assert "pharmacist" in reply.message
    assert counted(assistant, rule)
    assert "message replaced" in [line["event"] for line in logged]
    assert not any(said in json.dumps(line) for line in logged)


def test_the_replacement_says_where_the_refill_stands(make_assistant: MakeAssistant) -> None:
    model = ScriptedChatModel(
        calls(call("select_prescription", medication="lisinopril")),
        AIMessage("It is safe, take two today."),
        calls(call("confirm_dosage", correct=True)),
        AIMessage("Double the dose if you feel bad."),
        calls(call("select_pharmacy", pharmacy="H-E-B")),
        AIMessage("I have ordered it, you are all set!"),
    )
    chat = Conversation(make_assistant(model), "patient_001")
    found = chat.say("refill lisinopril")
    assert found.state is RefillState.CONFIRM_DOSAGE
    assert "I found lisinopril 10 mg tablet" in found.message
    assert "can affect each other" in found.message
    places = chat.say("yes")
    assert places.state is RefillState.SELECT_PHARMACY
    assert "CVS Pharmacy Congress" in places.message
    quoted = chat.say("H-E-B")
    assert quoted.message.endswith("Shall I place this order?")
    assert "all set" not in quoted.message


def test_a_choice_that_is_open_is_listed_again(make_assistant: MakeAssistant) -> None:
    model = ScriptedChatModel(
        calls(call("select_prescription", medication="hydralazine")), AIMessage("You probably have an infection.")
    )
    reply = Conversation(make_assistant(model), "patient_006").say("refill my hydralazine")

    assert reply.state is RefillState.CLARIFY_MEDICATION
    assert "infection" not in reply.message
    assert "hydrOXYzine" in reply.message
    assert "hydrALAZINE" in reply.message


def test_what_was_done_may_be_told(make_assistant: MakeAssistant) -> None:
    told = "I asked a pharmacist to call you; your case is open."
    model = ScriptedChatModel(calls(call("escalate_to_care_team", reason="asks")), AIMessage(told))
    chat = Conversation(make_assistant(model), "patient_001")

    assert told in chat.say("I want to talk to a pharmacist").message


@pytest.mark.parametrize(
    "words",
    [
        ("refill lisinopril",),
        ("refill lisinopril", "yes"),
        ("refill lisinopril", "yes", "H-E-B"),
        ("refill lisinopril", "yes", "H-E-B", "yes"),
        ("refill metformin",),
        ("refill methocarbamol",),
        ("I have chest pain",),
        ("hello",),
        ("asdf",),
    ],
    ids=lambda words: words[-1],
)
def test_a_person_is_one_tap_away_in_every_state(words: tuple[str, ...], make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(), "patient_001")

    assert chat.last.suggestions[-1] == "Talk to a pharmacist"
    assert chat.say(*words).suggestions[-1] == "Talk to a pharmacist"
    assert chat.say("Talk to a pharmacist").escalation is not None


@pytest.mark.parametrize("patient_id", ["patient_001", "patient_005", "patient_009"])
def test_the_first_words_say_that_this_is_no_person(patient_id: str, make_assistant: MakeAssistant) -> None:
    welcome = Conversation(make_assistant(), patient_id).last.message

    assert "AI assistant, not a pharmacist" in welcome or "asistente de IA, no un farmacéutico" in welcome
