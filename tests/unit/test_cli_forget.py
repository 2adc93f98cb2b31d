"""`rxflow forget`: what is asked, what is told, and the exit code."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rxflow.bootstrap import build_assistant
from rxflow.cli import app
from rxflow.config.settings import Settings
from rxflow.persistence.engine import Store
from rxflow.services.mock_data import MockData
from tests.conftest import Talk
from tests.support.clock import FrozenClock
from tests.support.conversation import Conversation


@pytest.fixture
def talked(
    talk: Talk, settings: Settings, clock: FrozenClock, demo: MockData, monkeypatch: pytest.MonkeyPatch
) -> Conversation:
    """A conversation of two turns; every command is a process that opens its database anew."""
    chat = talk("patient_001")
    chat.say("refill my lisinopril", "no")
    monkeypatch.setattr(
        "rxflow.commands.forget.open_assistant", lambda: build_assistant(settings, now=clock, data=demo)
    )
    return chat


def run(*arguments: str, words: str = "") -> Any:
    return CliRunner().invoke(app, ["forget", *arguments], input=words)


def turns_of(talked: Conversation) -> int:
    return len(talked.assistant.services.sessions.turns(talked.session_id))


def test_a_patients_conversations_are_forgotten_after_a_yes(talked: Conversation) -> None:
    result = run("--patient", "patient_001", words="y\n")

    assert "Delete what was said in 1 conversation of patient_001, for good?" in result.stdout
    assert "Forgot 1 conversation with 2 turns. Orders, quotes, consents" in result.stdout
    assert (result.exit_code, turns_of(talked)) == (0, 0)
    again = run("--patient", "patient_001", "--yes")
    assert (again.exit_code, again.stdout.partition(". ")[0]) == (0, "Forgot 0 conversations with 0 turns")


@pytest.mark.parametrize("words", ["n\n", ""])
def test_without_a_yes_nothing_is_forgotten(talked: Conversation, words: str) -> None:
    assert run("--patient", "patient_001", words=words).exit_code == 1
    assert run("--older-than", "1", words=words).exit_code == 1
    assert turns_of(talked) == 2


def test_what_nobody_used_for_some_days_is_forgotten(talked: Conversation, clock: FrozenClock) -> None:
    clock.wait(days=30)
    assert "Forgot 0 conversations" in run("--older-than", "31", "--yes").stdout
    result = run("--older-than", "29", words="y\n")

    assert "1 conversation that nobody has used since 2026-03-05, for good?" in result.stdout
    assert (result.exit_code, turns_of(talked)) == (0, 0)


@pytest.mark.parametrize("arguments", [(), ("--patient", "patient_001", "--older-than", "1")])
def test_one_of_the_two_must_be_said(arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--yes")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("rxflow: Say whose")


def test_no_days_are_no_age() -> None:
    assert run("--older-than", "0", "--yes").exit_code == 2


def test_what_could_not_be_forgotten_now_ends_with_exit_1(
    talked: Conversation, settings: Settings, monkeypatch: pytest.MonkeyPatch, clock: FrozenClock, demo: MockData
) -> None:
    monkeypatch.setattr(
        "rxflow.commands.forget.open_assistant",
        lambda: build_assistant(settings.model_copy(update={"turn_wait_seconds": 0.05}), now=clock, data=demo),
    )
    monkeypatch.setattr(Store, "scrub", lambda _store: False)
    assistant = talked.assistant

    async def held(forgetting: Any) -> Any:
        async with assistant._turn_locks.hold(talked.session_id):
            return await asyncio.to_thread(forgetting)

    result = assistant.run(held(lambda: run("--patient", "patient_001", "--yes")))

    assert result.exit_code == 1
    assert "1 conversation could not be locked" in result.stdout
    assert "write-ahead log" in result.stdout
    assert turns_of(talked) == 2


def test_forgetting_is_recorded_under_the_account_that_ran_it(talked: Conversation, tmp_path: Path) -> None:
    run("--patient", "patient_001", "--yes")
    last = talked.assistant.services.audit.for_patient("patient_001")[-1]

    assert last.actor.startswith("operator:")
    assert (last.action, json.loads(json.dumps(last.detail))) == ("data.forgotten", {"rows": 2, "reason": "asked"})
