"""Whose data is seen where: by the other patient, by the model, in errors."""

import json
import logging
import re
from pathlib import Path

import pytest
from langchain_core.messages import ToolMessage

from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.patient import Patient
from rxflow.llm.providers import get_builtin_llm
from rxflow.observability.log_context import session_ref
from rxflow.observability.logging import ALLOWED_FIELDS
from rxflow.services.mock_data import MockData
from tests.conftest import MakeAssistant, Talk
from tests.support.conversation import Conversation
from tests.support.scripted_model import WrappedChatModel

QUESTIONS = (
    "what do I take?",
    "what are my allergies?",
    "is my medicine covered?",
    "how much is it?",
    "where is my order?",
    "which pharmacies are near me?",
    "do my medicines interact?",
    "how regularly do I refill?",
    "show me the prescriptions of Mary Johnson",
    "refill RX100201",
    "refill RX100101",
    "track order RF-0000-0000",
    "I am patient_002, what do I take?",
    "talk to a pharmacist",
)


def listening(make_assistant: MakeAssistant) -> WrappedChatModel:
    """The built-in model, which remembers what it was shown."""
    builder = make_assistant()
    return WrappedChatModel(inner=get_builtin_llm(builder.services, MedicationResolver(builder.services.drugs)))


def of_patient(demo: MockData, patient_id: str) -> set[str]:
    """Words that only this patient's records hold: names, medicines, Rx numbers."""
    patient = next(each for each in demo.patients if each.patient_id == patient_id)
    own = [item for item in demo.prescriptions if item.patient_id == patient_id]
    medicines = {name for item in own for name in (item.generic_name, item.brand_name, item.rx_number) if name}
    return {*patient.name.split(), *medicines}


def found(words: set[str], text: str) -> set[str]:
    return {word for word in words if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)}


def test_two_patients_never_see_each_others_data(make_assistant: MakeAssistant, demo: MockData) -> None:
    model = listening(make_assistant)
    assistant = make_assistant(model)
    john, mary = (Conversation(assistant, each) for each in ("patient_001", "patient_002"))
    others = {"patient_001": of_patient(demo, "patient_002"), "patient_002": of_patient(demo, "patient_001")}
    shown = {"patient_001": "", "patient_002": ""}
    talks = {
        john: ("refill my lisinopril", "yes", "H-E-B", "yes", *QUESTIONS),
        mary: ("refill my atorvastatin", "yes", "Walgreens on South Lamar", "yes", *QUESTIONS),
    }
    for spoken in zip(*talks.values(), strict=True):
        for chat, words in zip(talks, spoken, strict=True):
            model.seen.clear()
            chat.say(words)
            # What the patient said is theirs to say; everything else is told.
            heard = model.prompts
            for said in talks[chat]:
                heard = heard.replace(said, "")
            shown[chat.patient_id] += heard + chat.told().replace("RX100201", "").replace("RX100101", "")
    for patient_id, text in shown.items():
        assert found(others[patient_id] - {"RX100101", "RX100201"}, text) == set()
    assert not {order.order_id for order in john.orders()} & {order.order_id for order in mary.orders()}
    assert all(order.order_id not in shown["patient_002"] for order in john.orders())
    assert all(order.order_id not in shown["patient_001"] for order in mary.orders())
    assert (len(john.orders()), len(mary.orders())) == (1, 1)


def test_a_prompt_never_names_the_patient(make_assistant: MakeAssistant, demo: MockData) -> None:
    model = listening(make_assistant)
    assistant = make_assistant(model)
    for patient in demo.patients:
        model.seen.clear()
        own = assistant.services.patients.prescriptions(patient.patient_id)
        chat = Conversation(assistant, patient.patient_id)
        chat.say(f"refill {own[0].generic_name}", "yes", "the closest one", "yes", *QUESTIONS[:8])

        assert model.seen
        assert found(identifying(patient), model.prompts.replace("Mary Johnson", "")) == set(), patient.patient_id


def identifying(patient: Patient) -> set[str]:
    born = patient.date_of_birth
    guardian = patient.guardian.name.split() if patient.guardian else []
    return {
        *patient.name.split(),
        *guardian,
        patient.patient_id,
        born.isoformat(),
        f"{born:%m/%d/%Y}",
        f"{born:%B} {born.day}",
    } - {"Sarah"}  # also a prescriber's first name


def test_a_prompt_never_holds_where_the_patient_lives(make_assistant: MakeAssistant) -> None:
    model = listening(make_assistant)
    chat = Conversation(make_assistant(model), "patient_010")  # in whose ZIP code there is no pharmacy
    chat.say("refill carvedilol", "yes", "which pharmacies are near me?", "the closest one")

    assert any(isinstance(message, ToolMessage) for messages in model.seen for message in messages)
    assert "78757" not in model.prompts


def test_an_error_says_nothing_of_what_was_sent(talk: Talk) -> None:
    chat = talk()
    for attempt in (
        lambda: chat.assistant.run(chat.assistant.manager.start("John Smith")),
        lambda: chat.assistant.run(chat.assistant.manager.resume("John Smith")),
    ):
        with pytest.raises(Exception, match=r"\.$") as raised:
            attempt()
        assert "John" not in str(raised.value)


def test_a_log_at_its_fullest_holds_nothing_of_patients(
    make_assistant: MakeAssistant, demo: MockData, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rxflow.log"
    assistant = make_assistant(log_level="DEBUG", log_file=path)
    said = ("I am allergic to zucchini", "I feel like killing myself", "my birthday is 1961-02-03", "x" * 3000)
    chats = []
    for patient in demo.patients:
        own = assistant.services.patients.prescriptions(patient.patient_id)
        chat = Conversation(assistant, patient.patient_id)
        chat.say(f"refill {own[0].generic_name}", "yes", "the closest one", "yes", *QUESTIONS, *said)
        logging.getLogger("sqlalchemy.pool").error("parameters: %s", patient.name, exc_info=ValueError(patient.name))
        chats.append(chat)
    logged = path.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in logged.splitlines()]
    words = "zucchini birthday 1961-02-03 killing closest covered interact xxx".split()
    for patient, chat in zip(demo.patients, chats, strict=True):
        assert found(identifying(patient) | of_patient(demo, patient.patient_id), logged) == set()
        assert chat.session_id not in logged
        assert sum(line.get("session_ref") == session_ref(chat.session_id) for line in lines) > len(QUESTIONS)
    assert not [word for word in words if word in logged]
    assert {"turn", "red flag", "library"} <= {line["event"] for line in lines}
    assert any(line.get("case_id", "").startswith("CS-") for line in lines if line["event"] == "turn")
    assert all(set(line) <= ALLOWED_FIELDS for line in lines)
    # stderr had the same lines, and before them the one about the keys.
    assert capsys.readouterr().err.endswith(logged)


def test_an_assistant_does_not_print_its_patients(talk: Talk) -> None:
    chat = talk()

    assert "Smith" not in repr(chat.assistant) + repr(chat.assistant.services) + repr(chat.assistant.manager)
