"""Several refills in one conversation: one basket, one question, and each order on its own."""

from collections.abc import Callable
from typing import Any

import pytest
from langchain_core.messages import AIMessage

from rxflow.dialogue.cancelling import agrees_to_cancel
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.finding import FindingCode
from rxflow.domain.order import OrderStatus
from rxflow.services.orders import OrderService
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant, Talk
from tests.support.clock import FrozenClock
from tests.support.conversation import Conversation
from tests.support.independent_checker import shows_quote
from tests.support.scripted_model import ScriptedChatModel, call, calls

S = RefillState
OK = AIMessage("Fine.")
LISINOPRIL, OMEPRAZOLE, MELOXICAM = "RX100101", "RX100103", "RX100105"


class ProcessDiedError(BaseException):
    """What nothing in the process can catch."""


def ordered(chat: Conversation) -> dict[str, str]:
    """Where each prescription is ordered; cancelled orders do not count."""
    active = (order for order in chat.orders() if order.status is not OrderStatus.CANCELLED)
    return {order.rx_number: order.pharmacy_id for order in active}


def at_two_quotes(talk: Talk, **facts: Any) -> Conversation:
    chat = talk(**facts)
    chat.say("refill lisinopril and omeprazole", "yes", "H-E-B")
    assert (chat.state, len(chat.last.quotes)) == (S.CONFIRM_ORDER, 2)
    return chat


def test_one_yes_orders_all_that_was_shown_and_one_button_too(talk: Talk) -> None:
    by_words, by_button = at_two_quotes(talk), at_two_quotes(talk, patient_id="patient_001")
    for quote in by_words.last.quotes:
        row = {name: getattr(quote, name) for name in ("medication", "amount", "pharmacy_name", "patient_pays")}
        assert shows_quote(by_words.last.message, row)
    reply = by_words.say("yes")
    told = reply.order or {}

    assert (reply.state, ordered(by_words)) == (S.COMPLETE, {LISINOPRIL: "PH003", OMEPRAZOLE: "PH003"})
    assert {told["rx_number"], *(order["rx_number"] for order in told["also"])} == {LISINOPRIL, OMEPRAZOLE}
    assert all(order.order_id in reply.message for order in by_words.orders())
    assert by_button.say("", button=[quote.quote_id for quote in by_button.last.quotes]).order is None


