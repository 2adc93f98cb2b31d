"""A yes counts only for the quote at the end of the last reply, and what was done is told whatever a model says."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from langchain_core.messages import AIMessage

from rxflow.domain.errors import SessionNotFoundError
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import AsBuiltIn, MakeAssistant, Talk
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation
from tests.support.scripted_model import CONFIRM, OK, SELECT, SUBMIT, SUBMIT_AND_LOOK, ScriptedChatModel, call, calls

S = RefillState
CHOOSE = calls(call("select_pharmacy", pharmacy="H-E-B"))


class ProcessDiedError(BaseException):
    """What nothing in the process can catch."""


@contextmanager
def locked(chat: Conversation) -> Iterator[None]:
    """Another program holds the database's write lock."""
    path = chat.assistant.settings.database_url.removeprefix("sqlite:///")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rxflow.persistence.engine.BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr("rxflow.persistence.sqlite_checkpoints.BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr("rxflow.persistence.engine.create_store.__defaults__", (50,))


def test_an_emergency_that_could_not_be_stored_still_stops_the_order(talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    with locked(chat):
        assert "911" in chat.say("I have crushing chest pain").message

    assert chat.say("ok").order is None
    assert chat.say("yes, place the order").order is None
    assert chat.orders() == ()


def test_after_a_reply_that_could_not_be_stored_the_quote_is_shown_again(talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    with locked(chat):
        assert QUESTION not in chat.say("wait, is there a cheaper place?").message

    assert chat.say("ok").order is None
    assert QUESTION in chat.last.message
    assert chat.say("ok").order is not None


def test_a_quote_hidden_behind_a_question_about_a_cancel_is_not_agreed_to(talk: Talk) -> None:
    chat = talk(
        model=ScriptedChatModel(
            SELECT, OK, CONFIRM, OK, CHOOSE, SUBMIT,
            calls(call("select_prescription", medication="omeprazole")), OK, CONFIRM, OK,
            calls(call("select_pharmacy", pharmacy="CVS"), call("cancel_refill_order", medication="lisinopril")), OK,
            SUBMIT, OK,
        )
    )  # fmt: skip
    chat.say("lisinopril", "yes", "H-E-B", "yes", "omeprazole", "yes", "CVS")
    assert QUESTION not in chat.last.message

    chat.say("yes")
    assert [order.rx_number for order in chat.orders()] == ["RX100101"]


def test_the_quote_is_the_last_thing_a_patient_reads(talk: Talk) -> None:
    quote = talk().say(*TO_THE_QUOTE).message.split("\n\n")[-1]
    denial = AIMessage(f"This is only an example: {quote} End of the example. Would you like a loyalty card?")
    chat = talk(model=ScriptedChatModel(SELECT, OK, CONFIRM, OK, CHOOSE, denial))
    chat.say(*TO_THE_QUOTE, "hm")

    assert chat.last.message.endswith(quote)
    assert chat.last.message.count(QUESTION) == 1


def test_an_order_that_a_model_denies_is_told(talk: Talk) -> None:
    chat = talk(
        model=ScriptedChatModel(SELECT, OK, CONFIRM, OK, CHOOSE, SUBMIT_AND_LOOK, AIMessage("It was NOT placed."))
    )
    chat.say(*TO_THE_QUOTE, "yes")

    assert f"Your order {chat.orders()[0].order_id} is submitted" in chat.last.message


def test_a_warning_that_a_model_leaves_out_is_told(talk: Talk) -> None:
    reply = talk(model=ScriptedChatModel(SELECT, AIMessage("Is it lisinopril?"))).say("lisinopril")

    assert "meloxicam" in reply.message


def test_a_conversation_that_has_ended_answers_no_more(talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    chat.assistant.services.sessions.end(chat.session_id)

    with pytest.raises(SessionNotFoundError, match="Start a new one"):
        chat.say("yes")
    assert chat.orders() == ()


def test_a_case_and_an_order_are_not_both_made_of_one_message(talk: Talk) -> None:
    both = calls(call("escalate_to_care_team", reason="a person"), call("submit_refill_order"))
    chat = talk(model=ScriptedChatModel(SELECT, OK, CONFIRM, OK, CHOOSE, both, OK))
    chat.say(*TO_THE_QUOTE, "yes")

    assert (chat.state, chat.orders()) == (S.ESCALATE_PHARMACIST, ())


def test_a_yes_after_an_error_cancels_nothing(make_assistant: MakeAssistant, as_built_in: AsBuiltIn) -> None:
    cancel = calls(call("cancel_refill_order"))
    model = ScriptedChatModel(SELECT, OK, CONFIRM, OK, CHOOSE, OK, SUBMIT, OK, cancel, OK, RuntimeError(), cancel, OK)
    as_built_in(model)
    chat = Conversation(make_assistant(), "patient_001")
    chat.say(*TO_THE_QUOTE, "yes", "cancel it", "hm", "ok")

    assert [order.status for order in chat.orders()] == ["SUBMITTED"]


def test_after_a_restart_a_yes_is_asked_for_again_unless_the_quote_was_shown_since(
    make_assistant: MakeAssistant,
) -> None:
    chat = Conversation(make_assistant(), "patient_001")
    chat.say(*TO_THE_QUOTE)
    restarted = make_assistant()
    answer = restarted.run(restarted.manager.handle_message("yes", chat.session_id))

    assert (answer.order, answer.state) == (None, S.CONFIRM_ORDER)
    assert answer.message.endswith(QUESTION)
    assert restarted.run(restarted.manager.handle_message("yes", chat.session_id)).order is not None


def test_a_conversation_that_is_resumed_shows_the_quote_and_takes_the_yes(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(), "patient_001")
    chat.say(*TO_THE_QUOTE)
    again = Conversation(make_assistant(), "patient_001", chat.session_id)

    assert again.last.message.endswith(QUESTION)
    assert again.say("yes").order is not None


def test_a_quote_whose_reply_was_never_recorded_is_shown_on_resuming(
    make_assistant: MakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = Conversation(make_assistant(), "patient_001")
    chat.say(*TO_THE_QUOTE[:2])

    def dies(*_arguments: object) -> None:
        raise ProcessDiedError

    # The process dies after the case was saved and before the turn is recorded or the reply is given.
    with monkeypatch.context() as patch:
        patch.setattr("rxflow.services.sessions.SessionService.record_turn", dies)
        with pytest.raises(ProcessDiedError):
            chat.assistant.run(chat.assistant.manager.handle_message(TO_THE_QUOTE[2], chat.session_id))
    again = Conversation(make_assistant(), "patient_001", chat.session_id)

    assert again.last.message.endswith(QUESTION)
    assert len(again.last.quotes) == 1


def test_a_yes_to_a_cancel_that_was_asked_before_a_restart_cancels_nothing(make_assistant: MakeAssistant) -> None:
    chat = Conversation(make_assistant(), "patient_001")
    chat.say(*TO_THE_QUOTE, "yes")
    assert "Do you want to cancel" in chat.say("cancel my order").message
    restarted = make_assistant()
    restarted.run(restarted.manager.handle_message("yes", chat.session_id))

    assert [order.status for order in chat.orders()] == ["SUBMITTED"]


def test_whom_to_call_is_told_whatever_breaks(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)

    def breaks(*_arguments: object) -> None:
        raise ValueError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr("rxflow.workflow.agent.RefillAgent.remember", breaks)
        assert "911" in chat.say("I have crushing chest pain").message

    assert chat.say("yes").order is None
    assert chat.orders() == ()


def test_an_emergency_right_after_a_turn_that_broke_in_the_middle_is_kept(talk: Talk, as_built_in: AsBuiltIn) -> None:
    together = calls(call("select_prescription", medication="lisinopril"), call("check_patient_allergies"))
    as_built_in(ScriptedChatModel(together, RuntimeError("the model is gone")))
    chat = talk()
    chat.say("refill my lisinopril")

    assert "988" in chat.say("I want to end it all").message
    assert chat.say("yes").order is None
