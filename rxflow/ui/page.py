"""The page: the sign-in or the conversation, and what a visitor sees when neither can be shown."""

from pathlib import Path

import streamlit as st

from rxflow.domain.errors import RxFlowError
from rxflow.observability.logging import error_trace, get_logger
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.chat import show_chat
from rxflow.ui.plain_text import as_label
from rxflow.ui.sign_in import show_sign_in
from rxflow.ui.visit import open_session
from rxflow.ui.wording import wording

STYLE = Path(__file__).with_name("style.css")


def show_page() -> None:
    """Draw the page for one browser."""
    st.set_page_config(page_title="RxFlow", layout="centered")
    st.html(STYLE)
    try:
        assistant = pharmacy_assistant()
        session = open_session(assistant)
        if session is None:
            show_sign_in(assistant)
        else:
            show_chat(assistant, session)
    except RxFlowError as error:
        get_logger(__name__).warning("page_failed", error_code=error.code)
        st.error(as_label(str(error)), icon=":material/error:")
    except Exception as error:
        # The last border before the visitor: they are told what to do, and the log where it broke, without their words.
        get_logger(__name__).error("page_failed", error_type=type(error).__name__, traceback=error_trace(error))
        st.error(wording("en").trouble_unknown, icon=":material/error:")
