"""What operators see of conversations: counted where it happened, once, by codes alone."""

import asyncio
import re
from typing import Any

import pytest
from langchain_core.messages import AIMessage
from prometheus_client.parser import text_string_to_metric_families

from rxflow.assistant import Assistant
from rxflow.domain.errors import StoreUnavailableError
from rxflow.domain.finding import FindingCode
from rxflow.observability.metrics import Outcome
from rxflow.resilience.degradation import BUILT_IN_MODEL
from rxflow.services.cases import CaseService
from rxflow.services.mock_data import MockData
from rxflow.services.sessions import SessionService
from rxflow.workflow.turn_metrics import count_turn
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import AsBuiltIn, MakeAssistant, Talk
from tests.support.clock import FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.scripted_model import ScriptedChatModel, call, calls

SECRET = "Jane Roe takes oxycodone"
A_CODE = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def counted(assistant: Assistant, name: str) -> dict[tuple[str, ...], float]:
    """The series of a metric by their labels, in the order in which these are declared."""
    return {
        tuple(sample.labels.values()): sample.value
        for family in text_string_to_metric_families(assistant.metrics.exposition().decode())
        for sample in family.samples
        if sample.name == f"rxflow_{name}"
    }


def outcomes(assistant: Assistant) -> dict[str, float]:
    found: dict[str, float] = {}
    for (outcome, _state), value in counted(assistant, "turns_total").items():
        found[outcome] = found.get(outcome, 0) + value
    return found


def fails(*_args: object, **_options: object) -> Any:
    raise StoreUnavailableError("The database could not be written. Nothing was changed.")


def test_a_refill_is_counted_from_the_first_word_to_the_cancelled_order(talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE, "yes", "cancel my order", "yes")
    ours = chat.assistant

    assert outcomes(ours) == {"answered": 6.0}
    assert counted(ours, "turns_total")[("answered", "CONFIRM_ORDER")] == 1.0
    assert counted(ours, "turn_seconds_count") == {(): 6.0}
    assert counted(ours, "orders_total") == {("SUBMITTED",): 1.0, ("CANCELLED",): 1.0}
    assert counted(ours, "tool_calls_total")[("ok", "submit_refill_order")] == 1.0
    assert counted(ours, "tool_seconds_count")[("cancel_refill_order",)] == 2.0
    # The demo medicine has a warning beside another one.
    assert counted(ours, "findings_total") == {("INTERACTION", "warn"): 1.0}
    assert {outcome for outcome, _ in counted(ours, "model_calls_total")} == {"ok"}
    assert sum(counted(ours, "model_seconds_count").values()) == sum(counted(ours, "model_calls_total").values()) >= 6
    assert counted(ours, "conversations_active") == {(): 1.0}
    assert counted(ours, "turns_in_progress") == {(): 0.0}
    assert counted(ours, "fallbacks_total") == {}


def test_the_same_yes_twice_is_one_order(talk: Talk) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    quote = chat.last.quotes[0]
    chat.say("yes", button=[quote.quote_id])
    chat.say("yes", button=[quote.quote_id])

    assert counted(chat.assistant, "orders_total") == {("SUBMITTED",): 1.0}


def test_an_emergency_opens_one_case_which_waits(talk: Talk, clock: FrozenClock) -> None:
    chat = talk()
    chat.say("I have crushing chest pain", "I have crushing chest pain")
    clock.wait(minutes=2)
    ours = chat.assistant

    assert outcomes(ours) == {"emergency": 2.0}
    assert counted(ours, "cases_opened_total") == {("pharmacist",): 1.0}
    assert counted(ours, "cases_open")[("pharmacist", "urgent")] == 1.0
    assert counted(ours, "cases_open")[("pharmacist", "routine")] == 0.0
    assert counted(ours, "case_oldest_age_seconds")[("pharmacist", "urgent")] == 120.0
    assert len(counted(ours, "cases_open")) == 6
    assert counted(ours, "findings_total") == {("EMERGENCY", "block"): 2.0}


def test_a_report_opens_a_case_once(talk: Talk) -> None:
    chat = talk()
    chat.say("I am allergic to penicillin", "I am allergic to penicillin")

    assert counted(chat.assistant, "cases_opened_total") == {("pharmacist",): 1.0}
    assert counted(chat.assistant, "patient_reports_total") == {("allergy",): 2.0}


def test_a_model_that_invents_and_fails_makes_no_label_of_its_own(talk: Talk, as_built_in: AsBuiltIn) -> None:
    invented = calls(call("x" * 300), call(SECRET), call("submit_refill_order"))
    as_built_in(ScriptedChatModel(invented, AIMessage(SECRET), RuntimeError(SECRET)))
    chat = talk()
    chat.say("refill my lisinopril", "hello", SECRET)
    ours = chat.assistant

    tools = counted(ours, "tool_calls_total")
    assert tools == {("refused", "submit_refill_order"): 1.0, ("failed", "unknown"): 2.0}
    assert counted(ours, "model_calls_total") == {
        ("ok", "scriptedchatmodel"): 3.0,
        ("failed", "scriptedchatmodel"): 1.0,
    }
    assert outcomes(ours) == {"answered": 2.0, "failed": 1.0}
    assert counted(ours, "fallbacks_total")[("turn",)] == 1.0
    assert "oxycodone" not in ours.metrics.exposition().decode()


