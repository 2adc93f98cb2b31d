"""What a model wrote: whether it is an answer at all, and what of it is kept and sent back."""

from typing import Any

import pytest
from langchain_core.messages import AIMessage

from rxflow.domain.errors import UnusableAnswerError
from rxflow.workflow.model_output import check_usable, storable

BROKEN = {"name": "a_tool", "args": "{", "id": "2", "error": None, "type": "invalid_tool_call"}
CALL = {"name": "a_tool", "args": {}, "id": "1"}


@pytest.mark.parametrize(
    "answer",
    [
        AIMessage("Fine."),
        AIMessage("", tool_calls=[CALL]),
        AIMessage("", tool_calls=[CALL], invalid_tool_calls=[BROKEN]),
        AIMessage("Fine.", response_metadata={"finish_reason": "stop"}),
        AIMessage([{"type": "text", "text": "Fine."}], response_metadata={"stop_reason": "end_turn"}),
    ],
    ids=["words", "call", "call beside a broken one", "ended", "parts"],
)
def test_an_answer_says_or_calls_something(answer: AIMessage) -> None:
    check_usable(answer)


@pytest.mark.parametrize(
    "answer",
    [
        AIMessage(""),
        AIMessage(" \n"),
        AIMessage([]),
        AIMessage("I look it up.", invalid_tool_calls=[BROKEN]),
        *(AIMessage("Your order is pla", response_metadata={"finish_reason": each}) for each in ("length", "SAFETY")),
        AIMessage("Your order is pla", response_metadata={"stop_reason": "max_tokens"}),
    ],
)
def test_what_is_empty_or_not_whole_is_no_answer(answer: AIMessage) -> None:
    with pytest.raises(UnusableAnswerError):
        check_usable(answer)


@pytest.mark.parametrize(
    ("name", "kept"), [("a_tool", "a_tool"), ("drop table;", "drop_table_"), ("", "_"), ("x" * 99, "x" * 64)]
)
def test_a_call_is_kept_as_a_provider_takes_it_back(name: str, kept: str) -> None:
    call: Any = {"name": name, "args": {}, "id": "1"}
    message = storable(AIMessage("", tool_calls=[call], invalid_tool_calls=[BROKEN]))

    assert isinstance(message, AIMessage)
    assert ([each["name"] for each in message.tool_calls], message.invalid_tool_calls) == ([kept], [])
