"""The demo patients' prescriptions and what finds them by words."""

from collections.abc import Callable

import pytest

from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.prescription import Prescription
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import MockData

PrescriptionsOf = Callable[[str], tuple[Prescription, ...]]


@pytest.fixture(scope="session")
def resolver(demo_drugs: DrugService) -> MedicationResolver:
    return MedicationResolver(demo_drugs)


@pytest.fixture(scope="session")
def prescriptions_of(demo: MockData) -> PrescriptionsOf:
    """The prescriptions of a demo patient: `prescriptions_of("001")`."""

    def own(number: str) -> tuple[Prescription, ...]:
        return tuple(item for item in demo.prescriptions if item.patient_id == f"patient_{number}")

    return own
