"""Which intent decides, and the words that may name a pharmacy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.intents import Intent, pharmacy_slot, read_intent


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        ("for my son, can I talk to a pharmacist", Intent.FOR_CHILD),
        ("cancel it, never mind", Intent.CANCEL),
        ("is it safe and how much is it", Intent.ADVICE),
        ("I lost my pills, when can I refill", Intent.EARLY),
        ("hello, where is my order", Intent.TRACK),
        ("no, cancel it", Intent.CANCEL),
        ("no, go back", Intent.BACK),
        ("maybe another pharmacy", Intent.OTHER_PHARMACY),
        ("no, don't cancel it", Intent.KEEP),
        ("yes, cancel it", Intent.CANCEL),
        ("talk to someone about a refill", Intent.PERSON),
        ("hi, can you refill my lisinopril thanks", Intent.REFILL),
        ("thanks, how much is it", Intent.PRICE),
        ("I ran out of it but I need it today", Intent.REFILL),
        ("only if it's under $10", Intent.UNSURE),
        ("my back hurts", Intent.UNKNOWN),
        ("I need my back pain pills", Intent.REFILL),
        ("my wife drove me here, I need my pills", Intent.REFILL),
        ("yes", Intent.YES),
        ("YES", Intent.YES),
        ("¿SÍ?", Intent.UNKNOWN),
        ("¡Hola!", Intent.GREETING),
        ("¡Ayuda!", Intent.HELP),
        ("¿Dónde es más barata?", Intent.PRICE),
    ],
)
def test_the_first_intent_in_the_order_of_precedence_decides(message: str, intent: Intent) -> None:
    assert read_intent(message) is intent


@pytest.mark.parametrize("message", ["yes, tomorrow", "yes?", '"yes"', "yes but how much is it", "yes and cancel it"])
def test_only_an_agreement_is_a_yes(message: str) -> None:
    assert read_intent(message) is not Intent.YES


@given(st.text(max_size=300))
def test_any_text_has_an_intent(text: str) -> None:
    assert read_intent(text) in Intent


@pytest.mark.parametrize("unit", ["what is ", "a ", "i have ", "is my order ", "take ", "when ", "?", "\n", "my "])
def test_a_long_repetition_can_be_read(unit: str) -> None:
    """Not timed: an expression that runs away shows here as a test that never ends."""
    assert read_intent((unit * 20_000)[:20_000]) in Intent


@pytest.mark.parametrize(
    ("message", "slot"),
    [
        ("refill it at H-E-B on 51st", "H-E-B on 51st"),
        ("refill lisinopril at the CVS on Congress, please", "the CVS on Congress"),
        ("get it from Walgreens.", "Walgreens"),
        ("Refill At COSTCO", "COSTCO"),
        ("resurtir en la farmacia de siempre", "la farmacia de siempre"),
        ("not from CVS, get it at Walmart", "Walmart"),
        ("refill lisinopril", None),
        ("at", None),
        ("at X", None),
        ("what a day", None),
        ("", None),
    ],
)
def test_the_words_that_may_name_a_pharmacy(message: str, slot: str | None) -> None:
    assert pharmacy_slot(message) == slot


@given(st.text(max_size=300))
def test_a_slot_is_a_part_of_the_message(text: str) -> None:
    slot = pharmacy_slot(text)

    assert slot is None or (slot in text and len(slot) <= 84)
