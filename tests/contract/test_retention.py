"""What any store must do when conversations are forgotten: lose every word of them, and nothing else."""

import asyncio
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from rxflow.assistant import Assistant
from rxflow.domain.care_message import CareMessageKind
from rxflow.domain.errors import (
    ConversationBusyError,
    IdentityNotVerifiedError,
    SessionNotFoundError,
    StoreUnavailableError,
)
from rxflow.persistence.rotation import SEALED_TABLES
from rxflow.persistence.session_repository import Turn
from rxflow.persistence.tables import CASES, CONSENTS, ORDER_EVENTS, ORDERS, QUOTES, TURNS
from rxflow.security.keys import format_keys, new_keys
from rxflow.services.retention import Forgotten, RetentionService
from tests.conftest import MakeAssistant
from tests.contract.records import keep_session
from tests.support.clock import FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.stores import open_store

ANA = "operator:ana"
WORDS = ("by the way, my parrot is called Zanzibar", "Quetzalcoatl said so")
SECRETS = ("zanzibar", "quetzalcoatl", "parrot")
KEPT = (ORDERS, QUOTES, CONSENTS, ORDER_EVENTS, CASES)
SLICE = 24


def build(make_assistant: MakeAssistant, url: str, folder: Path, **changes: Any) -> Assistant:
    keys = SecretStr(format_keys(new_keys()))
    return make_assistant(database_url=url, keys=keys, audit_head_file=folder / "head", **changes)


@pytest.fixture
def assistant(make_assistant: MakeAssistant, store_url: str, tmp_path: Path) -> Assistant:
    return build(make_assistant, store_url, tmp_path)


def an_order(assistant: Assistant) -> Conversation:
    """A conversation with words of its own that ends in an order."""
    talk = Conversation(assistant, "patient_001")
    talk.say(WORDS[0], *TO_THE_QUOTE, "yes", WORDS[1])
    told = "Your parrot is welcome."
    assistant.services.care_messages.add(talk.session_id, "mlee", "Maria Lee", CareMessageKind.REPLY, told)
    assert len(talk.orders()) == 1
    return talk


def forget(assistant: Assistant, patient_id: str = "patient_001") -> Forgotten:
    return assistant.run(assistant.retention.forget_patient(patient_id, ANA))


def forget_unused(assistant: Assistant, days: int) -> Forgotten:
    before = assistant.services.now() - timedelta(days=days)
    return assistant.run(assistant.retention.forget_unused(before, ANA))


def remembered(assistant: Assistant) -> list[bytes]:
    """Every box of the memory of conversations."""

    async def look() -> list[bytes]:
        home = assistant._checkpoints._home
        pages = [await home.page(column, b"none", column.first, 10_000) for column in home.columns]
        return [stored.box for page in pages for stored in page]

    return assistant.run(look())


def opened(assistant: Assistant) -> str:
    """All that a holder of the key can read in the database, the memory of every conversation among it."""

    async def look() -> str:
        return repr([each async for each in assistant._checkpoints.alist(None)])

    with assistant._store.read() as tx:
        rows = [repr(sealed.all(sealed.select(), tx)) for sealed in SEALED_TABLES]
    return (" ".join(rows) + assistant.run(look())).lower()


def boxes(assistant: Assistant) -> list[bytes]:
    """What is sealed of turns and memory."""
    with assistant._store.read() as tx:
        return [*tx.scalars(select(TURNS.c.sealed)), *remembered(assistant)]


def kept(assistant: Assistant) -> list[Any]:
    with assistant._store.read() as tx:
        return [tx.execute(select(table)).all() for table in KEPT]


def events(assistant: Assistant, patient_id: str = "patient_001") -> list[tuple[str, str, dict[str, Any]]]:
    entries = assistant.services.audit.for_patient(patient_id)
    return [
        (entry.actor, entry.action, dict(entry.detail))
        for entry in entries
        if entry.action in {"data.forgotten", "session.ended"}
    ]


