"""A backup of any store answers as the original does; one that was damaged is refused."""

import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from rxflow.domain.errors import BackupError
from rxflow.persistence.backup import MANIFEST, Manifest, back_up, restore
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import SessionRepository
from tests.contract.records import NOW, a_quote, a_session, an_order, keep_order
from tests.support.servers import postgres_database
from tests.support.stores import open_store
from tests.unit.services.pharmacy_world import LISINOPRIL, World

EmptyStore = Callable[[], Store]


@pytest.fixture
def empty_store(store_url: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmptyStore]:
    """Opens another, empty store of the same kind."""
    with _empty_url(store_url, request, tmp_path) as url:
        opened: list[Store] = []

        def open_empty() -> Store:
            opened.append(open_store(url))
            return opened[-1]

        yield open_empty
        for store in opened:
            store.close()


@contextmanager
def _empty_url(url: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if url.startswith("postgresql"):
        with postgres_database(request.getfixturevalue("postgres_template")) as other:
            yield other
    else:
        yield url if url == "sqlite://" else f"sqlite:///{tmp_path / 'restored' / 'rxflow.db'}"


@pytest.fixture
def used(store: Store) -> World:
    """A store with an order, and one that was cancelled before it."""
    world = World(store=store)
    placed = world.ordered()
    world.orders.cancel(placed.patient_id, placed.order_id)
    world.ordered()
    return world


def answers(store: Store) -> object:
    world = World(store=store)
    orders = world.orders.for_patient(LISINOPRIL[0])
    return orders, [world.orders.events(order.order_id) for order in orders], world.refills_left()


def test_a_restored_backup_answers_as_the_original(used: World, empty_store: EmptyStore, tmp_path: Path) -> None:
    made = back_up(used.store, tmp_path / "backup.zip", NOW)
    restored = empty_store()

    assert restore(tmp_path / "backup.zip", restored, replace=False) == made
    assert answers(restored) == answers(used.store)
    assert made.rows["orders"] == 2
    # What comes next is numbered on, and the rules go on holding.
    assert World(store=restored).ordered(("patient_001", "RX100103")).status == "SUBMITTED"


def test_a_backup_is_for_its_owner_alone_and_holds_no_medicine(used: World, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"
    back_up(used.store, path, NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with zipfile.ZipFile(path) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist()).lower()
    assert b"lisinopril" not in content
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".rxflow")] == []


def test_a_file_that_is_there_is_not_overwritten(used: World, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"
    path.write_text("keep me")
    with pytest.raises(BackupError, match="already"):
        back_up(used.store, path, NOW)
    assert path.read_text() == "keep me"


def test_a_folder_that_is_not_there_is_an_error(used: World, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="No backup was made"):
        back_up(used.store, tmp_path / "none" / "backup.zip", NOW)


def test_what_a_database_holds_is_lost_only_when_that_is_said(
    used: World, empty_store: EmptyStore, tmp_path: Path
) -> None:
    path, other = tmp_path / "backup.zip", empty_store()
    back_up(used.store, path, NOW)
    with other.write() as tx:
        quote = replace(a_quote(), session_id="session-2")
        SessionRepository(tx).add(a_session("session-2"), None)
        keep_order(tx, quote, an_order(quote))
    with pytest.raises(BackupError, match="--replace"):
        restore(path, other, replace=False)
    assert [order.order_id for order in World(store=other).orders.for_patient("patient_x")] == ["RF-1"]

    restore(path, other, replace=True)
    assert World(store=other).orders.for_patient("patient_x") == ()
    assert answers(other) == answers(used.store)


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A backup with some of its members changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    changed = path.with_name("changed.zip")
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return changed


def flip_a_byte(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name != MANIFEST and len(members[name]) > 100)
    content = bytearray(members[name])
    content[len(content) // 2] ^= 1
    members[name] = bytes(content)


def lose_a_member(members: dict[str, bytes]) -> None:
    del members[next(name for name in members if name != MANIFEST)]


def manifest_with(**changes: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members[MANIFEST] = json.dumps(json.loads(members[MANIFEST]) | changes).encode()

    return change


def one_order_more(members: dict[str, bytes]) -> None:
    manifest = json.loads(members[MANIFEST])
    manifest["rows"]["orders"] += 1
    members[MANIFEST] = json.dumps(manifest).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (flip_a_byte, "not a whole backup"),
        (lose_a_member, "not a whole backup"),
        (one_order_more, "holds"),
        (manifest_with(schema="0000"), "version 0000"),
        (manifest_with(database="mysql"), "mysql"),
        (manifest_with(format=2), "another release"),
        (manifest_with(more=1), "not a whole backup"),
        (manifest_with(sha256={"../evil": "00"}), "not a whole backup"),
    ],
)
def test_a_backup_that_is_not_what_it_says_changes_nothing(
    used: World,
    empty_store: EmptyStore,
    tmp_path: Path,
    change: Callable[[dict[str, bytes]], None],
    said: str,
) -> None:
    path, other = tmp_path / "backup.zip", empty_store()
    back_up(used.store, path, NOW)
    before = answers(other)
    with pytest.raises(BackupError, match=said):
        restore(rewritten(path, change), other, replace=True)
    assert answers(other) == before


@pytest.mark.parametrize("content", [b"", b"PK not a zip"])
def test_a_file_that_is_no_backup_is_refused(empty_store: EmptyStore, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "backup.zip"
    path.write_bytes(content)
    with pytest.raises(BackupError, match="not a whole backup"):
        restore(path, empty_store(), replace=True)
    with pytest.raises(BackupError, match="cannot be read"):
        restore(tmp_path / "none.zip", empty_store(), replace=True)


def test_a_manifest_is_readable_without_the_program(used: World, tmp_path: Path) -> None:
    made = back_up(used.store, tmp_path / "backup.zip", NOW)
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        assert Manifest(**json.loads(archive.read(MANIFEST))) == made
        assert asdict(made)["made_at"] == NOW.isoformat()
