"""Who acts in a conversation, and what they may do: the patient, or the guardian within scope and time."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from rxflow.domain.patient import GuardianScope, Patient


class ActingAs(StrEnum):
    """Whose hands are on the keyboard."""

    PATIENT = "patient"
    GUARDIAN = "guardian"


class Permission(StrEnum):
    """What a person may be allowed to do. An emergency and what is reported of the patient are never held back."""

    VIEW = "view"
    ORDER = "order"
    CANCEL = "cancel"
    OPEN_CASE = "open case"
    CHANGE_PREFERENCES = "change preferences"


_ALLOWED: Mapping[GuardianScope, frozenset[Permission]] = MappingProxyType(
    {GuardianScope.FULL: frozenset(Permission), GuardianScope.VIEW: frozenset({Permission.VIEW})}
)


def is_guarded_on(patient: Patient, day: date) -> bool:
    """Whether the guardian on file speaks for the patient on a day: through the last day, and for a minor only.

    Source: 45 CFR 164.502(g)(3) (a parent or guardian is the personal representative of an unemancipated minor); at 18
    the child is an adult and the authority is gone.
    """
    guardian = patient.guardian
    if guardian is None or not patient.is_minor_on(day):
        return False
    return guardian.valid_until is None or day <= guardian.valid_until


def acting_on(patient: Patient, day: date) -> ActingAs:
    """Who speaks when only the patient is known, as in the demo: the guardian where there is one, else the patient."""
    return ActingAs.GUARDIAN if is_guarded_on(patient, day) else ActingAs.PATIENT


def may(act: Permission, person: ActingAs, patient: Patient, day: date) -> bool:
    """Whether a person may do something for a patient on a day.

    Patients may do everything with what is theirs; that a minor's refill needs an adult is a finding
    (`rxflow.clinical.records.check_minor`).

    Args:
        act: What is to be done.
        person: Who acts.
        patient: For whom.
        day: The day at the pharmacy.
    """
    if person is ActingAs.PATIENT:
        return True
    guardian = patient.guardian
    return guardian is not None and is_guarded_on(patient, day) and act in _ALLOWED[guardian.scope]
