"""Which known word a misspelled one stands for: by its ending, by its sound, or by one slip of a letter.

All the unknown words of a message are read at once, joined by line breaks: ten expressions over one text cost less than
ten over each word.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

SHORTEST_HEARD = 4
_SHORTEST_SLIPPED = 5
_LONGEST_WORD = 24
MEDICINE_NAME = "medicinename"
# How the names of medicines end; at least two letters stand before.
_MEDICINE_ENDINGS = frozenset(
    """
    pril sartan statin statina olol prazol azol azole pam lam codone cdone codona cillin cilina mycin micina floxacin
    oxetine triptyline gliptin gliflozin formin formina dipin dipine zine dronate afil xaban triptan profen profeno
    barbital phen mine pirone razole thiazide semide lactone cycline ciclina sone lone tadine pentin pentina toin
    """.split()
)
_ENDING_LENGTHS = tuple(sorted({len(ending) for ending in _MEDICINE_ENDINGS}))

# First letters that sound alike in English or in Spanish.
_ALIKE = {
    "a": "h", "b": "v", "c": "sk", "e": "h", "f": "p", "g": "j", "h": "aeiou", "i": "hy", "j": "g", "k": "cq", "l": "",
    "o": "h", "q": "ck", "s": "cz", "u": "h", "v": "b", "w": "h", "y": "li", "z": "sc",
}  # fmt: skip
# What must be there, what is spelled, and how it sounds; in this order.
_SOUNDS = (
    ("ll", r"ll(?=[aeiou])", "i"),
    ("y", "y", "i"),
    ("cc", r"cc(?=[ei])", "ks"),
    ("x", "x", "ks"),
    ("ph", "ph", "f"),
    ("q", r"qu(?=[ei])|q", "k"),
    ("c", r"ck|c(?![eih])", "k"),
    ("c", r"c(?=[ei])", "s"),
    ("z", "z", "s"),
    ("gu", r"gu(?=[ei])", "G"),
    ("g", r"g(?=[ei])", "j"),
    ("h", r"(?<![cs])h", ""),
    ("v", "v", "b"),
    ("", r"(.)\1+", r"\1"),
)


class SpellingEar:
    """Knows words by their sound and forgives a slip in some of them."""

    def __init__(self, known: frozenset[str], forgiven: Iterable[str]) -> None:
        """Listen for known words; in the forgiven ones a letter may be too many, too few, wrong or swapped."""
        self._known = known
        self._forgiven = tuple(forgiven)

    def heard(self, words: Iterable[str]) -> dict[str, str]:
        """The known or forgiven word that each misspelled one stands for, where there is one."""
        found: dict[str, str] = {}
        unclear: list[str] = []
        for word in words:
            if len(word) > _LONGEST_WORD:
                continue
            if _is_medicine(word):
                found[word] = MEDICINE_NAME
            elif len(word) >= SHORTEST_HEARD:
                unclear.append(word)
        if unclear:
            for word, sound in zip(unclear, _sounds_of(unclear), strict=True):
                if near := self._by_sound(word, sound) or self._by_slip(word):
                    found[word] = near
        return found

    def _by_sound(self, word: str, sound: str) -> str | None:
        heard = f"{word}g" if word.endswith("in") and f"{word}g" in self._known else self._by_its_sound.get(sound)
        if heard is None or (heard[0] != word[0] and heard[0] not in _ALIKE.get(word[0], "")):
            return None
        return heard

    def _by_slip(self, word: str) -> str | None:
        if len(word) < _SHORTEST_SLIPPED:
            return None
        slips = self._slips
        for form in _without_a_letter(word):
            for known in slips.get(form, ()):
                if known[0] == word[0] and _one_slip(word, known):
                    return known
        return None

    @cached_property
    def _by_its_sound(self) -> dict[str, str]:
        words = [word for word in (*self._forgiven, *sorted(self._known)) if len(word) >= SHORTEST_HEARD]
        return dict(zip(_sounds_of(words), words, strict=True))

    @cached_property
    def _slips(self) -> dict[str, tuple[str, ...]]:
        """Each forgiven word under all its forms that lack a letter."""
        index: dict[str, tuple[str, ...]] = {}
        for word in self._forgiven:
            for form in _without_a_letter(word):
                index[form] = (*index.get(form, ()), word)
        return index


def _is_medicine(word: str) -> bool:
    return _ends_so(word) or (word[-1] == "s" and _ends_so(word[:-1]))


def _ends_so(word: str) -> bool:
    for length in _ENDING_LENGTHS:
        if word[-length:] in _MEDICINE_ENDINGS:
            return len(word) >= length + 2
    return False


def _sounds_of(words: Iterable[str]) -> list[str]:
    """How words sound to one who writes by ear: `desmallo` as `desmayo`, `atack` as `attack`."""
    joined = "\n".join(words)
    for needed, spelled, heard in _SOUNDS:
        if needed in joined:
            joined = joined.replace(spelled, heard) if spelled == needed else re.sub(spelled, heard, joined)
    return joined.split("\n")


def _without_a_letter(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _one_slip(word: str, known: str) -> bool:
    """Whether a letter too many, too few, wrong or swapped with its neighbour makes one word of the other."""
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    left, right = word[start:], known[start:]
    if len(left) > len(right):
        return left[1:] == right
    if len(left) < len(right):
        return left == right[1:]
    return left[1:] == right[1:] or (left[1:2] + left[:1] == right[:2] and left[2:] == right[2:])
