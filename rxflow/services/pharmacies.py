"""Pharmacies: by id, by distance, by the words that patients use for them, and what they can fill."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo

from rapidfuzz.distance import OSA

from rxflow.domain.drug import Drug
from rxflow.domain.pharmacy import Pharmacy, ZipCode
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import name_key, name_words
from rxflow.services.mock_data import MockData

EARTH_RADIUS_MILES = 3958.8

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


@dataclass(frozen=True, slots=True)
class NearbyPharmacy:
    """A pharmacy with its distance as the crow flies."""

    pharmacy: Pharmacy
    miles: float


class PharmacyService:
    """Reads pharmacies and their stock; frozen after construction.

    Args:
        data: The loaded data folder.
        timezone: The pharmacies' time zone, in which their hours are.
    """

    def __init__(self, data: MockData, timezone: ZoneInfo) -> None:
        self._timezone = timezone
        self._pharmacies = {pharmacy.pharmacy_id: pharmacy for pharmacy in data.pharmacies}
        self._zip_codes = {place.zip: place for place in data.zip_codes}
        self._stock = {
            (item.pharmacy_id, name_key(item.generic_name), item.strength.lower()): item.fills_available
            for item in data.stock
        }
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        self._places: defaultdict[str, set[str]] = defaultdict(set)
        for pharmacy in data.pharmacies:
            name, place = _spoken(pharmacy)
            for key in _place_keys(pharmacy, place):
                self._places[key].add(pharmacy.pharmacy_id)
            for key in _name_keys(pharmacy, name):
                self._names[key].add(pharmacy.pharmacy_id)
        # A street in an independent's name, as in Lamar Plaza, means the street when it is said alone.
        for key in self._places.keys() & self._names.keys():
            del self._names[key]

    def all(self) -> tuple[Pharmacy, ...]:
        """Every pharmacy, in the order of the data."""
        return tuple(self._pharmacies.values())

    def get(self, pharmacy_id: str) -> Pharmacy | None:
        """The pharmacy with this id, in any case."""
        return self._pharmacies.get(pharmacy_id.strip().upper())

    def nearest(self, zip: str, limit: int = 5) -> tuple[NearbyPharmacy, ...]:
        """The pharmacies nearest to the centre of a ZIP code, by great-circle distance; mail order comes last.

        Returns:
            At most `limit` pharmacies with their miles; none when the ZIP code is not known.
        """
        centre = self._zip_codes.get(zip.strip()[:5])
        if centre is None:
            return ()
        measured = (NearbyPharmacy(pharmacy, _miles(centre, pharmacy)) for pharmacy in self._pharmacies.values())
        return tuple(sorted(measured, key=lambda near: (near.pharmacy.is_mail_order, near.miles))[:limit])

    def is_open(self, pharmacy: Pharmacy, at: datetime) -> bool:
        """Whether a pharmacy is open at an aware time, by its own clock."""
        return pharmacy.hours.is_open(at.astimezone(self._timezone))

    def fills_available(
        self, pharmacy_id: str, prescription: Prescription, drug: Drug | None, is_minor: bool
    ) -> int | None:
        """How many fills of a prescription a pharmacy can make.

        Args:
            pharmacy_id: The pharmacy; an unknown one can fill nothing.
            prescription: What is to be filled.
            drug: Its drug record; None, an unlisted drug, counts as controlled (DOMAIN.md §1.2).
            is_minor: Whether the patient is a child, for a pharmacy that serves children only.

        Returns:
            None is plenty, 0 is none.
        """
        pharmacy = self.get(pharmacy_id)
        if pharmacy is None or (pharmacy.pediatric_only and not is_minor):
            return 0
        if not pharmacy.carries_controlled and (drug is None or drug.schedule.is_controlled):
            return 0
        product = (name_key(prescription.generic_name), prescription.strength.lower())
        return self._stock.get((pharmacy.pharmacy_id, *product))

    def find(self, words: str) -> tuple[Pharmacy, ...]:
        """The pharmacies that words mean, by chain, name, street, area, ZIP code or id, also when misspelled.

        A name with a place means the one of that name there. When nothing of that name is at the place, both those of
        the name and those at the place are returned, so that the patient can be asked.

        Returns:
            All that fit best, in the order of the data; none when no name and no place is met.
        """
        spoken = name_words(words.replace("&", " "))[:LONGEST_SEARCH_WORDS]
        by_id = {word.upper() for word in spoken} & self._pharmacies.keys()
        if by_id:
            return self._in_order(by_id)
        runs = _runs(spoken)
        named = {one for key in self._met(runs, self._names) for one in self._names[key]}
        place_keys = self._met(runs, self._places)
        hits: defaultdict[str, int] = defaultdict(int)
        for key in place_keys:
            for pharmacy_id in self._places[key]:
                hits[pharmacy_id] += 1
        there = {pharmacy_id for pharmacy_id, count in hits.items() if count == max(hits.values())}
        if not named or not there:
            return self._in_order(named | there)
        fully = {pharmacy_id for pharmacy_id in named if hits[pharmacy_id] == len(place_keys)}
        return self._in_order(fully or named & there or named | there)

    def _in_order(self, pharmacy_ids: set[str]) -> tuple[Pharmacy, ...]:
        return tuple(pharmacy for pharmacy in self._pharmacies.values() if pharmacy.pharmacy_id in pharmacy_ids)

    def _met(self, runs: set[str], index: Mapping[str, set[str]]) -> set[str]:
        """The keys that are said, letter for letter or, where no key is like the word, nearly."""
        met = runs & index.keys()
        unknown = {run for run in runs if len(run) >= MIN_SIMILAR_LETTERS - 1 and run not in self._places}
        for run in unknown - self._names.keys():
            met |= {key for key in index if _is_near(run, key)}
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
        for line in (said, full)
        for start in range(len(line))
        for end in range(start + 1, min(start + MAX_WORDS_IN_NAME, len(line)) + 1)
    }


def _is_near(word: str, key: str) -> bool:
    """Whether a key may be meant by a misspelled word: one edit away, or two in a long name."""
    if len(key) < MIN_SIMILAR_LETTERS or word[0] != key[0]:
        return False
    edits = 2 if len(key) >= TWO_EDITS_FROM_LETTERS else 1
    return OSA.distance(word, key, score_cutoff=edits) <= edits


def _miles(centre: ZipCode, pharmacy: Pharmacy) -> float:
    """Great-circle distance in miles, by the haversine formula."""
    latitude, other = radians(centre.latitude), radians(pharmacy.latitude)
    half_chord = (
        sin((other - latitude) / 2) ** 2
        + cos(latitude) * cos(other) * sin(radians(pharmacy.longitude - centre.longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_MILES * asin(sqrt(half_chord))
