"""The notation of the red-flag rules, and its translation to expressions over the letters of a lexicon.

A rule is a line of items. `hurt*` begins so; `a|b` is either; `CHEST` is a list of words; `NUM_4_9` is a number;
`~3` is up to three words within the clause, `>3` within the sentence and `-3` without a denial; `x?` may be missing;
`LIST{0,2}` repeats; `!x` is not followed by x; `( a b | c d )` is either sequence; `^` begins the text and `.` ends
the clause; `// LIST` leaves out sentences that hold such a word.
Every repetition has a bound, so that no text makes an expression run away.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rxflow.dialogue.red_flags.lexicon import COMMA, MARKS, QUESTION, STOP, Lexicon

_ITEM = re.compile(r"(?P<negated>!)?(?P<names>[A-Za-z0-9*|_<>]+?)(?P<repeat>\?|\{\d,\d\})?")
_GAP = re.compile(r"(?P<kind>[~>-])(?P<length>\d)")
_NUMBER = re.compile(r"NUM_(\d+)_(\d+)")
_CLAUSE_END = f"(?=[{re.escape(MARKS)}]|$)"


@dataclass(frozen=True)
class Pattern:
    """One line of a rule.

    A text can match only if it holds a letter of each set in `needs`, the one met least often first; a sentence that
    holds a letter of `unless` does not match.
    """

    source: str
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled expression; most lines are never met, and compiling all would slow the start."""
        return re.compile(self.source)


class Notation:
    """Reads the lines of the rules with the lists of words they name."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """Read lines with the named lists of words; a list may name other lists."""
        self._lists = {name: tuple(words.split()) for name, words in lists.items()}
        self._classes: dict[str, str] = {}

    @staticmethod
    def _items(line: str) -> list[str]:
        """The items of a line; an item that ends in `|` goes on after the space."""
        return re.sub(r"(?<=[^\s(])\|\s+(?=\S)", "|", line).split()

    def words(self, lines: Iterator[str]) -> set[str]:
        """Every word that the lists and the given lines name."""
        named = {name for line in lines for item in self._items(line) for name in self._names(item)}
        return {word for name in (*self._lists, *named) for word in self._expand(name)}

    def compile(self, line: str, lexicon: Lexicon) -> Pattern:
        """The pattern of one line.

        Raises:
            ValueError: The line is not in the notation.
        """
        rule, _, unless = line.partition("//")
        pieces = [self._piece(item, lexicon) for item in self._items(rule)]
        left_out = "".join(self._class(name, lexicon) for name in unless.split())
        common = frozenset(self._class("COMMON", lexicon))
        needs = sorted(map(frozenset, _needs(pieces)), key=lambda letters: len(letters) + 60 * len(letters & common))
        return Pattern("".join(piece for piece, _ in pieces), tuple(needs), frozenset(left_out))

    def letters(self, names: str, lexicon: Lexicon) -> str:
        """The letters of words and lists joined by `|`."""
        return self._class(names, lexicon)

    def expression(self, line: str, lexicon: Lexicon) -> str:
        """The expression of one line as text, to be part of a larger one."""
        return "".join(self._piece(item, lexicon)[0] for item in self._items(line))

    def _piece(self, item: str, lexicon: Lexicon) -> tuple[str, str]:
        """The expression of one item, and the letters of which a text must hold one."""
        if item in {"(", "|"}:
            return {"(": "(?:", "|": "|"}[item], ""
        if item in {")", ")?"}:
            return item, ""
        if item == "^":
            return "^", ""
        if item == ".":
            return _CLAUSE_END, ""
        if gap := _GAP.fullmatch(item):
            barred = {"~": MARKS, ">": f"{STOP}{QUESTION}", "-": MARKS + self._class("NEG", lexicon)}[gap["kind"]]
            return f"[^{re.escape(barred)}]{{0,{gap['length']}}}?", ""
        parts = _ITEM.fullmatch(item)
        if parts is None:
            raise ValueError(f"A red-flag rule cannot be read at {item!r}.")
        letters = self._class(parts["names"], lexicon)
        if parts["negated"]:
            return f"(?![{letters}])", ""
        repeat = parts["repeat"] or ""
        return f"[{letters}]{repeat}", "" if repeat == "?" or repeat.startswith("{0") else letters

    def _class(self, names: str, lexicon: Lexicon) -> str:
        if names not in self._classes:
            self._classes[names] = self._letters_of(names, lexicon)
        return self._classes[names]

    def _letters_of(self, names: str, lexicon: Lexicon) -> str:
        letters: set[str] = set()
        for word in (word for name in names.split("|") for word in self._expand(name)):
            if number := _NUMBER.fullmatch(word):
                letters.update(lexicon.numbers(int(number[1]), int(number[2])))
            else:
                letters.update(COMMA if word == "COMMA" else lexicon.letters_of(word))
        return "".join(sorted(letters))

    def _expand(self, name: str) -> tuple[str, ...]:
        """The words of a list, which may name other lists, or the word itself."""
        if name not in self._lists:
            if name.isupper() and not name.startswith("NUM_") and name != "COMMA":
                raise ValueError(f"A red-flag rule names no list of words {name!r}.")
            return (name,)
        return tuple(word for part in self._lists[name] for word in self._expand(part))

    def _names(self, item: str) -> tuple[str, ...]:
        parts = _ITEM.fullmatch(item)
        if parts is None or item in {"(", ")", ")?", "|", ".", "^", "//"} or _GAP.fullmatch(item):
            return ()
        return tuple(parts["names"].split("|"))


def _needs(pieces: list[tuple[str, str]]) -> list[str]:
    """The sets of letters of each of which a text must hold one to match."""
    groups: list[list[list[str]]] = [[[]]]
    for piece, needed in pieces:
        if piece == "(?:":
            groups.append([[]])
        elif piece == "|":
            groups[-1].append([])
        elif piece.startswith(")"):
            ways = groups.pop()
            if piece == ")" and all(ways):
                groups[-1][-1].append("".join(min(way, key=len) for way in ways))
        elif needed:
            groups[-1][-1].append(needed)
    return groups[0][0]
