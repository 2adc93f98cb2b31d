"""Patients and the prescriptions on file for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.patient import Patient, PatientFile, name_keys_of
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
        called: defaultdict[str, dict[str, Patient]] = defaultdict(dict)
        for patient in data.patients:
            for key in name_keys_of(patient):
                called[key][patient.patient_id] = patient
        self._called = {key: tuple(group.values()) for key, group in called.items()}

    def file(self, patient_id: str) -> PatientFile | None:
        return self._files.get(patient_id)

    def files(self, patient_ids: Iterable[str]) -> Mapping[str, PatientFile]:
        return {each: self._files[each] for each in patient_ids if each in self._files}

    def first(self, limit: int) -> tuple[Patient, ...]:
        return self._patients[:limit]

    def called(self, key: str) -> tuple[Patient, ...]:
        return self._called.get(key, ())


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

    def files(self, patient_ids: Iterable[str]) -> Mapping[str, PatientFile]:
        """What is on file for some patients, by their ids, in few questions; those that are not known are left out."""
        return self._records.files(patient_ids)

    def called(self, key: str) -> tuple[Patient, ...]:
        """The patients whose own name or whose guardian's name has a key (`rxflow.domain.person_name.name_key`)."""
        return self._records.called(key)

    def all(self, limit: int = MOST_LISTED) -> tuple[Patient, ...]:
        """The first patients, in the order of the data: all of a demo, and a page of a million."""
        return self._records.first(limit)

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
