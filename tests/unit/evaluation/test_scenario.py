"""The scenario format: what is read, and what a broken file is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from rxflow.evaluation.scenario import ScenarioFileError, read_scenarios
from rxflow.workflow.workflow_types import RefillState

GOOD: dict[str, Any] = {
    "id": "refill",
    "tags": ["happy"],
    "patient": "patient_001",
    "open": "refill lisinopril",
    "replies": {"CONFIRM_DOSAGE": ["yes", "yes again"]},
    "expect": {"outcome": ["COMPLETE"], "rx": ["RX100101"], "says": ["(?i)order"]},
}


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_file_is_read_line_by_line_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path / "s.jsonl", "\ufeff" + json.dumps(GOOD), "", json.dumps({**GOOD, "id": "other"}), "")

    assert [scenario.id for scenario in read_scenarios(path)] == ["refill", "other"]


def test_the_nth_visit_to_a_state_uses_the_nth_message(tmp_path: Path) -> None:
    (scenario,) = read_scenarios(written(tmp_path / "s.jsonl", json.dumps(GOOD)))

    assert [scenario.words(RefillState.CONFIRM_DOSAGE, visit) for visit in (1, 2, 3)] == ["yes", "yes again", None]
    assert scenario.words(RefillState.SELECT_PHARMACY, 1) is None


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"open": None}, "open"),
        ({"tags": "happy"}, "tags"),
        ({"replies": {"NO_SUCH_STATE": ["yes"]}}, "replies.NO_SUCH_STATE"),
        ({"replies": {"START": "yes"}}, "replies.START"),
        ({"expect": {"outcome": []}}, "expect.outcome"),
        ({"expect": {"outcome": ["ERROR"]}}, "expect.outcome.0"),
        ({"expect": {"outcome": ["COMPLETE"], "finding": ["NO_SUCH"]}}, "expect.finding.0"),
        ({"expect": {"outcome": ["COMPLETE"], "says": ["("]}}, "expect.says.0"),
        ({"expect": {"outcome": ["COMPLETE"], "say": ["x"]}}, "expect.say"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(tmp_path: Path, change: dict[str, Any], field: str) -> None:
    path = written(tmp_path / "s.jsonl", json.dumps(GOOD), json.dumps({**GOOD, "id": "other", **change}))

    with pytest.raises(ScenarioFileError) as raised:
        read_scenarios(path)

    assert f"s.jsonl line 2: {field}: " in str(raised.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "line 1: not a JSON object"),
        (b"[]", "line 1: line: "),
        (b'\n{"id": "\xff"}', "line 2: not a JSON object"),
        (json.dumps({**GOOD, "id": ""}).encode(), "line 1: id: "),
        (f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}".encode(), "line 2: id: refill is also the id of line 1"),
        (b"\n \n", "holds no scenario"),
    ],
)
def test_a_broken_file_is_one_message(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "s.jsonl"
    path.write_bytes(content)

    with pytest.raises(ScenarioFileError) as raised:
        read_scenarios(path)

    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ScenarioFileError, match="cannot be read: No such file"):
        read_scenarios(tmp_path / "none.jsonl")
