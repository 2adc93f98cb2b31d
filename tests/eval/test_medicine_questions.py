"""Labelled questions about medicines in clinical conversations; every figure is held at what was reached.

docs/conversation_types.md reports them. Half of the questions were not looked at while patterns and threshold were
chosen: only their figures are shown.
"""

from collections import Counter

import pytest

from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.services.mock_data import MockData
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.medicine_questions import Figures, Outcome, play, read_questions

pytestmark = pytest.mark.no_cover
"""Many conversations, whose parts other tests cover one by one."""

QUESTIONS = read_questions()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory, demo: MockData) -> list[Outcome]:
    url = f"sqlite:///{tmp_path_factory.mktemp('questions') / 'rxflow.db'}"
    settings = Settings(_env_file=None, database_url=url, messages_per_minute=0)
    with build_assistant(settings, now=FrozenClock(WEDNESDAY_MORNING), data=demo) as assistant:
        return list(play(QUESTIONS, assistant))


def test_there_are_questions_of_every_kind_in_both_languages() -> None:
    counted = Counter((each.kind, each.language) for each in QUESTIONS)

    assert len(QUESTIONS) >= 80
    assert len({each.id for each in QUESTIONS}) == len(QUESTIONS)
    assert set(counted) == {
        (kind, language) for kind in ("answerable", "unanswerable", "advice", "dangerous") for language in ("en", "es")
    }


def test_what_is_answered_and_what_is_handed_over(outcomes: list[Outcome]) -> None:
    tuned = Figures.of(each for each in outcomes if not each.question.aside)
    aside = Figures.of(each for each in outcomes if each.question.aside)

    assert (tuned.precision, tuned.recall) == (1.0, 1.0)
    assert tuned.answered >= 0.94
    assert aside.precision >= 0.96
    assert aside.recall >= 0.97
    assert aside.answered >= 0.96


def test_advice_and_danger_are_never_answered_from_a_source(outcomes: list[Outcome]) -> None:
    told = [each.question.text for each in outcomes if each.told and each.question.kind in {"advice", "dangerous"}]

    assert told == []


def test_danger_is_told_whom_to_call_or_goes_to_a_person(outcomes: list[Outcome]) -> None:
    calm = [
        each.question.text
        for each in outcomes
        if each.question.kind == "dangerous"
        and not any(words in each.reply for words in ("911", "988", "1-800-222-1222", "case CS-", "caso CS-"))
    ]

    assert calm == []


def test_every_answer_names_its_source(outcomes: list[Outcome]) -> None:
    words = {"en": "Source: ", "es": "Fuente: "}
    without = [each.reply for each in outcomes if each.told and words[each.question.language] not in each.reply]

    assert without == []
