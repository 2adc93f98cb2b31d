"""The built-in model through LangChain's interface."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from rxflow.llm.builtin_model import BuiltinChatModel
from rxflow.prompts.prompt_manager import PromptManager
from rxflow.prompts.replies import Replies
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.workflow_types import RefillState

from .conftest import MakeCase

TOOLS = list(AVAILABLE_TOOLS)
STATES = [state.value for state in RefillState]


def brief(case: dict[str, Any]) -> SystemMessage:
    return SystemMessage(PromptManager().render(case["state"], case))


def result(content: Any, tool: str | None = "select_prescription") -> ToolMessage:
    text = content if isinstance(content, str) else json.dumps(content)
    return ToolMessage(text, tool_call_id="call_2", name=tool)


def after(case: dict[str, Any], said: str, *results: BaseMessage) -> list[BaseMessage]:
    """A turn in which a tool was called and has answered."""
    called = AIMessage("", tool_calls=[{"name": "select_prescription", "args": {}, "id": "call_2"}])
    return [brief(case), HumanMessage(said), called, *results]


def test_it_is_a_chat_model_like_any_other(model: BuiltinChatModel) -> None:
    assert isinstance(model, BaseChatModel)
    assert model._llm_type == "rxflow-builtin"


def test_it_calls_a_bound_tool(model: BuiltinChatModel, make_case: MakeCase) -> None:
    answer = model.bind_tools(TOOLS).invoke([brief(make_case()), HumanMessage("refill my lisinopril")])

    (call,) = answer.tool_calls
    assert (call["name"], call["args"]) == ("select_prescription", {"medication": "refill my lisinopril"})
    assert call["id"]
    assert answer.content == ""


async def test_it_answers_when_awaited(model: BuiltinChatModel, make_case: MakeCase) -> None:
    answer = await model.bind_tools(TOOLS).ainvoke([brief(make_case()), HumanMessage("refill my lisinopril")])

    assert [call["name"] for call in answer.tool_calls] == ["select_prescription"]


def test_the_same_messages_get_the_same_answer(model: BuiltinChatModel, make_case: MakeCase) -> None:
    messages = [brief(make_case()), HumanMessage("refill my lisinopril")]
    one, other = (model.bind_tools(TOOLS).invoke(messages) for _ in range(2))

    assert (one.content, one.tool_calls) == (other.content, other.tool_calls)


@given(
    st.sampled_from(["refill lisinopril", "yes", "no", "CVS", "the second one", "cancel", "is it covered", "a person"])
    | st.text(max_size=60),
    st.sampled_from(STATES),
    st.sets(st.sampled_from([tool.name for tool in TOOLS])),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_it_never_calls_a_tool_that_is_not_bound(
    model: BuiltinChatModel, make_case: MakeCase, text: str, state: str, names: set[str]
) -> None:
    bound = model.bind_tools([tool for tool in TOOLS if tool.name in names])
    answer = bound.invoke([brief(make_case(state)), HumanMessage(text)])

    assert {call["name"] for call in answer.tool_calls} <= names
    assert answer.tool_calls or answer.text.strip()


def test_without_tools_it_says_what_it_can_do(model: BuiltinChatModel, make_case: MakeCase, english: Replies) -> None:
    answer = model.invoke([brief(make_case()), HumanMessage("refill my lisinopril")])

    assert answer.tool_calls == []
    assert english.text("cannot") in answer.text
    assert english.text("help") in answer.text


def test_only_langchain_tools_are_bound(model: BuiltinChatModel, make_case: MakeCase) -> None:
    """A provider's own tools, which come as dicts, are nothing that this model can call."""
    bound = model.bind_tools([{"name": "select_prescription"}], tool_choice="any")

    assert bound.invoke([brief(make_case()), HumanMessage("refill my lisinopril")]).tool_calls == []


@pytest.mark.parametrize(
    ("state", "message", "key", "asks_again"),
    [
        ("START", "hello", "greeting", False),
        ("START", "thanks", "thanks", True),
        ("CONFIRM_DOSAGE", "thanks", "thanks", True),
        ("CONFIRM_DOSAGE", "I'm not sure", "take_your_time", True),
        ("SELECT_PHARMACY", "can I take it with beer", "ask_pharmacist", True),
        ("START", "what is Mary Johnson taking", "own_only", True),
        ("CONFIRM_ORDER", "yes, tomorrow", "not_agreed", True),
        ("CONFIRM_DOSAGE", "keep my order", "nothing_cancelled", True),
        ("CONFIRM_DOSAGE", "remind me every day", "unsupported_reminder", True),
        ("START", "start over", "start_over", False),
    ],
)
def test_what_is_said_asks_again_what_is_open(
    model: BuiltinChatModel, make_case: MakeCase, english: Replies, state: str, message: str, key: str, asks_again: bool
) -> None:
    answer = model.bind_tools(TOOLS).invoke([brief(make_case(state)), HumanMessage(message)])

    assert answer.text.startswith(english.text(key))
    assert (answer.text != english.text(key)) is asks_again


