"""Finds the signs of a message and the first rule they meet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rxflow.dialogue.red_flags.contexts import IDIOMS
from rxflow.dialogue.red_flags.lexicon import OTHER, Lexicon
from rxflow.dialogue.red_flags.notation import Notation, Pattern
from rxflow.dialogue.red_flags.passing import Pass
from rxflow.dialogue.red_flags.rules import RULES, Help
from rxflow.dialogue.red_flags.signs import SIGNS
from rxflow.dialogue.red_flags.surroundings import Surroundings, every_line, sentence_around
from rxflow.dialogue.red_flags.words import FORGIVEN, LISTS, LONGER, MERGED


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A rule that matched: its id for the log and the case, and whom to call."""

    rule: str
    help: Help


class _Detector:
    """The compiled tables."""

    def __init__(self) -> None:
        notation = Notation(LISTS)
        sign_lines = [
            (sign, passes, line.strip())
            for sign, (passes, lines) in SIGNS.items()
            for line in lines.splitlines()
            if line.strip()
        ]
        lines = [*(line for _, _, line in sign_lines), *every_line()]
        named = notation.words(iter(lines))
        self._lexicon = Lexicon(named, LONGER, MERGED, FORGIVEN)
        self._surroundings = Surroundings(notation, self._lexicon)
        self._signs = tuple((sign, passes, notation.compile(line, self._lexicon)) for sign, passes, line in sign_lines)
        idioms = (line.strip() for line in IDIOMS.splitlines() if line.strip())
        self._idioms = tuple(notation.compile(line, self._lexicon) for line in idioms)
        self._patterns = tuple(pattern for _, _, pattern in self._signs)
        self._sign_index = _index(self._patterns)
        self._idiom_index = _index(self._idioms)

    def detect(self, text: str) -> RedFlag | None:
        letters = self._lexicon.encode(text)
        for place in _candidates(self._idiom_index, self._idioms, letters):
            letters = _blank(self._idioms[place], letters)
        found: set[str] = set()
        for place in _candidates(self._sign_index, self._patterns, letters):
            sign, passes, pattern = self._signs[place]
            if sign not in found and self._holds(letters, passes, pattern):
                found.add(sign)
        met = (rule for rule in RULES if any(signs <= found for signs in rule.signs))
        return next((RedFlag(rule.rule, rule.help) for rule in met), None)

    def _holds(self, letters: str, passes: Pass, pattern: Pattern) -> bool:
        for match in pattern.expression.finditer(letters):
            if pattern.unless and not pattern.unless.isdisjoint(sentence_around(letters, match.start(), match.end())):
                continue
            if not self._surroundings.take_back(letters, match.start(), match.end(), passes):
                return True
        return False


def _index(patterns: Sequence[Pattern]) -> dict[str, list[int]]:
    """The places of the patterns under each letter they may begin to be looked for by; `""` for those without."""
    index: dict[str, list[int]] = {}
    for place, pattern in enumerate(patterns):
        for letter in pattern.needs[0] if pattern.needs else ("",):
            index.setdefault(letter, []).append(place)
    return index


def _candidates(index: dict[str, list[int]], patterns: Sequence[Pattern], letters: str) -> list[int]:
    """The places of the patterns that a text could match, in order."""
    present = frozenset(letters)
    places = {place for letter in (*present, "") for place in index.get(letter, ())}
    return sorted(
        place for place in places if not any(needed.isdisjoint(present) for needed in patterns[place].needs[1:])
    )


def _blank(idiom: Pattern, letters: str) -> str:
    def blanked(match: "re.Match[str]") -> str:
        if idiom.unless and not idiom.unless.isdisjoint(sentence_around(letters, match.start(), match.end())):
            return match[0]
        return OTHER * len(match[0])

    return idiom.expression.sub(blanked, letters)


@cache
def _detector() -> _Detector:
    """Built when the first message comes, not by whoever imports this: it takes a tenth of a second."""
    return _Detector()


def detect_red_flag(text: str) -> RedFlag | None:
    """The first rule that a message meets, or None.

    A sign is passed over where its sentence denies it (`no chest pain`), names a use (`chest pain medicine`), tells
    the past or asks in general, and where it is an idiom. `Just kidding` takes nothing back.

    Args:
        text: The patient's whole message, in any offered language.
    """
    return _detector().detect(text)
