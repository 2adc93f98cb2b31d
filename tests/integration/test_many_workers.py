"""Several processes answer one conversation: a yes answers the reply that the patient saw, whoever gave it."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage, BaseMessage

from rxflow.assistant import Assistant
from rxflow.config.settings import Settings
from rxflow.workflow.conversation_manager import AdvancedConversationManager
from rxflow.workflow.workflow_types import ConversationResponse, RefillState
from tests.conftest import MakeAssistant
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation, consented_quotes
from tests.support.scripted_model import ScriptedChatModel

pytestmark = pytest.mark.no_cover
"""Many conversations, whose parts other tests cover one by one."""

CANCEL_QUESTION = "Do you want to cancel"


class Patient:
    """A patient whose messages reach whichever process, and who answers the reply in front of them."""

    def __init__(self, assistant: Assistant, patient_id: str = "patient_001") -> None:
        self.front = assistant.run(assistant.manager.start(patient_id))
        self.session_id = self.front.session_id

    def send(
        self, assistant: Assistant, words: str, *, arrives: bool = True, button: Collection[str] | None = None
    ) -> ConversationResponse:
        reply = assistant.run(
            assistant.manager.handle_message(
                words, self.session_id, button_quote_ids=button, in_reply_to=self.front.turn
            )
        )
        if arrives:
            self.front = reply
        return reply

    def send_all(self, assistant: Assistant, *words: str) -> ConversationResponse:
        return [self.send(assistant, each) for each in words][-1]


@pytest.fixture
def one(make_assistant: MakeAssistant) -> Assistant:
    return make_assistant()


@pytest.fixture
def other(make_assistant: MakeAssistant) -> Assistant:
    return make_assistant()


def test_every_message_may_reach_another_process(one: Assistant, other: Assistant) -> None:
    patient = Patient(one)
    replies = [
        patient.send(worker, words)
        for worker, words in zip((other, one, other, one), (*TO_THE_QUOTE, "yes"), strict=True)
    ]

    assert [reply.turn for reply in replies] == [1, 2, 3, 4]
    assert replies[-1].order is not None


def test_a_button_may_reach_another_process(one: Assistant, other: Assistant) -> None:
    patient = Patient(one)
    quotes = patient.send_all(one, *TO_THE_QUOTE).quotes

    assert patient.send(other, "Place order", button=[quote.quote_id for quote in quotes]).order is not None


def test_a_yes_to_a_cancel_may_reach_another_process(one: Assistant, other: Assistant) -> None:
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE, "yes")
    assert CANCEL_QUESTION in patient.send(other, "cancel my order").message
    reply = patient.send(one, "yes")

    assert reply.order is not None
    assert reply.order["status"] == "CANCELLED"


def test_a_yes_to_a_reply_that_never_arrived_is_asked_again(one: Assistant, other: Assistant) -> None:
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE[:2])
    patient.send(one, TO_THE_QUOTE[2], arrives=False)

    for worker in (one, other):
        reply = patient.send(worker, "yes", arrives=False)
        assert reply.order is None
        assert reply.message.endswith(QUESTION)
    patient.front = reply
    assert patient.send(one, "yes").order is not None


def test_a_yes_on_a_page_that_another_page_has_left_behind_is_asked_again(one: Assistant) -> None:
    patient = Patient(one)
    behind = patient.send_all(one, *TO_THE_QUOTE)
    patient.send(one, "is it taken with food?")
    assert patient.front.message.endswith(QUESTION)
    patient.front = behind

    assert patient.send(one, "yes").order is None


def test_what_a_process_remembers_from_before_another_went_on_does_not_count(one: Assistant, other: Assistant) -> None:
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE)
    patient.send(other, "is it taken with food?")
    reply = one.run(one.manager.handle_message("yes", patient.session_id))

    assert reply.order is None
    assert reply.message.endswith(QUESTION)


@pytest.mark.parametrize("unread", ["", "x" * 3000])
def test_a_reply_to_what_was_not_read_asks_the_same_as_the_saved_one(
    unread: str, one: Assistant, other: Assistant
) -> None:
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE)
    assert patient.send(other, unread).message.endswith(QUESTION)

    assert patient.send(one, "yes").order is not None


def test_a_reply_to_what_was_not_read_does_not_ask_to_cancel(one: Assistant, other: Assistant) -> None:
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE, "yes", "cancel my order")
    assert CANCEL_QUESTION not in patient.send(other, "").message
    patient.send(one, "yes")

    assert [order.status for order in one.services.orders.for_patient("patient_001")] == ["SUBMITTED"]


def test_a_conversation_that_is_resumed_elsewhere_knows_its_turn(one: Assistant, other: Assistant) -> None:
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE)
    patient.front = other.run(other.manager.resume(patient.session_id))

    assert patient.front.turn == 3
    assert patient.send(one, "yes").order is not None


def test_a_cancel_that_was_asked_but_never_recorded_is_not_asked_by_resuming(
    one: Assistant, other: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE, "yes")

    class ProcessDiedError(BaseException):
        pass

    def dies(*_arguments: object) -> None:
        raise ProcessDiedError

    with monkeypatch.context() as patch:
        patch.setattr("rxflow.services.sessions.SessionService.record_turn", dies)
        with pytest.raises(ProcessDiedError):
            patient.send(one, "cancel my order")
    patient.front = other.run(other.manager.resume(patient.session_id))
    assert CANCEL_QUESTION not in patient.front.message
    patient.send(other, "yes")

    assert [order.status for order in one.services.orders.for_patient("patient_001")] == ["SUBMITTED"]


# -- any order of processes, pages, crashes and replies that never arrive -------------------------------------------


@dataclass(frozen=True)
class Step:
    worker: int
    page: int
    words: str
    arrives: bool
    crashes: bool


WORDS = (
    "yes", "yes", "yes", "refill my lisinopril", "H-E-B", "CVS", "is it taken with food?", "cancel my order", "",
    "x" * 3000, "never mind",
)  # fmt: skip
STEPS = st.builds(
    Step,
    worker=st.integers(0, 1),
    page=st.integers(0, 1),
    words=st.sampled_from(WORDS),
    arrives=st.booleans() | st.just(True),
    crashes=st.sampled_from([False, False, False, True]),
)


def after_a_crash(assistant: Assistant) -> AdvancedConversationManager:
    """A manager that remembers nothing of the one before it."""
    before = assistant.manager
    return AdvancedConversationManager(
        before._agent, assistant.services, before._runs._resolver, assistant.metrics, before._max_message_chars,
        before._turn_locks,
    )  # fmt: skip


@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begin=st.lists(st.integers(0, 1), min_size=3, max_size=3), steps=st.lists(STEPS, min_size=2, max_size=8))
def test_nothing_is_ordered_or_cancelled_but_what_the_reply_in_front_asked(
    begin: list[int], steps: list[Step], one: Assistant, other: Assistant
) -> None:
    workers = (one, other)
    for order_id in orders_with(one, "SUBMITTED"):
        one.services.orders.cancel("patient_001", order_id)
    pages = [Patient(one), Patient(one)]
    pages[1].session_id = pages[0].session_id
    for worker, words in zip(begin, TO_THE_QUOTE, strict=True):
        pages[0].send(workers[worker], words)
    assert pages[0].front.quotes
    pages[1].front = pages[0].front
    for step in steps:
        take(step, workers, pages[step.page])


def take(step: Step, workers: tuple[Assistant, Assistant], page: Patient) -> None:
    worker, front = workers[step.worker], page.front
    if step.crashes:
        worker.manager = after_a_crash(worker)
    agreed, open_orders = consented_quotes(worker), orders_with(worker, "SUBMITTED")
    page.send(worker, step.words, arrives=step.arrives)

    assert consented_quotes(worker) - agreed <= {quote.quote_id for quote in front.quotes}
    cancelled = open_orders - orders_with(worker, "SUBMITTED")
    assert all(CANCEL_QUESTION in front.message and order_id in front.message for order_id in cancelled)


def orders_with(assistant: Assistant, status: str) -> set[str]:
    orders = assistant.services.orders.for_patient("patient_001")
    return {order.order_id for order in orders if order.status == status}


# -- locks and limits ------------------------------------------------------------------------------------------------


def test_an_emergency_is_told_while_another_turn_takes_too_long(
    one: Assistant, other: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rxflow.workflow.conversation_manager.EMERGENCY_WAIT_SECONDS", 0.02)
    patient = Patient(one)
    patient.send_all(one, *TO_THE_QUOTE)

    async def meanwhile() -> ConversationResponse:
        async with one.manager._turn_locks.hold(patient.session_id):
            return await asyncio.to_thread(patient.send, other, "I have crushing chest pain")

    reply = one.run(meanwhile())
    assert "911" in reply.message
    assert [case.urgent for case in one.services.cases.open_cases()] == [True]
    assert patient.send(other, "yes").order is None
    assert other.run(other.manager.resume(patient.session_id)).quotes == ()


def test_a_turn_behind_one_that_takes_too_long_changes_nothing(make_assistant: MakeAssistant) -> None:
    assistant = make_assistant(turn_wait_seconds=0.02)
    patient = Patient(assistant)
    patient.send_all(assistant, *TO_THE_QUOTE)
    quoted = patient.front

    async def meanwhile() -> ConversationResponse:
        async with assistant.manager._turn_locks.hold(patient.session_id):
            return await assistant.manager.handle_message("yes", patient.session_id, in_reply_to=quoted.turn)

    reply = assistant.run(meanwhile())
    assert (reply.state, reply.order, reply.turn) == (RefillState.ERROR, None, 0)
    patient.front = quoted
    assert patient.send(assistant, "yes").order is not None


def test_a_turn_that_lost_its_lock_is_not_saved_over_a_newer_one(
    make_assistant: MakeAssistant, other: Assistant
) -> None:
    def answer_late(_messages: list[BaseMessage]) -> AIMessage:
        """Another process gets in and goes on with the conversation before this answer is ready."""
        for file in folder.iterdir():
            file.unlink()
        newer.append(patient.send(other, "refill my lisinopril", arrives=False))
        return AIMessage("Hello.")

    newer: list[ConversationResponse] = []
    slow = make_assistant(model=ScriptedChatModel(answer_late))
    folder = Path(f"{other.settings.database_url.removeprefix('sqlite:///')}-turns")
    patient = Patient(other)
    late = patient.send(slow, "hello")

    assert newer[0].turn == 1
    assert late.turn == 0
    assert "try again" in late.message
    resumed = other.run(other.manager.resume(patient.session_id))
    assert (resumed.turn, resumed.state) == (1, newer[0].state)


@pytest.mark.parametrize(
    ("patient_id", "hello", "told"),
    [("patient_001", "hello", "I did not read the last one"), ("patient_005", "hola", "no leí el último")],
)
def test_too_many_messages_are_answered_in_the_patients_language(
    patient_id: str, hello: str, told: str, make_assistant: MakeAssistant
) -> None:
    chat = Conversation(make_assistant(messages_per_minute=2), patient_id)
    chat.say(hello, hello)
    assert told not in chat.last.message

    assert told in chat.say(hello).message
    assert len(chat.assistant.manager.transcript(chat.session_id)) == 2


def test_too_many_messages_lose_nothing(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(messages_per_minute=3), "patient_001")
    chat.say(*TO_THE_QUOTE)
    assert chat.say("yes").order is None
    assert chat.last.message.endswith(QUESTION)

    chat.assistant.manager._rate_limiter = None  # a minute later
    assert chat.say("yes").order is not None


def test_an_emergency_is_never_too_many(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(messages_per_minute=1), "patient_001")
    chat.say("hello", "hello")

    for _ in range(3):
        assert "911" in chat.say("I have crushing chest pain").message


def test_people_have_a_limit_unless_it_is_switched_off() -> None:
    assert Settings(_env_file=None).messages_per_minute == 120
