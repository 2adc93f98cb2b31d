"""Insurance plans, formularies and prior authorizations; money is Decimal US dollars."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan's cost sharing and how it counts refill dates.

    `refill_threshold` is the part of the days' supply that must be used before a refill, rounded to whole days as
    `refill_rounding` says; the day of a fill is day `refill_fill_day`. With `refill_counts_on_hand` early fills add up.
    """

    plan_id: str
    name: str
    kind: str
    refill_threshold: Decimal
    tier1_copay: Decimal
    tier2_copay: Decimal
    tier3_copay: Decimal
    tier4_coinsurance: Decimal
    deductible: Decimal
    preferred_pharmacies: tuple[str, ...]
    mail_order_90_day: bool
    refill_rounding: Literal["up", "down"] = "up"
    refill_fill_day: Literal[0, 1] = 0
    refill_counts_on_hand: bool = False


@dataclass(frozen=True, slots=True)
class StepTherapy:
    """How many of the listed medicines must have been tried first."""

    description: str
    try_first: tuple[str, ...]
    minimum: int


@dataclass(frozen=True, slots=True)
class QuantityLimit:
    """The most that the plan pays for in a number of days."""

    quantity: int
    unit: str
    days: int


@dataclass(frozen=True, slots=True)
class FormularyEntry:
    """What a plan says of one medicine."""

    plan_id: str
    generic_name: str
    tier: int
    prior_authorization: bool = False
    step_therapy: StepTherapy | None = None
    quantity_limit: QuantityLimit | None = None
    covered: bool = True


@dataclass(frozen=True, slots=True)
class Authorization:
    """A prior authorization; valid from `starts_on`, where it is given, through `expires_on`."""

    patient_id: str
    generic_name: str
    status: str
    expires_on: date
    reference: str
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class BasePrice:
    """Cash price for one unit of a product at a pharmacy whose price index is 1."""

    generic_name: str
    strength: str
    dosage_form: str
    unit_price: Decimal
    brand_unit_price: Decimal | None = None
