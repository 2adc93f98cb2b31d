"""Choosing a pharmacy for a prescription from the patient's words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rxflow.dialogue.pharmacy_words import PharmacyWish, read_ordinal, read_wishes
from rxflow.domain.pharmacy import Pharmacy


@dataclass(frozen=True, slots=True)
class PharmacyOption:
    """A pharmacy as it is offered: miles from the patient's ZIP code, price in US dollars, and whether it can fill."""

    pharmacy: Pharmacy
    miles: float
    patient_pays: Decimal | None
    in_stock: bool
    is_open: bool
    is_usual: bool


_FILTERS: dict[PharmacyWish, Callable[[PharmacyOption], bool]] = {
    PharmacyWish.IN_STOCK: lambda option: option.in_stock,
    PharmacyWish.DRIVE_THRU: lambda option: option.pharmacy.drive_thru,
    PharmacyWish.DELIVERY: lambda option: option.pharmacy.delivery,
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
    words: str,
    options: Sequence[PharmacyOption],
    named: Sequence[Pharmacy],
    offered: Sequence[str],
) -> tuple[PharmacyOption, ...]:
    """The options that a patient's words mean, best first.

    Args:
        words: What the patient said of the pharmacy.
        options: Every pharmacy, nearest first.
        named: The pharmacies that the words name.
        offered: The ids that were offered last, in order, for `the second one`.

    Returns:
        One option for a clear choice, several for a choice that is still open, none where the words fit nothing.
    """
    by_id = {option.pharmacy.pharmacy_id: option for option in options}
    place = read_ordinal(words, len(offered))
    if place is not None:
        return (by_id[offered[place]],)
    wishes = read_wishes(words)
    among_offered = [pharmacy for pharmacy in named if pharmacy.pharmacy_id in offered]
    named = among_offered if len(among_offered) == 1 else [item for item in named if item.pharmacy_id in by_id]
    fitting = [by_id[pharmacy.pharmacy_id] for pharmacy in named] if named else list(options)
    if not named and not wishes:
        return ()
    for wish in wishes:
        if wish in _FILTERS:
            fitting = [option for option in fitting if _FILTERS[wish](option)]
    orders = [_ORDERS[wish] for wish in wishes if wish in _ORDERS]
    if orders:
        can_fill = [option for option in fitting if option.in_stock and not option.pharmacy.is_mail_order]
        return tuple(sorted(can_fill or fitting, key=orders[0])[:1])
    if PharmacyWish.IN_STOCK in wishes and not named:
        return tuple(sorted(fitting, key=lambda option: (option.pharmacy.is_mail_order, option.miles))[:1])
    return tuple(fitting)
