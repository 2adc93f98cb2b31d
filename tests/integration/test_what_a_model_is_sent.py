"""What a configured model is sent, turn by turn: as little as the next step needs, and nothing is lost by it."""

import json
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage

from rxflow.domain.audit import AuditAction
from rxflow.prompts.prompt_manager import TELL_GUIDE, PromptManager
from rxflow.workflow.shown_tools import LOOK_UP, WHAT
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant, Talk
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation
from tests.support.scripted_model import CONFIRM, OK, PHARMACY, SELECT, SUBMIT, ScriptedChatModel, call, calls

S = RefillState


def case_of(messages: list[Any]) -> dict[str, Any]:
    return PromptManager.read_case(str(messages[0].content))


def after(talk: Talk, *script: Any, said: tuple[str, ...] = TO_THE_QUOTE) -> tuple[Conversation, ScriptedChatModel]:
    """A conversation that a script has held."""
    model = ScriptedChatModel(*script)
    chat = talk(model=model)
    chat.say(*said)
    return chat, model


# -- tools on demand


@pytest.mark.parametrize(
    "asked",
    [
        call("get_pharmacy_wait_times", pharmacy="CVS"),
        call(LOOK_UP, **{WHAT: "get_pharmacy_wait_times"}, pharmacy="CVS"),
    ],
    ids=["by its name", "through the door"],
)
def test_a_look_up_that_is_not_shown_works(talk: Talk, asked: dict[str, Any]) -> None:
    chat, model = after(talk, calls(asked), OK, said=("how long is it",))
    result = json.loads(str(model.seen[-1][-1].content))

    assert "get_pharmacy_wait_times" not in model.offered[0]
    assert LOOK_UP in model.offered[0]
    assert [(use.name, use.success, use.arguments) for use in chat.last.tools] == [
        ("get_pharmacy_wait_times", True, {"pharmacy": "CVS"})
    ]
    assert result["data"]


@pytest.mark.parametrize("what", ["submit_refill_order", "cancel_refill_order", "drop_table"])
def test_nothing_is_done_through_the_door(talk: Talk, what: str) -> None:
    chat, _ = after(talk, SELECT, OK, CONFIRM, OK, PHARMACY, calls(call(LOOK_UP, **{WHAT: what})), OK)
    reply = chat.say("yes")

    assert [(use.success, use.code) for use in reply.tools] == [(False, "UNKNOWN_TOOL")]
    assert (reply.state, chat.orders()) == (S.CONFIRM_ORDER, ())


# -- no tools where there is nothing to choose


def test_results_of_an_action_are_put_in_words_without_tools(talk: Talk) -> None:
    _, model = after(talk, SELECT, OK, said=("refill my lisinopril",))
    asked, told = model.seen

    assert (bool(model.offered[0]), model.offered[1]) == (True, ())
    assert [type(message) for message in told] == [SystemMessage, HumanMessage]
    assert TELL_GUIDE in str(told[0].content)
    assert TELL_GUIDE not in str(asked[0].content)
    (result,) = case_of(told)["results"]
    assert (result["success"], result["data"]["outcome"]) == (True, "confirm_dosage")
    assert result["data"]["findings"], "what a rule has found is told"


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (SELECT, "refill my lisinopril, and is CVS open?"),
        (calls(call("select_prescription", medication="zzz")), "refill my zzz"),
        (calls(call("select_prescription", medication="everything", all_due=True)), "refill everything"),
        (calls(call("confirm_dosage", correct=True)), "refill my lisinopril"),
        (calls(call("check_patient_allergies")), "refill my lisinopril"),
        (calls(*SELECT.tool_calls, call("check_patient_allergies")), "refill my lisinopril"),
    ],
    ids=["a question besides", "not recognized", "all that is due", "refused", "a look-up", "two at once"],
)
def test_a_model_that_may_have_more_to_do_keeps_its_tools(talk: Talk, step: AIMessage, said: str) -> None:
    _, model = after(talk, step, OK, said=(said,))

    assert model.offered[1]
    assert isinstance(model.seen[1][-1], ToolMessage)


def test_a_pharmacy_that_was_named_with_the_yes_can_still_be_chosen(talk: Talk) -> None:
    nearest = calls(call("select_pharmacy", pharmacy="the closest one"))
    chat, model = after(talk, SELECT, OK, CONFIRM, nearest, said=("refill my lisinopril", "yes, the closest one"))

    assert "select_pharmacy" in model.offered[3]
    assert chat.state is S.CONFIRM_ORDER


# -- no call where the reply is ours


