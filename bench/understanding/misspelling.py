"""Names as people misspell them, at a given edit distance, from a fixed seed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from rapidfuzz.distance import OSA

SEED = 20
DISTANCES = (1, 2)
TRIES = 60

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEXT_KEYS = {
    key: (_ROWS[row][place - 1 : place] if place else "")
    + _ROWS[row][place + 1 : place + 2]
    + "".join(_ROWS[other][max(place - 1, 0) : place + 1] for other in (row - 1, row + 1) if 0 <= other < len(_ROWS))
    for row in range(len(_ROWS))
    for place, key in enumerate(_ROWS[row])
}
_SOUNDS = (
    ("ph", "f"), ("f", "ph"), ("y", "i"), ("i", "y"), ("i", "e"), ("e", "i"), ("c", "k"), ("k", "c"), ("c", "s"),
    ("s", "c"), ("z", "s"), ("s", "z"), ("x", "z"), ("x", "ks"), ("qu", "k"), ("th", "t"), ("ch", "k"), ("ee", "i"),
    ("ine", "een"), ("ine", "in"), ("ol", "all"), ("o", "a"), ("a", "o"), ("a", "e"), ("u", "oo"), ("v", "b"),
    ("g", "j"), ("j", "g"), ("oi", "oy"), ("ei", "i"), ("ae", "e"), ("rh", "r"), ("m", "n"), ("n", "m"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A name, how it came to be misspelled, at what distance, and as what."""

    name: str
    kind: str
    distance: int
    written: str


def _keyboard(name: str, random: Random) -> str:
    place = random.choice([at for at, letter in enumerate(name) if letter in _NEXT_KEYS])
    return name[:place] + random.choice(_NEXT_KEYS[name[place]]) + name[place + 1 :]


def _transposition(name: str, random: Random) -> str:
    place = random.randrange(len(name) - 1)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _omission(name: str, random: Random) -> str:
    place = random.randrange(len(name))
    return name[:place] + name[place + 1 :]


def _doubling(name: str, random: Random) -> str:
    place = random.randrange(len(name))
    return name[:place] + name[place] + name[place:]


def _phonetic(name: str, random: Random) -> str:
    heard, written = random.choice([pair for pair in _SOUNDS if pair[0] in name])
    places = [at for at in range(len(name)) if name.startswith(heard, at)]
    place = random.choice(places)
    return name[:place] + written + name[place + len(heard) :]


KINDS: dict[str, Callable[[str, Random], str]] = {
    "keyboard": _keyboard,
    "transposition": _transposition,
    "omission": _omission,
    "doubling": _doubling,
    "phonetic": _phonetic,
}


def misspellings(names: Sequence[str], is_name: Callable[[str], bool], seed: int = SEED) -> Iterator[Misspelling]:
    """One misspelling of each name, kind and distance, where there is one that is not a name itself.

    Args:
        names: Names in lower case.
        is_name: Whether a word is listed, and so is no misspelling.
        seed: Makes the same misspellings again.
    """
    random = Random(seed)
    for name in names:
        for kind, edit in KINDS.items():
            for distance in DISTANCES:
                written = _written(name, edit, distance, random)
                if written is not None and not is_name(written):
                    yield Misspelling(name, kind, distance, written)


def _written(name: str, edit: Callable[[str, Random], str], distance: int, random: Random) -> str | None:
    for _ in range(TRIES):
        written = name
        for _ in range(random.randint(1, distance)):
            written = edit(written, random)
        # Two edits may undo one another, and one sound may be worth two letters.
        if OSA.distance(name, written) == distance and written == written.strip():
            return written
    return None
