"""What stands on every page of a patient: whom it is for, a person at any time, and the way out."""

import streamlit as st

from rxflow.ui.addresses import CHAT
from rxflow.ui.announce import announce
from rxflow.ui.navigation import go_to
from rxflow.ui.plain_text import as_label
from rxflow.ui.visit import Said, say, sign_out
from rxflow.ui.visitor import PatientVisit
from rxflow.ui.wording import FrameWording


def show_frame(visit: PatientVisit, is_chat: bool = False) -> None:
    """Show the top of a patient's page. Each page calls it first.

    A page of the patient is a function `show_…(visit: PatientVisit) -> None` in a module of `rxflow.ui`; it is listed
    in `rxflow.ui.page`. Its words are a frozen dataclass that `visit.words` fills, its styles a file in `styles/`.

    Args:
        visit: The patient.
        is_chat: Whether the page is the conversation, which begins at its end.
    """
    words = visit.words(FrameWording)
    announce(visit.language, visitor="patient", is_chat=is_chat)
    if is_chat:
        # It has no room for a title that is seen.
        with st.container(key="unseen-title"):
            st.title(words.chat, anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="frame"):
        with st.container(key="frame-who", gap=None):
            name = as_label(words.on_behalf.format(name=visit.patient.name))
            st.markdown(f":material/medication: **RxFlow** {name}")
            st.caption(f":material/smart_toy: {words.disclosure}")
            if visit.assistant.settings.sign_in == "demo":
                st.caption(f":material/science: {words.demonstration_short}")
        ask = Said(visit.replies.text("say_pharmacist"), visit.session.session_id)
        if st.button(ask.words, key="pharmacist", icon=":material/support_agent:", on_click=say, args=(ask,)):
            go_to(CHAT)
        if st.button(words.sign_out, key="sign-out", type="tertiary", icon=":material/logout:"):
            sign_out(visit.assistant, visit.session.session_id)
            st.rerun()
