"""Whoever writes to the database without the key cannot change the audit trail unseen: the first broken link is named.

Each attack is made with the triggers dropped, in a transaction that is looked at from inside and then taken back.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rxflow.domain.audit import AuditFault, AuditHead, BrokenLink
from rxflow.persistence import audit_repository, audit_verification
from rxflow.persistence.audit_verification import ChainCheck
from rxflow.persistence.engine import Store
from rxflow.services.audit import AuditService
from tests.support.audit_chains import NOON, Attack, an_event, append, append_numbered, attack

# A file holds what a database in memory holds: what is asked here is asked of the rows.
pytestmark = pytest.mark.parametrize(
    "store_url", ["memory", pytest.param("postgresql", marks=pytest.mark.services)], indirect=True
)

F = AuditFault
EVENTS = 12
ON_ONE_STORE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
NUMBERS = st.integers(1, EVENTS)
CHANGES: dict[str, Any] = {
    "at": NOON - timedelta(days=1),
    "actor": "pharmacist",
    "action": "record.read",
    "patient_ref": None,
    "session_id": None,
    "object": "",
    "detail": "{}",
    "mac": bytes(32),
}


@pytest.fixture
def chain(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A trail of some events, read a few at a time."""
    for module in (audit_repository, audit_verification):
        monkeypatch.setattr(module, "ROWS_AT_A_TIME", 5)
    append_numbered(store, EVENTS)
    return store


def found(attacked: Attack, exported: AuditHead | None = None) -> tuple[int, AuditFault]:
    report = ChainCheck(attacked.tx, exported).run()
    assert isinstance(report.broken, BrokenLink), "the attack was not found"
    assert str(report.broken.sequence) in report.broken.words or report.broken.fault in {F.HEAD_MISSING, F.HEAD_FORGED}
    return report.broken.sequence, report.broken.fault


@ON_ONE_STORE
@given(NUMBERS, st.sampled_from(sorted(CHANGES)))
def test_a_changed_event_is_named(chain: Store, number: int, column: str) -> None:
    with attack(chain) as attacker:
        attacker.change(number, **{column: CHANGES[column]})
        assert found(attacker) == (number, F.CHANGED)


@ON_ONE_STORE
@given(st.integers(1, EVENTS - 1))
def test_a_missing_event_is_named(chain: Store, number: int) -> None:
    with attack(chain) as attacker:
        attacker.delete(number)
        assert found(attacker) == (number, F.MISSING)


@ON_ONE_STORE
@given(st.integers(1, EVENTS - 1))
def test_a_missing_event_is_found_even_if_the_gap_is_closed(chain: Store, number: int) -> None:
    with attack(chain) as attacker:
        attacker.delete(number)
        attacker.renumber(number + 1, -1)
        assert found(attacker) == (number, F.CHANGED)


@ON_ONE_STORE
@given(st.lists(NUMBERS, min_size=2, max_size=2, unique=True))
def test_events_that_changed_places_are_named_with_the_places(chain: Store, pair: list[int]) -> None:
    one, other = sorted(pair)
    with attack(chain) as attacker:
        attacker.exchange(one, other)
        report = ChainCheck(attacker.tx).run()

        assert report.broken is not None
        assert (report.broken.sequence, report.broken.fault) == (one, F.MOVED)
        assert report.broken.words == f"Event {one} was moved: it was written as event {other}."


@ON_ONE_STORE
@given(NUMBERS, NUMBERS)
def test_an_inserted_event_is_named(chain: Store, number: int, like: int) -> None:
    with attack(chain) as attacker:
        attacker.insert(number, like)
        assert found(attacker) == (number, F.INSERTED)


@pytest.mark.parametrize("number", [0, -3])
def test_an_event_before_the_first_is_named(chain: Store, number: int) -> None:
    with attack(chain) as attacker:
        attacker.change(EVENTS, sequence=number)
        assert found(attacker) == (1, F.INSERTED)


def test_an_event_added_behind_the_head_is_named(chain: Store) -> None:
    with attack(chain) as attacker:
        attacker.insert(EVENTS + 1, like=1)
        assert found(attacker) == (EVENTS + 1, F.ADDED)


@ON_ONE_STORE
@given(st.integers(0, EVENTS - 1))
def test_events_cut_off_the_end_are_named(chain: Store, left: int) -> None:
    with attack(chain) as attacker:
        attacker.cut_off(left)
        assert found(attacker) == (left + 1, F.TRUNCATED)


@ON_ONE_STORE
@given(st.integers(1, EVENTS - 1))
def test_a_head_set_to_what_is_left_is_forged(chain: Store, left: int) -> None:
    with attack(chain) as attacker:
        attacker.cut_off(left)
        attacker.set_head(sequence=left, mac=attacker.mac(left))
        assert found(attacker) == (left + 1, F.HEAD_FORGED)


