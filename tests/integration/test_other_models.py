"""Whole conversations with a scripted model: what it says is never what happens."""

import json
import re

import pytest
from langchain_core.messages import AIMessage, ToolMessage

from rxflow.workflow.workflow_types import RefillState
from tests.conftest import Talk
from tests.support.conversation import QUESTION, TO_THE_QUOTE, Conversation, orders_without_own_consent
from tests.support.scripted_model import (
    CONFIRM,
    OK,
    PHARMACY,
    SELECT,
    SUBMIT,
    SUBMIT_AND_LOOK,
    ScriptedChatModel,
    Step,
    call,
    calls,
)

S = RefillState


def at_the_quote(talk: Talk, *then: Step) -> tuple[Conversation, ScriptedChatModel]:
    model = ScriptedChatModel(SELECT, OK, CONFIRM, OK, PHARMACY, *then)
    chat = talk(model=model)
    chat.say(*TO_THE_QUOTE)
    assert chat.state is S.CONFIRM_ORDER
    return chat, model


def test_a_model_that_says_little_still_shows_the_quote_and_names_the_order(talk: Talk) -> None:
    chat, _ = at_the_quote(talk, SUBMIT_AND_LOOK, OK)
    assert QUESTION in chat.last.message
    reply = chat.say("yes")

    assert reply.order is not None
    assert reply.message.startswith("Fine.")
    assert reply.order["order_id"] in reply.message
    assert orders_without_own_consent(chat.assistant) == []


def test_a_model_is_offered_only_what_the_state_allows(talk: Talk) -> None:
    chat, model = at_the_quote(talk, OK)
    chat.say("hm")
    actions = [{name for name in offered if not name.startswith(("check_", "get_"))} for offered in model.offered]

    assert ["submit_refill_order" in offered for offered in actions] == [False, False, False, False, False, True]
    assert ["confirm_dosage" in offered for offered in actions] == [False, False, True, False, False, False]
    assert [bool(offered) for offered in actions] == [True, False, True, False, True, True]


def test_actions_that_the_state_does_not_allow_are_refused(talk: Talk) -> None:
    model = ScriptedChatModel(calls(call("submit_refill_order"), call("confirm_dosage", correct=True)), OK)
    chat = talk(model=model)
    reply = chat.say("yes")

    assert [(use.name, use.success) for use in reply.tools] == [
        ("submit_refill_order", False),
        ("confirm_dosage", False),
    ]
    assert all("is not possible now" in str(message.content) for message in model.seen[-1][-2:])
    assert (reply.state, chat.orders()) == (S.START, ())


def test_a_claim_is_not_an_order(talk: Talk) -> None:
    chat = talk(model=ScriptedChatModel(AIMessage("Your order RF-0000-0000 is placed!"), AIMessage("Order placed.")))
    for words in ("refill my lisinopril", "yes"):
        assert chat.say(words).order is None
        assert chat.last.to_json()["order"] is None
    assert chat.orders() == ()


def test_a_model_cannot_agree_for_the_patient(talk: Talk) -> None:
    chat, _ = at_the_quote(talk, SUBMIT, OK, SUBMIT, OK)
    for words in ("how much is it?", "no"):
        assert chat.say(words).order is None
    assert chat.orders() == ()


def test_a_model_cannot_agree_in_the_turn_of_the_quote(talk: Talk) -> None:
    model = ScriptedChatModel(SELECT, OK, CONFIRM, PHARMACY, SUBMIT, OK)
    chat = talk(model=model)
    chat.say("refill my lisinopril", "yes")

    assert (chat.state, chat.orders()) == (S.CONFIRM_ORDER, ())
    assert QUESTION in chat.last.message


def test_a_yes_orders_only_what_the_last_reply_showed(talk: Talk) -> None:
    aside = AIMessage("I cannot advise. Shall I ask a pharmacist to contact you?")
    chat, _ = at_the_quote(talk, aside, SUBMIT, OK)
    shown = chat.say("can I drink wine with it?").message
    chat.say("yes")

    assert bool(chat.orders()) <= (QUESTION in shown)


def test_one_yes_does_not_answer_two_questions(talk: Talk) -> None:
    fine = (SELECT, OK, CONFIRM, OK, PHARMACY)
    chat, model = at_the_quote(talk, SUBMIT)
    chat.say("yes")
    (first,) = chat.orders()
    model.then(calls(call("select_prescription", medication="omeprazole")), *fine[1:])
    chat.say("refill my omeprazole", "yes", "H-E-B")
    cancel = call("cancel_refill_order", order_id=first.order_id)
    model.then(calls(cancel), AIMessage("Shall I cancel it?"), calls(cancel, call("submit_refill_order")), OK)
    chat.say("cancel the lisinopril", "yes")

    assert {order.status.value for order in chat.orders()} == {"SUBMITTED"} or len(chat.orders()) == 1


def test_a_change_of_pharmacy_needs_a_new_yes(talk: Talk) -> None:
    chat, _ = at_the_quote(talk, calls(call("select_pharmacy", pharmacy="PH005"), call("submit_refill_order")), OK)
    reply = chat.say("yes")

    assert (reply.order, reply.state, chat.orders()) == (None, S.CONFIRM_ORDER, ())
    assert "Costco" in reply.message


