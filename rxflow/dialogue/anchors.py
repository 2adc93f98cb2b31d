"""Which words an expression cannot do without, so that it is compiled and tried only where they stand.

The words are read from the expression itself, so that they cannot drift from it. A text that lacks one of them, or
holds them in another order or too far apart, cannot match; whether one that holds them does is left to the expression.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from rxflow.dialogue.expression import Expression

# What an expression is made of; words between bars and a word with its endings are read in one.
_PART = Expression(
    r"\((?:\?:)?(?P<choice>[a-z][a-z' ]*(?:\|[a-z][a-z' ]*)*)\)|"
    r"(?P<stem>[a-z]+)(?:[a-z]\?|\(\?:[a-z|]+\)\??|\\w[*+]|\[[a-z]+\]\??)+(?![\w\\\[({?*+<])|"
    r"(?P<open>\((?:\?(?::|P<\w+>|=|<=|<!|!))?)|(?P<close>\))|(?P<bar>\|)|"
    r"(?P<set>\[\^?[^\]]*\]|\\[dDwWsS]|\.)|(?P<edge>\\b|\^|\$)|<(?P<name>[A-Z0-9]+)>|"
    r"(?P<repeat>(?:[?*+]|\{\d+(?:,\d*)?\})\??)|"
    r"(?P<literal>(?:[\w ,':;/&%#@\"-](?![?*+{]))+|\\?.)"
)
_RUN = Expression(r"[a-z]+|[^a-z]+")
_TOKEN = Expression(r"[\w']+")
_WORDS = Expression(r"[a-z]+|[^\Wa-z]+")
_CHOICE_END = Expression(r"[a-z](?:\||$)")
_BOUNDS = Expression(r"\d+")
_WORDS_ONLY = Expression(r"\[(?:a-z|0-9|'|\d-\d|\d|[a-z])+\]")
_UNBOUNDED = 10_000
# A part with so many ways is read once, as if letters could follow it.
_MANY = 12
_COMMON = frozenset(
    "i we a an the to of on in it is am are was and or for my me so be at as no not you this that with have had has "
    "el la los las un una de que en y a me le se lo mi es con por para no ya".split()
)


class Anchor(NamedTuple):
    """Words of which one must stand, at most `reach` words after the anchor before it; `allerg*` begins so."""

    words: frozenset[str]
    reach: int
    rarity: int
    """How often one of the words is met, roughly; the least is the rarest."""

    def after(self, gap: int) -> "Anchor":
        """The same anchor, with so many words more before it."""
        return Anchor(self.words, self.reach + gap, self.rarity) if gap else self


rarity_of = attrgetter("rarity")


class _Node(NamedTuple):
    kind: str
    text: str = ""
    ways: "tuple[tuple[_Node, ...], ...]" = ()
    least: int = 1
    most: int = 1


class _Piece(NamedTuple):
    anchors: tuple[Anchor, ...]
    tail: int
    """How many words can follow the last anchor; all words, when there is none."""
    is_apart: bool
    """Whether no letter stands at its end."""

    @property
    def most(self) -> int:
        """How many words it can be."""
        return sum([anchor.reach for anchor in self.anchors]) + self.tail


_NEVER = _Piece((Anchor(frozenset(), 1, 0),), 0, True)


class AnchorReader:
    """Reads the anchors of expressions as of `re` that begin where no letter stands before, without flags."""

    def __init__(self, named: Callable[[str], str] = lambda name: "") -> None:
        """Read expressions in which `<NAME>` stands for the part that `named` gives."""
        self._named = named
        self._parts: dict[str, _Node] = {}
        self._extents: dict[str, tuple[int, bool]] = {}
        self._pieces: dict[tuple[str, bool, bool], _Piece] = {}

    def anchors(self, expression: str) -> tuple[Anchor, ...]:
        """The anchors of an expression, in order."""
        return self._of_group(_Node("group", ways=self._parse(expression)), True, False).anchors

    def _parse(self, expression: str) -> tuple[tuple[_Node, ...], ...]:
        groups: list[tuple[str, list[list[_Node]]]] = [("", [[]])]
        for part in _PART.finditer(expression):
            kind, text = part.lastgroup, part[0]
            here = groups[-1][1]
            if kind == "literal":
                here[-1].append(_Node("literal", text.removeprefix("\\")))
            elif kind in {"choice", "stem"}:
                here[-1].append(_Node(kind, part[kind]))
            elif kind == "open":
                groups.append((text, [[]]))
            elif kind == "close":
                opened, ways = groups.pop()
                groups[-1][1][-1].append(_group(opened, tuple(map(tuple, ways))))
            elif kind == "bar":
                here.append([])
            elif kind == "repeat":
                here[-1][-1] = _repeated(here[-1][-1], text)
            elif kind == "name":
                here[-1].append(self._part(part["name"]))
            else:
                here[-1].append(_Node(str(kind), text))
        return tuple(map(tuple, groups[0][1]))

    def _part(self, name: str) -> _Node:
        if name not in self._parts:
            self._parts[name] = _Node("part", name, ways=self._parse(self._named(name)))
        return self._parts[name]

    def _of_sequence(self, nodes: Sequence[_Node], is_apart: bool, following: bool) -> _Piece:
        """The anchors of a sequence that begins where no letter stands before or not, and ends where none follows."""
        if len(nodes) == 1:
            return self._of_node(nodes[0], is_apart, following)
        apart = _apart_from(nodes, following)
        anchors: list[Anchor] = []
        gap = 0
        for node, ends_apart in zip(nodes, apart[1:], strict=True):
            piece = self._of_node(node, is_apart, ends_apart)
            if piece.anchors:
                anchors.append(piece.anchors[0].after(gap))
                anchors += piece.anchors[1:]
                gap = 0
            gap += piece.tail
            is_apart = piece.is_apart
        return _Piece(tuple(anchors), min(gap, _UNBOUNDED), is_apart)

    def _of_node(self, node: _Node, is_apart: bool, following: bool) -> _Piece:
        if node.kind == "literal":
            return _of_literal(node.text, is_apart, following)
        if node.kind == "group":
            return self._of_group(node, is_apart, following)
        if node.kind == "stem":
            return _of_literal(node.text, is_apart, False)
        if node.kind == "repeat":
            return self._of_repeated(node, is_apart, following)
        if node.kind in {"choice", "part"}:
            following = following and len(node.ways) < _MANY
            known = self._pieces.get((node.text, is_apart, following))
            if known is None:
                known = (
                    self._of_choice(node.text, is_apart, following)
                    if node.kind == "choice"
                    else self._of_group(node, is_apart, following)
                )
                self._pieces[node.text, is_apart, following] = known
            return known
        if node.kind == "set":
            return _Piece((), 1, not _has_letters(node.text))
        if node.kind == "never":
            return _NEVER
        return _Piece((), 0, is_apart or node.text in {"\\b", "^"})

    def _of_repeated(self, node: _Node, is_apart: bool, following: bool) -> _Piece:
        inner = node.ways[0][0]
        if inner.kind == "set":
            ends_apart = not _has_letters(inner.text) and (node.least > 0 or is_apart)
            return _Piece((), _words_of_set(inner.text, node.most), ends_apart)
        if node.least == 0:
            most, ends_apart = self._extent(inner)
            return _Piece((), min(most * node.most, _UNBOUNDED), is_apart and ends_apart)
        piece = self._of_node(inner, is_apart, following and node.most == 1)
        return _Piece(piece.anchors, min(piece.tail + piece.most * (node.most - 1), _UNBOUNDED), piece.is_apart)

    def _extent(self, node: _Node) -> tuple[int, bool]:
        """How many words a node can be, and whether no letter stands at its end; no anchors are looked for."""
        if node.kind == "literal":
            return len(_WORDS.findall(node.text)), not "a" <= node.text[-1] <= "z"
        if node.kind == "stem":
            return 1, False
        if node.kind == "choice":
            return max(map(len, map(_WORDS.findall, node.text.split("|")))), _CHOICE_END.search(node.text) is None
        if node.kind in {"group", "part"}:
            if node.text not in self._extents or not node.text:
                ways = [[self._extent(inner) for inner in way] for way in node.ways]
                most = max([sum([words for words, _ in way]) for way in ways])
                self._extents[node.text] = most, all(bool(way) and way[-1][1] for way in ways)
            return self._extents[node.text]
        if node.kind == "repeat":
            inner = node.ways[0][0]
            if inner.kind == "set":
                return _words_of_set(inner.text, node.most), not _has_letters(inner.text) and node.least > 0
            most, ends_apart = self._extent(inner)
            return min(most * node.most, _UNBOUNDED), ends_apart and node.least > 0
        if node.kind == "set":
            return 1, not _has_letters(node.text)
        return 0, False

    def _of_choice(self, text: str, is_apart: bool, following: bool) -> _Piece:
        """The piece of words between bars."""
        choices = text.split("|")
        if " " in text or "'" in text or not is_apart:
            return _one_of([_of_literal(words, is_apart, following) for words in choices])
        words = frozenset(choices if following else [f"{word}*" for word in choices])
        return _Piece((Anchor(words, 1, sum(map(_rarity, choices))),), 0, False)

    def _of_group(self, node: _Node, is_apart: bool, following: bool) -> _Piece:
        return _one_of([self._of_sequence(way, is_apart, following) for way in node.ways])


def _one_of(ways: list[_Piece]) -> _Piece:
    """The piece of alternatives: an anchor of the best of each, when each has one."""
    if len(ways) == 1:
        return ways[0]
    ways = [way for way in ways if all(anchor.words for anchor in way.anchors)]
    if not ways:
        return _NEVER
    ends_apart = all(way.is_apart for way in ways)
    if not all(way.anchors for way in ways):
        return _Piece((), max([way.most for way in ways]), ends_apart)
    words: set[str] = set()
    lead = tail = rarity = 0
    for way in ways:
        anchors = way.anchors
        place = 1 if len(anchors) == 1 else anchors.index(min(anchors, key=rarity_of)) + 1
        best = anchors[place - 1]
        words |= best.words
        rarity += best.rarity
        lead = max(lead, sum([anchor.reach for anchor in anchors[:place]]))
        tail = max(tail, sum([anchor.reach for anchor in anchors[place:]]) + way.tail)
    return _Piece((Anchor(frozenset(words), lead, rarity),), tail, ends_apart)


def _group(opened: str, ways: tuple[tuple[_Node, ...], ...]) -> _Node:
    if opened == "(?=":
        return _Node("ahead", ways=ways)
    if opened == "(?!" and ways == ((),):
        return _Node("never")
    return _Node("look") if opened in {"(?!", "(?<!", "(?<="} else _Node("group", ways=ways)


def _repeated(node: _Node, repeat: str) -> _Node:
    if repeat[0] in "?*+":
        least, most = {"?": (0, 1), "*": (0, _UNBOUNDED), "+": (1, _UNBOUNDED)}[repeat[0]]
    else:
        bounds = [int(bound) for bound in _BOUNDS.findall(repeat)]
        least, most = bounds[0], bounds[-1]
    return _Node("repeat", ways=((node,),), least=least, most=most)


def _has_letters(text: str) -> bool:
    """Whether a set such as `[a-z]` may stand for a letter."""
    if text[0] == "[":
        return text[1] == "^" or "\\w" in text or any(char.isalpha() for char in text.replace("\\n", ""))
    return text not in {"\\d", "\\W", "\\s"}


def _words_of_set(text: str, most: int) -> int:
    """How many words so many characters of a set can be: letters and digits in a row are one."""
    if text in {"\\w", "\\d"} or _WORDS_ONLY.fullmatch(text) or most == 1:
        return 1
    return most // 2 + 1 if _has_letters(text) or any(char.isdigit() for char in text) else 0


def _begins_apart(node: _Node, following: bool) -> bool:
    """Whether no letter can stand first in what a node and all that follows it are."""
    if node.kind == "literal":
        return not "a" <= node.text[0] <= "z"
    if node.kind in {"choice", "stem"}:
        return False
    if node.kind == "edge":
        return following if node.text == "^" else True
    if node.kind == "set":
        return not _has_letters(node.text)
    if node.kind == "repeat":
        return _begins_apart(node.ways[0][0], following) and (node.least > 0 or following)
    if node.kind == "ahead":
        return following or all(_apart_from(way, False)[0] for way in node.ways)
    if node.kind in {"group", "part"}:
        return all(_apart_from(way, following)[0] for way in node.ways)
    return following


def _apart_from(nodes: Sequence[_Node], following: bool) -> list[bool]:
    """For each node and for the end, whether no letter can stand first there."""
    found = [following]
    for node in reversed(nodes):
        found.append(_begins_apart(node, found[-1]))
    return found[::-1]


def _rarity(word: str) -> int:
    return 60 if word in _COMMON else 8 if len(word) < 4 else 2 if len(word) < 6 else 1


def _of_literal(text: str, is_apart: bool, following: bool) -> _Piece:
    if text.isalpha():
        if not is_apart:
            return _Piece((), 1, False)
        return _Piece((Anchor(frozenset((text if following else f"{text}*",)), 1, _rarity(text)),), 0, False)
    anchors: list[Anchor] = []
    gap = 0
    for run in _RUN.finditer(text):
        word = run[0]
        is_word = "a" <= word[0] <= "z"
        if is_word and (is_apart or run.start() > 0):
            whole = following if run.end() == len(text) else True
            anchors.append(Anchor(frozenset({word if whole else f"{word}*"}), gap + 1, _rarity(word)))
            gap = 0
        elif is_word or _TOKEN.search(word):
            gap += 1
    return _Piece(tuple(anchors), gap, not "a" <= text[-1] <= "z")
