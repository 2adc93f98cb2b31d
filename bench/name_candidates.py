"""Ways to find a medicine by a misspelt or spoken name, behind one signature, to be measured side by side."""

import importlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from rxflow.services.drug_names import sound
from rxflow.services.near_names import NearNames

Search = Callable[[str], list[str]]
"""From a word without spaces, in lower case, to names, best first."""

Build = Callable[[Sequence[str]], Search]
CUT_OFF = 85
FEWEST = 5


def optional(module: str) -> Any:
    """A library that is compared and no dependency of the product, or None where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


def normalized_similarity(names: Sequence[str]) -> Search:
    """The first version: every name compared, OSA similarity from 0.7."""

    def search(word: str) -> list[str]:
        near = process.extract(word, names, scorer=OSA.normalized_similarity, score_cutoff=0.7, limit=FEWEST)
        return [name for name, _, _ in near]

    return search


def weighted_ratio(names: Sequence[str]) -> Search:
    """rapidfuzz alone: extractOne with WRatio and a cut-off."""

    def search(word: str) -> list[str]:
        found = process.extractOne(word, names, scorer=fuzz.WRatio, score_cutoff=CUT_OFF)
        return [found[0]] if found else []

    return search


def own_deletes(names: Sequence[str]) -> Search:
    """The index that the product uses, ranked by edits and Jaro-Winkler."""
    index = NearNames(names)

    def search(word: str) -> list[str]:
        ranked = sorted((edits, -JaroWinkler.similarity(word, name), name) for edits, name in index.near(word))
        return [name for _, _, name in ranked]

    return search


def own_with_sound(names: Sequence[str]) -> Search:
    """The same, and where nothing is near, names of the same sound."""
    near = own_deletes(names)
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        by_sound[sound(name)].append(name)
    return lambda word: near(word) or _most_alike(word, by_sound.get(sound(word), ()))


def symspell(names: Sequence[str]) -> Search:
    """symspellpy: the same algorithm in a library."""
    library = optional("symspellpy")
    index = library.SymSpell(2, 6)
    for name in names:
        index.create_dictionary_entry(name, 1)
    return lambda word: [found.term for found in index.lookup(word, library.Verbosity.ALL, 2)]


def metaphone(names: Sequence[str]) -> Search:
    """Metaphone keys of jellyfish, the most alike by rapidfuzz first."""
    library = optional("jellyfish")
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        by_key[library.metaphone(name)].append(name)
    return lambda word: _most_alike(word, by_key.get(library.metaphone(word), ()))


def entity_recognition(_: Sequence[str]) -> Search:
    """drug-named-entity-recognition with its own names, exact and fuzzy; it returns the generic name."""
    library = optional("drug_named_entity_recognition")

    def search(word: str) -> list[str]:
        found = library.find_drugs([word], is_ignore_case=True, is_fuzzy_match=True)
        return [drug["name"].lower() for drug, *_ in found]

    return search


def _most_alike(word: str, names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: -JaroWinkler.similarity(word, name))[:FEWEST]


CANDIDATES: dict[str, tuple[Build, str | None]] = {
    "first version: OSA similarity of every name": (normalized_similarity, None),
    f"rapidfuzz extractOne, WRatio from {CUT_OFF}": (weighted_ratio, None),
    "symspellpy": (symspell, "symspellpy"),
    "jellyfish metaphone and rapidfuzz": (metaphone, "jellyfish"),
    "drug-named-entity-recognition, fuzzy": (entity_recognition, "drug_named_entity_recognition"),
    "deletes index": (own_deletes, None),
    "deletes index, then sound (chosen)": (own_with_sound, None),
}
"""Each candidate with the library that it needs beside the product's own dependencies."""
