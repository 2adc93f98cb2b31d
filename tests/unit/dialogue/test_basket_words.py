"""What patients say of what is in hand: right, without one, with another beside it."""

import pytest

from rxflow.dialogue.basket_words import adds, asked_beside, left_out, says_it_is_right

DRUGS = ("lisinopril", "omeprazole", "meloxicam", "losartan")
IN_HAND = ("lisinopril", "omeprazole")
SHOWN = [
    {
        "drug": "lisinopril",
        "medication": "lisinopril 10 mg tablet",
        "sig": "Take 1 tablet by mouth twice daily with meals",
    }
]


def named(text: str) -> set[str]:
    return {drug for drug in DRUGS if drug in text.lower()}


@pytest.mark.parametrize(
    ("words", "removed"),
    [
        ("not the omeprazole", {"omeprazole"}),
        ("Hold on. Leave out the omeprazole, I only want the lisinopril.", {"omeprazole"}),
        ("yes, but skip the omeprazole, I have plenty", {"omeprazole"}),
        ("only the lisinopril please", {"omeprazole"}),
        ("just the omeprazole alone", {"lisinopril"}),
        ("el omeprazole no", {"omeprazole"}),
        ("sin el omeprazole por favor", {"omeprazole"}),
        ("no losartan", set()),
        ("yes, lisinopril and omeprazole", set()),
        ("what about the omeprazole", set()),
        ("everything", set()),
    ],
)
def test_what_is_left_out(words: str, removed: set[str]) -> None:
    assert left_out(words, IN_HAND, named) == removed


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("and my losartan too", {"losartan"}),
        ("H-E-B. no losartan", set()),
        ("I do not need the losartan, the meloxicam", {"meloxicam"}),
        ("lisinopril at CVS", set()),
    ],
)
def test_what_is_asked_for_beside(words: str, asked: set[str]) -> None:
    assert asked_beside(words, IN_HAND, named) == asked


def test_what_comes_to_it_is_told_from_what_takes_its_place() -> None:
    assert all(
        map(adds, ("also losartan", "and the losartan", "losartan too", "add losartan", "yes, and the losartan"))
    )
    assert not any(map(adds, ("losartan instead", "no, losartan", "I meant losartan")))


@pytest.mark.parametrize(
    "words",
    [
        "yes thats the one",
        "yep that's the one, the 10s",
        "Yes dear, that is right, twice a day",
        "Yes, ten milligrams",
        "yes, one with meals",
        "sí, 10 mg",
        "that's mine",
        "simón, ese",
        "correct, lisinopril 10",
        "yes, oh yes",
        "sí, mil gracias",
    ],
)
def test_words_that_say_it_is_right(words: str) -> None:
    assert says_it_is_right(words, SHOWN, named)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no",
        "yes but 20 mg",
        "yes, twenty milligrams",
        "yes, the losartan",
        "yes?",
        "is that the right one?",
        "yes if it is the blue one",
        "yes, not that one",
        "maybe",
        "the 10 mg",
        "yes, the other one",
        "yes I used to take that",
        "sí, pero otra",
        "yes, three times a day",
        "sí, quinientos miligramos",
        "sí, veinticinco",
    ],
)
def test_words_that_do_not(words: str) -> None:
    assert not says_it_is_right(words, SHOWN, named)


def test_naming_one_of_several_is_not_a_yes_to_all() -> None:
    several = [*SHOWN, {"drug": "omeprazole", "medication": "omeprazole 20 mg capsule", "sig": "Take 1 capsule daily"}]

    assert not says_it_is_right("yes the lisinopril", several, named)
    assert says_it_is_right("yes, lisinopril and omeprazole", several, named)
