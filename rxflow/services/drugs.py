"""Drugs by record name, and by the names that patients use: generic, brand, RxCUI, misspelled or Spanish."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rxflow.domain.drug import Drug
from rxflow.services.mock_data import MockData

MatchKind = Literal["exact", "brand", "misspelling", "similar"]

MAX_WORDS = 5
MIN_SIMILAR_LETTERS = 5
"""Shorter words are like too many names (ISMP asks for five letters in a product search, DOMAIN.md §7)."""

MIN_SOUND_LETTERS = 8
"""By ear alone Zocar is Cozaar as much as Zocor; long names do not meet like that."""

MIN_SIMILARITY = 0.7
CONTAINED_SCORE = 80.0
SOUND_SCORE = 90.0
CORRECTED_LESS = 5.0

PRODUCT_WORDS = frozenset(
    "er xr sr xl la cr cd dr ir ec odt hfa hcl hydrochloride succinate tartrate besylate propionate sodium calcium "
    "sulfate maleate fumarate mesylate hydrobromide acetate diskus respimat solostar flexpen kwikpen".split()
)
"""Words after a name that tell the product, not the ingredient."""

AMOUNT_WORDS = frozenset(
    "mg mcg g ml unit units tablet tablets capsule capsules pill pills pen pens inhaler inhalers "
    "tableta tabletas pastilla pastillas capsula capsulas inhalador".split()
)

SPANISH_ENDINGS = (
    ("ina", "in"),
    ("ina", "ine"),
    ("ino", "ine"),
    ("ino", "in"),
    ("ona", "one"),
    ("ida", "ide"),
    ("ato", "ate"),
    ("io", "ium"),
    ("a", "e"),
    ("o", "e"),
    ("ol", "ole"),
    ("o", ""),
    ("a", ""),
)
"""Endings of ingredient names in Spanish and in English: amlodipino, metformina, omeprazol, furosemida, tiotropio."""

SOUNDS = (("ph", "f"), ("th", "t"), ("ch", "c"), ("rh", "r"), ("y", "i"), ("z", "c"), ("k", "c"))


@dataclass(frozen=True, slots=True)
class DrugMatch:
    """A drug that a phrase may mean.

    `matched` is the listed name that was met. Kind `exact` is the generic name or RxCUI and `brand` a brand, letter for
    letter but for case, accents, spaces, punctuation, a strength, and words of the product such as succinate or XR;
    `misspelling` is a listed misspelling or lay term, or a Spanish form; `similar` is a guess that must be asked about.
    `score` runs from 0 to 100.
    """

    drug: Drug
    matched: str
    kind: MatchKind
    score: float


def name_words(text: str) -> list[str]:
    """The words of a name in lower case without accents, apostrophes and punctuation."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.lower())


def name_key(text: str) -> str:
    """A name as it is compared: `Sacubitril / Valsartan` and `sacubitril-valsartan` have the same key."""
    return "".join(name_words(text))


class DrugService:
    """Reads the drug data; frozen after construction.

    Args:
        data: The loaded data folder.
    """

    def __init__(self, data: MockData) -> None:
        self._drugs = data.drugs
        self._by_name = {drug.name.lower(): drug for drug in data.drugs}
        self._named: dict[str, tuple[DrugMatch, ...]] = _names(data.drugs)
        self._containing: dict[str, tuple[DrugMatch, ...]] = _combinations(data.drugs)
        self._listed = {name_key(heard): name_key(canonical) for heard, canonical in data.misspellings.items()}
        self._words = frozenset(
            word for drug in data.drugs for name in (drug.name, *drug.brands) for word in name_words(name)
        )
        self._keys = [key for key in self._named if not key.isdigit()]
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._keys:
            if len(key) >= MIN_SOUND_LETTERS:
                self._by_sound[_sound(key)].append(key)
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in data.lasa_pairs:
            self._partners[one.lower()].add(other.lower())
            self._partners[other.lower()].add(one.lower())

    def all(self) -> tuple[Drug, ...]:
        """Every drug, in the order of the data."""
        return self._drugs

    def get(self, name: str) -> Drug | None:
        """The drug with this record name, in any case."""
        return self._by_name.get(name.strip().lower())

    def lasa_partners(self, name: str) -> frozenset[str]:
        """The names, in lower case, that look or sound like this generic or brand name."""
        return frozenset(self._partners.get(name.strip().lower(), ()))

    def find(self, words: str, limit: int = 5) -> tuple[DrugMatch, ...]:
        """Find the drugs that a name means.

        Args:
            words: A name of up to five words, perhaps with a strength; a longer text is not searched.
            limit: The most matches returned.

        Returns:
            The best kind of match only, best first: names and RxCUIs as they are listed, with the combinations that
            contain the ingredient after them; else listed misspellings and Spanish forms; else similar names.
        """
        spoken = name_words(words)
        bare = _without_amount(spoken)
        readings = (spoken, bare, _without_product(bare))
        for reading in readings:
            if found := self._exact("".join(reading)):
                return found[:limit]
        if not spoken or len(bare) > MAX_WORDS:
            return ()
        for reading in readings:
            if found := self._misspelled(reading):
                return found[:limit]
        return self._similar("".join(bare), limit)

    def _exact(self, key: str) -> tuple[DrugMatch, ...]:
        return self._named.get(key, ()) + self._containing.get(key, ())

    def _misspelled(self, words: Sequence[str]) -> tuple[DrugMatch, ...]:
        key = "".join(words)
        corrected = self._listed.get(key) or "".join(map(self._respelled, words))
        if corrected == key:
            return ()
        return tuple(map(_corrected, self._exact(corrected)))

    def _respelled(self, word: str) -> str:
        """One word of a longer name, corrected: `hctz` in `lisinopril hctz`, both words of `insulina glargina`."""
        if word in self._words:
            return word
        return self._listed.get(word) or next((form for form in _english_forms(word) if form in self._words), word)

    def _similar(self, key: str, limit: int) -> tuple[DrugMatch, ...]:
        if len(key) < MIN_SIMILAR_LETTERS:
            return ()
        sounds = (name for form in (key, *_english_forms(key)) for name in self._by_sound.get(_sound(form), ()))
        near = process.extract(
            key, self._keys, scorer=OSA.normalized_similarity, score_cutoff=MIN_SIMILARITY, limit=2 * limit
        )
        scored = [(100 * similarity, name) for name, similarity, _ in near] + [(SOUND_SCORE, name) for name in sounds]
        best: dict[str, DrugMatch] = {}
        for score, name in sorted(scored, key=lambda pair: -pair[0]):
            for match in self._named[name]:
                best.setdefault(match.drug.name, DrugMatch(match.drug, match.matched, "similar", round(score, 1)))
        return tuple(best.values())[:limit]


