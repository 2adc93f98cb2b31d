"""A turn as server-sent events: what is done for it while it is done, then the reply in pieces, then all of it."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Protocol

from rxflow.api.failures import UNEXPECTED, failure, failure_of
from rxflow.assistant import Assistant
from rxflow.domain.errors import RxFlowError
from rxflow.observability.logging import error_trace, get_logger
from rxflow.workflow.turn_progress import Progress, StateReached, ToolBegan, ToolDone, TurnEvent
from rxflow.workflow.workflow_types import ConversationResponse

log = get_logger(__name__)

_SENTENCES = re.compile(r".+?(?:[.!?:]\s+|\n+|$)", re.DOTALL)


class Sent(Protocol):
    """A message as it was sent."""

    @property
    def text(self) -> str: ...
    @property
    def message_id(self) -> str | None: ...
    @property
    def in_reply_to(self) -> int | None: ...
    @property
    def agreed_quotes(self) -> list[str] | None: ...


async def answered(
    sent: Sent, session_id: str, assistant: Assistant, progress: Progress | None
) -> ConversationResponse:
    """Hand a message to the conversation manager.

    Raises:
        RxFlowError: What `AdvancedConversationManager.handle_message` raises.
    """
    return await assistant.awaited(
        assistant.manager.handle_message(
            sent.text,
            session_id,
            button_quote_ids=sent.agreed_quotes,
            in_reply_to=sent.in_reply_to,
            message_id=sent.message_id,
            progress=progress,
        )
    )


async def turn_events(
    sent: Sent, session_id: str, assistant: Assistant, request_id: str
) -> AsyncIterator[tuple[str, object]]:
    """What happens in a turn, by name: `tool` and `state` as they come, then the checked words, then the response.

    The turn goes on to its end even if nobody listens any more: it can never be half done.
    """
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[TurnEvent | None]()

    def put(event: TurnEvent) -> None:
        # Where the server's loop is gone nobody listens, and the turn goes on.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(queue.put_nowait, event)

    turn = asyncio.ensure_future(answered(sent, session_id, assistant, put))
    turn.add_done_callback(lambda _turn: queue.put_nowait(None))
    while (event := await queue.get()) is not None:
        yield _told(event)
    try:
        response = turn.result()
    except RxFlowError as error:
        yield "error", failure_of(error, request_id)
        return
    except Exception as error:
        log.error("request failed", error_type=type(error).__name__, traceback=error_trace(error))
        yield "error", failure(500, "INTERNAL", UNEXPECTED, request_id)
        return
    for piece in pieces(response.message):
        yield "text", piece
    yield "reply", response


def pieces(message: str) -> list[str]:
    """A reply in sentences and lines; joined they are the reply."""
    return _SENTENCES.findall(message)


def _told(event: TurnEvent) -> tuple[str, object]:
    match event:
        case ToolBegan(name):
            return "tool", {"name": name, "done": False}
        case ToolDone(name, success, milliseconds):
            return "tool", {"name": name, "done": True, "success": success, "milliseconds": milliseconds}
        case StateReached(state):
            return "state", {"state": state.value}
