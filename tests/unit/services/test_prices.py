from dataclasses import replace
from decimal import Decimal

import pytest

from rxflow.domain.pharmacy import Pharmacy
from rxflow.domain.plan import FormularyEntry
from rxflow.domain.prescription import Prescription
from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.prices import PriceQuote, PriceService


def _rx(data: MockData, rx_number: str) -> Prescription:
    return next(rx for rx in data.prescriptions if rx.rx_number == rx_number)


def _at(pharmacies: PharmacyService, pharmacy_id: str) -> Pharmacy:
    pharmacy = pharmacies.get(pharmacy_id)
    assert pharmacy is not None
    return pharmacy


@pytest.fixture
def one_price(
    data: MockData, coverage: CoverageService, pharmacies: PharmacyService, patients: PatientService
) -> "_OnePrice":
    return _OnePrice(data, coverage, pharmacies, patients)


class _OnePrice:
    """Quotes for one product of John Smith (tier 1, $10) at CVS with a price of the test's own."""

    def __init__(
        self, data: MockData, coverage: CoverageService, pharmacies: PharmacyService, patients: PatientService
    ) -> None:
        self._data, self._coverage, self._pharmacies = data, coverage, pharmacies
        self._patient = patients.get("patient_001")
        self.rx = _rx(data, "RX100101")

    def quote(
        self, unit_price: str, index: str = "1.00", brand: str | None = None, tier: int = 1, covered: bool = True
    ) -> PriceQuote:
        price = next(p for p in self._data.prices if (p.generic_name, p.strength) == ("lisinopril", "10 mg"))
        brand_unit_price = Decimal(brand) if brand else None
        price = replace(price, unit_price=Decimal(unit_price), brand_unit_price=brand_unit_price)
        note = FormularyEntry("BCBS_TX_PPO", "lisinopril", tier, covered=covered)
        data = replace(self._data, prices=(price,), formulary=(note,))
        service = PriceService(data, CoverageService(data), self._pharmacies)
        pharmacy = replace(_at(self._pharmacies, "PH001"), price_index=Decimal(index))
        quote = service.quote(self._patient, replace(self.rx, brand_name="Zestril" if brand else None), None, pharmacy)
        assert quote is not None
        return quote


def test_cash_is_unit_price_times_quantity_times_index(one_price: _OnePrice) -> None:
    assert one_price.quote("2.00", index="1.15").cash_price == Decimal("69.00")


def test_half_a_cent_is_rounded_up(one_price: _OnePrice) -> None:
    assert one_price.quote("0.10", index="0.915").cash_price == Decimal("2.75")  # 2.745


def test_a_brand_is_priced_as_the_brand(one_price: _OnePrice) -> None:
    assert one_price.quote("0.10", brand="5.00").cash_price == Decimal("150.00")


def test_the_patient_pays_the_copay_of_the_tier(one_price: _OnePrice) -> None:
    for tier, copay in ((1, "10.00"), (2, "35.00"), (3, "70.00"), (4, "75.00")):
        quote = one_price.quote("10.00", tier=tier)
        assert (quote.tier, quote.patient_pays) == (tier, Decimal(copay))
        assert quote.insurance_pays == Decimal("300.00") - Decimal(copay)


def test_the_patient_never_pays_more_than_cash(one_price: _OnePrice) -> None:
    quote = one_price.quote("0.10")
    assert (quote.cash_price, quote.patient_pays, quote.insurance_pays) == (Decimal(3), Decimal(3), Decimal(0))


def test_a_medicine_that_is_not_covered_is_paid_in_full(one_price: _OnePrice) -> None:
    quote = one_price.quote("10.00", tier=3, covered=False)
    assert (quote.patient_pays, quote.insurance_pays) == (Decimal(300), Decimal(0))


def test_without_insurance_the_patient_pays_cash(
    prices: PriceService, patients: PatientService, pharmacies: PharmacyService, data: MockData
) -> None:
    quote = prices.quote(patients.get("patient_004"), _rx(data, "RX100403"), None, _at(pharmacies, "PH003"))
    assert quote is not None
    assert quote.patient_pays == quote.cash_price
    assert (quote.insurance_pays, quote.tier, quote.preferred) == (None, None, False)


def test_the_preferred_network_is_the_plans(
    prices: PriceService, patients: PatientService, pharmacies: PharmacyService, data: MockData
) -> None:
    patient, rx = patients.get("patient_001"), _rx(data, "RX100101")
    preferred = {
        pharmacy.pharmacy_id
        for pharmacy in pharmacies.all()
        if (quote := prices.quote(patient, rx, None, pharmacy)) and quote.preferred
    }
    assert preferred == {"PH001", "PH003", "PH008"}


def test_brand_and_generic_are_priced_side_by_side(
    prices: PriceService, pharmacies: PharmacyService, data: MockData
) -> None:
    both = prices.brand_and_generic(_rx(data, "RX101007"), _at(pharmacies, "PH009"))
    assert both.brand is not None
    assert both.generic is not None
    assert both.generic < both.brand
    assert prices.cash_price(_rx(data, "RX101007"), _at(pharmacies, "PH009")) == both.brand


def test_a_product_without_a_price_has_no_quote(
    prices: PriceService, patients: PatientService, pharmacies: PharmacyService, data: MockData
) -> None:
    unpriced = replace(_rx(data, "RX100101"), strength="7 mg")
    assert prices.cash_price(unpriced, _at(pharmacies, "PH001")) is None
    assert prices.quote(patients.get("patient_001"), unpriced, None, _at(pharmacies, "PH001")) is None
    assert prices.compare(patients.get("patient_001"), unpriced, None) == ()


def test_pharmacies_are_compared_by_what_the_patient_pays(
    prices: PriceService, patients: PatientService, data: MockData
) -> None:
    offers = prices.compare(patients.get("patient_004"), _rx(data, "RX100403"), None)
    paid = [quote.patient_pays for _, quote in offers]
    assert paid == sorted(paid)
    assert offers[0][0].pharmacy_id == "PH008"
    assert len(offers) == 10


def test_every_demo_refill_has_a_sound_price_everywhere(
    prices: PriceService, patients: PatientService, pharmacies: PharmacyService, drugs: DrugService, data: MockData
) -> None:
    for rx in data.prescriptions:
        for pharmacy in pharmacies.all():
            quote = prices.quote(patients.get(rx.patient_id), rx, drugs.get(rx.drug), pharmacy)
            assert quote is not None, rx.rx_number
            assert 0 <= quote.patient_pays <= quote.cash_price
            assert quote.insurance_pays in (None, quote.cash_price - quote.patient_pays)
            assert all(amount == amount.quantize(Decimal("0.01")) for amount in (quote.cash_price, quote.patient_pays))
