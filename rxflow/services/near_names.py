"""Names within two edits of a word, found by what is left of both when letters are taken out."""

from collections.abc import Iterable
from itertools import combinations

from rapidfuzz.distance import OSA

MOST_EDITS = 2
_PREFIX = 6
"""Only the first letters are taken apart: longer ones make a larger index, and shorter ones more to compare."""


class NearNames:
    """An index of names for look-ups by misspelt words; frozen after construction.

    The method is SymSpell's symmetric delete (Wolf Garbe, 2012): two words within two edits have a form in common when
    up to two letters are taken out of each. What is found is then compared in full, so nothing wrong is returned. An
    edit is an insertion, a deletion, a substitution or a transposition of neighbours (optimal string alignment).

    Args:
        names: The names, in lower case and without spaces.
    """

    def __init__(self, names: Iterable[str]) -> None:
        index: dict[str, tuple[str, ...]] = {}
        for name in names:
            one = (name,)
            for form in _shortened(name[:_PREFIX], MOST_EDITS):
                index[form] = index[form] + one if form in index else one
        self._index = index

    def near(self, word: str, most: int = MOST_EDITS) -> list[tuple[int, str]]:
        """The names within `most` edits (at most two) of a word, each with its edits, nearest first."""
        index, length = self._index, len(word)
        candidates: set[str] = set()
        for form in _shortened(word[:_PREFIX], most):
            if form in index:
                candidates.update(index[form])
        found = []
        for name in candidates:
            if -most <= len(name) - length <= most:
                edits = OSA.distance(word, name, score_cutoff=most)
                if edits <= most:
                    found.append((edits, name))
        found.sort()
        return found


def _shortened(start: str, most: int) -> set[str]:
    """A word's first letters, and what is left of them without up to `most` letters."""
    length = len(start)
    return {"".join(left) for kept in range(max(length - most, 0), length + 1) for left in combinations(start, kept)}
