"""The utterance format: what is read, and what a broken file is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from rxflow.evaluation.utterance import Label, UtteranceFileError, read_utterances

from .json_line_files import Format, written

GOOD: dict[str, Any] = {
    "id": "u001",
    "text": "lisinopril and the other one",
    "patient": "patient_001",
    "language": "en",
    "tags": ["hard", "several"],
    "intent": "refill",
    "medicines": [
        {"rx": "RX100101"},
        {"rx": ["RX100102", "RX100103"]},
        {"confirm": "RX100104"},
        {"drug": "sertraline"},
    ],
}
FORMAT = Format(read_utterances, UtteranceFileError, GOOD, "utterance")


def test_a_file_is_read_line_by_line_and_one_intent_is_a_list_of_one(tmp_path: Path) -> None:
    other = {**GOOD, "id": "u002", "intent": ["price", "refill"], "tags": ["plain"], "medicines": []}
    path = written(tmp_path / "u.jsonl", "\ufeff" + json.dumps(GOOD), "", json.dumps(other))

    first, second = read_utterances(path)

    assert (first.intent, second.intent) == ((Label.REFILL,), (Label.PRICE, Label.REFILL))
    assert (first.is_hard, second.is_hard) == (True, False)
    assert [(medicine.rx_numbers, medicine.must_ask) for medicine in first.medicines] == [
        (("RX100101",), False),
        (("RX100102", "RX100103"), True),
        (("RX100104",), True),
        ((), False),
    ]
    assert [str(medicine) for medicine in first.medicines] == [
        "RX100101",
        "ask about RX100102 or RX100103",
        "ask about RX100104",
        "sertraline, not on the profile",
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": 7}, "text"),
        ({"patient": None}, "patient"),
        ({"language": "fr"}, "language"),
        ({"tags": []}, "tags"),
        ({"tags": ["typo", "hard"]}, "line"),
        ({"intent": "no_such"}, "intent.0"),
        ({"intent": []}, "intent"),
        ({"intent": ["refill", "no_such"]}, "intent.1"),
        ({"medicines": "RX100101"}, "medicines"),
        ({"medicines": [{"rx": "RX1"}]}, "medicines.0.rx.0"),
        ({"medicines": [{"rx": []}]}, "medicines.0.rx"),
        ({"medicines": [{"confirm": "lisinopril"}]}, "medicines.0.confirm"),
        ({"medicines": [{"drug": "Zoloft"}]}, "medicines.0.drug"),
        ({"medicines": [{"drug": None}]}, "medicines.0"),
        ({"medicines": [{"rx": "RX100101"}, {}]}, "medicines.1"),
        ({"medicines": [{"rx": "RX100101", "drug": "lisinopril"}]}, "medicines.0"),
        ({"medicines": [{"name": "lisinopril"}]}, "medicines.0.name"),
        ({"patients": "patient_001"}, "patients"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(tmp_path: Path, change: dict[str, Any], field: str) -> None:
    path = FORMAT.with_change(tmp_path / "u.jsonl", change)

    with pytest.raises(UtteranceFileError) as raised:
        read_utterances(path)

    assert f"u.jsonl line 2: {field}: " in str(raised.value)
