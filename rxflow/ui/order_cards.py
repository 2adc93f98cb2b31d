"""The order to agree to, and the order that was placed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import streamlit as st

from rxflow.domain.order import OrderStatus, Quote
from rxflow.prompts.replies import Replies
from rxflow.ui.visit import Said, say
from rxflow.ui.wording import Wording
from rxflow.workflow import facts

LABEL_PIXELS = 120


def show_quotes(
    quotes: Sequence[Quote], now: datetime, turns: int, in_reply_to: int, replies: Replies, words: Wording
) -> None:
    """Show what the patient is asked to agree to, with the ways to answer: one answer for all of it.

    Args:
        quotes: The orders as they would be placed.
        now: The time at the pharmacy.
        turns: How many turns the conversation has.
        in_reply_to: The turn of the reply that the quotes end, 0 where it has none.
        replies: The assistant's words: the buttons say what a patient would write.
        words: The page's words.
    """
    with st.container(border=True, key="quote-card"):
        st.subheader(f":material/receipt_long: {words.confirm_title}", anchor=False)
        for position, quote in enumerate(quotes):
            if position:
                st.divider()
            with st.container(key=f"quote-rows-{position}", gap=None):
                _quote_rows(quote, now, replies, words)
                if len(quotes) > 1:
                    _row(words.you_pay, facts.money(quote.patient_pays) or "")
        with st.container(key="quote-price"):
            total = sum((quote.patient_pays for quote in quotes), Decimal(0))
            _row(words.you_pay if len(quotes) == 1 else words.you_pay_in_all, facts.money(total) or "")
        _answers(quotes, turns, in_reply_to, replies, words)
        st.caption(words.confirm_hint)


def _quote_rows(quote: Quote, now: datetime, replies: Replies, words: Wording) -> None:
    _row(words.medicine, replies.spelled(quote.medication))
    _row(words.amount, replies.amount(quote.amount))
    _row(words.pharmacy, quote.pharmacy_name)
    _row(words.ready, replies.moment(quote.ready_at.astimezone(now.tzinfo), now))
    _row(words.insurance_pays, facts.money(quote.insurance_pays) or words.no_insurance)


def _answers(quotes: Sequence[Quote], turns: int, in_reply_to: int, replies: Replies, words: Wording) -> None:
    session_id = quotes[0].session_id
    with st.container(horizontal=True, key="quote-answers"):
        quote_ids = tuple(quote.quote_id for quote in quotes)
        agreed = Said(replies.text("say_place_order"), session_id, turns, quote_ids, in_reply_to)
        st.button(
            words.place_order, key="place-order", type="primary", icon=":material/check:", on_click=say, args=(agreed,)
        )
        elsewhere = Said(replies.text("say_other_pharmacy"), session_id, turns, in_reply_to=in_reply_to)
        st.button(words.other_pharmacy, key="other-pharmacy", on_click=say, args=(elsewhere,))
        stop = Said(replies.text("say_stop"), session_id, turns, in_reply_to=in_reply_to)
        st.button(words.cancel, key="cancel-request", type="tertiary", on_click=say, args=(stop,))


def show_order(order: Mapping[str, Any], now: datetime, number: str, replies: Replies, words: Wording) -> None:
    """Show an order that was placed or cancelled in a turn.

    Args:
        order: The order as the conversation keeps it.
        now: The time at the pharmacy.
        number: The turn's number and the order's place in it, which make the card's key unique.
        replies: The assistant's words, for times.
        words: The page's words.
    """
    cancelled = order["status"] == OrderStatus.CANCELLED
    icon, title = ("cancel", words.order_cancelled) if cancelled else ("check_circle", words.order_placed)
    with st.container(border=True, key=f"{'cancelled' if cancelled else 'order'}-card-{number}"):
        st.subheader(f":material/{icon}: {title}", anchor=False)
        with st.container(key=f"order-rows-{number}", gap=None):
            _row(words.order_number, order["order_id"])
            _row(words.medicine, replies.spelled(order["medication"]))
            _row(words.amount, replies.amount(order["amount"]))
            _row(words.pharmacy, order["pharmacy"])
            if not cancelled:
                _row(words.you_pay, order["you_pay"])
                _row(words.ready, replies.moment(datetime.fromisoformat(order["ready_at"]).astimezone(now.tzinfo), now))
        if not cancelled:
            st.caption(words.pharmacist_check)


def _row(label: str, value: str) -> None:
    with st.container(horizontal=True, wrap=False, gap="xsmall"):
        st.text(label, width=LABEL_PIXELS)
        st.text(value, width="stretch")
