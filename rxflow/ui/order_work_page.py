"""An order in the pharmacy: where it is, what the rules find about it, and how it goes on; the patient beside it."""

from functools import partial
from html import escape

import streamlit as st

from rxflow.domain.fulfillment import NEXT_STAGE, WORKS_ON, WorkStage
from rxflow.domain.user import Role
from rxflow.prompts.replies import Replies
from rxflow.services.fulfillment import OrderAlert, QueuedOrder
from rxflow.ui.alert_cards import show_alert
from rxflow.ui.desk_wording import DeskWording
from rxflow.ui.holding import show_holder, show_words
from rxflow.ui.order_work_acts import show_advance, show_override, show_problem
from rxflow.ui.order_work_wording import OrderWorkWording
from rxflow.ui.person_panel import show_person
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import ORDER_OPEN, named
from rxflow.ui.staff_frame import show_opened
from rxflow.ui.visitor import StaffVisit
from rxflow.ui.work_history import show_order_history
from rxflow.workflow.case_file import changes_since

_READ = "order-work-read"


def show_order_work(visit: StaffVisit) -> None:
    """Show the order that was opened in the queue."""
    opened = show_opened(visit, ORDER_OPEN, partial(_read, visit))
    if opened is None:
        return
    queued, alerts = opened
    work, person = st.columns([3, 2], gap="large")
    with work:
        _show_work(queued, alerts, visit)
    with person:
        _show_patient(queued, visit)


def _read(visit: StaffVisit, order_id: str) -> tuple[QueuedOrder, tuple[OrderAlert, ...]]:
    """An order that may be shown, with what the rules find about it.

    Raises:
        RxFlowError: It cannot be shown.
    """
    fulfillment = visit.assistant.services.fulfillment
    queued = fulfillment.get(order_id)
    _record_read(queued, visit)
    return queued, fulfillment.alerts(order_id)


def _record_read(queued: QueuedOrder, visit: StaffVisit) -> None:
    """Note in the audit trail that the order is shown, once for as long as it is at the same stage.

    Raises:
        StoreUnavailableError: It could not be kept: then nothing may be shown.
    """
    seen = (visit.user_id, queued.order.order_id, queued.stage)
    if st.session_state.get(_READ) != seen:
        services = visit.assistant.services
        services.audit.record_reads(services.now(), visit.user_id, "order_work", [queued.order.patient_id])
        st.session_state[_READ] = seen


def _show_work(queued: QueuedOrder, alerts: tuple[OrderAlert, ...], visit: StaffVisit) -> None:
    order, words = queued.order, visit.words(OrderWorkWording)
    replies = Replies(visit.language, visit.assistant.services.tables.tall_man)
    st.title(as_label(replies.spelled(order.medication)), anchor=False)
    st.text(words.work_about.format(order=order.order_id, amount=order.amount, pharmacy=order.pharmacy_name))
    ready = replies.moment(order.ready_at.astimezone(visit.now.tzinfo), visit.now)
    st.caption(as_label(words.work_promised.format(when=ready)))
    if queued.is_late:
        st.badge(words.work_late, icon=":material/priority_high:", color="red")
    st.html(_stages(queued.stage, visit))
    if queued.stage is WorkStage.HANDED_OVER:
        st.info(words.work_over, icon=":material/task_alt:")
        show_order_history(visit.assistant.services.fulfillment.history(order.order_id), visit)
        return
    works_here = queued.stage in WORKS_ON[Role(visit.principal.role.value)]
    is_mine = _show_holder(queued, works_here, visit)
    show_problem(queued, is_mine, visit)
    _show_alerts(queued, alerts, is_mine, visit)
    if is_mine:
        show_advance(queued, alerts, visit)
        _show_note(queued, visit)
    elif not works_here:
        st.caption(words.work_not_yours)
    show_order_history(visit.assistant.services.fulfillment.history(order.order_id), visit)


def _stages(current: WorkStage, visit: StaffVisit) -> str:
    """The stages as a line; only our own words go into this HTML."""
    words, stages = visit.words(OrderWorkWording), [*NEXT_STAGE, WorkStage.HANDED_OVER]
    here, items = stages.index(current), []
    for place, stage in enumerate(stages):
        kind = "done" if place < here else "now" if place == here else "later"
        state = {"done": words.work_stage_done, "later": words.work_stage_to_come}.get(kind)
        heard = f'<span class="rx-unseen"> ({escape(state)})</span>' if state else ""
        mark = ' aria-current="step"' if kind == "now" else ""
        items.append(f'<li class="{kind}"{mark}>{escape(named("stage", stage.value, visit))}{heard}</li>')
    return f'<ol class="rx-way" aria-label="{escape(words.work_stages)}">{"".join(items)}</ol>'


def _show_holder(queued: QueuedOrder, works_here: bool, visit: StaffVisit) -> bool:
    work, order_id = visit.assistant.services.fulfillment, queued.order.order_id
    return show_holder(
        queued.holder,
        partial(work.claim, order_id, visit.user_id) if works_here else None,
        partial(work.release, order_id, visit.user_id),
        (lambda note: work.claim(order_id, visit.user_id, take_over=True, note=note)) if works_here else None,
        visit,
    )


def _show_alerts(queued: QueuedOrder, alerts: tuple[OrderAlert, ...], is_mine: bool, visit: StaffVisit) -> None:
    words, work = visit.words(DeskWording), visit.assistant.services.fulfillment
    st.markdown(f"**{words.alerts}**")
    if not alerts:
        st.caption(words.alerts_none)
    for alert in alerts:
        is_read = visit.user_id in alert.read_by
        read = partial(work.read_alert, queued.order.order_id, visit.user_id, alert.code) if is_mine else None
        show_alert(alert.finding, alert.code.replace(".", "-"), is_read, alert.must_be_read, read, visit)
        show_override(queued, alert, is_mine and is_read, visit)


def _show_note(queued: QueuedOrder, visit: StaffVisit) -> None:
    words = visit.words(DeskWording)
    act = partial(visit.assistant.services.fulfillment.add_note, queued.order.order_id, visit.user_id)
    with st.expander(words.desk_note, icon=":material/sticky_note_2:", key="desk-note-open"):
        show_words(words.desk_note, words.desk_note_add, "desk-note", act, words.desk_noted, visit)


def _show_patient(queued: QueuedOrder, visit: StaffVisit) -> None:
    services, order = visit.assistant.services, queued.order
    # As they are on file: with what is ordered counted in, the last fill would be the order that is looked at.
    prescriptions = services.patients.prescriptions(order.patient_id)
    asked = next((each for each in prescriptions if each.rx_number == order.rx_number), None)
    kept, orders = services.cases.kept_reports(order.patient_id), services.orders.for_patient(order.patient_id)
    last_fill = asked.last_fill if asked else None
    changes = changes_since(last_fill, order.rx_number, prescriptions, orders, kept, services.zone)
    reports = services.cases.reports(order.patient_id)
    show_person(services.patients.get(order.patient_id), prescriptions, reports, order.rx_number, changes, visit)
