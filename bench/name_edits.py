"""Misspellings of medicine names as people make them: slips of the finger, letters by ear, swaps and omissions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from rapidfuzz.distance import OSA

from rxflow.services.drug_names import name_words
from rxflow.services.mock_data import MockData

SEED = 20261121
MIN_LETTERS = 5
"""Shorter names are not searched for among words (DOMAIN.md §7)."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BY_EAR = (
    ("ph", "f"), ("f", "ph"), ("y", "i"), ("i", "y"), ("c", "k"), ("k", "c"), ("s", "z"), ("z", "s"), ("x", "ks"),
    ("th", "t"), ("t", "th"), ("e", "a"), ("a", "e"), ("i", "e"), ("e", "i"), ("o", "a"), ("a", "o"), ("u", "o"),
    ("qu", "kw"), ("ll", "l"), ("v", "b"), ("m", "n"), ("c", "s"), ("g", "j"), ("tt", "t"), ("r", "rr"),
    ("l", "ll"), ("n", "nn"), ("ine", "in"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A typed word, the name that was meant, the drugs with this name, and the edits between the two words."""

    typed: str
    name: str
    drugs: frozenset[str]
    edits: int


def names_with_drugs(data: MockData) -> dict[str, frozenset[str]]:
    """Every generic and brand name of one word of five letters or more, with the drugs that have it."""
    found: dict[str, set[str]] = {}
    for drug in data.drugs:
        for name in (drug.name, *drug.brands):
            words = name_words(name)
            if len(words) == 1 and words[0].isalpha() and len(words[0]) >= MIN_LETTERS:
                found.setdefault(words[0], set()).add(drug.name)
    return {name: frozenset(drugs) for name, drugs in sorted(found.items())}


def misspellings(names: dict[str, frozenset[str]], each: int, seed: int = SEED) -> Iterator[Misspelling]:
    """For every name, `each` different words at one edit and as many at two; none is a name itself."""
    random = Random(seed)
    for name, drugs in names.items():
        for edits in (1, 2):
            seen: set[str] = set()
            for _ in range(40 * each):
                typed = name
                for _ in range(edits):
                    typed = edited(typed, random)
                if typed not in names and typed not in seen and OSA.distance(typed, name) == edits:
                    seen.add(typed)
                    yield Misspelling(typed, name, drugs, edits)
                if len(seen) == each:
                    break


def edited(word: str, random: Random) -> str:
    """A word with one slip: a neighbouring key, a letter by ear, a swap, an omission, a doubled or an added letter."""
    place = random.randrange(len(word))
    slip = random.randrange(6)
    if slip == 0:
        return word[:place] + random.choice(_beside(word[place])) + word[place + 1 :]
    if slip == 1:
        fitting = [pair for pair in _BY_EAR if pair[0] in word]
        heard, written = random.choice(fitting)
        places = [at for at in range(len(word)) if word.startswith(heard, at)]
        at = random.choice(places)
        return word[:at] + written + word[at + len(heard) :]
    if slip == 2 and place + 1 < len(word):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if slip == 3:
        return word[:place] + word[place] + word[place:]
    if slip == 4:
        return word[:place] + random.choice(_beside(word[place])) + word[place:]
    return word[:place] + word[place + 1 :]


def _beside(letter: str) -> str:
    """The keys beside a letter's."""
    for number, row in enumerate(_ROWS):
        at = row.find(letter)
        if at >= 0:
            near = {row[max(at - 1, 0)], row[min(at + 1, len(row) - 1)]}
            near |= {other[min(at, len(other) - 1)] for other in _ROWS[max(number - 1, 0) : number + 2]}
            return "".join(sorted(near - {letter}))
    return "aeiou"


def made_up_names(names: Iterable[str], count: int, seed: int = SEED) -> list[str]:
    """`count` names: the given ones, and others put together from their halves, so they are as like one another."""
    random = Random(seed)
    known = sorted(names)
    starts, ends = [name[: len(name) // 2] for name in known], [name[len(name) // 2 :] for name in known]
    made = set(known)
    while len(made) < count:
        made.add(random.choice(starts) + random.choice(ends))
    return sorted(made)
