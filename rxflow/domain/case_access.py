"""Who of the staff may do what with a case."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from rxflow.domain.user import Role


class CaseAct(StrEnum):
    """What may be done at the desk."""

    SEE = "see"
    CLAIM = "claim"
    NOTE = "note"
    REPLY = "reply"
    READ_ALERT = "read alert"
    DECIDE = "decide"


_OF_TECHNICIANS = frozenset({CaseAct.SEE, CaseAct.CLAIM, CaseAct.NOTE, CaseAct.REPLY})
_OF_PHARMACISTS = frozenset(CaseAct)

CASE_ACTS: Mapping[Role, frozenset[CaseAct]] = MappingProxyType(
    {
        Role.PHARMACIST: _OF_PHARMACISTS,
        Role.TECHNICIAN: _OF_TECHNICIANS,
        Role.ADMIN: frozenset(),
        Role.AUDITOR: frozenset(),
    }
)
"""Sources: 42 CFR 456.705(b) and 21 CFR 1306.04(a) (the judgement is the pharmacist's, DOMAIN.md §1.11), 45 CFR
164.308(a)(4) (access by role) and 164.502(b) (the minimum necessary)."""
