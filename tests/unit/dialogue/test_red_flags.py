"""Words that stop everything (DOMAIN.md §6.1): a miss is a defect, and a refill is not stopped by its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.red_flags import Help, detect_red_flag

from .red_flag_messages import CRISIS, DENIED, EMERGENCIES, HARMLESS, IDIOMS, POISONINGS, URGENT


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("message", lines(CRISIS))
def test_self_harm_is_told_of_the_crisis_line(message: str) -> None:
    flag = detect_red_flag(message)

    assert flag is not None
    assert (flag.rule, flag.help) == ("self-harm", Help.CRISIS_LINE)


@pytest.mark.parametrize(
    ("message", "helps"),
    [
        *((message, Help.EMERGENCY) for message in lines(EMERGENCIES)),
        *((message, Help.POISON_CONTROL) for message in lines(POISONINGS)),
        *((message, Help.URGENT_CARE) for message in lines(URGENT)),
    ],
)
def test_danger_is_told_whom_to_call(message: str, helps: Help) -> None:
    flag = detect_red_flag(message)

    assert flag is not None
    assert flag.help is helps


@pytest.mark.parametrize("message", lines(HARMLESS))
def test_everyday_sentences_are_no_red_flag(message: str) -> None:
    assert detect_red_flag(message) is None


@pytest.mark.parametrize("message", lines(DENIED))
def test_what_is_denied_is_no_red_flag(message: str) -> None:
    assert detect_red_flag(message) is None


@pytest.mark.parametrize("message", lines(IDIOMS))
def test_idioms_are_no_red_flag(message: str) -> None:
    assert detect_red_flag(message) is None


@pytest.mark.parametrize(
    "message",
    [
        "no chest pain but I can't breathe",
        "I don't have a fever. Chest pain since noon",
        "not a stroke, but chest pain",
        "no, I took too many pills",
        "sin fiebre pero no puedo respirar",
        "my back is killing me and I want to kill myself",
    ],
)
def test_a_denial_or_an_idiom_hides_nothing_beside_it(message: str) -> None:
    assert detect_red_flag(message) is not None


@pytest.mark.parametrize(
    "written",
    ["I CAN'T BREATHE!!!", "me tome demasiadas pastillas", "cuantas pastillas para morir"],
    ids=["upper case", "without accents", "without marks"],
)
def test_spelling_does_not_matter(written: str) -> None:
    assert detect_red_flag(written) is not None


def test_a_symptom_that_kills_first_decides() -> None:
    flag = detect_red_flag("my son swallowed my pills and he is unconscious")

    assert flag is not None
    assert flag.help is Help.EMERGENCY


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u200d"], ids=["zero width space", "soft hyphen", "joiner"])
def test_an_invisible_character_hides_nothing(hidden: str) -> None:
    assert detect_red_flag(f"I want to kill my{hidden}self") is not None


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    detect_red_flag(text)


@pytest.mark.parametrize("unit", ["had ", "i took ", "no ", "child ", "how many ", "sugar ", " ", "a", "'", "not had "])
def test_a_long_repetition_can_be_read(unit: str) -> None:
    """Not timed: an expression that runs away shows here as a test that never ends."""
    detect_red_flag((unit * 20_000)[:20_000])
