"""Patients' text made plain."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.text import clean, plain, words_of

ANY_TEXT = st.text(st.characters(), max_size=200)


@given(ANY_TEXT)
def test_clean_text_has_no_control_or_invisible_characters(text: str) -> None:
    left = {char for char in clean(text) if char != "\n"}

    assert not {char for char in left if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}}


@given(ANY_TEXT)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_clean_text_can_be_stored_and_sent(text: str) -> None:
    clean(text).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  refill \t lisinopril  ", "refill lisinopril"),
        ("one\ntwo", "one\ntwo"),
        ("one\r\ntwo", "one \ntwo"),
        ("a\x00b\x1b[31mc", "a b [31mc"),
        ("\u202erefill\u202c", "refill"),
        ("e\u0301", "\u00e9"),
        ("\ud800", ""),
        ("", ""),
    ],
    ids=["spaces", "lines stay", "carriage return", "controls", "direction marks", "composed", "half a pair", "empty"],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("SÍ, Mañana", "si, manana"),
        ("don\u2019t", "don't"),
        ("don\u00b4t", "don't"),
        ("don`t", "don't"),
        ("\uff11\uff10 mg", "10 mg"),
        ("\ufb01ll", "fill"),
        ("Straße", "strasse"),
    ],
    ids=["accents", "curly", "acute for apostrophe", "grave for apostrophe", "full width", "ligature", "case"],
)
def test_plain(text: str, spoken: str) -> None:
    assert plain(text) == spoken


@given(ANY_TEXT)
def test_plain_text_has_no_accents(text: str) -> None:
    assert not any(unicodedata.combining(char) for char in plain(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Refill my H-E-B order, please!", ("refill", "my", "h", "e", "b", "order", "please")),
        ("12.5 mg", ("12.5", "mg")),
        ("I'm out", ("i'm", "out")),
        ("¿Cuánto cuesta?", ("cuanto", "cuesta")),
        ("...", ()),
    ],
)
def test_words_of(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@given(st.text(st.characters(max_codepoint=127), max_size=200))
def test_plain_ascii_takes_the_short_way_to_the_same_end(text: str) -> None:
    # A letter that is not ASCII makes the whole text go the long way.
    assert plain(text) == plain(f"{text}\u00e9")[:-1]


@given(ANY_TEXT)
def test_plain_is_the_same_piece_by_piece_as_letter_by_letter(text: str) -> None:
    straight = text.translate(str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'")))
    decomposed = unicodedata.normalize("NFKD", straight).casefold()
    kept = (char for char in decomposed if not unicodedata.combining(char) and unicodedata.category(char) != "Cf")

    assert plain(text) == "".join(kept)
