"""The same name, however it is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.person_name import MOST_CHARS, name_key


@pytest.mark.parametrize(
    ("typed", "on_file"),
    [
        ("  john   SMITH ", "John Smith"),
        ("Smith, John", "John Smith"),
        ("Garcia,Maria", "María García"),
        ("MARIA GARCÍA", "Maria Garcia"),
        ("Sean OBrien", "Sean O'Brien"),
        ("sean o’brien", "Sean O'Brien"),
        ("sean o\u00b4brien", "Sean O`Brien"),
        ("Anna Smith Jones", "Anna Smith-Jones"),
        ("Smith\u2010Jones, Anna", "Anna Smith-Jones"),
        ("John Smith, Jr.", "John Smith Jr"),
        ("Smith Jr., John", "John Smith Jr"),
        ("Smith, John III", "John Smith III"),
        ("Lukasz Wojcik", "Łukasz Wójcik"),
        ("Soren Ostergard", "Søren Østergård"),
        ("J. R. Tolkien", "J R Tolkien"),
        ("\uff2a\uff4f\uff48\uff4e Smith", "John Smith"),
        (unicodedata.normalize("NFD", "José Núñez"), unicodedata.normalize("NFC", "José Núñez")),
        ("Grosse Strasse", "große Straße"),
    ],
)
def test_one_name_typed_in_two_ways_is_one(typed: str, on_file: str) -> None:
    assert name_key(typed) == name_key(on_file) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "Jon Smith"),
        ("John Smith", "Smith John"),
        ("John Smith", "John Smith Jr"),
        ("John Smith", "John"),
        ("John Smith", "John A Smith"),
        ("हरि", "हर"),
    ],
)
def test_two_names_are_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(max_size=300))
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    key = name_key(text)

    assert name_key(key) == key == " ".join(key.split())


@given(st.lists(st.sampled_from(["ana", "lee", "o'hara", "Núñez", "de", "la"]), min_size=2, max_size=4))
def test_last_first_is_first_last(words: list[str]) -> None:
    assert name_key(f"{words[-1]}, {' '.join(words[:-1])}") == name_key(" ".join(words))


def test_what_is_longer_than_a_name_is_not_read() -> None:
    assert name_key("a" * 10_000) == "a" * MOST_CHARS
    assert name_key(" ,, ") == name_key("") == ""
