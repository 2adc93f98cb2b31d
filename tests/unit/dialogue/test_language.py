"""Which language a message is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.language import detect_language

SPANISH = """
necesito resurtir mi metformina
hola
gracias
sí
sí, por favor
buenos días
¿cuánto cuesta?
¿dónde está mi pedido?
quiero hablar con un farmacéutico
¿cuál es la farmacia más cercana?
me duele el pecho
mi medicina para la presión
cancelar el pedido
"""
ENGLISH = """
I need a refill
refill my lisinopril
hello, can you help
where is my order
how much is it
what is the closest pharmacy
please cancel my order
talk to a pharmacist
thank you for the help
"""
UNDECIDED = """
lisinopril
metformina
CVS
no
ok
2
RX100101
H-E-B

...
😀
100 mg
"""


@pytest.mark.parametrize("message", SPANISH.strip().splitlines())
def test_spanish_is_heard_in_an_english_conversation(message: str) -> None:
    assert detect_language(message, "en") == "es"


@pytest.mark.parametrize("message", ENGLISH.strip().splitlines())
def test_english_is_heard_in_a_spanish_conversation(message: str) -> None:
    assert detect_language(message, "es") == "en"


@pytest.mark.parametrize("current", ["en", "es"])
@pytest.mark.parametrize("message", UNDECIDED.splitlines()[1:])
def test_a_message_that_does_not_tell_changes_nothing(message: str, current: str) -> None:
    assert detect_language(message, current) == current


@pytest.mark.parametrize("message", ["I live on La Mesa street and need a refill", "the El Paso pharmacy please"])
def test_spanish_names_in_an_english_sentence_change_nothing(message: str) -> None:
    assert detect_language(message, "en") == "en"


@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_only_the_offered_languages_come_back(text: str, current: str) -> None:
    assert detect_language(text, current) in {"en", "es"}
