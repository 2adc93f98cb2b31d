"""Strengths and numbers as patients say them: `10 mg`, `2.5mg`, `seventy five`, `de 500`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rxflow.dialogue.number_words import NUMBERS
from rxflow.dialogue.text import words_of

_UNITS = {
    **dict.fromkeys(("mg", "mgs", "milligram", "milligrams", "miligramo", "miligramos"), "mg"),
    **dict.fromkeys(("mcg", "mcgs", "microgram", "micrograms", "microgramo", "microgramos"), "mcg"),
    **dict.fromkeys(("ml", "milliliter", "milliliters", "mililitro", "mililitros"), "ml"),
    **dict.fromkeys(("unit", "units", "unidad", "unidades"), "units"),
}
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?)(mg|mgs|mcg|ml)?")
_PRONOUNS = (("one",), ("uno",))
_SPOKEN_ZERO = "oh"
"""A zero between digits only: `one oh one`, and not `oh, 20 mg`."""

_TIMES = frozenset({100, 1000})
_BETWEEN = frozenset({"and", "y"})
_COUNTED = frozenset(
    "day days dia dias pill pills tablet tablets capsule capsules pastilla pastillas tableta tabletas refill refills "
    "week weeks month months mes meses semana semanas time times vez veces year years left dollars hours bottle "
    "bottles pen pens am pm a".split()
)
"""What a number without a unit counts, when it is no strength."""


@dataclass(frozen=True, slots=True)
class Strength:
    """A number that may be a strength: its place among the words, the place after it, and its unit, if one was said."""

    start: int
    end: int
    amount: str
    unit: str | None

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}" if self.unit else self.amount


def strengths_said(words: Sequence[str]) -> Iterator[Strength]:
    """The numbers among words, each with the unit after it; one that counts something else is left out."""
    place = 0
    while place < len(words):
        word = words[place]
        number = _figure(words, place) if word[0] <= "9" else _number_word(words, place)
        if number is None:
            place += 1
            continue
        amount, end, unit = number
        if unit is None and end < len(words) and words[end] in _UNITS:
            unit, end = _UNITS[words[end]], end + 1
        counts = tuple(words[place:end]) in _PRONOUNS or (end < len(words) and words[end] in _COUNTED)
        if unit is not None or not counts:
            yield Strength(place, end, amount, unit)
        place = end


def other_strengths(text: str, label: str) -> list[str]:
    """The strengths said in a text, with their units, that a label does not have, such as `2.5 mg`."""
    known = set(words_of(label))
    return [str(said) for said in strengths_said(words_of(text)) if said.unit and said.amount not in known]


def _figure(words: Sequence[str], place: int) -> tuple[str, int, str | None] | None:
    match = _AMOUNT.fullmatch(words[place])
    return (match[1], place + 1, _UNITS.get(match[2])) if match else None


def _number_word(words: Sequence[str], place: int) -> tuple[str, int, str | None] | None:
    """`seventy five`, `one hundred`, `setenta y cinco`."""
    if words[place] not in NUMBERS:
        return None
    total, end = NUMBERS[words[place]], place + 1
    while end < len(words):
        following = end + 1 if words[end] in _BETWEEN and end + 1 < len(words) else end
        number = NUMBERS.get(words[following])
        if number in _TIMES and total < number:
            total = max(total, 1) * number
        elif number and total % 10 == 0 and total >= 20 and number < (100 if total % 100 == 0 else 10):
            total += number
        else:
            break
        end = following + 1
    return str(total), end, None


def digits_said(words: Sequence[str]) -> Iterator[str]:
    """Runs of digits that were written apart or said one by one: `one zero zero one zero one`, `100 101`."""
    run = zeros = ""
    for word in (*words, ""):
        number = NUMBERS.get(word, 10)
        if word.isdigit() or number < 10:
            run += zeros + (word if word.isdigit() else str(number))
            zeros = ""
        elif run and word == _SPOKEN_ZERO:
            zeros += "0"
        else:
            if run:
                yield run
            run = zeros = ""
