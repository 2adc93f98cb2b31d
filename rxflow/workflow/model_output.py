"""What a model wrote, made fit to be kept: a model can emit values that no database takes."""

import re
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage

from rxflow.domain.errors import UnusableAnswerError

MAX_CHARS = 4000
MAX_DEPTH = 4
MAX_INTEGER = 2**63 - 1
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]")
_MAX_NAME_CHARS = 64
_BROKEN_OFF = frozenset({"length", "max_tokens", "content_filter", "refusal", "SAFETY", "MAX_TOKENS"})
"""Words of providers for an answer that is not whole."""


def storable(message: BaseMessage) -> BaseMessage:
    """A model's message with its text and tool arguments cut to size and free of what cannot be encoded."""
    if not isinstance(message, AIMessage):
        return message
    calls = [
        {**call, "name": _name(call["name"]), "args": _value(call["args"], MAX_DEPTH)} for call in message.tool_calls
    ]
    content = _value(message.content, MAX_DEPTH) if isinstance(message.content, str) else message.content
    # Calls that are no calls have no result either, and a provider would refuse the conversation for that.
    return message.model_copy(update={"tool_calls": calls, "invalid_tool_calls": [], "content": content})


def check_usable(message: BaseMessage) -> None:
    """Let an answer pass that says or calls something, and all of it.

    Raises:
        UnusableAnswerError: It is empty, broken off or refused.
    """
    if not isinstance(message, AIMessage) or message.tool_calls:
        return
    metadata = message.response_metadata
    ending = next((metadata[name] for name in ("finish_reason", "stop_reason", "done_reason") if name in metadata), "")
    if not message.text.strip() or message.invalid_tool_calls or ending in _BROKEN_OFF:
        raise UnusableAnswerError("The model's answer is empty, or not whole.")


def _name(name: str) -> str:
    """A tool's name as providers take it back; one that no tool has stays one that no tool has."""
    return _NOT_IN_A_NAME.sub("_", name)[:_MAX_NAME_CHARS] or "_"


def _value(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")[:MAX_CHARS]
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return value if abs(value) <= MAX_INTEGER else str(value)[:MAX_CHARS]
    if depth and isinstance(value, dict):
        return {_value(str(name), 0): _value(item, depth - 1) for name, item in value.items()}
    if depth and isinstance(value, list | tuple):
        return [_value(item, depth - 1) for item in value]
    return _value(repr(value), 0)
