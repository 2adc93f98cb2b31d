"""Looks for sequences of words at every place of a message at once.

The places where a word of a choice stands are the bits of one whole number: bit 3 is the fourth word. Where a sequence
can still be completed is found from its last item back to its first by shifts and bitwise operations, one or a few for
each item whatever the message holds. So the work is the number of items times the length of the message, no input makes
it grow otherwise, and nothing is compiled (G. Navarro and M. Raffinot, Flexible Pattern Matching in Strings, ch. 2).
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from copy import copy

from rxflow.dialogue.red_flags.lexicon import MARKS, OTHER

_NamesOf = Callable[[str], Iterable[str]]
_ENDS_CLAUSE = "|".join(sorted(MARKS))


class Words:
    """A message, or a part of it, as known words, and where each name of the rules is met in it."""

    def __init__(self, known: list[str], names_of: _NamesOf) -> None:
        """Note where each name stands.

        Args:
            known: The words, of which `lexicon.OTHER` goes by no name.
            names_of: What a known word goes by.
        """
        self.known = known
        self.size = len(known)
        self.everywhere = (1 << self.size) - 1
        self.beginnings = 1
        """Where the text begins for the items that ask for it, as bits."""
        places: dict[str, int] = {}
        bit = 1
        for word in known:
            if word:
                places[word] = places.get(word, 0) | bit
            bit <<= 1
        self._names: dict[str, int] = {}
        for word, at in places.items():
            for name in names_of(word):
                self._names[name] = self._names.get(name, 0) | at
        self._choices: dict[str, int] = {}
        self.names = frozenset(self._names)
        """Every name that is met."""

    def places(self, choice: str) -> int:
        """Where a word of a choice such as `chest|CHILD` stands, as bits."""
        found = self._choices.get(choice)
        if found is None:
            found = 0
            for name in choice.split("|"):
                found |= self._names.get(name, 0)
            self._choices[choice] = found
        return found

    def holds(self, choice: str, start: int, end: int) -> bool:
        """Whether a word of a choice stands from `start` to before `end`."""
        return end > start and bool(self.places(choice) >> start & ((1 << (end - start)) - 1))

    def part(self, start: int, end: int) -> "Words":
        """The words from `start` to before `end`, read as if nothing stood around them."""
        part = Words.__new__(Words)
        part.known = self.known[start:end]
        part.size = len(part.known)
        part.everywhere = (1 << part.size) - 1
        part.beginnings = 1
        part._names = {name: at for name, places in self._names.items() if (at := places >> start & part.everywhere)}
        part._choices = {}
        part.names = frozenset(part._names)
        return part

    def begun(self, beginnings: int) -> "Words":
        """The same words, read as if the text began at some places."""
        begun = copy(self)
        begun.beginnings = beginnings
        return begun

    def blank(self, spans: Iterable[tuple[int, int]]) -> None:
        """Make the words of some spans unknown."""
        blanked = 0
        for start, end in spans:
            self.known[start:end] = [OTHER] * (end - start)
            blanked |= ((1 << (end - start)) - 1) << start
        if blanked:
            self._names = {name: left for name, places in self._names.items() if (left := places & ~blanked)}
            self._choices.clear()
            self.names = frozenset(self._names)


class Node(ABC):
    """One item of a sequence."""

    longest: int
    """How many words it can take in."""

    @abstractmethod
    def before(self, words: Words, after: int) -> int:
        """The places from which this item leads to one of the places `after` it, as bits."""

    def end(self, words: Words, place: int, after: int) -> int:
        """Where this item ends that begins at a place which leads `after` it, as patterns of `re` prefer."""
        return place


class Word(Node):
    """One word of a choice."""

    longest = 1

    def __init__(self, choice: str) -> None:
        self._choice = choice

    def before(self, words: Words, after: int) -> int:
        return words.places(self._choice) & (after >> 1)

    def end(self, words: Words, place: int, after: int) -> int:
        return place + 1


class Repeated(Node):
    """Words of a choice, at least and at most so many; as many as can be."""

    def __init__(self, choice: str, least: int, most: int) -> None:
        self._choice, self._least, self.longest = choice, least, most

    def before(self, words: Words, after: int) -> int:
        here = words.places(self._choice)
        found = 0 if self._least else after
        for count in range(1, self.longest + 1):
            after = here & (after >> 1)
            if not after:
                break
            if count >= self._least:
                found |= after
        return found

    def end(self, words: Words, place: int, after: int) -> int:
        here = words.places(self._choice)
        best = place
        for count in range(self.longest + 1):
            if count >= self._least and after >> (place + count) & 1:
                best = place + count
            if not here >> (place + count) & 1:
                break
        return best


class Gap(Node):
    """Up to so many words that are none of a choice; as few as can be."""

    def __init__(self, barred: str, most: int) -> None:
        self._barred, self.longest = barred, most

    def before(self, words: Words, after: int) -> int:
        free = words.everywhere & ~words.places(self._barred)
        found = after
        for _ in range(self.longest):
            after = (after >> 1) & free
            if not after:
                break
            found |= after
        return found

    def end(self, words: Words, place: int, after: int) -> int:
        while not after >> place & 1:
            place += 1
        return place


class NotBefore(Node):
    """No word of a choice comes next."""

    longest = 0

    def __init__(self, choice: str) -> None:
        self._choice = choice

    def before(self, words: Words, after: int) -> int:
        return after & ~words.places(self._choice)


class Start(Node):
    """The text begins."""

    longest = 0

    def before(self, words: Words, after: int) -> int:
        return after & words.beginnings


class ClauseEnd(Node):
    """The clause ends: a mark comes next, or nothing."""

    longest = 0

    def before(self, words: Words, after: int) -> int:
        return after & (words.places(_ENDS_CLAUSE) | 1 << words.size)


class Sequence:
    """Items one after the other."""

    def __init__(self, nodes: list[Node]) -> None:
        self.longest = sum(node.longest for node in nodes)
        self._nodes = nodes
        self._backwards = nodes[::-1]

    def before(self, words: Words, after: int) -> int:
        """The places from which the sequence leads to one of the places `after` it, as bits."""
        for node in self._backwards:
            after = node.before(words, after)
            if not after:
                break
        return after

    def starts(self, words: Words) -> int:
        """The places where the sequence begins, as bits."""
        return self.before(words, (words.everywhere << 1) | 1)

    def end(self, words: Words, place: int, after: int) -> int:
        """Where the sequence ends that begins at a place which leads `after` it."""
        afters = [after]
        for node in self._backwards[:-1]:
            afters.append(node.before(words, afters[-1]))
        for node, following in zip(self._nodes, reversed(afters), strict=True):
            place = node.end(words, place, following)
        return place

    def spans(self, words: Words) -> Iterator[tuple[int, int]]:
        """Where the sequence stands, from the first on, as spans that do not overlap."""
        starts = self.starts(words)
        after = (words.everywhere << 1) | 1
        place = 0
        while left := starts >> place:
            start = place + (left & -left).bit_length() - 1
            place = self.end(words, start, after)
            yield start, place
            place = max(place, start + 1)


class AnyOf(Node):
    """The first of some sequences that leads on; perhaps none."""

    def __init__(self, ways: tuple[Sequence, ...], *, may_miss: bool) -> None:
        self._ways, self._may_miss = ways, may_miss
        self.longest = max(way.longest for way in ways)

    def before(self, words: Words, after: int) -> int:
        found = after if self._may_miss else 0
        for way in self._ways:
            found |= way.before(words, after)
        return found

    def end(self, words: Words, place: int, after: int) -> int:
        for way in self._ways:
            if way.before(words, after) >> place & 1:
                return way.end(words, place, after)
        return place
