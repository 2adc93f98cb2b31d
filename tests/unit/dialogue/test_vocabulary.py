"""Ordinary words are never taken for a medicine."""

from pathlib import Path
from random import Random

import pytest

from bench.names import with_slips
from rxflow.dialogue.medications import MedicationResolver, MentionKind
from rxflow.dialogue.text import plain, words_of
from rxflow.dialogue.vocabulary import ORDINARY_WORDS
from rxflow.services.mock_data import MockData
from tests.support.batches import batches

SENTENCES = (Path(__file__).parent / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentences", batches(SENTENCES))
def test_ordinary_sentences_name_no_medicine(
    resolver: MedicationResolver, demo: MockData, sentences: list[str]
) -> None:
    """By name; words for a use, such as `heart`, may find what it is for."""
    assert [sentence for sentence in sentences if resolver.drugs_named(sentence)] == []
    for patient in demo.patients:
        own = [item for item in demo.prescriptions if item.patient_id == patient.patient_id]
        mentions = [mention for sentence in sentences for mention in resolver.resolve(sentence, own)]
        assert [mention.words for mention in mentions if mention.drug] == []


def test_slips_in_ordinary_sentences_name_no_medicine(resolver: MedicationResolver, demo: MockData) -> None:
    """Never a pick; now and then a question, where a slip comes as near to a name as to the word."""
    random = Random(20261121)
    texts = [with_slips(sentence, random) for sentence in SENTENCES]
    patients = [
        [item for item in demo.prescriptions if item.patient_id == patient.patient_id] for patient in demo.patients
    ]
    mentions = [
        mention for text in texts for own in patients for mention in resolver.resolve(text, own) if mention.drug
    ]

    assert [mention.words for mention in mentions if mention.kind is MentionKind.PRESCRIPTION] == []
    assert len(mentions) / (len(texts) * len(patients)) < 0.002
    assert sum(bool(resolver.drugs_named(text)) for text in texts) <= 1


def test_names_on_the_labels_are_no_ordinary_words(demo: MockData) -> None:
    names = {word for item in demo.prescriptions for word in words_of(f"{item.drug} {item.brand_name or ''}")}

    assert names & ORDINARY_WORDS <= {"prenatal", "vitamin"}


def test_ordinary_words_are_written_as_text_is_compared() -> None:
    assert [word for word in ORDINARY_WORDS if word.rstrip(",") not in words_of(word) and "-" not in word] == []
    assert [word for word in ORDINARY_WORDS if plain(word) != word] == []
