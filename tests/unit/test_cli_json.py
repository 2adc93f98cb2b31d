"""`--json`: one document of the documented shape on stdout, and nothing else; an error is an object too."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.cli import app
from rxflow.commands.group import WITHOUT_ERROR_OBJECT
from rxflow.commands.syntax.json_shapes import JSON_SHAPES
from rxflow.security.keys import KeyFile, new_keys
from tests.support.command_lines import arguments_of, commands_and_groups, examples
from tests.support.json_shapes import faults
from tests.support.ports import free_port

PASSWORD = "a sentence is a good password\n"
SCENARIO = {"id": "one", "patient": "patient_001", "open": "hello", "expect": {"outcome": ["ANSWERED"]}}
UTTERANCES = Path(__file__).parents[1] / "eval" / "utterances.jsonl"


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RXFLOW_PORT", str(free_port()))
    KeyFile(tmp_path / "var" / "rxflow.key").create(new_keys())


def run(*arguments: str, words: str | None = None) -> Any:
    return CliRunner().invoke(app, arguments, input=words, catch_exceptions=False)


def printed(*arguments: str, words: str | None = None) -> Any:
    """The one document that a command prints, held to its shape."""
    result = run(*arguments, "--json", words=words)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("\n") == 1
    document = json.loads(result.stdout)
    name = next(name for name in sorted(JSON_SHAPES, reverse=True) if f"{' '.join(arguments)} ".startswith(f"{name} "))
    shape = re.sub(r"^a line for each message: |, the figures of .*$", "", JSON_SHAPES[name])
    assert faults(shape, document) == []
    return document


def test_a_refill_and_a_case_and_what_was_recorded_of_them() -> None:
    replies = run("chat", "--patient", "patient_001", "--json", words="refill lisinopril\nyes\nCVS\nyes\n").stdout
    asked = printed("chat", "--patient", "patient_003", words="refill my Ozempic\n")
    number = asked["escalation"]["case_id"]

    assert [order["order_id"] for order in printed("orders", "--patient", "patient_001")] == [
        json.loads(replies.splitlines()[-1])["order"]["order_id"]
    ]
    assert {row["measured"] for row in printed("adherence", "--patient", "patient_001")} == {True, False}
    assert [case["case_id"] for case in printed("cases")] == [number]
    assert len(printed("case", number, "--step", "with plan")["history"]) == 2
    assert printed("audit", "show", "--patient", "patient_001")[0]["action"] == "session.started"
    assert printed("audit", "verify")["broken"] is None
    assert printed("audit", "head")["sequence"] == printed("audit", "verify")["events"]


def test_the_database_is_backed_up_restored_imported_and_forgotten(tmp_path: Path) -> None:
    run("chat", "--patient", "patient_001", "--json", words="hello\n")
    made = printed("backup", "backup.zip")
    restored = printed("restore", "backup.zip", "--replace")

    assert (made["file"], made["rows"]) == ("backup.zip", restored["rows"])
    assert restored["exported_head"] is None
    assert printed("import")["counts"]["drugs"] == 400
    assert printed("import")["is_served"] is False
    assert printed("forget", "--patient", "patient_001", "--yes")["conversations"] == 1


def test_a_restore_says_in_json_what_a_newer_head_means() -> None:
    run("orders", "--patient", "patient_001")
    run("backup", "backup.zip")
    run("orders", "--patient", "patient_001")

    assert "mv var/rxflow.audit-head" in printed("restore", "backup.zip", "--replace")["exported_head"]


def test_users_and_keys() -> None:
    added = printed("users", "add", "mlee", "--name", "Maria Lee", "--role", "pharmacist", words=PASSWORD)
    assert printed("users", "list") == [added]
    assert printed("accounts", "close", "--patient", "patient_001") == {"patient_id": "patient_001", "closed": 0}
    assert printed("users", "disable", "mlee")["disabled_at"] is not None

    assert printed("keys", "list") == {"active": 1, "keys": [{"key": 1, "rows": 1}]}
    assert printed("keys", "rotate")["sealed_again"] == 1
    assert printed("keys", "retire", "1") == {"retired": 1}


def test_what_is_installed_and_measured(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps(SCENARIO), encoding="utf-8")
    first = UTTERANCES.read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "words.jsonl").write_text(first, encoding="utf-8")

    assert printed("eval", "one.jsonl")["passed"] == 1
    assert printed("eval-words", "words.jsonl")
    assert printed("doctor")["ok"] is True
    assert printed("check-data")["counts"]["patients"] == 14
    assert printed("version")["schema"] == "0001"
    assert run("version").stdout.startswith("rxflow ")


def test_a_question_is_not_asked_between_the_json() -> None:
    run("chat", "--patient", "patient_001", "--json", words="hello\n")
    result = run("forget", "--patient", "patient_001", "--json", words="y\n")

    assert json.loads(result.stdout)["conversations"] == 1
    assert "for good?" in result.stderr
    refused = run("forget", "--patient", "patient_001", "--json", words="n\n")
    assert (refused.exit_code, refused.stdout) == (1, "")


def test_broken_data_is_a_document_with_its_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_DATA_DIR", str(tmp_path))
    result = run("check-data", "--json")
    document = json.loads(result.stdout)

    assert result.exit_code == 1
    assert faults(JSON_SHAPES["check-data"], document) == []
    assert (document["ok"], document["counts"]) == (False, {})
    assert result.stderr == f"rxflow: {document['message']}\n"


CANNOT_RUN = {
    "audit head": ["audit", "head"],
    "backup": ["backup", "b.zip"],
    "cases": ["cases"],
    "users list": ["users", "list"],
    "chat": ["chat", "--patient", "patient_001"],
    "orders": ["orders", "--patient", "patient_001"],
}


@pytest.mark.parametrize("name", CANNOT_RUN)
def test_a_command_that_cannot_run_says_so_for_programs_and_for_people(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RXFLOW_TIMEZONE", "Mars")
    result = run(*CANNOT_RUN[name], "--json", words="")

    assert result.exit_code == 2
    assert result.stderr.startswith("rxflow: RXFLOW_TIMEZONE: ")
    assert result.stderr.count("\n") == 1
    if name in WITHOUT_ERROR_OBJECT:
        assert result.stdout == ""
    else:
        message = result.stderr.removeprefix("rxflow: ").rstrip("\n")
        assert json.loads(result.stdout) == {"success": False, "error": "CONFIGURATION", "message": message}
    assert run(*CANNOT_RUN[name], words="").stdout == ""


def test_only_commands_with_a_contract_print_no_error_object() -> None:
    names = {name.removeprefix("rxflow ") for name, _ in commands_and_groups()}

    assert names > WITHOUT_ERROR_OBJECT
    assert frozenset({"chat", "eval", "orders"}) == WITHOUT_ERROR_OBJECT


def test_a_shape_finds_what_is_not_as_it_says() -> None:
    shape = '{"a": int, "b": [text|null], "c": {name: bool}, "d": day}'
    right = {"a": 1, "b": ["x", None], "c": {"any": True}, "d": "2026-01-01"}

    assert faults(shape, right) == []
    for wrong in ({"a": True}, {"b": [1]}, {"c": {"any": 1}}, {"d": "today"}, {"e": 1}, {"b": {}}):
        assert len(faults(shape, {**right, **wrong})) == 1
    assert faults(shape, {}) != []
    assert faults('{"a": int, …}', {"a": 1, "z": 2}) == []
    assert faults('"x"|"y"', "z") != []


NEEDS_MORE = ("serve", "eval ", "eval-words", "case ", "audit verify --head", "diagram", "manual", "keys retire")
"""Examples that wait for a visitor, take minutes, or name what another installation has."""


@pytest.mark.parametrize(
    "example", [each for each in examples() if not each.startswith(tuple(f"rxflow {n}" for n in NEEDS_MORE))]
)
def test_an_example_runs_on_a_new_database(example: str, tmp_path: Path) -> None:
    arguments = [
        word.replace("/backups/", f"{tmp_path}/").replace("my-data", os.path.relpath(DATA))
        for word in arguments_of(example)
    ]
    if arguments[:2] == ["users", "disable"]:
        run("users", "add", "mlee", "--name", "Maria Lee", "--role", "pharmacist", words=PASSWORD)
    if arguments[0] == "restore":
        run("backup", arguments[1])
    result = run(*arguments, words=PASSWORD if arguments[0] == "users" else "y\n")

    assert result.exit_code == 0, result.output


DATA = Path(__file__).parents[2] / "data"
