"""What any store must do with accounts and sign-ins: let in who may, refuse everybody else alike, and record it."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from threading import Thread

import pytest
from sqlalchemy import func, select

from rxflow.domain.access import AccessRole, Principal
from rxflow.domain.acting import ActingAs
from rxflow.domain.errors import (
    IdentityNotVerifiedError,
    NotAuthenticatedError,
    NotPermittedError,
    PatientNotFoundError,
    UserError,
    UserNotVerifiedError,
)
from rxflow.domain.patient import Guardian, Patient
from rxflow.domain.user import Role
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_tables import ACCOUNTS, IDENTITY_CHECKS, REFRESH_TOKENS, SIGN_INS
from rxflow.security.tokens import NOT_AUTHENTICATED
from rxflow.services.access import SignedIn
from rxflow.services.identity import NOT_VERIFIED as NO_IDENTITY
from rxflow.services.mock_data import MockData
from rxflow.services.passwords import NOT_VERIFIED
from tests.support.doors import BORN, EMILYS_BIRTHDAY, PASSWORD, SOURCE, Door, refused


@pytest.fixture
def door(store: Store, demo: MockData) -> Door:
    return Door(store, demo)


def is_out(door: Door, signed_in: SignedIn) -> bool:
    return refused(lambda: door.who(signed_in), NotAuthenticatedError) == NOT_AUTHENTICATED


def test_a_patient_registers_and_comes_in_again(door: Door) -> None:
    first = door.john("JSmith ")
    second = door.enters("jsmith")
    who = door.who(first)

    assert who == Principal(who.subject, AccessRole.PATIENT, "patient_001", ActingAs.PATIENT)
    assert first.principal == second.principal == door.who(second) == who
    assert first.expires_in == 900
    assert len({first.access_token, second.access_token, first.refresh_token, second.refresh_token}) == 4
    assert door.actions() == ["account.added", "access.granted", "access.granted"]
    assert door.events()[-1] == ("patient", "access.granted", '{"means":"account"}')


def test_a_guardian_registers_for_the_child(door: Door) -> None:
    who = door.who(door.mother())

    assert who.role is AccessRole.GUARDIAN
    assert who.acting_as is ActingAs.GUARDIAN
    assert door.enters("sdavis").principal == who


@pytest.mark.parametrize("role", Role)
def test_staff_come_in_with_their_user(door: Door, role: Role) -> None:
    assert door.who(door.staff("mlee", role)) == Principal("mlee", AccessRole(role.value))
    assert door.events()[-1] == ("mlee", "access.granted", '{"means":"staff"}')


@pytest.mark.parametrize(
    ("name", "born", "login", "password", "error"),
    [
        ("John Smith", date(1975, 3, 16), "jsmith", PASSWORD, IdentityNotVerifiedError),
        ("Nobody Known", BORN, "jsmith", PASSWORD, IdentityNotVerifiedError),
        ("Emily Davis", EMILYS_BIRTHDAY, "jsmith", PASSWORD, IdentityNotVerifiedError),
        ("John Smith", BORN, "j", PASSWORD, UserError),
        ("John Smith", BORN, "jsmith", "too short", UserError),
    ],
)
def test_who_cannot_register_gets_no_account(
    door: Door, name: str, born: date, login: str, password: str, error: type[UserError]
) -> None:
    told = refused(lambda: door.access.register(name, born, login, password, SOURCE), error)

    assert error is UserError or told == NO_IDENTITY
    assert password not in told
    assert refused(door.enters, UserNotVerifiedError) == NOT_VERIFIED


def test_a_login_that_is_taken_does_not_tell_by_whom(door: Door) -> None:
    door.john()
    door.staff("mlee")
    told = {refused(lambda login=login: door.mother(login), UserError) for login in ("JSMITH", "mlee")}

    assert told == {"This login cannot be used. Choose another."}
    with pytest.raises(UserError, match="used already"):
        door.users.add("jsmith", "Jane Smith", Role.TECHNICIAN, PASSWORD)


def test_a_person_has_one_account_until_it_is_closed(door: Door) -> None:
    first = door.john()
    with pytest.raises(UserError, match="account for this person"):
        door.john("another")
    assert door.access.close_accounts("patient_001", "mlee") == 1
    assert door.access.close_accounts("patient_001", "mlee") == 0

    assert is_out(door, first)
    assert refused(door.enters, UserNotVerifiedError) == NOT_VERIFIED
    assert refused(door.john, UserError) == "This login cannot be used. Choose another."
    assert door.who(door.john("another")).subject != first.principal.subject
    assert door.events()[2:4] == [
        ("mlee", "account.closed", "{}"),
        ("mlee", "access.ended", '{"reason":"account-closed"}'),
    ]


def test_unknown_wrong_disabled_and_locked_are_told_alike(door: Door) -> None:
    door.john()
    door.staff("mlee")
    door.users.disable("mlee")
    tries = [("nobody", PASSWORD), ("mlee", PASSWORD), ("", ""), ("x" * 500, PASSWORD), ("a\0b", PASSWORD)]
    tries += [("\ud800", "\ud800"), *[("jsmith", "wrong")] * 3, ("jsmith", PASSWORD)]
    told = {refused(lambda each=each: door.enters(*each), UserNotVerifiedError) for each in tries}

    assert told == {NOT_VERIFIED}
    assert Counter(door.actions())["access.refused"] == 9
    assert door.events()[-1] == ("visitor", "access.locked", "{}")
    door.clock.wait(minutes=15)
    assert door.enters().principal.patient_id == "patient_001"


def test_one_that_passed_makes_up_for_those_before_it(door: Door) -> None:
    door.john()
    for _ in range(4):
        refused(lambda: door.enters(password="wrong"), UserNotVerifiedError)
        door.enters()


def test_tries_that_come_at_once_are_counted_one_after_the_other(door: Door) -> None:
    door.john()
    guesses = [
        Thread(target=refused, args=(lambda: door.enters(password="wrong"), UserNotVerifiedError)) for _ in range(8)
    ]
    for guess in guesses:
        guess.start()
    for guess in guesses:
        guess.join()
    with door.store.read() as tx:
        outcomes = Counter(tx.scalars(select(IDENTITY_CHECKS.c.outcome)))

    assert outcomes == {"passed": 1, "failed": 3, "locked": 5}
    assert Counter(door.actions()) == {
        "account.added": 1,
        "access.granted": 1,
        "access.refused": 3,
        "access.locked": 5,
    }


def test_each_refresh_gives_the_next_tokens(door: Door) -> None:
    first = door.john()
    door.clock.wait(minutes=20)
    assert is_out(door, first)
    second = door.access.refresh(first.refresh_token)

    assert door.who(second) == first.principal
    assert second.refresh_token != first.refresh_token
    assert door.access.refresh(second.refresh_token).principal == first.principal
    assert door.actions()[2:] == ["access.renewed", "access.renewed"]


def test_a_refresh_token_that_comes_again_ends_everything_of_its_sign_in_and_nothing_else(door: Door) -> None:
    stolen, elsewhere = door.john(), door.enters()
    second = door.access.refresh(stolen.refresh_token)
    for _ in range(2):
        assert refused(lambda: door.access.refresh(stolen.refresh_token), NotAuthenticatedError) == NOT_AUTHENTICATED

    assert is_out(door, stolen)
    assert is_out(door, second)
    assert refused(lambda: door.access.refresh(second.refresh_token), NotAuthenticatedError) == NOT_AUTHENTICATED
    assert door.who(elsewhere) == stolen.principal
    assert door.events()[4:] == [
        ("visitor", "access.reused", "{}"),
        ("patient", "access.ended", '{"reason":"token-replayed"}'),
        ("visitor", "access.refused", '{"reason":"over"}'),
        ("visitor", "access.refused", '{"reason":"over"}'),
    ]


def test_of_two_that_use_a_refresh_token_at_once_one_gets_the_next(door: Door) -> None:
    first, got = door.john(), []

    def use() -> None:
        try:
            got.append(door.access.refresh(first.refresh_token))
        except NotAuthenticatedError as told:
            got.append(told)

    both = [Thread(target=use) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert Counter(map(type, got)) == {SignedIn: 1, NotAuthenticatedError: 1}
    assert all(is_out(door, each) for each in got if isinstance(each, SignedIn))


@pytest.mark.parametrize("token", ["", "unknown", "é", "\ud800", "x" * 10_000, "a\0b"])
def test_what_is_no_refresh_token_is_refused(door: Door, token: str) -> None:
    assert refused(lambda: door.access.refresh(token), NotAuthenticatedError) == NOT_AUTHENTICATED
    assert door.events() == [("visitor", "access.refused", '{"reason":"unknown"}')]


def test_an_access_token_is_no_refresh_token_and_the_other_way_round(door: Door) -> None:
    john = door.john()

    assert refused(lambda: door.access.refresh(john.access_token), NotAuthenticatedError) == NOT_AUTHENTICATED
    assert is_out(door, replace(john, access_token=john.refresh_token))


def test_a_sign_in_ends_however_often_it_is_renewed(door: Door) -> None:
    newest = door.john()
    for _ in range(13):
        door.clock.wait(days=1)
        newest = door.access.refresh(newest.refresh_token)
    door.clock.wait(hours=23, minutes=50)
    newest = door.access.refresh(newest.refresh_token)
    door.clock.wait(minutes=10)

    assert is_out(door, newest)
    assert refused(lambda: door.access.refresh(newest.refresh_token), NotAuthenticatedError) == NOT_AUTHENTICATED


def test_who_signs_out_is_out_at_once_also_in_another_process(door: Door, demo: MockData) -> None:
    john, elsewhere = door.john(), door.enters()
    other = Door(door.store, demo, door.clock)
    assert other.who(john) == john.principal
    door.access.sign_out(john.access_token)

    assert is_out(door, john)
    assert is_out(other, john)
    for act in (lambda: door.access.sign_out(john.access_token), lambda: door.access.refresh(john.refresh_token)):
        assert refused(act, NotAuthenticatedError) == NOT_AUTHENTICATED
    assert other.who(elsewhere) == john.principal
    assert ("patient", "access.ended", '{"reason":"signed-out"}') in door.events()


def test_a_disabled_user_is_out_at_once(door: Door) -> None:
    lee, kim = door.staff("mlee"), door.staff("akim", Role.AUDITOR)
    again = door.enters("mlee")
    door.users.disable("mlee", "operator:ana")

    assert is_out(door, lee)
    assert is_out(door, again)
    assert refused(lambda: door.access.refresh(lee.refresh_token), NotAuthenticatedError) == NOT_AUTHENTICATED
    assert refused(lambda: door.enters("mlee"), UserNotVerifiedError) == NOT_VERIFIED
    assert door.who(kim).role is AccessRole.AUDITOR
    ended = ("operator:ana", "access.ended", '{"reason":"user-disabled"}')
    assert door.events()[3:6] == [("operator:ana", "user.disabled", "{}"), ended, ended]


def _older(patient: Patient) -> Patient:
    return replace(patient, date_of_birth=date(2000, 1, 1))


def _over(patient: Patient) -> Patient:
    assert patient.guardian is not None
    return replace(patient, guardian=replace(patient.guardian, valid_until=date(2026, 3, 3)))


def _another(patient: Patient) -> Patient:
    return replace(patient, guardian=Guardian("Robert Davis", "father"))


def _unguarded(patient: Patient) -> Patient:
    return replace(patient, guardian=None)


def _gone(_patient: Patient) -> None:
    return None


@pytest.mark.parametrize("change", [_older, _over, _another, _unguarded, _gone])
def test_a_guardian_who_may_no_more_is_out(door: Door, change: object) -> None:
    mother = door.mother()
    assert mother.principal.patient_id is not None
    now = door.with_patient(mother.principal.patient_id, change)  # type: ignore[arg-type]
    told = {
        refused(lambda: now.sign_in("sdavis", PASSWORD, SOURCE), UserNotVerifiedError),
        refused(lambda: now.authenticate(mother.access_token), NotAuthenticatedError),
        # Out for good: what ended does not begin again when the data changes back.
        refused(lambda: door.who(mother), NotAuthenticatedError),
    }

    assert told == {NOT_VERIFIED, NOT_AUTHENTICATED}
    assert door.events()[2:] == [
        ("visitor", "access.refused", "{}"),
        ("patient", "access.ended", '{"reason":"permission-ended"}'),
    ]


def test_a_guardian_who_may_no_more_gets_no_new_tokens(door: Door) -> None:
    mother = door.mother()
    now = door.with_patient(mother.principal.patient_id or "", _over)

    assert refused(lambda: now.refresh(mother.refresh_token), NotAuthenticatedError) == NOT_AUTHENTICATED
    assert is_out(door, mother)
    assert door.events()[-1] == ("patient", "access.ended", '{"reason":"permission-ended"}')


def test_the_next_guardian_takes_the_place_of_the_one_before(door: Door) -> None:
    mother = door.mother()
    now = door.with_patient(mother.principal.patient_id or "", _another)
    father = now.register("Robert Davis", EMILYS_BIRTHDAY, "rdavis", PASSWORD, SOURCE)

    assert now.authenticate(father.access_token).patient_id == mother.principal.patient_id
    assert is_out(door, mother)
    assert refused(lambda: now.sign_in("sdavis", PASSWORD, SOURCE), UserNotVerifiedError) == NOT_VERIFIED


def test_a_demo_lets_anybody_in_as_any_patient(store: Store, demo: MockData) -> None:
    door = Door(store, demo, demo_sign_in=True)
    john, child = door.access.sign_in_demo("patient_001"), door.access.sign_in_demo("patient_009")

    assert (door.who(john).role, door.who(john).patient_id) == (AccessRole.PATIENT, "patient_001")
    assert door.who(child).role is AccessRole.GUARDIAN
    assert "patient" not in john.principal.subject
    assert door.access.sign_in_demo("patient_001").principal == john.principal
    assert door.events()[0] == ("patient", "access.granted", '{"means":"demo"}')
    with pytest.raises(PatientNotFoundError):
        door.access.sign_in_demo("patient_999")


def test_without_a_demo_nobody_is_chosen_and_who_was_is_out(store: Store, demo: MockData) -> None:
    john = Door(store, demo, demo_sign_in=True).access.sign_in_demo("patient_001")
    door = Door(store, demo)
    with pytest.raises(NotPermittedError):
        door.access.sign_in_demo("patient_001")

    assert is_out(door, john)
    assert len(door.events()) == 2


def test_sign_ins_that_are_over_are_removed_with_their_tokens(door: Door) -> None:
    door.access.sign_out(door.john().access_token)
    over = door.enters()
    door.clock.wait(days=10)
    on = door.enters()
    door.clock.wait(days=5)

    assert door.access.remove_ended_before(door.clock(), "ana") == 2
    assert door.access.remove_ended_before(door.clock(), "ana") == 0
    # A time to come does not remove what has not ended yet.
    assert door.access.remove_ended_before(door.clock() + timedelta(days=365), "ana") == 0
    with door.store.read() as tx:
        counts = [tx.scalar(select(func.count()).select_from(each)) for each in (ACCOUNTS, SIGN_INS, REFRESH_TOKENS)]
    assert counts == [1, 1, 1]
    assert door.access.refresh(on.refresh_token).principal == on.principal
    assert refused(lambda: door.access.refresh(over.refresh_token), NotAuthenticatedError) == NOT_AUTHENTICATED
