"""A message that is sent again, because its answer did not arrive, is answered as it was and does nothing twice."""

import re

from rxflow.domain.errors import InvalidMessageError, OrderRefusedError
from rxflow.domain.order import Quote
from rxflow.services.registry import Services
from rxflow.services.sessions import Turn
from rxflow.workflow.workflow_types import ConversationResponse, FindingNote, RefillState, ToolUse

_MESSAGE_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def check_message_id(message_id: str | None) -> None:
    """Refuse what cannot name a message.

    Raises:
        InvalidMessageError: It is not 1 to 64 letters, digits and `_.:-`.
    """
    if message_id is None:
        return
    if not isinstance(message_id, str) or _MESSAGE_ID.fullmatch(message_id) is None:
        raise InvalidMessageError("A message id has 1 to 64 letters, digits and _ . : - in it. Send a random one.")


def recorded_reply(turn: Turn, services: Services) -> ConversationResponse:
    """The answer to a message whose turn was kept: the same, whatever has happened since.

    Args:
        turn: The turn that answered the message.
    """
    detail = turn.detail
    return ConversationResponse(
        session_id=turn.session_id,
        state=RefillState(turn.state),
        message=turn.reply,
        findings=tuple(FindingNote(**note) for note in detail.get("findings", ())),
        tools=tuple(ToolUse(**use) for use in detail.get("tools", ())),
        order=detail.get("order"),
        escalation=detail.get("escalation"),
        suggestions=tuple(detail.get("suggestions", ())),
        quotes=tuple(_quotes(turn, services)),
        turn=detail.get("turn", 0),
        degraded=tuple(detail.get("degraded", ())),
    )


def _quotes(turn: Turn, services: Services) -> list[Quote]:
    """The quotes of a turn that are still known; one that is not cannot be agreed to."""
    found = []
    for quote in turn.detail.get("quotes", ()):
        try:
            found.append(services.orders.find_quote(turn.session_id, quote["quote_id"]))
        except OrderRefusedError:
            continue
    return found
