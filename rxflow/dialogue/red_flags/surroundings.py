"""What takes a sign back: a denial, the name of a use, the past, a general question, a doctor's order, an idiom.

Each is read from the words around the sign within its sentence. A denial reaches only over words that go on a list of
what is denied (`no fever, rash or chest pain`); a new subject or another verb ends it (`no fever, my chest hurts`).
"""

from collections.abc import Mapping
from functools import cached_property, reduce
from operator import or_

from rxflow.dialogue.red_flags.contexts import (
    AT_AGE,
    BRINGS,
    CONDITION,
    DENIABLE,
    DIRECTED,
    FIRST_TIME,
    GENERAL,
    KNOWING,
    LIKE_THIS,
    LISTING,
    LONG_OVER,
    MILD,
    NOR_ANY,
    OWN,
    PAST_AFTER,
    PAST_BEFORE,
    PRESENT,
    RECENT,
    UNDOES_DENIAL,
    USE_AFTER,
    USE_BEFORE,
    USE_FAILED,
    VERB_ENDS,
)
from rxflow.dialogue.red_flags.lexicon import BUT, COMMA, QUESTION, STOP
from rxflow.dialogue.red_flags.matching import Words
from rxflow.dialogue.red_flags.notation import Notation, Pattern
from rxflow.dialogue.red_flags.passing import Pass

# How many words before and after a sign are read, and how many can belong to its sentence.
REACH = 14
_SENTENCE_REACH = 40
_LONGEST_DENIAL = 10
_SENTENCE_ENDS, _CLAUSE_ENDS = f"{STOP}|{QUESTION}", f"{STOP}|{QUESTION}|{BUT}"

_USE_AFTER, _USE_BEFORE, _CONDITION = "use after", "use before", "condition"
_PAST_AFTER, _PAST_BEFORE, _LONG_OVER, _AT_AGE = "past after", "past before", "long over", "at an age"
_GENERAL, _PRESENT, _DIRECTED = "general", "present", "directed"
_FIRST_TIME, _LIKE_THIS, _NOR_ANY = "first time", "like this", "nor any"
_UNDOES = "undoes a denial"
_TABLES: Mapping[str, str] = {
    _USE_AFTER: USE_AFTER,
    _USE_BEFORE: USE_BEFORE,
    _CONDITION: CONDITION,
    _PAST_AFTER: PAST_AFTER,
    _PAST_BEFORE: PAST_BEFORE,
    _LONG_OVER: LONG_OVER,
    _AT_AGE: AT_AGE,
    _GENERAL: GENERAL,
    _PRESENT: PRESENT,
    _DIRECTED: DIRECTED,
    _FIRST_TIME: FIRST_TIME,
    _LIKE_THIS: LIKE_THIS,
    _NOR_ANY: NOR_ANY,
    _UNDOES: UNDOES_DENIAL,
}
# The lists of words that are read here, beside those that the rules name.
SETS: Mapping[str, str] = {
    "USE_FAILED": USE_FAILED,
    "RECENT": RECENT,
    "KNOWING": KNOWING,
    "DENIABLE": DENIABLE,
    "VERB_ENDS": VERB_ENDS,
    "MILD": MILD,
    "LISTING": LISTING,
    "OWN": OWN,
    "BRINGS": BRINGS,
    "AND": "and y",
    "HAD": "had suffered survived tuvo tuve sufrio dio murio died",
}
_NEVER = frozenset({"never", "nunca", "no", "not"})
_WITHOUT = frozenset({"without", "sin"})


def lines_of(table: str) -> list[str]:
    """The lines of a table, without those that hold nothing."""
    return [line for text in table.splitlines() if (line := text.strip())]


def every_line() -> list[str]:
    """Every line of notation here, for the lexicon."""
    return [line for table in _TABLES.values() for line in lines_of(table)]


