"""The utterance format: what is read, and what a broken file is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from rxflow.evaluation.utterance import Label, UtteranceFileError, read_utterances

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


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


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
    path = written(tmp_path / "u.jsonl", json.dumps(GOOD), json.dumps({**GOOD, "id": "other", **change}))

    with pytest.raises(UtteranceFileError) as raised:
        read_utterances(path)

    assert f"u.jsonl line 2: {field}: " in str(raised.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "line 1: not a JSON object"),
        (b"[]", "line 1: line: "),
        (b'\n{"id": "\xff"}', "line 2: not a JSON object"),
        (json.dumps({**GOOD, "id": ""}).encode(), "line 1: id: "),
        (f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}".encode(), "line 2: id: u001 is also the id of line 1"),
        (b"\n \n", "holds no utterance"),
    ],
)
def test_a_broken_file_is_one_message(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "u.jsonl"
    path.write_bytes(content)

    with pytest.raises(UtteranceFileError) as raised:
        read_utterances(path)

    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UtteranceFileError, match="cannot be read: No such file"):
        read_utterances(tmp_path / "none.jsonl")
