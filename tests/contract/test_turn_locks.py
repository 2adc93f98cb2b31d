"""A conversation's turns come one after the other, whatever database it is kept in."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from structlog.testing import capture_logs

from rxflow.domain.errors import ConversationBusyError, StoreUnavailableError
from rxflow.persistence.postgres_turn_locks import PostgresTurnLocks
from rxflow.persistence.turn_locks import FileTurnLocks, LocalTurnLocks, TurnLocks, open_turn_locks, pauses
from tests.support.servers import POSTGRES

POSTGRES_URL = POSTGRES.render_as_string(hide_password=False)
ROOT = Path(__file__).resolve().parents[2]
SHORT = 0.03
ON_POSTGRES = pytest.param("postgres", marks=pytest.mark.services)

Open = Callable[..., TurnLocks]


@pytest.fixture
def session() -> str:
    """The name of a conversation that no other test has."""
    return uuid4().hex


@pytest.fixture(params=["memory", "file", ON_POSTGRES])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return {"memory": "sqlite://", "file": f"sqlite:///{tmp_path / 'rxflow.db'}", "postgres": POSTGRES_URL}[
        request.param
    ]


@pytest.fixture(params=["file", ON_POSTGRES])
def shared_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return POSTGRES_URL if request.param == "postgres" else f"sqlite:///{tmp_path / 'rxflow.db'}"


@pytest.fixture
async def opened() -> AsyncIterator[Open]:
    """Opens locks, each as another process would; they are closed after the test."""
    all_locks: list[TurnLocks] = []

    def make(url: str, **options: object) -> TurnLocks:
        all_locks.append(open_turn_locks(url, **options))
        return all_locks[-1]

    yield make
    for locks in all_locks:
        await locks.close()


@contextmanager
def another_process_holds(url: str, session: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.support.lock_holder", url, session]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "held\n"
            yield child
        finally:
            child.kill()


class Turns:
    """Notes which turns run, and whether two ever ran at once."""

    def __init__(self) -> None:
        self.order: list[str] = []
        self.running = 0
        self.most = 0

    @asynccontextmanager
    async def one(self, name: str) -> AsyncIterator[None]:
        self.running += 1
        self.most = max(self.most, self.running)
        self.order.append(name)
        yield
        self.running -= 1


async def test_turns_of_one_conversation_take_turns_in_the_order_of_asking(
    url: str, opened: Open, session: str
) -> None:
    locks, turns = opened(url), Turns()

    async def turn(name: str) -> None:
        async with locks.hold(session) as lease, turns.one(name):
            assert await lease.still_held()
            for _ in range(3):
                await asyncio.sleep(0)

    await asyncio.gather(*(turn(str(number)) for number in range(5)))

    assert turns.order == ["0", "1", "2", "3", "4"]
    assert turns.most == 1


async def test_turns_of_two_conversations_run_at_once(url: str, opened: Open, session: str) -> None:
    locks = opened(url)
    async with locks.hold(session), locks.hold(f"{session}-other"):
        pass


async def test_a_turn_that_breaks_frees_the_conversation(url: str, opened: Open, session: str) -> None:
    locks = opened(url, wait_seconds=5)
    with pytest.raises(ZeroDivisionError):
        async with locks.hold(session):
            raise ZeroDivisionError
    async with locks.hold(session):
        pass


async def test_a_turn_in_the_same_process_that_takes_too_long_is_not_waited_for(
    url: str, opened: Open, session: str
) -> None:
    locks = opened(url, wait_seconds=SHORT)
    async with locks.hold(session):
        with pytest.raises(ConversationBusyError, match="Try again"):
            async with locks.hold(session):
                pytest.fail("two turns at once")
    async with locks.hold(session):
        pass


async def test_who_cannot_wait_may_say_so(url: str, opened: Open, session: str) -> None:
    locks = opened(url)
    async with locks.hold(session):
        with pytest.raises(ConversationBusyError):
            async with locks.hold(session, SHORT):
                pytest.fail("two turns at once")


async def test_processes_take_turns(shared_url: str, opened: Open, session: str) -> None:
    turns = Turns()

    async def worker(locks: TurnLocks) -> None:
        for _ in range(4):
            async with locks.hold(session), turns.one(session):
                await asyncio.sleep(0.001)

    await asyncio.gather(*(worker(opened(shared_url, jitter=lambda: 0.0)) for _ in range(4)))

    assert (len(turns.order), turns.most) == (16, 1)


async def test_a_turn_elsewhere_that_takes_too_long_is_not_waited_for(
    shared_url: str, opened: Open, session: str
) -> None:
    one, other = opened(shared_url), opened(shared_url, wait_seconds=SHORT)
    async with one.hold(session):
        with pytest.raises(ConversationBusyError):
            async with other.hold(session):
                pytest.fail("two turns at once")
    async with other.hold(session):
        pass


async def test_a_turn_that_is_cancelled_while_it_waits_leaves_nothing_locked(
    shared_url: str, opened: Open, session: str
) -> None:
    one, other = opened(shared_url), opened(shared_url)

    async def turn() -> None:
        async with other.hold(session):
            pytest.fail("two turns at once")

    async with one.hold(session):
        waiting = asyncio.create_task(turn())
        await asyncio.sleep(SHORT)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    async with one.hold(session, 5.0):
        pass


async def test_a_lock_dies_with_its_process(shared_url: str, opened: Open, session: str) -> None:
    locks = opened(shared_url)
    with another_process_holds(shared_url, session) as child:
        with pytest.raises(ConversationBusyError):
            async with locks.hold(session, SHORT):
                pytest.fail("two turns at once")
        child.kill()
        async with locks.hold(session, 10.0) as lease:
            assert await lease.still_held()


def test_the_locks_suit_the_database(tmp_path: Path) -> None:
    for url in ("sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true"):
        assert isinstance(open_turn_locks(url), LocalTurnLocks)
    for url in (f"sqlite:///{tmp_path}/a.db", f"sqlite:///file:{tmp_path}/a.db?uri=true"):
        assert isinstance(open_turn_locks(url), FileTurnLocks)
    for url in ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"):
        assert isinstance(open_turn_locks(url), PostgresTurnLocks)


def test_pauses_grow_and_are_spread() -> None:
    least, most = pauses(lambda: 0.0), pauses(lambda: 1.0)

    assert [round(next(least), 4) for _ in range(6)] == [0.0025, 0.005, 0.01, 0.02, 0.025, 0.025]
    assert [round(next(most), 4) for _ in range(6)] == [0.005, 0.01, 0.02, 0.04, 0.05, 0.05]


async def test_lock_files_stay_beside_the_database_and_come_back(tmp_path: Path, opened: Open) -> None:
    locks = opened(f"sqlite:///{tmp_path / 'var' / 'rxflow.db'}")
    folder = tmp_path / "var" / "rxflow.db-turns"
    async with locks.hold("s"):
        (file,) = folder.iterdir()
    file.unlink()
    folder.rmdir()
    async with locks.hold("s") as lease:
        assert await lease.still_held()
        assert list(folder.iterdir()) == [file]


async def test_a_lock_file_that_is_removed_during_a_turn_holds_no_more(tmp_path: Path, opened: Open) -> None:
    locks = opened(f"sqlite:///{tmp_path / 'rxflow.db'}")
    async with locks.hold("s") as lease:
        (file,) = (tmp_path / "rxflow.db-turns").iterdir()
        file.unlink()
        assert not await lease.still_held()
        file.touch()
        assert not await lease.still_held()


async def test_a_folder_that_cannot_be_made_is_one_error(tmp_path: Path, opened: Open) -> None:
    (tmp_path / "rxflow.db-turns").touch()
    with pytest.raises(StoreUnavailableError, match="writable"):
        async with opened(f"sqlite:///{tmp_path / 'rxflow.db'}").hold("s"):
            pytest.fail("nothing is locked")


async def test_a_server_that_is_not_there_is_one_error(opened: Open) -> None:
    with pytest.raises(StoreUnavailableError, match="RXFLOW_DATABASE_URL"):
        async with opened("postgresql://nobody@127.0.0.1:1/nothing").hold("s"):
            pytest.fail("nothing is locked")


@pytest.mark.services
class TestALostConnection:
    async def test_is_made_again_and_its_locks_are_gone(self, opened: Open, session: str) -> None:
        locks, other = opened(POSTGRES_URL), opened(POSTGRES_URL)
        async with locks.hold(session) as lease:
            assert await lease.still_held()
            await end_connections(locks)

            async with other.hold(session, 5.0) as theirs:
                assert not await lease.still_held()
                async with locks.hold(f"{session}-another") as again:
                    assert await again.still_held()
                assert not await lease.still_held()
                assert await theirs.still_held()
        async with locks.hold(session, 5.0):
            pass

    async def test_after_the_turn_is_only_logged(self, opened: Open, session: str) -> None:
        locks = opened(POSTGRES_URL)
        with capture_logs() as logs:
            async with locks.hold(session):
                await end_connections(locks)

        assert [log["event"] for log in logs] == ["turn lock lost"]

    async def test_before_the_turn_is_made_again(self, opened: Open, session: str) -> None:
        locks = opened(POSTGRES_URL)
        async with locks.hold(session):
            pass
        await end_connections(locks)
        async with locks.hold(session) as lease:
            assert await lease.still_held()

    async def test_that_does_not_answer_counts_as_lost(
        self, opened: Open, session: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        locks = opened(POSTGRES_URL)
        async with locks.hold(session) as lease:
            monkeypatch.setattr("rxflow.persistence.postgres_turn_locks._LOOK", "SELECT pg_sleep(20), %s")
            monkeypatch.setattr("rxflow.persistence.postgres_turn_locks.STATEMENT_SECONDS", 0.05)

            assert not await lease.still_held()


@pytest.mark.services
async def test_a_turn_cancelled_while_the_server_locks_leaves_nothing_locked(
    opened: Open, session: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    locks, other = opened(POSTGRES_URL), opened(POSTGRES_URL)
    slow = "SELECT pg_try_advisory_lock(%s) FROM (SELECT pg_sleep(0.2)) AS slowly"

    async def turn() -> None:
        async with locks.hold(session):
            pytest.fail("it was cancelled")

    async with locks.hold(f"{session}-another"):  # so that the connection is there
        monkeypatch.setattr("rxflow.persistence.postgres_turn_locks._TRY", slow)
        taking = asyncio.create_task(turn())
        await asyncio.sleep(SHORT)
        taking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taking
        monkeypatch.undo()
        async with other.hold(session, 5.0):
            pass


async def end_connections(locks: TurnLocks) -> None:
    """End the connection of some locks on the server's side."""
    assert isinstance(locks, PostgresTurnLocks)
    assert locks._connection is not None
    async with await psycopg.AsyncConnection.connect(POSTGRES_URL, autocommit=True) as admin:
        await admin.execute("SELECT pg_terminate_backend(%s, 5000)", (locks._connection.info.backend_pid,))
