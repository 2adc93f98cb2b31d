"""What takes a sign back: a denial, the name of a use, the past, a general question, a doctor's order, an idiom.

Each is read from the words around the sign within its sentence. A denial reaches only over words that go on a list of
what is denied (`no fever, rash or chest pain`); a new subject or another verb ends it (`no fever, my chest hurts`).
"""

import re

from rxflow.dialogue.red_flags.contexts import (
    BRINGS,
    CONDITION,
    DENIABLE,
    DIRECTED,
    FIRST_TIME,
    GENERAL,
    IDIOMS,
    KNOWING,
    LIKE_THIS,
    LISTING,
    LONG_OVER,
    MILD,
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
from rxflow.dialogue.red_flags.lexicon import BUT, COMMA, QUESTION, STOP, Lexicon
from rxflow.dialogue.red_flags.notation import Notation
from rxflow.dialogue.red_flags.passing import Pass

# How many words before and after a sign are read, and how many can belong to its sentence.
_REACH = 14
_SENTENCE_REACH = 40


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def every_line() -> list[str]:
    """Every line of notation here, for the lexicon."""
    texts = (IDIOMS, USE_AFTER, USE_BEFORE, PAST_AFTER, PAST_BEFORE, LONG_OVER, GENERAL, PRESENT, CONDITION, DIRECTED)
    sets = (
        USE_FAILED,
        RECENT,
        KNOWING,
        DENIABLE,
        VERB_ENDS,
        MILD,
        LISTING,
        OWN,
        BRINGS,
        "and y no without sin SUBJECT never nunca",
    )
    lines = [line for text in (*texts, UNDOES_DENIAL, FIRST_TIME, LIKE_THIS) for line in _lines(text)]
    return [*lines, *(" ".join(words.split()) for words in sets)]


class Surroundings:
    """Reads what stands around a sign."""

    def __init__(self, notation: Notation, lexicon: Lexicon) -> None:
        def compiled(text: str, end: str = "") -> re.Pattern[str]:
            return re.compile("|".join(f"(?:{notation.expression(line, lexicon)}){end}" for line in _lines(text)))

        def letters(words: str) -> frozenset[str]:
            return frozenset(notation.letters("|".join(words.split()), lexicon))

        self._use_after, self._use_before = compiled(USE_AFTER), compiled(USE_BEFORE, "$")
        self._past_after, self._past_before = compiled(PAST_AFTER), compiled(PAST_BEFORE, "$")
        self._long_over, self._general, self._present = compiled(LONG_OVER, "$"), compiled(GENERAL), compiled(PRESENT)
        self._condition, self._directed = compiled(CONDITION, "$"), compiled(DIRECTED, "$")
        self._first_time, self._like_this = compiled(FIRST_TIME), compiled(LIKE_THIS)
        self._undoes = compiled(UNDOES_DENIAL, "$")
        self._use_failed, self._recent, self._knowing = letters(USE_FAILED), letters(RECENT), letters(KNOWING)
        self._verbs, self._mild, self._listing = letters(VERB_ENDS), letters(MILD), letters(LISTING)
        self._and, self._bare_no = letters("and y"), letters("no without sin")
        self._own, self._brings = letters(OWN), letters(BRINGS)
        self._subject, self._never = letters("SUBJECT"), letters("never nunca no not")
        self._without, self._only_no = letters("without sin"), letters("no")
        denied = "".join(sorted(letters(DENIABLE)))
        self._all_negators = letters("NEG")
        self._negators = notation.letters("NEG", lexicon)
        denied = "".join(letter for letter in denied if letter not in self._negators)
        self._denial = re.compile(f"[{self._negators}](?!{COMMA})[{denied}{COMMA}]{{0,10}}$")

    def take_back(self, letters: str, start: int, end: int, passes: Pass) -> bool:
        """Whether the words around a sign take it back.

        Args:
            letters: The whole message.
            start: Where the sign begins.
            end: Where it ends.
            passes: Which surroundings count for this sign.
        """
        before = re.split(f"[{STOP}{QUESTION}{BUT}]", letters[max(0, start - _REACH) : start])[-1]
        after = letters[end : end + _REACH]
        span = letters[start:end]
        return (
            (Pass.DENIED in passes and self._is_denied(before, span, after))
            or (Pass.USE in passes and self._is_use(before, after))
            or (Pass.PAST in passes and self._is_past(before, after))
            or (Pass.GENERAL in passes and self._is_general(letters, before, start, end))
            or (Pass.LONG_OVER in passes and self._is_long_over(before, after))
            or (Pass.DIRECTED in passes and self._directed.search(before) is not None)
        )

    def _is_denied(self, before: str, span: str, after: str) -> bool:
        match = self._denial.search(before)
        if match is None:
            return False
        negator, between, earlier = match[0][0], match[0][1:], before[: match.start()]
        if self._undoes.search(earlier) or (
            negator in self._without and not self._all_negators.isdisjoint(earlier.rpartition(COMMA)[2])
        ):
            return False
        if self._like_this.match(after) or (negator in self._never and self._first_time.match(after)):
            return False
        if not between and negator in self._only_no and span[0] in self._subject:
            return False
        return not self._begins_anew(negator, between, span, after)

    def _begins_anew(self, negator: str, between: str, span: str, after: str) -> bool:
        """Whether what comes after a comma or an `and` is no longer part of what is denied."""
        joined = not self._and.isdisjoint(between)
        comma = COMMA in between
        if not (joined or comma):
            return False
        if not self._verbs.isdisjoint(span + after[:1]):
            return True
        if comma and self._listing.isdisjoint(between + after[:8]):
            return True
        return joined and negator in self._bare_no and not self._mild.isdisjoint(between)

    def _is_use(self, before: str, after: str) -> bool:
        if self._use_after.match(after):
            return True
        if (condition := self._condition.search(before)) is not None:
            return self._knowing.isdisjoint(before[max(0, condition.start() - 2) : condition.start() + 1])
        return self._use_before.search(before) is not None and self._use_failed.isdisjoint(before)

    def _is_past(self, before: str, after: str) -> bool:
        return self._past_after.match(after) is not None or self._past_before.search(before) is not None

    def _is_long_over(self, before: str, after: str) -> bool:
        return self._long_over.search(before) is not None and self._recent.isdisjoint(before + after)

    def _is_general(self, letters: str, before: str, start: int, end: int) -> bool:
        if not self._own.isdisjoint(before[-2:]) and self._brings.isdisjoint(before[-4:]):
            return False
        sentence = sentence_around(letters, start, end)
        if self._general.search(sentence) is None:
            return False
        return self._present.search(letters[max(0, start - _SENTENCE_REACH) : end + _SENTENCE_REACH]) is None


def sentence_around(letters: str, start: int, end: int) -> str:
    """The letters of the sentence in which a sign stands, within reach."""
    first = max(letters.rfind(mark, max(0, start - _SENTENCE_REACH), start) for mark in (STOP, QUESTION))
    ends = [place for mark in (STOP, QUESTION) if (place := letters.find(mark, end, end + _SENTENCE_REACH)) >= 0]
    return letters[max(first + 1, start - _SENTENCE_REACH) : min(ends, default=end + _SENTENCE_REACH) + 1]
