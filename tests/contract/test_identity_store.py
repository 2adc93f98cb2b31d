"""What any store must do with tries to be recognised and with the staff."""

from collections import Counter
from datetime import UTC, date, timedelta
from threading import Thread

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from rxflow.domain.errors import IdentityNotVerifiedError
from rxflow.domain.identity_check import IdentityCheck, Outcome
from rxflow.domain.lockout import LockoutLimits
from rxflow.domain.user import Role, User
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_check_repository import IdentityCheckRepository
from rxflow.persistence.identity_tables import IDENTITY_CHECKS
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.identity import IdentityService
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService
from tests.contract.records import NOW
from tests.support.clock import AUSTIN

A_TRY = IdentityCheck(NOW, "c" * 32, "s" * 32, "b" * 32, Outcome.FAILED)


def test_tries_are_found_by_claim_and_by_subject(store: Store) -> None:
    later = IdentityCheck(NOW + timedelta(minutes=1), "d" * 32, "s" * 32, "b" * 32, Outcome.PASSED)
    other = IdentityCheck(NOW, "e" * 32, None, "b" * 32, Outcome.LOCKED)
    with store.write() as tx:
        tries = IdentityCheckRepository(tx)
        for each in (A_TRY, later, other):
            tries.add(each)

        assert tries.since(NOW, "c" * 32, None) == (A_TRY,)
        assert tries.since(NOW, "c" * 32, "s" * 32) == (A_TRY, later)
        assert tries.since(NOW + timedelta(seconds=1), "c" * 32, "s" * 32) == (later,)
        assert tries.remove_before(NOW + timedelta(seconds=1)) == 2
        assert tries.since(NOW, "c" * 32, "s" * 32) == (later,)


def test_the_database_refuses_to_change_a_try(store: Store) -> None:
    with store.write() as tx:
        IdentityCheckRepository(tx).add(A_TRY)
    with pytest.raises(DatabaseError, match="append-only"), store.write() as tx:
        tx.execute(IDENTITY_CHECKS.update().values(outcome=Outcome.PASSED))


def test_tries_that_come_at_once_are_counted_one_after_the_other(store: Store, demo: MockData) -> None:
    door = IdentityService(
        store=store, patients=PatientService(demo), now=lambda: NOW, zone=AUSTIN, limits=LockoutLimits()
    )

    def knock(source: str) -> None:
        with pytest.raises(IdentityNotVerifiedError):
            door.verify("John Smith", date(1999, 9, 9), source)

    threads = [Thread(target=knock, args=(f"bot {each}",)) for each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as tx:
        outcomes = Counter(tx.scalars(select(IDENTITY_CHECKS.c.outcome)))

    assert outcomes == {"failed": 3, "locked": 5}


def test_users_come_back_as_they_were_given(store: Store) -> None:
    lee = User("mlee", "María Lee", Role.TECHNICIAN, NOW)
    with store.write() as tx:
        users = UserRepository(tx)
        users.add(lee, "$argon2id$hash")
        disabled = users.disable(lee, NOW.astimezone(UTC))
    with store.read() as tx:
        users = UserRepository(tx)

        assert users.get("mlee") == disabled != lee
        assert users.all() == (disabled,)
        assert (users.count(), users.password_hash("mlee")) == (1, "$argon2id$hash")
        assert (users.get("nobody"), users.password_hash("nobody")) == (None, None)
