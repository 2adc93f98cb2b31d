"""Quick ways to read a message, which lead where the slow ones do."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue import descriptions, pharmacy_words
from rxflow.dialogue.expression import Expression
from rxflow.dialogue.medications import MedicationResolver, MentionKind
from rxflow.dialogue.text import clean, clipped, holds, plain, words_of

from .conftest import PrescriptionsOf

EVALUATION = Path(__file__).resolve().parents[2] / "eval"
MARKED: dict[str, list[tuple[Iterable[str], Expression]]] = {
    "forms": [(marks, said) for marks, said, _ in descriptions._FORMS],
    "uses": [(marks, said) for marks, said, _ in descriptions._LAY_USES],
    "wishes": [(marks, said) for _, marks, said in pharmacy_words._WISHES],
    "opening": [(pharmacy_words._OF_OPENING, pharmacy_words._OPEN)],
    "vaccines": [(descriptions._OF_VACCINES, descriptions._VACCINE)],
    "directions": [(descriptions._OF_DIRECTIONS, descriptions._POINTED_DIRECTIONS)],
    "telling": [(descriptions._OF_TELLING, descriptions._ONLY_TOLD)],
}


@pytest.fixture(scope="module")
def messages() -> list[str]:
    """What patients write, as it is compared: each message plain, and in words."""
    texts = [
        plain(json.loads(line)["text"])
        for path in sorted(EVALUATION.glob("utterances*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [*texts, *(" ".join(words_of(text)) for text in texts)]


@pytest.mark.parametrize("kind", MARKED)
def test_an_expression_is_met_only_where_one_of_its_marks_stands(kind: str, messages: list[str]) -> None:
    for marks, said in MARKED[kind]:
        missed = [text for text in messages if said.search(text) and not holds(text, tuple(marks))]
        assert not missed, said.pattern


@pytest.mark.parametrize("kind", MARKED)
def test_every_mark_is_a_part_of_what_it_marks(kind: str) -> None:
    for marks, said in MARKED[kind]:
        letters = re.sub(r"\\[a-zA-Z]|[^a-z0-9]", "", said.pattern)
        assert not [mark for mark in marks if mark.replace(" ", "")[:3] not in letters]


@given(st.text(st.characters(max_codepoint=127), max_size=200))
def test_ascii_is_cleaned_as_other_text(text: str) -> None:
    # A letter that is not ASCII makes the whole text go the long way.
    assert clean(f"{text}e").removesuffix("e") == clean(f"{text}\u00e9").removesuffix("\u00e9")


@given(st.text(st.sampled_from("ab \n"), max_size=200).map(lambda text: text * 20))
def test_a_long_text_is_clipped_between_words(text: str) -> None:
    part = clipped(text)

    assert part == text if len(text) <= 2000 else len(part) <= 2001
    if " " in text[:1500] and " " in text[-500:]:
        assert set(part.split(" ")) <= set(text.split(" "))


def test_nothing_is_picked_silently_from_a_message_that_is_not_read_whole(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    own = prescriptions_of("001")
    story = "and my cousin told me all of it. " * 100

    for words in ("refill my lisinopril", "RX100101", "my blood pressure pill"):
        (long,) = resolver.resolve(f"{words}. {story} No, not the lisinopril after all. {story}", own)
        (short,) = resolver.resolve(words, own)
        assert (short.kind, long.kind) == (MentionKind.PRESCRIPTION, MentionKind.SIMILAR)
        assert long.rx_numbers == short.rx_numbers


def test_a_word_of_a_use_that_is_listed_is_not_mended(
    resolver: MedicationResolver, prescriptions_of: PrescriptionsOf
) -> None:
    (mention,) = resolver.resolve("Sinus infection isn't clearing. The antibiotic again?", prescriptions_of("014"))

    assert mention.words.startswith("Sinus infection")
