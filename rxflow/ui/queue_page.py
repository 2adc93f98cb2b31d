"""The first page of the staff: what waits for them, what is urgent first."""

from collections.abc import Mapping, Sequence
from datetime import UTC, timedelta
from functools import partial
from types import MappingProxyType
from typing import Literal

import streamlit as st

from rxflow.domain.case_access import CaseAct
from rxflow.domain.finding import Route
from rxflow.ui.addresses import CASE, ORDER_WORK
from rxflow.ui.browser import browser_key
from rxflow.ui.navigation import go_to
from rxflow.ui.plain_text import as_label
from rxflow.ui.queue_items import Age, Filter, Section, WorkItem, case_item, chosen, counted, order_item
from rxflow.ui.queue_wording import QueueWording
from rxflow.ui.staff_acts import CASE_OPEN, ORDER_OPEN, attempt, named, show_notice
from rxflow.ui.staff_frame import show_staff_frame
from rxflow.ui.visitor import StaffVisit

AT_A_TIME = 20
LOOK_EVERY_SECONDS = 10
_COLORS: Mapping[Age, Literal["gray", "orange", "red"]] = MappingProxyType(
    {Age.FRESH: "gray", Age.AGING: "orange", Age.OLD: "red"}
)
_SHOWN, _READ = "queue-shown", "queue-read"


def show_queue(visit: StaffVisit) -> None:
    """Show what waits: sections with how much is in each, filters, and a line for each case and order."""
    show_staff_frame(visit)
    words = visit.words(QueueWording)
    st.title(words.queue, anchor=False)
    show_notice(visit)
    now = _standing(visit)
    items = _items(visit)
    _record_read(items, visit)
    _show_summary(items, words)
    section = _choose_section(items, visit)
    filters, route, sought = _choose_filters(visit)
    found = chosen(items, section, filters, route, sought, visit.user_id)
    if not found:
        st.info(words.queue_nothing_found if items else words.queue_empty, icon=":material/inbox:")
    shown = st.session_state.get(_SHOWN, AT_A_TIME)
    for item in found[:shown]:
        _show_item(item, visit)
    if len(found) > shown:
        st.button(words.queue_more, key="queue-more", icon=":material/expand_more:", on_click=_show_more)
    _look_again(visit, now)


def _items(visit: StaffVisit) -> list[WorkItem]:
    services, assistant = visit.assistant.services, visit.assistant
    services.case_work.check_may(visit.user_id, CaseAct.SEE)
    orders = services.fulfillment.queue()
    files = services.patients.files({queued.order.patient_id for queued in orders})
    now = services.now().astimezone(UTC)
    names = {patient_id: file.patient.name for patient_id, file in files.items()}
    return [
        *map(case_item, assistant.case_desk.queue()),
        *(order_item(queued, names.get(queued.order.patient_id, ""), now) for queued in orders),
    ]


def _record_read(items: Sequence[WorkItem], visit: StaffVisit) -> None:
    """Note in the audit trail whose cases and orders are shown, once for as long as they are the same.

    Raises:
        StoreUnavailableError: It could not be kept: then nothing may be shown.
    """
    seen = (visit.user_id, frozenset(item.reference for item in items))
    if not items or st.session_state.get(_READ) == seen:
        return
    services = visit.assistant.services
    # Asked again for the ids alone: an item has none, so that no page can show one.
    patient_ids = [queued.case.patient_id for queued in visit.assistant.case_desk.queue()]
    patient_ids += [queued.order.patient_id for queued in services.fulfillment.queue()]
    services.audit.record_reads(services.now(), visit.user_id, "queue", patient_ids)
    st.session_state[_READ] = seen


def _standing(visit: StaffVisit) -> tuple[object, ...]:
    """How many cases of each kind and orders at each stage there are: two questions, and nothing is decrypted."""
    services = visit.assistant.services
    waiting = ((kind.route, kind.urgent, kind.cases) for kind in services.cases.waiting())
    return (*waiting, *services.fulfillment.counts().items())


@st.fragment(run_every=LOOK_EVERY_SECONDS)
def _look_again(visit: StaffVisit, before: tuple[object, ...]) -> None:
    """Draw the page again where something has come or gone, or where whoever looks is signed out by now."""
    is_in = visit.assistant.services.access.of_browser(browser_key(), is_active=False) == visit.principal
    if not is_in or _standing(visit) != before:
        st.rerun()


