"""Who may do what for a patient, and until when (45 CFR 164.502(g))."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.acting import ActingAs, Permission, acting_on, is_guarded_on, may
from rxflow.domain.patient import Guardian, GuardianScope, Patient

BORN = date(2017, 4, 11)
COMES_OF_AGE = date(2035, 4, 11)
MOTHER = Guardian("Ann Doe", "mother")
CHILD = Patient("patient_900", "Kim Doe", BORN, "F", "78701", "en", "PH001", guardian=MOTHER)
DAYS = st.dates(date(2018, 1, 1), date(2050, 1, 1))


def guarded(**changes: object) -> Patient:
    return replace(CHILD, guardian=replace(MOTHER, **changes))


def allowed(patient: Patient, day: date, person: ActingAs = ActingAs.GUARDIAN) -> set[Permission]:
    return {act for act in Permission if may(act, person, patient, day)}


def test_a_guardian_of_full_scope_may_do_everything_until_the_child_is_eighteen() -> None:
    assert allowed(CHILD, COMES_OF_AGE - timedelta(days=1)) == set(Permission)
    assert allowed(CHILD, COMES_OF_AGE) == set()


def test_a_child_of_leap_day_comes_of_age_on_march_1() -> None:
    child = replace(CHILD, date_of_birth=date(2008, 2, 29))

    assert is_guarded_on(child, date(2026, 2, 28))
    assert not is_guarded_on(child, date(2026, 3, 1))


def test_a_guardian_who_may_view_may_see_and_no_more() -> None:
    assert allowed(guarded(scope=GuardianScope.VIEW), date(2026, 3, 4)) == {Permission.VIEW}


def test_the_last_day_counts_and_the_day_after_does_not() -> None:
    until = guarded(valid_until=date(2026, 3, 4))

    assert allowed(until, date(2026, 3, 4)) == set(Permission)
    assert allowed(until, date(2026, 3, 5)) == set()


def test_a_last_day_after_the_eighteenth_birthday_changes_nothing() -> None:
    assert allowed(guarded(valid_until=date(2040, 1, 1)), COMES_OF_AGE) == set()


@pytest.mark.parametrize("scope", GuardianScope)
@given(day=DAYS)
def test_patients_may_do_everything_with_what_is_theirs(scope: GuardianScope, day: date) -> None:
    assert allowed(guarded(scope=scope), day, ActingAs.PATIENT) == set(Permission)


@given(day=DAYS, later=st.integers(0, 9000), until=st.none() | DAYS, scope=st.sampled_from(GuardianScope))
def test_what_has_ended_never_begins_again(day: date, later: int, until: date | None, scope: GuardianScope) -> None:
    patient = guarded(valid_until=until, scope=scope)

    assert allowed(patient, day + timedelta(days=later)) <= allowed(patient, day)
    assert bool(allowed(patient, day)) is is_guarded_on(patient, day)


def test_without_a_guardian_nobody_else_may_do_anything() -> None:
    assert allowed(replace(CHILD, guardian=None), date(2026, 3, 4)) == set()


def test_where_only_the_patient_is_known_the_guardian_of_the_day_acts() -> None:
    assert acting_on(CHILD, COMES_OF_AGE - timedelta(days=1)) is ActingAs.GUARDIAN
    assert acting_on(CHILD, COMES_OF_AGE) is ActingAs.PATIENT
    assert acting_on(replace(CHILD, guardian=None), BORN) is ActingAs.PATIENT
