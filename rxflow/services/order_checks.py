"""What the order gate checks of a quote and its consent before it asks the clinical rules again."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from rxflow.domain.order import Consent, Order, Quote
from rxflow.domain.prescription import Prescription
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.session_repository import Session, SessionRepository
from rxflow.persistence.transaction import Transaction
from rxflow.services.order_refusals import refusal

QUOTE_VALID_FOR = timedelta(minutes=30)
MAY_BE_LATER = timedelta(hours=1)
"""How much later than quoted an order may be ready without asking the patient again."""
CONSENT_MEANS = frozenset({"words", "button"})


def next_fill_number(prescription: Prescription, active_orders: tuple[Order, ...]) -> int:
    """Which fill of a prescription an order would be: the first is 1, and one given back by a cancel is used again.

    Args:
        prescription: With its active orders taken off `refills_remaining`.
        active_orders: The patient's orders that are not cancelled.
    """
    taken = {order.fill_number for order in active_orders if order.rx_number == prescription.rx_number}
    remaining_on_file = prescription.refills_remaining + len(taken)
    first_ordered_here = prescription.refills_authorized - remaining_on_file + 2
    return next(number for number in count(first_ordered_here) if number not in taken)


def check_agreed(quote: Quote, consent: Consent, now: datetime, tx: Transaction) -> Session:
    """The quote is the one that was shown, and the consent is to it, in its conversation, by its patient, after it.

    Returns:
        The conversation.
    """
    if OrderRepository(tx).quote(quote.quote_id) != quote:
        raise refusal("QUOTE_MISMATCH")
    session = SessionRepository(tx).get(consent.session_id)
    if (
        (consent.quote_id, consent.session_id) != (quote.quote_id, quote.session_id)
        or session is None
        or session.ended_at is not None
        or session.patient_id != quote.patient_id
        or consent.means not in CONSENT_MEANS
        or consent.given_at.utcoffset() is None
        or not quote.quoted_at <= consent.given_at <= now
    ):
        raise refusal("NO_CONSENT")
    return session


def check_current(quote: Quote, now: datetime, orders: OrderRepository) -> None:
    """The quote stands, is no older than 30 minutes, and is its conversation's newest for the prescription."""
    if not timedelta(0) <= now - quote.quoted_at <= QUOTE_VALID_FOR:
        raise refusal("QUOTE_EXPIRED")
    is_withdrawn, is_newest = orders.standing(quote)
    if is_withdrawn:
        raise refusal("QUOTE_WITHDRAWN")
    if not is_newest:
        raise refusal("QUOTE_SUPERSEDED")


def check_unchanged(quote: Quote, now: Quote) -> None:
    """What would be quoted now is what was agreed to; its id and its times are new by nature, but not much later."""
    if now.ready_at - quote.ready_at > MAY_BE_LATER:
        raise refusal("QUOTE_SUPERSEDED")
    if (quote.cash_price, quote.patient_pays, quote.insurance_pays) != (
        now.cash_price,
        now.patient_pays,
        now.insurance_pays,
    ):
        raise refusal("PRICE_CHANGED")
    if replace(now, quote_id=quote.quote_id, ready_at=quote.ready_at, quoted_at=quote.quoted_at) != quote:
        raise refusal("QUOTE_SUPERSEDED")
