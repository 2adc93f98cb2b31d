"""Who may do what through the HTTP API: roles, the table of their privileges, and whoever was recognised."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rxflow.domain.acting import ActingAs


class AccessRole(StrEnum):
    """As what somebody comes in."""

    PATIENT = "patient"
    GUARDIAN = "guardian"
    PHARMACIST = "pharmacist"
    TECHNICIAN = "technician"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Privilege(StrEnum):
    """What a role may be allowed to do. What is a patient's own is theirs alone, whatever the role allows."""

    CONVERSE = "converse"
    SEE_OWN_RECORD = "see own record"
    ORDER = "order"
    SEE_PHARMACIES = "see pharmacies"
    SEE_CASES = "see cases"
    WORK_CASES = "work cases"
    DECIDE_CASES = "decide cases"
    SEE_AUDIT = "see audit"
    SEE_DIAGNOSTICS = "see diagnostics"


_OF_PATIENTS = frozenset({Privilege.CONVERSE, Privilege.SEE_OWN_RECORD, Privilege.ORDER, Privilege.SEE_PHARMACIES})
_OF_CASE_WORKERS = frozenset({Privilege.SEE_PHARMACIES, Privilege.SEE_CASES, Privilege.WORK_CASES})

PRIVILEGES: Mapping[AccessRole, frozenset[Privilege]] = MappingProxyType(
    {
        AccessRole.PATIENT: _OF_PATIENTS,
        AccessRole.GUARDIAN: _OF_PATIENTS,
        AccessRole.PHARMACIST: _OF_CASE_WORKERS | {Privilege.DECIDE_CASES},
        AccessRole.TECHNICIAN: _OF_CASE_WORKERS,
        AccessRole.AUDITOR: frozenset({Privilege.SEE_AUDIT}),
        AccessRole.ADMIN: frozenset({Privilege.SEE_PHARMACIES, Privilege.SEE_DIAGNOSTICS}),
    }
)
"""Source: 45 CFR 164.308(a)(4) (access by role) and 164.502(b) (the minimum necessary)."""

PERSONS = frozenset({AccessRole.PATIENT, AccessRole.GUARDIAN})
"""The roles that come in for one patient."""


@dataclass(frozen=True, slots=True)
class Principal:
    """Whoever was recognised, for one request.

    Attributes:
        subject: The id of the account or the user.
        role: As what they come in.
        patient_id: The patient that they come in for; None for staff.
        acting_as: Who speaks for that patient; None for staff.
    """

    subject: str
    role: AccessRole
    patient_id: str | None = None
    acting_as: ActingAs | None = None

    def has(self, privilege: Privilege) -> bool:
        """Whether the role of this one allows something."""
        return privilege in PRIVILEGES[self.role]
