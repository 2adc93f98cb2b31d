"""How much of each ingredient a label's directions allow in a day: a reading of sigs that shares nothing with rxflow.

The most that the directions allow counts (DOMAIN.md §1.3, PRN and ranges; §8, dose x maximum frequency). What cannot be
read is None, never a guess.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

_WORDS = {
    "a": "1",
    "an": "1",
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "half": "0.5",
}
_TIMES = {"once": "1", "twice": "2", "thrice": "3"}
_NUMBER = r"(\d+(?:\.\d+)?)"
_UNITS = (
    r"(tablets?|capsules?|caps?|tabs?|puffs?|sprays?|inhalations?|drops?|doses?|patch(?:es)?|mcg|mg|grams?|g|ml|units?)"
)
_DOSE = re.compile(rf"{_NUMBER}(?: ?(?:to|-|or) ?{_NUMBER})? ?{_UNITS}\b")
_STRENGTH = re.compile(
    r"(\d[\d,]*\.?\d*) ?(mg|mcg|g|units?|meq|%)(?: ?/ ?(\d*\.?\d*) ?(ml|actuation|dose|spray|puff|tablet|capsule))?"
)
_IN_MG = {"mg": Fraction(1), "mcg": Fraction(1, 1000), "g": Fraction(1000), "gram": Fraction(1000)}
_DAY_HOURS = 24


def doses_a_day(sig: str) -> Fraction | None:
    """How often a day the directions allow at most; None when they do not say."""
    text = _plain(sig)
    if found := re.search(rf"every {_NUMBER}(?: ?(?:to|-) ?{_NUMBER})? (hour|day|week)s?", text):
        least = min(Fraction(value) for value in found.group(1, 2) if value)
        hours = {"hour": 1, "day": _DAY_HOURS, "week": 7 * _DAY_HOURS}[found[3]]
        return Fraction(_DAY_HOURS) / (least * hours)
    if found := re.search(rf"{_NUMBER} times? (?:a |per |each |every )?(daily|day|week|weekly)\b", text):
        return Fraction(found[1]) / (7 if found[2].startswith("week") else 1)
    if re.search(
        r"\b(?:every|each|per|1 time a) week\b|\bweekly\b|\bevery (?:mon|tues|wednes|thurs|fri|satur|sun)day", text
    ):
        return Fraction(1, 7)
    if re.search(r"\bevery other day\b", text):
        return Fraction(1, 2)
    if found := re.search(r"may repeat (\d+) time", text):
        return 1 + Fraction(found[1])
    parts = ("morning", "noon|midday", "afternoon", "evening|dinner|supper", "bedtime|night")
    named = sum(bool(re.search(rf"\b(?:{part})\b", text)) for part in parts)
    if re.search(r"\b(?:with|before|after) (?:each|every|all) meals?\b", text):
        return Fraction(3 + named)
    if re.search(r"\bhourly\b", text):
        return Fraction(_DAY_HOURS)
    if named:
        return Fraction(named)
    return Fraction(1) if re.search(r"\b(?:daily|every day|each day|a day)\b", text) else None


def is_weekly(sig: str) -> bool:
    """Whether the directions plainly say once a week, and nothing of a day."""
    often = doses_a_day(sig)
    return often is not None and often <= Fraction(1, 7) and not re.search(r"\bdaily\b|\bevery day\b", _plain(sig))


def mg_a_day(prescription: Mapping[str, Any], ingredients: tuple[str, ...]) -> dict[str, Fraction] | None:
    """The most milligrams of each ingredient a day, or None when the label cannot be read.

    Args:
        prescription: A row with `sig`, `strength` and `generic_name`.
        ingredients: As the drug's record names them.
    """
    strengths, amount = _mg_per_unit(prescription["strength"]), _amount_a_day(prescription["sig"])
    if amount is None:
        return None
    units, unit = amount
    if unit in _IN_MG:
        return dict.fromkeys(ingredients, units * _IN_MG[unit])
    if unit == "unit" or not strengths:
        return None
    return {name: units * strengths[place] for name, place in _places(prescription, ingredients, strengths).items()}


def _plain(sig: str) -> str:
    text = re.sub(r"[;,()]", " ; ", sig.lower())
    text = re.sub(r"\bmaximum\b|\bno more than\b|\bup to\b|\bnot (?:to )?exceed\b", "max", text)
    for word, digit in _WORDS.items():
        text = re.sub(
            rf"\b{word}\b(?= (?:to|or|times?|tablet|capsule|puff|spray|drop|dose|patch|inhalation))", digit, text
        )
    for word, digit in _TIMES.items():
        text = re.sub(rf"\b{word}\b", f"{digit} times", text)
    text = re.sub(r"\b1 times (?=daily|a day)", "", text)
    return re.sub(r"\s+", " ", text).strip()


def _amount_a_day(sig: str) -> tuple[Fraction, str] | None:
    """Units a day and the unit they are counted in."""
    text = _plain(sig)
    if found := re.search(
        rf"max {_NUMBER}(?: {_UNITS})?(?: ?(?:per|a|in|each|every|in 1|in a) ?(?:day|24 hours))", text
    ):
        unit = found[2] or (_DOSE.search(text) or [None, None, None, "tablet"])[3]
        return Fraction(found[1]), _singular(str(unit))
    doses = [(found, text[found.end() :]) for found in _DOSE.finditer(text) if "max" not in text[: found.start()][-5:]]
    if not doses:
        return None
    total, unit = Fraction(0), _singular(doses[0][0][3])
    for place, (found, rest) in enumerate(doses):
        own = rest if place + 1 == len(doses) else text[found.end() : doses[place + 1][0].start()]
        # `Take 1 tablet and 2 tablets twice daily`: directions without a frequency of their own share the last.
        often = doses_a_day(own) or doses_a_day(rest) or doses_a_day(text)
        if often is None or _singular(found[3]) != unit:
            return None
        total += max(Fraction(value) for value in found.group(1, 2) if value) * often
    sides = 2 if re.search(r"\b(?:each|both|every) (?:nostrils?|eyes?|ears?|side)", text) else 1
    return total * sides, unit


def _singular(unit: str) -> str:
    short = {"caps": "capsule", "cap": "capsule", "tabs": "tablet", "tab": "tablet", "patches": "patch", "grams": "g"}
    return short.get(unit, unit if unit in {"mg", "mcg", "g", "ml"} else unit.rstrip("s"))


def _mg_per_unit(strength: str) -> list[Fraction]:
    """Milligrams of each component in one unit of the product, in the label's order."""
    found = []
    for value, unit, per, _of in _STRENGTH.findall(strength.lower()):
        if unit not in _IN_MG:
            return []
        found.append(Fraction(value.replace(",", "")) * _IN_MG[unit] / Fraction(per or 1))
    return found


def _places(prescription: Mapping[str, Any], ingredients: tuple[str, ...], strengths: list[Fraction]) -> dict[str, int]:
    """Which component each ingredient is: by the label's order of names; the strongest where that does not tell."""
    named = [part.strip() for part in re.split(r"[-/]", prescription["generic_name"].lower())]
    strongest = strengths.index(max(strengths))
    if len(strengths) == 1:
        return dict.fromkeys(ingredients, 0)
    if len(named) != len(strengths):
        return dict.fromkeys(ingredients, strongest)
    return {
        name: next((place for place, part in enumerate(named) if part and part in name.lower()), strongest)
        for name in ingredients
    }
