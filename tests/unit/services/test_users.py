"""The pharmacy's staff: added, disabled, recognised by password, and named in what they do."""

from collections import Counter
from pathlib import Path
from threading import Thread

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import select

from rxflow.domain.errors import UnreadableDataError, UserError, UserNotVerifiedError
from rxflow.domain.lockout import LockoutLimits
from rxflow.domain.user import Role, User, is_user_id
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_tables import IDENTITY_CHECKS, USERS
from rxflow.services.passwords import NOT_VERIFIED, argon2_hashes
from rxflow.services.users import UserService
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.stores import open_store

PASSWORD = "correct horse battery"
QUICK = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))


class Staff:
    """The users of one process."""

    def __init__(self, store: Store) -> None:
        self.clock = FrozenClock(WEDNESDAY_MORNING)
        self.store = store
        self.told: set[str] = set()
        self.users = UserService(store=store, now=self.clock, limits=LockoutLimits(), hashes=QUICK)

    def add(self, user_id: str = "mlee", role: Role = Role.PHARMACIST) -> User:
        return self.users.add(user_id, "Maria  Lee ", role, PASSWORD)

    def enters(self, user_id: str = "mlee", password: str = PASSWORD, source: str = "here") -> User | None:
        try:
            return self.users.verify(user_id, password, source)
        except UserNotVerifiedError as refused:
            self.told.add(str(refused))
            return None


@pytest.fixture
def staff() -> Staff:
    return Staff(open_store("sqlite://"))


def test_a_user_is_kept_and_listed_by_id(staff: Staff) -> None:
    lee, kim = staff.add("mlee"), staff.add("akim", Role.AUDITOR)

    assert lee == User("mlee", "Maria Lee", Role.PHARMACIST, staff.clock())
    assert staff.users.all() == (kim, lee)


@pytest.mark.parametrize(
    ("user_id", "name", "password"),
    [
        ("", "Maria Lee", PASSWORD),
        ("M Lee", "Maria Lee", PASSWORD),
        ("1lee", "Maria Lee", PASSWORD),
        ("a" * 33, "Maria Lee", PASSWORD),
        ("mlee", " ", PASSWORD),
        ("mlee", "Maria Lee", "a" * 14),
        ("mlee", "Maria Lee", "a" * 1025),
    ],
)
def test_what_cannot_be_a_user_is_refused(staff: Staff, user_id: str, name: str, password: str) -> None:
    with pytest.raises(UserError) as refused:
        staff.users.add(user_id, name, Role.TECHNICIAN, password)

    assert password not in str(refused.value)
    assert staff.users.all() == ()


def test_an_id_is_used_once_even_after_its_user_was_disabled(staff: Staff) -> None:
    staff.add()
    staff.users.disable("mlee")

    with pytest.raises(UserError, match="already"):
        staff.add()


def test_a_user_comes_in_with_the_password_only(staff: Staff) -> None:
    user = staff.add()

    assert staff.enters(" MLee ") == user
    assert staff.enters(password=PASSWORD + "x") is None
    assert staff.enters(password="") is None


def test_unknown_disabled_wrong_and_locked_are_told_alike(staff: Staff) -> None:
    staff.add()
    staff.add("akim")
    staff.users.disable("akim")
    assert staff.enters("nobody") is staff.enters("akim") is staff.enters(password="wrong") is None
    for _ in range(3):
        staff.enters(password="wrong")
    assert staff.enters() is None

    assert staff.told == {NOT_VERIFIED}


@pytest.mark.parametrize("user_id", ["mlee", "nobody"])
def test_an_unknown_user_costs_a_hash_too(monkeypatch: pytest.MonkeyPatch, user_id: str) -> None:
    staff = Staff(open_store("sqlite://"))
    staff.add()
    spent: list[str] = []
    hash_of = Argon2Hasher.hash
    verify_of = Argon2Hasher.verify
    monkeypatch.setattr(Argon2Hasher, "hash", lambda *args, **kwargs: spent.append("hash") or hash_of(*args, **kwargs))
    monkeypatch.setattr(
        Argon2Hasher, "verify", lambda *args, **kwargs: spent.append("hash") or verify_of(*args, **kwargs)
    )

    assert staff.enters(user_id, "wrong") is None
    assert spent == ["hash"]


