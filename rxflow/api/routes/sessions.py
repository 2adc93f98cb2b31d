"""Conversations: begin, go on, read again, end."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import Field

from rxflow.api.access import Conversing, Served, assistant_of, patient_of
from rxflow.api.addresses import V1
from rxflow.api.envelopes import Number, Page, Paging, Representation, Success, Wanted, page_of
from rxflow.api.failures import request_id_of
from rxflow.api.resources import Id, QuoteResource, SessionId
from rxflow.api.statuses import SIGNED_IN, failures, failures_of_stream
from rxflow.api.streaming import answered, turn_events
from rxflow.assistant import Assistant
from rxflow.domain.errors import SessionNotFoundError
from rxflow.services.sessions import Session, Turn
from rxflow.workflow.turn_audit import UNKNOWN_TOOL
from rxflow.workflow.workflow_types import ConversationResponse, RefillState, ToolUse

router = APIRouter(prefix=f"{V1}/sessions", tags=["sessions"], responses=failures(*SIGNED_IN))
streams = APIRouter(prefix=f"{V1}/sessions", tags=["sessions"], responses=failures_of_stream(*SIGNED_IN, 404))
MOST_CHARS = 100_000


class NewSession(Wanted):
    """How a conversation begins: as `refill`, `simple`, `clinical`, or a type that was added."""

    conversation_type: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,64}$", examples=["refill"])] = "refill"


class NewMessage(Wanted):
    """One message of the patient.

    `message_id` names it, so that one that is sent again is answered once; `in_reply_to` is the `turn` of the reply
    that the patient has in front of them; `agreed_quotes` are the quotes whose button the patient pressed.
    """

    text: Annotated[str, Field(min_length=1, max_length=MOST_CHARS, examples=["refill my lisinopril"])]
    message_id: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")] = None
    in_reply_to: Number | None = None
    agreed_quotes: Annotated[list[Id] | None, Field(max_length=20)] = None


class ToolResource(Representation):
    """What was looked up or done for a reply."""

    name: str
    success: bool
    milliseconds: float

    @classmethod
    def of(cls, use: ToolUse) -> "ToolResource":
        # A name that no tool has is a model's own words, which nobody has looked at.
        name = UNKNOWN_TOOL if use.code == UNKNOWN_TOOL else use.name
        return cls(name=name, success=use.success, milliseconds=use.milliseconds)


class Note(Representation):
    """A finding as the patient is told of it."""

    code: str
    severity: str
    message: str


class Reply(Representation):
    """The assistant's answer, with all that came of the message; `degraded` names what was done without."""

    session_id: str
    state: RefillState
    message: str
    findings: list[Note]
    tools: list[ToolResource]
    order: dict[str, Any] | None
    escalation: dict[str, Any] | None
    suggestions: list[str]
    quotes: list[QuoteResource]
    turn: int
    degraded: list[str]

    @classmethod
    def of(cls, response: ConversationResponse) -> "Reply":
        return cls(
            session_id=response.session_id,
            state=response.state,
            message=response.message,
            findings=[Note(code=each.code, severity=each.severity, message=each.message) for each in response.findings],
            tools=[ToolResource.of(each) for each in response.tools],
            order=response.order,
            escalation=response.escalation,
            suggestions=list(response.suggestions),
            quotes=[QuoteResource.of(each) for each in response.quotes],
            turn=response.turn,
            degraded=list(response.degraded),
        )


class Said(Representation):
    """What was said in one turn."""

    number: int
    said_at: datetime
    patient_text: str
    reply: str
    state: str

    @classmethod
    def of(cls, turn: Turn) -> "Said":
        return cls.from_fields(turn)


def own_session(
    session_id: Annotated[SessionId, Path()], assistant: Annotated[Assistant, Depends(assistant_of)], who: Conversing
) -> Session:
    """A conversation of whoever asks; another's is not told apart from none.

    Raises:
        SessionNotFoundError: They have no such conversation.
    """
    session = assistant.services.sessions.get(session_id)
    if (session.patient_id, session.acting_as) != (who.patient_id, who.acting_as):
        raise SessionNotFoundError("This conversation does not exist. Please start a new one.")
    return session


Own = Annotated[Session, Depends(own_session)]


@router.post("", status_code=201, responses=failures(404))
async def begin_session(wanted: NewSession, assistant: Served, who: Conversing) -> Success[Reply]:
    """Begin a conversation; its id is for the other routes."""
    greeted = await assistant.awaited(
        assistant.manager.start(patient_of(who), wanted.conversation_type, acting_as=who.acting_as)
    )
    return Success(data=Reply.of(greeted))


@router.get("/{session_id}", responses=failures(404))
async def session_now(session: Own, assistant: Served) -> Success[Reply]:
    """Where a conversation is now: the last reply, the quotes to agree to, what could be said next."""
    return Success(data=Reply.of(await assistant.awaited(assistant.manager.resume(session.session_id))))


@router.delete("/{session_id}", responses=failures(404))
def end_session(session: Own, assistant: Served) -> Success[None]:
    """End a conversation; to end it again changes nothing."""
    assistant.services.sessions.end(session.session_id)
    return Success(data=None, message="The conversation has ended. What was ordered stands.")


@router.get("/{session_id}/messages", responses=failures(404))
def messages(session: Own, assistant: Served, paging: Annotated[Paging, Query()]) -> Page[Said]:
    """What was said, oldest first."""
    turns = assistant.manager.transcript(session.session_id)
    return page_of([Said.of(each) for each in turns], paging)


@router.post("/{session_id}/messages", responses=failures(404))
async def send_message(wanted: NewMessage, session: Own, assistant: Served) -> Success[Reply]:
    """Say something, and wait for the whole answer."""
    return Success(data=Reply.of(await answered(wanted, session.session_id, assistant, None)))


@streams.post("/{session_id}/messages/stream", response_class=EventSourceResponse)
async def stream_message(
    wanted: NewMessage, session: Own, assistant: Served, request: Request
) -> AsyncIterator[ServerSentEvent]:
    """Say something, and hear what is done for it while it is done.

    Events: `tool` (begun or done), `state`, `text` (the reply in pieces, once it has been checked), `reply` (all of it,
    last), or `error`.
    """
    async for name, data in turn_events(wanted, session.session_id, assistant, request_id_of(request.scope)):
        told = Reply.of(data) if isinstance(data, ConversationResponse) else data
        yield ServerSentEvent(event=name, data=told)