@pytest.mark.parametrize("order", [0, 1])
def test_a_submit_and_a_cancel_at_once_leave_one_truth(talk: Talk, order: int) -> None:
    both = [call("submit_refill_order"), call("cancel_refill_order")]
    chat, _ = at_the_quote(talk, calls(*both[order:], *both[:order]), OK)
    reply = chat.say("yes")

    assert len(chat.orders()) == (0 if order else 1)
    assert (reply.order is not None) is bool(chat.orders())


def test_many_submits_at_once_place_one_order(talk: Talk) -> None:
    chat, _ = at_the_quote(talk, calls(*[call("submit_refill_order")] * 5), SUBMIT, OK)
    reply = chat.say("yes")

    assert (len(chat.orders()), reply.state) == (1, S.COMPLETE)
    assert reply.order is not None


def test_an_endless_model_is_ended_by_the_limit(talk: Talk) -> None:
    model = ScriptedChatModel(*[calls(call("check_patient_allergies"))] * 100)
    chat = talk(model=model, max_model_calls=4)
    reply = chat.say("hello")

    assert (reply.model_calls, len(model.seen), len(reply.tools)) == (4, 4, 4)
    assert "could not finish" in reply.message
    model.script.clear()
    assert chat.say("hello").message == "Done."


def test_an_endless_model_does_not_deny_the_order_it_placed(talk: Talk) -> None:
    chat, _ = at_the_quote(talk, SUBMIT_AND_LOOK, *[calls(call("track_refill_order"))] * 20)
    reply = chat.say("yes")

    assert reply.order is not None
    assert "Nothing was ordered" not in reply.message


def test_a_case_after_an_order_does_not_deny_the_order(talk: Talk) -> None:
    chat, _ = at_the_quote(talk, SUBMIT_AND_LOOK, calls(call("escalate_to_care_team", reason="asks for a person")), OK)
    reply = chat.say("yes")

    assert reply.order is not None
    assert "Nothing was ordered" not in reply.message


@pytest.mark.parametrize(
    "answer",
    [AIMessage(""), AIMessage("   "), AIMessage([]), calls(call("")), calls(call("drop_table", all=True))],
    ids=["empty", "blank", "no parts", "nameless tool", "unknown tool"],
)
def test_a_model_that_answers_nothing_useful_is_survived(talk: Talk, answer: AIMessage) -> None:
    chat = talk(model=ScriptedChatModel(answer, AIMessage("Better.")))
    reply = chat.say("hello")

    assert reply.message
    assert reply.state is S.START


@pytest.mark.parametrize(
    "arguments",
    [{}, {"medication": None}, {"medication": 7}, {"medication": "x" * 10_000}, {"words": "lisinopril"}],
    ids=["none", "null", "number", "too long", "wrong name"],
)
def test_arguments_that_do_not_fit_come_back_to_the_model(talk: Talk, arguments: dict[str, object]) -> None:
    model = ScriptedChatModel(calls(call("select_prescription", **arguments)), AIMessage("I see."))
    reply = talk(model=model).say("refill")

    assert isinstance(model.seen[-1][-1], ToolMessage)
    assert [(use.name, use.success) for use in reply.tools] == [("select_prescription", False)]
    assert (reply.message, reply.state) == ("I see.", S.START)


def test_arguments_cannot_name_another_patient_or_a_context(talk: Talk) -> None:
    pushed = {"patient_id": "patient_002", "runtime": {"context": "patient_002"}, "context": "patient_002"}
    model = ScriptedChatModel(calls(call("patient_medication_history", **pushed)), OK)
    talk(model=model).say("what do I take")
    data = json.loads(str(model.seen[-1][-1].content))["data"]

    assert {entry["rx_number"][:6] for entry in data} == {"RX1001"}


def test_the_trace_names_each_tool_with_its_arguments_and_success(talk: Talk) -> None:
    model = ScriptedChatModel(
        calls(call("rxnorm_medication_lookup", name="qwertyuiop"), call("check_patient_allergies"))
    )
    reply = talk(model=model).say("hello")

    assert [(use.name, use.success, use.arguments) for use in reply.tools] == [
        ("rxnorm_medication_lookup", False, {"name": "qwertyuiop"}),
        ("check_patient_allergies", True, {}),
    ]
    assert all(use.milliseconds >= 0 for use in reply.tools)


def test_a_model_is_shown_the_last_turns_only(talk: Talk) -> None:
    model = ScriptedChatModel()
    chat = talk(model=model)
    chat.say(*(f"message number {number}" for number in range(8)))

    assert re.findall(r"message number (\d)", " ".join(str(message.content) for message in model.seen[-1])) == [
        "6",
        "7",
    ]


def test_the_same_prompt_prefix_serves_every_patient(talk: Talk) -> None:
    prefixes = set()
    for patient_id in ("patient_001", "patient_002"):
        model = ScriptedChatModel()
        talk(patient_id, model=model).say("hello")
        prefixes.add(str(model.seen[0][0].content).partition("# Case")[0])

    assert len(prefixes) == 1
