"""`rxflow users`, and who is named in a step with a case."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.cli import app
from rxflow.commands import users

PASSWORD = "a sentence is a good password"


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("RXFLOW_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, words: str | None = None) -> Any:
    return CliRunner().invoke(app, arguments, input=words, catch_exceptions=False)


def add(user_id: str, role: str = "pharmacist", password: str = PASSWORD) -> Any:
    return run("users", "add", user_id, "--name", "Maria Lee", "--role", role, words=f"{password}\n")


def step(number: str, *who: str) -> Any:
    return run("case", number, "--step", "with plan", *who)


@pytest.fixture
def case_number() -> str:
    asked = run("chat", "--patient", "patient_003", "--json", words="refill my Ozempic\n").stdout
    return str(json.loads(asked)["escalation"]["case_id"])


def test_users_are_added_listed_and_disabled() -> None:
    assert run("users", "list").stdout == "No users yet.\n"
    assert add("mlee").stdout == "Added mlee, pharmacist.\n"
    assert run("users", "disable", "mlee").stdout == "Disabled mlee.\n"

    (listed,) = json.loads(run("users", "list", "--json").stdout)
    assert (listed["user_id"], listed["name"], listed["role"]) == ("mlee", "Maria Lee", "pharmacist")
    assert listed["created_at"] == listed["disabled_at"]
    assert "Maria Lee" in run("users", "list").stdout


@pytest.mark.parametrize("password", ["", "too short"])
def test_a_password_that_cannot_be_used_is_one_line_without_it(password: str) -> None:
    result = add("mlee", password=password)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith("rxflow: ")
    assert not password or password not in result.stderr
    assert run("users", "list").stdout == "No users yet.\n"


def test_a_password_cannot_be_an_argument() -> None:
    assert run("users", "add", "mlee", "--name", "Lee", "--role", "auditor", "--password", PASSWORD).exit_code == 2
    assert "--password" not in run("users", "add", "--help").stdout


def test_on_a_terminal_the_password_is_asked_for_twice_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr("sys.stdin", type("Terminal", (), {"isatty": lambda _self: True})())
    monkeypatch.setattr(users.typer, "prompt", lambda _label, **how: asked.append(how) or PASSWORD)

    assert users._read_password() == PASSWORD
    assert asked == [{"hide_input": True, "confirmation_prompt": True, "err": True}]


def test_the_system_names_who_steps_until_there_are_users(case_number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ana")
    assert "with plan (ana)" in step(case_number).stdout
    add("mlee")
    refused = step(case_number)

    assert refused.exit_code == 2
    assert "--as" in refused.stderr
    assert "with plan (mlee)" in step(case_number, "--as", "mlee").stdout


@pytest.mark.parametrize("who", ["nobody", "gone", "audit"])
def test_only_an_active_pharmacist_or_technician_steps(case_number: str, who: str) -> None:
    add("mlee")
    add("gone")
    run("users", "disable", "gone")
    add("audit", "auditor")
    result = step(case_number, "--as", who)

    assert result.exit_code == 2
    assert "with plan" not in run("case", case_number).stdout


def test_a_user_without_a_step_is_refused(case_number: str) -> None:
    assert run("case", case_number, "--as", "mlee").exit_code == 2


@pytest.mark.parametrize("error", [KeyError, OSError])
def test_a_system_that_has_no_name_for_its_user_says_pharmacist(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless() -> str:
        raise error

    monkeypatch.setattr(users, "getuser", nameless)

    assert users.system_user() == "pharmacist"
