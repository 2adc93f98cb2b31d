"""Patients, their allergies and the people who may speak for them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from rxflow.domain.person_name import name_key
from rxflow.domain.plan import Authorization
from rxflow.domain.prescription import Prescription

AllergySeverity = Literal["mild", "moderate", "severe"]
Language = str
"""The code of a language that there is a message catalogue for, such as `es`."""

ADULT_AGE_YEARS = 18


@dataclass(frozen=True, slots=True)
class Allergy:
    """A recorded reaction to a substance or a class of medicines, such as `penicillin` or `sulfonamide antibiotics`."""

    substance: str
    reaction: str
    severity: AllergySeverity


class GuardianScope(StrEnum):
    """What a guardian may do: `full` is a personal representative (45 CFR 164.502(g)); `view` may see and no more."""

    FULL = "full"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Guardian:
    """The adult who speaks for a minor, as FHIR's RelatedPerson: who, how related, for what and until when.

    `valid_until` is the last day that counts; None where no court or parent has set one. Either way it ends when the
    minor comes of age (`rxflow.domain.acting`).
    """

    name: str
    relationship: str
    scope: GuardianScope = GuardianScope.FULL
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Patient:
    """A patient as the pharmacy knows them. `plan_id` is None for a patient without insurance."""

    patient_id: str
    name: str
    date_of_birth: date
    sex: Literal["F", "M"]
    zip: str
    language: Language
    preferred_pharmacy_id: str
    plan_id: str | None = None
    allergies: tuple[Allergy, ...] = ()
    conditions: tuple[str, ...] = ()
    guardian: Guardian | None = None

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def age_on(self, day: date) -> int:
        """Completed years of age on a day."""
        had_birthday = (day.month, day.day) >= (self.date_of_birth.month, self.date_of_birth.day)
        return day.year - self.date_of_birth.year - (0 if had_birthday else 1)

    def is_minor_on(self, day: date) -> bool:
        return self.age_on(day) < ADULT_AGE_YEARS


@dataclass(frozen=True, slots=True)
class PatientFile:
    """Everything on file for one patient, as it was at one moment; lists are in the order of the data."""

    patient: Patient
    prescriptions: tuple[Prescription, ...] = ()
    authorizations: tuple[Authorization, ...] = ()


def name_keys_of(patient: Patient) -> tuple[str, ...]:
    """What a patient is found by: the key of their own name, and that of a guardian's."""
    names = (patient.name, *([patient.guardian.name] if patient.guardian else []))
    return tuple(dict.fromkeys(map(name_key, names)))
