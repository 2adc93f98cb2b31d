"""Choosing a pharmacy for a prescription from the patient's words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal

from rxflow.dialogue.opening_words import read_opening
from rxflow.dialogue.pharmacy_words import PharmacyWish, asks_for_other, read_ordinal, read_unwanted, read_wishes
from rxflow.domain.pharmacy import Pharmacy, WeeklyHours
from rxflow.services.pharmacy_names import PharmacyNames


@dataclass(frozen=True, slots=True)
class PharmacyOption:
    """A pharmacy as it is offered: miles from the patient's ZIP code, price in US dollars, and whether it can fill."""

    pharmacy: Pharmacy
    miles: float
    patient_pays: Decimal | None
    in_stock: bool
    is_open: bool
    is_usual: bool


Options = Sequence[PharmacyOption]


def _never_closes(hours: WeeklyHours) -> bool:
    days = (hours.weekday, hours.saturday, hours.sunday)
    return all(day is not None and day.opens == day.closes == time(0) for day in days)


_FILTERS: dict[PharmacyWish, Callable[[PharmacyOption], bool]] = {
    PharmacyWish.IN_STOCK: lambda option: option.in_stock,
    PharmacyWish.DRIVE_THRU: lambda option: option.pharmacy.drive_thru,
    PharmacyWish.DELIVERY: lambda option: option.pharmacy.delivery,
    PharmacyWish.ALL_HOURS: lambda option: _never_closes(option.pharmacy.hours),
    PharmacyWish.OPEN_NOW: lambda option: option.is_open,
    PharmacyWish.USUAL: lambda option: option.is_usual,
}


def _price(option: PharmacyOption) -> Decimal:
    return option.patient_pays if option.patient_pays is not None else Decimal("Infinity")


_ORDERS: dict[PharmacyWish, Callable[[PharmacyOption], tuple[object, ...]]] = {
    PharmacyWish.NEAREST: lambda option: (option.miles,),
    PharmacyWish.CHEAPEST: lambda option: (_price(option), not option.is_usual, option.miles),
    PharmacyWish.FASTEST: lambda option: (
        not option.is_open,
        option.pharmacy.wait_minutes if option.pharmacy.wait_minutes is not None else 10_000,
        option.miles,
    ),
}


def choose(
    words: str, options: Options, named: Sequence[Pharmacy], offered: Sequence[str], now: datetime | None = None
) -> tuple[PharmacyOption, ...]:
    """The options that a patient's words mean, best first.

    Args:
        words: What the patient said of the pharmacy.
        options: The pharmacies to choose from, nearest first; those offered last are among them.
        named: The pharmacies that the words name, wanted or not.
        offered: The ids that were offered last, in order, for `the second one`.
        now: The local time, from which `tonight` and `Sunday` are told; without it any day and time will do.

    Returns:
        One option for a clear choice, several for a choice that is still open, none where the words fit nothing.
    """
    by_id = {option.pharmacy.pharmacy_id: option for option in options}
    place = read_ordinal(words, len(offered))
    if place is not None:
        return (by_id[offered[place]],)
    if (other := _other(words, offered, by_id)) is not None:
        return (other,)
    wanted, unwanted = read_unwanted(words)
    refused = {pharmacy.pharmacy_id for pharmacy in PharmacyNames(named).find(unwanted)} if unwanted else set()
    if refused:
        named = [pharmacy for pharmacy in PharmacyNames(named).find(wanted) if pharmacy.pharmacy_id not in refused]
    wishes = read_wishes(wanted)
    among_offered = [pharmacy for pharmacy in named if pharmacy.pharmacy_id in offered]
    named = among_offered if len(among_offered) == 1 else [item for item in named if item.pharmacy_id in by_id]
    if not named and not wishes and not refused:
        return ()
    meant = [by_id[pharmacy.pharmacy_id] for pharmacy in named] if named else list(options)
    meant = [option for option in meant if option.pharmacy.pharmacy_id not in refused]
    return _best(wishes, _fitting(wanted, wishes, meant, now), is_named=bool(named))


def _other(words: str, offered: Sequence[str], by_id: dict[str, PharmacyOption]) -> PharmacyOption | None:
    """The one of two offered that is not the usual pharmacy, for `the other one`."""
    others = [by_id[pharmacy_id] for pharmacy_id in offered if not by_id[pharmacy_id].is_usual]
    return others[0] if len(offered) == 2 and len(others) == 1 and asks_for_other(words) else None


def _fitting(
    words: str, wishes: Sequence[PharmacyWish], options: Options, now: datetime | None
) -> list[PharmacyOption]:
    """The options that have all that is asked for."""
    fitting = list(options)
    for wish in wishes:
        if wish in _FILTERS:
            fitting = [option for option in fitting if _FILTERS[wish](option)]
    if PharmacyWish.OPEN_THEN in wishes and now is not None and (opening := read_opening(words)) is not None:
        fitting = [option for option in fitting if opening.fits(option.pharmacy.hours, now)]
    return fitting


def _best(wishes: Sequence[PharmacyWish], fitting: Options, *, is_named: bool) -> tuple[PharmacyOption, ...]:
    """The best option where the wishes put them in order, otherwise all."""
    orders = [_ORDERS[wish] for wish in wishes if wish in _ORDERS]
    if orders:
        can_fill = [option for option in fitting if option.in_stock and not option.pharmacy.is_mail_order]
        return tuple(sorted(can_fill or fitting, key=orders[0])[:1])
    if PharmacyWish.IN_STOCK in wishes and not is_named:
        return tuple(sorted(fitting, key=lambda option: (option.pharmacy.is_mail_order, option.miles))[:1])
    return tuple(fitting)
