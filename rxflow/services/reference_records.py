"""Where services look up what grows with the patients: in data that was loaded whole, or in the database."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from rxflow.domain.patient import Patient, PatientFile
from rxflow.persistence.order_repository import Product


class PatientRecords(Protocol):
    """Patients' files."""

    def file(self, patient_id: str) -> PatientFile | None:
        """What is on file for a patient, or None when no patient has this id."""

    def files(self, patient_ids: Iterable[str]) -> Mapping[str, PatientFile]:
        """What is on file for some patients, by their ids; those that are not known are left out."""

    def first(self, limit: int) -> tuple[Patient, ...]:
        """The first patients, in the order of the data."""

    def called(self, key: str) -> tuple[Patient, ...]:
        """The patients whose own name or whose guardian's name has a key, in the order of the data."""


class StockRecords(Protocol):
    """Stock that differs from plenty."""

    def exceptions(self, product: Product) -> Mapping[str, int | None]:
        """How many fills of a product are left, by the id of each pharmacy that is an exception; None is plenty."""
