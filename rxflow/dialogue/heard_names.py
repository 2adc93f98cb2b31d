"""What was heard of a medicine's name in a message, and the names that one patient's medicines have."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rxflow.dialogue.text import words_of
from rxflow.services.drugs import DrugMatch, DrugService


class Way(StrEnum):
    """How a name was recognised."""

    EXACT = "exact"
    LISTED = "listed"
    TYPO = "typo"
    SOUND = "sound"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Heard:
    """A name in a message.

    `start` and `end` are places among the words of the message. `matches` are the drugs that it may be, best first, one
    match for each drug; none for a name that is only known as a look-alike.
    """

    start: int
    end: int
    words: str
    way: Way
    matches: tuple[DrugMatch, ...]

    @property
    def match(self) -> DrugMatch:
        return self.matches[0]

    @property
    def is_name(self) -> bool:
        """Whether it is a name as it is listed, and no guess."""
        return self.way in {Way.EXACT, Way.LISTED}


Label = tuple[str, str, str | None]
"""The name of a drug's record, and the generic name and the brand on a label."""


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The names of one patient's medicines, for which a looser likeness is enough to ask.

    `drugs` are the names of the records, `beginnings` how their names begin, `by_sound` their keys with their sounds by
    the first sound and how many sounds may be like them, `longest_by_sound` how long a sound can be to be like one of
    them, and `words` those on the labels, which are never ordinary.
    """

    drugs: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()
    by_sound: Mapping[tuple[str, int], Sequence[tuple[str, str]]] = field(default_factory=dict)
    longest_by_sound: Mapping[str, int] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, labels: Iterable[Label], drugs: DrugService) -> "OwnNames":
        """The names of medicines by their labels: the records' names, and all words on each label."""
        records: dict[str, None] = {}
        words: set[str] = set()
        for record, generic, brand in labels:
            records[record] = None
            words.update(words_of(f"{generic} {record} {brand or ''}"))
        pairs = [pair for record in records for pair in drugs.keys_of(record) if pair[1]]
        by_sound: defaultdict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        longest: dict[str, int] = {}
        for key, heard in pairs:
            for length in (len(heard) - 1, len(heard), len(heard) + 1):
                by_sound[heard[0], length].append((key, heard))
            longest[heard[0]] = max(longest.get(heard[0], 0), len(heard) + 1)
        beginnings = frozenset(key[:end] for key, _ in pairs for end in range(2, len(key) + 1))
        return cls(frozenset(records), beginnings, by_sound, longest, frozenset(words))


NOBODY = OwnNames()
