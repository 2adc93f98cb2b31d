"""Whole conversations over the wire: nothing that tells who a patient is goes out, and the patient notices nothing."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage
from pydantic import SecretStr

from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.patient import Patient
from rxflow.llm.providers import get_builtin_llm
from rxflow.security.pseudonyms import date_spellings
from rxflow.services.mock_data import MockData
from rxflow.workflow.workflow_types import ConversationResponse, RefillState
from tests.conftest import MakeAssistant, Talk
from tests.support.conversation import Conversation
from tests.support.openai_server import OpenAIServer, says
from tests.support.scripted_model import ScriptedChatModel
from tests.support.wired_model import answered_by

pytestmark = pytest.mark.no_cover
"""Many conversations, whose parts other tests cover one by one."""

pytest.importorskip("langchain_openai")

IDS = re.compile(r"(?:RF|QT|CS)-\w{4}-\w{4}|RX\d{4,}|patient_\d+")
PLACEHOLDER = re.compile(r"\[[A-Z_]+_\d+\]")
OF_A_TOOL = {"RF-7K3M-9Q2D"}
"""The example in a tool's description."""
TOLD_BESIDES = ("555-0142", "078-05-1120", "example.com", "guadalupe")
PATIENTS = [f"patient_{number:03}" for number in range(1, 15)]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as running:
        yield running


def of_wire(server: OpenAIServer) -> dict[str, object]:
    return {
        "llm_provider": "openai",
        "llm_model": "test-model",
        "llm_base_url": server.url,
        "llm_api_key": SecretStr("sk-test"),
    }


def plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)).lower()


def identifying(patient: Patient, demo: MockData) -> set[str]:
    """What must not be in what was sent, in small letters without accents."""
    mine = [item for item in demo.prescriptions if item.patient_id == patient.patient_id]
    names = {patient.name, *(item.prescriber.removeprefix("Dr. ") for item in mine)}
    names |= {patient.guardian.name} if patient.guardian else set()
    parts = {part for name in names for part in name.split() if len(part) > 3} - {"grace"}
    dates = {patient.date_of_birth.isoformat(), *date_spellings(patient.date_of_birth)}
    return {plain(each) for each in names | parts | dates | {patient.zip, patient.patient_id}} | {
        item.rx_number.lower() for item in mine
    }


def sent(server: OpenAIServer) -> str:
    """All bytes that went out, and what their escapes stand for."""
    raw = b"\n".join(server.sent).decode()
    return plain(raw + json.dumps(server.seen, ensure_ascii=False))


def stands_in(name: str, text: str) -> bool:
    """Whether a text has a name that is no part of a longer word: `summary` names no Mary."""
    return re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", text) is not None


def said_by(patient: Patient, demo: MockData) -> list[str]:
    """A conversation in which a patient tells everything about themselves."""
    mine = next(item for item in demo.prescriptions if item.patient_id == patient.patient_id)
    born, digits, last = patient.date_of_birth, mine.rx_number.removeprefix("RX"), patient.name.split()[-1]
    return [
        f"Hi, I am {patient.name}, born {born:%m/%d/%Y}, zip {patient.zip}. What do I take?",
        f"{patient.name.upper()} needs Rx #{digits} from {mine.prescriber} refilled",
        "yes",
        "the cheapest pharmacy",
        "yes, place the order",
        f"Where is my order? Mail jo.{last.lower()}@example.com, call (512) 555-0142, ssn 078-05-1120",
        f"how many refills are left on {digits}? I live at 4120 Guadalupe Street",
    ]


@pytest.fixture
def over_the_wire(server: OpenAIServer, make_assistant: MakeAssistant, tmp_path: Path) -> Callable[[str], Conversation]:
    """Begins a conversation that the built-in model holds at the other end of the wire."""

    def begin(patient_id: str) -> Conversation:
        assistant = make_assistant(database_url=f"sqlite:///{tmp_path / 'wire.db'}", **of_wire(server))
        services = assistant.services
        server.otherwise = answered_by(get_builtin_llm(services, MedicationResolver(services.drugs)))
        return Conversation(assistant, patient_id)

    return begin


