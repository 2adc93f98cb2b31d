"""What the audit trail tells of conversations: each act with the act or not at all, and nothing that was said."""

import json
import re
from collections import Counter
from typing import Any

import pytest
from langchain_core.messages import AIMessage
from sqlalchemy import select

from rxflow.assistant import Assistant
from rxflow.domain.audit import AuditEntry
from rxflow.domain.case import CaseStep
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.order import OrderStatus
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.session_repository import SessionRepository
from rxflow.services.mock_data import MockData
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import AsBuiltIn, Talk
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.scripted_model import ScriptedChatModel, call, calls

WORDS_OF_THE_TRAIL = {"generic", "brand", "oral", "tablet", "major", "rash"}


def entries(chat: Conversation) -> tuple[AuditEntry, ...]:
    return chat.assistant.services.audit.for_patient(chat.patient_id)


def acts(chat: Conversation) -> list[str]:
    return [entry.action for entry in entries(chat)]


def details(chat: Conversation, action: str) -> list[dict[str, Any]]:
    return [dict(entry.detail) for entry in entries(chat) if entry.action == action]


def rows(assistant: Assistant) -> str:
    """Every row of the trail as text."""
    with assistant._store.read() as tx:
        return "\n".join(" ".join(map(str, row)) for row in tx.execute(select(AUDIT_EVENTS)))


def is_whole(chat: Conversation) -> bool:
    return chat.assistant.services.audit.verify().broken is None


def fails(*_args: object, **_options: object) -> Any:
    raise StoreUnavailableError("The database could not be written. Nothing was changed.")


# --- what is told


def test_a_refill_is_told_from_the_first_access_to_the_pharmacys_last_step(talk: Talk) -> None:
    chat = talk("patient_001")
    chat.say(*TO_THE_QUOTE, "yes")
    (order,) = chat.orders()
    for status in (OrderStatus.VERIFYING, OrderStatus.FILLING):
        chat.assistant.services.orders.advance(order.order_id, status, "Dana R., PharmD")
    told = entries(chat)
    counted = Counter(entry.action for entry in told)

    assert counted["record.read"] == counted["turn.answered"] == counted["tool.called"] == 4
    assert counted["model.called"] == 8
    for once in ("session.started", "prescription.assessed", "quote.made", "consent.given", "order.submitted"):
        assert counted[once] == 1
    submitted = next(entry for entry in told if entry.action == "order.submitted")
    assert (submitted.actor, submitted.object) == ("patient", order.order_id)
    assert [entry.detail["status"] for entry in told if entry.action == "order.advanced"] == ["VERIFYING", "FILLING"]
    assert told[-1].actor == "Dana_R.__PharmD"
    assert [detail["state_to"] for detail in details(chat, "turn.answered")] == [
        "CONFIRM_DOSAGE",
        "SELECT_PHARMACY",
        "CONFIRM_ORDER",
        "COMPLETE",
    ]
    assert details(chat, "model.called")[0].keys() == {"provider", "model", "success", "milliseconds"}
    assert details(chat, "model.called")[0]["provider"] == "builtin"
    assert is_whole(chat)


def test_a_cancellation_is_told(talk: Talk) -> None:
    chat = talk("patient_001")
    chat.say(*TO_THE_QUOTE, "yes", "cancel my order", "yes")

    assert details(chat, "order.cancelled") == [{"status": "CANCELLED"}]


def test_a_quote_that_is_dropped_is_told_as_withdrawn_once(talk: Talk) -> None:
    chat = talk("patient_001")
    chat.say(*TO_THE_QUOTE, "never mind", "hello")

    assert [detail["reason"] for detail in details(chat, "quote.withdrawn")] == ["dropped"]


def test_an_emergency_and_a_report_are_told_by_rule_and_kind(talk: Talk) -> None:
    chat = talk("patient_002")
    chat.say("I am pregnant", "I have chest pain")

    assert [detail["kind"] for detail in details(chat, "report.kept")] == ["pregnancy"]
    assert details(chat, "emergency.stopped") == [{"rule": "chest-pain-or-stroke"}]
    assert [detail["findings"] for detail in details(chat, "case.opened")] == [["PREGNANCY"], ["EMERGENCY"]]


