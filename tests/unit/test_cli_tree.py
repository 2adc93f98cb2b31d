"""Every command explains itself, its examples can be typed, and a shell completes it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import rxflow
from rxflow.cli import app
from rxflow.commands.group import EXIT_CODES, examples_of
from rxflow.commands.syntax.json_shapes import JSON_SHAPES
from tests.support.command_lines import ROOT, arguments_of, commands_and_groups, examples, parse

SOURCES = Path(rxflow.__file__).parents[1]
ALL = dict(commands_and_groups())


@pytest.mark.parametrize("name", ALL)
def test_a_command_or_group_has_help_an_example_and_help_for_each_option(name: str) -> None:
    command = ALL[name]

    assert command.help
    assert examples_of(command.epilog)
    assert [param.name for param in command.params if not param.help] == []


@pytest.mark.parametrize("name", [name for name, command in ALL.items() if not hasattr(command, "commands")])
def test_an_example_of_a_command_shows_that_command(name: str) -> None:
    assert all(f"{example} ".startswith(f"{name} ") for example in examples_of(ALL[name].epilog))


@pytest.mark.parametrize("example", examples())
def test_an_example_is_understood_by_the_parser(example: str) -> None:
    name, _ = parse(arguments_of(example))

    assert f"{example} ".startswith(f"{name} ")
    # Wider than a terminal of 80 columns, it would be broken in two and could not be copied.
    assert len(example) <= 78


def test_what_the_parser_does_not_understand_is_no_example() -> None:
    with pytest.raises(Exception, match="No such option"):
        parse(["doctor", "--jsn"])


def test_the_help_names_the_exit_codes() -> None:
    page = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "100"}).stdout

    for code, meaning in EXIT_CODES.items():
        assert f"{code:<4}{meaning}" in page


def test_every_command_that_prints_json_says_what() -> None:
    with_json = {
        name.removeprefix("rxflow ")
        for name, command in ALL.items()
        if any("--json" in param.opts for param in command.params)
    }

    assert with_json == JSON_SHAPES.keys()


def completed(shell: str, words: str, folder: Path, **settings: str) -> str:
    """What a shell is offered for the last word, by the command in a process of its own."""
    typed = words.split(" ")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RXFLOW_")}
    asked = {
        "_RXFLOW_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(typed) - 1),
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = subprocess.run(
        [sys.executable, "-m", "rxflow"],
        env={**environment, **asked, **settings, "PYTHONPATH": str(SOURCES)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_commands(shell: str, tmp_path: Path) -> None:
    offered = completed(shell, "rxflow ", tmp_path)

    assert all(name in offered for name in ROOT.commands)
    assert "eval-words" in completed(shell, "rxflow eva", tmp_path)
    assert "doctor" not in completed(shell, "rxflow eva", tmp_path)


def test_a_shell_completes_steps_and_the_demos_patients(tmp_path: Path) -> None:
    assert "with" in completed("bash", "rxflow case CS-1 --step w", tmp_path)
    assert completed("bash", "rxflow orders --patient patient_00", tmp_path).split()[0] == "patient_001"
    assert len(completed("bash", "rxflow forget --patient patient_01", tmp_path).split()) == 5
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "settings",
    [
        {"RXFLOW_ENVIRONMENT": "production"},
        {"RXFLOW_DATA_SOURCE": "database"},
        {"RXFLOW_DATA_DIR": "nowhere"},
        {"RXFLOW_PORT": "many"},
    ],
    ids=["production", "imported", "no data", "wrong setting"],
)
def test_a_pharmacys_patients_are_not_offered(settings: dict[str, str], tmp_path: Path) -> None:
    assert completed("bash", "rxflow orders --patient patient_00", tmp_path, **settings).strip() == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_of_a_shell_can_be_shown(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without it Typer asks the system which shell it runs in: here, none.
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    result: Any = CliRunner().invoke(app, ["--show-completion", shell], prog_name="rxflow")

    assert result.exit_code == 0
    assert f"_RXFLOW_COMPLETE=complete_{shell}" in result.stdout