def test_every_word_goes_and_what_the_law_wants_kept_stays(assistant: Assistant) -> None:
    talk, other = an_order(assistant), Conversation(assistant, "patient_002")
    other.say(*WORDS)
    before, listed = kept(assistant), talk.orders()
    assert all(secret in opened(assistant) for secret in SECRETS)
    turns = len(assistant.services.sessions.turns(talk.session_id))

    assert forget(assistant) == Forgotten(1, turns)
    assert "zanzibar" in opened(assistant)
    assert assistant.services.sessions.turns(talk.session_id) == ()
    assert forget(assistant, "patient_002").conversations == 1
    assert not any(secret in opened(assistant) for secret in SECRETS)
    assert remembered(assistant) == []
    assert kept(assistant) == before
    assert assistant.services.care_messages.for_session(talk.session_id) == ()
    assert talk.orders() == listed
    assert assistant.services.orders.events(listed[0].order_id)
    assert assistant.services.audit.verify().broken is None


def test_the_conversation_is_over_and_cannot_be_gone_on_with(assistant: Assistant) -> None:
    begun = assistant.run(assistant.manager.start("patient_001", browser_key="browser"))
    assistant.run(assistant.manager.handle_message("refill my lisinopril", begun.session_id))
    forget(assistant)
    sessions = assistant.services.sessions

    assert sessions.latest_for_browser("browser") is None
    assert sessions.get(begun.session_id).ended_at == sessions.get(begun.session_id).forgotten_at
    with pytest.raises(SessionNotFoundError):
        assistant.run(assistant.manager.handle_message("yes", begun.session_id))
    late = Turn("", 0, assistant.services.now(), "late", "Too late.", "START")
    with pytest.raises(SessionNotFoundError, match="deleted"):
        sessions.record_turn(begun.session_id, late)
    assert sessions.turns(begun.session_id) == ()


def test_forgetting_is_recorded_and_forgetting_again_does_nothing(assistant: Assistant) -> None:
    talk = Conversation(assistant, "patient_001")
    talk.say("refill my lisinopril", "no")
    assert forget(assistant).turns == 2
    once = [(ANA, "session.ended", {"reason": "forgotten"}), (ANA, "data.forgotten", {"rows": 2, "reason": "asked"})]
    assert events(assistant) == once

    assert forget(assistant) == Forgotten()
    assert events(assistant) == once


def test_a_conversation_that_ended_before_keeps_its_end(assistant: Assistant, clock: FrozenClock) -> None:
    talk = Conversation(assistant, "patient_001")
    ended_at = clock()
    assistant.services.sessions.end(talk.session_id)
    clock.wait(days=3)
    forget(assistant)

    assert assistant.services.sessions.get(talk.session_id).ended_at == ended_at
    assert [action for _, action, _ in events(assistant)] == ["session.ended", "data.forgotten"]


def test_what_nobody_used_for_some_days_is_forgotten(assistant: Assistant, clock: FrozenClock) -> None:
    with pytest.raises(IdentityNotVerifiedError):
        assistant.services.identity.verify("John Smith", date(1999, 9, 9), "browser")
    old = Conversation(assistant, "patient_001")
    old.say("refill my lisinopril")
    clock.wait(days=10)
    used = Conversation(assistant, "patient_002")
    used.say("what do I take?")
    clock.wait(days=20)

    assert forget_unused(assistant, 31) == Forgotten()
    assert list(assistant.retention.unused_since(clock() - timedelta(days=25))) == [old.session_id]
    assert forget_unused(assistant, 25) == Forgotten(1, 1, tries=1)
    assert events(assistant)[-1] == (ANA, "data.forgotten", {"rows": 1, "reason": "unused"})
    assert len(assistant.services.sessions.turns(used.session_id)) == 1
    assert forget_unused(assistant, 20) == Forgotten()
    clock.wait(seconds=1)
    assert forget_unused(assistant, 20) == Forgotten(1, 1)
    assert forget_unused(assistant, 1) == Forgotten()


