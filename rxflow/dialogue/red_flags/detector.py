"""Finds the signs of a message and the first rule they meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rxflow.dialogue.red_flags.contexts import IDIOMS
from rxflow.dialogue.red_flags.lexicon import Lexicon
from rxflow.dialogue.red_flags.matching import Words
from rxflow.dialogue.red_flags.notation import Notation, Pattern
from rxflow.dialogue.red_flags.passing import Pass
from rxflow.dialogue.red_flags.rules import RULES, Help
from rxflow.dialogue.red_flags.signs import SIGNS
from rxflow.dialogue.red_flags.surroundings import SETS, Surroundings, every_line, lines_of, sentence_around
from rxflow.dialogue.red_flags.words import FORGIVEN, LISTS, LONGER, MERGED

# A very long message is read in parts of so many words, each with so many around it: the work grows with its length.
_PART = 3_000
_MARGIN = 120


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A rule that matched: its id for the log and the case, and whom to call."""

    rule: str
    help: Help


@dataclass(frozen=True, slots=True)
class _Sign:
    name: str
    passes: Pass
    pattern: Pattern


class _Detector:
    """The tables, as they are looked up."""

    def __init__(self) -> None:
        signs = [(sign, passes, line) for sign, (passes, table) in SIGNS.items() for line in lines_of(table)]
        idioms = lines_of(IDIOMS)
        notation = Notation({**LISTS, **SETS})
        words = notation.words([*(line for _, _, line in signs), *idioms, *every_line()])
        self._lexicon = Lexicon(words, notation.lists, LONGER, MERGED, FORGIVEN)
        self._surroundings = Surroundings(notation)
        self._signs = tuple(_Sign(sign, passes, notation.pattern(line)) for sign, passes, line in signs)
        self._idioms = tuple(map(notation.pattern, idioms))
        self._sign_index = _index([sign.pattern for sign in self._signs])
        self._idiom_index = _index(self._idioms)

    def detect(self, text: str) -> RedFlag | None:
        found: set[str] = set()
        for words, core in self._parts(self._lexicon.read(text)):
            self._find(words, core, found)
        if not found:
            return None
        met = (rule for rule in RULES if any(signs <= found for signs in rule.signs))
        return next((RedFlag(rule.rule, rule.help) for rule in met), None)

    def _parts(self, known: list[str]) -> Iterator[tuple[Words, range]]:
        """The parts of a message, and where in each a sign may begin."""
        for start in range(0, len(known), _PART):
            first = max(0, start - _MARGIN)
            words = Words(known[first : start + _PART + _MARGIN], self._lexicon.names_of)
            yield words, range(start - first, start - first + _PART)

    def _find(self, words: Words, core: range, found: set[str]) -> None:
        """Add the signs of a part of a message to those found."""
        for place in _candidates(self._idiom_index, words):
            _blank(self._idioms[place], words)
        around = self._surroundings.around(words)
        for place in _candidates(self._sign_index, words):
            sign = self._signs[place]
            if (
                sign.name not in found
                and sign.pattern.may_stand_in(words.names)
                and any(
                    start in core
                    and not _is_left_out(sign.pattern, words, start, end)
                    and not around.takes_back(start, end, sign.passes)
                    for start, end in sign.pattern.sequence.spans(words)
                )
            ):
                found.add(sign.name)


def _index(patterns: Sequence[Pattern]) -> dict[str, tuple[int, ...]]:
    """The places of the patterns under each name of their anchor."""
    index: dict[str, list[int]] = {}
    for place, pattern in enumerate(patterns):
        for name in pattern.anchor.split("|"):
            index.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in index.items()}


def _candidates(index: dict[str, tuple[int, ...]], words: Words) -> list[int]:
    """The places of the patterns that a text could match, in order."""
    return sorted({place for name in words.names if name in index for place in index[name]})


def _blank(idiom: Pattern, words: Words) -> None:
    """Make the words of an idiom unknown, so that no sign is found in them."""
    if idiom.may_stand_in(words.names):
        spans = list(idiom.sequence.spans(words))
        words.blank([span for span in spans if not _is_left_out(idiom, words, *span)])


def _is_left_out(pattern: Pattern, words: Words, start: int, end: int) -> bool:
    """Whether a sentence holds a word with which a pattern does not count."""
    return bool(pattern.unless) and words.holds(pattern.unless, *sentence_around(words, start, end))


@cache
def _detector() -> _Detector:
    """Built when the first message comes, not by whoever imports this."""
    return _Detector()


def detect_red_flag(text: str) -> RedFlag | None:
    """The first rule that a message meets, or None.

    A sign is passed over where its sentence denies it (`no chest pain`), names a use (`chest pain medicine`), tells
    the past or asks in general, and where it is an idiom. `Just kidding` takes nothing back.

    Args:
        text: The patient's whole message, in any offered language.
    """
    return _detector().detect(text)
