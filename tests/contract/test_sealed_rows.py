"""Whoever can write to the database without a key changes nothing that never changes: such a row is not read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, delete, insert, select, update

from rxflow.domain.case import CaseProgress, CaseStep
from rxflow.domain.errors import UnreadableDataError
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.order import OrderStatus
from rxflow.domain.report import Report, ReportKind
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_tables import USERS
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.records import SEALED, SealedTable, place_of
from rxflow.persistence.reference_catalogue import CatalogueRepository
from rxflow.persistence.reference_tables import CATALOGUE
from rxflow.persistence.rotation import SEALED_TABLES
from rxflow.persistence.session_repository import SessionRepository
from rxflow.persistence.tables import CASE_STEPS, CASES, ORDERS, PATIENT_REPORTS, QUOTES, SESSIONS, TURNS
from rxflow.persistence.transaction import Transaction
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.mock_data import MockData
from tests.contract.records import NOW, a_case, a_quote, a_session, an_order, keep_everything, keep_order
from tests.support.audit_chains import drop_triggers

PENICILLIN = Report(ReportKind.ALLERGY, "penicillin")


@pytest.fixture
def full(store: Store, demo: MockData) -> Store:
    """A store with a row in every sealed table, and another patient's conversation, quote and order."""
    keep_everything(store, demo)
    with store.write() as tx:
        SessionRepository(tx).add(a_session("session-2", "patient_y"), "another-key")
        quote = a_quote("QT-2", rx_number="RX2", patient_id="patient_y", session_id="session-2")
        keep_order(tx, quote, an_order(quote, "RF-2"))
    return store


def fixed_columns() -> Iterator[Any]:
    for sealed in SEALED_TABLES:
        for name in (*sealed._copies, *sealed._refs):
            yield pytest.param(sealed, name, id=f"{sealed.table.name}.{name}")


def another(value: Any) -> Any:
    """A value of the same kind that is not this one."""
    if value is None or isinstance(value, str):
        return "another"
    return value + (timedelta(seconds=1) if isinstance(value, datetime) else 1)


@pytest.mark.parametrize(("sealed", "column"), list(fixed_columns()))
def test_a_row_with_one_value_changed_is_not_read(full: Store, sealed: SealedTable[Any], column: str) -> None:
    with full.read() as tx:
        row = tx.execute(sealed.select()).first()
        assert row is not None
        values = dict(row._mapping)
        assert sealed.record(tuple(values.values()), tx)

        values[column] = another(values[column])
        with pytest.raises(UnreadableDataError, match="changed from outside"):
            sealed.record(tuple(values.values()), tx)


def tamper(store: Store, table: Table, column: str, of: str, *, mine: str, theirs: str) -> None:
    """Put another row's value into a row, with the triggers dropped."""
    with store.write() as tx:
        drop_triggers(tx, table.name)
        value = tx.scalar(select(table.c[column]).where(table.c[of] == theirs))
        tx.execute(update(table).where(table.c[of] == mine).values({column: value}))


def reads(method: str, *arguments: Any) -> Callable[[Transaction], object]:
    return lambda tx: getattr(OrderRepository(tx), method)(*arguments)


SWAPS = [
    (ORDERS, "patient_ref", "order_id", "RF-2", "RF-1", reads("all_of_patient", "patient_x")),
    (ORDERS, "patient_ref", "order_id", "RF-2", "RF-1", reads("order", "RF-2")),
    (QUOTES, "rx_ref", "quote_id", "QT-2", "QT-1", reads("quote", "QT-2")),
    (QUOTES, "session_id", "quote_id", "QT-2", "QT-1", reads("quote", "QT-2")),
    (
        SESSIONS,
        "browser_key_hash",
        "session_id",
        "session-2",
        "session-1",
        lambda tx: SessionRepository(tx).latest_for_browser("browser-key", NOW - timedelta(hours=1)),
    ),
    (
        SESSIONS,
        "patient_ref",
        "session_id",
        "session-2",
        "session-1",
        lambda tx: SessionRepository(tx).get("session-2"),
    ),
]


@pytest.mark.parametrize(("table", "column", "of", "mine", "theirs", "read"), SWAPS)
def test_what_is_moved_to_another_patient_is_not_shown(
    full: Store, table: Table, column: str, of: str, mine: str, theirs: str, read: Callable[[Transaction], object]
) -> None:
    tamper(full, table, column, of, mine=mine, theirs=theirs)
    with pytest.raises(UnreadableDataError, match="changed from outside"), full.read() as tx:
        read(tx)


def test_nobody_signs_in_with_a_password_that_was_put_in(full: Store) -> None:
    with full.write() as tx:
        tx.execute(update(USERS).values(password_hash="$argon2id$forged"))
    for read in (UserRepository.all, lambda users: users.password_hash("mlee")):
        with pytest.raises(UnreadableDataError), full.read() as tx:
            read(UserRepository(tx))


def test_what_nothing_asks_for_is_in_the_box_alone() -> None:
    readable = {table.name: set(table.c.keys()) for table in (ORDERS, QUOTES, SESSIONS, TURNS, CASES, PATIENT_REPORTS)}
    # The pharmacy's queue is in the order of what was promised.
    readable["orders"].remove("ready_at")
    told = {"quantity", "amount", "patient_pays", "cash_price", "pharmacy_name", "ready_at", "medication", "acting_as"}

    assert {name: columns & told for name, columns in readable.items() if columns & told} == {}


