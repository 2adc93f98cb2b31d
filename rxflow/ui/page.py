"""The page: the sign-in or the visitor's own pages, and what a visitor sees when none of them can be shown."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from rxflow.assistant import Assistant
from rxflow.domain.access import PERSONS, Principal, Privilege
from rxflow.domain.errors import RxFlowError
from rxflow.observability.logging import error_trace, get_logger
from rxflow.services.sessions import Session
from rxflow.ui.addresses import (
    CASE,
    CHAT,
    HOME,
    INSIGHTS,
    MEDICINES,
    ORDER_WORK,
    ORDERS,
    PREFERENCES,
    QUEUE,
    WORKFLOW,
)
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.browser import browser_key, visitor_language
from rxflow.ui.case_page import show_case
from rxflow.ui.chat import show_chat
from rxflow.ui.home_page import show_home
from rxflow.ui.insights_page import show_insights
from rxflow.ui.medicines_page import show_medicines
from rxflow.ui.navigation import PageEntry, run_page
from rxflow.ui.order_work_page import show_order_work
from rxflow.ui.orders_page import show_orders
from rxflow.ui.plain_text import as_label
from rxflow.ui.preferences_page import show_preferences
from rxflow.ui.queue_page import show_queue
from rxflow.ui.sign_in import show_sign_in
from rxflow.ui.staff_frame import show_no_pages
from rxflow.ui.style import style_sheet
from rxflow.ui.visit import open_session
from rxflow.ui.visitor import PatientVisit, patient_visit, staff_visit
from rxflow.ui.wording import FrameWording, words_of
from rxflow.ui.workflow_page import show_conversations, show_workflow


def show_page() -> None:
    """Draw the page for one browser."""
    st.set_page_config(page_title="RxFlow")
    st.html(style_sheet())
    try:
        run_page(_pages(pharmacy_assistant()))
    except RxFlowError as error:
        get_logger(__name__).warning("page_failed", error_code=error.code)
        st.error(as_label(str(error)), icon=":material/error:")
    except Exception as error:
        # The last border before the visitor: they are told what to do, and the log where it broke, without their words.
        get_logger(__name__).error("page_failed", error_type=type(error).__name__, traceback=error_trace(error))
        st.error(words_of(FrameWording, "en").trouble_unknown, icon=":material/error:")


def _pages(assistant: Assistant) -> list[PageEntry]:
    principal = assistant.services.access.of_browser(browser_key())
    if principal is not None and principal.role not in PERSONS:
        st.set_page_config(layout="wide")
        return _of_staff(assistant, principal)
    st.set_page_config(layout="centered")
    session = open_session(assistant)
    return _of_nobody(assistant) if session is None else _of_patient(assistant, session)


def _of_nobody(assistant: Assistant) -> list[PageEntry]:
    return [PageEntry(HOME, "RxFlow", partial(show_sign_in, assistant))]


def _of_patient(assistant: Assistant, session: Session) -> list[PageEntry]:
    visit = patient_visit(assistant, session)
    words = visit.words(FrameWording)
    pages: tuple[tuple[str, str, Callable[[PatientVisit], None]], ...] = (
        (HOME, words.home, show_home),
        (CHAT, words.chat, show_chat),
        (ORDERS, words.orders, show_orders),
        (MEDICINES, words.medicines, show_medicines),
        (PREFERENCES, words.preferences, show_preferences),
        (WORKFLOW, words.workflow, show_workflow),
    )
    # How a conversation went is for demonstrations; a patient's menu has it in them only.
    unlisted = set() if assistant.settings.lets_choose_a_patient else {WORKFLOW}
    return [PageEntry(address, title, partial(show, visit), address not in unlisted) for address, title, show in pages]


def _of_staff(assistant: Assistant, principal: Principal) -> list[PageEntry]:
    visit = staff_visit(assistant, principal, visitor_language())
    if not principal.has(Privilege.SEE_CASES):
        return [PageEntry(HOME, "RxFlow", partial(show_no_pages, visit))]
    words = visit.words(FrameWording)
    return [
        PageEntry(QUEUE, words.queue, partial(show_queue, visit)),
        PageEntry(CASE, words.queue, partial(show_case, visit), is_listed=False),
        PageEntry(ORDER_WORK, words.queue, partial(show_order_work, visit), is_listed=False),
        PageEntry(INSIGHTS, words.insights, partial(show_insights, visit)),
        PageEntry(WORKFLOW, words.workflow, partial(show_conversations, visit)),
    ]