def test_a_button_of_a_part_or_of_an_earlier_basket_orders_nothing(talk: Talk) -> None:
    chat = at_two_quotes(talk)
    first, second = (quote.quote_id for quote in chat.last.quotes)
    chat.say("put the omeprazole at Costco")

    for button in ([first, second], [chat.last.quotes[0].quote_id], []):
        assert chat.say("Yes, place the order", button=button).order is None
    assert chat.orders() == ()
    chat.say("Yes, place the order", button=[quote.quote_id for quote in chat.last.quotes])
    assert ordered(chat) == {LISINOPRIL: "PH003", OMEPRAZOLE: "PH005"}


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (("lisinopril at CVS and omeprazole at Costco", "yes", "yes"), {LISINOPRIL: "PH001", OMEPRAZOLE: "PH005"}),
        (("lisinopril and omeprazole", "yes", "lisinopril at Walmart and the rest at Costco", "yes"),
         {LISINOPRIL: "PH004", OMEPRAZOLE: "PH005"}),
        (("lisinopril at CVS and omeprazole at Costco", "yes", "all at Costco", "yes"),
         {LISINOPRIL: "PH005", OMEPRAZOLE: "PH005"}),
        (("lisinopril and omeprazole", "yes", "omeprazole at Costco", "CVS", "yes"),
         {LISINOPRIL: "PH001", OMEPRAZOLE: "PH005"}),
        (("refill lisinopril", "also my omeprazole", "yes", "H-E-B", "yes"),
         {LISINOPRIL: "PH003", OMEPRAZOLE: "PH003"}),
        (("refill lisinopril", "yes", "add omeprazole", "yes", "H-E-B", "yes"),
         {LISINOPRIL: "PH003", OMEPRAZOLE: "PH003"}),
        (("refill lisinopril", "yes", "H-E-B", "add omeprazole", "yes", "yes"),
         {LISINOPRIL: "PH003", OMEPRAZOLE: "PH003"}),
        (("lisinopril and omeprazole", "not the omeprazole", "yes", "H-E-B", "yes"), {LISINOPRIL: "PH003"}),
        (("lisinopril and omeprazole", "yes", "take out the omeprazole", "H-E-B", "yes"), {LISINOPRIL: "PH003"}),
        (("lisinopril and omeprazole", "yes", "H-E-B", "without the omeprazole", "yes"), {LISINOPRIL: "PH003"}),
        (("lisinopril and omeprazole", "just the lisinopril", "yes", "H-E-B", "yes"), {LISINOPRIL: "PH003"}),
        (("everything that's due", "yes", "H-E-B", "yes"),
         {LISINOPRIL: "PH003", OMEPRAZOLE: "PH003", MELOXICAM: "PH003"}),
        (("metformin and omeprazole", "yes", "H-E-B", "yes"), {OMEPRAZOLE: "PH003"}),
        (("refill lisinopril", "Costco", "yes", "yes"), {LISINOPRIL: "PH005"}),
        (("lisinopril at CVS", "yes, at Costco", "yes"), {LISINOPRIL: "PH005"}),
        (("lisinopril and omeprazole", "send them to Costco", "yes", "yes"),
         {LISINOPRIL: "PH005", OMEPRAZOLE: "PH005"}),
        (("Lipitor and omeprazole", "yes", "H-E-B", "yes"), {OMEPRAZOLE: "PH003"}),
        (("lisinopril and omeprazole", "yes", "H-E-B", "stop", "yes"), {}),
        (("lisinopril and omeprazole", "no", "yes"), {}),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_what_is_ordered(talk: Talk, messages: tuple[str, ...], expected: dict[str, str]) -> None:
    chat = talk()
    chat.say(*messages)

    assert ordered(chat) == expected


def test_what_is_blocked_is_explained_and_the_rest_goes_on(talk: Talk) -> None:
    chat = talk()
    reply = chat.say("metformin, methocarbamol and omeprazole")

    assert (reply.state, {note.code for note in reply.findings}) == (S.CONFIRM_DOSAGE, {"NO_REFILLS", "TOO_SOON"})
    assert "no refills left" in reply.message
    assert "March 19" in reply.message
    assert [case.rx_number for case in chat.assistant.services.cases.for_patient("patient_001")] == ["RX100102"]


def test_a_choice_is_settled_before_the_basket_is_shown(talk: Talk) -> None:
    chat = talk(patient_id="patient_006")
    assert chat.say("buspirone extended and hydroxyzine").state is S.CLARIFY_MEDICATION
    while chat.state is S.CLARIFY_MEDICATION:
        chat.say("the second one" if "hydr" in chat.last.message.lower() else "no")

    assert chat.state in {S.CONFIRM_DOSAGE, S.START}


def test_a_choice_that_is_turned_down_leaves_the_rest(talk: Talk) -> None:
    chat = talk(patient_id="patient_006")
    chat.say("refill sertraline and hydroxyzine")
    assert chat.state is S.CLARIFY_MEDICATION
    in_hand = [line for line in chat.last.message.splitlines() if line.startswith("- ")]
    assert len(in_hand) == 2
    chat.say("neither")

    assert chat.state in {S.CONFIRM_DOSAGE, S.START, S.ESCALATE_PHARMACIST}
    assert "hydroxyzine" not in chat.say("yes").message.lower()


