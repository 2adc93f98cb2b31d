"""The demo data as it is on one day, for the tests of the read services."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rxflow.services.coverage import CoverageService
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.prices import PriceService


@pytest.fixture(scope="session")
def data_dir() -> Path:
    return Path(__file__).resolve().parents[3] / "data"


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 1, 15)


@pytest.fixture(scope="session")
def data(data_dir: Path, today: date) -> MockData:
    return load_mock_data(data_dir, today)


@pytest.fixture(scope="session")
def patients(data: MockData) -> PatientService:
    return PatientService(data)


@pytest.fixture(scope="session")
def drugs(data: MockData) -> DrugService:
    return DrugService(data)


@pytest.fixture(scope="session")
def pharmacies(data: MockData) -> PharmacyService:
    return PharmacyService(data, ZoneInfo("America/Chicago"))


@pytest.fixture(scope="session")
def coverage(data: MockData) -> CoverageService:
    return CoverageService(data)


@pytest.fixture(scope="session")
def prices(data: MockData, coverage: CoverageService, pharmacies: PharmacyService) -> PriceService:
    return PriceService(data, coverage, pharmacies)
