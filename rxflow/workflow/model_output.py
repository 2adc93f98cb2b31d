"""What a model wrote, made fit to be kept: a model can emit values that no database takes."""

from typing import Any

from langchain_core.messages import AIMessage, BaseMessage

MAX_CHARS = 4000
MAX_DEPTH = 4
MAX_INTEGER = 2**63 - 1


def storable(message: BaseMessage) -> BaseMessage:
    """A model's message with its text and tool arguments cut to size and free of what cannot be encoded."""
    if not isinstance(message, AIMessage):
        return message
    calls = [{**call, "args": _value(call["args"], MAX_DEPTH)} for call in message.tool_calls]
    content = _value(message.content, MAX_DEPTH) if isinstance(message.content, str) else message.content
    return message.model_copy(update={"tool_calls": calls, "content": content})


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
