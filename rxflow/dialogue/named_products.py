"""The product that is named with a medicine: its strength, its brand, and its release or salt.

They are part of the name (DOMAIN.md §7): what differs from the label is asked about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rxflow.dialogue.heard_names import Heard
from rxflow.dialogue.strengths import Strength, strengths_said
from rxflow.dialogue.text import words_of
from rxflow.domain.drug import Drug
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import name_key

_RELEASES = frozenset("er xr sr xl cr succinate tartrate".split())
_LONG_ACTING = frozenset({"er", "xr"})


def strengths_of(words: Sequence[str], heard: Heard, before: int, after: int | None) -> Iterable[Strength]:
    """The strengths said of a name: after it, else before it; without a unit only right after it, or after `de`."""
    said = [
        replace(strength, start=strength.start + heard.end, end=strength.end + heard.end)
        for strength in strengths_said(words[heard.end : after])
    ]
    near = [
        strength
        for strength in said
        if strength.unit or strength.start == heard.end or words[strength.start - 1] in {"de", "at", "a"}
    ]
    return near or [strength for strength in strengths_said(words[before : heard.start]) if strength.unit]


def of_strength(own: list[Prescription], strengths: Sequence[Strength]) -> list[Prescription]:
    amounts = {strength.amount for strength in strengths}
    if len(own) < 2 or not amounts:
        return own
    return [item for item in own if amounts.intersection(words_of(item.strength))] or own


def of_brand(own: list[Prescription], heard: Heard) -> list[Prescription]:
    """Those of several with the brand that was said on the label."""
    if heard.match.kind != "brand" or len(own) < 2:
        return own
    said = name_key(heard.match.matched.split()[0])
    return [item for item in own if item.brand_name and name_key(item.brand_name.split()[0]) == said] or own


def strength_asked(item: Prescription, drug: Drug, strengths: Sequence[Strength]) -> str | None:
    """A strength that was said and is not the label's; one without a unit must be one that the drug comes in."""
    if not strengths:
        return None
    label = set(words_of(item.label))
    listed = {amount for strength in drug.strengths for amount in words_of(strength)}
    for strength in strengths:
        if strength.amount not in label and (strength.unit or strength.amount in listed):
            unit = next(iter(words_of(item.strength)[1:2]), "")
            return str(strength) if strength.unit else f"{strength.amount} {unit}".strip()
    return None


def is_other_product(heard: Heard, prescription: Prescription) -> bool:
    """Whether words name another release or salt than the label does: it is part of the name (DOMAIN.md §7)."""
    named = _RELEASES.intersection(heard.words.split())
    if not named:
        return False
    own = _RELEASES.intersection(words_of(f"{prescription.generic_name} {prescription.brand_name or ''}"))
    if "extended" in prescription.dosage_form:
        own |= _LONG_ACTING
    return not named <= own