def test_three_wrong_passwords_lock_for_fifteen_minutes(staff: Staff) -> None:
    user = staff.add()
    for _ in range(3):
        staff.enters(password="wrong")
    staff.clock.wait(minutes=14, seconds=59)
    assert staff.enters() is None

    staff.clock.wait(seconds=1)
    assert staff.enters() == user


def test_a_success_makes_up_for_failures_before_it(staff: Staff) -> None:
    staff.add()
    for _ in range(4):
        staff.enters(password="wrong")
        staff.enters(password="wrong")
        assert staff.enters() is not None


def test_many_at_once_are_looked_at_no_more_often_than_the_limit(tmp_path: Path) -> None:
    staff = Staff(open_store(f"sqlite:///{tmp_path / 'rxflow.db'}"))
    staff.add()
    threads = [Thread(target=staff.enters, kwargs={"password": "wrong", "source": f"bot {n}"}) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with staff.store.read() as tx:
        outcomes = Counter(tx.scalars(select(IDENTITY_CHECKS.c.outcome)))

    assert outcomes == {"failed": 3, "locked": 7}
    staff.store.close()


def test_disabling_keeps_a_user_out_and_their_past_in(staff: Staff) -> None:
    staff.add()
    staff.clock.wait(days=1)
    disabled = staff.users.disable("mlee")

    assert (disabled.disabled_at, disabled.version, disabled.is_active) == (staff.clock(), 2, False)
    assert staff.users.disable("mlee") == disabled
    assert staff.users.all() == (disabled,)
    assert staff.enters() is None
    with pytest.raises(UserError, match="no such user"):
        staff.users.disable("nobody")


def test_a_step_with_a_case_needs_an_active_pharmacist_or_technician(staff: Staff) -> None:
    assert staff.users.actor(None, "ana") == "ana"
    with pytest.raises(UserError):
        staff.users.actor("mlee", "ana")
    for user_id, role in (("mlee", Role.PHARMACIST), ("tech", Role.TECHNICIAN), ("audit", Role.AUDITOR)):
        staff.add(user_id, role)
    staff.add("gone")
    staff.users.disable("gone")

    assert [staff.users.actor(each, "ana") for each in ("mlee", "tech")] == ["mlee", "tech"]
    for who in (None, "gone", "nobody", "audit"):
        with pytest.raises(UserError):
            staff.users.actor(who, "ana")


def test_neither_name_nor_password_is_in_the_file(tmp_path: Path) -> None:
    staff = Staff(open_store(f"sqlite:///{tmp_path / 'rxflow.db'}"))
    staff.add()
    staff.enters()
    staff.store.close()
    held = b"".join(each.read_bytes() for each in tmp_path.glob("rxflow.db*"))

    assert b"mlee" in held
    assert b"Maria" not in held
    assert PASSWORD.encode() not in held


def test_a_name_moved_to_another_user_cannot_be_read(staff: Staff) -> None:
    staff.add()
    staff.add("akim")
    with staff.store.write() as tx:
        sealed = tx.scalar(select(USERS.c.sealed).where(USERS.c.user_id == "mlee"))
        tx.execute(USERS.update().where(USERS.c.user_id == "akim").values(sealed=sealed))

    with pytest.raises(UnreadableDataError):
        staff.users.all()


def test_passwords_are_hashed_with_argon2id_at_a_cost_of_at_least_19_mebibytes() -> None:
    made = argon2_hashes().hash(PASSWORD)
    costs = dict(each.split("=") for each in made.split("$")[3].split(","))

    assert made.startswith("$argon2id$v=19$")
    assert (int(costs["m"]) >= 19 * 1024, int(costs["t"]) >= 2) == (True, True)


@pytest.mark.parametrize(("text", "fits"), [("ml", True), ("m.lee-2_x", True), ("m", False), ("m lee", False)])
def test_ids_of_users(text: str, fits: bool) -> None:
    assert is_user_id(text) is fits