def test_a_quote_and_an_order_are_told_in_our_words_without_a_call(talk: Talk) -> None:
    chat, model = after(talk, SELECT, OK, CONFIRM, OK, PHARMACY)
    assert (chat.last.model_calls, len(model.seen)) == (1, 5)
    assert chat.last.message.endswith(QUESTION)
    model.then(SUBMIT)
    reply = chat.say("yes")

    assert (reply.model_calls, len(model.seen), reply.degraded) == (1, 6, ())
    assert reply.order is not None
    assert reply.order["order_id"] in reply.message


def test_they_are_the_words_of_the_built_in_model(talk: Talk, make_assistant: MakeAssistant) -> None:
    chat, _ = after(talk, SELECT, OK, CONFIRM, OK, PHARMACY)
    here = Conversation(make_assistant(), "patient_001")

    assert "You can also refill omeprazole" in chat.last.message
    assert here.say(*TO_THE_QUOTE).message == chat.last.message


def test_who_answered_is_in_the_trail(talk: Talk) -> None:
    chat, _ = after(talk, SELECT, OK, CONFIRM, OK, PHARMACY)
    providers = [
        dict(entry.detail)["provider"]
        for entry in chat.assistant.services.audit.for_patient("patient_001")
        if entry.action == AuditAction.MODEL_CALLED.value
    ]

    assert providers.count("builtin") == 1
    assert providers[-1] == "builtin"


def test_a_refusal_is_the_model_s_to_put_in_words(talk: Talk) -> None:
    chat, model = after(talk, SELECT, OK, CONFIRM, OK, PHARMACY)
    model.then(SUBMIT)
    reply = chat.say("not yet")

    assert (reply.order, reply.model_calls) == (None, 2)
    assert model.offered[-1]


def test_what_was_looked_up_before_the_quote_is_the_model_s_to_tell(talk: Talk) -> None:
    price = calls(call("goodrx_price_lookup", medication="lisinopril"))
    chat, model = after(talk, SELECT, OK, CONFIRM, OK, price, PHARMACY, AIMessage("At H-E-B it costs the least."))
    results = case_of(model.seen[-1])["results"]

    assert [result["success"] for result in results] == [True, True]
    assert chat.last.message.startswith("At H-E-B it costs the least.")
    assert chat.last.message.endswith(QUESTION)


# -- only what was said last, and only what is needed of it


def test_of_the_turns_before_only_the_last_words_are_sent(talk: Talk) -> None:
    _, model = after(talk, SELECT, AIMessage("Is it this one?"), CONFIRM, AIMessage("Which pharmacy?"), PHARMACY)
    words = [str(message.content) for message in model.seen[-1][1:]]

    assert words == ["yes", "Which pharmacy?", "H-E-B"]


def test_a_result_is_sent_without_what_no_reply_tells(talk: Talk) -> None:
    _, model = after(talk, SELECT, OK, CONFIRM, OK, said=("refill my lisinopril", "yes"))
    (result,) = case_of(model.seen[-1])["results"]
    first = result["data"]["pharmacies"][0]

    assert first.keys() == {"name", "miles", "you_pay", "in_stock", "open_now", "usual"}
    assert "source" not in result


def test_a_look_up_is_sent_whole_but_for_its_source(talk: Talk) -> None:
    _, model = after(
        talk, calls(call("check_insurance_formulary", medication="lisinopril")), OK, said=("is it covered",)
    )
    result = json.loads(str(model.seen[-1][-1].content))

    assert result.keys() == {"success", "data"}
    assert result["data"].keys() >= {"plan", "covered", "tier", "quantity_limit"}


def test_the_brief_names_medicines_and_lists_nothing_that_a_tool_gives(talk: Talk) -> None:
    _, model = after(talk, SELECT, OK, CONFIRM, OK, PHARMACY, OK, said=(*TO_THE_QUOTE, "hm"))
    (quote,) = case_of(model.seen[-1])["quotes"]

    assert case_of(model.seen[0]).keys() == {"state", "language", "usual_pharmacy"}
    assert case_of(model.seen[2])["in_hand"] == ["lisinopril 10 mg tablet"]
    assert quote.keys() == {"medication", "amount", "pharmacy", "you_pay", "ready_at"}


def test_the_built_in_model_is_asked_with_all_there_is(talk: Talk) -> None:
    """It takes over in the middle of a turn, and finds what was shown to nobody else."""
    chat, _ = after(talk, RuntimeError(), said=("refill my lisinopril",))

    assert "Is this the one?" in chat.last.message
    assert "high blood pressure" in chat.last.message