def test_everything_that_is_due_says_of_the_rest_why_not_and_opens_no_case(talk: Talk) -> None:
    chat = talk()
    reply = chat.say("refill everything that is due")

    assert "no refills left" in reply.message
    assert "expired" in reply.message
    assert chat.assistant.services.cases.for_patient("patient_001") == ()
    chat.say("yes", "H-E-B", "yes")
    nothing = chat.say("everything that's due")
    assert (nothing.state, "None of your medicines" in nothing.message) == (S.IDENTIFY_MEDICATION, True)


def test_whatever_is_left_out_of_everything_each_reason_is_told(talk: Talk) -> None:
    reply = talk().say("refill everything due except the omeprazole").message

    assert "These cannot be refilled today" in reply
    assert [reply.count(reason) for reason in ("no refills left", "too soon", "expired")] == [1, 1, 1]
    assert "omeprazole" not in reply


def test_one_trip_is_offered_where_it_could_serve_more(talk: Talk) -> None:
    chat = talk()
    assert "add omeprazole" in chat.say("refill lisinopril", "yes", "H-E-B").message
    apart = chat.say("lisinopril and omeprazole", "yes", "lisinopril at CVS and omeprazole at Costco").message
    together = chat.say("all at CVS").message

    assert "one trip" in apart
    assert "one trip" not in together
    assert len({quote.pharmacy_id for quote in chat.last.quotes}) == 1


def test_a_controlled_medicine_is_never_suggested(talk: Talk) -> None:
    hint = talk(patient_id="patient_002").say("atorvastatin", "yes", "H-E-B").message

    assert "apixaban" in hint
    assert "zolpidem" not in hint


def test_a_shelf_that_lacks_one_offers_those_that_have_everything(talk: Talk) -> None:
    chat = talk(patient_id="patient_012")
    chat.say("Lantus and amlodipine", "yes")
    reply = chat.say("CVS")

    assert (reply.state, [note.code for note in reply.findings]) == (S.SELECT_PHARMACY, [FindingCode.OUT_OF_STOCK])
    assert "Lantus" in reply.message
    assert "CVS" not in reply.message.split("\n", 1)[1]
    chat.say("Walmart", "yes")
    assert set(ordered(chat).values()) == {"PH004"}
    assert len(ordered(chat)) == 2


def test_what_a_rule_forbids_by_the_yes_is_left_out_and_the_rest_stands(talk: Talk, clock: FrozenClock) -> None:
    chat, other = at_two_quotes(talk), talk()
    other.say("omeprazole", "yes", "CVS", "yes")
    reply = chat.say("yes")

    assert ordered(chat) == {OMEPRAZOLE: "PH001", LISINOPRIL: "PH003"}
    assert reply.order is not None
    assert reply.order["rx_number"] == LISINOPRIL
    assert "too soon" in reply.message.lower() or "already" in reply.message.lower()
    assert reply.quotes == ()


def test_an_old_basket_is_quoted_again_as_a_whole(talk: Talk, clock: FrozenClock) -> None:
    chat = at_two_quotes(talk, session_timeout_minutes=60)
    before = {quote.quote_id for quote in chat.last.quotes}
    clock.wait(minutes=31)
    reply = chat.say("yes")

    assert (reply.order, reply.state, chat.orders()) == (None, S.CONFIRM_ORDER, ())
    assert not before & {quote.quote_id for quote in reply.quotes}
    chat.say("yes")
    assert len(ordered(chat)) == 2


def failing_after(successes: int, error: BaseException) -> Callable[..., Any]:
    submit, done = OrderService.submit, []

    def fails(self: OrderService, *arguments: Any) -> Any:
        if len(done) >= successes:
            raise error
        done.append(submit(self, *arguments))
        return done[-1]

    return fails


