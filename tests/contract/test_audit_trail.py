"""The audit trail on every store: appended with what it tells of, never changed, found by patient."""

import subprocess
import sys
import threading
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

import rxflow
from rxflow.domain.audit import AuditAction, AuditEvent
from rxflow.domain.errors import AuditTrailError
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.audit_tables import AUDIT_EVENTS, AUDIT_HEAD
from rxflow.persistence.engine import Store
from rxflow.security.keys import format_keys, new_keys
from rxflow.services.audit import AuditService
from tests.support.audit_chains import NOON, an_event, append, append_numbered, drop_triggers
from tests.support.stores import store_with_keys


class ActFailedError(Exception):
    pass


def append_and_fail(store: Store, event: AuditEvent) -> None:
    with suppress(ActFailedError), store.write() as tx:
        AuditRepository(tx).append([event])
        raise ActFailedError


def count(store: Store) -> int:
    with store.read() as tx:
        return int(tx.scalar(select(func.count()).select_from(AUDIT_EVENTS)))


def test_a_new_trail_is_empty_and_in_order(store: Store) -> None:
    audit = AuditService(store=store)
    report = audit.verify()

    assert (report.events, report.head, report.broken) == (0, None, None)
    assert (audit.head(), audit.mac(1), audit.for_patient("patient_001")) == (None, None, ())


def test_events_are_numbered_without_gaps_and_kept_as_they_were(store: Store) -> None:
    append_numbered(store, 7)
    entries = AuditService(store=store).for_patient("patient_001")

    assert [entry.sequence for entry in entries] == list(range(1, 8))
    for number, entry in enumerate(entries, 1):
        event = an_event(number)
        assert (entry.at, entry.actor, entry.action) == (event.at, event.actor, event.action.value)
        assert (entry.session_id, entry.object, entry.detail) == (event.session_id, event.object, event.detail)


def test_a_trail_that_nobody_touched_is_in_order_and_its_head_is_its_end(store: Store) -> None:
    append_numbered(store, 7)
    audit = AuditService(store=store)
    head = audit.head()
    report = audit.verify(head)

    assert head is not None
    assert (report.events, report.broken, head.sequence, head.mac) == (7, None, 7, audit.mac(7))


def test_nothing_to_append_changes_nothing(store: Store) -> None:
    append(store)
    AuditService(store=store).record_all(())

    assert AuditService(store=store).head() is None


def test_an_event_of_an_act_that_fails_is_not_kept_and_the_chain_goes_on(store: Store) -> None:
    append_numbered(store, 2)
    append_and_fail(store, an_event(3))
    append(store, an_event(4))
    report = AuditService(store=store).verify()

    assert (report.events, report.broken) == (3, None)


def test_the_head_is_told_after_the_commit_and_only_then(store: Store) -> None:
    told = []
    store.on_audited = told.append
    append_and_fail(store, an_event(1))
    with store.write():
        pass
    with store.write() as tx:
        AuditRepository(tx).append([an_event(1)])
        assert told == []

    assert told == [AuditService(store=store).head()]


def test_several_appends_of_one_transaction_follow_each_other(store: Store) -> None:
    with store.write() as tx:
        AuditRepository(tx).append([an_event(1), an_event(2)])
        AuditRepository(tx).append([an_event(3)])

    assert AuditService(store=store).verify().events == 3


@pytest.mark.parametrize("table", [AUDIT_EVENTS, AUDIT_HEAD], ids=str)
def test_the_database_refuses_to_delete(store: Store, table: object) -> None:
    append_numbered(store, 3)
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(delete(table))

    assert count(store) == 3


@pytest.mark.parametrize("column", [column.name for column in AUDIT_EVENTS.columns])
def test_the_database_refuses_to_change_any_column(store: Store, column: str) -> None:
    append_numbered(store, 3)
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(update(AUDIT_EVENTS).values({column: AUDIT_EVENTS.c[column]}))


def test_the_database_refuses_to_write_over_an_event(store: Store) -> None:
    append_numbered(store, 3)
    with store.read() as tx:
        row = tx.execute(select(AUDIT_EVENTS).where(AUDIT_EVENTS.c.sequence == 2)).one()._asdict()
    writing = insert(AUDIT_EVENTS)
    if store.engine.dialect.name == "sqlite":
        writing = writing.prefix_with("OR REPLACE")
    with pytest.raises(IntegrityError), store.write() as tx:
        tx.execute(writing, {**row, "object": "RF-forged"})

    assert AuditService(store=store).verify().broken is None


