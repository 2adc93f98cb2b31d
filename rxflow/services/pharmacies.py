"""Pharmacies: by id, by distance, by the words that patients use for them, and what they can fill."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest
from zoneinfo import ZoneInfo

from rxflow.domain.drug import Drug
from rxflow.domain.pharmacy import Pharmacy, ZipCode
from rxflow.domain.prescription import Prescription
from rxflow.persistence.order_repository import Product
from rxflow.services.drugs import name_key
from rxflow.services.mock_data import MockData
from rxflow.services.nearest import NearestPlaces, miles_between
from rxflow.services.pharmacy_names import PharmacyNames
from rxflow.services.reference_records import StockRecords

AROUND = 50
"""Pharmacies of which the cheapest, the fastest or the open one is chosen: as many again by mail order."""


@dataclass(frozen=True, slots=True)
class NearbyPharmacy:
    """A pharmacy with its distance as the crow flies."""

    pharmacy: Pharmacy
    miles: float


class LoadedStock:
    """The stock of data that was loaded whole."""

    def __init__(self, data: MockData) -> None:
        self._exceptions: defaultdict[Product, dict[str, int | None]] = defaultdict(dict)
        for item in data.stock:
            product = Product(name_key(item.generic_name), item.strength.lower())
            self._exceptions[product][item.pharmacy_id] = item.fills_available

    def exceptions(self, product: Product) -> Mapping[str, int | None]:
        return self._exceptions.get(product, {})


class PharmacyService:
    """Reads pharmacies and their stock; frozen after construction.

    Args:
        data: The loaded data, which may leave the stock in the database.
        timezone: The pharmacies' time zone, in which their hours are.
    """

    def __init__(self, data: MockData, timezone: ZoneInfo) -> None:
        self._timezone = timezone
        self._pharmacies = {pharmacy.pharmacy_id: pharmacy for pharmacy in data.pharmacies}
        self._zip_codes = {place.zip: place for place in data.zip_codes}
        self._stock: StockRecords = data.stock_records or LoadedStock(data)
        self._near: dict[bool, NearestPlaces[Pharmacy]] = {
            by_mail: NearestPlaces(each for each in data.pharmacies if each.is_mail_order is by_mail)
            for by_mail in (False, True)
        }
        self._names = PharmacyNames(data.pharmacies)

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
        centre = self.centre_of(zip)
        if centre is None:
            return ()
        found = self._near[False].to(centre, limit)
        by_mail = self._near[True].to(centre, limit - len(found))
        return tuple(NearbyPharmacy(pharmacy, miles) for pharmacy, miles in (*found, *by_mail))

    def around(self, zip: str, also: Iterable[str] = ()) -> tuple[NearbyPharmacy, ...]:
        """The pharmacies to choose from at a ZIP code: the nearest, and others that matter; mail order comes last.

        Args:
            zip: The ZIP code.
            also: The ids of others, however far; of very many the nearest.

        Returns:
            No more of them where there are more pharmacies, with their miles, nearest first; none when the ZIP code is
            not known.
        """
        centre = self.centre_of(zip)
        if centre is None:
            return ()
        near = [place for by_mail in (False, True) for place in self._near[by_mail].to(centre, AROUND)]
        known = {pharmacy.pharmacy_id for pharmacy, _ in near}
        others = [
            self._pharmacies[each] for each in dict.fromkeys(also) if each in self._pharmacies and each not in known
        ]
        far = nsmallest(AROUND, ((miles_between(centre, each), place, each) for place, each in enumerate(others)))
        found = [*near, *((pharmacy, miles) for miles, _, pharmacy in far)]
        found.sort(key=lambda each: (each[0].is_mail_order, each[1]))
        return tuple(NearbyPharmacy(pharmacy, miles) for pharmacy, miles in found)

    def centre_of(self, zip: str) -> ZipCode | None:
        """The centre of a ZIP code, or None where it is not known."""
        return self._zip_codes.get(zip.strip()[:5])

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
        product = Product(name_key(prescription.generic_name), prescription.strength.lower())
        return self._stock.exceptions(product).get(pharmacy.pharmacy_id)

    def find(self, words: str) -> tuple[Pharmacy, ...]:
        """The pharmacies that words mean, in the order of the data; see `PharmacyNames.find`."""
        return self._names.find(words)
