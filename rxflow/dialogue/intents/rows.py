"""Rows of phrases for an intent, and the index that tries only the phrases which a message can meet."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rxflow.dialogue.intents.intent import Evidence, Intent, Topic
from rxflow.dialogue.intents.letters import LONGEST, MOST_ASKED
from rxflow.dialogue.intents.phrases import Phrase, digest_of, read_phrases_of


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


class RowIndex:
    """Finds the rows that a message meets, in their order.

    Phrases are the bits of whole numbers, so that the letters of a message are compared with what all of them ask for
    at once.

    Args:
        rows: In order of precedence.
        kept: The phrases of rows that were read before, by the digests of the rows.
    """

    def __init__(self, rows: Sequence[Row], kept: Mapping[str, Sequence[Phrase]]) -> None:
        self.rows = tuple(rows)
        self._places: list[tuple[int, int, int]] = []
        """The row of each phrase, and where in it the phrase begins and ends."""
        self._asking: defaultdict[tuple[str, ...], int] = defaultdict(int)
        """The phrases that ask for a run of letters; the bits of those that ask for it second follow all others."""
        self._unasking = 0
        """The phrases that ask for nothing first, second or third."""
        read = [kept.get(digest_of(each.phrases)) or read_phrases_of(each.phrases) for each in rows]
        self._count = sum(map(len, read))
        for place, phrases in enumerate(read):
            start = 0
            for phrase in phrases:
                self._add(1 << len(self._places), phrase.letters)
                self._places.append((place, start, phrase.end))
                start = phrase.end + 1
        self._pattern = cache(self._compiled)

    def _add(self, bit: int, letters: Sequence[Sequence[str]]) -> None:
        for runs in letters:
            for run in runs:
                self._asking[tuple(run)] |= bit
            bit <<= self._count
        for _ in range(MOST_ASKED - len(letters)):
            self._unasking |= bit
            bit <<= self._count

    def _compiled(self, phrase: int) -> re.Pattern[str]:
        """A phrase compiled, when it is first tried: most are never met by a process."""
        place, start, end = self._places[phrase]
        return re.compile(self.rows[place].phrases[start:end])

    def possible(self, text: str) -> int:
        """The phrases whose letters a message holds, as bits."""
        met = self._unasking
        for run in self._asking.keys() & _runs(text):
            met |= self._asking[run]
        every = (1 << self._count) - 1
        return met & (met >> self._count) & (met >> 2 * self._count) & every

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


def _runs(text: str) -> set[tuple[str, ...]]:
    """The letters in a row of a text: single ones, pairs and so on."""
    later = [text[start:] for start in range(LONGEST)]
    return set().union(*(zip(*later[:length], strict=False) for length in range(1, LONGEST + 1)))
