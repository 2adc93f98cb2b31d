"""Drugs by record name, and by the names that patients use: generic, brand, RxCUI, misspelled or Spanish."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from rxflow.domain.drug import Drug
from rxflow.services.drug_names import (
    LONGEST_KEPT,
    WORDS_KEPT,
    name_key,
    name_words,
    singulars,
    sound,
    without_amount,
    without_product,
)
from rxflow.services.mock_data import MockData
from rxflow.services.name_table import (
    LISTED_SCORE,
    DrugMatch,
    MatchKind,
    combinations_of,
    names_of,
    other_spellings,
)
from rxflow.services.near_names import MOST_EDITS, NearNames

__all__ = ["MOST_EDITS", "DrugMatch", "DrugService", "MatchKind", "name_key"]

MAX_WORDS = 5
MIN_SIMILAR_LETTERS = 4
MIN_TWO_EDITS = 5
"""Shorter words are two edits from too many names (ISMP asks for five letters in a product search, DOMAIN.md §7)."""

MIN_BEGINNING = 4
LONGEST_BEGINNING = 12
"""Letters of a beginning that are compared; few names differ later."""

LONGEST_NEAR = 22
"""Longer names are combinations; their words are corrected one by one."""

SOUND_SCORE = 70.0
BEGINNING_SCORE = 75.0
MIN_SOUNDS = 4
CORRECTED_LESS = 5.0
LATEST_WORDS = 256
_LAST = "\uffff"


class DrugService:
    """Reads the drug data; frozen after construction.

    Args:
        data: The loaded data folder.
    """

    def __init__(self, data: MockData) -> None:
        self._drugs = data.drugs
        self._by_name = {drug.name.lower(): drug for drug in data.drugs}
        self._named = names_of(data.drugs)
        self._containing = combinations_of(data.drugs)
        self._listed = other_spellings(data.drugs, self._named, self._containing, data.misspellings)
        with_combinations = {key: self._named.get(key, ()) + holding for key, holding in self._containing.items()}
        self._known = self._listed | self._named | with_combinations
        self._words = frozenset(
            word for drug in data.drugs for name in (drug.name, *drug.brands) for word in name_words(name)
        )
        self._keys = sorted(key for key in {*self._named, *self._listed} if not key.isdigit())
        near = [key for key in self._named if MIN_SIMILAR_LETTERS <= len(key) <= LONGEST_NEAR and not key.isdigit()]
        parts = [key for key in self._containing if key not in self._named and len(key) > MIN_TWO_EDITS]
        self._near = NearNames([*near, *parts])
        self._long = [key for key in self._named if len(key) > LONGEST_NEAR]
        self._sounds: dict[str, tuple[str, ...]] = {}
        for key in near:
            heard = sound(key)
            self._sounds[heard] = (*self._sounds.get(heard, ()), key)
        self._beginnings = _beginnings(self._keys)
        self._sound_beginnings = _beginnings(self._sounds)
        self._keys_of: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for heard, keys in self._sounds.items():
            for key in keys:
                for match in self._named[key]:
                    self._keys_of[match.drug.name].append((key, heard))
        self._by_ingredients: defaultdict[frozenset[str], list[Drug]] = defaultdict(list)
        for drug in data.drugs:
            self._by_ingredients[frozenset(drug.ingredients)].append(drug)
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in data.lasa_pairs:
            self._partners[one.lower()].add(other.lower())
            self._partners[other.lower()].add(one.lower())
        self._look_alikes = {name_key(name): name for name in self._partners}
        # A turn listens to the same words several times.
        self._short_begins = lru_cache(WORDS_KEPT)(self._begins)
        self._short_near = lru_cache(LATEST_WORDS)(self._within_two_edits)

    def all(self) -> tuple[Drug, ...]:
        """Every drug, in the order of the data."""
        return self._drugs

    def get(self, name: str) -> Drug | None:
        """The drug with this record name, in any case."""
        return self._by_name.get(name.strip().lower())

    def lasa_partners(self, name: str) -> frozenset[str]:
        """The names, in lower case, that look or sound like this generic or brand name."""
        return frozenset(self._partners.get(name.strip().lower(), ()))

    def look_alike(self, key: str) -> str | None:
        """The name of the list of look-alikes that has this key, in lower case; it may have no drug record."""
        return self._look_alikes.get(key)

    def find(self, words: str, limit: int = 5) -> tuple[DrugMatch, ...]:
        """Find the drugs that a name means.

        Args:
            words: A name of up to five words, perhaps with a strength; a longer text is not searched.
            limit: The most matches returned.

        Returns:
            The best kind of match only, best first: names and RxCUIs as they are listed, with the combinations that
            contain the ingredient after them; else listed misspellings and Spanish forms; else similar names: within
            two edits, with the same beginning, or with the same sound.
        """
        spoken = name_words(words)
        bare = without_amount(spoken)
        readings = (spoken, bare, without_product(bare))
        for reading in readings:
            if found := self.named("".join(reading)):
                return found[:limit]
        if not spoken or len(bare) > MAX_WORDS:
            return ()
        for reading in readings:
            if found := self._corrected(reading):
                return found[:limit]
        return self._similar(bare, limit)

    # -- what listening to a whole message needs -----------------------------------------------------------------

    def named(self, key: str) -> tuple[DrugMatch, ...]:
        """The drugs with this name, letter for letter, and the combinations that contain it; else listed spellings."""
        return self._known.get(key, ())

    def with_ingredients(self, ingredients: frozenset[str]) -> Sequence[Drug]:
        """The drugs of exactly these ingredients."""
        return self._by_ingredients.get(ingredients, ())

    def combined(self, name: str, other: str) -> tuple[DrugMatch, ...]:
        """The combination of an ingredient and another, by its name or a listed spelling, such as `hctz`."""
        return tuple(map(_less_sure, self._named.get(name_key(name) + self._respelled(other), ())))

    def begins_name(self, key: str) -> bool:
        """Whether a name or a listed spelling begins with these letters."""
        return key[:LONGEST_BEGINNING] in self._beginnings

    def may_begin_name(self, word: str) -> bool:
        """Whether a name or a listed spelling begins with a word, or with what it is the plural of."""
        return self._short_begins(word) if len(word) <= LONGEST_KEPT else self._begins(word)

    def _begins(self, word: str) -> bool:
        return any(map(self.begins_name, singulars(word)))

    def near(self, key: str, most: int = MOST_EDITS) -> tuple[DrugMatch, ...]:
        """Names within `most` edits (at most two) of a word, nearest first: guesses, one for each drug."""
        found = self._short_near(key) if len(key) <= LONGEST_KEPT else self._within_two_edits(key)
        return found if most == MOST_EDITS else tuple(match for match in found if (match.edits or 0) <= most)

    def _within_two_edits(self, key: str) -> tuple[DrugMatch, ...]:
        best: dict[str, DrugMatch] = {}
        ranked = sorted((edits, -JaroWinkler.similarity(key, name), name) for edits, name in self._near.near(key))
        for edits, _, name in ranked:
            score = round(100 * (1 - edits / max(len(key), len(name))), 1)
            for match in self._named.get(name) or self._containing[name]:
                guess = DrugMatch(match.drug, match.matched, "similar", score, edits, match.part)
                best.setdefault(match.drug.name, guess)
        return tuple(best.values())

    def beginning_with(self, key: str) -> tuple[DrugMatch, ...]:
        """The drugs with a name that begins with these letters: guesses, one for each drug."""
        start = bisect_left(self._keys, key)
        names = islice(self._keys, start, bisect_left(self._keys, key + _LAST, lo=start))
        return self._guesses((name for name in names if name in self._named), BEGINNING_SCORE)

    def begins_sound(self, heard: str) -> bool:
        """Whether a name begins with these sounds (`drug_names.sound`)."""
        return heard[:LONGEST_BEGINNING] in self._sound_beginnings

    def sounding(self, heard: str) -> tuple[str, ...]:
        """The keys of the names with exactly these sounds."""
        return self._sounds.get(heard, ())

    def keys_of(self, drug: str) -> Sequence[tuple[str, str]]:
        """The keys of a drug's names, generic and brand, each with its sounds."""
        return self._keys_of.get(drug, ())

    # -- guesses -------------------------------------------------------------------------------------------------

    def _corrected(self, words: Sequence[str]) -> tuple[DrugMatch, ...]:
        """Each word of a longer name by its listed spelling: `hctz` in `lisinopril hctz`."""
        if len(words) < 2:
            return ()
        corrected = "".join(map(self._respelled, words))
        return tuple(map(_less_sure, self._named.get(corrected, ()) + self._containing.get(corrected, ())))

    def _respelled(self, word: str) -> str:
        if word in self._words:
            return word
        listed = self._listed.get(word)
        return name_key(listed[0].matched) if listed else word

    def _similar(self, words: Sequence[str], limit: int) -> tuple[DrugMatch, ...]:
        key = "".join(words)
        if len(key) < MIN_SIMILAR_LETTERS:
            return ()
        found = self.near(key, MOST_EDITS if len(key) >= MIN_TWO_EDITS else 1) or self._near_long(key)
        if not found and len(words) > 1:
            found = self._near_words(words)
        if not found and len(key) >= MIN_BEGINNING:
            found = self.beginning_with(key) or self._by_sound(key)
        return found[:limit]

    def _near_long(self, key: str) -> tuple[DrugMatch, ...]:
        """Names of combinations, which are few and too long for the index, within two edits."""
        near = process.extract(key, self._long, scorer=OSA.distance, score_cutoff=MOST_EDITS)
        return self._guesses((name for name, _, _ in near), BEGINNING_SCORE)

    def _by_sound(self, key: str) -> tuple[DrugMatch, ...]:
        heard = sound(key)
        return self._guesses(self.sounding(heard), SOUND_SCORE) if len(heard) >= MIN_SOUNDS else ()

    def _near_words(self, words: Sequence[str]) -> tuple[DrugMatch, ...]:
        """`lisinoprl hydroclorothiazide`: each word by the name nearest to it."""
        nearest = [
            self._near.near(word) if word not in self._words and len(word) >= MIN_TWO_EDITS else () for word in words
        ]
        corrected = "".join(near[0][1] if near else word for near, word in zip(nearest, words, strict=True))
        edits = sum(near[0][0] for near in nearest if near)
        if not edits:
            return ()
        return tuple(
            replace(match, kind="similar", score=BEGINNING_SCORE, edits=edits) for match in self.named(corrected)
        )

    def _guesses(self, names: Iterable[str], score: float) -> tuple[DrugMatch, ...]:
        best: dict[str, DrugMatch] = {}
        for name in names:
            for match in self._named[name]:
                best.setdefault(match.drug.name, DrugMatch(match.drug, match.matched, "similar", score, None))
        return tuple(best.values())


def _beginnings(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(key[:end] for key in keys for end in range(1, min(len(key), LONGEST_BEGINNING) + 1))


def _less_sure(match: DrugMatch) -> DrugMatch:
    """A match of the corrected spelling; what was only similar before stays so."""
    kind: MatchKind = "similar" if match.kind == "similar" else "misspelling"
    return replace(match, kind=kind, score=min(match.score, LISTED_SCORE) - CORRECTED_LESS)
