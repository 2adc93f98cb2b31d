"""Which language a message is in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.language import detect_language, read_cues

SPANISH = """
necesito resurtir mi metformina
hola
buenos días
muchas gracias
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
sí
sí, por favor
gracias
yes
yes please
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


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("in English please", "en"),
        ("English, please", "en"),
        ("can we do this in Spanish?", "es"),
        ("en español por favor", "es"),
        ("¿habla español?", "es"),
    ],
)
@pytest.mark.parametrize("current", ["en", "es"])
def test_a_language_can_be_asked_for(message: str, language: str, current: str) -> None:
    assert detect_language(message, current) == language


@pytest.mark.parametrize("message", ["hola need a refill de mi losartan porfa", "quiero mi order today please"])
@pytest.mark.parametrize("current", ["en", "es"])
def test_a_mixed_message_changes_nothing(message: str, current: str) -> None:
    assert detect_language(message, current) == current


FRENCH = """
# Words of French.
[words]
je j'ai besoin de mon ma mes le les une un pour avec médicament ordonnance pharmacie
[alone]
bonjour
[asked]
en français
"""
ENGLISH_CUES = "[words]\ni need my the please un\n[asked]\nin english\n"
CHINESE = "[words]\n\u6211 \u9700\u8981 \u836f\n[asked]\n\u8bf4\u4e2d\u6587\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, cues in {"en": ENGLISH_CUES, "fr": FRENCH, "zh": CHINESE}.items():
        (tmp_path / f"{language}.txt").write_text(cues, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("message", "current", "language"),
    [
        ("j'ai besoin de mon ordonnance", "en", "fr"),
        ("bonjour", "en", "fr"),
        ("en français s'il vous plaît", "en", "fr"),
        ("I need my refill", "fr", "en"),
        ("un", "en", "en"),
        ("lisinopril", "fr", "fr"),
        ("\u6211\u9700\u8981\u836f", "en", "zh"),
        ("\u8bf4\u4e2d\u6587", "en", "zh"),
    ],
)
def test_a_file_of_cues_is_all_that_a_language_needs(folder: Path, message: str, current: str, language: str) -> None:
    assert detect_language(message, current, folder) == language


def test_a_word_of_two_languages_tells_neither(folder: Path) -> None:
    assert not any("un" in cues.words for cues in read_cues(folder).values())


def test_a_section_that_is_not_known_is_named(tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_text("[mots]\nje\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"fr\.txt.*\[mots\]"):
        read_cues(tmp_path)
