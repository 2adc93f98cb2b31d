"""Imported records as rows and back: what identifies a patient is sealed, and found by keyed hashes."""

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from rxflow.domain.patient import Patient
from rxflow.domain.person_name import name_key
from rxflow.domain.plan import Authorization
from rxflow.domain.prescription import Prescription
from rxflow.persistence.records import SealedTable
from rxflow.persistence.reference_tables import AUTHORIZATIONS, PATIENTS, PRESCRIPTIONS
from rxflow.persistence.transaction import Transaction

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class PatientRow:
    """A patient of a data set; `position` is their place in the order of the data, as in the other rows."""

    dataset: int
    patient_ref: str
    position: int
    patient: Patient


@dataclass(frozen=True, slots=True)
class PrescriptionRow:
    """A prescription of a data set."""

    dataset: int
    patient_ref: str
    position: int
    prescription: Prescription


@dataclass(frozen=True, slots=True)
class AuthorizationRow:
    """A prior authorization of a data set."""

    dataset: int
    patient_ref: str
    position: int
    authorization: Authorization


def name_ref(tx: Transaction, key: str) -> str:
    """What the patients and guardians of a name are found by (`rxflow.domain.person_name.name_key`)."""
    return tx.cipher.digest("name", key)


def _guardian_ref(tx: Transaction, patient: Patient) -> str | None:
    return name_ref(tx, name_key(patient.guardian.name)) if patient.guardian else None


SEALED_PATIENTS = SealedTable(
    PATIENTS,
    PatientRow,
    key=("dataset", "patient_ref"),
    refs={
        "name_ref": lambda tx, row: name_ref(tx, name_key(row.patient.name)),
        "guardian_ref": lambda tx, row: _guardian_ref(tx, row.patient),
    },
)
SEALED_PRESCRIPTIONS = SealedTable(
    PRESCRIPTIONS,
    PrescriptionRow,
    key=("dataset", "patient_ref", "position"),
    refs={},
)
SEALED_AUTHORIZATIONS = SealedTable(
    AUTHORIZATIONS,
    AuthorizationRow,
    key=("dataset", "patient_ref", "position"),
    refs={},
)


def as_json(record: object) -> str:
    """A record as JSON text from which `from_json` makes an equal one."""
    kind: Any = type(record)
    return _adapter(kind).dump_json(record).decode()


def from_json(kind: type[Record], text: str) -> Record:
    """The record of this type that `as_json` wrote."""
    wanted: Any = kind
    record: Record = _adapter(wanted).validate_json(text)
    return record


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
