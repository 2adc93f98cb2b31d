"""The scenario format: what is read, and what a broken file is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from rxflow.evaluation.scenario import ScenarioFileError, read_scenarios
from rxflow.workflow.workflow_types import RefillState

from .json_line_files import Format, written

GOOD: dict[str, Any] = {
    "id": "refill",
    "tags": ["happy"],
    "patient": "patient_001",
    "open": "refill lisinopril",
    "replies": {"CONFIRM_DOSAGE": ["yes", "yes again"]},
    "expect": {"outcome": ["COMPLETE"], "rx": ["RX100101"], "says": ["(?i)order"]},
}
FORMAT = Format(read_scenarios, ScenarioFileError, GOOD, "scenario")


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
    path = FORMAT.with_change(tmp_path / "s.jsonl", change)

    with pytest.raises(ScenarioFileError) as raised:
        read_scenarios(path)

    assert f"s.jsonl line 2: {field}: " in str(raised.value)
