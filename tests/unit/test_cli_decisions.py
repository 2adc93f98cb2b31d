"""`rxflow case --claim`, `--release`, `--read` and `--decide`."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.cli import app


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("RXFLOW_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, words: str | None = None) -> Any:
    return CliRunner().invoke(app, arguments, input=words, catch_exceptions=False)


@pytest.fixture
def case_number() -> str:
    for user_id, role in (("mlee", "pharmacist"), ("tim", "technician")):
        run("users", "add", user_id, "--name", "Some One", "--role", role, words="a sentence is a good password\n")
    asked = run("chat", "--patient", "patient_014", "--json", words="refill my cephalexin\n").stdout
    return str(json.loads(asked)["escalation"]["case_id"])


def test_a_case_is_claimed_read_and_approved(case_number: str) -> None:
    def act(*words: str) -> Any:
        return run("case", case_number, *words, "--as", "mlee")

    assert "Claimed by mlee." in act("--claim").stdout
    approval = ("--decide", "approve", "--reason", "ALLERGY_RULED_OUT", "--note", "had it last year")
    unread = act(*approval)
    assert (unread.exit_code, "Open these alerts first" in unread.stderr) == (2, True)
    assert "alert read ALLERGY" in act("--read", "ALLERGY").stdout
    assert "ALLERGY_RULED_OUT (mlee): had it last year" in act(*approval, "--patient-note", "Take care.").stdout

    shown = json.loads(run("case", case_number, "--json").stdout)
    assert (shown["status"], shown["holder"]) == ("resolved", None)
    assert (shown["history"][-1]["reason"], shown["history"][-2]["alert"]) == ("ALLERGY_RULED_OUT", "ALLERGY")
    assert run("audit", "verify").exit_code == 0


def test_a_case_that_another_has_is_taken_over_with_a_note(case_number: str) -> None:
    run("case", case_number, "--claim", "--as", "tim")
    held = run("case", case_number, "--step", "in review", "--as", "mlee")
    assert (held.exit_code, "tim is working on this case" in held.stderr) == (2, True)
    assert "Claimed by mlee." in run("case", case_number, "--release", "--note", "Tim went home", "--as", "mlee").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--claim", "--release"),
        ("--decide", "deny"),
        ("--reason", "NOT_SAFE"),
        ("--claim", "--reason", "NOT_SAFE"),
        ("--claim", "--note", "mine"),
        ("--read", "ALLERGY", "--note", "mine"),
        ("--claim", "--valid-until", "2126-01-01"),
        ("--step", "in review", "--refills", "3"),
        ("--claim", "--patient-note", "hello"),
        ("--decide", "approve", "--reason", "RENEWED"),
    ],
    ids=" ".join,
)
def test_what_does_not_belong_together_changes_nothing(case_number: str, words: tuple[str, ...]) -> None:
    refused = run("case", case_number, *words, "--as", "mlee")

    assert refused.exit_code == 2
    assert refused.stderr.startswith("rxflow: ")
    assert len(json.loads(run("case", case_number, "--json").stdout)["history"]) == 1


def test_a_technician_decides_nothing(case_number: str) -> None:
    refused = run("case", case_number, "--decide", "deny", "--reason", "NOT_SAFE", "--as", "tim")

    assert (refused.exit_code, "may not do this" in refused.stderr) == (2, True)
