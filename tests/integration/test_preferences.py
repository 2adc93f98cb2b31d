"""What patients choose takes effect in the conversation, at once and for every process."""

from sqlalchemy import event

from rxflow.domain.preferences import LanguageChosen, PharmacyChosen
from rxflow.persistence.preference_tables import PREFERENCES
from tests.conftest import MakeAssistant, Talk
from tests.support.conversation import TO_THE_QUOTE, Conversation

JOHN = "patient_001"


def test_a_conversation_begins_in_the_chosen_language(make_assistant: MakeAssistant) -> None:
    assistant = make_assistant()
    assistant.services.preferences.change(JOHN, LanguageChosen("es"), seen=0)
    chat = Conversation(assistant, JOHN)

    assert "Soy un asistente de IA" in chat.last.message
    assert "Hablar con un farmacéutico" in chat.last.suggestions


def test_a_language_that_is_chosen_meanwhile_is_spoken_from_the_next_turn(talk: Talk) -> None:
    chat = talk(patient_id=JOHN)
    chat.say("refill my lisinopril")
    chat.assistant.services.preferences.change(JOHN, LanguageChosen("es"), seen=0)

    assert "farmacia" in chat.say("ok").message
    assert chat.resumed().suggestions[-1] == "Hablar con un farmacéutico"


def test_the_language_that_a_patient_writes_still_decides_until_they_choose_another(talk: Talk) -> None:
    chat = talk(patient_id=JOHN)

    assert "¿" in chat.say("quiero resurtir mi lisinopril").message
    assert chat.resumed().suggestions[-1] == "Hablar con un farmacéutico"


def test_the_usual_pharmacy_is_the_chosen_one_in_replies_and_in_the_order_gate(talk: Talk) -> None:
    chat = talk(patient_id="patient_010")
    chat.assistant.services.preferences.change("patient_010", PharmacyChosen("PH004"), seen=0)
    chat.say("refill my Entresto")

    assert not [note for note in chat.last.findings if note.code == "OUT_OF_STOCK"]
    offered = chat.say("yes").message
    (usual,) = [line for line in offered.splitlines() if "your usual pharmacy" in line]
    assert "Walmart" in usual
    (quote,) = chat.say("my usual pharmacy").quotes
    assert quote.pharmacy_id == "PH004"
    chat.say("yes, place the order")
    assert [order.pharmacy_id for order in chat.orders()] == ["PH004"]


def test_a_turn_reads_preferences_once(talk: Talk) -> None:
    chat, seen = talk(patient_id=JOHN), list[str]()
    event.listen(chat.assistant._store.engine, "before_cursor_execute", lambda *call: seen.append(call[2]))
    for words in (*TO_THE_QUOTE, "yes, place the order", "what prescriptions do I have?", "I am allergic to latex"):
        seen.clear()
        chat.say(words)
        assert sum(f"FROM {PREFERENCES.name}" in statement for statement in seen) == 1, words
