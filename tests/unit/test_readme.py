"""The README promises nothing that is not there."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rxflow.assistant import Assistant
from rxflow.cli import app
from rxflow.config.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ORDER_ID = re.compile(r"RF-\w{4}-\w{4}")


def _transcript() -> list[tuple[str, str]]:
    """What the patient says and what RxFlow answers, in the README."""
    block = README.split("$ rxflow chat --patient patient_002\n")[1].split("```")[0]
    exchanges = block.split("\nYou: ")[1:]
    return [(words, reply.strip()) for words, reply in (each.split("\n\nRxFlow: ") for each in exchanges)]


def test_the_transcript_is_what_a_conversation_says(make_assistant: Callable[..., Assistant]) -> None:
    assistant = make_assistant()
    session_id = assistant.run(assistant.manager.start("patient_002")).session_id
    for words, expected in _transcript():
        response = assistant.run(assistant.manager.handle_message(words, session_id))
        assert ORDER_ID.sub("RF", response.message) == ORDER_ID.sub("RF", expected)


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"\]\(([^)h][^)]*)\)|`((?:rxflow|docs|data)/?[\w/.]*)`", README)))
)
def test_a_path_that_it_names_exists(path: tuple[str, str]) -> None:
    assert (ROOT / (path[0] or path[1])).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make ([a-z-]+)", README, re.MULTILINE))))
def test_a_make_target_that_it_names_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`rxflow ([a-z-]+)", README))))
def test_a_command_that_it_names_exists(command: str) -> None:
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


def test_the_example_environment_lists_every_setting() -> None:
    listed = set(re.findall(r"^RXFLOW_(\w+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == {name.upper() for name in Settings.model_fields}
