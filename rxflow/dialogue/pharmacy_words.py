"""How patients mean a pharmacy without naming it: nearest, cheapest, usual, with a drive-through, the second one."""

import re
from enum import StrEnum

from rxflow.dialogue.text import plain, words_of


class PharmacyWish(StrEnum):
    NEAREST = "nearest"
    CHEAPEST = "cheapest"
    FASTEST = "fastest"
    USUAL = "usual"
    IN_STOCK = "in_stock"
    DRIVE_THRU = "drive_thru"
    DELIVERY = "delivery"
    OPEN_NOW = "open_now"


_WISHES = tuple(
    (wish, re.compile(pattern))
    for wish, pattern in (
        (PharmacyWish.NEAREST, r"\b(?:near(?:est|by)?|clos(?:e|er|est)|cerca|cercana|proxima)\b"),
        (PharmacyWish.CHEAPEST, r"\b(?:cheap(?:er|est)?|lowest|least expensive|best price|barat[ao]|economic[ao]|menor precio)\b"),
        (PharmacyWish.FASTEST, r"\b(?:fast(?:er|est)?|quick(?:er|est)?|soonest|shortest wait|rapid[ao])\b"),
        (PharmacyWish.USUAL, r"\b(?:usual|same(?: one| place)?|regular|my pharmacy|preferred|always|de siempre|la misma|mi farmacia)\b"),
        (PharmacyWish.IN_STOCK, r"\b(?:(?:has|have|got) (?:it|them)|in stock|available|la tenga|tengan|disponible)\b"),
        (PharmacyWish.DRIVE_THRU, r"\b(?:drive.?(?:thru|through|up)|autoservicio|ventanilla)\b"),
        (PharmacyWish.DELIVERY, r"\b(?:deliver(?:y|s|ed)?|domicilio|a casa)\b"),
        (PharmacyWish.OPEN_NOW, r"\b(?:open(?: right)? now|24 ?(?:hours?|hr|/7)|abierta ahora)\b"),
    )
)  # fmt: skip

_ORDINALS = {
    "first": 1, "1st": 1, "one": 1, "1": 1, "primera": 1, "primero": 1, "second": 2, "2nd": 2, "two": 2, "2": 2,
    "segunda": 2, "segundo": 2, "third": 3, "3rd": 3, "three": 3, "3": 3, "tercera": 3, "tercero": 3, "last": -1,
    "ultima": -1, "ultimo": -1,
}  # fmt: skip
_ORDINAL = re.compile(
    r"^(?:(?:the|number|option|la|el|numero|opcion|please|i'll take|i want|let's do|go with|quiero)\s+)*"
    r"(first|second|third|last|1st|2nd|3rd|one|two|three|1|2|3|primer[ao]|segund[ao]|tercer[ao]|ultim[ao])"
    r"(?:\s+(?:one|option|choice|please|opcion|por favor))*[.!]?$"
)


def read_wishes(text: str) -> tuple[PharmacyWish, ...]:
    """What a patient asks of a pharmacy, such as nearest and open now."""
    spoken = plain(text)
    return tuple(wish for wish, pattern in _WISHES if pattern.search(spoken))


def read_ordinal(text: str, count: int) -> int | None:
    """The place in a list of `count` that a patient points at, from 0, or None.

    Args:
        text: Words such as `the second one` or `2`.
        count: How many choices were offered.
    """
    found = _ORDINAL.match(" ".join(words_of(text)))
    if found is None or count == 0:
        return None
    place = _ORDINALS[found.group(1)]
    index = count - 1 if place == -1 else place - 1
    return index if index < count else None
