"""A turn that the patient stops: at whatever point, what was done is told, and what was not never is."""

import asyncio
import threading
from typing import Any

import pytest
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatResult

from rxflow import bootstrap
from rxflow.assistant import Assistant
from rxflow.observability.metrics import Outcome
from rxflow.workflow.turn_progress import ToolBegan, ToolDone, TurnEvent
from rxflow.workflow.turn_stop import TurnStop
from rxflow.workflow.workflow_types import ConversationResponse, RefillState
from tests.conftest import MakeAssistant, Talk
from tests.support.conversation import TO_THE_QUOTE, Conversation, orders_without_own_consent
from tests.support.scripted_model import FakeChatModel, WrappedChatModel

S = RefillState
POINTS = 12
"""More than any of these turns has: the last of them stop nothing any more."""


class Stops:
    """Stops a turn when it comes to a point of it; points are counted through models and tools alike."""

    def __init__(self, at: int) -> None:
        self.stop = TurnStop()
        self.left = at

    def point(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.stop.ask()

    def told(self, event: TurnEvent) -> None:
        if isinstance(event, ToolBegan | ToolDone):
            self.point()


class PointedModel(WrappedChatModel):
    """The built-in model, with a point before and after each answer."""

    stops: Any = None

    def answer(self, messages: list[BaseMessage], tool_names: tuple[str, ...]) -> AIMessage:
        if self.stops is not None:
            self.stops.point()
        answer = super().answer(messages, tool_names)
        if self.stops is not None:
            self.stops.point()
        return answer


class HangingModel(FakeChatModel):
    """Never answers."""

    began: Any = None

    async def _agenerate(self, *_given: Any, **_kwargs: Any) -> ChatResult:
        self.began()
        await asyncio.Event().wait()
        raise AssertionError("it was waited for")


@pytest.fixture
def pointed(make_assistant: MakeAssistant, monkeypatch: pytest.MonkeyPatch) -> tuple[Assistant, PointedModel]:
    """An assistant whose model and tools have points at which it can be stopped."""
    models: list[PointedModel] = []
    build = bootstrap.get_builtin_llm

    def wrapped(*given: Any) -> PointedModel:
        models.append(PointedModel(inner=build(*given)))
        return models[-1]

    monkeypatch.setattr(bootstrap, "get_builtin_llm", wrapped)
    assistant = make_assistant()
    return assistant, models[-1]


def send(talk: Conversation, words: str, stop: TurnStop, **given: Any) -> ConversationResponse:
    reply = talk.assistant.run(
        talk.assistant.manager.handle_message(words, talk.session_id, stop=stop, **given),
    )
    talk.replies.append(reply)
    return reply


def send_with_points(talk: Conversation, model: PointedModel, words: str, stops: Stops) -> ConversationResponse:
    model.stops = stops
    try:
        return send(talk, words, stops.stop, progress=stops.told)
    finally:
        model.stops = None


@pytest.mark.parametrize("at", range(1, POINTS))
@pytest.mark.parametrize("words", ["yes, place the order", "no, at the closest one", "cancel that", "CVS"])
def test_wherever_a_turn_is_stopped_an_order_is_told_and_otherwise_all_is_as_before(
    pointed: tuple[Assistant, PointedModel], words: str, at: int
) -> None:
    assistant, model = pointed
    talk = Conversation(assistant, "patient_002")
    before = talk.say("I need my cholesterol medicine", "yes", "H-E-B")
    assert before.state is S.CONFIRM_ORDER
    stops = Stops(at)
    reply = send_with_points(talk, model, words, stops)

    orders = talk.orders()
    assert all(order.order_id in reply.message for order in orders)
    assert talk.resumed().state is reply.state
    if stops.stop.is_asked and not orders:
        assert reply.message.startswith("Stopped. Nothing was ordered.")
        assert (reply.state, [quote.medication for quote in reply.quotes]) == (
            S.CONFIRM_ORDER,
            ["atorvastatin 20 mg tablet"],
        )
    # Whatever it was, the conversation goes on, and once more is no second order.
    for _ in range(3):
        talk.say("yes, place the order")
    assert len(talk.orders()) <= 1
    assert orders_without_own_consent(assistant) == []


@pytest.mark.parametrize("at", range(1, POINTS))
@pytest.mark.parametrize("place", range(len(TO_THE_QUOTE)))
def test_a_stop_on_the_way_to_the_quote_leaves_no_half_state(
    pointed: tuple[Assistant, PointedModel], place: int, at: int
) -> None:
    assistant, model = pointed
    talk = Conversation(assistant, "patient_001")
    talk.say(*TO_THE_QUOTE[:place])
    before, said = talk.state, TO_THE_QUOTE[place]
    stops = Stops(at)
    reply = send_with_points(talk, model, said, stops)
    if stops.stop.is_asked:
        assert (reply.state, talk.resumed().state) == (before, before)
        assert reply.message.startswith("Stopped. Nothing was ordered.")
        talk.say(said)

    talk.say(*TO_THE_QUOTE[place + 1 :], "yes, place the order")
    assert len(talk.orders()) == 1


@pytest.mark.parametrize("at", range(1, POINTS))
def test_a_case_that_was_opened_before_the_stop_is_told(pointed: tuple[Assistant, PointedModel], at: int) -> None:
    assistant, model = pointed
    talk = Conversation(assistant, "patient_001")
    stops = Stops(at)
    reply = send_with_points(talk, model, "I want to talk to a pharmacist", stops)

    cases = assistant.services.cases.for_patient("patient_001")
    assert all(case.case_id in reply.message for case in cases)
    if stops.stop.is_asked:
        assert "Stopped. Nothing was ordered." in reply.message
        assert reply.state is S.START


def test_a_turn_that_is_stopped_before_it_begins_does_nothing(assistant: Assistant) -> None:
    talk = Conversation(assistant, "patient_001")
    talk.say(*TO_THE_QUOTE)
    stop = TurnStop()
    stop.ask()
    reply = send(talk, "yes, place the order", stop)

    assert reply.message.startswith("Stopped. Nothing was ordered.")
    assert reply.tools == ()
    assert talk.orders() == ()
    talk.say("yes, place the order")
    assert len(talk.orders()) == 1


def test_a_stopped_message_that_is_sent_again_under_its_name_stays_stopped(assistant: Assistant) -> None:
    talk = Conversation(assistant, "patient_001")
    talk.say(*TO_THE_QUOTE)
    stop = TurnStop()
    stop.ask()
    first = send(talk, "yes, place the order", stop, message_id="m-1")
    again = send(talk, "yes, place the order", TurnStop(), message_id="m-1")

    assert again.message == first.message
    assert talk.orders() == ()


def test_a_stop_speaks_the_patients_language(assistant: Assistant) -> None:
    talk = Conversation(assistant, "patient_005")
    stop = TurnStop()
    stop.ask()

    assert send(talk, "quiero resurtir mi levotiroxina", stop).message == "Detenido. No se pidió nada."


def test_whom_to_call_is_told_whatever_was_stopped(assistant: Assistant) -> None:
    talk = Conversation(assistant, "patient_001")
    stop = TurnStop()
    stop.ask()

    assert "911" in send(talk, "I have chest pain and cannot breathe", stop).message


def test_a_model_that_hangs_is_not_waited_for_after_a_stop(talk: Talk) -> None:
    model = HangingModel()
    chat = talk(model=model)
    began = threading.Event()
    model.began = began.set
    turn = chat.assistant.begun(chat.assistant.manager.handle_message("refill my lisinopril", chat.session_id))
    assert began.wait(10)

    assert chat.assistant.manager.stop_turn(chat.session_id)
    assert turn.result(10).message == "Stopped. Nothing was ordered."
    assert not chat.assistant.manager.stop_turn(chat.session_id)


def test_a_stop_is_counted_and_recorded(assistant: Assistant) -> None:
    talk = Conversation(assistant, "patient_001")
    stop = TurnStop()
    stop.ask()
    send(talk, "refill my lisinopril", stop)

    assert assistant.metrics.turns.labels("START", Outcome.STOPPED)._value.get() == 1
    acts = [entry for entry in assistant.services.audit.for_patient("patient_001") if entry.action == "turn.stopped"]
    assert [(entry.detail["state_from"], entry.detail["state_to"]) for entry in acts] == [("START", "START")]


def test_a_stop_comes_too_late_once_the_reply_is_final() -> None:
    stop = TurnStop()
    stop.settle()

    assert not stop.ask()
    assert not stop.is_asked


def test_a_program_that_ends_is_no_stop_of_the_patients() -> None:
    async def cut_off() -> None:
        stop = TurnStop()
        waiting = asyncio.create_task(stop.unless_asked(asyncio.Event().wait()))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(cut_off())


def test_work_that_was_cancelled_by_itself_is_no_stop() -> None:
    async def cancelled() -> None:
        raise asyncio.CancelledError

    async def wait() -> None:
        with pytest.raises(asyncio.CancelledError):
            await TurnStop().unless_asked(cancelled())

    asyncio.run(wait())
