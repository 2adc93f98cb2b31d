"""Typing and speech made one, and misspelled keywords put right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.intents.spelling import KEYWORDS, spelled
from rxflow.dialogue.spoken import spoken
from rxflow.dialogue.vocabulary import ORDINARY_WORDS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What's my co-pay?", "what is my co-pay?"),
        ("I\u2019m out, can\u2019t wait", "i am out, can not wait"),
        ("u gonna re-fill it plz", "you going to refill it please"),
        ("um, uh, just the pills", "the pills"),
        ("heyyyy", "hey"),
        ("¿Dónde está mi pedido?", "donde esta mi pedido?"),
        ("pa' mi presión", "para mi presion"),
        ("q onda xfa", "que onda por favor"),
        ("the PA for Humira", "the pa for humira"),
        ("prescribed 100 mg x2", "prescribed 100 mg x2"),
        ("thanks \U0001f64f", "thanks"),
        ("", ""),
    ],
)
def test_what_is_read(text: str, said: str) -> None:
    assert spoken(text) == said


@given(st.text(max_size=80))
def test_what_is_read_stays_as_it_is(text: str) -> None:
    assert spoken(spoken(text)) == spoken(text) or "'" in text


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("cancle my oder", "cancel my order"),
        ("refil the presciption", "refill the prescription"),
        ("bakc", "back"),
        ("strat over", "start over"),
        ("where is my delivry?", "where is my delivery?"),
        ("la farmasia", "la farmacia"),
        ("my cancer medicine", "my cancer medicine"),
        ("the price is a prince", "the price is a prince"),
        ("lisinopril prozac humira", "lisinopril prozac humira"),
        ("yse", "yse"),
    ],
)
def test_keywords_are_spelled_right(said: str, right: str) -> None:
    assert spelled(said) == right


def test_words_that_are_spelled_right_are_left_alone() -> None:
    assert [word for word in sorted({*KEYWORDS, *ORDINARY_WORDS}) if spelled(word) != word] == []