@pytest.mark.parametrize("patient_id", PATIENTS)
def test_nothing_that_identifies_a_patient_is_sent(
    patient_id: str, server: OpenAIServer, over_the_wire: Callable[[str], Conversation], demo: MockData
) -> None:
    chat = over_the_wire(patient_id)
    patient = chat.assistant.services.patients.get(patient_id)
    chat.say(*said_by(patient, demo))
    out, raw = sent(server), b"\n".join(server.sent).decode()
    told = "\n".join(reply.message for reply in chat.replies)

    assert len(server.sent) >= len(chat.replies) - 1
    assert {each for each in identifying(patient, demo) if stands_in(each, out)} == set()
    assert set(IDS.findall(raw)) - OF_A_TOOL == set()
    assert [each for each in TOLD_BESIDES if each in out] == []
    assert PLACEHOLDER.findall(told) == []
    assert [reply.degraded for reply in chat.replies if reply.degraded] == []
    assert all(order.order_id in told for order in chat.orders())


@pytest.mark.parametrize("patient_id", ["patient_002", "patient_005"])
def test_the_patient_notices_nothing(
    patient_id: str, talk: Talk, over_the_wire: Callable[[str], Conversation], demo: MockData
) -> None:
    chat, here = over_the_wire(patient_id), talk(patient_id)
    words = said_by(chat.assistant.services.patients.get(patient_id), demo)
    chat.say(*words)
    here.say(*words)

    def seen(reply: ConversationResponse) -> tuple[object, ...]:
        is_ours = reply.quotes or reply.order
        return (
            reply.state,
            [(use.name, use.success) for use in reply.tools],
            IDS.sub("ID", reply.message) if is_ours else "",
        )

    assert [seen(reply) for reply in chat.replies] == [seen(reply) for reply in here.replies]
    assert len(chat.orders()) == len(here.orders()) == 1


def test_placeholders_stay_the_same_across_turns_and_restarts(
    server: OpenAIServer, make_assistant: MakeAssistant
) -> None:
    first = Conversation(make_assistant(**of_wire(server)), "patient_001")
    first.say("my number is 512-555-0142 and this is about RX100102")
    again = Conversation(make_assistant(**of_wire(server)), "patient_001", first.session_id)
    again.say("call 512 555 0142 about rx 100101 and RX100102")
    begun, later = (request["messages"][-1]["content"] for request in server.seen)
    number, prescription = re.findall(r"\[PHONE_\d\]|\[RX_\d\]", begun)

    assert number in later
    assert prescription in later
    assert len(set(re.findall(r"\[RX_\d\]", later))) == 2


def test_placeholders_are_put_back_in_calls_before_a_tool_runs(server: OpenAIServer, talk: Talk) -> None:
    def select(wire: object, request: dict[str, object]) -> None:
        words = re.search(r"\[RX_\d\]", str(request["messages"]))
        assert words is not None
        says("", ("select_prescription", {"medication": words[0]}))(wire, request)  # type: ignore[arg-type]

    server.then(select, says("I found [RX_1]. Is it right, [PATIENT_FIRST_1]?"))
    reply = talk("patient_001", **of_wire(server)).say("it's John: refill RX100101")

    assert reply.tools[0].arguments == {"medication": "RX100101"}
    assert reply.message.startswith("I found RX100101. Is it right, John?")


def test_a_placeholder_that_stands_for_nothing_is_not_shown(server: OpenAIServer, talk: Talk) -> None:
    server.then(says("Hello [PATIENT_77], your [RX_12] is ready."))
    reply = talk("patient_001", **of_wire(server)).say("hello")

    assert reply.degraded == ("built-in model",)
    assert "[" not in reply.message


def test_what_a_provider_puts_beside_its_words_is_not_kept_or_sent_back(server: OpenAIServer, talk: Talk) -> None:
    chat = talk("patient_001", **of_wire(server))
    chat.say("hello", "hello")

    assert "chatcmpl" not in json.dumps(server.seen)
    assert chat.state is RefillState.START


def test_a_model_on_this_machine_is_shown_what_there_is(talk: Talk) -> None:
    model = ScriptedChatModel(AIMessage("Fine."))
    talk("patient_001", model=model).say("it's John Smith: refill RX100101")

    assert "John Smith" in model.prompts
    assert "RX100101" in model.prompts