class Surroundings:
    """Reads what stands around a sign."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._tables: dict[str, tuple[Pattern, ...]] = {}

    def around(self, words: Words) -> "Around":
        """What stands around any sign of one message."""
        return Around(words, self)

    def patterns(self, table: str) -> tuple[Pattern, ...]:
        """The lines of a table, read when first asked for."""
        if table not in self._tables:
            self._tables[table] = tuple(map(self._notation.pattern, lines_of(_TABLES[table])))
        return self._tables[table]


class Around:
    """Reads what stands around the signs of one message; what it has read once it knows."""

    def __init__(self, words: Words, tables: Surroundings) -> None:
        self._words = words
        self._tables = tables
        self._possible: dict[str, list[Pattern]] = {}
        self._begin: dict[str, int] = {}
        self._taken: dict[tuple[int, int, Pass], bool] = {}

    def takes_back(self, start: int, end: int, passes: Pass) -> bool:
        """Whether the words around a sign take it back.

        Args:
            start: Where the sign begins in the message.
            end: Where it ends.
            passes: Which surroundings count for this sign.
        """
        if (start, end, passes) not in self._taken:
            self._taken[start, end, passes] = self._takes_back(start, end, passes)
        return self._taken[start, end, passes]

    def _takes_back(self, start: int, end: int, passes: Pass) -> bool:
        first = _after_last(self._words, _CLAUSE_ENDS, max(0, start - REACH), start)
        return (
            (Pass.DENIED in passes and self._is_denied(first, start, end))
            or (Pass.USE in passes and self._is_use(first, start, end))
            or (Pass.PAST in passes and self._is_past(first, start, end))
            or (Pass.GENERAL in passes and self._is_general(first, start, end))
            or (Pass.LONG_OVER in passes and self._is_long_over(first, start, end))
            or (Pass.DIRECTED in passes and self._leads_to(_DIRECTED, first, start))
        )

    def _is_denied(self, first: int, start: int, end: int) -> bool:
        at = self._denied_from(first, start)
        if at is None:
            return False
        words, negator = self._words, self._words.known[at]
        if self._leads_to(_UNDOES, first, at):
            return False
        if negator in _WITHOUT and words.holds("NEG", _after_last(words, COMMA, first, at), at):
            return False
        is_first = negator in _NEVER and self._follows(_FIRST_TIME, end)
        if is_first or (self._follows(_LIKE_THIS, end) and not self._follows(_NOR_ANY, end)):
            return False
        if at + 1 == start and negator == "no" and words.holds("SUBJECT", start, start + 1):
            return False
        return not self._begins_anew(at, start, end)

    def _denied_from(self, first: int, start: int) -> int | None:
        """The place of the negator whose list of what is denied reaches a sign."""
        words = self._words
        negators = words.places("NEG")
        listed = (words.places("DENIABLE") | words.places(COMMA)) & ~negators
        at = start - 1
        while at >= first and listed >> at & 1:
            at -= 1
        if at < first or start - at - 1 > _LONGEST_DENIAL or not negators >> at & 1:
            return None
        return None if at + 1 < start and words.known[at + 1] == COMMA else at

    def _begins_anew(self, at: int, start: int, end: int) -> bool:
        """Whether what comes after a comma or an `and` is no longer part of what is denied."""
        words = self._words
        joined, comma = words.holds("AND", at + 1, start), words.holds(COMMA, at + 1, start)
        if not (joined or comma):
            return False
        if words.holds("VERB_ENDS", start, end + 1):
            return True
        if comma and not words.holds("LISTING", at + 1, start) and not words.holds("LISTING", end, end + 8):
            return True
        bare = words.known[at] == "no" or words.known[at] in _WITHOUT
        return joined and bare and words.holds("MILD", at + 1, start)

    def _is_use(self, first: int, start: int, end: int) -> bool:
        if self._follows(_USE_AFTER, end):
            return True
        if self._leads_to(_CONDITION, first, start):
            condition = self._begins(_CONDITION, first, start)
            return not self._words.holds("KNOWING", max(first, condition - 2), condition + 1)
        return self._leads_to(_USE_BEFORE, first, start) and not self._words.holds("USE_FAILED", first, start)

    def _is_past(self, first: int, start: int, end: int) -> bool:
        return self._follows(_PAST_AFTER, end) or self._leads_to(_PAST_BEFORE, first, start)

    def _is_long_over(self, first: int, start: int, end: int) -> bool:
        at_age = self._words.holds("HAD", max(first, start - 3), start) and self._follows(_AT_AGE, end)
        if not at_age and not self._leads_to(_LONG_OVER, first, start):
            return False
        return not (self._words.holds("RECENT", first, start) or self._words.holds("RECENT", end, end + REACH))

    def _is_general(self, first: int, start: int, end: int) -> bool:
        words = self._words
        if words.holds("OWN", max(first, start - 2), start) and not words.holds("BRINGS", max(first, start - 4), start):
            return False
        return self._asks_in_general(*sentence_around(words, start, end)) and not self._is_present(
            max(0, start - _SENTENCE_REACH), end + _SENTENCE_REACH
        )

    def _asks_in_general(self, start: int, end: int) -> bool:
        """Whether a sentence is a question or a statement in general."""
        first, any_place = self._general_starts
        here = (any_place >> start & ((1 << (end - start)) - 1)) | (first >> start & 1)
        return bool(here) and self._stands_within(_GENERAL, here, start, end)

    @cached_property
    def _general_starts(self) -> tuple[int, int]:
        """Where a line on what is general begins if a sentence does there, and if none does."""
        words = self._words
        return self._starts(_GENERAL, words.begun(words.everywhere)), self._starts(_GENERAL, words.begun(0))

    def _is_present(self, start: int, end: int) -> bool:
        """Whether something is told of now."""
        here = self._starts_of(_PRESENT) >> start & ((1 << (end - start)) - 1)
        return bool(here) and self._stands_within(_PRESENT, here, start, end)

    def _stands_within(self, table: str, here: int, start: int, end: int) -> bool:
        """Whether a line stands from `start` to `end` that begins `here`, as bits from `start` on."""
        lines = self._lines(table)
        longest = max(line.sequence.longest for line in lines)
        # Only what begins near the end may reach beyond it.
        if end >= self._words.size or here & ((1 << max(0, end - start - longest)) - 1):
            return True
        part = self._words.part(start, end)
        return any(line.sequence.starts(part) for line in lines)

    def _lines(self, table: str) -> list[Pattern]:
        """The lines of a table that may stand in the message."""
        if table not in self._possible:
            names = self._words.names
            self._possible[table] = [line for line in self._tables.patterns(table) if line.may_stand_in(names)]
        return self._possible[table]

    def _starts(self, table: str, words: Words) -> int:
        return reduce(or_, [line.sequence.starts(words) for line in self._lines(table)], 0)

    def _starts_of(self, table: str) -> int:
        """Where the lines of a table begin, as bits."""
        if table not in self._begin:
            self._begin[table] = self._starts(table, self._words)
        return self._begin[table]

    def _follows(self, table: str, end: int) -> bool:
        """Whether a line of a table begins at a place; none is longer than the words that are read after a sign."""
        return bool(self._starts_of(table) >> end & 1)

    def _leads_to(self, table: str, first: int, start: int) -> bool:
        """Whether a line of a table ends at a place and begins not before another."""
        return self._begins(table, first, start) >= 0

    def _begins(self, table: str, first: int, start: int) -> int:
        """The first place from which a line of a table ends at `start`; -1 when there is none."""
        found = 0
        for line in self._lines(table):
            found |= line.sequence.before(self._words, 1 << start)
        found >>= first
        return first + (found & -found).bit_length() - 1 if found else -1


def sentence_around(words: Words, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which a sign stands, within reach."""
    first = _after_last(words, _SENTENCE_ENDS, max(0, start - _SENTENCE_REACH), start)
    marks = words.places(_SENTENCE_ENDS) >> end & ((1 << _SENTENCE_REACH) - 1)
    last = (marks & -marks).bit_length() - 1 if marks else _SENTENCE_REACH
    return first, end + last + 1


def _after_last(words: Words, marks: str, start: int, end: int) -> int:
    """The place after the last of some marks from `start` to before `end`; `start` when there is none."""
    return start + (words.places(marks) >> start & ((1 << (end - start)) - 1)).bit_length()


__all__ = ["SETS", "Around", "Surroundings", "every_line", "lines_of", "sentence_around"]
