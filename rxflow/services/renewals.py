"""A prescription on file as it stands: the orders placed here since, and the prescriber's renewals."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rxflow.domain.case_decision import Renewal
from rxflow.domain.prescription import Prescription


def counting_renewal(prescription: Prescription, renewals: Iterable[Renewal], zone: ZoneInfo) -> Renewal | None:
    """The newest renewal of a prescription, unless the pharmacy's own record is of a later one.

    Source: DOMAIN.md §1.1 (a renewal is a new authorization by the prescriber).
    """
    own = [each for each in renewals if each.rx_number == prescription.rx_number]
    newest = max(own, key=lambda each: each.at, default=None)
    return newest if newest is not None and _day(newest, zone) >= prescription.written_on else None


def as_it_stands(
    prescription: Prescription, taken: Sequence[tuple[datetime, date]], renewals: Iterable[Renewal], zone: ZoneInfo
) -> Prescription:
    """A prescription with each order counted as a fill and a refill taken, from the renewal if there is one.

    A renewal gives its refills anew from its day: what was left before it is over. `refills_authorized` goes on
    counting, so that the next fill's number is the one after the last (`next_fill_number`). Source: DOMAIN.md §1.1.

    Args:
        prescription: As the pharmacy's record has it.
        taken: When each active order of it was placed, and the day that counts as its fill.
        renewals: What prescribers have renewed, of whichever prescription.
        zone: The pharmacies' time zone, in which a renewal's day is counted.
    """
    renewal = counting_renewal(prescription, renewals, zone)
    days = tuple(day for _, day in taken)
    if days:
        prescription = replace(prescription, fills=tuple(sorted((*prescription.fills, *days), reverse=True)))
    if renewal is None:
        return (
            replace(prescription, refills_remaining=max(0, prescription.refills_remaining - len(days)))
            if days
            else prescription
        )
    before = sum(placed_at < renewal.at for placed_at, _ in taken)
    used = prescription.refills_authorized - prescription.refills_remaining + before
    return replace(
        prescription,
        refills_authorized=used + renewal.refills,
        refills_remaining=max(0, renewal.refills - (len(days) - before)),
        written_on=_day(renewal, zone),
    )


def _day(renewal: Renewal, zone: ZoneInfo) -> date:
    return renewal.at.astimezone(zone).date()
