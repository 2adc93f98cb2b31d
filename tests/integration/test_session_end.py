"""A conversation left alone, or kept past a guardian's permission, is over: nothing of it is shown, nothing is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from rxflow.domain.acting import ActingAs
from rxflow.domain.errors import OrderRefusedError, SessionNotFoundError, SessionOverError, StoreUnavailableError
from rxflow.domain.finding import FindingCode
from rxflow.domain.order import Consent, OrderStatus
from rxflow.domain.patient import Guardian, GuardianScope
from rxflow.persistence.tables import SESSIONS
from rxflow.prompts.catalog import message_catalog
from rxflow.services.cases import CaseService
from rxflow.services.mock_data import MockData
from rxflow.services.sessions import SessionService
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant, Talk
from tests.support.clock import AUSTIN, FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation

CHILD = "patient_009"
TO_THE_CHILDS_QUOTE = ("refill montelukast", "yes", "H-E-B")
EVE_OF_EIGHTEEN = datetime(2026, 3, 4, 23, 55, tzinfo=AUSTIN)


def timed_out(language: str = "en") -> str:
    return message_catalog(language)["session_timed_out"]


def guarded(demo: MockData, **changes: object) -> MockData:
    """The demo data with another birth date or guardian of the child."""
    patients = [replace(each, **changes) if each.patient_id == CHILD else each for each in demo.patients]
    return replace(demo, patients=tuple(patients))


def viewed(demo: MockData) -> MockData:
    return guarded(demo, guardian=Guardian("Sarah Davis", "mother", GuardianScope.VIEW))


def test_a_message_after_thirty_idle_minutes_is_told_that_it_timed_out(talk: Talk, clock: FrozenClock) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    clock.wait(minutes=30)

    for _ in range(2):
        late = chat.say("yes, place the order")
        assert (late.message, late.quotes, late.suggestions) == (timed_out(), (), ())
    assert chat.orders() == ()


def test_each_turn_begins_the_time_anew_and_orders_stand_after_it(talk: Talk, clock: FrozenClock) -> None:
    chat = talk()
    for words in (*TO_THE_QUOTE, "yes"):
        clock.wait(minutes=29)
        chat.say(words)
    assert chat.state is RefillState.COMPLETE

    clock.wait(minutes=30)
    assert chat.say("cancel my order").message == timed_out()
    assert [order.status for order in chat.orders()] == [OrderStatus.SUBMITTED]


def test_it_is_told_in_the_language_of_the_patient(talk: Talk, clock: FrozenClock) -> None:
    chat = talk("patient_005")
    clock.wait(minutes=31)

    assert chat.say("amlodipino").message == timed_out("es")


def test_nothing_of_a_timed_out_conversation_is_shown(talk: Talk, clock: FrozenClock) -> None:
    chat = talk()
    chat.say("refill my lisinopril")
    clock.wait(minutes=30)

    with pytest.raises(SessionOverError):
        chat.resumed()
    with pytest.raises(SessionOverError):
        chat.assistant.manager.transcript(chat.session_id)


@pytest.mark.parametrize("patient_id", ["patient_001", CHILD])
def test_an_emergency_is_answered_after_the_time_out(talk: Talk, clock: FrozenClock, patient_id: str) -> None:
    chat = talk(patient_id)
    clock.wait(hours=2)
    told = chat.say("I can't breathe").message

    (case,) = chat.assistant.services.cases.for_patient(patient_id)
    assert "911" in told
    assert case.case_id in told
    assert told.endswith(timed_out())
    assert (case.urgent, case.findings) == (True, (FindingCode.EMERGENCY,))


def test_whom_to_call_is_told_even_if_nothing_can_be_stored(
    talk: Talk, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreUnavailableError("The database could not be written.")

    chat = talk()
    clock.wait(hours=2)
    monkeypatch.setattr(CaseService, "open", fail)
    monkeypatch.setattr(SessionService, "end", fail)
    told = chat.say("I can't breathe").message

    assert "911" in told
    assert "CS-" not in told
    assert told.endswith(timed_out())


def test_a_conversation_that_was_ended_is_still_an_error(talk: Talk, clock: FrozenClock) -> None:
    chat = talk()
    chat.assistant.services.sessions.end(chat.session_id)
    clock.wait(hours=2)

    with pytest.raises(SessionNotFoundError, match="has ended"):
        chat.say("hello")


def test_the_time_can_be_set(talk: Talk, clock: FrozenClock) -> None:
    chat = talk(session_timeout_minutes=2)
    clock.wait(minutes=2)

    assert chat.say("hello").message == timed_out()


def test_when_a_patient_was_heard_of_is_kept_in_the_write_of_the_turn(talk: Talk) -> None:
    chat = talk()
    writes: list[str] = []
    event.listen(
        chat.assistant._store.engine, "before_cursor_execute", lambda *call: writes.append(call[2].split("(")[0])
    )
    chat.say("hello")
    begun = [at for at, statement in enumerate(writes) if statement.startswith("BEGIN IMMEDIATE")]
    seen = next(at for at, statement in enumerate(writes) if statement.startswith(f"UPDATE {SESSIONS.name}"))
    kept = next(at for at, statement in enumerate(writes) if statement.startswith("INSERT INTO turns"))

    assert not any(min(seen, kept) < each < max(seen, kept) for each in begun)


def test_a_child_who_comes_of_age_in_the_conversation_ends_it_for_the_guardian(
    make_assistant: MakeAssistant, demo: MockData, clock: FrozenClock
) -> None:
    clock.at = EVE_OF_EIGHTEEN.astimezone(UTC)
    seventeen = guarded(demo, date_of_birth=date(2008, 3, 5))
    chat = Conversation(make_assistant(data=seventeen), CHILD)
    assert "Sarah Davis" in chat.last.message
    chat.say(*TO_THE_CHILDS_QUOTE)
    (quote,) = chat.last.quotes
    clock.wait(minutes=10)

    consent = Consent(quote.quote_id, chat.session_id, clock(), "words")
    with pytest.raises(OrderRefusedError) as refused:
        chat.assistant.services.orders.submit(quote, consent)
    assert refused.value.code == "NOT_PERMITTED"
    assert chat.say("yes, place the order").message.startswith("You can no longer act for Emily here")
    assert chat.orders() == ()
    with pytest.raises(SessionOverError):
        chat.resumed()

    own = Conversation(chat.assistant, CHILD)
    assert "Sarah" not in own.last.message
    assert own.say(*TO_THE_CHILDS_QUOTE, "yes").state is RefillState.COMPLETE


def test_the_last_day_of_a_guardian_ends_the_conversation_and_an_emergency_is_still_answered(
    make_assistant: MakeAssistant, demo: MockData, clock: FrozenClock
) -> None:
    clock.at = EVE_OF_EIGHTEEN.astimezone(UTC)
    until = Guardian("Sarah Davis", "mother", valid_until=EVE_OF_EIGHTEEN.date())
    chat = Conversation(make_assistant(data=guarded(demo, guardian=until)), CHILD)
    chat.say("refill montelukast")
    clock.wait(minutes=10)

    told = chat.say("she is not breathing").message
    assert "911" in told
    assert "no longer act for Emily" in told
    assert [case.urgent for case in chat.assistant.services.cases.for_patient(CHILD)] == [True]


@pytest.mark.parametrize("words", ["refill montelukast", "talk to a pharmacist", "refill everything that is due"])
def test_a_guardian_who_may_only_view_is_told_whom_to_call(
    make_assistant: MakeAssistant, demo: MockData, words: str
) -> None:
    chat = Conversation(make_assistant(data=viewed(demo)), CHILD)
    told = chat.say(words).message

    assert message_catalog("en")["not_permitted"] in told
    assert "512-555-" in told
    assert chat.assistant.services.cases.for_patient(CHILD) == ()
    assert chat.last.quotes == ()


def test_a_guardian_who_may_only_view_sees_and_changes_nothing(
    make_assistant: MakeAssistant, demo: MockData, clock: FrozenClock
) -> None:
    full = Conversation(make_assistant(), CHILD)
    full.say(*TO_THE_CHILDS_QUOTE, "yes")
    (order,) = full.orders()
    chat = Conversation(make_assistant(data=viewed(demo)), CHILD)

    assert "montelukast" in chat.say("what prescriptions do I have?").message
    assert message_catalog("en")["not_permitted"] in chat.say("cancel the order").message
    assert full.orders() == (order,)
    orders = chat.assistant.services.orders
    with pytest.raises(OrderRefusedError) as refused:
        orders.cancel(CHILD, order.order_id, ActingAs.GUARDIAN)
    assert refused.value.code == "NOT_PERMITTED"
    with pytest.raises(OrderRefusedError) as refused:
        orders.quote(chat.session_id, CHILD, "RX100901", "PH003")
    assert refused.value.code == "NOT_PERMITTED"


def test_an_emergency_and_a_report_of_a_guardian_who_may_only_view_are_kept(
    make_assistant: MakeAssistant, demo: MockData
) -> None:
    chat = Conversation(make_assistant(data=viewed(demo)), CHILD)
    chat.say("she got hives from the montelukast")
    chat.say("she can't breathe")

    assert len(chat.assistant.services.cases.for_patient(CHILD)) == 2


def test_a_clock_that_was_set_back_times_nothing_out(talk: Talk, clock: FrozenClock) -> None:
    chat = talk()
    clock.wait(hours=-3)

    assert chat.say("hello").message != timed_out()
    clock.at += timedelta(hours=3)
    assert chat.say("hello").message == timed_out()
