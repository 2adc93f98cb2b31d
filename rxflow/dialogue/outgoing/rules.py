"""The rules of speech, and a row of a pattern table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class SpeechRule(StrEnum):
    """What an outgoing message must not do (DOMAIN.md §6.2, §6.4), in the order in which it is looked for."""

    LETHALITY = "lethality"
    DELAY = "delay"
    IMPERSONATION = "impersonation"
    SAFETY_CLAIM = "safety_claim"
    DOSE_CHANGE = "dose_change"
    DIAGNOSIS = "diagnosis"
    LAB_INTERPRETATION = "lab_interpretation"
    EQUIVALENCE = "equivalence"
    WORKAROUND = "workaround"
    ASSURANCE = "assurance"
    BLAME = "blame"
    UNDONE_ACT = "undone_act"


class Act(StrEnum):
    """What the machine can do for a patient, and a model can claim."""

    ORDERED = "ordered"
    CANCELLED = "cancelled"
    ESCALATED = "escalated"


@dataclass(frozen=True, slots=True)
class Row:
    """A way to break a rule.

    Attributes:
        rule: The rule that it breaks.
        keys: Words of which the pattern needs one; without them it is not tried.
        source: The pattern that is looked for in a sentence of a laid-out message (`clauses.lay_out`).
        act: The act that is claimed, for `UNDONE_ACT`.
        is_future: Whether it says what will be; "if you say yes, a pharmacist will call" promises nothing.
    """

    rule: SpeechRule
    keys: frozenset[str]
    source: str
    act: Act | None = None
    is_future: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a message first has one of the keys: all of them together take half a second."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


_FRAGMENT = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class RowBuilder:
    """Writes the rows of one language.

    Attributes:
        fragments: Pieces of patterns by name; `<name>` in a pattern or a piece stands for one.
    """

    fragments: Mapping[str, str]

    def row(self, rule: SpeechRule, keys: str, pattern: str, act: Act | None = None, *, is_future: bool = False) -> Row:
        """A row whose `<key>` stands for any of its key words, which are parted by spaces."""
        words = keys.split()
        longest_first = sorted(words, key=len, reverse=True)
        expanded = self._expand(pattern.replace("<key>", rf"(?:{'|'.join(longest_first)})\b"))
        return Row(rule, frozenset(words), expanded, act, is_future)

    def _expand(self, pattern: str) -> str:
        while _FRAGMENT.search(pattern):
            pattern = _FRAGMENT.sub(lambda found: f"(?:{self.fragments[found[1]]})", pattern)
        return pattern