def test_a_greeting_within_a_refill_asks_what_is_open(
    model: BuiltinChatModel, make_case: MakeCase, english: Replies
) -> None:
    answer = model.bind_tools(TOOLS).invoke([brief(make_case("SELECT_PHARMACY")), HumanMessage("hello")])

    assert answer.text == english.text("still_select_pharmacy")


def test_it_speaks_the_language_of_the_case(model: BuiltinChatModel, make_case: MakeCase) -> None:
    answer = model.bind_tools(TOOLS).invoke([brief(make_case(language="es")), HumanMessage("hola")])

    assert answer.text == Replies("es").text("greeting")


def test_a_tools_result_becomes_words(model: BuiltinChatModel, make_case: MakeCase) -> None:
    answer = model.bind_tools(TOOLS).invoke(
        after(make_case(), "what are my allergies", result({"success": True, "data": []}, "check_patient_allergies"))
    )

    assert answer.tool_calls == []
    assert answer.text.startswith("Your profile lists no allergies.")


def test_a_pharmacy_named_in_the_same_breath_is_chosen_next(model: BuiltinChatModel, make_case: MakeCase) -> None:
    confirmed = result({"success": True, "data": {"outcome": "choose_pharmacy"}}, "confirm_dosage")
    answer = model.bind_tools(TOOLS).invoke(after(make_case("SELECT_PHARMACY"), "yes, at Costco", confirmed))

    assert [(call["name"], call["args"]) for call in answer.tool_calls] == [("select_pharmacy", {"pharmacy": "Costco"})]


def test_only_this_turns_results_count(model: BuiltinChatModel, make_case: MakeCase) -> None:
    earlier = after(make_case(), "what are my allergies", result({"success": True, "data": []}))
    answer = model.bind_tools(TOOLS).invoke([*earlier, AIMessage("None."), HumanMessage("refill my lisinopril")])

    assert [call["name"] for call in answer.tool_calls] == ["select_prescription"]


ODD_RESULTS: dict[str, Any] = {
    "no JSON": "Error: 1 validation error for select_prescription",
    "empty": "",
    "a list": [],
    "a number": 7,
    "null": None,
    "an empty object": {},
    "no success": {"data": {"outcome": "dropped"}},
    "refused without a code": {"success": False},
    "refused with an unknown code": {"success": False, "code": "STRANGE", "error": "?"},
    "refused without its choices": {"success": False, "code": "WHICH_ONE"},
    "no data": {"success": True},
    "null data": {"success": True, "data": None},
    "data of another kind": {"success": True, "data": ["x"]},
    "no outcome": {"success": True, "data": {}},
    "an unknown outcome": {"success": True, "data": {"outcome": "teleported"}},
}


@pytest.mark.parametrize("content", ODD_RESULTS.values(), ids=ODD_RESULTS)
def test_an_odd_result_never_ends_the_turn(model: BuiltinChatModel, make_case: MakeCase, content: Any) -> None:
    for tool in ("select_prescription", "confirm_dosage", "check_patient_allergies", "unknown", None):
        answer = model.bind_tools(TOOLS).invoke(after(make_case(), "yes", result(content, tool)))

        assert answer.tool_calls == []
        assert answer.text.strip()


@pytest.mark.parametrize("words", ["Error: 1 validation error", "[1, 2]"])
def test_a_call_that_did_not_fit_is_told_as_not_finished(
    model: BuiltinChatModel, make_case: MakeCase, english: Replies, words: str
) -> None:
    answer = model.bind_tools(TOOLS).invoke(after(make_case(), "yes", result(words)))

    assert answer.text == english.text("turn_limit")


def test_what_cannot_be_done_names_who_can(model: BuiltinChatModel, make_case: MakeCase) -> None:
    asked = HumanMessage("please transfer my prescription to Kroger")
    told = [
        model.bind_tools(TOOLS).invoke([brief(case), asked]).text
        for case in (make_case(), make_case() | {"usual_pharmacy": None})
    ]

    assert "Call CVS Pharmacy Congress at 512-555-0101." in told[0]
    assert told[1]
    assert "Call" not in told[1]
