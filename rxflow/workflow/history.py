"""What is remembered of earlier turns: what was said in the latest, and nothing of its tools.

The brief carries what matters of the others, so that neither a long conversation nor text hidden in old results grows
what a model reads. What the patient said stays with the reply: there are providers that refuse a conversation that the
assistant begins.
"""

from collections.abc import Sequence

from langchain_core.messages import AIMessage, AnyMessage, BaseMessage, HumanMessage, RemoveMessage


def forgotten(messages: Sequence[AnyMessage]) -> list[RemoveMessage]:
    """Removals of all but the words of the latest turn; a turn begins with the patient's message."""
    latest = latest_turn(messages) or 0
    return [
        RemoveMessage(id=message.id)
        for place, message in enumerate(messages)
        if message.id and (place < latest or not _is_said(message))
    ]


def left_over(messages: Sequence[AnyMessage]) -> list[RemoveMessage]:
    """Removals of a turn that did not end in the assistant's words, such as a tool call without its result."""
    begins = latest_turn(messages)
    last = messages[-1] if messages else None
    if begins is None or (last is not None and last.type == "ai" and not getattr(last, "tool_calls", None)):
        return []
    return [RemoveMessage(id=message.id) for message in messages[begins:] if message.id]


def latest_turn(messages: Sequence[BaseMessage]) -> int | None:
    """Where the latest turn begins: the place of the patient's last message; None where there is none."""
    return max((place for place, message in enumerate(messages) if isinstance(message, HumanMessage)), default=None)


def _is_said(message: AnyMessage) -> bool:
    """Whether a message is words alone, of the patient or of the assistant."""
    return isinstance(message, HumanMessage) or (isinstance(message, AIMessage) and not message.tool_calls)
