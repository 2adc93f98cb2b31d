"""Patients and the prescriptions on file for them."""

from collections import defaultdict

from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.patient import Patient
from rxflow.domain.prescription import Prescription
from rxflow.services.mock_data import MockData


class PatientService:
    """Reads patients and their prescriptions as the data holds them, without refills ordered since.

    Args:
        data: The loaded data folder.
    """

    def __init__(self, data: MockData) -> None:
        self._patients = {patient.patient_id: patient for patient in data.patients}
        by_patient: defaultdict[str, list[Prescription]] = defaultdict(list)
        for prescription in data.prescriptions:
            by_patient[prescription.patient_id].append(prescription)
        self._prescriptions = {patient_id: tuple(group) for patient_id, group in by_patient.items()}

    def get(self, patient_id: str) -> Patient:
        """The patient with this id.

        Raises:
            PatientNotFoundError: No patient has it.
        """
        try:
            return self._patients[patient_id]
        except KeyError:
            raise PatientNotFoundError("No patient has this id; `patient_001` is the form of one.") from None

    def all(self) -> tuple[Patient, ...]:
        """Every patient, in the order of the data."""
        return tuple(self._patients.values())

    def prescriptions(self, patient_id: str) -> tuple[Prescription, ...]:
        """The patient's prescriptions of any status, in the order of the data; none for an unknown patient."""
        return self._prescriptions.get(patient_id, ())

    def prescription(self, patient_id: str, rx_number: str) -> Prescription | None:
        """One of this patient's prescriptions by its number; None also when it is another patient's."""
        wanted = rx_number.strip().upper()
        return next((rx for rx in self.prescriptions(patient_id) if rx.rx_number == wanted), None)

    def tried(self, patient_id: str) -> frozenset[str]:
        """The drug record names that were ever dispensed to the patient, for step therapy."""
        return frozenset(rx.drug for rx in self.prescriptions(patient_id) if rx.fills)
