"""What patients say for each intent, labelled by hand."""

import pytest

from rxflow.dialogue.intent_patterns import INTENT_ROWS, Intent
from rxflow.dialogue.intents import read_intent
from rxflow.dialogue.text import plain

from .intent_messages import MESSAGES

ROWS = [(text, intent) for intent, texts in MESSAGES.items() for text in texts.split("\n")[1:-1]]


@pytest.mark.parametrize(("message", "intent"), ROWS, ids=[f"{intent}-{text}" for text, intent in ROWS])
def test_intents(message: str, intent: Intent) -> None:
    assert read_intent(message) is intent


def test_every_intent_has_messages() -> None:
    assert set(MESSAGES) == set(Intent)


def test_patterns_are_written_as_text_is_compared() -> None:
    """An accent or a capital in a pattern could never be met."""
    for intent, pattern in INTENT_ROWS:
        assert plain(pattern.pattern) == pattern.pattern.replace("S", "s").replace("W", "w").replace("D", "d"), intent
