"""The way of an order, drawn as an ordered list: what is done and since when, where it is, what is to come."""

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

import streamlit as st

from rxflow.domain.order import OrderStatus
from rxflow.services.fulfillment import OrderProgress
from rxflow.ui.orders_wording import OrdersWording
from rxflow.ui.visitor import PatientVisit

WAY = (
    OrderStatus.SUBMITTED,
    OrderStatus.VERIFYING,
    OrderStatus.FILLING,
    OrderStatus.READY,
    OrderStatus.PICKED_UP,
)
_BY_MAIL: Mapping[OrderStatus, tuple[str, str]] = MappingProxyType(
    {
        OrderStatus.READY: ("order_step_dispatched", "order_is_dispatched"),
        OrderStatus.PICKED_UP: ("order_step_delivered", "order_is_delivered"),
    }
)
_WORDS: Mapping[OrderStatus, tuple[str, str]] = MappingProxyType(
    {
        OrderStatus.SUBMITTED: ("order_step_received", "order_is_received"),
        OrderStatus.VERIFYING: ("order_step_checked", "order_is_checked"),
        OrderStatus.FILLING: ("order_step_prepared", "order_is_prepared"),
        OrderStatus.READY: ("order_step_ready", "order_is_ready"),
        OrderStatus.PICKED_UP: ("order_step_collected", "order_is_collected"),
        OrderStatus.CANCELLED: ("", "order_is_cancelled"),
    }
)
"""What a status is called as a step, and as a sentence, for an order that is collected."""


def status_sentence(progress: OrderProgress, is_mailed: bool, visit: PatientVisit) -> str:
    """Where an order is, in a sentence."""
    order, words = progress.order, visit.words(OrdersWording)
    when = visit.replies.moment(order.updated_at.astimezone(visit.now.tzinfo), visit.now)
    sentence: str = getattr(words, _names(order.status, is_mailed)[1])
    return sentence.format(when=when)


def show_timeline(progress: OrderProgress, is_mailed: bool, visit: PatientVisit) -> None:
    """Show the steps of an order that is not cancelled."""
    # Only words of our own table, times and the order's number go into this HTML.
    st.html(timeline(progress, is_mailed, visit))


def timeline(progress: OrderProgress, is_mailed: bool, visit: PatientVisit) -> str:
    """The steps as HTML; those who listen hear of each whether it is done."""
    words = visit.words(OrdersWording)
    current = WAY.index(progress.order.status)
    items = []
    for place, status in enumerate(WAY):
        is_done = place < current or status is OrderStatus.PICKED_UP is progress.order.status
        kind = "done" if is_done else "now" if place == current else "later"
        heard = {"done": words.order_step_done, "later": words.order_step_to_come}.get(kind)
        here = ' aria-current="step"' if kind == "now" else ""
        said = f'<span class="rx-unseen">, {escape(heard)}</span>' if heard else ""
        name: str = getattr(words, _names(status, is_mailed)[0])
        items.append(f'<li class="{kind}"{here}>{escape(name)}{said}{_reached(progress, status, visit)}</li>')
    label = escape(words.order_timeline.format(order_id=progress.order.order_id))
    return f'<ol class="rx-way" aria-label="{label}">{"".join(items)}</ol>'


def _reached(progress: OrderProgress, status: OrderStatus, visit: PatientVisit) -> str:
    at = progress.reached.get(status)
    if at is None:
        return ""
    local = at.astimezone(visit.now.tzinfo)
    return f'<time datetime="{local.isoformat()}">{escape(visit.replies.moment(local, visit.now))}</time>'


def _names(status: OrderStatus, is_mailed: bool) -> tuple[str, str]:
    return _BY_MAIL.get(status, _WORDS[status]) if is_mailed else _WORDS[status]
