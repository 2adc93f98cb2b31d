"""`rxflow accounts`: a password that was lost is no end."""

import os
import pwd
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.bootstrap import build_assistant
from rxflow.cli import app
from rxflow.config.settings import Settings
from rxflow.domain.errors import UserNotVerifiedError

LOGIN = "jsmith@mail.example"
PASSWORD = "a sentence is a good password"
SOURCE = "203.0.113.7"


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def close(patient_id: str = "patient_001") -> Any:
    return CliRunner().invoke(app, ["accounts", "close", "--patient", patient_id], catch_exceptions=False)


def register(login: str) -> None:
    with build_assistant(Settings(_env_file=None)) as assistant:
        assistant.services.access.register("John Smith", date(1975, 3, 15), login, PASSWORD, SOURCE)


def test_an_account_is_closed_and_its_person_registers_again() -> None:
    assert close().stdout == "No account is open for this patient.\n"
    register(LOGIN)
    assert close().stdout == "Closed 1. They can register again.\n"
    register("another")

    with build_assistant(Settings(_env_file=None)) as assistant:
        with pytest.raises(UserNotVerifiedError):
            assistant.services.access.sign_in(LOGIN, PASSWORD, SOURCE)
        assert assistant.services.access.sign_in("another", PASSWORD, SOURCE).principal.patient_id == "patient_001"
        trail = assistant.services.audit.for_patient("patient_001")
    assert [event.actor for event in trail if event.action == "account.closed"] == [
        f"operator:{pwd.getpwuid(os.getuid()).pw_name}"
    ]


def test_of_nobody_there_is_none() -> None:
    result = close("patient_999")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith("rxflow: No patient")
