"""Pharmacies, their hours and their stock."""

from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Opening and closing time on one day; closing at 00:00 means the end of the day."""

    opens: time
    closes: time

    @classmethod
    def parse(cls, text: str) -> "OpeningHours":
        """Read `08:00-22:00`; `24:00` is the end of the day.

        Raises:
            ValueError: The text has another form.
        """
        opens, _, closes = text.partition("-")
        return cls(time.fromisoformat(opens), time.fromisoformat("00:00" if closes == "24:00" else closes))

    def covers(self, at: time) -> bool:
        return self.opens <= at and (self.closes == time(0) or at < self.closes)

    def __str__(self) -> str:
        if self.opens == self.closes == time(0):
            return "open 24 hours"
        return f"{_clock(self.opens)} to {_clock(self.closes)}"


def _clock(at: time) -> str:
    """`8 am`, `9:30 am`, `midnight`."""
    if at == time(0):
        return "midnight"
    hour = at.hour % 12 or 12
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{hour}{minutes} {'am' if at.hour < 12 else 'pm'}"


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Hours by kind of day; None is closed."""

    weekday: OpeningHours | None
    saturday: OpeningHours | None
    sunday: OpeningHours | None

    def on(self, at: datetime) -> OpeningHours | None:
        """The hours on the day of a local time."""
        return self.weekday if at.weekday() < 5 else self.saturday if at.weekday() == 5 else self.sunday

    def is_open(self, at: datetime) -> bool:
        hours = self.on(at)
        return hours is not None and hours.covers(at.time())


@dataclass(frozen=True, slots=True)
class Pharmacy:
    """A pharmacy. `price_index` multiplies base prices; `wait_minutes` is None for mail order."""

    pharmacy_id: str
    name: str
    kind: str
    street: str
    city: str
    state: str
    zip: str
    latitude: float
    longitude: float
    phone: str
    hours: WeeklyHours
    drive_thru: bool
    delivery: bool
    price_index: Decimal
    wait_minutes: int | None = None
    carries_controlled: bool = True
    pediatric_only: bool = False

    @property
    def chain(self) -> str:
        """The first word of its name, such as Walgreens."""
        return self.name.split()[0]

    @property
    def is_mail_order(self) -> bool:
        return self.kind == "mail order"

    @property
    def address(self) -> str:
        return f"{self.street}, {self.city}, {self.state} {self.zip}"


@dataclass(frozen=True, slots=True)
class ZipCode:
    """A postal code with the coordinates of its centre in degrees."""

    zip: str
    city: str
    state: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class StockException:
    """How many fills of a product a pharmacy can still make; None is plenty."""

    pharmacy_id: str
    generic_name: str
    strength: str
    fills_available: int | None
