"""What is asked of a medicine, and what is advice, which no source gives."""

import pytest

from rxflow.dialogue.medicine_questions import asks_for_information, read_medicine_question
from rxflow.domain.knowledge import InformationTopic

T = InformationTopic


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("what are the side effects?", T.SIDE_EFFECTS),
        ("does it cause a cough", T.SIDE_EFFECTS),
        ("¿da sueño?", T.SIDE_EFFECTS),
        ("what if I miss a dose", T.MISSED_DOSE),
        ("what should I do if I forget a dose?", T.MISSED_DOSE),
        ("¿y si se me olvida una dosis?", T.MISSED_DOSE),
        ("how do I store insulin?", T.STORAGE),
        ("¿cómo lo debo guardar?", T.STORAGE),
        ("and for driving?", T.DRIVING),
        ("what foods to avoid", T.FOOD_AND_ALCOHOL),
        ("what does the label say about alcohol", T.FOOD_AND_ALCOHOL),
        ("what does it say about pregnancy", T.PREGNANCY),
        ("when should I call the doctor", T.WHEN_TO_CALL),
        ("¿cuáles son las señales de alarma?", T.WHEN_TO_CALL),
    ],
)
def test_a_question_that_a_source_may_answer(words: str, topic: InformationTopic) -> None:
    asked = read_medicine_question(words)

    assert topic in asked.topics
    assert not asked.seeks_advice
    assert asks_for_information(words)


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("how should I take it", T.HOW_TO_TAKE),
        ("when do I take it", T.HOW_TO_TAKE),
        ("¿se toma en ayunas?", T.HOW_TO_TAKE),
        ("what is it used for?", T.PURPOSE),
        ("¿para qué sirve?", T.PURPOSE),
    ],
)
def test_what_the_patients_own_label_tells_is_no_reason_to_ask_elsewhere(words: str, topic: InformationTopic) -> None:
    asked = read_medicine_question(words)

    assert topic in asked.topics
    assert not asked.seeks_advice
    assert not asks_for_information(words)


@pytest.mark.parametrize(
    "words",
    [
        "can I double it?",
        "should I stop taking it because of the side effects?",
        "is it safe with alcohol?",
        "can I drive after taking it",
        "what if I miss a dose, should I take two?",
        "is it the pill that makes me dizzy, is that a side effect?",
        "does it cause a cough, my throat hurts",
        "how much can I drink with it",
        "how should it be stored, my kid found it",
        "what are the side effects if I mix it with ibuprofen",
        "¿puedo manejar con esto?",
        "¿es seguro en el embarazo?",
        "¿debo dejar de tomarlo si da tos?",
        "¿qué pasa si tomo doble dosis, da sueño?",
        "me siento mal, ¿son los efectos secundarios?",
    ],
)
def test_what_somebody_should_do_or_fear_is_advice(words: str) -> None:
    assert read_medicine_question(words).seeks_advice
    assert not asks_for_information(words)


@pytest.mark.parametrize(
    "words",
    [
        "refill my lisinopril",
        "which one has a drive-through?",
        "yes",
        "I missed the bus",
        "is the store open?",
        "where is my order",
        "¿a qué hora abren?",
        "Humira please. The next shot is due, zero pens in the fridge",
        "what is the cash price if I skip insurance?",
        "las vitaminas del embarazo",
        "what does it cost, before I drive over?",
        "carvedilol, the one I take morning and night",
        "",
    ],
)
def test_what_asks_nothing_of_a_medicine_is_left_to_others(words: str) -> None:
    assert not asks_for_information(words)
