import pytest

from rxflow.domain.errors import PatientNotFoundError
from rxflow.domain.person_name import name_key
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService


def test_a_patient_is_found_by_id(patients: PatientService) -> None:
    assert patients.get("patient_009").guardian is not None
    assert len(patients.all()) == 14


def test_an_unknown_patient_is_an_error_that_does_not_repeat_the_id(patients: PatientService) -> None:
    with pytest.raises(PatientNotFoundError) as caught:
        patients.get("patient_999")
    assert "999" not in str(caught.value)


def test_prescriptions_are_those_of_the_patient(patients: PatientService) -> None:
    assert [rx.rx_number for rx in patients.prescriptions("patient_003")] == [f"RX10030{n}" for n in range(1, 5)]
    assert patients.prescriptions("patient_999") == ()


def test_another_patients_prescription_is_not_found(patients: PatientService, data: MockData) -> None:
    for patient in patients.all():
        for rx in data.prescriptions:
            found = patients.prescription(patient.patient_id, rx.rx_number)
            assert found == (rx if rx.patient_id == patient.patient_id else None)


def test_a_prescription_number_is_found_in_any_case(patients: PatientService) -> None:
    assert patients.prescription("patient_001", " rx100101 ") is not None


def test_tried_medicines_are_drug_records_ever_filled(patients: PatientService) -> None:
    tried = patients.tried("patient_011")
    assert {"adalimumab", "escitalopram", "sumatriptan"} <= tried
    assert not tried & {"rizatriptan", "naratriptan", "zolmitriptan", "eletriptan"}
    assert patients.tried("patient_999") == frozenset()


def test_a_page_of_patients_is_limited(patients: PatientService) -> None:
    assert [patient.patient_id for patient in patients.all(limit=2)] == ["patient_001", "patient_002"]


def test_patients_are_found_by_their_name_and_by_their_guardians(patients: PatientService) -> None:
    assert [patient.patient_id for patient in patients.called("john smith")] == ["patient_001"]
    assert patients.called("smith john") == ()
    child = next(patient for patient in patients.all() if patient.guardian)
    assert child.guardian is not None
    assert child in patients.called(name_key(child.guardian.name))
