"""Tall-man letters: capitals inside a name that set it apart from one that looks alike, such as `hydrOXYzine`."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

_WORD = re.compile(r"[A-Za-z]{4,}")


def tall_man_spellings(look_alikes: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The spelling of each name that has tall-man letters, by its plain lower-case name.

    Source: the FDA and ISMP lists of look-alike names with tall-man letters (`data/clinical/lasa_pairs.csv`).

    Args:
        look_alikes: Pairs of names as listed. A name without a capital after its first letter has no such spelling.
    """
    names = (name for pair in look_alikes for name in pair)
    return MappingProxyType({name.lower(): name for name in names if name.isalpha() and name[1:] != name[1:].lower()})


def in_tall_man(text: str, spellings: Mapping[str, str]) -> str:
    """A text with every listed name in tall-man letters, whatever its case; a capital at its beginning is kept.

    For what people read. Records, tool arguments and comparisons keep the plain name.
    """

    def spelled(match: re.Match[str]) -> str:
        word = match[0]
        spelling = spellings.get(word.lower(), word)
        return word[0] + spelling[1:] if word[0].isupper() else spelling

    return _WORD.sub(spelled, text) if spellings else text
