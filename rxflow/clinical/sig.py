"""Reading a prescription's directions: how much at once, and how often."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_NUMBER_WORDS = {
    "one-half": "0.5", "one half": "0.5", "a half": "0.5", "half a": "0.5", "half": "0.5", "one": "1", "two": "2",
    "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "once": "1 times", "twice": "2 times", "thrice": "3 times",
}  # fmt: skip
_WORDS = re.compile(r"\b(" + "|".join(re.escape(word) for word in _NUMBER_WORDS) + r")\b")
_ABBREVIATIONS = (
    (re.compile(r"\bq\.?\s*(\d+)(?:\s*-\s*(\d+))?\s*h(?:rs?|ours?)?\b"), r"every \1 to \2 hours"),
    (re.compile(r"\b(?:q\.?d|qday)\b"), "1 times daily"),
    (re.compile(r"\bb\.?i\.?d\b"), "2 times daily"),
    (re.compile(r"\bt\.?i\.?d\b"), "3 times daily"),
    (re.compile(r"\bq\.?i\.?d\b"), "4 times daily"),
    (re.compile(r"\bq\.?hs\b"), "at bedtime"),
)
_NUMBER = r"(\d+/[1-9]\d*|\d+(?:\.\d+)?(?:\s+\d+/[1-9]\d*)?)"
_RANGE = rf"{_NUMBER}(?:\s*(?:-|to|or)\s*{_NUMBER})?"
_UNIT = (
    r"(mcg|micrograms?|mg|milligrams?|g|grams?|ml|milliliters?|units?|tablets?|tabs?|capsules?|caps?|softgels?|"
    r"lozenges?|films?|suppositor(?:y|ies)|puffs?|inhalations?|sprays?|doses?|pens?|patch(?:es)?|drops?)"
)
AMOUNT = re.compile(rf"\b{_RANGE}\s*{_UNIT}\b(?!\s*/)")
_STATED_MAXIMUM = re.compile(
    rf"\(?\b(?:max(?:imum)?(?:\s+of)?|no more than|not? to exceed|do not (?:exceed|take more than))\s*:?\s*"
    rf"{_NUMBER}\s*{_UNIT}?\s*(?:per|a|in (?:a|1)|/|in|each|every|daily)?\s*(?:day|24 hours?|daily|24h)?\b\)?"
)
_REPEAT = re.compile(r"may (?:be )?repeat(?:ed)?(?:\s+(?:(\d+) times)?)?[^.;]*")
_RESTATED = re.compile(rf"\(\s*{_RANGE}\s*{_UNIT}\b[^)]*\)")
_OF_STRENGTH = re.compile(
    r"(?<=\d)\s+\d+(?:\.\d+)?\s?(?:mg|mcg|g)(?=\s+(?:tablets?|tabs?|capsules?|caps?|softgels?|lozenges?|films?|patch(?:es)?)\b)"
)
_MIXED_NUMBER = re.compile(r"\b(\d+) and (?:0\.5|1/2)\b")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_DURATION = re.compile(r"\bfor (?:up to )?\d+(?: to \d+)? (?:days?|weeks?|months?)\b")
_WEEKDAYS = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_DAY_PARTS = (
    re.compile(r"\bmornings?\b|\bbreakfast\b|\bam\b"),
    re.compile(r"\bnoon\b|\blunch\b|\bmidday\b"),
    re.compile(r"\bafternoons?\b"),
    re.compile(r"\bevenings?\b|\bdinner\b|\bsupper\b|\bpm\b"),
    re.compile(r"\bbedtime\b|\bnight(?:ly)?\b|\bnights\b"),
)

_BOTH_SIDES = re.compile(r"\b(?:each|both) (?:nostrils?|eyes?|ears?)\b")
_SINGULARS = {"patches": "patch", "suppositories": "suppository", "tab": "tablet", "tabs": "tablet", "cap": "capsule",
              "caps": "capsule", "micrograms": "mcg", "microgram": "mcg", "milligrams": "mg", "milligram": "mg",
              "grams": "g", "gram": "g", "milliliters": "ml", "milliliter": "ml", "inhalations": "puff",
              "inhalation": "puff", "sprays": "spray"}  # fmt: skip

FREQUENCIES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Fraction]], ...] = (
    (re.compile(rf"every {_RANGE}\s*h(?:ou)?rs?\b"), lambda m: _per_day(m, Fraction(1, 24))),
    (re.compile(r"(?:every|each) hour\b|hourly"), lambda m: Fraction(24)),
    (re.compile(rf"every {_RANGE}\s*days?\b"), lambda m: _per_day(m, Fraction(1))),
    (re.compile(rf"every {_RANGE}\s*weeks?\b"), lambda m: _per_day(m, Fraction(7))),
    (re.compile(rf"every {_RANGE}\s*months?\b"), lambda m: _per_day(m, Fraction(28))),
    (re.compile(r"every other day"), lambda m: Fraction(1, 2)),
    (re.compile(r"every other week"), lambda m: Fraction(1, 14)),
    (re.compile(rf"{_RANGE} times (?:weekly|a week|per week|each week|every week)"), lambda m: _most(m) / 7),
    (re.compile(rf"{_RANGE} times (?:monthly|a month|per month|each month)"), lambda m: _most(m) / 28),
    (re.compile(rf"{_RANGE} times (?:daily|a day|per day|each day|every day)"), lambda m: _most(m)),
    (re.compile(r"\bweekly\b|(?:every|each|a|per) week\b"), lambda m: Fraction(1, 7)),
    (re.compile(r"\bmonthly\b|(?:every|each|a|per) month\b"), lambda m: Fraction(1, 28)),
)
_DAILY = re.compile(r"\bdaily\b|(?:every|each|a|per) day\b")

MOST_READ = 2048
"""How many directions are remembered as they were read: several rules ask for the same, turn after turn."""


@dataclass(frozen=True, slots=True)
class Dose:
    """One amount of the directions: the most taken at once, in a unit in the singular, and how often a day."""

    amount: Fraction
    unit: str
    per_day: Fraction


@dataclass(frozen=True, slots=True)
class Directions:
    """Directions as they were read; `maximum` is the most a day that they state, in `maximum_unit` if they say one."""

    doses: tuple[Dose, ...]
    maximum: Fraction | None
    maximum_unit: str | None


@lru_cache(maxsize=MOST_READ)
def read(sig: str) -> Directions | None:
    """The amounts of directions with their frequencies, or None where one of them cannot be read.

    A range counts with its most, an interval with its shortest, `may repeat once` as two doses, and both nostrils or
    eyes as two. Source: DOMAIN.md §1.3 (maximum daily use in the sig).
    """
    text, maximum, maximum_unit = take_stated_maximum(normalize(sig))
    text, repeats = take_repeat(drop_restated_amount(drop_strength(text)))
    amounts = list(AMOUNT.finditer(text))
    doses = []
    for match, following in zip(amounts, [*amounts[1:], None], strict=False):
        clause = text[match.end() : following.start()] if following else text[match.end() :]
        rate = _rate(text, repeats, maximum, maximum_unit) if len(amounts) == 1 else doses_per_day(clause)
        if not rate:
            return None
        sides = 2 if _BOTH_SIDES.search(clause) else 1
        amount = max(number(part) for part in match.groups()[:2] if part)
        doses.append(Dose(amount * sides, singular(match[3]), rate))
    return Directions(tuple(doses), maximum, singular(maximum_unit) if maximum_unit else None) if doses else None


def singular(unit: str) -> str:
    """`patch` for `patches`, `tablet` for `tablets` and `tabs`."""
    unit = unit.lower()
    if unit in _SINGULARS:
        return _SINGULARS[unit]
    return unit.removesuffix("s")


def _rate(text: str, repeats: int, maximum: Fraction | None, maximum_unit: str | None) -> Fraction | None:
    """Doses a day; without a frequency, the stated maximum or the repeats say how many."""
    rate = doses_per_day(text)
    if rate is not None:
        return rate * repeats
    if repeats > 1:
        return Fraction(repeats)
    return maximum if maximum_unit is None or maximum_unit.startswith("dose") else None


def normalize(sig: str, keep_durations: bool = False) -> str:
    """The directions in lower case with numbers as digits and Latin abbreviations spelled out.

    Args:
        sig: Directions in English.
        keep_durations: Whether `for 10 days` stays; the dose a day does not depend on it.
    """
    text = _THOUSANDS.sub("", sig.lower().replace("½", " 1/2").replace("–", "-").replace("—", "-"))
    text = _WORDS.sub(lambda match: _NUMBER_WORDS[match[1]], text)
    for pattern, words in _ABBREVIATIONS:
        text = pattern.sub(words, text)
    text = _MIXED_NUMBER.sub(r"\1 1/2", text.replace(" to  hours", " hours"))
    return text if keep_durations else _DURATION.sub("", text)


def drop_restated_amount(text: str) -> str:
    """The directions without an amount said twice, as in `1 tablet (500 mg)`."""
    return _RESTATED.sub("", text)


def drop_strength(text: str) -> str:
    """The directions without the strength of what is counted: `2 200 mg tablets` are two tablets, not 200 mg."""
    return _OF_STRENGTH.sub("", text)


def take_stated_maximum(text: str) -> tuple[str, Fraction | None, str | None]:
    """The directions without a stated daily maximum, that maximum, and its unit, if any."""
    match = _STATED_MAXIMUM.search(text)
    if match is None:
        return text, None, None
    return text[: match.start()] + text[match.end() :], number(match[1]), match[2]


def take_repeat(text: str) -> tuple[str, int]:
    """The directions without `may repeat once after 2 hours`, and the doses that it allows in all (1 without it)."""
    match = _REPEAT.search(text)
    if match is None:
        return text, 1
    return text[: match.start()] + text[match.end() :], 1 + int(match[1] or 1)


def doses_per_day(text: str) -> Fraction | None:
    """The highest number of doses a day that normalized directions allow, or None when they name no frequency.

    The shortest interval of a range counts (DOMAIN.md §1.3). Less than one a day is a fraction: weekly is 1/7.
    """
    for pattern, rate in FREQUENCIES:
        if match := pattern.search(text):
            return rate(match)
    if weekdays := set(_WEEKDAYS.findall(text)):
        return Fraction(len(weekdays), 7)
    if parts := sum(1 for pattern in _DAY_PARTS if pattern.search(text)):
        return Fraction(parts)
    return Fraction(1) if _DAILY.search(text) else None


def number(text: str) -> Fraction:
    """`2`, `0.5`, `1/2` or `1 1/2` as an exact number."""
    return sum((Fraction(part) for part in text.split()), Fraction(0))


def _numbers(match: re.Match[str]) -> list[Fraction]:
    return [number(text) for text in match.groups() if text]


def _per_day(match: re.Match[str], unit_days: Fraction) -> Fraction:
    """Doses a day at the shortest interval, in units of `unit_days`; 0 when the interval makes no sense."""
    shortest = min(_numbers(match))
    return 1 / (shortest * unit_days) if shortest else Fraction(0)


def _most(match: re.Match[str]) -> Fraction:
    return max(_numbers(match))
