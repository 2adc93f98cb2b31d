"""What the API tells of an order, a quote, a prescription, a pharmacy: allow-listed, field by field."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from rxflow.api.envelopes import Representation, Wanted
from rxflow.domain.finding import Finding
from rxflow.domain.order import Order, OrderStatus, Quote
from rxflow.domain.pharmacy import Pharmacy
from rxflow.services.orders import OrderEvent

Id = Annotated[str, Field(pattern=r"^[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}$", examples=["RF-7K3M-9Q2D"])]
SessionId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{32}$")]
RxNumber = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,40}$", examples=["RX100001"])]
PharmacyId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$", examples=["PH003"])]
Dollars = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2, examples=["5.80"])]


class QuoteResource(Representation):
    """What a refill would be and cost; it stands for 30 minutes. Money is US dollars."""

    quote_id: str
    session_id: str
    rx_number: str
    medication: str
    amount: str
    pharmacy_id: str
    pharmacy_name: str
    cash_price: Decimal
    patient_pays: Decimal
    insurance_pays: Decimal | None
    ready_at: datetime
    quoted_at: datetime

    @classmethod
    def of(cls, quote: Quote) -> "QuoteResource":
        return cls.from_fields(quote)


class OrderResource(Representation):
    """A refill order. Money is US dollars."""

    order_id: str
    rx_number: str
    medication: str
    amount: str
    pharmacy_id: str
    pharmacy_name: str
    patient_pays: Decimal
    status: OrderStatus
    ready_at: datetime
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, order: Order) -> "OrderResource":
        return cls.from_fields(order)


class OrderStep(Representation):
    """One step of an order, for its track."""

    number: int
    status: OrderStatus
    at: datetime
    actor: str
    reason: str

    @classmethod
    def of(cls, event: OrderEvent) -> "OrderStep":
        return cls.from_fields(event)


class TrackedOrder(Representation):
    """An order with its history, oldest step first."""

    order: OrderResource
    steps: list[OrderStep]


class FindingResource(Representation):
    """What a rule found; `route` tells who can resolve it, and null that the patient can."""

    code: str
    severity: str
    message: str
    route: str | None

    @classmethod
    def of(cls, finding: Finding) -> "FindingResource":
        route = finding.route.value if finding.route else None
        return cls(code=finding.code.value, severity=finding.severity.value, message=finding.message, route=route)


class PrescriptionResource(Representation):
    """A prescription as it stands now, and whether the rules let it be refilled today."""

    rx_number: str
    medication: str
    directions: str
    amount: str
    days_supply: int
    refills_remaining: int
    last_fill: date | None
    prescriber: str
    may_be_refilled: bool
    findings: list[FindingResource]


class PharmacyResource(Representation):
    """A pharmacy; `miles` is as the crow flies, where a distance was asked for."""

    pharmacy_id: str
    name: str
    kind: str
    address: str
    phone: str
    latitude: float
    longitude: float
    is_open: bool
    hours_today: str | None
    wait_minutes: int | None
    drive_thru: bool
    delivery: bool
    miles: float | None

    @classmethod
    def of(cls, pharmacy: Pharmacy, local: datetime, miles: float | None = None) -> "PharmacyResource":
        """What is told of a pharmacy.

        Args:
            local: The present, by the pharmacy's clock.
        """
        hours = pharmacy.hours.on(local)
        return cls.from_fields(
            pharmacy,
            is_open=pharmacy.hours.is_open(local),
            hours_today=str(hours) if hours else None,
            miles=None if miles is None else round(miles, 2),
        )


class PriceResource(Representation):
    """What a refill costs at a pharmacy. Money is US dollars; `tier` is null without a plan."""

    pharmacy_id: str
    pharmacy_name: str
    cash_price: Decimal
    patient_pays: Decimal
    insurance_pays: Decimal | None
    tier: int | None
    preferred: bool


class WantedPrescription(Wanted):
    """A prescription of one's own, by the number on its label; in a body, for an address is logged."""

    rx_number: RxNumber
