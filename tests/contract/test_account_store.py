"""What any store must do with accounts, sign-ins and refresh tokens."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DatabaseError, IntegrityError

from rxflow.domain.account import Account
from rxflow.domain.acting import ActingAs
from rxflow.domain.errors import UnreadableDataError
from rxflow.persistence.account_repository import AccountRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_tables import ACCOUNTS, REFRESH_TOKENS
from rxflow.persistence.sign_in_repository import SignInRepository
from tests.contract.records import NOW, a_sign_in, an_account

LATER = NOW + timedelta(days=1)


def keep(store: Store, *accounts: Account) -> None:
    with store.write() as tx:
        for account in accounts:
            AccountRepository(tx).add(account, "$argon2id$hash")


def test_an_account_is_found_by_its_login_and_its_patient(store: Store) -> None:
    guardian = an_account()
    patient = replace(an_account("account-2", "emily"), acting_as=ActingAs.PATIENT, guardian_ref=None)
    other = an_account("account-3", "other", "patient_y")
    keep(store, guardian, patient, other)
    with store.read() as tx:
        accounts = AccountRepository(tx)

        assert accounts.by_login("jsmith") == guardian
        assert accounts.by_login("jsmit") is None
        assert accounts.open_of_patient("patient_x") == (guardian, patient)
        assert accounts.open_of_person("patient_x", ActingAs.PATIENT) == patient
        assert accounts.open_of_person("patient_y", ActingAs.PATIENT) is None
        assert accounts.password_hash(guardian) == "$argon2id$hash"


@pytest.mark.parametrize(
    "second",
    [
        an_account("account-1", "other", "patient_y"),
        an_account("account-2", "jsmith", "patient_y"),
        an_account("account-2", "other", "patient_x"),
    ],
    ids=["id", "login", "person"],
)
def test_ids_logins_and_open_accounts_of_a_person_are_there_once(store: Store, second: Account) -> None:
    keep(store, an_account())
    with pytest.raises(IntegrityError):
        keep(store, second)


def test_a_closed_account_makes_room_for_the_next_but_keeps_its_login(store: Store) -> None:
    keep(store, an_account())
    with store.write() as tx:
        accounts = AccountRepository(tx)
        closed = accounts.close(an_account(), LATER)
        assert accounts.close(closed, LATER + timedelta(days=1)) == closed == replace(an_account(), closed_at=LATER)
        assert accounts.by_login("jsmith") == closed
    keep(store, an_account("account-2", "other"))
    with pytest.raises(IntegrityError):
        keep(store, an_account("account-3", "jsmith", "patient_y"))


def test_an_account_given_to_another_patient_from_outside_is_not_read(store: Store) -> None:
    keep(store, an_account(), an_account("account-2", "other", "patient_y"))
    with store.write() as tx:
        theirs = tx.patient_ref("patient_y")
        tx.execute(update(ACCOUNTS).where(ACCOUNTS.c.account_id == "account-2").values(closed_at=NOW))
        tx.execute(update(ACCOUNTS).where(ACCOUNTS.c.account_id == "account-1").values(patient_ref=theirs))
    with pytest.raises(UnreadableDataError), store.read() as tx:
        AccountRepository(tx).by_login("jsmith")


def test_of_the_refresh_tokens_of_a_sign_in_the_last_is_the_newest(store: Store) -> None:
    with store.write() as tx:
        sign_ins = SignInRepository(tx)
        for sign_in_id in ("sign-in-1", "sign-in-2"):
            sign_ins.add(a_sign_in(sign_in_id))
        first = sign_ins.add_token("sign-in-1", "one", NOW)
        other = sign_ins.add_token("sign-in-2", "two", NOW)
        second = sign_ins.add_token("sign-in-1", "three", LATER)

        assert [each.number for each in (first, other, second)] == [1, 1, 2]
        assert sign_ins.token("one") == first
        assert sign_ins.token("four") is None
        assert [sign_ins.is_newest(each) for each in (first, other, second)] == [False, True, True]
    with pytest.raises(DatabaseError, match="append-only"), store.write() as tx:
        tx.execute(update(REFRESH_TOKENS).values(sign_in_id="sign-in-2", number=7))


def test_a_refresh_token_is_kept_once(store: Store) -> None:
    with store.write() as tx:
        SignInRepository(tx).add(a_sign_in())
        SignInRepository(tx).add_token("sign-in-1", "one", NOW)
    with pytest.raises(DatabaseError), store.write() as tx:
        SignInRepository(tx).add_token("sign-in-1", "one", LATER)


def test_sign_ins_end_once_and_are_removed_when_they_are_over(store: Store) -> None:
    ends = a_sign_in().ends_at
    with store.write() as tx:
        sign_ins = SignInRepository(tx)
        for sign_in_id, subject in (("a", "account-1"), ("b", "account-1"), ("c", "account-2")):
            sign_ins.add(a_sign_in(sign_in_id, subject))
            sign_ins.add_token(sign_in_id, f"token {sign_in_id}", NOW)

        assert (sign_ins.end("a", LATER), sign_ins.end("a", ends), sign_ins.end("d", LATER)) == (True, False, False)
        assert sign_ins.get("a") == replace(a_sign_in("a"), ended_at=LATER)
        assert sign_ins.on_of_subject("account-1", LATER) == (a_sign_in("b"),)
        assert sign_ins.on_of_subject("account-1", ends) == ()
        assert sign_ins.remove_ended_before(LATER) == 0
        assert sign_ins.remove_ended_before(LATER + timedelta(seconds=1)) == 1
        assert (sign_ins.get("a"), sign_ins.token("token a")) == (None, None)
        assert sign_ins.token("token b") is not None
        assert sign_ins.remove_ended_before(ends + timedelta(seconds=1)) == 2
