"""Who may do what through the HTTP API: the whole table, cell by cell."""

import pytest

from rxflow.domain.access import PERSONS, PRIVILEGES, AccessRole, Principal, Privilege
from rxflow.domain.acting import ActingAs
from rxflow.domain.user import Role

# P patient, G guardian, R pharmacist, T technician, U auditor, A admin
EXPECTED = """
                    P  G  R  T  U  A
converse            x  x  .  .  .  .
see own record      x  x  .  .  .  .
order               x  x  .  .  .  .
see pharmacies      x  x  x  x  .  x
see cases           .  .  x  x  .  .
work cases          .  .  x  x  .  .
decide cases        .  .  x  .  .  .
see audit           .  .  .  .  x  .
see diagnostics     .  .  .  .  .  x
"""
COLUMNS = {
    "P": "patient",
    "G": "guardian",
    "R": "pharmacist",
    "T": "technician",
    "U": "auditor",
    "A": "admin",
}


def cells() -> list[tuple[str, str, bool]]:
    head, *lines = EXPECTED.strip().splitlines()
    found = []
    for line in lines:
        *words, marks = line[:20].strip(), line[20:].split()
        found += [(COLUMNS[role], words[0], mark == "x") for role, mark in zip(head.split(), marks, strict=True)]
    return found


@pytest.mark.parametrize(("role", "privilege", "is_allowed"), cells())
def test_a_role_may_do_what_the_table_says_and_nothing_else(role: str, privilege: str, is_allowed: bool) -> None:
    assert Principal("somebody", AccessRole(role)).has(Privilege(privilege)) is is_allowed


def test_the_table_has_every_cell() -> None:
    assert {(role, privilege) for role, privilege, _ in cells()} == {
        (role.value, privilege.value) for role in AccessRole for privilege in Privilege
    }
    assert set(PRIVILEGES) == set(AccessRole)


def test_the_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        PRIVILEGES[AccessRole.PATIENT] = frozenset(Privilege)  # type: ignore[index]


def test_who_comes_in_for_a_patient_is_no_member_of_the_staff() -> None:
    assert {each.value for each in PERSONS} == {each.value for each in ActingAs}
    assert {each.value for each in AccessRole} == {each.value for each in (*ActingAs, *Role)}
    assert {each.value for each in Role} == {"pharmacist", "technician", "admin", "auditor"}
