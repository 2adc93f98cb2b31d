"""A person's name as it is compared: however it is typed, the same name gives the same key."""

import unicodedata

MOST_CHARS = 200
"""More than the longest name; what follows is not read."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_UNWRITTEN = dict.fromkeys(map(ord, "'\u2019\u2018\u02bc`\u00b4."))
"""Apostrophes, as keyboards have them, and stops."""
_WITHOUT_MARKS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"})
"""Letters that Unicode does not take apart into a letter and a mark."""


def name_key(name: str) -> str:
    """A full name without case, accents, apostrophes, hyphens and spare spaces; `last, first` is turned round.

    Args:
        name: As typed or as on file.
    """
    last, _, rest = name[:MOST_CHARS].partition(",")
    family, given = _words(last), _words(rest)
    if set(given) <= _SUFFIXES:
        return " ".join([*family, *given])
    suffix = [word for word in (*given, *family) if word in _SUFFIXES]
    return " ".join([*(word for word in (*given, *family) if word not in _SUFFIXES), *suffix])


def _words(text: str) -> list[str]:
    """The words of a text in plain letters: marks vanish, any other sign parts words."""
    plain = unicodedata.normalize("NFKD", text.translate(_UNWRITTEN)).casefold().translate(_WITHOUT_MARKS)
    letters = (each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each))
    return "".join(each if each.isalnum() or unicodedata.category(each)[0] == "M" else " " for each in letters).split()
