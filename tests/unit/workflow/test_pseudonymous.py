"""Requests that leave the machine, message by message: what is sent of each kind, and what comes back of it."""

from typing import Any

import pytest
from langchain.agents.middleware import ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.messages.utils import ChatMessage

from rxflow.domain.errors import UnusableAnswerError
from rxflow.security.pseudonyms import Identifier, Pseudonyms
from rxflow.workflow.pseudonymous import PLACEHOLDERS_TOLD, hidden, put_back
from tests.support.scripted_model import ScriptedChatModel


def names() -> Pseudonyms:
    return Pseudonyms([Identifier("RX", "RX100101", ("100101",))], {})


def request(*messages: AnyMessage, brief: str | None = "case") -> ModelRequest[Any]:
    system = SystemMessage(brief) if brief is not None else None
    return ModelRequest(model=ScriptedChatModel(), messages=list(messages), system_message=system)


def test_every_message_and_the_brief_are_written_anew() -> None:
    call = {"name": "a_tool", "args": {"a": ["RX100101", {"b": "100101"}], "n": 100101, "t": True}, "id": "1"}
    asked = request(
        HumanMessage("refill RX100101", id="h", name="John"),
        AIMessage("RX100101?", tool_calls=[call], additional_kwargs={"x": "RX100101"}, response_metadata={"y": "z"}),
        ToolMessage("RX100101", tool_call_id="1", name="a_tool", status="error", artifact="RX100101"),
        brief="case RX100101",
    )
    sent = hidden(asked, names())
    human, model, tool = sent.messages

    assert sent.system_message is not None
    assert sent.system_message.text == f"case [RX_1]{PLACEHOLDERS_TOLD}"
    assert (human.text, human.id, human.name) == ("refill [RX_1]", None, None)
    assert isinstance(model, AIMessage)
    assert (model.text, model.additional_kwargs, model.response_metadata) == ("[RX_1]?", {}, {})
    assert model.tool_calls[0]["args"] == {"a": ["[RX_1]", {"b": "[RX_1]"}], "n": 100101, "t": True}
    assert isinstance(tool, ToolMessage)
    assert (tool.text, tool.tool_call_id, tool.status, tool.artifact) == ("[RX_1]", "1", "error", None)
    assert asked.messages[0].text == "refill RX100101", "the turn's own are as they were"


def test_without_a_brief_the_placeholders_are_told_all_the_same() -> None:
    sent = hidden(request(HumanMessage("hi"), brief=None), names())

    assert sent.system_message is not None
    assert sent.system_message.text == PLACEHOLDERS_TOLD


def test_a_message_of_another_kind_is_not_sent() -> None:
    with pytest.raises(TypeError, match="ChatMessage"):
        hidden(request(ChatMessage("RX100101", role="x")), names())


def test_an_answer_is_put_back_in_words_and_calls() -> None:
    pseudonyms = names()
    pseudonyms.hide("RX100101")
    call = {"name": "a_tool", "args": {"a": "[RX_1] now", "n": 1}, "id": "1"}
    (answer,) = put_back(ModelResponse(result=[AIMessage("It is [RX_1].", tool_calls=[call])]), pseudonyms).result

    assert isinstance(answer, AIMessage)
    assert (answer.text, answer.tool_calls[0]["args"]) == ("It is RX100101.", {"a": "RX100101 now", "n": 1})


def test_words_with_a_made_up_placeholder_are_no_answer_and_a_tool_may_find_nothing_by_one() -> None:
    call = {"name": "a_tool", "args": {"a": "[RX_9]"}, "id": "1"}
    made_up = ModelResponse(result=[AIMessage("It is [RX_9].")])
    with pytest.raises(UnusableAnswerError):
        put_back(made_up, names())

    (answer,) = put_back(ModelResponse(result=[AIMessage("See [RX_9].", tool_calls=[call])]), names()).result
    assert isinstance(answer, AIMessage)
    assert answer.tool_calls[0]["args"] == {"a": "[RX_9]"}