def test_a_store_that_fails_between_two_orders_loses_neither(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = at_two_quotes(talk)
    with monkeypatch.context() as patch:
        patch.setattr(OrderService, "submit", failing_after(1, StoreUnavailableError("The disk is full.")))
        reply = chat.say("yes")
    assert reply.order is not None
    assert ordered(chat) == {LISINOPRIL: "PH003"}

    again = chat.say("hm")
    assert [quote.rx_number for quote in again.quotes] == [OMEPRAZOLE]
    chat.say("yes")
    assert ordered(chat) == {LISINOPRIL: "PH003", OMEPRAZOLE: "PH003"}
    assert len(chat.orders()) == 2


def test_a_process_that_dies_between_two_orders_asks_again_for_the_other_only(
    make_assistant: MakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = Conversation(make_assistant(), "patient_001")
    chat.say("refill lisinopril and omeprazole", "yes", "H-E-B")
    with monkeypatch.context() as patch:
        patch.setattr(OrderService, "submit", failing_after(1, ProcessDiedError()))
        with pytest.raises(ProcessDiedError):
            chat.assistant.run(chat.assistant.manager.handle_message("yes", chat.session_id))
    after = Conversation(make_assistant(), "patient_001", chat.session_id)

    assert (after.state, [quote.rx_number for quote in after.last.quotes]) == (S.CONFIRM_ORDER, [OMEPRAZOLE])
    assert ordered(after) == {LISINOPRIL: "PH003"}
    after.say("yes")
    assert len(after.orders()) == 2


def test_a_report_takes_out_what_it_forbids_and_the_rest_is_asked_about_again(talk: Talk) -> None:
    chat = at_two_quotes(talk)
    reply = chat.say("yes, and I am pregnant")

    assert (reply.quotes, chat.orders()) == ((), ())
    assert chat.state is S.CONFIRM_DOSAGE
    chat.say("yes", "H-E-B", "yes")
    assert LISINOPRIL not in ordered(chat)


def test_what_is_ordered_already_is_said_to_be(talk: Talk) -> None:
    chat = talk()
    chat.say("refill lisinopril", "yes", "H-E-B", "yes")
    reply = chat.say("refill my lisinopril please")

    assert (reply.state, len(chat.orders())) == (S.COMPLETE, 1)
    assert chat.orders()[0].order_id in reply.message


def test_one_of_two_orders_is_cancelled_by_its_name(talk: Talk) -> None:
    chat = at_two_quotes(talk)
    chat.say("yes", "cancel the omeprazole", "yes, cancel the omeprazole")

    assert ordered(chat) == {LISINOPRIL: "PH003"}


@pytest.mark.parametrize(
    ("words", "names_it", "agrees"),
    [
        ("yes", False, True),
        ("yes, cancel it", False, True),
        ("cancel it", False, True),
        ("yes please cancel the omeprazole", True, True),
        ("sí, cancele el pedido", False, True),
        ("please cancel my order", False, True),
        ("yes, cancel the lisinopril", False, False),
        ("don't cancel it", False, False),
        ("no, do not cancel", False, False),
        ("cancel it?", False, False),
        ("should I cancel it", False, False),
        ("maybe cancel it", False, False),
        ("yes, cancel it if it is not ready", False, False),
        ("yes, cancel the omeprazole tomorrow unless it is ready", True, False),
        ("cancel everything", False, False),
        ("keep it", False, False),
        ("", False, False),
    ],
)
def test_agreeing_to_cancel(words: str, names_it: bool, agrees: bool) -> None:
    assert agrees_to_cancel(words, names_it) is agrees


def test_a_model_that_submits_a_part_places_the_whole_basket_or_nothing(talk: Talk) -> None:
    script = ScriptedChatModel(
        calls(call("select_prescription", medication="lisinopril and omeprazole")), OK,
        calls(call("confirm_dosage", correct=True)), calls(call("select_pharmacy", pharmacy="H-E-B")),
        calls(call("submit_refill_order"), call("submit_refill_order")), OK,
    )  # fmt: skip
    chat = talk(model=script)
    chat.say("lisinopril and omeprazole", "yes")
    assert len(chat.last.quotes) == 2
    chat.say("yes")

    assert len(chat.orders()) == 2
