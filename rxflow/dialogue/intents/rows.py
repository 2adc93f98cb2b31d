"""Rows of phrases for an intent, and the index that tries only the phrases which a message can meet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from rxflow.dialogue.intents.intent import Evidence, Intent, Topic
from rxflow.dialogue.intents.letters import Key, key_of, keys_in
from rxflow.dialogue.intents.phrases import Phrases, digest_of, numbers, read_phrases_of


@dataclass(frozen=True, slots=True)
class Row:
    """Phrases of one intent: a regular expression, the kind of words it holds, and what an unsupported request is about."""

    intent: Intent
    phrases: str
    evidence: Evidence = Evidence.PHRASE
    topic: Topic | None = None


def row(intent: Intent, *phrases: str, evidence: Evidence = Evidence.PHRASE, topic: Topic | None = None) -> Row:
    """A row of alternatives, written as `spoken` writes: lower case, no accents, contractions in full."""
    return Row(intent, "|".join(phrases), evidence, topic)


class _Asking(dict[Key, int]):
    """The phrases that ask for letters, as bits, worked out when a message first holds them.

    The bits of what asks for them second follow those of all phrases, and then come those of what asks for them third.
    """

    def __init__(self, rows: Sequence[Phrases]) -> None:
        self.firsts = list(accumulate((len(phrases.ends) for phrases in rows), initial=0))
        """The place of the first phrase of each row among all, and how many there are."""
        self.letters: dict[Key, list[tuple[int, str]]] = {}
        for first, phrases in zip(self.firsts, rows, strict=False):
            for letters, asking in phrases.asking.items():
                self.letters.setdefault(key_of(letters), []).append((first, asking))

    def __missing__(self, key: Key) -> int:
        bits = 0
        for first, asking in self.letters.get(key, ()):
            for phrase, nth in numbers(asking):
                bits |= 1 << (nth * self.firsts[-1] + first + phrase)
        self[key] = bits
        return bits


class RowIndex:
    """Finds the rows that a message meets, in their order.

    Phrases are the bits of whole numbers, so that the letters of a message are compared with what all of them ask for
    at once.

    Args:
        rows: In order of precedence.
        kept: The phrases of rows that were read before, by the digests of the rows.
    """

    def __init__(self, rows: Sequence[Row], kept: Mapping[str, Phrases]) -> None:
        self.rows = tuple(rows)
        read = [kept.get(digest_of(each.phrases)) or read_phrases_of(each.phrases) for each in rows]
        self._places = [(place, *ends) for place, each in enumerate(read) for ends in pairwise([-1, *each.ends])]
        """The row of each phrase, and where in it the bars around the phrase are."""
        self._asking = _Asking(read)
        self._pattern = cache(self._compiled)

    def _compiled(self, phrase: int) -> re.Pattern[str]:
        """A phrase compiled, when it is first tried: most are never met by a process."""
        place, bar, end = self._places[phrase]
        return re.compile(self.rows[place].phrases[bar + 1 : end])

    def possible(self, text: str) -> int:
        """The phrases whose letters a message holds, as bits."""
        count = len(self._places)
        met = self._asking[key_of("")]
        for key in self._asking.letters.keys() & keys_in(text):
            met |= self._asking[key]
        return met & (met >> count) & (met >> 2 * count) & ((1 << count) - 1)

    def met(self, text: str) -> Iterator[Row]:
        """The rows that a message meets, in order of precedence; after a phrase, no more single words.

        Args:
            text: The message as `spoken` gives it.
        """
        is_phrase_met = False
        done = -1
        left = self.possible(text)
        while left:
            phrase = (left & -left).bit_length() - 1
            left &= left - 1
            place = self._places[phrase][0]
            if place == done:
                continue
            each = self.rows[place]
            if is_phrase_met and each.evidence is not Evidence.PHRASE:
                continue
            if self._pattern(phrase).search(text):
                is_phrase_met |= each.evidence is Evidence.PHRASE
                done = place
                yield each
