"""Patients' text made plain: no control characters, one spelling for matching."""

import unicodedata
from collections.abc import Sequence

from rxflow.dialogue.expression import Expression

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"))
_CONTROL = Expression(r"[^\S\n]+")
_PIECE = Expression(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_WORD = Expression(r"[a-z0-9]+(?:[.][0-9]+)?(?:'[a-z]+)?")
_BEGINNING, _END = 1500, 500


def clean(text: str) -> str:
    """Text as it may be kept and shown: composed, without control or invisible formatting characters."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = composed.translate({ord(char): _seen(char) for char in set(composed)})
    return (_CONTROL.sub(" ", composed) if "  " in composed or not composed.isprintable() else composed).strip()


def _seen(char: str) -> str:
    """A character as it may be shown; an invisible one parts no word: `my<zero width>self` is one."""
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category in {"Cc", "Cs", "Co", "Cn"} and char != "\n" else char


def plain(text: str) -> str:
    """Lower case without accents, with straight apostrophes, for matching only; ASCII is not looked at by letters."""
    if text.isascii():
        return _plain_ascii(text)
    pieces = _PIECE.findall(text)
    folded = {piece: _plain_ascii(piece) if piece.isascii() else _folded(piece) for piece in set(pieces)}
    return "".join([folded[piece] for piece in pieces])


def _plain_ascii(text: str) -> str:
    return text.lower().replace("`", "'")


def _folded(text: str) -> str:
    # Decomposed before the case is folded: a mathematical bold capital is a capital only then.
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    return "".join(
        char for char in decomposed if not unicodedata.combining(char) and unicodedata.category(char) != "Cf"
    )


def words_of(text: str) -> tuple[str, ...]:
    """The plain words and numbers of a text, in order; `h-e-b` gives three."""
    return tuple(_WORD.findall(plain(text)))


def clipped(text: str) -> str:
    """What of a long message is read for what is wanted: its beginning and its end, where people say it.

    Words are not cut in two. Emergencies and reports are looked for in the whole message.
    """
    if len(text) <= _BEGINNING + _END:
        return text
    beginning, end = text[:_BEGINNING], text[-_END:]
    return f"{beginning.rpartition(' ')[0] or beginning} {end.partition(' ')[2] or end}"


def holds(text: str, marks: Sequence[str]) -> bool:
    """Whether one of some marks stands in a text: where none does, nothing slower need be tried."""
    for mark in marks:  # noqa: SIM110 - a generator is slower than what it looks for
        if mark in text:
            return True
    return False
