"""What patients say for each intent, labelled by hand, and the index that finds the phrases."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rxflow.dialogue.intents import Intent, read_intent
from rxflow.dialogue.intents.reader import INDEX, ROWS
from rxflow.dialogue.spoken import spoken
from rxflow.dialogue.text import plain

from .intent_messages import MESSAGES

MESSAGE_ROWS = [(text, intent) for intent, texts in MESSAGES.items() for text in texts.split("\n")[1:-1]]
ORDINARY = (Path(__file__).parent / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
ANCHORED = [row for place, row in enumerate(ROWS) if place not in INDEX.candidates("")]


@pytest.mark.parametrize(("message", "intent"), MESSAGE_ROWS, ids=[f"{intent}-{text}" for text, intent in MESSAGE_ROWS])
def test_intents(message: str, intent: Intent) -> None:
    assert read_intent(message) is intent


def test_every_intent_has_messages() -> None:
    """But for the choice of a pharmacy, which is told by names (see test_understanding)."""
    assert set(MESSAGES) == set(Intent) - {Intent.CHOOSE_PHARMACY}


def test_patterns_are_written_as_text_is_compared() -> None:
    """An accent or a capital in a pattern could never be met."""
    for row in ROWS:
        assert plain(row.pattern.pattern) == re.sub("[SWD]", lambda letter: letter[0].lower(), row.pattern.pattern)


def by_the_index(said: str) -> list[int]:
    return [place for place in INDEX.candidates(said) if ROWS[place].pattern.search(said)]


def without_the_index(said: str) -> list[int]:
    return [place for place, row in enumerate(ROWS) if row.pattern.search(said)]


def test_the_index_never_changes_what_a_message_meets() -> None:
    for text in (*ORDINARY, *(text for text, _ in MESSAGE_ROWS)):
        said = spoken(text)

        assert by_the_index(said) == without_the_index(said), text


@pytest.mark.parametrize("row", ANCHORED, ids=[f"{place}-{row.intent}" for place, row in enumerate(ANCHORED)])
def test_whatever_a_row_meets_is_found_by_the_index(row: object) -> None:
    """Over texts made from the patterns themselves."""

    @given(st.from_regex(row.pattern), st.sampled_from(["", "please ", "ok "]))  # type: ignore[attr-defined]
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def meets(text: str, before: str) -> None:
        said = spoken(before + text)

        assert by_the_index(said) == without_the_index(said)

    meets()
