"""Directions as a row of known phrases, so that they can be said in plain words and in other languages.

`sig.read` gives what a dose check needs, and passes over the rest. Here every word counts: directions with one word
that is not known are not read at all, and the label's own words are told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from rxflow.clinical import sig as directions

AMOUNT = "amount"
"""The phrase that is a number of units, such as `1 to 2 tablets`."""
EACH = "each"
"""The strength of one unit, as in `two 200 mg tablets` and `(200 mg each)`."""
HIGHEST = "most"
"""Phrases that begin so state a maximum: an amount with a unit, or a number of doses."""

_N = r"(\d+/[1-9]\d*|\d+(?:\.\d+)?(?:\s+\d+/[1-9]\d*)?)"
_RANGE = rf"{_N}(?:\s*(?:-|to|or)\s*{_N})?"
_UNIT = (
    r"(?P<unit>mcg|micrograms?|mg|milligrams?|g|grams?|ml|milliliters?|units?|tablets?|tabs?|capsules?|caps?|softgels?|"
    r"lozenges?|films?|suppositor(?:y|ies)|puffs?|inhalations?|sprays?|doses?|pens?|patch(?:es)?|drops?)"
)
_A_DAY = r"(?:daily|a day|per day|each day|every day)"
_A_WEEK = r"(?:weekly|a week|per week|each week|every week)"
_EVERY = r"(?:every|each|in the|1 times daily in the|1 times daily every)"
_AT_MOST = (
    r"\(?(?:max(?:imum)?(?: of)?|no more than|not to exceed|do not exceed|do not take more than)\s*:?\s*" + _N
)  # fmt: skip
_REASONS = {
    "pain": r"(?:the )?pain",
    "itching": r"itch(?:ing)?",
    "muscle_spasm": r"muscle spasms?",
    "migraine": r"(?:a )?migraines?",
    "headache": r"headaches?",
    "anxiety": r"anxiety",
    "sleep": r"(?:sleep|insomnia)",
    "nausea": r"nausea",
    "cough": r"cough",
    "fever": r"fever",
    "allergies": r"allerg(?:y|ies)",
    "wheezing": r"wheezing",
    "shortness_of_breath": r"shortness of breath",
    "heartburn": r"heartburn",
    "constipation": r"constipation",
    "suspected_overdose": r"(?:a )?suspected overdose",
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_TABLE: tuple[tuple[str, str], ...] = (
    ("most_units_a_day", rf"{_AT_MOST}\s*{_UNIT} (?:a|per|each|every) day\)?"),
    ("most_units_in_24_hours", rf"{_AT_MOST}\s*{_UNIT} in (?:any |a )?24 hours?\)?"),
    ("most_a_day", rf"{_AT_MOST} (?:a|per|each|every) day\)?"),
    ("most_in_24_hours", rf"{_AT_MOST} in (?:any |a )?24 hours?\)?"),
    (EACH, rf"\({_N}\s*{_UNIT} each\)"),
    ("restated", rf"\({_RANGE}\s*{_UNIT}\)"),
    ("may_repeat_after_hours", rf"may (?:be )?repeat(?:ed)? 1 times after {_N} hours?"),
    (AMOUNT, rf"{_RANGE}\s*(?:(?P<each>\d+(?:\.\d+)?)\s?(?P<of>mg|mcg|g)\s+)?{_UNIT}"),
    *((verb, verb) for verb in "take swallow chew inhale inject spray apply place use insert dissolve".split()),
    ("contents_of", r"the contents of"),
    ("by_mouth", r"(?:by mouth|orally|po)"),
    ("under_tongue", r"(?:under the tongue|sublingually)"),
    ("under_skin", r"(?:under the skin|subcutaneously)"),
    ("in_each_nostril", r"(?:in|into|to) (?:each|both) nostrils?"),
    ("in_one_nostril", r"(?:in|into) 1 nostril"),
    ("in_each_eye", r"(?:in|into|to) (?:each|both) eyes?"),
    ("in_left_eye", r"(?:in|into|to) (?:the )?left eye"),
    ("in_right_eye", r"(?:in|into|to) (?:the )?right eye"),
    ("in_affected_eye", r"(?:in|into|to) (?:the )?affected eye"),
    ("to_affected_area", r"(?:to|on) (?:the )?affected areas?"),
    ("to_the_skin", r"(?:to|on) the skin"),
    ("in_the_morning_and_evening", r"(?:every|each|in the) morning and (?:in the )?evening"),
    ("every_morning", rf"{_EVERY} morning"),
    ("every_afternoon", rf"{_EVERY} afternoon"),
    ("every_evening", rf"{_EVERY} evening"),
    ("at_bedtime", r"(?:1 times daily )?(?:every day )?(?:at bedtime|at night|nightly|every night|each night)"),
    ("at_noon", r"at noon"),
    ("once_a_day", rf"1 times {_A_DAY}"),
    ("twice_a_day", rf"2 times {_A_DAY}"),
    ("times_a_day", rf"{_RANGE} times {_A_DAY}"),
    ("once_a_week", rf"(?:1 times {_A_WEEK}|weekly|every week|each week)"),
    ("twice_a_week", rf"2 times {_A_WEEK}"),
    ("times_a_week", rf"{_RANGE} times {_A_WEEK}"),
    ("once_a_month", r"(?:1 times (?:monthly|a month|per month|each month)|monthly|every month|each month)"),
    ("every_other_day", r"every other day"),
    ("every_other_week", r"every other week"),
    ("every_hours", rf"every {_RANGE} h(?:ou)?rs?"),
    ("every_days", rf"every {_RANGE} days"),
    ("every_weeks", rf"every {_RANGE} weeks"),
    ("every_day", _A_DAY),
    *((f"every_{day}", rf"(?:(?:1 times weekly )?(?:on|every|each) )?{day}s?") for day in _WEEKDAYS),
    ("minutes_before_breakfast", rf"{_N} minutes before breakfast"),
    ("minutes_before_meals", rf"{_N} minutes before (?:meals|a meal|each meal|eating)"),
    ("with_evening_meal", r"with (?:the )?(?:evening meal|dinner|supper)"),
    ("with_breakfast", r"with breakfast"),
    ("before_breakfast", r"before breakfast"),
    ("after_breakfast", r"after breakfast"),
    ("with_meals", r"with (?:meals|each meal|every meal)"),
    ("before_meals", r"before (?:meals|each meal|every meal)"),
    ("after_meals", r"after (?:meals|each meal|every meal)"),
    ("after_same_meal", r"after the same meal"),
    ("with_food", r"with (?:food|a meal|food or milk)"),
    ("on_empty_stomach", r"on an empty stomach"),
    ("with_water", r"with (?:a )?(?:full )?glass of water"),
    ("at_migraine_onset", r"at (?:the )?(?:migraine onset|onset of (?:a )?migraine)"),
    ("if_needed", r"(?:as|if|when) needed|prn"),
    ("for_up_to_days", r"for up to (\d+) days?"),
    ("for_days", r"for (\d+) days?"),
    ("for_up_to_weeks", r"for up to (\d+) weeks?"),
    ("for_weeks", r"for (\d+) weeks?"),
    *((f"for_{reason}", f"for {words}") for reason, words in _REASONS.items()),
    ("then", r"(?:and )?then"),
    ("and", r"and"),
)
_PHRASES = tuple((key, re.compile(rf"(?:{pattern})(?![\w/])")) for key, pattern in _TABLE)
PHRASE_KEYS = tuple(key for key, _ in _TABLE)
"""What every catalogue has words for."""
_BETWEEN = re.compile(r"[\s,;.]*")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known phrase; `numbers` are its number, or the ends of its range, and `unit` is in the singular."""

    key: str
    numbers: tuple[Fraction, ...] = ()
    unit: str = ""


def read_phrases(sig: str) -> tuple[Phrase, ...] | None:
    """The phrases of directions in their order, or None where one word of them is not known.

    Args:
        sig: Directions in English.
    """
    text = directions.normalize(sig, keep_durations=True).strip()
    phrases = tuple(_phrases(text))
    return phrases if phrases and all(phrases) else None  # type: ignore[return-value]


def _phrases(text: str) -> Iterator[Phrase | None]:
    place = 0
    while place < len(text):
        found = next(((key, match) for key, pattern in _PHRASES if (match := pattern.match(text, place))), None)
        if found is None:
            yield None
            return
        yield from _read(*found)
        between = _BETWEEN.match(text, found[1].end())
        place = between.end() if between else found[1].end()


def _read(key: str, match: re.Match[str]) -> Iterator[Phrase]:
    named = match.groupdict()
    unit, apart = named.get("unit"), set(match.re.groupindex.values())
    groups = enumerate(match.groups(), start=1)
    written = tuple(directions.number(text) for place, text in groups if text and place not in apart)
    yield Phrase(key, written, directions.singular(unit) if unit else "")
    if named.get("each"):
        yield Phrase(EACH, (directions.number(named["each"]),), named["of"])
