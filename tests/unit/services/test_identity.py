"""Name and birth date: who is recognised, one answer for everything else, and a door that closes after three tries."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.exc import DatabaseError

from rxflow.domain.acting import ActingAs
from rxflow.domain.errors import AuditTrailError, IdentityNotVerifiedError
from rxflow.domain.identity_check import IdentityCheck, Outcome, standing_failures
from rxflow.domain.lockout import LockoutLimits
from rxflow.domain.patient import Guardian, GuardianScope, Patient
from rxflow.persistence.audit_tables import AUDIT_EVENTS, AUDIT_HEAD
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_tables import IDENTITY_CHECKS
from rxflow.services.audit import AuditService
from rxflow.services.identity import NOT_VERIFIED, IdentityService, VerifiedIdentity
from rxflow.services.mock_data import MockData
from rxflow.services.patients import PatientService
from tests.support.audit_chains import drop_triggers
from tests.support.clock import AUSTIN, WEDNESDAY_MORNING, FrozenClock
from tests.support.stores import open_store

JOHN = ("John Smith", date(1975, 3, 15))
EMILYS_BIRTHDAY = date(2017, 4, 11)
MOTHER = ("Sarah Davis", EMILYS_BIRTHDAY)
WRONG_DAY = date(1975, 3, 16)
NAMESAKE = Patient("patient_903", "John Smith", date(1990, 1, 1), "M", "78701", "en", "PH001")
TWIN = Patient("patient_904", "Emma Davis", EMILYS_BIRTHDAY, "F", "78731", "en", "PH007")


class Door:
    """The door of one process; two on one store are two processes."""

    def __init__(self, store: Store, data: MockData, clock: FrozenClock, *more: Patient) -> None:
        self.clock = clock
        self.store = store
        self.told: set[str] = set()
        self.service = IdentityService(
            store=store,
            patients=PatientService(replace(data, patients=(*data.patients, *more))),
            now=clock,
            zone=AUSTIN,
            limits=LockoutLimits(),
        )

    def opens(self, name: str, born: date, source: str = "browser") -> VerifiedIdentity | None:
        try:
            return self.service.verify(name, born, source)
        except IdentityNotVerifiedError as refused:
            self.told.add(str(refused))
            return None


@pytest.fixture
def store() -> Store:
    return open_store("sqlite://")


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(WEDNESDAY_MORNING)


@pytest.fixture
def door(store: Store, data: MockData, clock: FrozenClock) -> Door:
    return Door(store, data, clock)


def kept(store: Store) -> list[IdentityCheck]:
    with store.read() as tx:
        rows = tx.execute(select(IDENTITY_CHECKS).order_by(IDENTITY_CHECKS.c.sequence)).mappings()
        return [IdentityCheck(**{key: row[key] for key in row if key != "sequence"}) for row in rows]


@pytest.mark.parametrize("typed", ["John Smith", "  SMITH,  john ", "john smith"])
def test_a_patient_is_recognised_by_name_and_birth_date(door: Door, typed: str) -> None:
    assert door.opens(typed, JOHN[1]) == VerifiedIdentity("patient_001", ActingAs.PATIENT)


def test_a_guardian_is_recognised_by_their_name_and_the_patients_birth_date(door: Door) -> None:
    assert door.opens(*MOTHER) == VerifiedIdentity("patient_009", ActingAs.GUARDIAN)


def test_a_child_does_not_come_in_alone_until_eighteen(door: Door) -> None:
    door.clock.at = datetime(2035, 4, 10, 12, tzinfo=AUSTIN).astimezone(UTC)
    assert (door.opens("Emily Davis", EMILYS_BIRTHDAY), door.opens(*MOTHER) is None) == (None, False)

    door.clock.wait(days=1)
    assert door.opens("Emily Davis", EMILYS_BIRTHDAY) == VerifiedIdentity("patient_009", ActingAs.PATIENT)
    assert door.opens(*MOTHER) is None


@pytest.mark.parametrize(
    ("scope", "until", "opens"),
    [
        (GuardianScope.VIEW, None, True),
        (GuardianScope.FULL, date(2026, 3, 4), True),
        (GuardianScope.FULL, date(2026, 3, 3), False),
    ],
)
def test_a_guardian_comes_in_through_the_last_day(
    store: Store, data: MockData, clock: FrozenClock, scope: GuardianScope, until: date | None, opens: bool
) -> None:
    child = replace(TWIN, date_of_birth=date(2018, 5, 5), guardian=Guardian("Ann O'Hara", "aunt", scope, until))

    assert (Door(store, data, clock, child).opens("ann ohara", date(2018, 5, 5)) is not None) is opens


def test_whom_two_share_name_and_birth_date_a_person_must_tell_apart(
    store: Store, data: MockData, clock: FrozenClock
) -> None:
    twin = replace(TWIN, guardian=Guardian("Sarah Davis", "mother"))
    door = Door(store, data, clock, NAMESAKE, replace(NAMESAKE, patient_id="patient_905"), twin)

    assert door.opens("John Smith", NAMESAKE.date_of_birth) is None
    assert door.opens(*JOHN) == VerifiedIdentity("patient_001", ActingAs.PATIENT)
    assert door.opens(*MOTHER) is None


def test_every_failure_is_the_same_work(store: Store, data: MockData, clock: FrozenClock) -> None:
    ended = replace(
        TWIN, date_of_birth=date(2018, 5, 5), guardian=Guardian("Ann Lee", "aunt", valid_until=date(2026, 1, 1))
    )
    door = Door(store, data, clock, ended, NAMESAKE, replace(NAMESAKE, patient_id="patient_905"))
    statements: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))

    def work(name: str, born: date) -> list[str]:
        statements.clear()
        assert door.opens(name, born) is None
        return list(statements)

    work("Somebody Else", JOHN[1])  # The first event of all begins the audit trail.
    unknown = work("Nobody Known", JOHN[1])
    assert len(unknown) >= 2
    assert work("Robert Chen", WRONG_DAY) == unknown
    assert work("John Smith", NAMESAKE.date_of_birth) == unknown
    assert work("Ann Lee", date(2018, 5, 5)) == unknown
    assert work("Emily Davis", EMILYS_BIRTHDAY) == unknown
    for _ in range(3):
        work("Mary Johnson", WRONG_DAY)
    assert work("Mary Johnson", date(1968, 11, 22)) == unknown
    assert kept(store)[-1].outcome is Outcome.LOCKED
    assert door.told == {NOT_VERIFIED}


@pytest.mark.parametrize(("name", "born"), [JOHN, ("Nobody Known", JOHN[1])])
def test_three_failures_lock_for_fifteen_minutes_from_the_last(door: Door, name: str, born: date) -> None:
    for _ in range(3):
        assert door.opens(name, WRONG_DAY) is None
        door.clock.wait(minutes=1)

    door.clock.wait(minutes=13, seconds=59)
    assert door.opens(name, born) is None
    assert kept(door.store)[-1].outcome is Outcome.LOCKED
    door.clock.wait(seconds=1)
    assert (door.opens(name, born) is not None) is (name == JOHN[0])
    assert kept(door.store)[-1].outcome is not Outcome.LOCKED


def test_knocking_at_the_locked_door_does_not_keep_it_locked(door: Door) -> None:
    for _ in range(3):
        door.opens("John Smith", WRONG_DAY)
    for _ in range(14):
        door.clock.wait(minutes=1)
        assert door.opens(*JOHN) is None
    door.clock.wait(minutes=1)

    assert door.opens(*JOHN) is not None


def test_a_restart_and_another_process_do_not_reset_the_lock(
    data: MockData, clock: FrozenClock, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'rxflow.db'}"
    first = open_store(url)
    for _ in range(3):
        Door(first, data, clock).opens("John Smith", WRONG_DAY)
    first.close()
    second = open_store(url)

    assert Door(second, data, clock).opens(*JOHN) is None
    assert Door(second, data, clock).opens("Mary Johnson", date(1968, 11, 22)) is not None
    second.close()


def test_the_tries_of_one_patient_count_together_whatever_the_name(door: Door) -> None:
    for name in ("Sarah Davis", "Emily Davis", "Davis, Sarah"):
        door.opens(name, WRONG_DAY)

    assert door.opens(*MOTHER) is None


def test_a_success_makes_up_for_failures_from_the_same_place_only(door: Door) -> None:
    door.opens("John Smith", WRONG_DAY, "home")
    door.opens("John Smith", WRONG_DAY, "home")
    assert door.opens(*JOHN, "home") is not None
    door.opens("John Smith", WRONG_DAY, "home")
    door.opens("John Smith", WRONG_DAY, "home")
    assert door.opens(*JOHN, "home") is not None

    for _ in range(2):
        door.opens("John Smith", WRONG_DAY, "elsewhere")
    assert door.opens(*JOHN, "home") is not None
    door.opens("John Smith", WRONG_DAY, "elsewhere")
    assert door.opens(*JOHN, "home") is None


def test_many_at_once_are_looked_at_no_more_often_than_the_limit(
    data: MockData, clock: FrozenClock, tmp_path: Path
) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'rxflow.db'}")
    door = Door(store, data, clock)
    threads = [Thread(target=door.opens, args=("John Smith", WRONG_DAY, f"bot {each}")) for each in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Counter(check.outcome for check in kept(store)) == {Outcome.FAILED: 3, Outcome.LOCKED: 9}
    store.close()


def test_nothing_that_was_typed_is_kept(data: MockData, clock: FrozenClock, tmp_path: Path) -> None:
    file = tmp_path / "rxflow.db"
    store = open_store(f"sqlite:///{file}")
    door = Door(store, data, clock)
    door.opens("Sméagol Trahald", date(1934, 5, 6), "203.0.113.77")
    door.opens(*JOHN)
    store.close()
    held = b"".join(each.read_bytes() for each in tmp_path.glob("rxflow.db*")).lower()

    for secret in ("trahald", "1934", "203.0.113.77", "smith", "1975-03-15", "patient_001"):
        assert secret.encode() not in held


def test_retention_removes_old_tries_and_never_those_that_lock(door: Door) -> None:
    door.opens("John Smith", WRONG_DAY)
    door.clock.wait(days=40)
    for _ in range(3):
        door.opens("John Smith", WRONG_DAY)

    assert door.service.remove_tries_before(door.clock() + timedelta(days=1)) == 1
    assert len(kept(door.store)) == 3
    assert door.opens(*JOHN) is None


def test_every_try_is_in_the_audit_trail_with_whose_record_it_was_about(door: Door) -> None:
    door.opens(*JOHN)
    for _ in range(4):
        door.opens("Sarah Davis", WRONG_DAY)
    door.opens("Nobody Known", WRONG_DAY)
    audit = AuditService(store=door.store)

    def told(patient_id: str) -> list[tuple[str, str]]:
        return [(entry.actor, entry.action) for entry in audit.for_patient(patient_id)]

    assert told("patient_001") == [("patient", "identity.verified")]
    assert told("patient_009") == [("visitor", "identity.refused")] * 3 + [("visitor", "access.locked")]
    assert (audit.verify().events, len(kept(door.store))) == (6, 6)


def test_a_try_that_cannot_be_recorded_is_not_kept_and_lets_nobody_in(door: Door) -> None:
    door.opens("John Smith", WRONG_DAY)
    with door.store.write() as tx:
        drop_triggers(tx)
        tx.execute(update(AUDIT_HEAD).values(proof=bytes(32)))
    with pytest.raises(AuditTrailError):
        door.opens(*JOHN)

    assert len(kept(door.store)) == 1


def test_what_retention_removes_is_recorded_once(door: Door) -> None:
    door.opens("John Smith", WRONG_DAY)
    door.clock.wait(days=40)
    for _ in range(2):
        door.service.remove_tries_before(door.clock(), "operator:ana")
    with door.store.read() as tx:
        events = tx.execute(select(AUDIT_EVENTS.c.actor, AUDIT_EVENTS.c.detail)).all()

    assert events[1:] == [("operator:ana", '{"kind":"identity-checks","rows":1}')]


def test_a_try_cannot_be_changed_afterwards(door: Door) -> None:
    door.opens("John Smith", WRONG_DAY)
    with pytest.raises(DatabaseError, match="append-only"), door.store.write() as tx:
        tx.execute(IDENTITY_CHECKS.update().values(outcome=Outcome.PASSED))


def test_a_try_that_was_refused_unlooked_at_is_no_failure() -> None:
    at = WEDNESDAY_MORNING
    tries = [IdentityCheck(at, "c", None, "s", outcome) for outcome in (Outcome.FAILED, Outcome.LOCKED)]

    assert standing_failures(tries) == (at,)
