"""Which of a few short texts fits a question, and what part of the question it holds."""

import pytest

from rxflow.services.bm25 import Bm25, terms

TEXTS = {
    "cough": "Common side effects are a dry cough and dizziness.",
    "aches": "Common side effects are muscle aches.",
    "cold": "It is stored in the refrigerator.",
}


@pytest.fixture
def index() -> Bm25[str]:
    return Bm25(TEXTS)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("What are the side effects?", "SIDE EFFECT"),
        ("¿Cuáles son los efectos?", "efecto"),
        ("stored", "storing"),
        ("mareo", "mareos"),
        ("a I 10", ""),
    ],
)
def test_terms_are_the_words_that_say_what_it_is_about(words: str, same: str) -> None:
    assert terms(words) == terms(same)


@pytest.mark.parametrize(
    ("question", "best"), [("does it cause a cough", "cough"), ("muscle aches", "aches"), ("stored cold", "cold")]
)
def test_the_text_with_the_rarest_words_fits_best(index: Bm25[str], question: str, best: str) -> None:
    found = index.best(terms(question), TEXTS)

    assert found is not None
    assert found[0] == best


def test_all_of_a_question_counts_one_and_none_of_it_nothing(index: Bm25[str]) -> None:
    assert index.best(terms("dry cough"), TEXTS) == ("cough", 1.0)
    assert index.best(terms("hair loss"), TEXTS) is None
    assert index.best((), TEXTS) is None


def test_a_word_that_no_text_has_weighs_most(index: Bm25[str]) -> None:
    found = index.best(terms("side hair"), TEXTS)

    assert found is not None
    assert 0 < found[1] < 0.4


def test_only_the_texts_that_may_be_answered_with_are_looked_at(index: Bm25[str]) -> None:
    assert index.best(terms("cough"), ["aches", "cold"]) is None
    found = index.best(terms("side effects"), ["aches"])
    assert found is not None
    assert found[0] == "aches"


def test_of_equals_the_first_is_taken(index: Bm25[str]) -> None:
    same = Bm25({"one": "rash", "two": "rash"})

    assert same.best(terms("rash"), ["two", "one"]) == ("two", 1.0)


def test_an_empty_index_has_no_answer() -> None:
    assert Bm25[str]({}).best(terms("cough"), []) is None