@ON_ONE_STORE
@given(st.sampled_from([{"sequence": 3}, {"sequence": EVENTS + 5}, {"mac": bytes(32)}, {"proof": bytes(32)}]))
def test_a_forged_head_is_named(chain: Store, values: dict[str, Any]) -> None:
    with attack(chain) as attacker:
        attacker.set_head(**values)
        assert found(attacker) == (EVENTS + 1, F.HEAD_FORGED)


def test_a_missing_head_is_named(chain: Store) -> None:
    with attack(chain) as attacker:
        attacker.drop_head()
        assert found(attacker) == (EVENTS, F.HEAD_MISSING)


# --- what only an exported head shows


@pytest.fixture
def earlier_head(store: Store) -> AuditHead:
    append_numbered(store, 4)
    head = AuditService(store=store).head()
    assert head is not None
    return head


def put_back(attacker: Attack, head: AuditHead) -> None:
    """Cut events off and put back a head that was really written, such as one of a backup."""
    attacker.cut_off(head.sequence)
    attacker.set_head(sequence=head.sequence, mac=head.mac, proof=head.proof)


def test_a_trail_cut_off_to_an_earlier_head_ends_before_the_exported_one(store: Store, earlier_head: AuditHead) -> None:
    append(store, an_event(5), an_event(6))
    exported = AuditService(store=store).head()
    with attack(store) as attacker:
        put_back(attacker, earlier_head)

        assert ChainCheck(attacker.tx).run().broken is None
        assert found(attacker, exported) == (5, F.TRUNCATED)


def test_a_trail_that_was_wiped_out_ends_before_the_exported_head(store: Store, earlier_head: AuditHead) -> None:
    with attack(store) as attacker:
        attacker.cut_off(0)
        attacker.drop_head()

        assert ChainCheck(attacker.tx).run().broken is None
        assert found(attacker, earlier_head) == (1, F.TRUNCATED)


def test_a_head_of_another_chain_is_named(store: Store, earlier_head: AuditHead) -> None:
    with attack(store) as attacker:
        attacker.cut_off(0)
        attacker.drop_head()
        audit_repository.AuditRepository(attacker.tx).append([an_event(number) for number in range(11, 15)])
        attacker.set_head(mac=earlier_head.mac, proof=earlier_head.proof)
        assert found(attacker) == (4, F.HEAD_FORGED)


def test_an_earlier_head_put_back_before_later_events_is_found(store: Store, earlier_head: AuditHead) -> None:
    append(store, an_event(5), an_event(6))
    with attack(store) as attacker:
        attacker.set_head(sequence=earlier_head.sequence, mac=earlier_head.mac, proof=earlier_head.proof)
        assert found(attacker) == (5, F.ADDED)


def test_a_trail_written_anew_with_the_key_differs_from_the_exported_head(
    store: Store, earlier_head: AuditHead
) -> None:
    with attack(store) as attacker:
        attacker.cut_off(0)
        attacker.drop_head()
        audit_repository.AuditRepository(attacker.tx).append([an_event(number) for number in range(11, 17)])

        assert ChainCheck(attacker.tx).run().broken is None
        assert found(attacker, earlier_head) == (4, F.EXPORT_DIFFERS)


@pytest.mark.parametrize("change", [{"sequence": 3}, {"mac": bytes(32)}, {"proof": bytes(32)}])
def test_a_forged_export_is_named(store: Store, earlier_head: AuditHead, change: dict[str, Any]) -> None:
    values = {"sequence": 4, "mac": earlier_head.mac, "proof": earlier_head.proof, **change}
    broken = AuditService(store=store).verify(AuditHead(**values)).broken

    assert broken is not None
    assert (broken.sequence, broken.fault) == (values["sequence"], F.EXPORT_FORGED)


def test_an_exported_head_that_the_trail_went_on_from_is_in_it(store: Store, earlier_head: AuditHead) -> None:
    append(store, an_event(5))

    assert AuditService(store=store).verify(earlier_head).broken is None


# --- values that no column should hold


SPOILED: dict[str, Callable[[Attack], None]] = {
    "a time that is none": lambda attacker: _write(attacker, "at", "'yesterday'"),
    "bytes for a text": lambda attacker: _write(attacker, "actor", "x'fffe'"),
    "a text that is none": lambda attacker: _write(attacker, "actor", "CAST(x'fffe' AS TEXT)"),
    "a code that is a text": lambda attacker: _write(attacker, "mac", "'abc'"),
}


def _write(attacker: Attack, column: str, value: str) -> None:
    attacker.tx.connection.exec_driver_sql(f"UPDATE audit_events SET {column} = {value} WHERE sequence = 8")  # noqa: S608


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_an_event_that_cannot_even_be_read_is_named(chain: Store, spoil: Callable[[Attack], None]) -> None:
    if chain.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's columns hold only what is of their type")
    with attack(chain) as attacker:
        spoil(attacker)
        assert found(attacker) == (8, F.CHANGED)
