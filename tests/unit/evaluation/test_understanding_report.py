"""The report on understanding, and the command that prints it."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.cli import app
from rxflow.dialogue.medications import Mention, MentionKind
from rxflow.evaluation import understanding_report as report
from rxflow.evaluation.reading import Reading
from rxflow.evaluation.understanding import Score, score
from rxflow.evaluation.utterance import Label, Utterance

RX = "RX100101"


def utterance(
    id_: str, intent: Any, *medicines: dict[str, str], tags: str = "plain", language: str = "en"
) -> Utterance:
    fields = {"id": id_, "text": f"words of {id_}", "patient": "patient_001", "language": language}
    return Utterance.model_validate({**fields, "tags": tags.split(), "intent": intent, "medicines": medicines})


def pick(rx_number: str) -> Mention:
    return Mention("words", MentionKind.PRESCRIPTION, (rx_number,), "lisinopril")


SCORES: list[Score] = [
    score(utterance("a", "refill", {"rx": RX}), Reading(Label.REFILL, 0.9, (pick(RX),))),
    score(
        utterance("b", ["refill", "price"], {"rx": RX}, tags="hard typo"), Reading(Label.PRICE, 0.7, (pick("RX1002"),))
    ),
    score(utterance("c", "refill", {"rx": RX}, tags="hard typo", language="es"), Reading(Label.UNKNOWN, 0.3)),
    score(utterance("d", "emergency", tags="hard"), Reading(Label.REFILL, 0.4)),
    score(utterance("e", "thanks"), Reading(Label.EMERGENCY, None, (pick(RX),))),
]


def test_the_worst_errors_come_first_by_id_and_no_words_are_shown() -> None:
    lines = list(report.summary_lines(SCORES))

    assert lines[:4] == [
        "wrong silent picks  1: b",
        "read beside what is labelled, in no request  1: e",
        "emergencies missed  1: d",
        "false emergencies  1: e",
    ]
    assert not any("words of" in line for line in lines)


def test_rates_by_difficulty_language_and_tag() -> None:
    found = report.figures(SCORES)

    assert str(found.intents) == "2/5 40.0%"
    assert {name: (rate.right, rate.total) for name, rate in found.intents_by.items()} == {
        "plain": (1, 2),
        "hard": (1, 3),
        "en": (2, 4),
        "es": (0, 1),
        "typo": (1, 2),
    }
    assert {name: (rate.right, rate.total) for name, rate in found.medicines_by.items()} == {
        "plain": (1, 1),
        "hard": (0, 2),
        "en": (1, 2),
        "es": (0, 1),
        "typo": (0, 2),
    }
    assert {name.value: count for name, count in found.resolutions.items()} == {
        "right": 1,
        "asked": 0,
        "missed": 1,
        "astray": 0,
        "wrong": 1,
    }


def test_the_confusion_tells_what_the_worst_intents_were_taken_for() -> None:
    worst = report.worst_intents(report.figures(SCORES))

    assert [(label, str(rate), dict(taken)) for label, rate, taken in worst] == [
        (Label.EMERGENCY, "0/1 0.0%", {Label.REFILL: 1}),
        (Label.REFILL, "2/3 66.7%", {Label.UNKNOWN: 1}),
        (Label.THANKS, "0/1 0.0%", {Label.EMERGENCY: 1}),
    ]


def test_what_a_rule_decided_is_not_in_the_calibration_of_intents() -> None:
    found = report.figures(SCORES)

    assert (found.intent_calibration.count, found.medicine_calibration.count) == (4, 3)


def test_a_failure_tells_what_was_wanted_and_what_was_read() -> None:
    assert [list(report.failure_lines(each)) for each in SCORES[:3]] == [
        [],
        [
            "FAIL b (patient_001): words of b",
            "  medicine wrong: wanted RX100101, read RX1002",
        ],
        [
            "FAIL c (patient_001): words of c",
            "  intent: wanted refill, read unknown (0.30)",
            "  medicine missed: wanted RX100101, read nothing",
        ],
    ]
    assert list(report.failure_lines(SCORES[4]))[1:] == [
        "  intent: wanted thanks, read emergency",
        "  medicine picked beside what is labelled: read RX100101",
    ]


def test_the_object_for_programs_is_plain_json() -> None:
    whole = json.loads(json.dumps(report.to_json(SCORES)))

    assert whole["wrong_silent_picks"] == ["b"]
    assert (whole["intents"], whole["medicines"]) == ([2, 5], [1, 3])
    assert whole["failed"] == ["b", "c", "d", "e"]
    assert whole["taken_for"]["refill"] == {"refill": 2, "unknown": 1}


def test_a_set_without_medicines_has_a_report() -> None:
    assert "medicines right or asked  0/0 100.0%" in list(report.summary_lines(SCORES[3:4]))


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["eval-words", *arguments], catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "utterances.jsonl"
    good = utterance("good", "refill", {"rx": RX}).model_dump(mode="json", exclude_unset=True)
    bad = utterance("bad", "greeting").model_dump(mode="json", exclude_unset=True)
    path.write_text("\n".join(json.dumps({**each, "text": "refill my lisinopril"}) for each in (good, bad)), "utf-8")
    return path


def test_the_command_prints_the_report_and_ends_with_1_after_a_silent_pick(file: Path) -> None:
    result = run(str(file))

    assert result.exit_code == 1
    assert "wrong silent picks  1: bad" in result.stdout
    assert "refill my lisinopril" not in result.stdout
    assert "FAIL bad (patient_001): refill my lisinopril" in run(str(file), "--failures").stdout
    assert json.loads(run(str(file), "--json").stdout)["failed"] == ["bad"]


def test_the_command_ends_with_0_when_nothing_was_picked_wrongly(file: Path) -> None:
    file.write_text(file.read_text("utf-8").splitlines()[0], "utf-8")

    assert run(str(file)).exit_code == 0


def test_the_command_tells_of_a_broken_file_in_one_line(file: Path) -> None:
    file.write_text("{", "utf-8")
    result = run(str(file))

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "line 1: not a JSON object" in result.stderr
    assert "rxflow eval-words" in run("--help").stdout
