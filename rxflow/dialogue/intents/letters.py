"""Which letters a text must hold for a pattern to meet it, read from the pattern itself.

So that a message is searched only for the phrases whose letters it has. Knows the part of the regular-expression
language that the phrase tables use.
"""

import re
from collections.abc import Iterable

SHORTEST, LONGEST = 2, 4
"""How many letters in a row are asked for."""

_COMMON = frozenset(
    "what that this have with will when where want need can get is i my it on no one me que not and the they these "
    "i  como esta has are do you por una for all some there here sent said".split()
)
_COSTS = {2: 12, 3: 3, 4: 1}
_COMMON_COST = 20

_TOKEN = re.compile(
    r"(?P<text>[a-z0-9 ',#/-]+(?![*?+{]))|(?P<zero>\\[bB]|\^|\$)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<class>\\[dDsSwW]|\.|\[(?:\\.|[^\]])*\])|(?P<many>[*?]|\{0?,\d*\}|\{0\})\??|(?P<some>\+|\{\d+(?:,\d*)?\})\??"
    r"|(?P<literal>\\?[\s\S])"
)
Letters = frozenset[str]


def letters_of(pattern: str) -> Letters | None:
    """Runs of letters of which every text that a pattern meets holds at least one; None where there are none.

    Args:
        pattern: A regular expression of literals, classes, groups, alternatives, repetitions and lookarounds.
    """
    return _Reader(pattern).alternatives()


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._tokens = [(found.lastgroup or "", found[0]) for found in _TOKEN.finditer(pattern)]
        self._place = 0

    def alternatives(self) -> Letters | None:
        """The letters of alternatives, to the end of their group: all have some, or none are required."""
        each = [self._sequence()]
        while self._next_is("bar"):
            self._place += 1
            each.append(self._sequence())
        known = [letters for letters in each if letters is not None]
        return frozenset().union(*known) if len(known) == len(each) else None

    def _next_is(self, kind: str) -> bool:
        return self._place < len(self._tokens) and self._tokens[self._place][0] == kind

    def _repetition(self) -> str:
        """Whether what was read may be left out (`many`) or repeated (`some`)."""
        for kind in ("many", "some"):
            if self._next_is(kind):
                self._place += 1
                return kind
        return ""

    def _sequence(self) -> Letters | None:
        runs, groups, run = list[str](), list[Letters](), ""
        while self._place < len(self._tokens):
            kind, text = self._tokens[self._place]
            if kind in {"bar", "close"}:
                break
            self._place += 1
            if kind == "text":
                run += text
                continue
            if kind == "literal":
                repetition = self._repetition()
                run, done = _extended(run, text[-1], repetition)
                runs += done
                continue
            if kind == "zero":
                continue
            inner = self._group() if kind in {"look", "open"} else None
            if kind == "look":
                continue
            runs.append(run)
            run = ""
            if self._repetition() != "many" and inner is not None:
                groups.append(inner)
        return _best([*runs, run], groups)

    def _group(self) -> Letters | None:
        inner = self.alternatives()
        self._place += 1
        return inner


def _extended(run: str, letter: str, repetition: str) -> tuple[str, list[str]]:
    """The run with one more letter; it ends where the letter may be left out or repeated."""
    if not repetition:
        return run + letter, []
    return ("", [run]) if repetition == "many" else (letter, [run + letter])


def _best(runs: Iterable[str], groups: Iterable[Letters]) -> Letters | None:
    """The most telling of what a sequence requires."""
    options = [frozenset({_telling(run)}) for run in runs if len(run) >= SHORTEST]
    options += groups
    return min(options, key=_cost, default=None)


def _cost(letters: Letters) -> int:
    """How many messages hold such letters, as a guess: short ones and those of the commonest words cost most."""
    return sum(_COMMON_COST if run.strip() in _COMMON else _COSTS[len(run)] for run in letters)


def _telling(run: str) -> str:
    word = max((word for word in run.split(" ") if word not in _COMMON), key=len, default="")
    return (word if len(word) > SHORTEST else run)[:LONGEST]
