"""Long work tells any store's operator how far it has come, in quantities that are real."""

import itertools
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rxflow.config.settings import DEFAULT_DATA_DIR
from rxflow.persistence import audit_verification
from rxflow.persistence.audit_repository import ROWS_AT_A_TIME
from rxflow.persistence.backup import back_up, restore
from rxflow.persistence.engine import Store
from rxflow.services.audit import AuditService
from rxflow.services.data_import import import_data
from rxflow.services.mock_data import GROWING, SOURCES
from tests.contract.records import NOW
from tests.support.audit_chains import append_numbered
from tests.unit.services.pharmacy_world import World

Told = list[tuple[int, int]]


def assert_counts_to_its_end(told: Told) -> None:
    """Each number of one whole is at least the one before, and the last is the whole."""
    assert told
    assert all(0 <= done <= total for done, total in told)
    for (done, total), (later, of) in itertools.pairwise(told):
        assert later >= done or (of != total and done == total)
    assert told[-1][0] == told[-1][1]


def test_a_backup_and_its_restore_count_what_they_copy(store: Store, tmp_path: Path) -> None:
    World(store=store).ordered()
    made: Told = []
    back_up(store, tmp_path / "backup.zip", NOW, lambda *each: made.append(each))
    put_back: Told = []
    restore(tmp_path / "backup.zip", store, replace=True, progress=lambda *each: put_back.append(each))

    assert_counts_to_its_end(made)
    assert_counts_to_its_end(put_back)
    # The same bytes are packed and unpacked.
    assert made[-1] in put_back


def test_a_look_through_the_trail_counts_events(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_verification, "ROWS_AT_A_TIME", 2)
    append_numbered(store, 5)
    told: Told = []
    AuditService(store=store).verify(progress=lambda *each: told.append(each))

    assert ROWS_AT_A_TIME > 2
    assert told == [(2, 5), (4, 5)]


def test_an_import_counts_bytes(store: Store) -> None:
    told: Told = []
    import_data(
        DEFAULT_DATA_DIR,
        today=date(2026, 3, 4),
        languages=("en", "es"),
        store=store,
        now=lambda: datetime.now(UTC),
        progress=lambda *each: told.append(each),
    )

    files = [DEFAULT_DATA_DIR / source.file for source in SOURCES if source.noun in GROWING]
    assert_counts_to_its_end(told)
    assert {total for _, total in told} == {sum(file.stat().st_size for file in files)}
    assert len({done for done, _ in told}) >= len(files)
