"""Which letters a text must hold for a pattern to meet it, read from the pattern itself.

So that a message is searched only for the phrases whose letters it has. Knows the part of the regular-expression
language that the phrase tables use.
"""

from collections.abc import Iterable

from rxflow.dialogue.expression import Expression

LONGEST = 4
"""How many letters in a row are asked for at most."""

MOST_ASKED = 3
"""How many sets of letters a pattern asks for at most."""

_SHORTEST = 2
_ALONE = frozenset("?")
"""Marks that tell enough by themselves."""

_COMMON = frozenset(
    "what that this have with will when where want need can get is i my it on no one me que not and the they these "
    "i  como esta has are do you por una for all some there here sent said".split()
)
_COSTS = {1: 20, 2: 12, 3: 3, 4: 1}
_COMMON_COST = 20
_FREQUENCY = {letter: place for place, letter in enumerate("zqjxkvbywgpfmucdlhrsnioate ")}
"""How often each letter is written, from the rarest."""

_TOKEN = Expression(
    r"(?P<text>[a-z0-9 ',#/-]+(?![*?+{]))|(?P<zero>\\[bB]|\^|\$)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<class>\\[dDsSwW]|\.|\[(?:\\.|[^\]])*\])|(?P<many>[*?]|\{0?,\d*\}|\{0\})\??|(?P<some>\+|\{\d+(?:,\d*)?\})\??"
    r"|(?P<literal>\\?[\s\S])"
)
Letters = frozenset[str]


def letters_of(pattern: str) -> tuple[Letters, ...]:
    """Sets of runs of letters: every text that a pattern meets holds a run of each set; the most telling sets first.

    Args:
        pattern: A regular expression of literals, classes, groups, alternatives, repetitions and lookarounds.
    """
    return tuple(sorted(dict.fromkeys(_Reader(pattern).alternatives()), key=_cost)[:MOST_ASKED])


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._tokens = [(found.lastgroup or "", found[0]) for found in _TOKEN.finditer(pattern)]
        self._place = 0

    def alternatives(self) -> list[Letters]:
        """What alternatives require, to the end of their group: all that the only one does, or one set of each."""
        each = [self._sequence()]
        while self._next_is("bar"):
            self._place += 1
            each.append(self._sequence())
        if len(each) == 1:
            return each[0]
        return [frozenset().union(*(min(sets, key=_cost) for sets in each))] if all(each) else []

    def _next_is(self, kind: str) -> bool:
        return self._place < len(self._tokens) and self._tokens[self._place][0] == kind

    def _repetition(self) -> str:
        """Whether what was read may be left out (`many`) or repeated (`some`)."""
        for kind in ("many", "some"):
            if self._next_is(kind):
                self._place += 1
                return kind
        return ""

    def _sequence(self) -> list[Letters]:
        runs, required, run = list[str](), list[Letters](), ""
        while self._place < len(self._tokens):
            kind, text = self._tokens[self._place]
            if kind in {"bar", "close"}:
                break
            self._place += 1
            if kind == "text":
                run += text
                continue
            if kind == "literal":
                run, done = _extended(run, text[-1], self._repetition())
                runs += done
                continue
            if kind == "zero":
                continue
            inner = self._group() if kind in {"look", "open"} else []
            if kind == "look":
                # What must follow or stand before is in the text too; a run goes on behind it.
                required += inner if text[-1] == "=" else []
                continue
            runs.append(run)
            run = ""
            if self._repetition() != "many":
                required += inner
        return [frozenset({_telling(each)}) for each in (*runs, run) if _tells(each)] + required

    def _group(self) -> list[Letters]:
        inner = self.alternatives()
        self._place += 1
        return inner


def _extended(run: str, letter: str, repetition: str) -> tuple[str, list[str]]:
    """The run with one more letter; it ends where the letter may be left out or repeated."""
    if not repetition:
        return run + letter, []
    return ("", [run]) if repetition == "many" else (letter, [run + letter])


def _cost(letters: Letters) -> int:
    """How many messages hold such letters, as a guess: short ones and those of the commonest words cost most."""
    return sum(_COMMON_COST if run.strip() in _COMMON else _COSTS[len(run)] for run in letters)


def _tells(run: str) -> bool:
    return len(run) >= _SHORTEST or run in _ALONE


def _telling(run: str) -> str:
    """The letters in a row that are met least: of one uncommon word where there is one."""
    words = [word for word in run.split(" ") if len(word) >= _SHORTEST and word not in _COMMON]
    return min(
        _cuts(words or [run]), key=lambda cut: (-len(cut), sum(_FREQUENCY.get(letter, 0) for letter in cut), cut)
    )


def _cuts(words: Iterable[str]) -> list[str]:
    return [word[start : start + LONGEST] for word in words for start in range(max(len(word) - LONGEST, 0) + 1)]
