"""The commands of `rxflow` as a tree, and their examples."""

import shlex
from collections.abc import Iterator
from typing import Any

import typer.main

from rxflow.cli import app
from rxflow.commands.group import examples_of

ROOT: Any = typer.main.get_command(app)
_SHELL = {">", "<", "|"}


def commands_and_groups(group: Any = ROOT, name: str = "rxflow") -> Iterator[tuple[str, Any]]:
    """Everything that can be typed, the root first."""
    yield name, group
    for each, command in getattr(group, "commands", {}).items():
        yield from commands_and_groups(command, f"{name} {each}")


def examples() -> list[str]:
    """Every example line of the help."""
    return [line for _, each in commands_and_groups() for line in examples_of(each.epilog)]


def arguments_of(example: str) -> list[str]:
    """What an example gives to `rxflow`, without what is for the shell."""
    words = shlex.split(example)[1:]
    end = next((place for place, word in enumerate(words) if word in _SHELL), len(words))
    return words[:end]


def parse(arguments: list[str], command: Any = ROOT, name: str = "rxflow") -> tuple[str, dict[str, Any]]:
    """The command that arguments name, and its parameters as the parser reads them; nothing is run."""
    with command.make_context(name, list(arguments)) as context:
        if not hasattr(command, "commands"):
            return name, context.params
        typed, following, rest = command.resolve_command(context, context._protected_args + context.args)
        return parse(rest, following, f"{name} {typed}")
