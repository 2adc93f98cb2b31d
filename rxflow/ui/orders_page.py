"""A patient's orders: where each is, what is late and why, and what can be done with it."""

from functools import partial

import streamlit as st

from rxflow.domain.errors import RxFlowError
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.pharmacy import Pharmacy
from rxflow.services.fulfillment import OrderProgress
from rxflow.services.order_refusals import NOT_CANCELLABLE
from rxflow.ui.addresses import CHAT
from rxflow.ui.announce import announce
from rxflow.ui.frame import show_frame
from rxflow.ui.navigation import go_to
from rxflow.ui.order_papers import show_calendar_button, show_pickup_button, show_receipt_button
from rxflow.ui.order_timeline import show_timeline, status_sentence
from rxflow.ui.orders_wording import OrdersWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.rows import show_row
from rxflow.ui.visit import open_session
from rxflow.ui.visitor import PatientVisit
from rxflow.workflow import facts

AT_A_TIME = 10
_SHOWN = "orders-shown"
_NOTICE = "orders-notice"
_READ = "orders-read"


def show_orders(visit: PatientVisit) -> None:
    """Show the patient's orders, newest first."""
    show_frame(visit)
    words = visit.words(OrdersWording)
    st.title(words.orders_title, anchor=False)
    _show_notice(visit)
    try:
        with st.spinner(words.orders_loading):
            found = visit.assistant.services.fulfillment.progress(visit.session.patient_id)
            _record_read(found, visit)
    except RxFlowError:
        st.error(words.orders_trouble, icon=":material/sync_problem:")
        st.button(words.orders_again, key="orders-again", icon=":material/refresh:")
        return
    if not found:
        st.info(words.orders_none, icon=":material/inbox:")
        if st.button(words.orders_to_chat, key="orders-to-chat", type="primary", icon=":material/chat:"):
            go_to(CHAT)
        return
    shown = st.session_state.get(_SHOWN, AT_A_TIME)
    for progress in found[:shown]:
        _show_order(progress, visit)
    if len(found) > shown:
        st.button(words.orders_more, key="orders-more", icon=":material/expand_more:", on_click=_show_more)


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, AT_A_TIME) + AT_A_TIME


def _show_notice(visit: PatientVisit) -> None:
    """What was done just before the page was drawn again, once, and only to whom it concerns."""
    session_id, is_done, notice = st.session_state.pop(_NOTICE, ("", True, ""))
    if session_id != visit.session.session_id:
        return
    announce(visit.language, notice)
    if is_done:
        st.success(as_label(notice), icon=":material/check_circle:")
    else:
        st.error(as_label(notice), icon=":material/sync_problem:")


def _record_read(found: tuple[OrderProgress, ...], visit: PatientVisit) -> None:
    """Note in the audit trail that the orders are shown, unless these were shown here already.

    Raises:
        StoreUnavailableError: It could not be kept: then nothing may be shown.
    """
    seen = (visit.session.session_id, *((each.order.order_id, each.order.status) for each in found))
    if not found or st.session_state.get(_READ) == seen:
        return
    services, session = visit.assistant.services, visit.session
    services.audit.record_reads(services.now(), session.acting_as.value, "orders", {session.patient_id: len(found)})
    st.session_state[_READ] = seen


def _show_order(progress: OrderProgress, visit: PatientVisit) -> None:
    order, words = progress.order, visit.words(OrdersWording)
    pharmacy = visit.assistant.services.pharmacies.get(order.pharmacy_id)
    is_mailed = pharmacy is not None and pharmacy.is_mail_order
    with st.container(border=True, key=f"my-order-{order.order_id}"):
        st.header(as_label(visit.replies.spelled(order.medication)), anchor=False)
        st.text(status_sentence(progress, is_mailed, visit))
        if order.status is not OrderStatus.CANCELLED:
            show_timeline(progress, is_mailed, visit)
        _show_times(progress, pharmacy, visit)
        with st.container(key=f"my-order-rows-{order.order_id}", gap=None):
            show_row(words.order_reference, order.order_id)
            show_row(words.amount, visit.replies.amount(order.amount))
            show_row(words.pharmacy, order.pharmacy_name)
            if order.status is not OrderStatus.CANCELLED:
                show_row(words.you_pay, facts.money(order.patient_pays) or "")
        _show_acts(progress, pharmacy, visit)


