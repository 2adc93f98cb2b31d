"""Plain text for the readers that look at every message, at little cost where it is ASCII."""

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.text import plain

_PIECE = Expression(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def flat(text: str) -> str:
    """What `plain` gives; ASCII needs no look at each character."""
    if text.isascii():
        return _ascii(text)
    pieces = _PIECE.findall(text)
    folded = {piece: _ascii(piece) if piece.isascii() else plain(piece) for piece in set(pieces)}
    return "".join([folded[piece] for piece in pieces])


def _ascii(text: str) -> str:
    return text.lower().replace("`", "'")
