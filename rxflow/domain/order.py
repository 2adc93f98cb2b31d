"""Quotes, consent, orders and escalation cases."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

ConsentMeans = Literal["words", "button"]


class OrderStatus(StrEnum):
    SUBMITTED = "SUBMITTED"
    VERIFYING = "VERIFYING"
    FILLING = "FILLING"
    READY = "READY"
    PICKED_UP = "PICKED_UP"
    CANCELLED = "CANCELLED"


CANCELLABLE = frozenset({OrderStatus.SUBMITTED, OrderStatus.VERIFYING})
"""An order can be cancelled only before it is being filled."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What the patient is asked to agree to. Money is US dollars.

    `fill_number` counts the fills of the prescription, so that one prescription and fill is one order.
    `insurance_pays` is None when no plan is billed.
    """

    quote_id: str
    session_id: str
    patient_id: str
    rx_number: str
    fill_number: int
    medication: str
    quantity: int
    amount: str
    pharmacy_id: str
    pharmacy_name: str
    cash_price: Decimal
    patient_pays: Decimal
    insurance_pays: Decimal | None
    ready_at: datetime
    quoted_at: datetime


@dataclass(frozen=True, slots=True)
class Consent:
    """The patient's agreement to one quote, in their own next words or by its button."""

    quote_id: str
    session_id: str
    given_at: datetime
    means: ConsentMeans


@dataclass(frozen=True, slots=True)
class Order:
    """A placed refill order."""

    order_id: str
    patient_id: str
    rx_number: str
    fill_number: int
    medication: str
    quantity: int
    amount: str
    pharmacy_id: str
    pharmacy_name: str
    patient_pays: Decimal
    status: OrderStatus
    ready_at: datetime
    created_at: datetime
    updated_at: datetime