def test_a_step_with_a_case_is_told_without_its_note(talk: Talk) -> None:
    chat = talk("patient_001")
    chat.say("let me talk to a pharmacist")
    cases = chat.assistant.services.cases
    (case,) = cases.for_patient("patient_001")
    cases.make_urgent(case)
    cases.advance(case.case_id, CaseStep.IN_REVIEW, "pharmacist", "called John about lisinopril")

    assert acts(chat)[-2:] == ["case.made-urgent", "case.advanced"]
    assert (entries(chat)[-1].object, details(chat, "case.advanced")) == (case.case_id, [{"step": "in_review"}])
    assert "John" not in rows(chat.assistant)


def test_the_end_of_a_conversation_is_told_once(talk: Talk) -> None:
    chat = talk("patient_001")
    for _ in range(2):
        chat.assistant.services.sessions.end(chat.session_id)

    assert acts(chat) == ["session.started", "session.ended"]


def test_a_conversation_that_is_read_again_and_a_message_that_is_not_read_are_accesses(talk: Talk) -> None:
    chat = talk("patient_001")
    chat.resumed()
    chat.say("")

    assert acts(chat) == ["session.started", "record.read", "record.read", "turn.answered"]


def test_an_order_that_is_refused_is_told_with_the_reason(talk: Talk) -> None:
    chat = talk("patient_001")
    chat.say(*TO_THE_QUOTE)
    other = Conversation(chat.assistant, "patient_001")
    other.say("refill my lisinopril", "yes", "CVS Pharmacy Congress", "yes")
    chat.say("yes")
    refused = [entry for entry in entries(chat) if entry.action == "order.refused"]
    known = chat.assistant.services.audit.prescription_objects(["RX100101"])

    assert [dict(entry.detail) for entry in refused] == [{"code": "ALREADY_ORDERED"}, {"code": "TOO_SOON"}]
    assert known[refused[0].object or ""] == "RX100101"
    assert len(chat.orders()) == 1


# --- with its act or not at all


