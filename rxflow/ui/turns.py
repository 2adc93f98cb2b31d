"""The conversation: what was said, what was found and checked for it, and the order that came of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import streamlit as st

from rxflow.domain.errors import TurnStoppedError
from rxflow.domain.finding import FindingCode
from rxflow.prompts.replies import Replies
from rxflow.resilience.degradation import BUILT_IN_MODEL
from rxflow.services.sessions import Turn
from rxflow.ui.chat_notes import show_note
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.order_cards import show_order
from rxflow.ui.plain_text import show_text
from rxflow.ui.tool_words import tool_words
from rxflow.workflow.workflow_types import ConversationResponse, FindingNote, RefillState, ToolUse

PATIENT_AVATAR = ":material/person:"
ASSISTANT_AVATAR = ":material/medication:"
_REFUSED = frozenset({"ACTION_REFUSED", TurnStoppedError.code})


def reply_of(turn: Turn) -> ConversationResponse:
    """A kept turn's answer as it was given, without what could be said next."""
    detail = turn.detail
    return ConversationResponse(
        session_id=turn.session_id,
        state=RefillState(turn.state),
        message=turn.reply,
        findings=tuple(FindingNote.model_validate(note) for note in detail.get("findings") or ()),
        tools=tuple(ToolUse(**use) for use in detail.get("tools") or ()),
        order=detail.get("order"),
        escalation=detail.get("escalation"),
        degraded=tuple(detail.get("degraded") or ()),
    )


def emergency_message(replies: Iterable[ConversationResponse]) -> str | None:
    """What the patient was told in the latest emergency of the conversation, or None."""
    told = [reply.message for reply in replies if any(note.code == FindingCode.EMERGENCY for note in reply.findings)]
    return told[-1] if told else None


def show_patient_words(text: str) -> None:
    """Show what the patient said, exactly as written."""
    with st.chat_message("user", avatar=PATIENT_AVATAR):
        st.text(text)


def show_reply(
    reply: ConversationResponse,
    position: int,
    now: datetime,
    replies: Replies,
    words: ChatWording,
    checks_shown: bool = True,
) -> None:
    """Show an answer within its chat message: the words, what was found, the order, and what was checked.

    Args:
        reply: The answer.
        position: Its place in the conversation, for keys that stay the same from one drawing to the next.
        now: The time at the pharmacy.
        replies: The assistant's words, for times.
        words: The page's words.
        checks_shown: Whether what was checked can be unfolded.
    """
    _show_message(reply, position, words)
    orders = [reply.order, *reply.order.get("also", ())] if reply.order else []
    for place, order in enumerate(orders):
        show_order(order, now, f"{position}-{place}" if place else str(position), replies, words)
    if BUILT_IN_MODEL in reply.degraded:
        st.caption(f":material/offline_bolt: {words.built_in}")
    if reply.tools and checks_shown:
        with st.expander(words.checked, type="compact"):
            st.markdown("\n".join(_check(use, replies, words) for use in reply.tools))


def live_checks(tools: Sequence[tuple[str, bool | None]], replies: Replies, words: ChatWording) -> str:
    """What a turn has checked so far and checks now, as Markdown of our own words.

    Args:
        tools: The tools by name, each with whether it succeeded; None while it runs.
    """
    lines = []
    for name, success in tools:
        did = tool_words(name, replies.language)
        if success is None:
            lines.append(f":material/hourglass_top: {words.checking.format(tool=did)}  ")
        else:
            lines.append(f"{_mark(success)} {did}  ")
    return "\n".join(lines)


def _show_message(reply: ConversationResponse, position: int, words: ChatWording) -> None:
    """The words; where a paragraph begins with a finding it has its colour, and a finding that is not told follows."""
    if not reply.findings:
        show_text(reply.message, f"{position}-0")
        return
    untold = [note.message for note in reply.findings if note.message not in reply.message]
    for number, paragraph in enumerate([*reply.message.split("\n\n"), *dict.fromkeys(untold)]):
        key = f"{position}-{number}"
        note = next((note for note in reply.findings if paragraph.startswith(note.message)), None)
        if note is not None:
            show_note(note, reply, key, words)
            paragraph = paragraph.removeprefix(note.message)
        show_text(paragraph, key)


def _check(use: ToolUse, replies: Replies, words: ChatWording) -> str:
    """A line of Markdown; a tool's name and outcome are our own words, and its arguments are not shown."""
    outcome = words.check_ok if use.success else words.check_failed
    if use.code in _REFUSED:
        outcome = words.check_refused
    did = tool_words(use.name, replies.language)
    return f"{_mark(use.success)} {did} :small[:gray[{outcome}, {use.milliseconds:.1f} ms]]  "


def _mark(success: bool) -> str:
    return ":green[:material/check:]" if success else ":red[:material/close:]"