def _show_times(progress: OrderProgress, pharmacy: Pharmacy | None, visit: PatientVisit) -> None:
    """When the order is expected, or why it is late and until when."""
    order, words = progress.order, visit.words(OrdersWording)
    if progress.delay is None and not progress.is_overdue(visit.now):
        if progress.is_under_way and order.status is not OrderStatus.READY:
            st.text(words.order_expected.format(when=_moment(progress, visit)))
        return
    with st.container(key=f"note-warn-{order.order_id}", gap=None):
        st.markdown(f":material/schedule: **{words.order_late}**")
        if progress.delay is None:
            phone = pharmacy.phone if pharmacy is not None else order.pharmacy_name
            st.text(words.order_late_why_unknown.format(phone=phone))
            return
        st.text(visit.replies.text(f"delay_{progress.delay}"))
        is_known = progress.expected_at is not None and not progress.is_overdue(visit.now)
        st.text(
            words.order_new_time.format(when=_moment(progress, visit)) if is_known else words.order_new_time_unknown
        )


def _moment(progress: OrderProgress, visit: PatientVisit) -> str:
    at = progress.expected_at or progress.order.ready_at
    return visit.replies.moment(at.astimezone(visit.now.tzinfo), visit.now)


def _show_acts(progress: OrderProgress, pharmacy: Pharmacy | None, visit: PatientVisit) -> None:
    order, words = progress.order, visit.words(OrdersWording)
    may_cancel = visit.assistant.services.orders.may_cancel(order, visit.session.acting_as)
    if order.status is OrderStatus.CANCELLED:
        return
    with st.container(horizontal=True, key=f"my-order-acts-{order.order_id}", gap="xsmall"):
        if progress.is_to_collect(pharmacy):
            show_pickup_button(order, visit)
            show_calendar_button(progress, pharmacy, visit)
        show_receipt_button(order, pharmacy, visit)
        if may_cancel and st.button(
            words.order_cancel, key=f"cancel-{order.order_id}", type="tertiary", icon=":material/cancel:"
        ):
            st.dialog(words.order_cancel_title)(partial(_confirm_cancel, order, visit))()


def _confirm_cancel(order: Order, visit: PatientVisit) -> None:
    words = visit.words(OrdersWording)
    if _NOTICE in st.session_state:
        # It is done, or cannot be: the page says so.
        st.rerun()
    st.text(f"{visit.replies.spelled(order.medication)}\n{order.pharmacy_name}\n{order.order_id}")
    st.text(words.order_cancel_explained)
    with st.container(horizontal=True, key="cancel-answers"):
        yes = f"cancel-yes-{order.order_id}"
        st.button(words.order_cancel_yes, key=yes, type="primary", on_click=_cancel, args=(order, visit))
        if st.button(words.order_cancel_no, key=f"cancel-no-{order.order_id}"):
            st.rerun()


def _cancel(order: Order, visit: PatientVisit) -> None:
    """Callback: cancel, where the visit is not over by now, and remember what to say of it."""
    session, words = visit.session, visit.words(OrdersWording)
    current = open_session(visit.assistant)
    if current is None or current.session_id != session.session_id:
        st.session_state[_NOTICE] = (session.session_id, False, words.order_cancel_failed)
        return
    try:
        visit.assistant.services.orders.cancel(current.patient_id, order.order_id, current.acting_as)
    except RxFlowError as error:
        is_too_late = error.code == NOT_CANCELLABLE
        why = words.order_cancel_too_late if is_too_late else visit.replies.refusal(error.code)
        st.session_state[_NOTICE] = (session.session_id, False, f"{words.order_cancel_failed} {why}")
        return
    st.session_state[_NOTICE] = (session.session_id, True, words.order_cancelled_now.format(order_id=order.order_id))
