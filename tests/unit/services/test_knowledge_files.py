"""The passages: read whole, or told what is wrong; each cites what is there, and may be said."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rxflow.dialogue.outgoing import find_breach
from rxflow.domain.errors import DataError
from rxflow.domain.knowledge import InformationTopic, Passage
from rxflow.services.knowledge_files import FILE, Knowledge, load_knowledge
from rxflow.services.mock_data import MockData
from tests.conftest import DATA_DIR
from tests.support.plain_language import breaches

ROOT = DATA_DIR.parent
KNOWLEDGE = load_knowledge(DATA_DIR)
PASSAGES = {each.passage_id: each for found in KNOWLEDGE.passages.values() for each in found}
Write = Callable[..., Knowledge]


@pytest.fixture
def load(tmp_path: Path) -> Write:
    def written(**changes: Any) -> Knowledge:
        record = {
            "passage_id": "one",
            "topic": "storage",
            "about": ["lisinopril"],
            "text": {"en": "It is kept dry."},
            "source": {"en": "a leaflet"},
            "found_in": "data/README.md",
            "confidence": "K",
        }
        file = {"topics": {}, "groups": {"both": ["lisinopril", "metformin"]}, "passages": [record | changes]}
        (tmp_path / FILE).parent.mkdir(exist_ok=True)
        (tmp_path / FILE).write_text(json.dumps(file), encoding="utf-8")
        return load_knowledge(tmp_path)

    return written


def test_a_folder_without_passages_has_none(tmp_path: Path) -> None:
    assert load_knowledge(tmp_path).passages == {}


def test_a_group_stands_for_its_medicines(load: Write) -> None:
    assert set(load(about=["@both", "lisinopril"]).passages) == {"lisinopril", "metformin"}


def test_what_is_to_be_checked_first_is_not_told(load: Write) -> None:
    assert load(confidence="K?").passages == {}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"topic": "weather"}, "passages.0.topic"),
        ({"about": []}, "passages.0.about"),
        ({"about": ["@nobody"]}, "@nobody is no group"),
        ({"text": {"es": "Se guarda seco."}}, "text should have words, in English always"),
        ({"text": {"en": " "}}, "text should have words"),
        ({"text": {"en": "Dry.", "es": "Seco."}}, "source should be in every language"),
        ({"confidence": "sure"}, "passages.0.confidence"),
        ({"more": 1}, "passages.0.more"),
    ],
    ids=str,
)
def test_a_broken_passage_is_named(load: Write, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=words):
        load(**changes)


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text("{", encoding="utf-8")

    with pytest.raises(DataError, match=r"passages.json: cannot be read"):
        load_knowledge(tmp_path)


def test_a_passage_is_there_once_and_a_group_does_not_hold_itself(tmp_path: Path) -> None:
    file = json.loads((DATA_DIR / FILE).read_text(encoding="utf-8"))
    (tmp_path / FILE).parent.mkdir()
    for changed, words in (
        (file | {"passages": file["passages"][:1] * 2}, "there twice"),
        (file | {"groups": file["groups"] | {"ace": ["@arb"], "arb": ["@ace"]}}, "holds itself"),
    ):
        (tmp_path / FILE).write_text(json.dumps(changed), encoding="utf-8")
        with pytest.raises(DataError, match=words):
            load_knowledge(tmp_path)


def test_the_passages_are_about_medicines_there_are(demo: MockData) -> None:
    assert set(KNOWLEDGE.passages) <= {drug.name for drug in demo.drugs}
    assert set(KNOWLEDGE.asked_as) == set(InformationTopic)


def test_every_medicine_of_the_demo_patients_has_a_passage(demo: MockData) -> None:
    without = {each.drug for each in demo.prescriptions} - set(KNOWLEDGE.passages)

    assert without == {"naloxone"}


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=lambda each: each.passage_id)
def test_a_passage_names_a_source_that_is_there(passage: Passage) -> None:
    words = {
        "data/README.md": "general knowledge",
        "docs/DOMAIN.md": "### 6.1",
        "data/clinical/pregnancy.csv": "FDA labels: pregnancy warnings by class",
        "data/clinical/abrupt_stop.csv": "FDA labels: withdrawal and missed-dose warnings",
        "data/clinical/interactions.csv": "FDA labels",
    }[passage.found_in]

    assert words in (ROOT / passage.found_in).read_text(encoding="utf-8")
    assert words.removeprefix("### ") in passage.source["en"]


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=lambda each: each.passage_id)
def test_a_passage_may_be_said_and_is_plain(passage: Passage) -> None:
    for language, text in passage.text.items():
        assert find_breach(text) is None
        assert [each for each in breaches(text, language) if "words in a sentence" not in each] == []


def test_what_warns_of_alcohol_is_in_the_table_of_interactions() -> None:
    table = (ROOT / "data/clinical/interactions.csv").read_text(encoding="utf-8")
    about = [drug for drug, found in KNOWLEDGE.passages.items() if PASSAGES["sedating-alcohol"] in found]

    assert about
    assert [drug for drug in about if f"\n{drug.split(' / ')[-1]},alcohol," not in table] == []


def test_what_warns_of_pregnancy_is_in_the_table_of_pregnancy() -> None:
    table = (ROOT / "data/clinical/pregnancy.csv").read_text(encoding="utf-8")
    about = [drug for drug, found in KNOWLEDGE.passages.items() if PASSAGES["caution-pregnancy"] in found]

    assert [drug for drug in about if not any(f"\n{part}," in table for part in drug.split(" / "))] == []
