"""A turn that takes its time: what the page shows of it, stopping it, coming back to it, and sending it again."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.errors import OverloadedError, StoreUnavailableError
from rxflow.prompts.replies import Replies
from rxflow.ui import chat_live
from rxflow.ui.browser import new_browser_key
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.turns import live_checks
from rxflow.ui.wording import words_of
from rxflow.workflow.conversation_manager import AdvancedConversationManager
from rxflow.workflow.model_calls import ModelCalls
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, press, say, texts

LEFT_AFTER_SECONDS = 1.0


class Gate:
    """Holds every turn before a call of the model until it is let go on; counts the turns that were begun."""

    def __init__(self) -> None:
        self.is_open = threading.Event()
        self.is_reached = threading.Event()
        self.begun = 0
        self.calls = 0
        self.holds_at = 1

    async def hold(self) -> None:
        self.calls += 1
        if self.calls != self.holds_at:
            return
        self.is_reached.set()
        while not self.is_open.is_set():
            await asyncio.sleep(0.01)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, assistant: Assistant) -> Iterator[Gate]:
    gate = Gate()
    ask, handle = ModelCalls.ask, AdvancedConversationManager.handle_message

    async def held(*given: Any) -> Any:
        await gate.hold()
        return await ask(*given)

    def counted(*given: Any, **named: Any) -> Any:
        gate.begun += 1
        return handle(*given, **named)

    monkeypatch.setattr(ModelCalls, "ask", held)
    monkeypatch.setattr(AdvancedConversationManager, "handle_message", counted)
    yield gate
    gate.is_open.set()


def leave_while_answered(page: AppTest, words: str, gate: Gate) -> None:
    """Send a message, and let the script be taken away as a browser that leaves does, or one that presses something."""
    with pytest.raises(RuntimeError, match="timed out"):
        page.chat_input(key="message").set_value(words).run(timeout=LEFT_AFTER_SECONDS)
    assert gate.is_reached.is_set()
    # A browser sends a message once; AppTest would send it again with whatever comes next.
    page.chat_input(key="message").set_value(None)


def session_id(page: AppTest, assistant: Assistant) -> str:
    session = assistant.services.sessions.latest_for_browser(page.session_state["browser_key"])
    assert session is not None
    return session.session_id


def test_a_page_that_is_drawn_again_attaches_to_its_turn_and_sends_nothing_twice(
    sign_in: OpenPage, assistant: Assistant, gate: Gate
) -> None:
    page = sign_in("patient_001")
    leave_while_answered(page, "refill my lisinopril", gate)
    gate.is_open.set()
    page.run()

    assert "Is this the one?" in texts(page)
    assert texts(page).count("refill my lisinopril") == 1
    assert gate.begun == len(assistant.services.sessions.turns(session_id(page, assistant))) == 1
    assert "Is this the one?" in texts(page.run())
    assert gate.begun == 1


def test_a_turn_goes_on_to_its_end_when_nobody_looks_any_more(
    sign_in: OpenPage, open_page: OpenPage, assistant: Assistant, gate: Gate
) -> None:
    key = new_browser_key()
    page = sign_in("patient_001", key)
    for words in ("refill my lisinopril", "yes", "CVS"):
        gate.holds_at = 0
        say(page, words)
    gate.holds_at = gate.calls + 1
    leave_while_answered(page, "yes, place the order", gate)
    live = page.session_state["live_turn"]
    gate.is_open.set()
    live.answer.result(10)

    (order,) = assistant.services.orders.for_patient("patient_001")
    assert order.order_id in texts(open_page(key))
    assert texts(page.run()).count("yes, place the order") == 1


def test_what_is_checked_is_shown_while_it_is(sign_in: OpenPage, gate: Gate) -> None:
    page = sign_in("patient_001")
    gate.holds_at = 2
    leave_while_answered(page, "refill my lisinopril", gate)
    # AppTest gives no tree of a script that was taken away; what it had read of the turn is still there.
    live = page.session_state["live_turn"]
    tools = [(tool.name, tool.success) for tool in live.tools]
    view = live_checks([*tools, ("select_pharmacy", None)], Replies("en"), words_of(ChatWording, "en"))

    assert tools == [("select_prescription", True)]
    assert "Found your prescription" in view
    assert "Checking now: " in view
    gate.is_open.set()
    assert "Is this the one?" in texts(page.run())


def test_stop_orders_nothing_and_says_so(sign_in: OpenPage, assistant: Assistant, gate: Gate) -> None:
    page = sign_in("patient_001")
    gate.holds_at = 0
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)
    gate.holds_at = gate.calls + 1
    leave_while_answered(page, "yes, place the order", gate)
    chat_live.stop_turn(page.session_state["live_turn"])
    page.run()

    assert "Stopped. Nothing was ordered." in texts(page)
    assert assistant.services.orders.for_patient("patient_001") == ()
    gate.holds_at = 0
    press(page, "Place this order")
    (order,) = assistant.services.orders.for_patient("patient_001")
    assert order.order_id in texts(page)


def test_what_was_typed_while_a_turn_is_under_way_follows_it(sign_in: OpenPage, gate: Gate) -> None:
    page = sign_in("patient_001")
    leave_while_answered(page, "refill my lisinopril", gate)
    gate.is_open.set()
    say(page, "yes")

    shown = texts(page)
    assert shown.index("refill my lisinopril") < shown.index("Which pharmacy would you like?")
    assert gate.begun == 2


def test_a_message_that_failed_can_be_sent_again_under_its_name(
    sign_in: OpenPage, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = sign_in("patient_001")
    sent: list[str] = []
    handle = AdvancedConversationManager.handle_message

    async def fails_once(*given: Any, **named: Any) -> Any:
        sent.append(named["message_id"])
        if len(sent) == 1:
            raise StoreUnavailableError("The database is locked. Try again.")
        return await handle(*given, **named)

    monkeypatch.setattr(AdvancedConversationManager, "handle_message", fails_once)
    say(page, "refill my lisinopril")
    assert texts(page).count("refill my lisinopril") == 1
    assert "The database is locked" in page.run().warning[0].value.replace("\\", "")
    press(page, "Try again")

    assert "Is this the one?" in texts(page)
    assert (sent[0] == sent[1], len(sent), len(page.warning)) == (True, 2, 0)
    assert "retry" not in [button.key for button in page.button]


def test_an_answer_that_could_not_be_kept_offers_to_send_the_message_again(
    sign_in: OpenPage, monkeypatch: pytest.MonkeyPatch, assistant: Assistant
) -> None:
    page = sign_in("patient_001")

    async def cannot(*_given: object) -> None:
        raise StoreUnavailableError("The database cannot be written.")

    with monkeypatch.context() as broken:
        broken.setattr(type(assistant.manager._agent), "run", cannot)
        say(page, "refill my lisinopril")
        assert "retry" in [button.key for button in page.button]
    press(page, "Try again")

    assert "Is this the one?" in texts(page)


def test_a_program_that_stops_says_that_nothing_was_begun(
    sign_in: OpenPage, monkeypatch: pytest.MonkeyPatch, assistant: Assistant
) -> None:
    page = sign_in("patient_001")

    def stops(_self: object, coroutine: Any) -> None:
        coroutine.close()
        raise OverloadedError("This program is stopping. Nothing was begun. Try again.", 5.0)

    with monkeypatch.context() as stopping:
        stopping.setattr(type(assistant), "begun", stops)
        say(page, "refill my lisinopril")

    assert "Nothing was begun" in page.warning[0].value.replace("\\", "")
    assert "Is this the one?" in texts(press(page, "Try again"))


def test_what_a_page_does_is_announced_once(sign_in: OpenPage) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")
    scripts = [element.value for element in page.html if "rx-live" in element.value]

    assert any("Is this the one?" in script for script in scripts)
    again = [element.value for element in page.run().html if "rx-live" in element.value]
    assert not any("Is this the one?" in script for script in again)


def test_a_long_conversation_shows_its_end_and_the_rest_on_request(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_002")
    for number in range(14):
        talk = assistant.manager.handle_message(f"hello number {number}", session_id(page, assistant))
        assistant.run(talk)
    page.run()
    assert "hello number 1\n" not in texts(page) + "\n"
    assert "hello number 2" in texts(page)

    press(page, "Show 2 earlier messages and answers")
    assert "hello number 0" in texts(page)


def test_an_answer_of_the_built_in_model_in_place_of_another_is_told(
    sign_in: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = ModelCalls.ask

    async def taken_over(self: ModelCalls, run: Any, *given: Any) -> Any:
        run.degraded = ["built-in model"]
        return await ask(self, run, *given)

    monkeypatch.setattr(ModelCalls, "ask", taken_over)
    page = say(sign_in("patient_001"), "refill my lisinopril")

    assert "Answered by the built-in model" in markdowns(page)
    assert "Answered by the built-in model" in markdowns(page.run())
