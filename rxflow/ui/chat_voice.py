"""Where the patient writes or, where a service turns speech into text, speaks."""

import streamlit as st

from rxflow.domain.errors import TranscriptionError
from rxflow.observability.logging import get_logger
from rxflow.ui.chat_wording import ChatWording, VoiceWording
from rxflow.ui.visit import Said, say, say_typed
from rxflow.ui.visitor import PatientVisit

INPUT_KEY = "message"
_RECORDING = "recording"
_HEARD = "heard"
_WORDS_KEY = "heard-words"

log = get_logger(__name__)


def show_input(visit: PatientVisit) -> None:
    """Show where the patient writes; with a microphone where their speech can be turned into text."""
    hint, limit = visit.words(ChatWording).input_hint, visit.assistant.settings.max_message_chars
    session_id = visit.session.session_id
    if visit.assistant.transcriber is None:
        st.chat_input(
            hint,
            key=INPUT_KEY,
            max_chars=limit,
            submit_mode="disable",
            on_submit=say_typed,
            args=(INPUT_KEY, session_id),
        )
        return
    st.chat_input(
        hint,
        key=INPUT_KEY,
        max_chars=limit,
        submit_mode="disable",
        accept_audio=True,
        on_submit=_take,
        args=(session_id,),
    )


def _take(session_id: str) -> None:
    """Callback of the chat input: what was written is said, what was spoken is turned into text first."""
    given = st.session_state[INPUT_KEY]
    if given.text:
        say_typed(INPUT_KEY, session_id)
    elif given.audio is not None:
        st.session_state[_RECORDING] = given.audio.getvalue()


def show_heard(visit: PatientVisit, *, is_asked_to_agree: bool) -> None:
    """Put what was spoken in front of the patient, who corrects and sends it; nothing is sent by itself.

    Args:
        visit: The patient, and the conversation.
        is_asked_to_agree: Whether an order waits for a yes, which spoken words never are.
    """
    words = visit.words(VoiceWording)
    recording = st.session_state.get(_RECORDING)
    if recording is not None:
        _transcribe(bytes(recording), visit, words)
    heard = st.session_state.get(_HEARD)
    if heard is None:
        return
    with st.container(border=True, key="heard"):
        st.markdown(f":material/mic: **{words.heard_title}**")
        limit = visit.assistant.settings.max_message_chars
        st.text_area(words.heard_edit, value=heard[:limit], max_chars=limit, key=_WORDS_KEY)
        if is_asked_to_agree:
            st.caption(f":material/info: {words.heard_confirm.format(button=words.place_order)}")
        with st.container(horizontal=True, key="heard-answers"):
            session_id = visit.session.session_id
            st.button(words.heard_send, key="heard-send", type="primary", on_click=_send, args=(session_id,))
            st.button(words.heard_discard, key="heard-discard", type="tertiary", on_click=_discard)


def _transcribe(recording: bytes, visit: PatientVisit, words: VoiceWording) -> None:
    transcriber = visit.assistant.transcriber
    if transcriber is None:
        return
    try:
        with st.spinner(words.listening):
            heard = transcriber.transcribe(recording, visit.language)
    except TranscriptionError as error:
        log.warning("speech not transcribed", error_code=error.code)
        st.warning(words.heard_failed, icon=":material/mic_off:")
    else:
        if heard:
            st.session_state[_HEARD] = heard
            st.session_state.pop(_WORDS_KEY, None)
        else:
            st.warning(words.heard_not, icon=":material/mic_off:")
    st.session_state.pop(_RECORDING, None)


def _send(session_id: str) -> None:
    """Callback: say the words as they stand now. They answer no question that a yes could settle."""
    written = str(st.session_state[_WORDS_KEY]).strip()
    _discard()
    if written:
        say(Said(written, session_id, in_reply_to=0))


def _discard() -> None:
    st.session_state.pop(_HEARD, None)
