"""What breaks in the middle of a turn: the model, a tool, the database, the process. Nothing is lost or pretended."""

import asyncio
import sqlite3
from contextlib import suppress
from typing import Any

import aiosqlite
import pytest
from langchain_core.messages import AIMessage, ToolMessage

from rxflow.assistant import Assistant
from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.order import Consent, Quote
from rxflow.llm.providers import get_builtin_llm
from rxflow.persistence.sqlite_checkpoints import SqliteHome
from rxflow.services.cases import CaseService
from rxflow.services.mock_data import MockData
from rxflow.services.orders import OrderService
from rxflow.services.refills import RefillService
from rxflow.services.sessions import SessionService
from rxflow.workflow.workflow_types import ConversationResponse, RefillState
from tests.conftest import AsBuiltIn, MakeAssistant, Talk
from tests.support.clock import FrozenClock
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation
from tests.support.scripted_model import ScriptedChatModel, WrappedChatModel, call, calls

S = RefillState
HELLO = "Done."


class ProcessDiedError(BaseException):
    """What nothing in the process can catch."""


def fails(*_args: object, **_options: object) -> Any:
    raise StoreUnavailableError("The database could not be written. Nothing was changed.")


# --- the model and the tools


@pytest.mark.parametrize("error", [RuntimeError("SECRET"), TimeoutError(), ValueError("SECRET"), KeyError("SECRET")])
def test_a_model_that_fails_is_told_kindly_and_the_next_message_works(
    talk: Talk, as_built_in: AsBuiltIn, error: Exception
) -> None:
    as_built_in(ScriptedChatModel(error))
    chat = talk()
    reply = chat.say("refill my lisinopril")

    assert reply.state is S.ERROR
    assert reply.message.startswith("Something went wrong on our side")
    assert "SECRET" not in reply.message
    assert chat.resumed().state is S.ERROR
    assert chat.say("hello").message == HELLO


def test_a_failure_at_the_quote_forgets_the_quote(talk: Talk, as_built_in: AsBuiltIn) -> None:
    as_built_in(_scripted_to_the_quote(RuntimeError(), calls(call("submit_refill_order")), AIMessage("Fine.")))
    chat = talk()
    chat.say(*TO_THE_QUOTE, "hmm", "yes")

    assert (chat.orders(), chat.last.order) == ((), None)


def test_a_model_that_fails_after_the_order_does_not_hide_it(talk: Talk, as_built_in: AsBuiltIn) -> None:
    as_built_in(_scripted_to_the_quote(calls(call("submit_refill_order")), RuntimeError()))
    chat = talk()
    reply = chat.say(*TO_THE_QUOTE, "yes")
    (order,) = chat.orders()

    assert reply.order is not None
    assert reply.order["order_id"] == order.order_id
    assert order.order_id in reply.message
    assert (reply.state, chat.resumed().state) == (S.COMPLETE, S.COMPLETE)
    chat.say("yes")
    assert chat.orders() == (order,)


