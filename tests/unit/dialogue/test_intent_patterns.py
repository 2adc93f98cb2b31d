"""What patients say for each intent, labelled by hand, and the index that finds the phrases."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rxflow.dialogue.intents import Evidence, Intent, read_intent
from rxflow.dialogue.intents.letters import letters_of
from rxflow.dialogue.intents.phrases import KEPT, digest_of, kept_phrases, read_phrases_of, written
from rxflow.dialogue.intents.reader import ROWS
from rxflow.dialogue.intents.rows import RowIndex, row
from rxflow.dialogue.spoken import spoken
from rxflow.dialogue.text import plain

from .intent_messages import MESSAGES

MESSAGE_ROWS = [(text, intent) for intent, texts in MESSAGES.items() for text in texts.split("\n")[1:-1]]
ORDINARY = (Path(__file__).parent / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
PATTERNS = [re.compile(each.phrases) for each in ROWS]
INDEX = RowIndex([replace(each, evidence=Evidence.PHRASE) for each in ROWS], kept_phrases())
"""One that passes over no single words."""


@pytest.mark.parametrize(("message", "intent"), MESSAGE_ROWS, ids=[f"{intent}-{text}" for text, intent in MESSAGE_ROWS])
def test_intents(message: str, intent: Intent) -> None:
    assert read_intent(message) is intent


def test_every_intent_has_messages() -> None:
    """But for the choice of a pharmacy, which is told by names (see test_understanding)."""
    assert set(MESSAGES) == set(Intent) - {Intent.CHOOSE_PHARMACY}


def test_patterns_are_written_as_text_is_compared() -> None:
    """An accent or a capital in a pattern could never be met."""
    for each in ROWS:
        assert plain(each.phrases) == re.sub("[SWD]", lambda letter: letter[0].lower(), each.phrases)


def by_the_index(said: str) -> list[int]:
    return [INDEX.rows.index(each) for each in INDEX.met(said)]


def without_the_index(said: str) -> list[int]:
    return [place for place, pattern in enumerate(PATTERNS) if pattern.search(said)]


def test_the_index_never_changes_what_a_message_meets() -> None:
    for text in (*ORDINARY, *(text for text, _ in MESSAGE_ROWS)):
        said = spoken(text)

        assert by_the_index(said) == without_the_index(said), text


@pytest.mark.parametrize("place", range(len(ROWS)), ids=[f"{place}-{each.intent}" for place, each in enumerate(ROWS)])
def test_whatever_a_row_meets_is_found_by_the_index(place: int) -> None:
    """Over texts made from the patterns themselves."""

    @given(st.from_regex(PATTERNS[place]), st.sampled_from(["", "please ", "ok "]))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def meets(text: str, before: str) -> None:
        said = spoken(before + text)

        assert by_the_index(said) == without_the_index(said)

    meets()


def test_what_is_kept_of_the_rows_is_what_they_say_today() -> None:
    """A phrase was changed: run `python -m bench.phrase_letters`."""
    read = {digest_of(each.phrases): read_phrases_of(each.phrases) for each in ROWS}

    assert KEPT.read_text(encoding="utf-8") == written(read)


def test_rows_that_are_not_kept_are_read_from_their_phrases(tmp_path: Path) -> None:
    changed = row(Intent.TRACK, r"\bwhere is my (?:parcel|box)\b|^(?:a|b)[|]c$")
    (tmp_path / "letters.json").write_text(json.dumps({"0" * 16: [[1], {}]}), encoding="utf-8")

    for kept in (kept_phrases(tmp_path / "letters.json"), kept_phrases(tmp_path / "none.json")):
        index = RowIndex([changed], kept)
        assert list(index.met("where is my parcel")) == list(index.met("a|c")) == [changed]
        assert not list(index.met("where is my bottle"))


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\bcancel\w*", ["canc"]),
        (r"\bcolou?r\b", ["colo"]),
        (r"\bcats?\b|\bdog\b", [" dog |cat"]),
        (r"\b(?:my |the )?cat(?! food)[,.! ]*$", [" cat "]),
        (r"\b(?:\w+ )*(?:cat|bird)\b", [" bird | cat "]),
        (r"cat(?:s|fish)?\b|tomcat+\b", ["cat|omca"]),
        (r"\b(?:refill|border)s?(?:it|them)\b", ["bord|fill"]),
        (r"\bwon't \w+(?=.*\?|.*\bplease\b)(?!.*\bnever\b)(?<!if)", ["won'", " please |?"]),
        (r"\b(?:cheap)?(?:er)*\d{0,2}", []),
        (r"\bthe (?:closest|\w+)\b", [" the "]),
    ],
)
def test_letters_are_those_that_a_pattern_cannot_do_without(pattern: str, letters: list[str]) -> None:
    """A whole word is written with its spaces."""
    assert ["|".join(sorted(each)) for each in letters_of(pattern)] == letters