def test_tokens_are_counted_where_a_provider_counts_them(talk: Talk) -> None:
    usage = {"input_tokens": 120, "output_tokens": 30, "total_tokens": 150}
    odd = {"input_tokens": -5, "output_tokens": 1, "total_tokens": -4}
    chat = talk(model=ScriptedChatModel(*(AIMessage("Hi.", usage_metadata=each) for each in (usage, odd))))
    chat.say("hello", "hello")

    assert counted(chat.assistant, "model_tokens_total") == {
        ("input", "fake", "scriptedchatmodel"): 120.0,
        ("output", "fake", "scriptedchatmodel"): 31.0,
    }


def test_second_best_ways_are_counted(make_assistant: MakeAssistant) -> None:
    looping = [calls(call("list_prescriptions")) for _ in range(5)]
    chat = Conversation(make_assistant(ScriptedChatModel(*looping), max_model_calls=2), "patient_001")
    chat.say("what do I take?")
    assert counted(chat.assistant, "fallbacks_total") == {("model_calls",): 1.0}

    replaced = Conversation(make_assistant(ScriptedChatModel(AIMessage("Double your dose."))), "patient_001")
    replaced.say("hello")
    assert counted(replaced.assistant, "fallbacks_total") == {("reply",): 1.0}


def test_a_turn_that_the_built_in_model_took_over_is_counted_once(talk: Talk) -> None:
    chat = talk()
    ours, session = chat.assistant, chat.assistant.services.sessions.get(chat.session_id)
    run = ours.manager._runs.run(session, ours.services.patients.get("patient_001"), None, "hello")
    run.degraded.extend([BUILT_IN_MODEL, BUILT_IN_MODEL])
    count_turn(ours.metrics, run, Outcome.ANSWERED)

    assert counted(ours, "fallbacks_total") == {("model",): 1.0}


def test_a_refused_order_is_counted_by_its_code(talk: Talk, clock: FrozenClock) -> None:
    chat = talk()
    chat.say(*TO_THE_QUOTE)
    clock.wait(hours=2)
    chat.assistant.services.sessions._timeout *= 10
    chat.say("yes")

    assert counted(chat.assistant, "orders_refused_total") == {("QUOTE_EXPIRED",): 1.0}
    assert counted(chat.assistant, "orders_total") == {}


def test_messages_that_are_not_read_sent_again_or_too_late(make_assistant: MakeAssistant, clock: FrozenClock) -> None:
    chat = Conversation(make_assistant(), "patient_001")
    ours = chat.assistant
    chat.say("", "x" * 5000)
    for _ in range(2):
        ours.run(ours.manager.handle_message("hello", chat.session_id, message_id="m1"))
    clock.wait(hours=5)
    chat.say("hello")

    assert outcomes(ours) == {"not_read": 2.0, "answered": 1.0, "repeated": 1.0, "over": 1.0}
    with pytest.raises(Exception, match=r"\.$"):
        ours.run(ours.manager.handle_message("hello", "no-such-conversation"))
    assert counted(ours, "turn_seconds_count") == {(): 5.0}
    assert counted(ours, "conversations_active") == {(): 1.0}


def test_what_the_store_does_not_keep_is_counted(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = talk()
    with monkeypatch.context() as patch:
        patch.setattr(CaseService, "report", fails)
        chat.say("I am allergic to penicillin")
    with monkeypatch.context() as patch:
        patch.setattr(SessionService, "get", fails)
        chat.say("hello")

    assert outcomes(chat.assistant) == {"not_stored": 2.0}


def test_a_conversation_that_is_busy_is_counted(make_assistant: MakeAssistant) -> None:
    ours = make_assistant(turn_wait_seconds=0.02)
    chat = Conversation(ours, "patient_001")

    async def beside_another_turn() -> None:
        async with ours._turn_locks.hold(chat.session_id):
            await asyncio.create_task(ours.manager.handle_message("hello", chat.session_id))

    ours.run(beside_another_turn())

    assert outcomes(ours) == {"busy": 1.0}


def test_when_the_database_is_down_the_metrics_are_still_told(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assistant._store, "read", fails)

    assert counted(assistant, "store_up") == {(): 0.0}
    assert counted(assistant, "cases_open") == {}
    assert counted(assistant, "audit_sequence") != {}


def test_labels_of_all_demo_conversations_are_known_codes(make_assistant: MakeAssistant, demo: MockData) -> None:
    ours = make_assistant()
    for patient in demo.patients:
        own = ours.services.patients.prescriptions(patient.patient_id)
        chat = Conversation(ours, patient.patient_id)
        chat.say(*(f"refill {item.generic_name}" for item in own[:3]), "yes", "the closest one", "yes", SECRET)
    text = ours.metrics.exposition().decode()
    private = {word for patient in demo.patients for word in (patient.patient_id, *patient.name.split())}
    private |= {item.generic_name for item in demo.prescriptions} | {"oxycodone", "Roe"}

    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            if family.name.startswith("rxflow_") and not sample.name.endswith("_bucket"):
                assert all(A_CODE.fullmatch(value) for value in sample.labels.values()), sample
    assert not {word for word in private if re.search(rf"\b{re.escape(word)}\b", text)}
    assert {code for code, _ in counted(ours, "findings_total")} <= set(FindingCode)
    assert {state for _, state in counted(ours, "turns_total")} <= set(RefillState)
    assert text.count("\n") < 1500