@pytest.mark.services
def test_the_database_refuses_to_truncate(store: Store) -> None:
    if store.engine.dialect.name != "postgresql":
        pytest.skip("only PostgreSQL has TRUNCATE")
    append_numbered(store, 3)
    with pytest.raises(IntegrityError, match="append-only"), store.write() as tx:
        tx.execute(text("TRUNCATE audit_events"))


def test_a_patients_events_are_theirs_alone_and_since_when(store: Store) -> None:
    append(store, *(an_event(number, f"patient_00{number % 2}") for number in range(1, 7)))
    append(store, AuditEvent(NOON, "operator:root", AuditAction.KEY_ROTATED, detail={"key": 2}))
    audit = AuditService(store=store)
    since = NOON + timedelta(seconds=3)

    assert [entry.sequence for entry in audit.for_patient("patient_000")] == [2, 4, 6]
    assert [entry.sequence for entry in audit.for_patient("patient_001", since)] == [3, 5]
    assert audit.for_patient("patient_002") == ()


def test_a_patient_and_a_prescription_are_kept_as_keyed_hashes(store: Store) -> None:
    assessed = AuditEvent(
        NOON,
        "assistant",
        AuditAction.PRESCRIPTION_ASSESSED,
        "patient_001",
        rx_number="RX100101",
        detail={"findings": []},
    )
    append(store, assessed)
    audit = AuditService(store=store)
    with store.read() as tx:
        row = tx.execute(select(AUDIT_EVENTS)).one()
    (entry,) = audit.for_patient("patient_001")

    assert not {"patient_001", "RX100101"} & {str(value) for value in row}
    assert audit.prescription_objects(["RX100101", "RX100102"])[entry.object or ""] == "RX100101"


def test_nothing_is_added_to_a_head_that_was_forged(store: Store) -> None:
    append_numbered(store, 5)
    with store.write() as tx:
        drop_triggers(tx)
        tx.execute(delete(AUDIT_EVENTS).where(AUDIT_EVENTS.c.sequence > 3))
        tx.execute(update(AUDIT_HEAD).values(sequence=3, mac=AuditRepository(tx).mac(3)))
    with pytest.raises(AuditTrailError, match="audit verify"):
        append(store, an_event(6))

    assert count(store) == 3


def test_nothing_is_added_to_a_trail_whose_head_is_gone(store: Store) -> None:
    append_numbered(store, 5)
    with store.write() as tx:
        drop_triggers(tx)
        tx.execute(delete(AUDIT_HEAD))
    with pytest.raises(AuditTrailError):
        append(store, an_event(6))


def test_nothing_is_written_over_what_was_added_behind_the_head(store: Store) -> None:
    append_numbered(store, 2)
    with store.write() as tx:
        row = tx.execute(select(AUDIT_EVENTS).where(AUDIT_EVENTS.c.sequence == 2)).one()._asdict()
        tx.execute(insert(AUDIT_EVENTS), {**row, "sequence": 3})
    with pytest.raises(AuditTrailError):
        append(store, an_event(3))


def test_threads_that_append_at_once_leave_one_unbroken_chain(store: Store) -> None:
    def work(number: int) -> None:
        for turn in range(10):
            append(store, an_event(turn, f"patient_{number}"), an_event(turn + 1, f"patient_{number}"))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report = AuditService(store=store).verify()

    assert (report.events, report.broken) == (80, None)


PROCESS = """
import sys
from tests.support.audit_chains import an_event, append
from tests.support.stores import store_with_keys
store = store_with_keys(sys.argv[1], sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for turn in range(25):
    append(store, an_event(turn, sys.argv[2]), an_event(turn + 1, sys.argv[2]))
store.close()
"""


def test_processes_that_append_at_once_leave_one_unbroken_chain(store_url: str) -> None:
    if store_url == "sqlite://":
        pytest.skip("a database in memory belongs to one process")
    keys, root = format_keys(new_keys()), Path(rxflow.__file__).parents[1]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, store_url, patient, keys],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for patient in ("patient_001", "patient_002")
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.communicate("go\n", timeout=60)
    store = store_with_keys(store_url, keys)
    audit = AuditService(store=store)
    report, mine = audit.verify(), audit.for_patient("patient_001")
    store.close()

    assert [process.returncode for process in processes] == [0, 0]
    assert (report.events, report.broken) == (100, None)
    assert len(mine) == 50
