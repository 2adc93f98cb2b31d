"""Coming in through the HTTP API in detail: the same work for every failure, races, theft, and what tokens tell."""

from base64 import urlsafe_b64decode
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pwdlib import PasswordHash
from sqlalchemy import event, update
from sqlalchemy.exc import DatabaseError

from rxflow.domain.errors import NotAuthenticatedError, UnreadableDataError, UserNotVerifiedError
from rxflow.domain.user import Role
from rxflow.persistence.identity_tables import ACCOUNTS, REFRESH_TOKENS, SIGN_INS
from rxflow.persistence.sign_in_repository import SignInRepository
from rxflow.security.tokens import AccessClaims
from rxflow.services.access import SignedIn
from rxflow.services.accounts import Holder, by_account
from rxflow.services.mock_data import MockData
from tests.contract.records import an_account
from tests.support.audit_chains import drop_triggers
from tests.support.doors import PASSWORD, QUICK, Door, refused
from tests.support.stores import open_store


@pytest.fixture
def door(data: MockData) -> Door:
    return Door(open_store("sqlite://"), data)


class Watched(PasswordHash):
    """Counts what is hashed, and lets something happen meanwhile."""

    def __init__(self) -> None:
        super().__init__(QUICK.hashers)
        self.done: Counter[str] = Counter()
        self.meanwhile: Callable[[], object] = lambda: None

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        self.done["hash"] += 1
        return super().hash(password, salt=salt)

    def verify(self, password: str | bytes, hash: str | bytes) -> bool:
        self.done["hash"] += 1
        self.meanwhile()
        return super().verify(password, hash)


def watched(door: Door) -> Watched:
    hashes = Watched()
    door.access._passwords._hashes = hashes
    return hashes


def test_every_failure_costs_one_hash_and_the_same_writes(door: Door) -> None:
    door.john()
    door.staff("mlee")
    door.staff("akim", Role.ADMIN)
    door.users.disable("mlee")
    for _ in range(3):
        refused(lambda: door.enters("akim", "wrong"), UserNotVerifiedError)
    hashes = watched(door)
    writes: list[str] = []
    event.listen(
        door.store.engine,
        "before_cursor_execute",
        lambda _c, _u, statement, *_: writes.append(statement.split()[0]),
    )
    costs = []
    for login, password in (("nobody", PASSWORD), ("jsmith", "wrong"), ("mlee", PASSWORD), ("akim", PASSWORD)):
        hashes.done.clear()
        writes.clear()
        refused(lambda each=(login, password): door.enters(*each), UserNotVerifiedError)
        costs.append((hashes.done["hash"], [each for each in writes if each != "SELECT"]))

    assert costs == [costs[0]] * 4
    assert costs[0][0] == 1


def test_a_user_who_is_disabled_while_the_password_is_looked_at_does_not_come_in(door: Door) -> None:
    door.staff("mlee")
    watched(door).meanwhile = lambda: door.users.disable("mlee")

    assert refused(lambda: door.enters("mlee"), UserNotVerifiedError)
    with door.store.read() as tx:
        assert SignInRepository(tx).on_of_subject("mlee", door.clock()) == ()


def test_an_account_that_is_closed_while_the_password_is_looked_at_does_not_come_in(door: Door) -> None:
    subject = door.john().principal.subject
    watched(door).meanwhile = lambda: door.access.close_accounts("patient_001")

    assert refused(door.enters, UserNotVerifiedError)
    with door.store.read() as tx:
        assert SignInRepository(tx).on_of_subject(subject, door.clock()) == ()


def test_a_request_costs_one_look_into_the_database(door: Door) -> None:
    john = door.john()
    asked: list[str] = []
    event.listen(
        door.store.engine,
        "before_cursor_execute",
        lambda _c, _u, statement, *_: asked.append(" ".join(statement.split())),
    )
    door.who(john)

    (statement,) = [each for each in asked if not each.startswith(("BEGIN", "PRAGMA"))]
    assert statement.endswith("FROM sign_ins WHERE sign_ins.sign_in_id = ?")


def test_a_token_tells_neither_who_the_patient_is_nor_their_login(data: MockData) -> None:
    door = Door(open_store("sqlite://"), data, demo_sign_in=True)
    for signed_in in (door.john(), door.mother(), door.access.sign_in_demo("patient_001")):
        parts = signed_in.access_token.split(".")[:2]
        said = b"".join(urlsafe_b64decode(part + "==") for part in parts).decode().lower()
        telling = ("smith", "davis", "john", "sarah", "emily", "patient_0", "1975", "2017", "jsmith", "sdavis")

        assert [word for word in telling if word in said] == []
        assert signed_in.principal.subject in said or signed_in.principal.subject.lower() in said


