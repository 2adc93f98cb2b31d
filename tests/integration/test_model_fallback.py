"""A model that is slow or gone: the same turn goes on with the built-in one, nothing is done twice, and it is told."""

import asyncio
from collections.abc import Iterator
from time import perf_counter
from typing import Any

import pytest
import stamina
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatResult

from rxflow.domain.audit import AuditAction
from rxflow.workflow.model_calls import (
    BREAKER_FAILURES,
    BREAKER_WAIT_SECONDS,
    CONFIGURED_SHARE,
    TURN_SECONDS,
    shows_it_is_gone,
)
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import AsBuiltIn, Talk
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation, orders_without_own_consent
from tests.support.scripted_model import (
    CONFIRM,
    OK,
    PHARMACY,
    SELECT,
    SUBMIT_AND_LOOK,
    FakeChatModel,
    ScriptedChatModel,
    call,
    calls,
)

S = RefillState
TOLD = "I am answering with the built-in one"
CONFIRM_AND_CHOOSE = calls(call("confirm_dosage", correct=True), call("select_pharmacy", pharmacy="PH003"))
GONE = [ConnectionError("SECRET")] * BREAKER_FAILURES


class Later:
    """The clock of the process, which tests put forward."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return perf_counter() + self.seconds


class HangingModel(FakeChatModel):
    """Never answers, as a connection that was cut somewhere on the way."""

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        tool_names: tuple[str, ...] = (),
        **_kwargs: Any,
    ) -> ChatResult:
        self.seen.append(list(messages))
        await asyncio.Event().wait()
        raise AssertionError("never")


class StatusError(Exception):
    def __init__(self, status_code: int) -> None:
        super().__init__("SECRET")
        self.status_code = status_code


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    clock = Later()
    monkeypatch.setattr("rxflow.bootstrap.perf_counter", clock)
    return clock


@pytest.fixture(autouse=True)
def _without_pauses() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3, cap=True):
        yield


def fallbacks(chat: Conversation) -> float:
    exposed = chat.assistant.metrics.exposition().decode().splitlines()
    line = 'rxflow_fallbacks_total{what="model"} '
    return sum(float(each.removeprefix(line)) for each in exposed if each.startswith(line))


def degraded(chat: Conversation) -> list[tuple[str, str]]:
    return [(each.name, each.reason) for each in chat.assistant.degradations.current()]


def attempts(chat: Conversation) -> list[object]:
    """Whether each call of a model succeeded, as the audit trail has it."""
    entries = chat.assistant.services.audit.for_patient("patient_001")
    return [dict(entry.detail)["success"] for entry in entries if entry.action == AuditAction.MODEL_CALLED.value]


@pytest.mark.parametrize("error", [RuntimeError("SECRET"), TimeoutError(), ValueError("SECRET"), StatusError(400)])
def test_where_the_model_fails_the_built_in_one_answers_in_the_same_turn(talk: Talk, error: Exception) -> None:
    chat = talk(model=ScriptedChatModel(*[error] * 3))
    reply = chat.say("refill my lisinopril")

    assert (reply.state, reply.degraded) == (S.CONFIRM_DOSAGE, ("built-in model",))
    assert reply.message.startswith("Our usual assistant is not reachable at the moment")
    assert "Is this the one?" in reply.message
    assert "SECRET" not in reply.message
    assert degraded(chat) == [("built-in model", type(error).__name__)]
    assert fallbacks(chat) == 1


def test_a_spanish_speaker_is_told_in_spanish(talk: Talk) -> None:
    reply = talk(model=ScriptedChatModel(RuntimeError())).say("quiero surtir mi lisinopril, por favor")

    assert "le respondo con el integrado" in reply.message


def test_a_model_that_is_there_again_in_a_moment_is_asked_again_and_nothing_is_told(talk: Talk) -> None:
    model = ScriptedChatModel(StatusError(503), ConnectionResetError(), SELECT, OK)
    chat = talk(model=model)
    reply = chat.say("refill my lisinopril")

    assert (len(model.seen), reply.model_calls, reply.degraded, reply.state) == (4, 2, (), S.CONFIRM_DOSAGE)
    assert TOLD not in reply.message
    assert (degraded(chat), fallbacks(chat)) == ([], 0)
    assert attempts(chat) == [False, False, True, True]


def test_a_model_that_never_answers_is_not_waited_for(talk: Talk) -> None:
    model = HangingModel()
    chat = talk(model=model, model_timeout_seconds=0.02)
    reply = chat.say("refill my lisinopril")

    assert (reply.state, reply.degraded, len(model.seen)) == (S.CONFIRM_DOSAGE, ("built-in model",), 3)
    assert degraded(chat) == [("built-in model", "TimeoutError")]


def test_tools_that_ran_before_the_failure_do_not_run_again_and_one_order_is_placed(talk: Talk) -> None:
    model = ScriptedChatModel(SELECT, OK, CONFIRM_AND_CHOOSE, RuntimeError(), SUBMIT_AND_LOOK, RuntimeError())
    chat = talk(model=model)
    chat.say("refill my lisinopril")
    at_quote = chat.say("yes, at H-E-B")
    assert [use.name for use in at_quote.tools] == ["confirm_dosage", "select_pharmacy"]
    assert QUESTION in at_quote.message
    reply = chat.say("yes")
    (order,) = chat.orders()

    assert [use.name for use in reply.tools] == ["submit_refill_order", "track_refill_order"]
    assert reply.order is not None
    assert (reply.order["order_id"], reply.state) == (order.order_id, S.COMPLETE)
    assert order.order_id in reply.message
    assert TOLD in reply.message
    assert orders_without_own_consent(chat.assistant) == []
    chat.say("yes")
    assert chat.orders() == (order,)


def test_in_a_whole_conversation_without_its_model_a_refill_is_ordered(talk: Talk) -> None:
    chat = talk(model=ScriptedChatModel(*[ConnectionError()] * 100))
    reply = chat.say(*TO_THE_QUOTE, "yes")

    assert len(chat.orders()) == 1
    assert reply.state is S.COMPLETE
    assert all(TOLD in each.message and each.degraded for each in chat.replies[1:])


def test_a_model_that_is_gone_is_left_alone_until_it_is_looked_at_again(talk: Talk, later: Later) -> None:
    model = ScriptedChatModel(*GONE)
    chat = talk(model=model)
    assert chat.say("refill my lisinopril").degraded
    asked = len(model.seen)
    assert asked == BREAKER_FAILURES
    assert chat.say("yes").degraded
    assert len(model.seen) == asked, "nobody waits for it"
    assert fallbacks(chat) == 2
    later.seconds += BREAKER_WAIT_SECONDS
    reply = chat.say("hello")

    assert (reply.message, reply.degraded, len(model.seen)) == ("Done.", (), asked + 1)
    assert degraded(chat) == []
    assert chat.say("hello").message == "Done."


def test_a_probe_that_fails_costs_one_attempt(talk: Talk, later: Later) -> None:
    model = ScriptedChatModel(*GONE, ConnectionError(), SELECT)
    chat = talk(model=model)
    chat.say("hello")
    later.seconds += BREAKER_WAIT_SECONDS
    assert chat.say("hello").degraded
    chat.say("hello")

    assert len(model.seen) == BREAKER_FAILURES + 1


def test_the_reply_is_the_same_when_the_message_comes_again(talk: Talk) -> None:
    chat = talk(model=ScriptedChatModel(RuntimeError()))
    manager, run = chat.assistant.manager, chat.assistant.run
    first, again = (
        run(manager.handle_message("refill my lisinopril", chat.session_id, message_id="m1")) for _ in range(2)
    )

    assert (again.message, again.degraded) == (first.message, ("built-in model",))


# --- the time of a turn


def slow(answer: AIMessage, later: Later, seconds: float) -> Any:
    """A step of a script that takes so long."""

    def step(_messages: list[BaseMessage]) -> AIMessage:
        later.seconds += seconds
        return answer.model_copy(update={"id": None})

    return step


def test_a_turn_that_takes_too_long_ends_with_a_reply_and_what_was_reached(talk: Talk, later: Later) -> None:
    chat = talk(model=ScriptedChatModel(SELECT, OK, slow(CONFIRM, later, TURN_SECONDS)))
    chat.say("refill my lisinopril")
    reply = chat.say("yes")

    assert reply.message.startswith("That took too long, so I stopped. Nothing was ordered.")
    assert [(use.name, use.success) for use in reply.tools] == [("confirm_dosage", False)]
    assert (reply.state, chat.resumed().state, chat.orders()) == (S.CONFIRM_DOSAGE, S.CONFIRM_DOSAGE, ())
    # The next turn has a time of its own.
    later.seconds = 0
    assert chat.say("hello").message == "Done."


def test_an_order_of_a_turn_that_takes_too_long_is_told(talk: Talk, later: Later) -> None:
    look_up = calls(call("track_refill_order"))
    script = [SELECT, OK, CONFIRM, OK, PHARMACY, SUBMIT_AND_LOOK, slow(look_up, later, TURN_SECONDS)]
    chat = talk(model=ScriptedChatModel(*script))
    reply = chat.say(*TO_THE_QUOTE, "yes")
    (order,) = chat.orders()

    assert reply.order is not None
    assert order.order_id in reply.message
    assert "Nothing was ordered" not in reply.message
    assert "The rest took too long" in reply.message
    assert (reply.state, chat.resumed().state) == (S.COMPLETE, S.COMPLETE)


def test_a_slow_model_leaves_the_built_in_one_the_time_to_end_the_turn(talk: Talk, later: Later) -> None:
    model = ScriptedChatModel(slow(SELECT, later, CONFIGURED_SHARE * TURN_SECONDS))
    chat = talk(model=model)
    reply = chat.say("refill my lisinopril")

    assert (reply.state, reply.degraded, len(model.seen)) == (S.CONFIRM_DOSAGE, ("built-in model",), 1)
    assert attempts(chat) == [True, True]
    assert "Is this the one?" in reply.message


def test_the_built_in_model_has_nothing_to_take_its_place(talk: Talk, as_built_in: AsBuiltIn) -> None:
    as_built_in(ScriptedChatModel(RuntimeError()))
    reply = talk().say("refill my lisinopril")

    assert (reply.state, reply.degraded) == (S.ERROR, ())


@pytest.mark.parametrize(
    ("error", "is_gone"),
    [
        (TimeoutError(), True),
        (StatusError(429), True),
        (StatusError(401), True),
        (StatusError(404), True),
        (StatusError(400), False),
        (StatusError(413), False),
        (StatusError(422), False),
        (ValueError(), False),
    ],
    ids=repr,
)
def test_one_message_that_cannot_be_answered_does_not_take_the_model_from_the_others(
    error: Exception, is_gone: bool
) -> None:
    assert shows_it_is_gone(error) is is_gone
