"""What any store must do with sign-ins in browsers: know a browser again, for as long as its person may come in."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from rxflow.domain.access import AccessRole, Principal
from rxflow.domain.acting import ActingAs
from rxflow.domain.errors import (
    EmailNotVerifiedError,
    NotPermittedError,
    UnreadableDataError,
    UserError,
    UserNotVerifiedError,
)
from rxflow.domain.sign_in import VerifiedEmail
from rxflow.domain.user import Role
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_tables import BROWSER_SIGN_INS
from rxflow.services.access import AccessService
from rxflow.services.demo_staff import DEMO_STAFF
from rxflow.services.mock_data import MockData
from rxflow.services.passwords import NOT_VERIFIED
from tests.support.doors import BORN, PASSWORD, SOURCE, Door, refused

BROWSER, OTHER = "b" * 32, "o" * 32
LEE = Principal("mlee", AccessRole.PHARMACIST)
DEMO = DEMO_STAFF[0].user_id


@pytest.fixture
def door(store: Store, demo: MockData) -> Door:
    return Door(store, demo)


@pytest.fixture
def demo_door(store: Store, demo: MockData) -> Door:
    return Door(store, demo, demo_sign_in=True)


def enters(door: Door, user_id: str = "mlee", browser: str = BROWSER, password: str = PASSWORD) -> Principal:
    return door.access.sign_in_browser(user_id, password, SOURCE, browser)


def with_lee(door: Door) -> Door:
    door.users.add("mlee", "Maria Lee", Role.PHARMACIST, PASSWORD)
    enters(door)
    return door


def of_provider(door: Door, domain: str = "pharmacy.example") -> AccessService:
    return door.service(door.data, staff_domain=domain)


def says(door: Door, address: str, is_verified: bool = True, minutes_ago: int = 0) -> VerifiedEmail:
    return VerifiedEmail(address, is_verified, door.clock() - timedelta(minutes=minutes_ago))


def test_staff_are_known_by_their_browser_and_by_no_other(door: Door) -> None:
    with_lee(door)

    assert door.access.of_browser(BROWSER) == LEE
    assert door.access.of_browser(OTHER) is None
    assert door.events()[-1] == ("mlee", "access.granted", '{"means":"staff"}')


def test_the_key_of_a_browser_is_not_kept(door: Door) -> None:
    with_lee(door)
    with door.store.read() as tx:
        (row,) = tx.execute(select(BROWSER_SIGN_INS)).all()

    assert BROWSER not in str(row)
    assert BROWSER.encode() not in row.sealed


def test_who_may_not_come_in_leaves_the_browser_as_it_was(door: Door) -> None:
    with_lee(door)

    assert refused(lambda: enters(door, password="wrong"), UserNotVerifiedError) == NOT_VERIFIED
    assert refused(lambda: enters(door, "nobody", OTHER), UserNotVerifiedError) == NOT_VERIFIED
    assert door.access.of_browser(BROWSER) == LEE
    assert door.access.of_browser(OTHER) is None


def test_a_patient_with_an_account_is_known_as_themselves(door: Door) -> None:
    door.access.register("John Smith", BORN, "jsmith", PASSWORD, SOURCE)
    who = enters(door, "JSmith")

    assert (who.role, who.patient_id, who.acting_as) == (AccessRole.PATIENT, "patient_001", ActingAs.PATIENT)
    assert door.access.of_browser(BROWSER) == who


def test_signing_out_ends_it_once(door: Door) -> None:
    with_lee(door)
    door.access.sign_out_browser(BROWSER)
    door.access.sign_out_browser(BROWSER)
    door.access.sign_out_browser(OTHER)

    assert door.access.of_browser(BROWSER) is None
    assert door.actions().count("access.ended") == 1


def test_who_signs_in_next_takes_the_browser_over(door: Door) -> None:
    with_lee(door)
    door.users.add("akim", "Alex Kim", Role.TECHNICIAN, PASSWORD)
    enters(door, "akim")

    assert door.access.of_browser(BROWSER) == Principal("akim", AccessRole.TECHNICIAN)
    assert ("mlee", "access.ended", '{"reason":"replaced"}') in door.events()


def test_a_disabled_user_is_out(door: Door) -> None:
    with_lee(door).users.disable("mlee")

    assert door.access.of_browser(BROWSER) is None


def test_nothing_done_for_a_while_ends_it(door: Door) -> None:
    with_lee(door)
    door.clock.wait(minutes=29)
    assert door.access.of_browser(BROWSER) == LEE
    door.clock.wait(minutes=29)
    assert door.access.of_browser(BROWSER) == LEE
    door.clock.wait(minutes=30)

    assert door.access.of_browser(BROWSER) is None
    assert door.events()[-1] == ("mlee", "access.ended", '{"reason":"timed-out"}')


def test_a_page_that_looks_by_itself_keeps_nobody_signed_in(door: Door) -> None:
    with_lee(door)
    door.clock.wait(minutes=20)
    assert door.access.of_browser(BROWSER, is_active=False) == LEE
    door.clock.wait(minutes=10)

    assert door.access.of_browser(BROWSER, is_active=False) is None


def test_it_ends_after_its_time_however_much_is_done(door: Door) -> None:
    with_lee(door)
    for _ in range(14 * 24 * 3):
        door.clock.wait(minutes=20)
        door.access.of_browser(BROWSER)

    assert door.access.of_browser(BROWSER) is None


def test_a_browser_given_to_another_sign_in_from_outside_is_not_read(door: Door) -> None:
    with_lee(door)
    door.clock.wait(minutes=1)
    door.users.add("akim", "Alex Kim", Role.ADMIN, PASSWORD)
    enters(door, "akim", OTHER)
    with door.store.write() as tx:
        lees = tx.scalar(select(BROWSER_SIGN_INS.c.sign_in_id).order_by(BROWSER_SIGN_INS.c.seen_at).limit(1))
        tx.execute(update(BROWSER_SIGN_INS).values(sign_in_id=lees))

    assert door.access.of_browser(BROWSER) == LEE
    with pytest.raises(UnreadableDataError):
        door.access.of_browser(OTHER)


def test_what_has_ended_is_removed_with_its_browsers(door: Door) -> None:
    with_lee(door)
    enters(door, browser=OTHER)
    door.access.sign_out_browser(BROWSER)
    door.clock.wait(minutes=1)

    assert door.access.remove_ended_before(door.clock(), "ana") == 1
    assert (door.access.of_browser(BROWSER), door.access.of_browser(OTHER)) == (None, LEE)
    with door.store.read() as tx:
        assert tx.scalar(select(func.count()).select_from(BROWSER_SIGN_INS)) == 1


@pytest.mark.parametrize("chosen", DEMO_STAFF, ids=lambda each: each.user_id)
def test_in_a_demo_the_staff_can_be_chosen_again_and_again(demo_door: Door, chosen) -> None:
    for browser in (BROWSER, OTHER):
        who = demo_door.access.sign_in_demo_staff(chosen.user_id, browser)
        assert who == demo_door.access.of_browser(browser) == Principal(chosen.user_id, AccessRole(chosen.role.value))

    assert demo_door.users.name(chosen.user_id) == chosen.name
    assert demo_door.events()[-1] == (chosen.user_id, "access.granted", '{"means":"demo"}')


def test_nobody_knows_the_password_of_the_demos_staff(demo_door: Door) -> None:
    demo_door.access.sign_in_demo_staff(DEMO, BROWSER)

    assert refused(lambda: enters(demo_door, DEMO, password=""), UserNotVerifiedError) == NOT_VERIFIED


def test_without_a_demo_no_staff_is_chosen_and_who_was_is_out(demo_door: Door, door: Door) -> None:
    demo_door.access.sign_in_demo_staff(DEMO, BROWSER)

    assert door.access.of_browser(BROWSER) is None
    with pytest.raises(NotPermittedError):
        door.access.sign_in_demo_staff(DEMO, OTHER)
    assert door.access.of_browser(OTHER) is None


def test_a_demo_lets_nobody_be_chosen_who_was_disabled_or_is_a_user_of_another_name(demo_door: Door) -> None:
    demo_door.access.sign_in_demo_staff(DEMO, BROWSER)
    demo_door.users.disable(DEMO)
    demo_door.users.add("demo-technician", "Maria Lee", Role.ADMIN, PASSWORD)

    for user_id in (DEMO, "demo-technician", "mlee"):
        with pytest.raises(UserError):
            demo_door.access.sign_in_demo_staff(user_id, BROWSER)


def test_an_identity_provider_lets_staff_in_by_their_domain(door: Door) -> None:
    with_lee(door)
    access = of_provider(door)

    assert access.sign_in_verified(says(door, "MLee@Pharmacy.example"), OTHER) == LEE == access.of_browser(OTHER)
    assert door.events()[-1] == ("mlee", "access.granted", '{"means":"oidc"}')


def test_an_identity_provider_lets_patients_in_by_the_address_that_is_their_login(door: Door) -> None:
    door.access.register("John Smith", BORN, "john@mail.example", PASSWORD, SOURCE)
    who = of_provider(door).sign_in_verified(says(door, "john@mail.example"), BROWSER)

    assert (who.role, who.patient_id) == (AccessRole.PATIENT, "patient_001")


def test_what_a_provider_said_lets_somebody_in_once(door: Door) -> None:
    with_lee(door)
    access, said = of_provider(door), says(door, "mlee@pharmacy.example")
    assert access.is_new(said, OTHER)
    access.sign_in_verified(said, OTHER)
    access.sign_out_browser(OTHER)

    assert not access.is_new(said, OTHER)
    enters(door, browser=OTHER)
    with pytest.raises(EmailNotVerifiedError):
        access.sign_in_verified(said, OTHER)
    door.clock.wait(seconds=1)
    assert access.sign_in_verified(says(door, "mlee@pharmacy.example"), OTHER) == LEE


@pytest.mark.parametrize(("is_verified", "minutes_ago"), [(False, 0), (True, 6), (True, -6)])
def test_an_address_that_nobody_vouches_for_now_lets_nobody_in(door: Door, is_verified: bool, minutes_ago: int) -> None:
    with_lee(door)
    said = says(door, "mlee@pharmacy.example", is_verified, minutes_ago)

    with pytest.raises(EmailNotVerifiedError):
        of_provider(door).sign_in_verified(said, OTHER)
    assert door.access.of_browser(OTHER) is None
    assert door.actions()[-1] == "access.refused"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("mlee@elsewhere.example", "pharmacy.example"),
        ("mlee@pharmacy.example", ""),
        ("mlee@pharmacy.example.evil.example", "pharmacy.example"),
        ("mlee", "pharmacy.example"),
        ("mlee@", ""),
        ("jsmith@pharmacy.example", "pharmacy.example"),
        ("nobody@pharmacy.example", "pharmacy.example"),
        ("", "pharmacy.example"),
    ],
)
def test_an_address_of_nobody_here_lets_nobody_in(door: Door, address: str, domain: str) -> None:
    with_lee(door).john()

    with pytest.raises(UserNotVerifiedError):
        of_provider(door, domain).sign_in_verified(says(door, address), OTHER)
    assert door.access.of_browser(OTHER) is None
    assert door.actions()[-1] == "access.refused"


def test_a_disabled_user_is_not_let_in_by_an_identity_provider(door: Door) -> None:
    with_lee(door).users.disable("mlee")

    with pytest.raises(UserNotVerifiedError):
        of_provider(door).sign_in_verified(says(door, "mlee@pharmacy.example"), OTHER)
