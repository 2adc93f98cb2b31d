"""The commands of those who run the store: its keys and its backups."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.cli import app
from rxflow.security.keys import KeyFile, format_keys, new_keys, parse_keys

SAID = "refill my lisinopril"


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but these, and a database that is removed afterwards."""
    for name in [name for name in os.environ if name.startswith("RXFLOW_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    KeyFile(tmp_path / "var" / "rxflow.key").create(new_keys())


def run(*arguments: str, words: str | None = None) -> Any:
    return CliRunner().invoke(app, arguments, input=words, catch_exceptions=False)


def chat() -> dict[str, Any]:
    replied: dict[str, Any] = json.loads(run("chat", "--patient", "patient_001", "--json", words=SAID).stdout)
    return replied


def test_new_keys_can_be_put_into_a_file() -> None:
    printed = run("keys", "new")
    assert printed.exit_code == 0
    keys = parse_keys(printed.stdout, "here")
    assert keys.active == 1
    assert not keys.is_demo


def test_keys_are_rotated_and_the_old_one_is_retired() -> None:
    assert chat()["state"] == "CONFIRM_DOSAGE"
    kept = run("keys", "retire", "1")
    assert kept.exit_code == 2
    assert "active" in kept.stderr

    rotated = run("keys", "rotate")
    assert rotated.exit_code == 0
    assert "key 1: 0 rows\n" in rotated.stdout
    assert "active" in rotated.stdout.splitlines()[-1]
    assert run("keys", "retire", "1").exit_code == 0
    assert run("keys", "list").stdout.startswith("key 2: ")
    assert run("orders", "--patient", "patient_001", "--json").exit_code == 0
    assert run("keys", "retire", "1").exit_code == 2


def test_keys_of_the_environment_are_changed_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RXFLOW_KEYS", format_keys(new_keys()))
    for act in (("rotate",), ("retire", "1")):
        refused = run("keys", *act)
        assert refused.exit_code == 2
        assert "RXFLOW_KEY_FILE" in refused.stderr


def test_a_production_refuses_a_demos_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RXFLOW_ENVIRONMENT", "production")
    monkeypatch.setenv("RXFLOW_SIGN_IN", "identity")
    assert run("keys", "list").exit_code == 0
    file = KeyFile(tmp_path / "var" / "rxflow.key")
    file.save(new_keys(is_demo=True))
    refused = run("keys", "list")
    assert refused.exit_code == 2
    assert "made by a demo" in refused.stderr


def test_a_backup_is_restored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session_id = chat()["session_id"]
    made = run("backup", "backup.zip")
    assert made.exit_code == 0
    assert stat.S_IMODE((tmp_path / "backup.zip").stat().st_mode) == 0o600
    assert run("backup", "backup.zip").exit_code == 2

    refused = run("restore", "backup.zip")
    assert refused.exit_code == 2
    assert "--replace" in refused.stderr
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "rxflow.key").write_bytes((tmp_path / "var" / "rxflow.key").read_bytes())
    (tmp_path / "other" / "rxflow.key").chmod(0o600)
    monkeypatch.setenv("RXFLOW_DATABASE_URL", "sqlite:///other/rxflow.db")
    restored = run("restore", "backup.zip")
    assert restored.exit_code == 0
    assert session_id[:8] in run("audit", "show", "--patient", "patient_001", "--json").stdout
    assert run("audit", "verify").exit_code == 0


def test_a_file_of_the_database_is_for_its_owner_alone(tmp_path: Path) -> None:
    chat()
    for name in ("rxflow.db", "rxflow.key"):
        assert stat.S_IMODE((tmp_path / "var" / name).stat().st_mode) == 0o600
