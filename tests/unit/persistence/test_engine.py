"""The SQLite store: how it is opened, and what happens when the file cannot be written, read or waited for."""

import sqlite3
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import text

from rxflow.domain.errors import ConfigurationError, StoreUnavailableError
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import SessionRepository
from rxflow.persistence.transaction import Transaction
from tests.contract.records import a_session, keep_session
from tests.support.stores import open_store

ROOT = Path(__file__).resolve().parents[3]

WRITE_THEN_WAIT = """
import sys, time
from tests.support.stores import open_store
from tests.contract.records import keep_session
with open_store(sys.argv[1]).write() as tx:
    keep_session(tx)
    print("written", flush=True)
    time.sleep(60)
"""

OPEN = "import sys; from tests.support.stores import open_store; open_store(sys.argv[1])"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "var" / "deeper" / "rxflow.db"


def opened(file: Path, busy_timeout_ms: int = 5000) -> Store:
    return open_store(f"sqlite:///{file}", busy_timeout_ms)


def kept_sessions(store: Store) -> list[str]:
    with store.read() as tx:
        return list(tx.scalars(text("SELECT session_id FROM sessions")))


def keep_sessions(tx: Transaction, count: int) -> None:
    for number in range(count):
        SessionRepository(tx).add(a_session(f"session-{number:040}"), None)


def pragma(tx: Transaction, name: str) -> object:
    return tx.connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def python(code: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_every_connection_is_set_up_to_keep_what_it_acknowledges(file: Path) -> None:
    store = opened(file)
    with store.read() as first, store.read() as second:
        for tx in (first, second):
            assert pragma(tx, "journal_mode") == "wal"
            assert pragma(tx, "synchronous") == 2  # FULL
            assert pragma(tx, "foreign_keys") == 1
            assert pragma(tx, "busy_timeout") == 5000


def test_a_reader_sees_one_state_while_a_writer_commits(file: Path) -> None:
    store = opened(file)
    with store.read() as reader:
        assert SessionRepository(reader).get("session-1") is None
        with store.write() as writer:
            keep_session(writer)
        assert SessionRepository(reader).get("session-1") is None
    assert kept_sessions(store) == ["session-1"]


def test_a_writer_waits_for_the_lock_before_it_reads(file: Path) -> None:
    opened(file)
    impatient = opened(file, busy_timeout_ms=20)
    with opened(file).write(), pytest.raises(StoreUnavailableError, match="locked"), impatient.write():
        pytest.fail("two writers at once")


def test_a_locked_database_is_an_error_that_keeps_nothing(file: Path) -> None:
    store = opened(file, busy_timeout_ms=20)
    blocker = sqlite3.connect(file, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    locked = pytest.raises(StoreUnavailableError, match=r"could not be written \(database is locked\)")
    with locked, store.write() as tx:
        keep_session(tx)
    blocker.rollback()
    blocker.close()

    assert kept_sessions(store) == []
    with store.write() as tx:
        keep_session(tx)
    assert kept_sessions(store) == ["session-1"]


def test_a_read_only_file_is_an_error_that_keeps_nothing(file: Path) -> None:
    writable = opened(file)
    read_only = open_store(f"sqlite:///file:{file}?mode=ro&uri=true")
    with pytest.raises(StoreUnavailableError, match="readonly"), read_only.write() as tx:
        keep_session(tx)

    assert kept_sessions(read_only) == []
    writable.close()


def test_a_full_disk_is_an_error_that_keeps_nothing(file: Path) -> None:
    store = opened(file)
    with store.read() as tx:
        tx.connection.exec_driver_sql(f"PRAGMA max_page_count={pragma(tx, 'page_count')}")
    with pytest.raises(StoreUnavailableError, match="full"), store.write() as tx:
        keep_sessions(tx, 1000)

    assert kept_sessions(store) == []


def test_a_damaged_file_is_an_error(tmp_path: Path) -> None:
    damaged = tmp_path / "rxflow.db"
    damaged.write_bytes(b"not a database " * 1000)

    with pytest.raises(StoreUnavailableError, match="not a database"):
        opened(damaged)


def test_a_folder_that_cannot_be_created_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")

    with pytest.raises(StoreUnavailableError, match="RXFLOW_DATABASE_URL"):
        opened(tmp_path / "var" / "rxflow.db")


@pytest.mark.parametrize("url", ["mysql://localhost/rxflow", "rxflow.db", ""])
def test_an_address_of_another_kind_is_a_configuration_error(url: str) -> None:
    with pytest.raises(ConfigurationError, match="RXFLOW_DATABASE_URL"):
        open_store(url)


def test_an_error_does_not_quote_what_was_being_written(file: Path) -> None:
    store = opened(file)
    row = {"name": " ".join(("Ada", "Patient"))}
    with pytest.raises(StoreUnavailableError) as raised, store.write() as tx:
        tx.execute(text("INSERT INTO nowhere VALUES (:name)"), row)

    assert row["name"] not in "".join(traceback.format_exception(raised.value))


def test_a_process_killed_in_the_middle_of_a_write_leaves_nothing(file: Path) -> None:
    store = opened(file)
    writer = python(WRITE_THEN_WAIT, f"sqlite:///{file}")
    assert writer.stdout is not None
    assert writer.stdout.readline() == "written\n"
    writer.kill()
    writer.wait()
    writer.stdout.close()

    assert kept_sessions(store) == []
    with store.write() as tx:
        keep_session(tx)
    assert kept_sessions(store) == ["session-1"]


def test_processes_that_start_together_share_a_new_database(file: Path) -> None:
    starting = [python(OPEN, f"sqlite:///{file}") for _ in range(4)]
    for process in starting:
        process.communicate()

    assert [process.returncode for process in starting] == [0, 0, 0, 0]
    assert kept_sessions(opened(file)) == []
