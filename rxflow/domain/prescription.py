"""A prescription, its fills, and what counts as taken now."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

TAKEN_NOW_GRACE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Prescription:
    """A prescription on file.

    `generic_name` is what the label says; `drug` is the name of its record in the drug data. `quantity` counts
    `quantity_unit`s (tablets, pens, mL); `days_supply` is in days. `fills` are the dates dispensed, latest first;
    `indication` is what the patient takes it for, in their words, in English and in Spanish.
    """

    rx_number: str
    patient_id: str
    generic_name: str
    drug: str
    strength: str
    dosage_form: str
    sig: str
    quantity: int
    quantity_unit: str
    days_supply: int
    refills_authorized: int
    refills_remaining: int
    written_on: date
    fills: tuple[date, ...]
    prescriber: str
    indication: str
    indication_es: str
    status: Literal["active", "on hold", "discontinued", "transferred"] = "active"
    brand_name: str | None = None
    rxcui: str | None = None

    @property
    def label(self) -> str:
        """The label's name for it, such as `Eliquis (apixaban) 5 mg tablet`."""
        name = f"{self.brand_name} ({self.generic_name})" if self.brand_name else self.generic_name
        if self.strength.endswith(self.dosage_form):
            return f"{name} {self.strength}"
        return f"{name} {self.strength} {self.dosage_form}"

    @property
    def amount(self) -> str:
        """Quantity with its unit, such as `30 tablets`, `1 inhaler` or `15 mL`."""
        plural = "" if self.quantity == 1 or self.quantity_unit == "mL" else "s"
        return f"{self.quantity} {self.quantity_unit}{plural}"

    @property
    def last_fill(self) -> date | None:
        return self.fills[0] if self.fills else None

    def taken_for(self, language: str) -> str:
        """What the patient takes it for, in a language that the record has it in, else in English."""
        return getattr(self, f"indication_{language}", None) or self.indication

    def is_taken_now(self, today: date) -> bool:
        """Active, and last filled no longer ago than its days' supply plus 30 days."""
        if self.status != "active" or self.last_fill is None:
            return False
        return today - self.last_fill <= timedelta(days=self.days_supply + TAKEN_NOW_GRACE_DAYS)
