"""What a refill costs at a pharmacy, and what the plan pays of it. Money is Decimal US dollars."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from rxflow.domain.drug import Drug
from rxflow.domain.patient import Patient
from rxflow.domain.pharmacy import Pharmacy
from rxflow.domain.plan import BasePrice, FormularyEntry, Plan
from rxflow.domain.prescription import Prescription
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import name_key
from rxflow.services.mock_data import MockData
from rxflow.services.pharmacies import PharmacyService

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PriceQuote:
    """The price of one refill. Without a plan `insurance_pays` and `tier` are None.

    `preferred` tells that the pharmacy is in the plan's preferred network.
    """

    cash_price: Decimal
    patient_pays: Decimal
    insurance_pays: Decimal | None
    tier: int | None
    preferred: bool


@dataclass(frozen=True, slots=True)
class BrandGenericPrices:
    """Cash prices of one refill as the generic and as the brand; None where it is not sold or not on file."""

    generic: Decimal | None
    brand: Decimal | None


class PriceService:
    """Computes prices; frozen after construction.

    Args:
        data: The loaded data folder.
        coverage: Where plans and tiers are read.
        pharmacies: The pharmacies that are compared.
    """

    def __init__(self, data: MockData, coverage: CoverageService, pharmacies: PharmacyService) -> None:
        self._prices = {_product(p.generic_name, p.strength, p.dosage_form): p for p in data.prices}
        self._coverage = coverage
        self._pharmacies = pharmacies

    def cash_price(self, prescription: Prescription, pharmacy: Pharmacy) -> Decimal | None:
        """The price without insurance: unit price x quantity x the pharmacy's price index, in cents, half up.

        A prescription for a brand is priced as the brand where the brand has a price of its own.

        Returns:
            Dollars, or None when no price is on file.
        """
        both = self.brand_and_generic(prescription, pharmacy)
        return both.brand if prescription.brand_name and both.brand is not None else both.generic

    def brand_and_generic(self, prescription: Prescription, pharmacy: Pharmacy) -> BrandGenericPrices:
        """The cash prices of the same refill as the generic and as the brand."""
        price = self._price(prescription)
        if price is None:
            return BrandGenericPrices(None, None)
        brand = price.brand_unit_price
        return BrandGenericPrices(
            generic=_total(price.unit_price, prescription, pharmacy),
            brand=None if brand is None else _total(brand, prescription, pharmacy),
        )

    def quote(
        self, patient: Patient, prescription: Prescription, drug: Drug | None, pharmacy: Pharmacy
    ) -> PriceQuote | None:
        """What the patient and the plan pay.

        The deductible is taken as met. The patient pays the tier's copay, on tier 4 the coinsurance of the cash price,
        and never more than the cash price; a medicine that the plan does not cover is paid in full.

        Returns:
            The quote, or None when no price is on file.
        """
        cash = self.cash_price(prescription, pharmacy)
        if cash is None:
            return None
        plan = self._coverage.plan(patient)
        if plan is None:
            return PriceQuote(cash, cash, None, None, preferred=False)
        entry = self._coverage.entry(plan, prescription, drug)
        patient_pays = min(cash, _share(plan, entry, cash))
        return PriceQuote(
            cash_price=cash,
            patient_pays=patient_pays,
            insurance_pays=cash - patient_pays,
            tier=entry.tier,
            preferred=pharmacy.pharmacy_id in plan.preferred_pharmacies,
        )

    def compare(
        self, patient: Patient, prescription: Prescription, drug: Drug | None
    ) -> tuple[tuple[Pharmacy, PriceQuote], ...]:
        """Quotes at every pharmacy, what the patient pays least first, then by cash price; none without a price.

        Stock is not looked at: see `PharmacyService.fills_available`.
        """
        offers = ((pharmacy, self.quote(patient, prescription, drug, pharmacy)) for pharmacy in self._pharmacies.all())
        priced = [(pharmacy, quote) for pharmacy, quote in offers if quote is not None]
        return tuple(sorted(priced, key=lambda offer: (offer[1].patient_pays, offer[1].cash_price)))

    def _price(self, prescription: Prescription) -> BasePrice | None:
        for name in (prescription.generic_name, prescription.drug):
            if price := self._prices.get(_product(name, prescription.strength, prescription.dosage_form)):
                return price
        return None


def _product(name: str, strength: str, dosage_form: str) -> tuple[str, str, str]:
    return name_key(name), strength.lower(), dosage_form.lower()


def _total(unit_price: Decimal, prescription: Prescription, pharmacy: Pharmacy) -> Decimal:
    return (unit_price * prescription.quantity * pharmacy.price_index).quantize(CENT, ROUND_HALF_UP)


def _share(plan: Plan, entry: FormularyEntry, cash: Decimal) -> Decimal:
    """The patient's part before it is held to the cash price."""
    if not entry.covered:
        return cash
    copays = {1: plan.tier1_copay, 2: plan.tier2_copay, 3: plan.tier3_copay}
    return copays.get(entry.tier, cash * plan.tier4_coinsurance).quantize(CENT, ROUND_HALF_UP)
