"""Putting an assistant together, and taking it apart."""

import threading
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from langchain_core.messages import AIMessage, BaseMessage
from pydantic import SecretStr

from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import DataError, OverloadedError, RxFlowError, SessionNotFoundError, StoreUnavailableError
from rxflow.security.keys import format_keys, new_keys
from rxflow.services.mock_data import MockData
from tests.support.clock import FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.scripted_model import ScriptedChatModel

SOON = 10


def loop_threads() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "rxflow-loop"]


def test_an_assistant_loads_its_own_data_and_clock(settings: Settings) -> None:
    with build_assistant(settings) as assistant:
        assert len(assistant.services.patients.all()) == 14
        assert assistant.services.now().tzinfo is not None
        assert Conversation(assistant, "patient_001").say("refill my lisinopril").findings


def test_closing_ends_its_thread(settings: Settings, demo: MockData) -> None:
    before = loop_threads()
    with build_assistant(settings, data=demo) as assistant:
        assert len(loop_threads()) == len(before) + 1
        assert assistant.settings is settings

    assert loop_threads() == before


def test_an_error_leaves_through_the_context(settings: Settings, demo: MockData) -> None:
    before = loop_threads()
    with pytest.raises(ZeroDivisionError), build_assistant(settings, data=demo):
        raise ZeroDivisionError

    assert loop_threads() == before


def test_it_can_be_run_from_any_thread(settings: Settings, demo: MockData, clock: FrozenClock) -> None:
    with build_assistant(settings, now=clock, data=demo) as assistant:
        told: list[Any] = []
        for _ in range(3):
            thread = threading.Thread(
                target=lambda: told.append(Conversation(assistant, "patient_001").say(*TO_THE_QUOTE))
            )
            thread.start()
            thread.join()
        with pytest.raises(SessionNotFoundError):
            assistant.run(assistant.manager.resume("nobody"))

    assert [reply.state.value for reply in told] == ["CONFIRM_ORDER"] * 3


def test_a_database_in_memory_serves(settings: Settings, demo: MockData, clock: FrozenClock) -> None:
    in_memory = settings.model_copy(update={"database_url": "sqlite:///:memory:"})
    with build_assistant(in_memory, now=clock, data=demo) as assistant:
        chat = Conversation(assistant, "patient_001")

        assert chat.say(*TO_THE_QUOTE, "yes").order is not None


def test_missing_data_is_one_error(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"mock_patients\.json"):
        build_assistant(settings.model_copy(update={"data_dir": tmp_path}))


@pytest.mark.parametrize("url", ["sqlite:////proc/rxflow/x.db", "sqlite:////dev/null/x.db", "sqlite:////tmp"])
def test_a_database_that_cannot_be_opened_is_one_error(settings: Settings, url: str, demo: MockData) -> None:
    before = loop_threads()
    given = {"database_url": url, "keys": SecretStr(format_keys(new_keys()))}
    with pytest.raises(RxFlowError) as raised:
        build_assistant(settings.model_copy(update=given), data=demo)

    assert isinstance(raised.value, StoreUnavailableError)
    assert "\n" not in str(raised.value)
    assert loop_threads() == before


@pytest.mark.parametrize("error", [aiosqlite.OperationalError("disk I/O error"), OSError("too many open files")])
def test_a_memory_that_cannot_be_opened_is_one_error(
    settings: Settings, demo: MockData, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    async def fail(*_address: str, **_options: object) -> None:
        raise error

    monkeypatch.setattr(aiosqlite, "connect", fail)
    before = loop_threads()
    with pytest.raises(StoreUnavailableError, match="RXFLOW_DATABASE_URL"):
        build_assistant(settings, data=demo)

    assert loop_threads() == before


def test_closing_lets_a_turn_end_before_the_store_is_closed(
    settings: Settings, demo: MockData, clock: FrozenClock
) -> None:
    at_work, go_on = threading.Event(), threading.Event()

    def hold(_messages: list[BaseMessage]) -> AIMessage:
        at_work.set()
        assert go_on.wait(SOON)
        return AIMessage("Done.")

    assistant = build_assistant(settings, now=clock, data=demo, model=ScriptedChatModel(hold))
    chat = Conversation(assistant, "patient_001")
    turn = threading.Thread(target=chat.say, args=("hello",))
    closing = threading.Thread(target=assistant.close)
    turn.start()
    assert at_work.wait(SOON)
    closing.start()
    while not assistant._loop._drains:
        pass
    with pytest.raises(OverloadedError):
        chat.say("another")
    go_on.set()
    turn.join(SOON)
    closing.join(SOON)

    assert chat.last.message == "Done."
    with build_assistant(settings, now=clock, data=demo) as after:
        assert Conversation(after, "patient_001", chat.session_id).last.message == "Done."


def test_the_guard_of_these_tests_stops_a_live_model() -> None:
    from langchain_core.language_models.fake_chat_models import FakeListChatModel

    with pytest.raises(pytest.fail.Exception, match="live model"):
        FakeListChatModel(responses=["hello"]).invoke("hi")
