"""Every name of every medicine by its key, and which drugs it means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product
from typing import Literal

from rxflow.domain.drug import Drug
from rxflow.services.drug_names import name_key, name_words, spanish_forms, without_product

MatchKind = Literal["exact", "brand", "misspelling", "similar"]

CONTAINED_SCORE = 80.0
LISTED_SCORE = 95.0
BRAND_TAILS = frozenset("allergy relief 24hr hour pain".split())
"""Last words of brands of which the first word is enough: Allegra Allergy."""

LONGEST_SPANISH = 2
"""Words of a name whose Spanish forms are made; combinations are corrected word by word."""


@dataclass(frozen=True, slots=True)
class DrugMatch:
    """A drug that a phrase may mean.

    `matched` is the listed name that was met. Kind `exact` is the generic name or RxCUI and `brand` a brand, letter for
    letter but for case, accents, spaces, punctuation, a strength, and words of the product such as succinate or XR;
    `misspelling` is a listed misspelling or lay term, or a Spanish form; `similar` is a guess that must be asked about.
    `score` runs from 0 to 100; `edits` is how many edits away the name is, or None where that is not how it was found.
    `part` says that only a part of the drug's name was met: an ingredient of a combination, or the first word.
    """

    drug: Drug
    matched: str
    kind: MatchKind
    score: float
    edits: int | None = 0
    part: bool = False


Table = dict[str, tuple[DrugMatch, ...]]


def names_of(drugs: Iterable[Drug]) -> Table:
    """Generic names, RxCUIs and brands; a brand without its product words, such as Ventolin, if it is no other name."""
    index: defaultdict[str, dict[str, DrugMatch]] = defaultdict(dict)
    short: defaultdict[str, dict[str, DrugMatch]] = defaultdict(dict)
    for drug in drugs:
        for name in _generic_names(drug):
            index[name_key(name)].setdefault(drug.name, DrugMatch(drug, name, "exact", 100.0))
        for brand in drug.brands:
            match = DrugMatch(drug, brand, "brand", 100.0)
            words = name_words(brand)
            index["".join(words)].setdefault(drug.name, match)
            short["".join(without_product(words))].setdefault(drug.name, match)
            if words[-1] in BRAND_TAILS:
                short[words[0]].setdefault(drug.name, match)
    for key, matches in short.items():
        index.setdefault(key, matches)
    return {key: tuple(matches.values()) for key, matches in index.items()}


def _generic_names(drug: Drug) -> Iterator[str]:
    """The record name, the RxCUI, and the ingredients of a combination in every order."""
    yield drug.name
    if drug.rxcui is not None:
        yield drug.rxcui
    if 2 <= len(drug.ingredients) <= 3:
        yield from map(" / ".join, permutations(drug.ingredients))


def combinations_of(drugs: Iterable[Drug]) -> Table:
    """Combinations by the key of each ingredient, and longer names by their first word, such as insulin.

    They are not the same medicine, so never more than similar.
    """
    index: defaultdict[str, list[DrugMatch]] = defaultdict(list)
    for drug in drugs:
        parts = drug.ingredients if len(drug.ingredients) > 1 else name_words(drug.name)[:1]
        for part in parts:
            if part != drug.name:
                index[name_key(part)].append(DrugMatch(drug, part, "similar", CONTAINED_SCORE, None, part=True))
    return {key: tuple(matches) for key, matches in index.items()}


def other_spellings(drugs: Iterable[Drug], names: Table, combinations: Table, misspellings: Mapping[str, str]) -> Table:
    """Listed misspellings and lay terms, and the Spanish forms of generic names, where they are no name themselves.

    Args:
        drugs: The drugs.
        names: What `names_of` gives for them.
        combinations: What `combinations_of` gives for them.
        misspellings: The names that are meant, by what is heard or typed.
    """
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    for name in sorted({name for drug in drugs for name in (drug.name, *drug.ingredients, drug.name.split()[0])}):
        words = name_words(name)
        if len(words) <= LONGEST_SPANISH:
            for forms in product(*map(spanish_forms, words)):
                spelled["".join(forms)].add(name)
    # A Spanish form that two drugs share would be a guess; a listed word is for the drug that the list says.
    meant = {key: shared.pop() for key, shared in spelled.items() if len(shared) == 1 and key not in names}
    meant |= {name_key(heard): canonical for heard, canonical in misspellings.items()}
    table = {}
    for key, canonical in meant.items():
        exact, holding = names.get(name_key(canonical), ()), combinations.get(name_key(canonical), ())
        corrected = tuple(DrugMatch(match.drug, match.matched, "misspelling", LISTED_SCORE) for match in exact)
        if corrected or holding:
            table[key] = corrected + holding
    return table