def test_a_box_of_an_unknown_layout_is_not_read_and_not_repeated(full: Store) -> None:
    with full.write() as tx:
        box = tx.cipher.seal(b'{"patient_id": "patient_x", "quantity": "a bag"}', place_of("orders", "RF-1"))
        tx.execute(update(ORDERS).where(ORDERS.c.order_id == "RF-1").values({SEALED: box}))
    with pytest.raises(UnreadableDataError) as raised, full.read() as tx:
        OrderRepository(tx).order("RF-1")

    assert "bag" not in f"{raised.value} {raised.value.__cause__}"
    assert raised.value.__suppress_context__


def test_what_changes_is_taken_from_the_row(full: Store) -> None:
    with full.write() as tx:
        order = OrderRepository(tx).order("RF-1")
        assert order is not None
        OrderRepository(tx).change_status(order, OrderStatus.VERIFYING, NOW + timedelta(hours=1), "pharmacist", "")
        SessionRepository(tx).end("session-1", NOW)
        moved = OrderRepository(tx).order("RF-1")

    assert moved is not None
    assert (moved.status, moved.updated_at) == (OrderStatus.VERIFYING, NOW + timedelta(hours=1))


def test_a_report_counts_though_its_case_was_marked_as_settled_from_outside(full: Store) -> None:
    with full.write() as tx:
        tx.execute(update(CASES).values(status="resolved"))
        assert CaseRepository(tx).reports("patient_x") == (PENICILLIN,)

        CaseRepository(tx).add_step(CaseProgress("CS-1", 2, CaseStep.CLOSED, NOW, "pharmacist"))
        assert CaseRepository(tx).reports("patient_x") == ()


def test_a_step_that_was_made_another_does_not_settle_a_report(full: Store) -> None:
    with full.write() as tx:
        drop_triggers(tx, CASE_STEPS.name)
        tx.execute(update(CASE_STEPS).values(step=CaseStep.CLOSED))
    with pytest.raises(UnreadableDataError), full.read() as tx:
        CaseRepository(tx).reports("patient_x")


def test_an_emergency_stays_one_though_its_case_was_marked_as_settled_from_outside(full: Store) -> None:
    emergency = a_case("CS-2", findings=(FindingCode.EMERGENCY,))
    with full.write() as tx:
        cases = CaseRepository(tx)
        cases.add(emergency)
        tx.execute(update(CASES).values(status="resolved"))
        assert cases.is_emergency_open("session-1")

        cases.add_step(CaseProgress("CS-2", 2, CaseStep.CLOSED, NOW, "pharmacist"))
        assert not cases.is_emergency_open("session-1")


def test_an_approval_counts_to_its_last_day_and_no_other_can_be_put_in(full: Store) -> None:
    asked = a_case("CS-2", route=Route.INSURER, reason=FindingCode.PRIOR_AUTHORIZATION)
    last_day = date(2026, 6, 30)
    with full.write() as tx:
        cases = CaseRepository(tx)
        cases.add(asked)
        assert cases.approved_by_plan("patient_x") == {}
        cases.add_step(CaseProgress("CS-2", 2, CaseStep.APPROVED, NOW, "plan", valid_until=last_day))
        assert cases.approved_by_plan("patient_x") == {("RX1", FindingCode.PRIOR_AUTHORIZATION): last_day}

        drop_triggers(tx, CASE_STEPS.name)
        tx.execute(update(CASE_STEPS).where(CASE_STEPS.c.number == 2).values(valid_until=date(2036, 6, 30)))
    with pytest.raises(UnreadableDataError), full.read() as tx:
        CaseRepository(tx).approved_by_plan("patient_x")


def test_the_tables_hold_no_column_that_no_code_knows() -> None:
    """What is neither a field, a copy, a hash nor the order of writing would be authenticated by nothing."""
    for sealed in SEALED_TABLES:
        known = {*sealed._columns, SEALED, "sequence", "version"}
        assert set(sealed.table.c.keys()) <= known, sealed.table.name


@dataclass(frozen=True)
class Rule:
    """A record of a catalogue."""

    medicine: str
    most_mg: int


@pytest.mark.parametrize("change", ["changed", "removed", "added", "moved"])
def test_clinical_rules_that_were_changed_from_outside_are_not_served(store: Store, change: str) -> None:
    rules = {"rules": [Rule("metformin", 2550), Rule("lisinopril", 80)], "plans": [Rule("x", 1)]}
    forged = CATALOGUE.select().with_only_columns(CATALOGUE.c.record).where(CATALOGUE.c.position == 0).limit(1)
    statements: dict[str, Any] = {
        "changed": update(CATALOGUE).where(CATALOGUE.c.position == 1).values(record='{"medicine":"x","most_mg":9999}'),
        "removed": delete(CATALOGUE).where(CATALOGUE.c.position == 1),
        "moved": update(CATALOGUE).where(CATALOGUE.c.position == 1).values(position=2),
    }
    kinds = dict.fromkeys(rules, Rule)
    with store.write() as tx:
        ref = CatalogueRepository(tx).add(rules)
        assert CatalogueRepository(tx).add(dict(reversed(rules.items()))) == ref
        assert CatalogueRepository(tx).records(ref, kinds) == {noun: tuple(each) for noun, each in rules.items()}
        added = {"catalogue": ref, "noun": "rules", "position": 7, "record": tx.scalar(forged)}
        tx.execute(statements.get(change, insert(CATALOGUE).values(added)))
        with pytest.raises(UnreadableDataError, match="changed from outside"):
            CatalogueRepository(tx).records(ref, kinds)
