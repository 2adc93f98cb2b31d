"""The command line: help, exit codes, and the commands that look at things."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import rxflow
from rxflow.cli import app
from rxflow.config.settings import DEFAULT_DATA_DIR
from rxflow.security.keys import format_keys, new_keys


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but these, and a database that is removed afterwards."""
    for name in [name for name in os.environ if name.startswith("RXFLOW_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RXFLOW_KEYS", format_keys(new_keys()))
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, words: str | None = None) -> Any:
    return CliRunner().invoke(app, arguments, input=words, catch_exceptions=False)


@pytest.fixture
def broken_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = shutil.copytree(DEFAULT_DATA_DIR, tmp_path / "data")
    (data / "mock_patients.json").write_text("{", encoding="utf-8")
    monkeypatch.setenv("RXFLOW_DATA_DIR", str(data))


def test_help_loads_nothing_that_only_a_command_needs() -> None:
    heavy = "pydantic sqlalchemy structlog langchain langchain_core langgraph streamlit".split()
    code = f"import sys, rxflow.cli; print([name for name in {heavy} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert loaded.stdout == "[]\n"


ROOT = Path(rxflow.__file__).parents[1]


def test_the_version() -> None:
    assert run("--version").stdout == f"rxflow {rxflow.__version__}\n"


