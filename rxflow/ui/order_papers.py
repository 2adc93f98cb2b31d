"""What a patient takes along of an order: the receipt, the calendar entry and the pick-up code."""

from functools import partial

import streamlit as st

from rxflow.documents.calendar_entry import PickUp, calendar_entry
from rxflow.documents.pickup_code import pickup_picture
from rxflow.documents.receipt import Receipt, receipt_pdf
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.pharmacy import Pharmacy
from rxflow.services.fulfillment import OrderProgress
from rxflow.ui.orders_wording import OrdersWording
from rxflow.ui.visitor import PatientVisit
from rxflow.workflow import facts

_CODE_PIXELS = 240
_HALF = 4


def show_receipt_button(order: Order, pharmacy: Pharmacy | None, visit: PatientVisit) -> None:
    """Offer the receipt; it is made when it is asked for."""
    words = visit.words(OrdersWording)
    st.download_button(
        words.receipt_get,
        data=partial(receipt_pdf, receipt_of(order, pharmacy, visit)),
        file_name=f"{words.receipt_file}-{order.order_id}.pdf",
        mime="application/pdf",
        key=f"receipt-{order.order_id}",
        icon=":material/receipt_long:",
        on_click="ignore",
    )


def show_calendar_button(progress: OrderProgress, pharmacy: Pharmacy | None, visit: PatientVisit) -> None:
    """Offer an entry for the time from which an order can be collected, unless that has passed or nobody knows it."""
    pick_up = pick_up_of(progress, pharmacy, visit)
    if pick_up is None:
        return
    words = visit.words(OrdersWording)
    st.download_button(
        words.calendar_add,
        data=partial(calendar_entry, pick_up),
        file_name=f"{words.calendar_file}-{progress.order.order_id}.ics",
        mime="text/calendar",
        key=f"calendar-{progress.order.order_id}",
        icon=":material/event:",
        on_click="ignore",
    )


def show_pickup_button(order: Order, visit: PatientVisit) -> None:
    """Offer the pick-up code, shown when it is asked for."""
    words = visit.words(OrdersWording)
    if st.button(words.pickup_show, key=f"pickup-{order.order_id}", icon=":material/qr_code_2:"):
        code = visit.assistant.services.fulfillment.pickup_code(order.order_id)
        st.dialog(words.pickup_title)(partial(_show_code, code, words))()


def _show_code(code: str, words: OrdersWording) -> None:
    with st.container(key="pickup-code"):
        st.image(pickup_picture(code), width=_CODE_PIXELS, alt=words.pickup_alt.format(code=code))
        st.text(f"{code[:_HALF]} {code[_HALF:]}")
    st.text(words.pickup_explained)


def receipt_of(order: Order, pharmacy: Pharmacy | None, visit: PatientVisit) -> Receipt:
    """What the receipt of an order says."""
    words, replies = visit.words(OrdersWording), visit.replies
    is_paid = order.status is OrderStatus.PICKED_UP
    at = order.updated_at if is_paid else order.created_at
    seller = [order.pharmacy_name, *((pharmacy.address, pharmacy.phone) if pharmacy is not None else ())]
    rows = (
        (words.order_reference, order.order_id),
        (words.receipt_date, replies.date(at.astimezone(visit.now.tzinfo).date())),
        (words.medicine, replies.spelled(order.medication)),
        (words.amount, replies.amount(order.amount)),
        (words.receipt_paid if is_paid else words.you_pay, facts.money(order.patient_pays) or ""),
    )
    title = words.receipt_title if is_paid else words.receipt_unpaid_title
    return Receipt(title, f"{visit.language}-US", seller, rows, words.receipt_note)


def pick_up_of(progress: OrderProgress, pharmacy: Pharmacy | None, visit: PatientVisit) -> PickUp | None:
    """What a calendar entry for an order says; None when there is no time ahead to enter."""
    at = progress.expected_at
    if at is None or at <= visit.now:
        return None
    order = progress.order
    place = order.pharmacy_name if pharmacy is None else f"{order.pharmacy_name}, {pharmacy.address}"
    return PickUp(order.order_id, visit.words(OrdersWording).calendar_title, at, place, visit.now)
