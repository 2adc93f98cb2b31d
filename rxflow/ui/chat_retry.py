"""A message that could not be answered, or its answer not kept, with a way to send the same once more."""

import streamlit as st

from rxflow.ui.chat_live import failed_turn, note_failed
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.turns import show_patient_words
from rxflow.ui.visit import Said, say
from rxflow.ui.visitor import PatientVisit
from rxflow.workflow.workflow_types import ConversationResponse


def show_failed(session_id: str, words: ChatWording) -> None:
    """Show the message that could not be answered in a conversation, if there is one, and why."""
    failed = failed_turn(session_id)
    if failed is None:
        return
    show_patient_words(failed.said.words)
    st.warning(f"{words.trouble} {as_label(failed.why)}", icon=":material/sync_problem:")
    _show_retry(failed.said, words)


def offer_again(said: Said, response: ConversationResponse, visit: PatientVisit, words: ChatWording) -> None:
    """Offer to send a message again whose answer could not be kept: that is not here any more when the page is drawn.

    Args:
        said: The message.
        response: The answer, which is shown.
        visit: The patient.
        words: The page's words.
    """
    if len(said.words) <= visit.assistant.settings.max_message_chars:
        note_failed(said, response.message)
        _show_retry(said, words)


def _show_retry(said: Said, words: ChatWording) -> None:
    st.button(words.retry, key="retry", icon=":material/refresh:", on_click=say, args=(said,))