def _show_summary(items: Sequence[WorkItem], words: QueueWording) -> None:
    urgent = sum(item.is_urgent for item in items)
    kind = "block" if urgent else "good"
    icon = "priority_high" if urgent else "check_circle"
    with st.container(key=f"note-{kind}-queue", gap=None):
        if not urgent:
            st.markdown(f":material/{icon}: {words.queue_calm.format(count=len(items))}")
            return
        free = sum(item.holder is None for item in items if item.is_urgent)
        st.markdown(f":material/{icon}: **{words.queue_summary.format(urgent=urgent, free=free, count=len(items))}**")


def _choose_section(items: Sequence[WorkItem], visit: StaffVisit) -> Section:
    counts = counted(items)
    section = st.segmented_control(
        visit.words(QueueWording).queue_sections,
        list(Section),
        default=Section.ALL,
        format_func=lambda each: f"{named('section', each.value, visit)} ({counts[each]})",
        key="queue-section",
        label_visibility="collapsed",
    )
    return Section(section) if section else Section.ALL


def _choose_filters(visit: StaffVisit) -> tuple[list[Filter], Route | None, str]:
    words = visit.words(QueueWording)
    with st.container(horizontal=True, vertical_alignment="bottom", key="queue-filters"):
        sought = st.text_input(words.queue_search, key="queue-search", max_chars=100, icon=":material/search:")
        filters = st.pills(
            words.queue_filters,
            list(Filter),
            selection_mode="multi",
            format_func=lambda each: named("filter", each.value, visit),
            key="queue-filter",
        )
        route = st.selectbox(
            words.queue_route,
            [None, *Route],
            format_func=lambda each: words.queue_any_route if each is None else named("route", each.value, visit),
            key="queue-route",
            width=220,
        )
    return [Filter(each) for each in filters], Route(route) if route else None, sought


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, AT_A_TIME) + AT_A_TIME


def _show_item(item: WorkItem, visit: StaffVisit) -> None:
    words = visit.words(QueueWording)
    # The reason of a case may be the code of a finding.
    matter = named("finding", item.matter, visit)
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key=f"work-{item.age}-{item.reference}"
    ):
        with st.container(gap=None, key=f"work-what-{item.reference}"):
            st.markdown(f"**{as_label(item.medication or matter)}**")
            st.text(f"{item.patient_name} · {item.reference}")
            if item.medication:
                st.caption(as_label(matter))
        with st.container(horizontal=True, gap="xsmall", key=f"work-marks-{item.reference}", width="content"):
            _show_marks(item, visit)
        with st.container(horizontal=True, gap="xsmall", key=f"work-acts-{item.reference}", width="content"):
            if item.holder is None:
                done = words.queue_claimed.format(reference=item.reference)
                st.button(
                    words.queue_claim,
                    key=f"claim-{item.reference}",
                    on_click=attempt,
                    args=(visit, partial(_claim, item, visit), done),
                )
            is_mine = item.holder == visit.user_id
            label = words.queue_go_on if is_mine else words.queue_open
            if st.button(label, key=f"open-{item.reference}", type="primary" if is_mine else "secondary"):
                st.session_state[CASE_OPEN if item.is_case else ORDER_OPEN] = item.reference
                go_to(CASE if item.is_case else ORDER_WORK)


def _claim(item: WorkItem, visit: StaffVisit) -> object:
    if item.is_case:
        return visit.assistant.case_desk.claim(item.reference, visit.user_id)
    return visit.assistant.services.fulfillment.claim(item.reference, visit.user_id)


def _show_marks(item: WorkItem, visit: StaffVisit) -> None:
    words = visit.words(QueueWording)
    if item.is_urgent:
        label = words.queue_urgent if item.is_case else words.queue_late
        st.badge(label, icon=":material/priority_high:", color="red")
    if item.problem is not None:
        st.badge(named("problem", item.problem.reason.value, visit), icon=":material/pan_tool:", color="orange")
    place = named("route", item.route.value, visit) if item.route else named("section", item.section.value, visit)
    st.badge(place, color="gray")
    waited = words.queue_waited.format(time=told_time(item.waited, words))
    st.badge(waited, icon=":material/schedule:", color=_COLORS[item.age])
    if item.holder is None:
        st.badge(words.queue_unclaimed, color="blue")
    elif item.holder == visit.user_id:
        st.badge(words.queue_mine, icon=":material/person:", color="green")
    else:
        name = visit.assistant.services.users.name(item.holder)
        st.badge(as_label(words.queue_held.format(name=name)), icon=":material/lock:", color="gray")


def told_time(waited: timedelta, words: QueueWording) -> str:
    """For how long something has waited, in one unit."""
    minutes = int(waited.total_seconds() // 60)
    if minutes < 60:
        return words.queue_minutes.format(count=minutes)
    if minutes < 48 * 60:
        return words.queue_hours.format(count=minutes // 60)
    return words.queue_days.format(count=minutes // (24 * 60))
