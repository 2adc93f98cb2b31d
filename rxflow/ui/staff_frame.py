"""What stands on every page of the staff: who works here, and the way out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from rxflow.domain.errors import RxFlowError
from rxflow.ui.addresses import QUEUE
from rxflow.ui.announce import announce
from rxflow.ui.desk_wording import DeskWording
from rxflow.ui.navigation import go_to
from rxflow.ui.plain_text import as_label
from rxflow.ui.sign_in_wording import role_name
from rxflow.ui.staff_acts import refusal, show_notice
from rxflow.ui.visit import sign_out
from rxflow.ui.visitor import StaffVisit
from rxflow.ui.wording import FrameWording

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFrameWording:
    """What stands on every page of the staff."""

    staff_side: str
    demonstration_short: str
    staff_no_pages: str
    sign_out: str


def show_staff_frame(visit: StaffVisit) -> None:
    """Show the top of a page of the staff. Each page calls it first.

    A page of the staff is a function `show_…(visit: StaffVisit) -> None` in a module of `rxflow.ui`; it is listed in
    `rxflow.ui.page`.
    """
    words = visit.words(StaffFrameWording)
    announce(visit.language, visitor="staff")
    with st.container(horizontal=True, vertical_alignment="center", key="frame"):
        with st.container(key="frame-who", gap=None):
            role = role_name(visit.principal.role, visit.language)
            st.markdown(f":material/medication: **RxFlow** {as_label(words.staff_side)}")
            st.caption(f":material/badge: {as_label(visit.name)}, {as_label(role)}")
            if visit.assistant.settings.sign_in == "demo":
                st.caption(f":material/science: {words.demonstration_short}")
        if st.button(words.sign_out, key="sign-out", type="tertiary", icon=":material/logout:"):
            sign_out(visit.assistant)
            st.rerun()


def show_opened(visit: StaffVisit, key: str, read: Callable[[str], Opened]) -> Opened | None:
    """Show the top of the page of what was opened in the queue, with the way back to it.

    Args:
        visit: Who works on it.
        key: Where the session state has its id: `CASE_OPEN` or `ORDER_OPEN`.
        read: Reads it by its id; what it refuses is told in its place.

    Returns:
        What was read; None where nothing is open or it cannot be shown, which is told.
    """
    show_staff_frame(visit)
    if st.button(visit.words(DeskWording).desk_back, key="back", type="tertiary", icon=":material/arrow_back:"):
        go_to(QUEUE)
    show_notice(visit)
    opened = st.session_state.get(key)
    if opened is None:
        _show_nothing_open(visit)
        return None
    try:
        return read(opened)
    except RxFlowError as error:
        _show_nothing_open(visit, error)
        return None


def _show_nothing_open(visit: StaffVisit, error: RxFlowError | None = None) -> None:
    """Say on the page of a case or an order that none is open, or why it cannot be shown."""
    st.title(visit.words(FrameWording).queue, anchor=False)
    if error is None:
        st.info(visit.words(DeskWording).desk_nothing_open, icon=":material/inbox:")
    else:
        st.error(as_label(refusal(error, visit)), icon=":material/error:")


def show_no_pages(visit: StaffVisit) -> None:
    """Tell somebody that their role has no page here."""
    show_staff_frame(visit)
    st.title("RxFlow", anchor=False)
    st.info(visit.words(StaffFrameWording).staff_no_pages, icon=":material/info:")