def test_an_order_that_cannot_be_audited_is_not_placed(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk("patient_001")
    chat.say(*TO_THE_QUOTE)
    before = acts(chat)
    with monkeypatch.context() as patch:
        patch.setattr(AuditRepository, "append", fails)
        reply = chat.say("yes")

    assert (reply.order, chat.orders()) == (None, ())
    assert acts(chat) == before


def test_an_order_that_cannot_be_kept_is_not_audited(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk("patient_001")
    chat.say(*TO_THE_QUOTE)
    with monkeypatch.context() as patch:
        patch.setattr(OrderRepository, "add_order", fails)
        chat.say("yes")

    assert not {"consent.given", "order.submitted"} & set(acts(chat))
    assert details(chat, "turn.failed")[-1]["error"] == "StoreUnavailableError"
    assert is_whole(chat)


def test_a_turn_that_cannot_be_recorded_is_still_audited(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk("patient_001")
    monkeypatch.setattr(SessionRepository, "add_turn", fails)
    reply = chat.say("refill my lisinopril")

    assert reply.state is RefillState.CONFIRM_DOSAGE
    assert [detail["turn"] for detail in details(chat, "turn.answered")] == [1]


@pytest.mark.parametrize("error", [RuntimeError("Maria"), StoreUnavailableError("Maria")])
def test_a_turn_that_fails_is_told_once_with_what_it_had_done(
    talk: Talk, as_built_in: AsBuiltIn, error: Exception
) -> None:
    as_built_in(ScriptedChatModel(calls(call("check_patient_allergies")), error))
    chat = talk("patient_001")
    chat.say("what are my allergies?")

    assert acts(chat)[1:] == ["record.read", "model.called", "model.called", "tool.called", "turn.failed"]
    assert [detail["success"] for detail in details(chat, "model.called")] == [True, False]
    assert details(chat, "turn.failed")[0]["error"] == type(error).__name__
    assert "Maria" not in rows(chat.assistant)


def test_an_answer_is_given_even_if_nothing_can_be_audited(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk("patient_001")
    monkeypatch.setattr(AuditRepository, "append", fails)

    assert chat.say("refill my lisinopril").state is RefillState.CONFIRM_DOSAGE
    assert chat.say("I have chest pain").message.startswith("Call 911 now")


# --- models


def test_the_tokens_of_a_model_are_told_where_it_counts_them(talk: Talk) -> None:
    usage = {"input_tokens": 812, "output_tokens": 31, "total_tokens": 843}
    chat = talk("patient_001", model=ScriptedChatModel(AIMessage("Hello.", usage_metadata=usage)))
    chat.say("hello")
    (detail,) = details(chat, "model.called")

    assert (detail["input_tokens"], detail["output_tokens"], detail["success"]) == (812, 31, True)


def test_a_tool_that_does_not_exist_is_not_told_by_the_name_that_a_model_made_up(talk: Talk) -> None:
    model = ScriptedChatModel(calls(call("tell_john_smith_about_lisinopril")), AIMessage("Done."))
    chat = talk("patient_001", model=model)
    chat.say("hello")
    (detail,) = details(chat, "tool.called")

    assert (detail["tool"], detail["success"], detail["code"]) == ("unknown", False, "UNKNOWN_TOOL")
    assert "lisinopril" not in rows(chat.assistant)


def test_an_action_that_the_state_forbids_is_told_as_refused(talk: Talk) -> None:
    chat = talk("patient_001", model=ScriptedChatModel(calls(call("submit_refill_order")), AIMessage("Done.")))
    chat.say("hello")
    (detail,) = details(chat, "tool.called")

    assert (detail["tool"], detail["code"]) == ("submit_refill_order", "ACTION_REFUSED")


# --- nothing that was said


PLAYED = {
    "patient_001": (*TO_THE_QUOTE, "yes", "what are my allergies?", "where is my order?", "cancel my order", "yes"),
    "patient_002": ("refill my atorvastatin", "I am allergic to penicillin", "my name is Mary and I was born in 1958"),
    "patient_003": ("refill everything", "yes", "closest", "yes", "I take St. John's wort", "talk to a pharmacist"),
    "patient_004": ("refill my oxycodone", "is it covered?", "I have chest pain", "I want to die"),
}


def personal(demo: MockData) -> set[str]:
    """Names, birth dates, contacts, medicines, conditions and allergies of every patient."""
    found: set[str] = set()
    for patient in demo.patients:
        found |= {*patient.name.split(), str(patient.date_of_birth), *patient.conditions}
    for drug in demo.drugs:
        found |= {drug.name, *drug.brands}
    for item in demo.prescriptions:
        found |= {item.rx_number, item.prescriber, item.drug, item.generic_name}
    return {word for word in found if len(word) > 3 and word.lower() not in WORDS_OF_THE_TRAIL}


def test_no_row_of_played_conversations_holds_a_person_a_medicine_or_a_word_said(talk: Talk, demo: MockData) -> None:
    chats = [talk(patient_id) for patient_id in PLAYED]
    for chat in chats:
        chat.say(*PLAYED[chat.patient_id])
    text = rows(chats[0].assistant)

    assert text.count("turn.answered") == sum(map(len, PLAYED.values()))
    held = {word for word in personal(demo) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)}
    assert held == set()
    assert not any(words in text for said in PLAYED.values() for words in said if " " in words)
    assert not any(patient_id in text for patient_id in PLAYED)
    assert all(len(json.dumps(dict(entry.detail))) < 700 for chat in chats for entry in entries(chat))
    assert all(is_whole(chat) for chat in chats)


def test_a_model_that_promises_what_was_not_done_is_told_by_the_rule(talk: Talk) -> None:
    chat = talk("patient_001", model=ScriptedChatModel(AIMessage("Your order has been placed.")))
    chat.say("hello")

    assert len(details(chat, "message.replaced")) == 1
