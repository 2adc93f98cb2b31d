"""When to collect an order, for the patient's calendar, which others may see: without a medicine."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LENGTH = timedelta(minutes=30)
PROGRAM = "-//RxFlow//Pick-up//EN"


@dataclass(frozen=True, slots=True)
class PickUp:
    """What the entry says.

    Attributes:
        reference: The order's number; a later entry of the same number replaces the earlier one.
        title: Such as `Pharmacy pick-up`.
        at: From when the order can be collected.
        place: The pharmacy's name and address.
        written_at: The present.
    """

    reference: str
    title: str
    at: datetime
    place: str
    written_at: datetime


def calendar_entry(pick_up: PickUp) -> bytes:
    """An iCalendar file (RFC 5545) with one entry, private to its owner."""
    # Loaded where it is used: few visitors need it, and each would wait for it.
    from icalendar import Calendar, Event

    entry = Event()
    entry.add("uid", f"{pick_up.reference}@rxflow")
    entry.add("dtstamp", pick_up.written_at.astimezone(UTC))
    entry.add("dtstart", pick_up.at.astimezone(UTC))
    entry.add("dtend", (pick_up.at + LENGTH).astimezone(UTC))
    entry.add("summary", pick_up.title)
    entry.add("location", pick_up.place)
    entry.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", PROGRAM)
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
