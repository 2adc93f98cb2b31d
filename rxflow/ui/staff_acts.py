"""What staff do on their pages: done before the page is drawn, so that it shows how things stand now."""

from collections.abc import Callable

import streamlit as st

from rxflow.domain.errors import RxFlowError
from rxflow.observability.logging import get_logger
from rxflow.prompts.catalog import message_catalog, spoken
from rxflow.ui.announce import announce
from rxflow.ui.browser import browser_key
from rxflow.ui.plain_text import as_label
from rxflow.ui.visitor import StaffVisit

CASE_OPEN, ORDER_OPEN = "case-open", "order-open"
"""Where this browser tab keeps which case and which order it shows: no address tells them."""
_NOTICE = "staff-notice"


def attempt(visit: StaffVisit, act: Callable[[], object], done: str) -> None:
    """Callback of a button: do something, and remember what to say of it.

    Whoever was signed in when the button was drawn must be so still: another may have taken the browser over.

    Args:
        visit: Who pressed it.
        act: What to do.
        done: What is said when it is done.
    """
    try:
        if visit.assistant.services.access.of_browser(browser_key()) != visit.principal:
            return
        act()
    except RxFlowError as error:
        get_logger(__name__).info("staff_act_refused", error_code=error.code)
        st.session_state[_NOTICE] = (visit.user_id, False, refusal(error, visit))
        return
    st.session_state[_NOTICE] = (visit.user_id, True, done)


def show_notice(visit: StaffVisit) -> None:
    """Say what was done just before, once, and to whoever did it."""
    user_id, is_done, notice = st.session_state.pop(_NOTICE, ("", True, ""))
    if user_id != visit.user_id:
        return
    announce(visit.language, notice)
    if is_done:
        st.success(as_label(notice), icon=":material/check_circle:")
    else:
        st.warning(as_label(notice), icon=":material/sync_problem:")


def refusal(error: RxFlowError, visit: StaffVisit) -> str:
    """Why something was not done, in the visitor's language where there are words for it."""
    words = message_catalog(spoken(visit.language)).get(f"staff_refused_{error.code}")
    holder = error.details.get("holder") or getattr(error, "holder", None)
    if words is None:
        return str(error)
    name = visit.assistant.services.users.name(str(holder)) if holder else ""
    return words.format(name=name) if "{name}" in words else words


def named(kind: str, code: str, visit: StaffVisit) -> str:
    """What a code is called, such as a finding's or a stage's; one without a name is called by itself."""
    key = f"staff_{kind}_{code.replace(' ', '_')}"
    return message_catalog(spoken(visit.language)).get(key, code)
