"""What a model is shown of earlier turns: the last few, and of all but the latest only what was said.

The brief carries what matters of the others, so that neither a long conversation nor text hidden in old results grows
what a model reads.
"""

import json
from collections.abc import Sequence

from langchain_core.messages import AnyMessage, HumanMessage, RemoveMessage, ToolMessage

TURNS_REMEMBERED = 3
"""Turns that a model is shown, with the one in hand."""
LONGEST_KEPT = 200
"""Characters of a tool's result that is kept as it is once its turn is not the latest any more."""
SUMMARY = "summary"


def forgotten(messages: Sequence[AnyMessage]) -> list[RemoveMessage]:
    """Removals of all but the last turns; a turn begins with the patient's message."""
    begins = _begins(messages)
    if len(begins) < TURNS_REMEMBERED:
        return []
    return [RemoveMessage(id=message.id) for message in messages[: begins[-TURNS_REMEMBERED + 1]] if message.id]


def summarised(messages: Sequence[AnyMessage]) -> list[AnyMessage]:
    """The results of tools that are remembered, and not of the latest turn, each in place of its long self.

    A summary says whether the tool succeeded, its code and its outcome, and nothing of the data.
    """
    begins = _begins(messages)
    if len(begins) < 2:
        return []
    first = begins[-TURNS_REMEMBERED + 1] if len(begins) >= TURNS_REMEMBERED else 0
    return [
        message.model_copy(update={"content": _summary(message)})
        for message in messages[first : begins[-1]]
        if isinstance(message, ToolMessage) and len(message.content) > LONGEST_KEPT
    ]


def left_over(messages: Sequence[AnyMessage]) -> list[RemoveMessage]:
    """Removals of a turn that did not end in the assistant's words, such as a tool call without its result."""
    begins = _begins(messages)
    last = messages[-1] if messages else None
    if not begins or (last is not None and last.type == "ai" and not getattr(last, "tool_calls", None)):
        return []
    return [RemoveMessage(id=message.id) for message in messages[begins[-1] :] if message.id]


def _begins(messages: Sequence[AnyMessage]) -> list[int]:
    return [index for index, message in enumerate(messages) if isinstance(message, HumanMessage)]


def _summary(message: ToolMessage) -> str:
    try:
        envelope = json.loads(str(message.content))
    except ValueError:
        envelope = {}
    envelope = envelope if isinstance(envelope, dict) else {}
    data = envelope.get("data")
    told = {
        "success": envelope.get("success") is True,
        "code": envelope.get("code"),
        "outcome": data.get("outcome") if isinstance(data, dict) else None,
    }
    return json.dumps({key: value for key, value in told.items() if value is not None} | {SUMMARY: True})
