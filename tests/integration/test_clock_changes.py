"""The machine's clock is set back or forward by hours in the middle of a conversation."""

from itertools import pairwise
from pathlib import Path

import pytest

from rxflow.domain.order import OrderStatus
from tests.conftest import DATA_DIR, MakeAssistant, Talk
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation
from tests.support.independent_checker import find_violations

SCRIPT = (*TO_THE_QUOTE, "yes", "cancel my order", "yes")
THE_YES = SCRIPT.index("yes", len(TO_THE_QUOTE))
A_DAY_IN_MINUTES = 24 * 60
CHANGES = [-30, -3, 3, 20]


@pytest.mark.parametrize("hours", [-3, 3])
@pytest.mark.parametrize("step", [step for step in range(len(SCRIPT)) if step != THE_YES])
def test_a_clock_that_is_set_at_any_step_but_the_yes_changes_nothing(
    hours: int, step: int, talk: Talk, clock: FrozenClock
) -> None:
    chat = talk(session_timeout_minutes=A_DAY_IN_MINUTES)
    for number, words in enumerate(SCRIPT):
        clock.wait(seconds=5, hours=hours if number == step else 0)
        chat.say(words)
    (order,) = chat.orders()
    turns = chat.assistant.manager.transcript(chat.session_id)

    assert order.status == "CANCELLED"
    assert [(turn.number, turn.patient_text) for turn in turns] == list(enumerate(SCRIPT, start=1))
    assert_sound(chat)


@pytest.mark.parametrize("hours", CHANGES)
def test_a_yes_after_the_clock_was_set_is_asked_for_again(hours: int, talk: Talk, clock: FrozenClock) -> None:
    chat = talk(session_timeout_minutes=A_DAY_IN_MINUTES)
    for words in TO_THE_QUOTE:
        clock.wait(seconds=5)
        chat.say(words)
    clock.wait(seconds=5, hours=hours)
    again = chat.say("yes")

    assert (again.order, chat.orders()) == (None, ())
    assert again.message.endswith(QUESTION) or "closed" in again.message
    if again.message.endswith(QUESTION):
        clock.wait(seconds=5)
        assert chat.say("yes").order is not None
    assert_sound(chat)


@pytest.mark.parametrize("hours", CHANGES)
def test_after_the_clock_was_set_another_process_goes_on_where_this_one_was(
    hours: int, make_assistant: MakeAssistant, clock: FrozenClock
) -> None:
    chat = Conversation(make_assistant(session_timeout_minutes=A_DAY_IN_MINUTES), "patient_001")
    for words in TO_THE_QUOTE[:2]:
        clock.wait(seconds=5)
        chat.say(words)
    clock.wait(seconds=5, hours=hours)
    after = Conversation(make_assistant(session_timeout_minutes=A_DAY_IN_MINUTES), "patient_001", chat.session_id)

    assert after.last.turn == 2
    assert after.say(TO_THE_QUOTE[2]).turn == 3
    clock.wait(seconds=5)
    assert after.say("yes").order is not None
    assert_sound(after)


def test_the_clock_that_was_set_back_keeps_the_order_of_the_trail_and_of_a_history(
    talk: Talk, clock: FrozenClock
) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE, "yes")
    (order,) = chat.orders()
    clock.wait(hours=-3)
    orders, audit = chat.assistant.services.orders, chat.assistant.services.audit
    orders.advance(order.order_id, OrderStatus.VERIFYING, "pharmacy")
    orders.cancel("patient_001", order.order_id)
    clock.wait(hours=5)
    chat.assistant.services.sessions.start("patient_001")

    at = [event.at for event in orders.events(order.order_id)]
    assert at == [order.created_at] * 3
    entries = audit.for_patient("patient_001")
    assert [entry.sequence for entry in entries] == sorted(entry.sequence for entry in entries)
    assert entries[-1].at == clock()
    assert audit.verify().broken is None


def test_the_clock_that_was_set_forward_and_back_ends_a_conversation_only_while_it_is_late(
    talk: Talk, clock: FrozenClock
) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE[:2])
    clock.wait(hours=3)
    # Nobody spoke meanwhile: the clock is mended before the next message.
    clock.wait(hours=-3)

    assert QUESTION in chat.say(TO_THE_QUOTE[2]).message


def assert_sound(chat: Conversation) -> None:
    """What the independent checker and the audit chain say, and that the turns follow each other."""
    path = Path(chat.assistant.settings.database_url.removeprefix("sqlite:///"))
    turns = chat.assistant.manager.transcript(chat.session_id)

    assert find_violations(path, DATA_DIR, WEDNESDAY_MORNING.date()) == []
    assert chat.assistant.services.audit.verify().broken is None
    assert all(two.detail["turn"] == one.detail["turn"] + 1 for one, two in pairwise(turns))