def _names(drugs: Iterable[Drug]) -> dict[str, tuple[DrugMatch, ...]]:
    """Every name by its key; a brand without its product words, such as Ventolin, where it is no other name."""
    index: defaultdict[str, dict[str, DrugMatch]] = defaultdict(dict)
    short: defaultdict[str, dict[str, DrugMatch]] = defaultdict(dict)
    for drug in drugs:
        for name in _generic_names(drug):
            index[name_key(name)].setdefault(drug.name, DrugMatch(drug, name, "exact", 100.0))
        for brand in drug.brands:
            match = DrugMatch(drug, brand, "brand", 100.0)
            index[name_key(brand)].setdefault(drug.name, match)
            short["".join(_without_product(name_words(brand)))].setdefault(drug.name, match)
    for key, matches in short.items():
        if key not in index:
            index[key] = matches
    return {key: tuple(matches.values()) for key, matches in index.items()}


def _generic_names(drug: Drug) -> Iterator[str]:
    """The record name, the RxCUI, and the ingredients of a combination in every order."""
    yield drug.name
    if drug.rxcui is not None:
        yield drug.rxcui
    if 2 <= len(drug.ingredients) <= 3:
        yield from map(" / ".join, permutations(drug.ingredients))


def _combinations(drugs: Iterable[Drug]) -> dict[str, tuple[DrugMatch, ...]]:
    """Combinations by the key of each ingredient: not the same medicine, so never more than similar."""
    index: defaultdict[str, list[DrugMatch]] = defaultdict(list)
    for drug in drugs:
        if len(drug.ingredients) > 1:
            for ingredient in drug.ingredients:
                index[name_key(ingredient)].append(DrugMatch(drug, ingredient, "similar", CONTAINED_SCORE))
    return {key: tuple(matches) for key, matches in index.items()}


def _corrected(match: DrugMatch) -> DrugMatch:
    """A match of the corrected spelling; what was only similar before stays so."""
    kind: MatchKind = "similar" if match.kind == "similar" else "misspelling"
    return replace(match, kind=kind, score=match.score - CORRECTED_LESS)


def _english_forms(word: str) -> Iterator[str]:
    """What a Spanish name may be in English, such as amlodipine for amlodipino."""
    return (word.removesuffix(ending) + ours for ending, ours in SPANISH_ENDINGS if word.endswith(ending))


def _sound(key: str) -> str:
    """A key as it is spelled in Spanish or by ear: `hydroxyzine` and `hidroxicine` are one."""
    for letters, sound in SOUNDS:
        key = key.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", key)


def _without_amount(words: Sequence[str]) -> list[str]:
    """`lisinopril 10 mg` without its strength; numbers alone stay."""
    named = [word for word in words if word not in AMOUNT_WORDS and not re.fullmatch(r"[0-9]+(mg|mcg|ml|g)?", word)]
    return named or list(words)


def _without_product(words: Sequence[str]) -> list[str]:
    """`metoprolol succinate` and `Wellbutrin XL` without the words that tell the product."""
    end = len(words)
    while end > 1 and words[end - 1] in PRODUCT_WORDS:
        end -= 1
    return list(words[:end])
