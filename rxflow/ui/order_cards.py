"""The order to agree to, and the order that was placed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from rxflow.domain.order import OrderStatus, Quote
from rxflow.prompts.replies import Replies
from rxflow.ui.chat_cards import SaidOf
from rxflow.ui.chat_charts import price_in_words, price_spec
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.rows import show_row
from rxflow.ui.visit import Said, say
from rxflow.workflow import facts


def show_quotes(quotes: Sequence[Quote], now: datetime, said: SaidOf, replies: Replies, words: ChatWording) -> None:
    """Show what the patient is asked to agree to, with a way to change each line: one answer for all of it.

    Args:
        quotes: The orders as they would be placed.
        now: The time at the pharmacy.
        said: Makes a message that answers the reply that the quotes end.
        replies: The assistant's words: the buttons say what a patient would write.
        words: The page's words.
    """
    with st.container(border=True, key="quote-card"):
        st.header(f":material/receipt_long: {words.confirm_title}", anchor=False)
        st.caption(words.check_title)
        for position, quote in enumerate(quotes):
            if position:
                st.divider()
            with st.container(key=f"quote-rows-{position}", gap=None):
                drop = replies.text("say_drop", medication=quote.medication) if len(quotes) > 1 else None
                change = said(drop or replies.text("say_start_over"))
                _quote_rows(quote, position, now, change, said, replies, words)
                if len(quotes) > 1:
                    show_row(words.you_pay, facts.money(quote.patient_pays) or "")
        _price(quotes, said, replies, words)
        _answers(quotes, said, replies, words)
        st.caption(words.confirm_hint)


def _quote_rows(
    quote: Quote, position: int, now: datetime, medicine: Said, said: SaidOf, replies: Replies, words: ChatWording
) -> None:
    name = replies.spelled(quote.medication)
    elsewhere, faster = said(replies.text("say_other_pharmacy")), said(replies.text("say_fastest"))
    is_first = position == 0
    show_row(
        words.medicine,
        name,
        _link(f"medicine-{position}", words, words.change_medicine.format(medicine=name), medicine),
    )
    show_row(words.amount, replies.amount(quote.amount))
    at = _link("pharmacy", words, words.change_pharmacy, elsewhere) if is_first else None
    show_row(words.pharmacy, quote.pharmacy_name, at)
    ready = replies.moment(quote.ready_at.astimezone(now.tzinfo), now)
    show_row(words.ready, ready, _link("ready", words, words.change_ready, faster) if is_first else None)
    show_row(words.insurance_pays, facts.money(quote.insurance_pays) or words.no_insurance)


def _price(quotes: Sequence[Quote], said: SaidOf, replies: Replies, words: ChatWording) -> None:
    """What is paid in all, with and without insurance, as figures and as bars."""
    total = sum((quote.patient_pays for quote in quotes), Decimal(0))
    cash = sum((quote.cash_price for quote in quotes), Decimal(0))
    is_insured = any(quote.insurance_pays is not None for quote in quotes)
    cheaper = said(replies.text("say_cheapest"))
    with st.container(key="quote-price"):
        title = words.you_pay if len(quotes) == 1 else words.you_pay_in_all
        show_row(title, facts.money(total) or "", _link("price", words, words.change_price, cheaper))
    told = price_in_words(total if is_insured else None, cash, words)
    with st.container(key="quote-compared", gap="xsmall"):
        st.text(told)
        if is_insured and total < cash:
            st.vega_lite_chart(price_spec(total, cash, words), alt=told)


def _link(key: str, words: ChatWording, help_text: str, said: Said) -> partial[bool]:
    """A button at the end of a line that changes it."""
    return partial(
        st.button, words.change, key=f"change-{key}", type="tertiary", help=help_text, on_click=say, args=(said,)
    )


def _answers(quotes: Sequence[Quote], said: SaidOf, replies: Replies, words: ChatWording) -> None:
    with st.container(horizontal=True, key="quote-answers"):
        agreed = said(replies.text("say_place_order")).agreeing_to(quote.quote_id for quote in quotes)
        st.button(
            words.place_order, key="place-order", type="primary", icon=":material/check:", on_click=say, args=(agreed,)
        )
        elsewhere = said(replies.text("say_other_pharmacy"))
        st.button(words.other_pharmacy, key="other-pharmacy", on_click=say, args=(elsewhere,))
        stop = said(replies.text("say_stop"))
        st.button(words.cancel, key="cancel-request", type="tertiary", on_click=say, args=(stop,))


def show_order(order: Mapping[str, Any], now: datetime, number: str, replies: Replies, words: ChatWording) -> None:
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
        st.header(f":material/{icon}: {title}", anchor=False)
        with st.container(key=f"order-rows-{number}", gap=None):
            show_row(words.order_number, order["order_id"])
            show_row(words.medicine, replies.spelled(order["medication"]))
            show_row(words.amount, replies.amount(order["amount"]))
            show_row(words.pharmacy, order["pharmacy"])
            if not cancelled:
                show_row(words.you_pay, order["you_pay"])
                show_row(
                    words.ready, replies.moment(datetime.fromisoformat(order["ready_at"]).astimezone(now.tzinfo), now)
                )
        if not cancelled:
            st.caption(words.reference_hint)
            st.caption(words.pharmacist_check)
