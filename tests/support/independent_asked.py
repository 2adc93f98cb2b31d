"""One refill as the independent checker looks at it: who asks for what, where, on which day, and what went before."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.support.independent_world import Row, World

TAKEN_AFTER_SUPPLY_DAYS = 30


@dataclass(frozen=True)
class Earlier:
    """An order that stood when another was placed; `supplied_on` is the local day on which its supply began."""

    rx_number: str
    pharmacy_id: str
    supplied_on: date


@dataclass(frozen=True)
class Refill:
    """A refill ordered on a local day, after the orders that stood then (everyone's).

    `reported` is what the patient had told of themselves: kinds with their subjects, such as an allergy or a medicine.
    """

    patient_id: str
    rx_number: str
    pharmacy_id: str
    on: date
    earlier: tuple[Earlier, ...] = ()
    reported: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Asked:
    world: World
    refill: Refill
    patient: Row
    item: Row
    drug: Row | None

    @property
    def own(self) -> list[Row]:
        return [row for row in self.world.prescriptions.values() if row["patient_id"] == self.patient["patient_id"]]

    @property
    def schedule(self) -> str:
        return str(self.drug["schedule"]) if self.drug else "unknown"

    @property
    def conditions(self) -> str:
        """What the patient has, on file and by their own word."""
        return " ".join((*self.patient["conditions"], *(kind for kind, _ in self.refill.reported))).lower()

    @property
    def allergies(self) -> list[Row]:
        """What the patient reacts to, on file and by their own word."""
        told = [subject for kind, subject in self.refill.reported if kind in {"allergy", "reaction"} and subject]
        return [
            *self.patient["allergies"],
            *({"substance": each, "reaction": "reported", "severity": "moderate"} for each in told),
        ]

    def ordered_before(self, item: Row) -> list[Earlier]:
        return [order for order in self.refill.earlier if order.rx_number == item["rx_number"]]

    def last_supply(self, item: Row) -> date | None:
        days = [*self.world.fills_of(item), *(order.supplied_on for order in self.ordered_before(item))]
        return max(days, default=None)

    def taken_now(self) -> list[Row]:
        """The other medicines that count as taken now (demo world: active, supplied no longer ago than supply + 30)."""
        return [item for item in self.own if item is not self.item and self._is_taken(item)]

    def _is_taken(self, item: Row) -> bool:
        last = self.last_supply(item)
        lasts = timedelta(days=item["days_supply"] + TAKEN_AFTER_SUPPLY_DAYS)
        return item["status"] == "active" and last is not None and self.refill.on <= last + lasts
