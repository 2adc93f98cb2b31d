"""Which words and letters a text must hold for a pattern to meet it, read from the pattern itself.

So that a message is searched only for the phrases whose words it has. Knows the part of the regular-expression
language that the phrase tables use.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rxflow.dialogue.expression import Expression

MOST_ASKED = 3
"""How many sets of words and letters a pattern asks for at most."""

_SHORTEST, _LONGEST = 3, 4
"""How many letters in a row are asked for where a pattern does not tell that they are a whole word."""

_QUESTION = "?"
_COMMON = frozenset(
    "what that this have with will when where want need can get is i my it on no one me que not and the they these "
    "a to for you of in or do are as at be como esta has por una all some there here sent said de la el en un y".split()
)
_COMMON_COST = 20
_SHORT_COSTS = {1: 8, 2: 5, 3: 2}
_BETWEEN_WORDS_COST, _SHORT_PIECE_COST = 4, 4
_FREQUENCY = {letter: place for place, letter in enumerate("zqjxkvbywgpfmucdlhrsnioate ")}
"""How often each letter is written, from the rarest."""

_WORD = Expression(r"\w+")
_TOKEN = Expression(
    r"(?P<text>[a-z0-9 ',#/-]+(?![*?+{]))|(?P<zero>\\[bB]|\^|\$)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<class>\\[dDsSwW]|\.|\[(?:\\.|[^\]])*\])|(?P<many>[*?]|\{0?,\d*\}|\{0\})\??|(?P<some>\+|\{\d+(?:,\d*)?\})\??"
    r"|(?P<literal>\\?[\s\S])"
)
_NO_LETTERS = Expression(r"\\s|\\W|\[-?(?:[ ,.!?;:'/#&\"]|\\[.s-])+-?\]")
Letters = frozenset[str]
Key = str | tuple[str, ...]


def letters_of(pattern: str) -> tuple[Letters, ...]:
    """Sets of letters: every text that a pattern meets holds letters of each set; the most telling sets first.

    Words are written with a space on each side, and stand whole in the text. Other letters stand in it in a row.

    Args:
        pattern: A regular expression of literals, classes, groups, alternatives, repetitions and lookarounds.
    """
    asked = _Reader(pattern).alternatives(False, False).asked
    return tuple(sorted(dict.fromkeys(asked), key=_cost)[:MOST_ASKED])


def key_of(letters: str) -> Key:
    """Asked letters as `keys_in` gives those of a text."""
    word = letters.strip(" ")
    return word if letters == f" {word} " or letters == _QUESTION else tuple(letters)


def keys_in(text: str) -> set[Key]:
    """All letters of a text that can be asked for: its words, the letters in a row, and whether it asks."""
    second, third = text[1:], text[2:]
    threes, fours = zip(text, second, third, strict=False), zip(text, second, third, text[3:], strict=False)
    keys: set[Key] = {*_WORD.findall(text), *threes, *fours}
    if _QUESTION in text:
        keys.add(_QUESTION)
    return keys


class _Part(NamedTuple):
    """What a part of a pattern asks for, and whether no letter can stand right before its end."""

    asked: list[Letters]
    is_apart: bool


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._tokens = [(found.lastgroup or "", found[0]) for found in _TOKEN.finditer(pattern)]
        self.place = 0

    def alternatives(self, before: bool, after: bool) -> _Part:
        """Alternatives to the end of their group: all that the only one asks for, or one set of each.

        Args:
            before: Whether no letter stands right before them.
            after: Whether none stands right after them.
        """
        each = [_Sequence(self, before, after).read()]
        while self.next_kind() == "bar":
            self.place += 1
            each.append(_Sequence(self, before, after).read())
        is_apart = all(part.is_apart for part in each)
        if len(each) == 1:
            return each[0]
        if not all(part.asked for part in each):
            return _Part([], is_apart)
        return _Part([frozenset().union(*(min(part.asked, key=_cost) for part in each))], is_apart)

    def next_kind(self) -> str:
        return self._tokens[self.place][0] if self.place < len(self._tokens) else ""

    def take(self) -> tuple[str, str]:
        token = self._tokens[self.place]
        self.place += 1
        return token

    def repetition(self) -> str:
        """Whether what was read may be left out (`many`) or repeated (`some`)."""
        return self.take()[0] if self.next_kind() in {"many", "some"} else ""

    def group(self, before: bool, after: bool) -> tuple[_Part, str]:
        """The group that was opened, and whether it may be left out or repeated."""
        end = self._end_of_group(self.place)
        kind = self._tokens[end][0] if end < len(self._tokens) else ""
        repetition = kind if kind in {"many", "some"} else ""
        following = False if repetition else self.is_apart(end)
        part = self.alternatives(before and not repetition, after if following is None else following)
        self.take()
        self.repetition()
        return part, repetition

    def look(self, before: bool) -> _Part:
        """The lookaround that was opened; what follows it in the pattern does not follow what it looks for."""
        part = self.alternatives(before, False)
        self.take()
        return part

    def is_apart(self, place: int) -> bool | None:
        """Whether no letter can stand first in what begins at a token; None where the group ends."""
        kind, text = self._tokens[place] if place < len(self._tokens) else ("", "")
        if kind in {"bar", "close"}:
            return None
        if kind == "look":
            return self.is_apart(self._end_of_group(place + 1))
        if kind == "zero":
            return text != r"\B"
        if kind == "text":
            return not _is_letter(text[0])
        if kind not in {"class", "literal"} or not (_NO_LETTERS.fullmatch(text) or _is_mark(kind, text)):
            return False
        may_miss = place + 1 < len(self._tokens) and self._tokens[place + 1][0] == "many"
        return self.is_apart(place + 2) if may_miss else True

    def _end_of_group(self, place: int) -> int:
        """The token behind the group in which a token is."""
        depth = 1
        while depth:
            kind = self._tokens[place][0]
            depth += (kind in {"open", "look"}) - (kind == "close")
            place += 1
        return place


class _Sequence:
    """Reads one alternative."""

    def __init__(self, reader: _Reader, before: bool, after: bool) -> None:
        self._reader, self._after = reader, after
        self._asked: list[Letters] = []
        self._run = ""
        self._before = before
        """Whether no letter stands right before the run."""
        self._is_apart = before
        """Whether none stands right before the place that was reached."""

    def read(self) -> _Part:
        while (kind := self._reader.next_kind()) not in {"bar", "close", ""}:
            place = self._reader.place
            _, text = self._reader.take()
            if kind == "text":
                self._add(text)
            elif kind == "literal":
                self._letter(text[-1], self._reader.repetition(), place)
            elif kind == "zero":
                self._is_apart = self._is_apart or text != r"\B"
            elif kind == "look":
                self._look(text)
            elif kind == "class":
                may_miss = self._reader.repetition() == "many"
                apart = bool(_NO_LETTERS.fullmatch(text))
                self._end_run(place, apart and (not may_miss or self._is_apart))
            else:
                self._group(place)
        is_apart = self._is_apart
        self._end_run(self._reader.place, is_apart)
        return _Part(self._asked, is_apart)

    def _add(self, text: str) -> None:
        if not self._run:
            self._before = self._is_apart
        self._run += text
        self._is_apart = not _is_letter(text[-1])

    def _letter(self, letter: str, repetition: str, place: int) -> None:
        """One more letter; the run ends where it may be left out or repeated."""
        if repetition != "many":
            self._add(letter)
        if repetition:
            self._end_run(place, self._is_apart and not _is_letter(letter))
            if repetition == "some":
                self._add(letter)
                self._before = False

    def _look(self, text: str) -> None:
        """What must follow or stand before is in the text too; the run goes on behind it."""
        is_apart, run, before = self._is_apart, self._run, self._before
        part = self._reader.look(is_apart and "<" not in text)
        self._is_apart, self._run, self._before = is_apart, run, before
        if text[-1] == "=":
            self._asked += part.asked

    def _group(self, place: int) -> None:
        before = self._is_apart
        self._end_run(place, False)
        part, repetition = self._reader.group(before, self._after)
        if repetition != "many":
            self._asked += part.asked
        self._is_apart = part.is_apart and (before or repetition != "many")

    def _end_run(self, place: int, is_apart: bool) -> None:
        """Note what the run asks for, which ends before a token."""
        if self._run:
            following = self._reader.is_apart(place)
            after = self._is_apart or (self._after if following is None else following)
            if telling := _telling(self._run, self._before, after):
                self._asked.append(frozenset({telling}))
        self._run, self._is_apart = "", is_apart


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_mark(kind: str, text: str) -> bool:
    """Whether a token is a literal that is no letter."""
    return kind == "literal" and not _is_letter(text[-1])


def _cost(letters: Letters) -> int:
    """How many messages hold such letters, as a guess: short words and the commonest cost most."""
    return sum(map(_cost_of, letters))


def _cost_of(letters: str) -> int:
    word = letters.strip(" ")
    if word in _COMMON or letters == _QUESTION:
        return _COMMON_COST
    if letters[0] == letters[-1] == " ":
        return _SHORT_COSTS.get(len(word), 1)
    return _BETWEEN_WORDS_COST if " " in letters else _SHORT_PIECE_COST if len(letters) < _LONGEST else 1


def _telling(run: str, before: bool, after: bool) -> str | None:
    """What of a run is met least: a word of it, or letters in a row."""
    return min(_choices(run, before, after), key=_cost_and_frequency, default=None)


def _choices(run: str, before: bool, after: bool) -> Iterator[str]:
    for word in _WORD.finditer(run):
        is_whole = (before or word.start() > 0) and (after or word.end() < len(run))
        if is_whole:
            yield f" {word[0]} "
        else:
            yield from _pieces(word[0])
    yield from _pieces(run)
    if _QUESTION in run:
        yield _QUESTION


def _pieces(letters: str) -> Iterator[str]:
    length = min(len(letters), _LONGEST)
    return (letters[start : start + length] for start in range(len(letters) - length + 1) if length >= _SHORTEST)


def _cost_and_frequency(letters: str) -> tuple[int, int, int, str]:
    frequency = sum(_FREQUENCY.get(letter, 0) for letter in letters)
    return _cost_of(letters), -len(letters), frequency, letters
