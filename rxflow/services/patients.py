"""Patients and the prescriptions on file for them."""

from collections import defaultdict
from datetime import date

from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.patient import Patient, PatientFile, folded_name
from rxflow.domain.plan import Authorization
from rxflow.domain.prescription import Prescription
from rxflow.services.mock_data import MockData
from rxflow.services.reference_records import PatientRecords

MOST_LISTED = 100
"""Patients that a page lists: a database may hold a million."""


class LoadedPatients:
    """Patients' files of a data folder that was loaded whole."""

    def __init__(self, data: MockData) -> None:
        prescriptions: defaultdict[str, list[Prescription]] = defaultdict(list)
        for prescription in data.prescriptions:
            prescriptions[prescription.patient_id].append(prescription)
        authorizations: defaultdict[str, list[Authorization]] = defaultdict(list)
        for authorization in data.authorizations:
            authorizations[authorization.patient_id].append(authorization)
        self._patients = data.patients
        self._files = {
            patient.patient_id: PatientFile(
                patient, tuple(prescriptions[patient.patient_id]), tuple(authorizations[patient.patient_id])
            )
            for patient in data.patients
        }
        self._by_identity: defaultdict[tuple[str, date], list[Patient]] = defaultdict(list)
        for patient in data.patients:
            self._by_identity[folded_name(patient.name), patient.date_of_birth].append(patient)

    def file(self, patient_id: str) -> PatientFile | None:
        return self._files.get(patient_id)

    def first(self, limit: int) -> tuple[Patient, ...]:
        return self._patients[:limit]

    def of_identity(self, name: str, date_of_birth: date) -> tuple[Patient, ...]:
        return tuple(self._by_identity.get((folded_name(name), date_of_birth), ()))


def patient_records(data: MockData) -> PatientRecords:
    """Where the patients of this data are looked up."""
    return data.patient_records or LoadedPatients(data)


class PatientService:
    """Reads patients and their prescriptions as the data holds them, without refills ordered since.

    Args:
        data: The loaded data, which may leave the patients in the database.
    """

    def __init__(self, data: MockData) -> None:
        self._records = patient_records(data)

    def get(self, patient_id: str) -> Patient:
        """The patient with this id.

        Raises:
            PatientNotFoundError: No patient has it.
        """
        found = self._records.file(patient_id)
        if found is None:
            raise PatientNotFoundError("No patient has this id; `patient_001` is the form of one.")
        return found.patient

    def all(self, limit: int = MOST_LISTED) -> tuple[Patient, ...]:
        """The first patients, in the order of the data: all of a demo, and a page of a million."""
        return self._records.first(limit)

    def find_by_name_and_birth_date(self, name: str, date_of_birth: date) -> tuple[Patient, ...]:
        """The patients of this name and birth date, in the order of the data.

        Case, accents, punctuation and spacing of the name do not count; the order of its words does.

        Returns:
            None or one as a rule; several when namesakes were born on the same day, whom this does not tell apart.
        """
        return self._records.of_identity(name, date_of_birth)

    def prescriptions(self, patient_id: str) -> tuple[Prescription, ...]:
        """The patient's prescriptions of any status, in the order of the data; none for an unknown patient."""
        found = self._records.file(patient_id)
        return found.prescriptions if found else ()

    def prescription(self, patient_id: str, rx_number: str) -> Prescription | None:
        """One of this patient's prescriptions by its number; None also when it is another patient's."""
        wanted = rx_number.strip().upper()
        return next((rx for rx in self.prescriptions(patient_id) if rx.rx_number == wanted), None)

    def tried(self, patient_id: str) -> frozenset[str]:
        """The drug record names that were ever dispensed to the patient, for step therapy."""
        return frozenset(rx.drug for rx in self.prescriptions(patient_id) if rx.fills)
