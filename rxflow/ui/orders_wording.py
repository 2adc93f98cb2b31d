"""What the page of a patient's orders says. Braces are filled in by the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdersWording:
    """The list, one order, and what can be done with it."""

    medicine: str
    amount: str
    pharmacy: str
    you_pay: str
    # The list
    orders_title: str
    orders_loading: str
    orders_none: str
    orders_to_chat: str
    orders_trouble: str
    orders_again: str
    orders_more: str
    # One order
    order_timeline: str
    order_reference: str
    order_step_received: str
    order_step_checked: str
    order_step_prepared: str
    order_step_ready: str
    order_step_collected: str
    order_step_dispatched: str
    order_step_delivered: str
    order_step_done: str
    order_step_to_come: str
    order_is_received: str
    order_is_checked: str
    order_is_prepared: str
    order_is_ready: str
    order_is_dispatched: str
    order_is_collected: str
    order_is_delivered: str
    order_is_cancelled: str
    order_expected: str
    order_late: str
    order_late_why_unknown: str
    order_new_time: str
    order_new_time_unknown: str
    # Cancelling
    order_cancel: str
    order_cancel_title: str
    order_cancel_explained: str
    order_cancel_yes: str
    order_cancel_no: str
    order_cancelled_now: str
    order_cancel_too_late: str
    order_cancel_failed: str
    # Collecting
    pickup_show: str
    pickup_title: str
    pickup_explained: str
    pickup_alt: str
    calendar_add: str
    calendar_title: str
    calendar_file: str
    # The receipt
    receipt_get: str
    receipt_title: str
    receipt_unpaid_title: str
    receipt_file: str
    receipt_date: str
    receipt_paid: str
    receipt_note: str