def test_sign_ins_that_are_over_are_forgotten_and_accounts_are_not(assistant: Assistant, clock: FrozenClock) -> None:
    access = assistant.services.access
    account = ("jsmith", "correct horse battery", "browser")
    first = access.register("John Smith", date(1975, 3, 15), *account)
    forget(assistant)
    assert access.authenticate(first.access_token) == first.principal
    clock.wait(days=20)
    second = access.sign_in(*account)
    clock.wait(days=1)

    # Two tries on each day: one more row says that a try had passed.
    assert forget_unused(assistant, 5) == Forgotten(tries=1, sign_ins=1)
    assert access.refresh(second.refresh_token).principal == access.sign_in(*account).principal == first.principal
    assert forget_unused(assistant, 5) == Forgotten()


def test_many_old_conversations_are_looked_up_some_at_a_time(
    assistant: Assistant, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rxflow.services.retention.BATCH", 2)
    for _ in range(5):
        assistant.services.sessions.start("patient_001")
    clock.wait(days=2)

    told: list[tuple[int, int]] = []
    before = assistant.services.now() - timedelta(days=1)
    done = assistant.run(assistant.retention.forget_unused(before, ANA, lambda *each: told.append(each)))
    assert done == Forgotten(5, 0)
    assert told == [(number, 5) for number in range(1, 6)]


def test_a_turn_under_way_is_waited_for_and_goes_with_the_others(assistant: Assistant) -> None:
    talk = Conversation(assistant, "patient_001")
    agent = assistant.manager._agent
    answer = agent.run

    async def both() -> Forgotten:
        began, go_on = asyncio.Event(), asyncio.Event()

        async def slow(*given: Any) -> str:
            began.set()
            await go_on.wait()
            return await answer(*given)

        agent.run = slow  # type: ignore[method-assign]
        turn = asyncio.create_task(assistant.manager.handle_message(WORDS[0], talk.session_id))
        await began.wait()
        forgetting = asyncio.create_task(assistant.retention.forget_patient("patient_001", ANA))
        done, _ = await asyncio.wait({forgetting}, timeout=0.2)
        assert not done
        go_on.set()
        assert (await turn).message
        return await forgetting

    assert assistant.run(both()) == Forgotten(1, 1)
    assert "zanzibar" not in opened(assistant)
    assert remembered(assistant) == []


def test_a_turn_that_takes_too_long_leaves_its_conversation_whole_for_the_next_time(
    make_assistant: MakeAssistant, store_url: str, tmp_path: Path
) -> None:
    assistant = build(make_assistant, store_url, tmp_path, turn_wait_seconds=0.05)
    talk, other = an_order(assistant), Conversation(assistant, "patient_001")
    held = boxes(assistant)

    async def while_answered() -> Forgotten:
        async with assistant._turn_locks.hold(talk.session_id):
            return await assistant.retention.forget_patient("patient_001", ANA)

    assert assistant.run(while_answered()) == Forgotten(1, 0, busy=1)
    assert assistant.services.sessions.get(other.session_id).forgotten_at is not None
    assert boxes(assistant) == held
    assert forget(assistant).conversations == 1
    assert boxes(assistant) == []


class FailingMemory:
    """A memory that cannot be reached once."""

    def __init__(self, kept: Any) -> None:
        self.kept = kept
        self.tries = 0

    async def forget(self, thread_id: str) -> None:
        self.tries += 1
        if self.tries == 1:
            raise StoreUnavailableError("The conversation cannot be kept or read right now. Nothing was changed.")
        await self.kept.forget(thread_id)


class LostLocks:
    """Locks whose holder cannot be sure any more, as after a lost connection."""

    def hold(self, _session_id: str, _wait_seconds: float | None = None) -> "LostLocks":
        return self

    async def __aenter__(self) -> "LostLocks":
        return self

    async def __aexit__(self, *_: object) -> None:
        pass

    async def still_held(self) -> bool:
        return False

    async def close(self) -> None:
        pass


def with_parts(assistant: Assistant, **parts: Any) -> RetentionService:
    usual: dict[str, Any] = {
        "store": assistant._store,
        "memory": assistant._checkpoints,
        "turn_locks": assistant._turn_locks,
        "identity": assistant.services.identity,
        "access": assistant.services.access,
        "now": assistant.services.now,
    }
    return RetentionService(**(usual | parts))


def test_what_broke_off_in_the_middle_is_finished_the_next_time(assistant: Assistant) -> None:
    an_order(assistant)
    broken = with_parts(assistant, memory=FailingMemory(assistant._checkpoints))
    with pytest.raises(StoreUnavailableError):
        assistant.run(broken.forget_patient("patient_001", ANA))
    assert remembered(assistant) != []

    assert assistant.run(broken.forget_patient("patient_001", ANA)) == Forgotten(1, 0)
    assert remembered(assistant) == []
    assert not any(secret in opened(assistant) for secret in SECRETS)


def test_a_conversation_whose_lock_was_lost_is_not_taken_for_forgotten(assistant: Assistant) -> None:
    talk = an_order(assistant)
    done = assistant.run(with_parts(assistant, turn_locks=LostLocks()).forget_patient("patient_001", ANA))

    assert (done.conversations, done.busy) == (0, 1)
    assert assistant.services.sessions.get(talk.session_id).forgotten_at is None
    assert forget(assistant).conversations == 1


def test_what_cannot_be_recorded_is_not_forgotten(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    an_order(assistant)
    held = boxes(assistant)

    def fails(*_: object) -> None:
        raise ConversationBusyError("no")

    with monkeypatch.context() as patched:
        patched.setattr("rxflow.services.retention.AuditRepository.append", fails)
        assert forget(assistant).busy == 1
    assert boxes(assistant) == held


@pytest.fixture
def on_a_file(make_assistant: MakeAssistant, tmp_path: Path) -> tuple[Assistant, Path]:
    folder = tmp_path / "alone"
    return build(make_assistant, f"sqlite:///{folder / 'rxflow.db'}", tmp_path), folder


def found(slices: list[bytes], folder: Path) -> int:
    """How many pieces of boxes are anywhere in the files of a database, its free pages and logs among them."""
    held = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return sum(each in held for each in slices)


def test_no_piece_of_a_box_is_left_in_the_files_of_sqlite(on_a_file: tuple[Assistant, Path]) -> None:
    assistant, folder = on_a_file
    talks = [Conversation(assistant, f"patient_00{number}") for number in (1, 2, 3)]
    gone: list[bytes] = []
    for text in (WORDS[0], "refill", "what do I take?", "tell me about my medicines, all of them, " * 12) * 3:
        for talk in talks:
            talk.say(text)
        # The memory of earlier turns, which newer ones replaced, is to be gone too.
        gone += remembered(assistant)
    gone += boxes(assistant)
    slices = [box[at : at + SLICE] for box in gone for at in range(0, len(box) - SLICE, 256)]
    assert found(slices, folder) > 0

    for talk in talks:
        assert forget(assistant, talk.patient_id).is_scrubbed
    assert found(slices, folder) == 0


def test_a_reader_that_stands_in_the_way_of_the_log_is_told_of(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'rxflow.db'}", busy_timeout_ms=20)
    with store.engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM turns").scalar_one()
        with store.write() as tx:
            keep_session(tx)
        assert not store.scrub()
    assert store.scrub()
    store.close()


def test_a_log_that_cannot_be_emptied_is_an_error() -> None:
    store = open_store("sqlite://")
    with store.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.set_authorizer(lambda *_: sqlite3.SQLITE_DENY)
    with pytest.raises(StoreUnavailableError, match="write-ahead log"):
        store.scrub()
