"""A full disk, a file that became read-only, a database that another process holds: from the first word to the last."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from sqlalchemy import event, select

from rxflow.assistant import Assistant
from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence.sqlite_checkpoints import SqliteHome
from rxflow.persistence.tables import RESERVED_STOCK
from tests.conftest import DATA_DIR, Talk
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.independent_checker import find_violations

SCRIPT = (*TO_THE_QUOTE, "yes", "cancel my order", "yes")
TOLD = "cannot save anything right now"
HOLDS_THE_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""

Trouble = Callable[[Assistant], AbstractContextManager[None]]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rxflow.persistence.engine.create_store.__defaults__", (50,))
    monkeypatch.setattr("rxflow.persistence.sqlite_checkpoints.BUSY_TIMEOUT_MS", 50)


@contextmanager
def full_disk(_assistant: Assistant) -> Iterator[None]:
    """The operating system lets no file of this process grow beyond some bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only_file(assistant: Assistant) -> Iterator[None]:
    """SQLite answers every write, on every connection, as it does on a file that may only be read."""

    def checked_out(connection: sqlite3.Connection, *_rest: object) -> None:
        connection.execute("PRAGMA query_only = 1")

    def checked_in(connection: sqlite3.Connection, *_rest: object) -> None:
        connection.execute("PRAGMA query_only = 0")

    engine = assistant._store.engine
    event.listen(engine, "checkout", checked_out)
    event.listen(engine, "checkin", checked_in)
    assistant.run(_memory_may_write(assistant, False))
    try:
        yield
    finally:
        event.remove(engine, "checkout", checked_out)
        event.remove(engine, "checkin", checked_in)
        assistant.run(_memory_may_write(assistant, True))


async def _memory_may_write(assistant: Assistant, may: bool) -> None:
    home = assistant._checkpoints._home
    assert isinstance(home, SqliteHome)
    await (await home._connection.execute(f"PRAGMA query_only = {int(not may)}")).close()


@contextmanager
def locked_by_another_process(assistant: Assistant) -> Iterator[None]:
    """Another process writes, and takes longer than anyone waits."""
    file = assistant.settings.database_url.removeprefix("sqlite:///")
    command = [sys.executable, "-c", HOLDS_THE_LOCK, file]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.kill()


@pytest.fixture(params=[full_disk, read_only_file, locked_by_another_process], ids=lambda each: each.__name__)
def trouble(request: pytest.FixtureRequest) -> Trouble:
    found: Trouble = request.param
    return found


def stock(chat: Conversation) -> int:
    with chat.assistant._store.read() as tx:
        return sum(tx.scalars(select(RESERVED_STOCK.c.fills)))


# The first word, those that quote and order, and the one that cancels.
@pytest.mark.parametrize("step", [0, 2, 3, 5])
def test_whenever_nothing_can_be_stored_it_is_told_and_nothing_is_half_done(
    trouble: Trouble, step: int, talk: Talk, clock: FrozenClock
) -> None:
    chat = talk()
    for words in SCRIPT[:step]:
        clock.wait(seconds=5)
        chat.say(words)
    before = chat.orders(), stock(chat), chat.assistant.services.cases.open_cases()
    clock.wait(seconds=5)
    with trouble(chat.assistant):
        told = chat.say(SCRIPT[step])
        with pytest.raises(StoreUnavailableError):
            chat.assistant.services.sessions.start("patient_002")

    assert (TOLD in told.message, told.order) == (True, None)
    assert (chat.orders(), stock(chat), chat.assistant.services.cases.open_cases()) == before
    assert [turn.patient_text for turn in chat.assistant.manager.transcript(chat.session_id)] == list(SCRIPT[:step])

    # There is space, or the other is gone: the patient says it again, and once more where the question was hidden.
    goes_on = ("cancel my order", "yes") if step > len(TO_THE_QUOTE) else (*SCRIPT[step:4], "yes")
    for words in goes_on:
        clock.wait(seconds=5)
        chat.say(words)
    (order,) = chat.orders()
    assert (order.status, stock(chat)) == (("CANCELLED", 0) if step > len(TO_THE_QUOTE) else ("SUBMITTED", 1))
    assert chat.assistant.services.audit.verify().broken is None
    path = chat.assistant.settings.database_url.removeprefix("sqlite:///")
    assert find_violations(path, DATA_DIR, WEDNESDAY_MORNING.date()) == []


def test_in_an_emergency_whom_to_call_is_told_and_afterwards_nothing_is_ordered(trouble: Trouble, talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    with trouble(chat.assistant):
        assert "911" in chat.say("I have crushing chest pain").message

    assert [chat.say(words).order for words in ("yes", "yes")] == [None, None]
    assert chat.orders() == ()


def test_the_case_of_a_report_that_could_not_be_stored_is_opened_once_when_it_can(trouble: Trouble, talk: Talk) -> None:
    chat = talk()
    with trouble(chat.assistant):
        assert TOLD in chat.say("I got hives from the lisinopril").message
    assert chat.assistant.services.cases.open_cases() == ()

    chat.say("I got hives from the lisinopril", "I got hives from the lisinopril")
    assert len(chat.assistant.services.cases.open_cases()) == 1