def test_a_bug_in_a_tool_is_a_failed_turn(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk(model=ScriptedChatModel(calls(call("track_refill_order"))))
    with monkeypatch.context() as broken:
        broken.setattr(OrderService, "for_patient", lambda *_: 1 / 0)
        assert chat.say("where is my order?").state is S.ERROR
    assert chat.say("hello").message == HELLO


def test_after_a_bug_in_a_tool_every_call_in_the_memory_has_its_result(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A provider refuses a history in which a tool call has no result."""
    model = ScriptedChatModel(calls(call("track_refill_order")))
    chat = talk(model=model)
    with monkeypatch.context() as broken:
        broken.setattr(OrderService, "for_patient", lambda *_: 1 / 0)
        chat.say("where is my order?")
    chat.say("hello")
    called = {one["id"] for message in model.seen[-1] if isinstance(message, AIMessage) for one in message.tool_calls}
    answered = {message.tool_call_id for message in model.seen[-1] if isinstance(message, ToolMessage)}

    assert called == answered


# --- the database


def test_an_order_that_cannot_be_written_is_not_pretended(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    with monkeypatch.context() as broken:
        broken.setattr(OrderService, "submit", fails)
        reply = chat.say("yes")

    assert (reply.order, chat.orders()) == (None, ())
    assert "othing was ordered" in reply.message
    assert reply.state is S.CONFIRM_ORDER
    # The last reply showed no quote, so that the next yes is to nothing: it is shown again first.
    again = chat.say("yes")
    assert (again.order, QUESTION in again.message) == (None, True)
    assert chat.say("yes").order is not None


@pytest.mark.parametrize(
    ("service", "method", "words"),
    [
        (OrderService, "quote", ("refill my lisinopril", "yes", "H-E-B")),
        (CaseService, "open", ("refill my metformin",)),
        (RefillService, "assess", ("refill my lisinopril",)),
    ],
    ids=["quote", "case", "assess"],
)
def test_what_cannot_be_written_is_told_and_ordered_nothing(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, service: type, method: str, words: tuple[str, ...]
) -> None:
    chat = talk()
    chat.say(*words[:-1])
    with monkeypatch.context() as broken:
        broken.setattr(service, method, fails)
        reply = chat.say(words[-1])

    assert "othing was ordered" in reply.message
    assert (reply.order, reply.escalation, reply.quotes, chat.orders()) == (None, None, (), ())
    assert chat.say(words[-1]).state not in {S.ERROR, S.START}


def test_a_turn_that_is_missing_from_the_transcript_was_still_answered(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = talk()
    with monkeypatch.context() as broken:
        broken.setattr(SessionService, "record_turn", fails)
        reply = chat.say("refill my lisinopril")

    assert (reply.state, reply.order) == (S.CONFIRM_DOSAGE, None)
    assert chat.say("yes").state is S.SELECT_PHARMACY


def test_an_order_is_told_even_if_its_turn_cannot_be_recorded(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    with monkeypatch.context() as broken:
        broken.setattr(SessionService, "record_turn", fails)
        reply = chat.say("yes")
    (order,) = chat.orders()

    assert order.order_id in reply.message
    assert "othing was ordered" not in reply.message
    assert reply.state is S.COMPLETE


def test_a_quote_that_is_kept_was_shown_even_if_its_turn_is_not_recorded(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE[:-1])
    with monkeypatch.context() as broken:
        broken.setattr(SessionService, "record_turn", fails)
        assert QUESTION in chat.say(TO_THE_QUOTE[-1]).message

    assert chat.say("ok").order is not None
    assert len(chat.orders()) == 1


@pytest.mark.parametrize(
    "broken_parts",
    [
        [(SessionService, "record_turn")],
        [(CaseService, "open")],
        [(CaseService, "open"), (SessionService, "record_turn")],
        [(CaseService, "open"), (SessionService, "record_turn"), (RefillService, "assess_all")],
    ],
    ids=["turn", "case", "case and turn", "reads too"],
)
def test_whom_to_call_in_an_emergency_is_told_even_if_nothing_is_stored(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, broken_parts: list[tuple[type, str]]
) -> None:
    chat = talk()
    for service, method in broken_parts:
        monkeypatch.setattr(service, method, fails)

    assert "911" in chat.say("I can't breathe").message


# --- the conversations' memory


def memory(assistant: Assistant) -> aiosqlite.Connection:
    """The connection of an assistant's checkpoints."""
    home = assistant._checkpoints._home
    assert isinstance(home, SqliteHome)
    return home._connection


@pytest.fixture
def read_only() -> Any:
    """Makes an assistant's checkpoints fail as on a full disk, and mends them again."""

    def switch(assistant: Assistant, on: bool) -> None:
        async def pragma() -> None:
            await (await memory(assistant).execute(f"PRAGMA query_only = {int(on)}")).close()

        assistant.run(pragma())

    return switch


def test_a_memory_that_cannot_be_written_is_told(talk: Talk, read_only: Any) -> None:
    chat = talk()
    chat.say("refill my lisinopril")
    read_only(chat.assistant, True)
    reply = chat.say("yes")

    assert reply.message
    assert (reply.order, chat.orders()) == (None, ())


def test_an_emergency_is_told_even_if_the_memory_cannot_be_written(talk: Talk, read_only: Any) -> None:
    chat = talk()
    read_only(chat.assistant, True)

    assert "911" in chat.say("I can't breathe").message


def test_an_order_is_told_even_if_the_memory_cannot_be_written(talk: Talk, read_only: Any) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    read_only(chat.assistant, True)
    reply = chat.say("yes")
    (order,) = chat.orders()

    assert order.order_id in reply.message


def test_a_memory_that_works_again_serves_everyone_again(talk: Talk, read_only: Any) -> None:
    chat = talk()
    chat.say("refill my lisinopril")
    read_only(chat.assistant, True)
    with suppress(sqlite3.Error):  # what it tells is another test
        chat.say("yes")
    read_only(chat.assistant, False)

    # Somebody else's write has passed meanwhile.
    other = Conversation(chat.assistant, "patient_002")
    assert other.say("hello").message
    assert chat.say("hello").message


# --- the process


def test_an_order_placed_before_a_crash_is_found_again(make_assistant: MakeAssistant, talk: Talk) -> None:
    chat = talk()
    (quote,) = chat.say(*TO_THE_QUOTE).quotes
    order = _submitted(chat.assistant, quote)

    after = Conversation(make_assistant(), "patient_001", chat.session_id)
    assert (after.state, after.last.quotes) == (S.COMPLETE, ())
    after.say("yes")
    assert (after.state, after.orders()) == (S.COMPLETE, (order,))
    after.say("cancel my order", "yes")
    assert after.orders()[0].order_id == order.order_id


def test_a_conversation_resumed_after_a_crash_does_not_ask_for_the_order_again(
    make_assistant: MakeAssistant, talk: Talk
) -> None:
    chat = talk()
    order = _submitted(chat.assistant, chat.say(*TO_THE_QUOTE).quotes[0])
    resumed = Conversation(make_assistant(), "patient_001", chat.session_id).last

    assert QUESTION not in resumed.message
    assert order.order_id in resumed.message


def _dies(*_arguments: object) -> None:
    raise ProcessDiedError


def _dies_before_the_turn_is_recorded(chat: Conversation, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as dying:
        dying.setattr(SessionService, "record_turn", _dies)
        with pytest.raises(ProcessDiedError):
            chat.say(words)


def test_an_order_whose_reply_never_arrived_is_told_when_the_conversation_is_opened_again(
    make_assistant: MakeAssistant, talk: Talk, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    clock.wait(seconds=5)
    _dies_before_the_turn_is_recorded(chat, "yes", monkeypatch)
    (order,) = chat.orders()
    after = Conversation(make_assistant(), "patient_001", chat.session_id)

    assert QUESTION not in after.last.message
    assert f"Your order {order.order_id} is submitted" in after.last.message
    assert after.last.order is not None
    after.say("yes")
    assert after.orders() == (order,)
    assert after.resumed().message == after.last.message


def test_a_cancel_whose_reply_never_arrived_is_told_when_the_conversation_is_opened_again(
    make_assistant: MakeAssistant, talk: Talk, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = talk()
    for words in (*TO_THE_QUOTE, "yes", "cancel my order"):
        clock.wait(seconds=5)
        chat.say(words)
    clock.wait(seconds=5)
    _dies_before_the_turn_is_recorded(chat, "yes", monkeypatch)
    after = Conversation(make_assistant(), "patient_001", chat.session_id)

    assert "Do you want to cancel" not in after.last.message
    assert f"Order {after.orders()[0].order_id} for lisinopril 10 mg tablet is cancelled" in after.last.message


def test_a_question_whose_reply_never_arrived_is_asked_when_the_conversation_is_opened_again(
    make_assistant: MakeAssistant, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE[:1])
    _dies_before_the_turn_is_recorded(chat, TO_THE_QUOTE[1], monkeypatch)
    after = Conversation(make_assistant(), "patient_001", chat.session_id)

    assert after.last.message.startswith("Which pharmacy would you like?")
    assert QUESTION in after.say(TO_THE_QUOTE[2]).message


def test_a_first_reply_that_never_arrived_is_not_a_greeting(
    make_assistant: MakeAssistant, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = talk()
    _dies_before_the_turn_is_recorded(chat, TO_THE_QUOTE[0], monkeypatch)
    after = Conversation(make_assistant(), "patient_001", chat.session_id)

    assert "lisinopril 10 mg tablet" in after.last.message
    assert after.say("yes").state is S.SELECT_PHARMACY


def test_a_model_that_dies_with_its_process_leaves_one_order(
    make_assistant: MakeAssistant, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The built-in model places the order and the process dies before the turn is saved."""
    builder = make_assistant()
    inner = get_builtin_llm(builder.services, MedicationResolver(builder.services.drugs))
    model = WrappedChatModel(inner=inner)
    with monkeypatch.context() as replaced:
        replaced.setattr("rxflow.bootstrap.get_builtin_llm", lambda *_: model)
        chat = talk()
    chat.say(*TO_THE_QUOTE)
    model.fails_after = "submit_refill_order"
    chat.say("yes")

    after = Conversation(make_assistant(), "patient_001", chat.session_id)
    after.say("yes", "yes, place the order")
    assert (after.state, len(after.orders())) == (S.COMPLETE, 1)


def test_two_messages_at_once_are_answered_one_after_the_other(talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    manager = chat.assistant.manager

    async def both() -> list[Any]:
        return await asyncio.gather(*(manager.handle_message("yes", chat.session_id) for _ in range(4)))

    replies = chat.assistant.run(both())
    turns = manager.transcript(chat.session_id)

    assert [reply.order is not None for reply in replies] == [True, False, False, False]
    assert len(chat.orders()) == 1
    assert [turn.number for turn in turns] == [1, 2, 3, 4, 5, 6, 7]


def test_a_memory_half_way_through_a_write_locks_nobody_out(talk: Talk) -> None:
    """The services write on the event loop: they would wait in vain for a lock that another turn holds in an await."""
    assistant = talk().assistant

    async def begin_to_write() -> None:
        await (await memory(assistant).execute("DELETE FROM checkpoints WHERE thread_id = 'nobody'")).close()

    assistant.run(begin_to_write())
    assert assistant.services.sessions.start("patient_002")


def test_patients_who_talk_at_the_same_time_do_not_wait_for_a_lock(talk: Talk, demo: MockData) -> None:
    first = talk()
    manager = first.assistant.manager

    async def chat(patient_id: str) -> list[ConversationResponse]:
        session_id = (await manager.start(patient_id)).session_id
        return [await manager.handle_message(words, session_id) for words in ("hello", "what do I take?")]

    async def everyone() -> list[list[ConversationResponse]]:
        return await asyncio.gather(*(chat(patient.patient_id) for patient in demo.patients[:3]))

    replies = first.assistant.run(everyone())

    assert not [reply for talk_of_one in replies for reply in talk_of_one if "cannot save" in reply.message]


def test_the_same_yes_in_two_processes_places_one_order(make_assistant: MakeAssistant, talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    other = Conversation(make_assistant(), "patient_001", chat.session_id)
    chat.say("yes")
    other.say("yes")

    assert len(chat.orders()) == 1


def test_two_conversations_of_a_patient_place_one_order_for_one_fill(talk: Talk) -> None:
    first = talk()
    second = Conversation(first.assistant, "patient_001")
    for chat in (first, second):
        chat.say(*TO_THE_QUOTE)
    first.say("yes")
    second.say("yes")

    assert len(first.orders()) == 1


def _submitted(assistant: Assistant, quote: Quote | None) -> Any:
    assert quote is not None
    return assistant.services.orders.submit(
        quote, Consent(quote.quote_id, quote.session_id, assistant.services.now(), "words")
    )


def _scripted_to_the_quote(*then: Any) -> ScriptedChatModel:
    fine = AIMessage("Fine.")
    steps = (
        call("select_prescription", medication="lisinopril"),
        call("confirm_dosage", correct=True),
        call("select_pharmacy", pharmacy="PH003"),
    )
    return ScriptedChatModel(*(step for one in steps for step in (calls(one), fine)), *then)
