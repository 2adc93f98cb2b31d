"""Things that are tried on a text only where the words stand that their expressions cannot do without.

The places of words are the bits of one whole number, so that a long text costs few operations.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Generic, TypeVar

from rxflow.dialogue.anchors import Anchor, rarity_of
from rxflow.dialogue.expression import Expression

T = TypeVar("T")

_TOKEN = Expression(r"[\w']+")
_LETTERS = Expression(r"[a-z]+")
_RUN = Expression(r"[a-z]+|[^a-z]+")
# What stands before the first word of an expression is not longer: a comma and a space.
_LEAD = 3


class Anchored(Generic[T]):
    """Things that are looked for in a text only where their anchors stand."""

    def __init__(self, things: Iterable[tuple[T, tuple[Anchor, ...]]]) -> None:
        """Take things with the anchors of their expressions."""
        choices: dict[frozenset[str], int] = {}
        self._things: list[tuple[T, tuple[tuple[int, int], ...], int]] = []
        # The choices by which some things are looked up, each a bit, and the things of each; 0 is met in any text.
        self._looked_up = 0
        self._by_choice: dict[int, list[int]] = {}
        for place, (thing, anchors) in enumerate(things):
            numbered = tuple((choices.setdefault(anchor.words, 1 << len(choices)), anchor.reach) for anchor in anchors)
            self._things.append((thing, numbered, reduce(or_, [choice for choice, _ in numbered], 0)))
            key = numbered[anchors.index(min(anchors, key=rarity_of))][0] if anchors else 0
            self._by_choice.setdefault(key, []).append(place)
            self._looked_up |= key
        # The choices of each word, and of all words that begin with another.
        self._whole: dict[str, int] = {}
        self._begun: dict[str, int] = {}
        for words, choice in choices.items():
            for word in words:
                index = self._begun if word[-1] == "*" else self._whole
                word = word.rstrip("*")
                index[word] = index.get(word, 0) | choice
        self._lengths = {
            first: tuple(sorted({len(word) for word in self._begun if word[0] == first}))
            for first in {word[0] for word in self._begun}
        }

    @property
    def things(self) -> tuple[T, ...]:
        """All of them, in order."""
        return tuple(thing for thing, _, _ in self._things)

    def possible(self, text: "AnchoredText") -> Iterator[tuple[T, int]]:
        """The things that a text may hold, in order, each with the words at which it may begin, as bits."""
        met = self._met(text)
        present = 0
        for choices, _ in met:
            present |= choices
        found: list[int] = list(self._by_choice.get(0, ()))
        for choice in _bits(present & self._looked_up):
            found += self._by_choice[choice]
        possible = [self._things[place] for place in sorted(found)]
        possible = [thing for thing in possible if thing[2] & present == thing[2]]
        if possible:
            places = _places(met, reduce(or_, [needed for _, _, needed in possible]))
            for thing, anchors, _ in possible:
                if starts := _starts(anchors, places, text):
                    yield thing, starts

    def _met(self, text: "AnchoredText") -> list[tuple[int, int]]:
        """The choices that each word of a text is one of, and where it stands, as bits."""
        whole, begun, lengths = self._whole, self._begun, self._lengths
        met: list[tuple[int, int]] = []
        for word, at in text.runs.items():
            choices = whole.get(word, 0)
            for length in lengths.get(word[0], ()):
                if (start := word[:length]) in begun:
                    choices |= begun[start]
            if choices:
                met.append((choices, at))
        return met


def _bits(number: int) -> Iterator[int]:
    """The bits of a number."""
    while number:
        bit = number & -number
        yield bit
        number ^= bit


def _places(met: Iterable[tuple[int, int]], wanted: int) -> dict[int, int]:
    """Where a word of each wanted choice stands, as bits."""
    places: dict[int, int] = {}
    for choices, at in met:
        for choice in _bits(choices & wanted):
            places[choice] = places.get(choice, 0) | at
    return places


def _starts(anchors: Sequence[tuple[int, int]], places: dict[int, int], text: "AnchoredText") -> int:
    """The words at which a thing may begin."""
    found = text.everywhere
    for place in range(len(anchors) - 1, -1, -1):
        choice, reach = anchors[place]
        found = _back(places[choice] & found, reach if place else reach - 1, text.size)
        if not found:
            break
    return found


def _back(places: int, reach: int, size: int) -> int:
    """Every place from which one of some places is at most so many words ahead."""
    reach = min(reach, size)
    done = 0
    while done < reach and places:
        step = min(done + 1, reach - done)
        places |= places >> step
        done += step
    return places


class AnchoredText:
    """A text as words, for anchors to be found in."""

    def __init__(self, text: str) -> None:
        """Note where each word of a text in lower case stands."""
        self.text = text
        words = _TOKEN.findall(text)
        self.size = len(words)
        self.everywhere = (1 << self.size) - 1
        runs: dict[str, int] = {}
        bit = 1
        for word in words:
            if word.isalpha() and word.isascii():
                runs[word] = runs.get(word, 0) | bit
            else:
                for run in _LETTERS.findall(word):
                    runs[run] = runs.get(run, 0) | bit
            bit <<= 1
        self.runs = runs

    @cached_property
    def _openings(self) -> list[list[int]]:
        """The characters at which what begins with each word may begin; a mark before a word may go with it."""
        found: list[list[int]] = []
        before = 0
        for word in _TOKEN.finditer(self.text):
            start, end = word.span()
            opening = [*range(max(before, start - _LEAD), start), start]
            if not (word[0].isalpha() and word[0].isascii()):
                opening += [run.start() for run in _RUN.finditer(self.text, start + 1, end)]
            found.append(opening)
            before = end
        return found

    def beginnings(self, starts: int) -> list[int]:
        """The characters at which what begins at one of some words, given as bits, may begin."""
        places = f"{starts:b}"[::-1]
        found: list[int] = []
        place = places.find("1")
        while place >= 0:
            found += self._openings[place]
            place = places.find("1", place + 1)
        return found
