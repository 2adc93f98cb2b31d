"""The notation of the red-flag rules, and its translation to sequences that `matching.py` looks for in a message.

A rule is a line of items. `hurt*` begins so; `a|b` is either; `CHEST` is a list of words; `NUM_4_9` is a number;
`~3` is up to three words within the clause, `>3` within the sentence and `-3` without a denial; `x?` may be missing;
`LIST{0,2}` repeats; `!x` is not followed by x; `( a b | c d )` is either sequence; `^` begins the text and `.` ends
the clause; `// LIST` leaves out sentences that hold such a word.
Every repetition has a bound, so that a rule is as long as its longest reading and no text makes it run away.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.red_flags.lexicon import BUT, COMMA, QUESTION, STOP
from rxflow.dialogue.red_flags.matching import (
    AnyOf,
    ClauseEnd,
    Gap,
    Node,
    NotBefore,
    Repeated,
    Sequence,
    Start,
    Word,
)

_ITEM = Expression(r"(!)?([A-Za-z0-9*|_<>]+?)(\?|\{(\d),(\d)\})?")
_NAME = Expression(r"(?<![~>\-{,\w])[A-Za-z0-9*_]+")
_GAP = Expression(r"([~>-])(\d)")
_BROKEN = Expression(r"(?<=[^\s(])\|\s+(?=\S)")
_SIGNS = frozenset({"(", ")", ")?", "|", ".", "^", "//"})
_CLAUSE = f"{COMMA}|{STOP}|{QUESTION}|{BUT}"
# A choice of so many words is looked up by, although the line may hold a rarer one.
_RARE = 25
_BARRED = {"~": _CLAUSE, ">": f"{STOP}|{QUESTION}", "-": f"{_CLAUSE}|NEG"}


class Pattern:
    """One line of a rule."""

    def __init__(self, line: str, anchor: str, needs: Callable[[str], list[str]]) -> None:
        """Take a line; most are never met, so that a line is read in full only when a message may hold it.

        Args:
            line: The line, as written.
            anchor: A choice of words of which a text must hold one to match, one that is seldom met.
            needs: What finds all such choices in a line.
        """
        rule, _, unless = line.partition("//")
        self.line = rule
        self.anchor = anchor
        self.unless = "|".join(unless.split())
        """A sentence that holds a word of this choice does not match."""
        self._needs = needs

    def may_stand_in(self, names: frozenset[str]) -> bool:
        """Whether a text that holds these names of words can match."""
        return not any(map(names.isdisjoint, self._needed))

    @cached_property
    def _needed(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(need.split("|")) for need in self._needs(self.line))

    @cached_property
    def sequence(self) -> Sequence:
        """What is looked for."""
        return read_line(self.line)


class Notation:
    """Reads the lines of the rules with the lists of words they name."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """Read lines with the named lists of words; a list may name other lists."""
        self.lists = {name: tuple(words.split()) for name, words in lists.items()}
        self._needs_of: dict[str, str] = {}
        self._weights: dict[str, int] = {}

    def words(self, lines: Iterable[str]) -> set[str]:
        """Every word that the lists and the given lines name.

        Raises:
            ValueError: A line or a list names a list that is not there.
        """
        named = {name for line in lines for name in _NAME.findall(line)}
        named.update(word for words in self.lists.values() for word in words)
        for name in named:
            if name.isupper() and name not in self.lists and not name.startswith("NUM_") and name != "COMMA":
                raise ValueError(f"A red-flag rule names no list of words {name!r}.")
        return named - self.lists.keys()

    def pattern(self, line: str) -> Pattern:
        """The pattern of one line."""
        return Pattern(line, self._anchor(line.partition("//")[0]), self._needs)

    def _anchor(self, rule: str) -> str:
        """A choice of words that a line needs: the first that is rare enough, else the rarest."""
        for item in _items(rule):
            if item == "(":
                break
            need = self._need(item)
            if need and self._weight(need) <= _RARE:
                return need
        return min(self._needs(rule), key=self._weight)

    def _needs(self, rule: str) -> list[str]:
        """The choices of words of each of which a text must hold one to match."""
        needed: list[str] = []
        groups: list[tuple[list[str], list[list[str]]]] = []
        for item in _items(rule):
            need = self._need(item)
            if need:
                needed.append(need)
            elif item == "(":
                groups.append((needed, []))
                needed = []
            elif item == "|":
                groups[-1][1].append(needed)
                needed = []
            elif item in {")", ")?"}:
                ways = [*groups[-1][1], needed]
                needed = groups.pop()[0]
                if item == ")" and all(ways):
                    needed.append("|".join(min(way, key=self._weight) if len(way) > 1 else way[0] for way in ways))
        return needed

    def _need(self, item: str) -> str:
        """The choice of words of which an item needs one; empty when it can do without."""
        need = self._needs_of.get(item)
        if need is None:
            without = item in _SIGNS or item[0] in "!~>-" or item[-1] == "?" or "{0" in item
            need = self._needs_of[item] = "" if without else item.partition("{")[0]
        return need

    def _weight(self, names: str) -> int:
        """How often a choice of words is met, roughly: the number of words, and more for each that is common."""
        weight = self._weights.get(names)
        if weight is None:
            weight = self._weights[names] = sum([self._rarities.get(name, 1) for name in names.split("|")])
        return weight

    def _expanded(self, name: str) -> Iterator[str]:
        if name not in self.lists:
            yield name
        for part in self.lists.get(name, ()):
            yield from self._expanded(part)

    @cached_property
    def _rarities(self) -> dict[str, int]:
        """The weight of each list and of each common word; that of any other word is one."""
        common = frozenset(self.lists.get("COMMON", ()))
        weights = dict.fromkeys(common, 61)
        for name in self.lists:
            weights[name] = sum(61 if word in common else 1 for word in self._expanded(name))
        return weights


def read_line(line: str) -> Sequence:
    """The sequence that a line stands for, without what leaves sentences out.

    Raises:
        ValueError: The line is not in the notation.
    """
    groups: list[list[list[Node]]] = [[[]]]
    for item in _items(line):
        if item == "(":
            groups.append([[]])
        elif item == "|":
            groups[-1].append([])
        elif item in {")", ")?"}:
            ways = tuple(Sequence(way) for way in groups.pop())
            groups[-1][-1].append(AnyOf(ways, may_miss=item == ")?"))
        else:
            groups[-1][-1].append(_node(item))
    ((sequence,),) = groups
    return Sequence(sequence)


def _items(line: str) -> list[str]:
    """The items of a line; an item that ends in `|` goes on after the space."""
    items = line.split()
    if any(item[-1] == "|" and len(item) > 1 for item in items):
        return _BROKEN.sub("|", line).split()
    return items


def _node(item: str) -> Node:
    if item == "^":
        return Start()
    if item == ".":
        return ClauseEnd()
    if gap := _GAP.fullmatch(item):
        return Gap(_BARRED[gap[1]], int(gap[2]))
    parts = _ITEM.fullmatch(item)
    if parts is None:
        raise ValueError(f"A red-flag rule cannot be read at {item!r}.")
    if parts[1]:
        return NotBefore(parts[2])
    if not parts[3]:
        return Word(parts[2])
    return Repeated(parts[2], 0, 1) if parts[3] == "?" else Repeated(parts[2], int(parts[4]), int(parts[5]))
