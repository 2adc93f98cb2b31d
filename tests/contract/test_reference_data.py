"""Served from files or from any database, the demo world answers alike."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.patient import Patient, name_keys_of
from rxflow.services.coverage import CoverageService
from rxflow.services.data_import import import_data
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import GROWING, MockData, load_mock_data
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.prices import PriceService
from rxflow.services.stored_data import load_stored_data, stored_counts
from tests.support.clock import AUSTIN
from tests.support.servers import postgres_database
from tests.support.stores import open_store

DATA_DIR = Path(__file__).resolve().parents[2] / "data"
TODAY = date(2026, 3, 4)
HOMES = ("files", "memory", "file", pytest.param("postgresql", marks=pytest.mark.services))


@dataclass(frozen=True)
class Served:
    """The read services over one home of the data."""

    data: MockData
    patients: PatientService
    pharmacies: PharmacyService
    coverage: CoverageService
    prices: PriceService

    @classmethod
    def of(cls, data: MockData) -> "Served":
        coverage, pharmacies = CoverageService(data), PharmacyService(data, AUSTIN)
        return cls(data, PatientService(data), pharmacies, coverage, PriceService(data, coverage, pharmacies))


@pytest.fixture(scope="module")
def loaded() -> Served:
    return Served.of(load_mock_data(DATA_DIR, TODAY))


@pytest.fixture(scope="module")
def drugs(loaded: Served) -> DrugService:
    return DrugService(loaded.data)


@pytest.fixture(scope="module", params=HOMES)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if request.param == "files":
        yield Served.of(load_mock_data(DATA_DIR, TODAY))
        return
    with ExitStack() as stack:
        if request.param == "postgresql":
            url = stack.enter_context(postgres_database())
        else:
            url = (
                "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path_factory.mktemp('db') / 'rxflow.db'}"
            )
        store = open_store(url)
        stack.callback(store.close)
        counts = import_data(DATA_DIR, today=TODAY, languages=("en", "es"), store=store, now=lambda: datetime.now(UTC))
        assert stored_counts(store) == counts
        yield Served.of(load_stored_data(store))


def test_every_patient_is_found_by_id(served: Served, loaded: Served) -> None:
    for patient in loaded.data.patients:
        assert served.patients.get(patient.patient_id) == patient


def test_an_unknown_patient_has_nothing(served: Served) -> None:
    for unknown in ("patient_999", "PATIENT_001", "", "patient_001\x00", "'; DROP TABLE reference_patients; --"):
        with pytest.raises(PatientNotFoundError):
            served.patients.get(unknown)
        assert served.patients.prescriptions(unknown) == ()
        assert served.coverage.authorization(unknown, "adalimumab") is None


def test_patients_are_listed_in_the_order_of_the_data(served: Served, loaded: Served) -> None:
    assert served.patients.all() == loaded.data.patients
    assert served.patients.all(limit=3) == loaded.data.patients[:3]


def test_every_patient_is_found_by_their_name_and_their_guardians(served: Served, loaded: Served) -> None:
    for patient in loaded.data.patients:
        for key in name_keys_of(patient):
            found = served.patients.called(key)
            assert patient in found
            assert found == tuple(each for each in loaded.data.patients if key in name_keys_of(each))
    assert served.patients.called("nobody here") == ()


def test_every_prescription_is_found(served: Served, loaded: Served) -> None:
    for patient in loaded.data.patients:
        theirs = tuple(rx for rx in loaded.data.prescriptions if rx.patient_id == patient.patient_id)
        assert served.patients.prescriptions(patient.patient_id) == theirs
        assert served.patients.tried(patient.patient_id) == {rx.drug for rx in theirs if rx.fills}
        for rx in loaded.data.prescriptions:
            found = served.patients.prescription(patient.patient_id, rx.rx_number.lower())
            assert found == (rx if rx in theirs else None)


def test_every_authorization_is_found(served: Served, loaded: Served) -> None:
    for each in loaded.data.authorizations:
        assert served.coverage.authorization(each.patient_id, each.generic_name.upper()) == each
        assert served.coverage.authorization(each.patient_id, "lisinopril") is None


def test_stock_is_the_same_at_every_pharmacy(served: Served, loaded: Served, drugs: DrugService) -> None:
    seen = set()
    for rx in loaded.data.prescriptions:
        for pharmacy in loaded.data.pharmacies:
            for is_minor in (False, True):
                asked = (pharmacy.pharmacy_id, rx, drugs.get(rx.drug), is_minor)
                fills = loaded.pharmacies.fills_available(*asked)
                assert served.pharmacies.fills_available(*asked) == fills
                seen.add(fills)
    assert {None, 0, 1} <= seen


def test_every_price_is_the_same(served: Served, loaded: Served, drugs: DrugService) -> None:
    for rx in loaded.data.prescriptions:
        patient: Patient = loaded.patients.get(rx.patient_id)
        drug = drugs.get(rx.drug)
        assert served.prices.compare(patient, rx, drug) == loaded.prices.compare(patient, rx, drug)
        plan = loaded.coverage.plan(patient)
        assert served.coverage.plan(patient) == plan
        if plan is not None:
            assert served.coverage.entry(plan, rx, drug) == loaded.coverage.entry(plan, rx, drug)


def test_the_nearest_pharmacies_are_the_same(served: Served, loaded: Served) -> None:
    for place in loaded.data.zip_codes:
        assert served.pharmacies.nearest(place.zip, 10) == loaded.pharmacies.nearest(place.zip, 10)


def test_what_is_loaded_whole_is_the_same(served: Served, loaded: Served) -> None:
    for field in fields(MockData):
        if field.name not in GROWING and not field.name.endswith("_records"):
            assert getattr(served.data, field.name) == getattr(loaded.data, field.name), field.name
