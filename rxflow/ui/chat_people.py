"""What people at the pharmacy write into the conversation, and the look whether there is something new."""

from collections.abc import Iterator, Sequence

import streamlit as st

from rxflow.domain.care_message import CareMessage
from rxflow.domain.errors import RxFlowError
from rxflow.observability.logging import get_logger
from rxflow.services.sessions import Turn
from rxflow.ui.chat_live import is_answering
from rxflow.ui.plain_text import as_label, show_text
from rxflow.ui.visitor import PatientVisit

PERSON_AVATAR = ":material/support_agent:"
LOOK_SECONDS = 5.0
_HEARD_OF = "heard_of_message"

log = get_logger(__name__)


def person_messages(visit: PatientVisit) -> tuple[CareMessage, ...]:
    """What people wrote into the conversation, oldest first."""
    return visit.assistant.services.care_messages.for_session(visit.session.session_id)


def in_order(
    turns: Sequence[Turn], messages: Sequence[CareMessage], earlier: int = 0
) -> Iterator[tuple[int, Turn] | CareMessage]:
    """Turns, each with its place among the turns, and people's messages between them as they came.

    Args:
        turns: The turns, oldest first.
        messages: What people wrote, oldest first.
        earlier: How many turns are left out at the beginning, with what people wrote before their end.
    """
    waiting = [each for each in messages if not earlier or each.at >= turns[earlier - 1].said_at]
    for place, turn in enumerate(turns[earlier:], start=earlier):
        while waiting and waiting[0].at < turn.said_at:
            yield waiting.pop(0)
        yield place, turn
    yield from waiting


def show_person_message(message: CareMessage) -> None:
    """Show what a person wrote, with their name: it is no reply of the assistant's."""
    place = st.container(key=f"person-{message.number}", gap=None)
    with place, st.chat_message(message.actor_name, avatar=PERSON_AVATAR):
        st.markdown(f"**{as_label(message.actor_name)}**")
        show_text(message.text, f"person-{message.number}")


def newly_written(messages: Sequence[CareMessage]) -> CareMessage | None:
    """The last message, where it came while this page was open; once."""
    latest = max((each.number for each in messages), default=0)
    known = st.session_state.get(_HEARD_OF, latest)
    st.session_state[_HEARD_OF] = latest
    return messages[-1] if latest > known else None


@st.fragment(run_every=LOOK_SECONDS)
def look_for_news(visit: PatientVisit, turns: int, message: int) -> None:
    """Draw the page again when another window, or a person, has added to the conversation.

    Args:
        visit: The patient, and the conversation.
        turns: How many turns the page shows.
        message: The number of the last message of a person that it shows.
    """
    if is_answering():
        return
    services, session_id = visit.assistant.services, visit.session.session_id
    try:
        has_news = services.sessions.last_turn(session_id) != turns
        has_news = has_news or services.care_messages.latest_number(session_id) != message
    except RxFlowError as error:
        # The page stands as it is, and looks again in a moment.
        log.warning("page_not_renewed", error_code=error.code)
        return
    if has_news:
        st.rerun()
