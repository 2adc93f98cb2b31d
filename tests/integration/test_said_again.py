"""A message that is sent again under its id, because the answer did not arrive, does nothing twice."""

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.errors import InvalidMessageError, StoreUnavailableError
from rxflow.services.sessions import SessionService
from rxflow.workflow.leased_checkpoints import LeasedCheckpoints
from rxflow.workflow.workflow_types import ConversationResponse, RefillState
from tests.conftest import MakeAssistant
from tests.support.conversation import TO_THE_QUOTE


class Sender:
    """A patient's device that names its messages, and sends them to whichever process."""

    def __init__(self, assistant: Assistant) -> None:
        self.session_id = assistant.run(assistant.manager.start("patient_001")).session_id
        self.turn = 0

    def send(self, assistant: Assistant, words: str, message_id: str | None) -> ConversationResponse:
        answering = assistant.manager.handle_message(
            words, self.session_id, in_reply_to=self.turn, message_id=message_id
        )
        reply = assistant.run(answering)
        self.turn = reply.turn
        return reply

    def to_the_quote(self, assistant: Assistant) -> ConversationResponse:
        return [self.send(assistant, words, f"m{number}") for number, words in enumerate(TO_THE_QUOTE)][-1]


def cut_the_power(*_: object) -> None:
    raise StoreUnavailableError("the power is cut here")


def order_ids(assistant: Assistant) -> list[str]:
    return [order.order_id for order in assistant.services.orders.for_patient("patient_001")]


def test_a_message_sent_again_is_answered_as_it_was(assistant: Assistant) -> None:
    sender = Sender(assistant)
    quoted = sender.to_the_quote(assistant)
    again = sender.send(assistant, TO_THE_QUOTE[-1], f"m{len(TO_THE_QUOTE) - 1}")
    assert again.to_json() == quoted.to_json()
    assert (again.quotes, again.turn) == (quoted.quotes, quoted.turn)

    placed = sender.send(assistant, "yes", "the-yes")
    assert placed.order is not None
    assert sender.send(assistant, "yes", "the-yes").to_json() == placed.to_json()
    assert order_ids(assistant) == [placed.order["order_id"]]
    assert len(assistant.services.sessions.turns(sender.session_id)) == len(TO_THE_QUOTE) + 1


def test_another_process_answers_it_alike(make_assistant: MakeAssistant) -> None:
    one, other = make_assistant(), make_assistant()
    sender = Sender(one)
    quoted = sender.to_the_quote(one)
    assert sender.send(other, TO_THE_QUOTE[-1], f"m{len(TO_THE_QUOTE) - 1}").to_json() == quoted.to_json()
    placed = sender.send(other, "yes", "the-yes")
    assert placed.state is RefillState.COMPLETE
    assert sender.send(one, "yes", "the-yes").to_json() == placed.to_json()
    assert len(order_ids(one)) == 1


def test_the_same_words_under_another_id_are_another_message(assistant: Assistant) -> None:
    sender = Sender(assistant)
    sender.to_the_quote(assistant)
    placed = sender.send(assistant, "yes", "first")
    second = sender.send(assistant, "yes", "second")
    assert second.turn == placed.turn + 1
    assert len(order_ids(assistant)) == 1


def test_a_turn_that_was_saved_and_not_recorded_is_told_again(
    make_assistant: MakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a power cut between the two: the order stands, and whoever asks again hears of it."""
    before, after = make_assistant(), make_assistant()
    sender = Sender(before)
    sender.to_the_quote(before)

    with monkeypatch.context() as patch:
        patch.setattr(SessionService, "record_turn", cut_the_power)
        placed = sender.send(before, "yes", "the-yes")
    assert placed.order is not None

    told = sender.send(after, "yes", "the-yes")
    assert told.order == placed.order
    assert placed.order["order_id"] in told.message
    assert len(order_ids(after)) == 1
    assert sender.send(after, "yes", "the-yes").to_json() == told.to_json()


def test_a_quote_that_was_saved_and_not_recorded_is_shown_again_before_a_yes_counts(
    make_assistant: MakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = make_assistant(), make_assistant()
    sender = Sender(before)
    for number, words in enumerate(TO_THE_QUOTE[:-1]):
        sender.send(before, words, f"m{number}")

    with monkeypatch.context() as patch:
        patch.setattr(SessionService, "record_turn", cut_the_power)
        quoted = sender.send(before, TO_THE_QUOTE[-1], "the-pharmacy")

    told = sender.send(after, TO_THE_QUOTE[-1], "the-pharmacy")
    assert told.quotes == quoted.quotes
    assert "Shall I place this order?" in told.message
    placed = sender.send(after, "yes", "the-yes")
    assert placed.order is not None
    assert len(order_ids(after)) == 1


def test_an_order_placed_before_the_turn_was_saved_is_not_placed_again(
    make_assistant: MakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = make_assistant(), make_assistant()
    sender = Sender(before)
    sender.to_the_quote(before)

    async def cut(*_: object) -> None:
        cut_the_power()

    with monkeypatch.context() as patch:
        patch.setattr(LeasedCheckpoints, "aput", cut)
        first = sender.send(before, "yes", "the-yes")
    assert len(order_ids(before)) == 1
    assert first.order is not None

    told = sender.send(after, "yes", "the-yes")
    assert told.order is not None
    assert told.order["order_id"] == first.order["order_id"]
    assert len(order_ids(after)) == 1


@pytest.mark.parametrize("message_id", ["", " ", "a" * 65, "no spaces", "ü", 7])
def test_what_cannot_name_a_message_is_refused(assistant: Assistant, message_id: object) -> None:
    sender = Sender(assistant)
    with pytest.raises(InvalidMessageError, match="64 letters"):
        sender.send(assistant, "hello", message_id)  # type: ignore[arg-type]