@pytest.mark.parametrize("arguments", [["chat", "--patient", "patient_001"], ["orders", "--patient", "patient_001"]])
def test_a_wrong_setting_is_one_line_that_names_the_variable(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RXFLOW_PORT", "many")
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr.startswith("rxflow: RXFLOW_PORT: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_orders_of_a_patient_without_any() -> None:
    assert run("orders", "--patient", "patient_001").stdout == "No orders yet.\n"
    assert json.loads(run("orders", "--patient", "patient_001", "--json").stdout) == []


def test_orders_of_a_patient() -> None:
    words = "refill lisinopril\nyes\nCVS\nyes\n"
    replies = run("chat", "--patient", "patient_001", "--json", words=words).stdout.splitlines()
    placed = json.loads(replies[-1])["order"]

    (listed,) = json.loads(run("orders", "--patient", "patient_001", "--json").stdout)
    table = run("orders", "--patient", "patient_001").stdout

    assert listed == placed
    assert (listed["rx_number"], listed["status"], listed["pharmacy_id"]) == ("RX100101", "SUBMITTED", "PH001")
    assert "SUBMITT" in table
    assert run("orders", "--patient", "patient_002").stdout == "No orders yet.\n"


def test_orders_of_an_unknown_patient() -> None:
    result = run("orders", "--patient", "patient_999")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("rxflow: ")
    assert result.stderr.count("\n") == 1


def test_a_case_goes_its_way_from_the_list_to_the_approval(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("cases").stdout == "No open cases.\n"
    assert json.loads(run("cases", "--json").stdout) == []
    asked = run("chat", "--patient", "patient_003", "--json", words="refill my Ozempic\n").stdout
    number = json.loads(asked)["escalation"]["case_id"]

    (listed,) = json.loads(run("cases", "--json").stdout)
    assert (listed["case_id"], listed["route"], listed["step"]) == (number, "insurer", "opened")
    assert "opened" in run("cases").stdout
    monkeypatch.setenv("LOGNAME", "ana")
    assert run("case", number, "--step", "with plan", "--note", "faxed").exit_code == 0
    assert run("case", number, "--step", "approved", "--valid-until", "2126-06-30").exit_code == 0

    shown = run("case", number).stdout
    assert "with plan (ana): faxed" in shown
    assert "approved, valid until 2126-06-30 (ana)" in shown
    history = json.loads(run("case", number, "--json").stdout)["history"]
    assert [step["step"] for step in history] == ["opened", "with plan", "approved"]
    assert run("cases").stdout == "No open cases.\n"
    again = run("chat", "--patient", "patient_003", "--json", words="refill my Ozempic\n").stdout
    assert json.loads(again)["state"] == "CONFIRM_DOSAGE"


@pytest.mark.parametrize(
    "arguments",
    [("case", "CS-0000-0000"), ("case", "CS-0000-0000", "--step", "closed"), ("case", "x", "--valid-until", "soon")],
    ids=["unknown", "unknown moved", "no date"],
)
def test_a_case_that_cannot_be_moved_is_said_and_exits_2(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.strip()


def test_an_approval_without_its_last_day_changes_nothing() -> None:
    asked = run("chat", "--patient", "patient_003", "--json", words="refill my Ozempic\n").stdout
    number = json.loads(asked)["escalation"]["case_id"]
    result = run("case", number, "--step", "approved")

    assert result.exit_code == 2
    assert result.stderr.startswith("rxflow: Give the last day")
    assert len(json.loads(run("case", number, "--json").stdout)["history"]) == 1


def test_adherence_of_every_medicine_of_a_patient() -> None:
    rows = {row["rx_number"]: row for row in json.loads(run("adherence", "--patient", "patient_001", "--json").stdout)}

    assert (rows["RX100101"]["pdc_percent"], rows["RX100101"]["mpr_percent"]) == ("95.7", "97.8")
    assert rows["RX100104"]["measured"] is False
    table = run("adherence", "--patient", "patient_001").stdout
    assert "95.7" in table
    assert run("adherence", "--patient", "patient_999").exit_code == 2


def test_check_data_counts_what_is_there() -> None:
    result = run("check-data")

    assert result.exit_code == 0
    assert result.stdout.startswith("ok ")
    assert "patients: 14" in result.stdout


@pytest.mark.usefixtures("broken_data")
def test_broken_data_is_told_and_exits_1() -> None:
    result = run("check-data")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "mock_patients.json" in result.stderr


@pytest.mark.usefixtures("broken_data")
def test_the_doctor_says_what_is_wrong_and_looks_at_the_rest() -> None:
    result = run("doctor")
    lines = result.stdout.splitlines()

    assert result.exit_code == 1
    assert [line.split(":")[0] for line in lines if line.startswith("not ok")] == ["not ok data", "not ok model"]
    assert {"ok configuration", "ok database"} <= {line.split(":")[0] for line in lines}


def test_the_doctor_needs_a_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_TIMEZONE", "Mars")
    result = run("doctor")

    assert result.exit_code == 1
    assert "not ok configuration: RXFLOW_TIMEZONE" in result.stdout


def test_the_doctor_finds_a_database_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_DATABASE_URL", f"sqlite:///{tmp_path}")
    result = run("doctor")

    assert result.exit_code == 1
    assert "not ok database: " in result.stdout


def test_the_diagram_is_printed_written_and_checked(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "states.md"

    assert run("diagram", "--check", str(page)).exit_code == 2
    assert run("diagram", "--write", str(page)).stdout == ""
    assert page.read_text(encoding="utf-8") == run("diagram").stdout
    assert run("diagram", "--check", str(page)).exit_code == 0

    page.write_text("old", encoding="utf-8")
    stale = run("diagram", "--check", str(page))
    assert stale.exit_code == 1
    assert f"rxflow diagram --write {page}" in stale.stderr


def test_serve_takes_the_settings_and_what_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[str, int, bool]] = []
    from rxflow.commands import serve

    monkeypatch.setattr(
        serve, "serve_pages", lambda settings, alone: served.append((settings.host, settings.port, alone))
    )
    monkeypatch.setenv("RXFLOW_PORT", "8600")
    run("serve")
    run("serve", "--host", "0.0.0.0", "--port", "8700", "--api-only")  # noqa: S104

    assert served == [("127.0.0.1", 8600, False), ("0.0.0.0", 8700, True)]  # noqa: S104
    assert run("serve", "--port", "0").exit_code == 2


def test_eval_reports_and_exits_0_when_all_pass(tmp_path: Path) -> None:
    path = scenario_file(tmp_path, outcome=["ANSWERED"])
    result = run("eval", str(path))

    assert result.exit_code == 0
    assert result.stdout.startswith("words  1/1  100%\nall    1/1  100%\nturn_ms p50=")


def test_eval_says_why_and_exits_1_when_one_fails(tmp_path: Path) -> None:
    path = scenario_file(tmp_path, outcome=["COMPLETE"])
    plain, with_transcript = run("eval", str(path)), run("eval", str(path), "--transcript")
    as_json = run("eval", str(path), "--json")

    assert plain.exit_code == with_transcript.exit_code == as_json.exit_code == 1
    assert plain.stdout.startswith("FAIL one: outcome is ANSWERED, not COMPLETE\nwords  0/1  0%\n")
    assert "\n  patient: hello\n  assistant: " in with_transcript.stdout
    whole = json.loads(as_json.stdout)
    assert list(whole) == ["passed", "total", "by_tag", "turn_ms", "results"]
    assert whole["results"][0]["why"] == ["outcome is ANSWERED, not COMPLETE"]
    assert whole["results"][0]["transcript"][0]["patient"] == "hello"


def test_eval_names_line_and_field_of_a_broken_file_and_exits_2(tmp_path: Path) -> None:
    result = run("eval", str(scenario_file(tmp_path, outcome=["DONE"])))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "line 1: expect.outcome.0: " in result.stderr


def test_eval_leaves_the_database_of_the_settings_alone(tmp_path: Path) -> None:
    run("eval", str(scenario_file(tmp_path, outcome=["ANSWERED"])))

    assert not (tmp_path / "var").exists()


def scenario_file(folder: Path, outcome: list[str]) -> Path:
    path = folder / "scenarios.jsonl"
    scenario = {
        "id": "one",
        "tags": ["words"],
        "patient": "patient_001",
        "open": "hello",
        "expect": {"outcome": outcome},
    }
    path.write_text(json.dumps(scenario) + "\n", encoding="utf-8")
    return path


def test_imported_data_is_served_from_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_DATA_SOURCE", "database")
    early = run("orders", "--patient", "patient_001")
    assert (early.exit_code, early.stdout) == (2, "")
    assert early.stderr.splitlines()[-1].endswith("Run `rxflow import` first.")
    assert "not ok data: RXFLOW_DATA_SOURCE" in run("doctor").stdout

    imported = run("import")
    assert imported.exit_code == 0
    assert imported.stdout.startswith(f"ok {DEFAULT_DATA_DIR} is imported: drugs: 400, ")
    assert "patients: 14, prescriptions: 58, stock exceptions: 8, authorizations: 1\n" in imported.stdout

    assert run("orders", "--patient", "patient_001").stdout == "No orders yet.\n"
    assert "ok data: sqlite:///var/rxflow.db holds drugs: 400" in run("doctor").stdout


def test_an_import_that_is_not_served_says_how(tmp_path: Path) -> None:
    data = shutil.copytree(DEFAULT_DATA_DIR, tmp_path / "mine")
    assert run("import", str(data)).stdout.endswith("Set RXFLOW_DATA_SOURCE=database to serve it.\n")


def test_a_folder_that_cannot_be_imported_exits_2(tmp_path: Path) -> None:
    result = run("import", str(tmp_path))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mock_drugs.json: there is no such file" in result.stderr