def test_tokens_and_hashes_are_not_printed(door: Door) -> None:
    john = door.john()
    holder = Holder(by_account(an_account()), "$argon2id$hash", is_let_in=True)

    assert john.access_token not in repr(john)
    assert john.refresh_token not in repr(john)
    assert "argon2" not in repr(holder)


def test_a_token_of_ours_for_another_sign_in_or_role_is_refused(door: Door) -> None:
    john, lee = door.john(), door.staff("mlee")
    tokens = door.access._tokens
    claims = [tokens.read(each.access_token) for each in (john, lee)]
    for forged in (
        AccessClaims(claims[1].subject, claims[1].role, claims[0].sign_in_id),
        AccessClaims(claims[0].subject, "admin", claims[0].sign_in_id),
        AccessClaims(claims[0].subject, claims[0].role, "unknown"),
    ):
        with pytest.raises(NotAuthenticatedError):
            door.access.authenticate(tokens.issue(forged))


def test_a_refresh_token_cannot_be_changed_in_the_database(door: Door) -> None:
    door.john()
    with pytest.raises(DatabaseError, match="append-only"), door.store.write() as tx:
        tx.execute(update(REFRESH_TOKENS).values(number=7))


def moved(door: Door, mine: SignedIn, theirs: SignedIn) -> None:
    """Put one's refresh token into another's sign-in."""
    tokens = door.access._tokens
    ids = [tokens.read(each.access_token).sign_in_id for each in (mine, theirs)]
    with door.store.write() as tx:
        drop_triggers(tx, REFRESH_TOKENS.name)
        is_mine = REFRESH_TOKENS.c.sign_in_id == ids[0]
        tx.execute(update(REFRESH_TOKENS).where(is_mine).values(sign_in_id=ids[1], number=2))


def test_a_refresh_token_that_was_moved_to_another_sign_in_opens_nothing(door: Door) -> None:
    john, lee = door.john(), door.staff("mlee", Role.ADMIN)
    moved(door, john, lee)

    with pytest.raises(UnreadableDataError):
        door.access.refresh(john.refresh_token)


@pytest.mark.parametrize("column", ["subject_ref", "sealed"])
def test_a_sign_in_that_was_changed_from_outside_lets_nobody_in(door: Door, column: str) -> None:
    john, lee = door.john(), door.staff("mlee")
    with door.store.write() as tx:
        theirs = SIGN_INS.c.sign_in_id == door.access._tokens.read(lee.access_token).sign_in_id
        value = tx.scalar(SIGN_INS.select().with_only_columns(SIGN_INS.c[column]).where(theirs))
        tx.execute(update(SIGN_INS).values({column: value}))

    with pytest.raises(UnreadableDataError):
        door.who(john)


def test_a_password_hash_put_in_from_outside_lets_nobody_in(door: Door) -> None:
    door.john()
    with door.store.write() as tx:
        tx.execute(update(ACCOUNTS).values(password_hash=QUICK.hash("another password, known")))

    with pytest.raises(UnreadableDataError):
        door.enters(password="another password, known")


@settings(max_examples=60, deadline=None)
@given(uses=st.lists(st.sampled_from([0, 0, 0, 0, 1, 2, 5]), max_size=8))
def test_a_sign_in_goes_on_while_the_newest_token_is_used_and_ends_with_any_other(
    uses: list[int], data: MockData
) -> None:
    """Each use names a token by how many were given out after it."""
    access = Door(open_store("sqlite://"), data, demo_sign_in=True).access
    john = newest = access.sign_in_demo("patient_001")
    given_out, is_on = [john.refresh_token], True
    for used in uses:
        is_on = is_on and given_out[max(-len(given_out), -1 - used)] == newest.refresh_token
        token = given_out[max(-len(given_out), -1 - used)]
        if is_on:
            newest = access.refresh(token)
            given_out.append(newest.refresh_token)
        else:
            refused(lambda token=token: access.refresh(token), NotAuthenticatedError)

    assert len(set(given_out)) == len(given_out)
    if is_on:
        assert access.authenticate(newest.access_token) == john.principal
    else:
        refused(lambda: access.authenticate(newest.access_token), NotAuthenticatedError)
