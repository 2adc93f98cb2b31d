"""Rotating the keys of any store while it is used."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from rxflow.domain.case import EscalationCase
from rxflow.domain.errors import StoreUnavailableError, UnreadableDataError
from rxflow.domain.report import Report, ReportKind
from rxflow.persistence.account_repository import AccountRepository
from rxflow.persistence.care_message_repository import CareMessageRepository
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store, create_store
from rxflow.persistence.order_repository import SEALED_ORDERS, OrderRepository
from rxflow.persistence.preference_repository import PreferenceRepository
from rxflow.persistence.reference_catalogue import CatalogueRepository
from rxflow.persistence.reference_repository import StoredPatients
from rxflow.persistence.rotation import SEALED_TABLES, reseal, rows_by_key
from rxflow.persistence.session_repository import SEALED_TURNS, SessionRepository, Turn
from rxflow.persistence.sign_in_repository import SignInRepository
from rxflow.persistence.tables import METADATA, ORDERS
from rxflow.persistence.user_repository import UserRepository
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyFile, KeyRing, new_keys
from rxflow.services.mock_data import MockData
from tests.contract.records import NOW, a_case, a_quote, an_order, keep_everything, keep_order


@pytest.fixture
def key_file(tmp_path: Path) -> KeyFile:
    file = KeyFile(tmp_path / "rxflow.key")
    file.create(new_keys())
    return file


@pytest.fixture
def keyed(store_url: str, key_file: KeyFile, demo: MockData) -> Store:
    """A store with a row in every sealed table."""
    store = create_store(store_url, Cipher(KeyRing(key_file)))
    keep_everything(store, demo)
    return store


def everything(store: Store) -> tuple[object, ...]:
    with store.read() as tx:
        catalogue = CatalogueRepository(tx).newest()
    assert catalogue is not None
    file = StoredPatients(store, catalogue[0]).file("patient_001")
    assert file is not None
    with store.read() as tx:
        orders, cases, sessions = OrderRepository(tx), CaseRepository(tx), SessionRepository(tx)
        return (
            file,
            sessions.get("session-1"),
            sessions.turns("session-1"),
            orders.quote("QT-1"),
            orders.all_of_patient("patient_x"),
            cases.of_patient("patient_x"),
            cases.steps("CS-1"),
            cases.reports("patient_x"),
            CareMessageRepository(tx).of_session("session-1"),
            PreferenceRepository(tx).history("patient_x"),
            UserRepository(tx).all(),
            AccountRepository(tx).by_login("jsmith"),
            SignInRepository(tx).get("sign-in-1"),
            SignInRepository(tx).token("a refresh token"),
            SignInRepository(tx).of_browser("a browser"),
        )


def test_every_table_with_a_sealed_column_is_rotated() -> None:
    with_sealed = {table.name for table in METADATA.tables.values() if "sealed" in table.c}
    assert {sealed.table.name for sealed in SEALED_TABLES} == with_sealed


def test_after_a_rotation_everything_reads_as_before_and_the_old_key_is_not_needed(
    keyed: Store, key_file: KeyFile
) -> None:
    before = everything(keyed)
    key_file.save(key_file.load().rotated())
    keyed.cipher.renew()
    assert sum(reseal(keyed, batch_rows=1)) == len(SEALED_TABLES)
    assert dict(rows_by_key(keyed)) == {2: len(SEALED_TABLES)}

    key_file.save(key_file.load().without(1))
    keyed.cipher.renew()
    assert everything(keyed) == before
    assert sum(reseal(keyed)) == 0


def test_rows_are_sealed_again_in_the_order_of_their_keys_each_looked_at_once(keyed: Store, key_file: KeyFile) -> None:
    with keyed.write() as tx:
        for number in range(2, 8):
            quote = a_quote(f"QT-{number}", fill_number=20 - number)
            keep_order(tx, quote, an_order(quote, f"RF-{9 - number}"))
    key_file.save(key_file.load().rotated())
    keyed.cipher.renew()
    with keyed.read() as tx:
        header = tx.cipher.current_header
        first = tx.execute(SEALED_ORDERS.stale(header, 4)).all()
        rest = tx.execute(SEALED_ORDERS.stale(header, 4, first[-1])).all()
        turn = tx.execute(SEALED_TURNS.stale(header, 4)).one()
        assert tx.execute(SEALED_TURNS.stale(header, 4, turn)).all() == []

    assert [row.order_id for row in (*first, *rest)] == ["RF-1", *(f"RF-{number}" for number in range(7, 1, -1))]
    assert sum(reseal(keyed, batch_rows=2)) == len(SEALED_TABLES) + 12


def test_a_row_that_was_written_anew_meanwhile_is_left_as_it_is(keyed: Store, key_file: KeyFile) -> None:
    key_file.save(key_file.load().rotated())
    keyed.cipher.renew()
    with keyed.read() as tx:
        (row,) = tx.execute(SEALED_ORDERS.stale(tx.cipher.current_header, 10)).all()
    with keyed.write() as tx:
        assert SEALED_ORDERS.reseal(row, tx)
        assert not SEALED_ORDERS.reseal(row, tx)


def test_a_process_that_was_not_told_takes_up_the_new_key_with_its_next_write(keyed: Store, key_file: KeyFile) -> None:
    key_file.save(key_file.load().rotated())
    with keyed.write() as tx:
        SessionRepository(tx).add_turn(Turn("session-1", 0, NOW, "hi", "Hello.", "START"))
    assert rows_by_key(keyed)[2] == 1


def test_without_its_key_nothing_is_told(keyed: Store, key_file: KeyFile) -> None:
    key_file.save(key_file.load().rotated().without(1))
    keyed.cipher.renew()
    with pytest.raises(UnreadableDataError, match="key"):
        everything(keyed)


def test_a_box_put_into_another_row_is_not_opened(keyed: Store) -> None:
    with keyed.write() as tx:
        quote = replace(a_quote("QT-2"), fill_number=4)
        keep_order(tx, quote, an_order(quote, "RF-2"))
    with keyed.write() as tx:
        other = tx.scalar(ORDERS.select().with_only_columns(ORDERS.c.sealed).where(ORDERS.c.order_id == "RF-1"))
        tx.execute(update(ORDERS).where(ORDERS.c.order_id == "RF-2").values(sealed=other))
    with pytest.raises(StoreUnavailableError, match="changed from outside"), keyed.read() as tx:
        OrderRepository(tx).order("RF-2")


def test_a_report_is_kept_beside_its_case(keyed: Store) -> None:
    case: EscalationCase = a_case()
    with keyed.read() as tx:
        assert CaseRepository(tx).case_of_report(case.patient_id, Report(ReportKind.ALLERGY, "penicillin")) == case
