"""The words that patients use for pharmacies: chain, name, street, area and ZIP code, also when misspelled."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from rxflow.domain.pharmacy import Pharmacy
from rxflow.services.drug_names import name_key, name_words

CHAIN_KINDS = frozenset({"chain", "grocery", "mass merchant", "warehouse"})
"""Pharmacies of these kinds are named after their chain and then their place."""

GENERIC_WORDS = frozenset(
    "pharmacy pharmacies drugstore store outpatient farmacia farmacias the a at on in by to my of and or near "
    "street st avenue ave boulevard blvd road rd drive dr way lane ln "
    "la el las los de del en un una mi por y calle avenida".split()
)
"""Words that tell nothing about which pharmacy is meant."""

DIRECTIONS: Mapping[str, str] = {"n": "north", "s": "south", "e": "east", "w": "west"}
MAIL_WORDS = ("mail", "mail order", "mail delivery", "correo")

MAX_WORDS_IN_NAME = 4
LONGEST_SEARCH_WORDS = 60
MIN_SIMILAR_LETTERS = 6
"""Shorter names are met letter for letter: one letter makes white of while, and lamar of the Spanish llamar."""

TWO_EDITS_FROM_LETTERS = 8
_EACH = re.compile(
    r"[,;/]|\b(?:and|or|vs|versus|than|against|compared|instead|y|o|que|but|pero|comparad[oa]|contra)\b", re.IGNORECASE
)


class PharmacyNames:
    """Finds pharmacies by the words that are used for them; frozen after construction.

    Args:
        pharmacies: In the order in which they are found.
    """

    def __init__(self, pharmacies: Iterable[Pharmacy]) -> None:
        self._pharmacies = {pharmacy.pharmacy_id: pharmacy for pharmacy in pharmacies}
        self._place_of = {pharmacy_id: place for place, pharmacy_id in enumerate(self._pharmacies)}
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        self._places: defaultdict[str, set[str]] = defaultdict(set)
        for pharmacy in self._pharmacies.values():
            name, place = _spoken(pharmacy)
            for key in _place_keys(pharmacy, place):
                self._places[key].add(pharmacy.pharmacy_id)
            for key in _name_keys(pharmacy, name):
                self._names[key].add(pharmacy.pharmacy_id)
        # A street in an independent's name, as in Lamar Plaza, means the street when it is said alone.
        for key in self._places.keys() & self._names.keys():
            del self._names[key]
        self._known = frozenset((*self._names, *self._places))
        # The keys that words of each first letter and length may be near, with the edits that each is granted.
        self._similar: defaultdict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        for key in self._known:
            if len(key) >= MIN_SIMILAR_LETTERS:
                edits = 2 if len(key) >= TWO_EDITS_FROM_LETTERS else 1
                for length in range(len(key) - edits, len(key) + edits + 1):
                    self._similar[key[0], length].append((key, edits))

    def find(self, words: str) -> tuple[Pharmacy, ...]:
        """The pharmacies that words mean, by chain, name, street, area, ZIP code or id, also when misspelled.

        A name with a place means the one of that name there. When nothing of that name is at the place, both those of
        the name and those at the place are returned, so that the patient can be asked. Several names, as in `CVS or
        the Walgreens on Research`, mean a pharmacy each.

        Returns:
            All that fit best, in the order of the data; none when no name and no place is met.
        """
        words = words.replace("&", " ")
        spoken = name_words(words)[:LONGEST_SEARCH_WORDS]
        by_id = {word.upper() for word in spoken} & self._pharmacies.keys()
        if by_id:
            return self._in_order(by_id)
        keys = self._met(spoken)
        groups = [self._names[key] for key in keys & self._names.keys()]
        if any(one.isdisjoint(other) for one in groups for other in groups):
            parts = (name_words(part)[:LONGEST_SEARCH_WORDS] for part in _EACH.split(words)[:LONGEST_SEARCH_WORDS])
            each = [self._meant(met) for met in map(self._met, parts) if met & self._names.keys()]
            return self._in_order(set().union(*each))
        return self._in_order(self._meant(keys))

    def _meant(self, keys: set[str]) -> set[str]:
        """The pharmacies of the names and places that were said together."""
        named = {one for key in keys & self._names.keys() for one in self._names[key]}
        place_keys = keys & self._places.keys()
        hits: defaultdict[str, int] = defaultdict(int)
        for key in place_keys:
            for pharmacy_id in self._places[key]:
                hits[pharmacy_id] += 1
        there = {pharmacy_id for pharmacy_id, count in hits.items() if count == max(hits.values())}
        if not named or not there:
            return named | there
        fully = {pharmacy_id for pharmacy_id in named if hits[pharmacy_id] == len(place_keys)}
        return fully or named & there or named | there

    def _in_order(self, pharmacy_ids: set[str]) -> tuple[Pharmacy, ...]:
        return tuple(self._pharmacies[each] for each in sorted(pharmacy_ids, key=self._place_of.__getitem__))

    def _met(self, spoken: Sequence[str]) -> set[str]:
        """The keys that are said, letter for letter or, where no key is like the word, nearly."""
        runs = _runs(spoken)
        met = runs & self._known
        for run in runs - met:
            for key, edits in self._similar.get((run[0], len(run)), ()):
                if OSA.distance(run, key, score_cutoff=edits) <= edits:
                    met.add(key)
        return met


def _spoken(pharmacy: Pharmacy) -> tuple[list[str], list[str]]:
    """The words of the name and of the place in it: `H-E-B` and `Mueller`, `Walgreens` and `South Lamar`."""
    before, _, after = pharmacy.name.partition(" Pharmacy")
    if pharmacy.kind not in CHAIN_KINDS:
        return _telling(name_words(f"{before} {after}")), []
    if after:
        return ["".join(name_words(before))], _telling(name_words(after))
    chain, _, place = before.partition(" ")
    return ["".join(name_words(chain))], _telling(name_words(place))


def _name_keys(pharmacy: Pharmacy, name: Sequence[str]) -> Iterator[str]:
    yield from (key for key in _runs(name) if key not in DIRECTIONS.values())
    yield "".join(name) + "s"  # HEB's, which is too short to be met nearly
    if pharmacy.is_mail_order:
        yield from map(name_key, MAIL_WORDS)


def _place_keys(pharmacy: Pharmacy, place: Sequence[str]) -> Iterator[str]:
    """Street with and without its number and direction, the place in the name, and the ZIP code."""
    yield pharmacy.zip
    number, _, street = pharmacy.street.partition(" ")
    words = _telling(name_words(street))
    direction = DIRECTIONS.get(words[0]) if len(words) > 1 else None
    core = "".join(words[1:] if direction else words)
    for key in {core, (direction or "") + core}:
        yield from (key, number + key)
    area = "".join(place)
    if area and area not in DIRECTIONS.values():
        yield area


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in GENERIC_WORDS]


def _runs(words: Sequence[str]) -> set[str]:
    """Neighbouring words written together, as said and with directions in full: `h e b`, `1900 s lamar`."""
    said = _telling(words)
    full = [DIRECTIONS.get(word, word) for word in said]
    return {
        "".join(line[start:end])
        for line in ((said,) if full == said else (said, full))
        for start in range(len(line))
        for end in range(start + 1, min(start + MAX_WORDS_IN_NAME, len(line)) + 1)
    }
