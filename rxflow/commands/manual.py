"""`rxflow manual`: the page about every command, made from the commands themselves."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rxflow.commands.diagram import keep_page
from rxflow.commands.group import EXIT_CODES, WITHOUT_ERROR_OBJECT, examples_of
from rxflow.commands.syntax.json_shapes import JSON_SHAPES

INTRODUCTION = """# The command line

Made from the commands by `rxflow manual --write docs/command_line.md`; `rxflow COMMAND --help` says the same.

## Exit codes

| code | meaning |
| --- | --- |
"""
RULES = """
An error is one line on stderr, `rxflow: …`, which says what to do. A mistyped command line is told with its usage.
A reader that goes away (`rxflow cases | head -1`) ends the command quietly with 1. Logs go to stderr
(`RXFLOW_LOG_LEVEL`).

## Output

On a terminal there are tables, colours and, on stderr, bars for work that takes long; `NO_COLOR` and the terminal's
width are respected. Into a pipe or a file go plain lines: a table is a line of names and a line for each row, with tabs
between the cells. With `--json` stdout holds one JSON document (`rxflow chat`: one a line) and nothing else. A command
that cannot run prints `{{"success": false, "error": CODE, "message": text}}` there, as the HTTP API does; {exceptions}
leave stdout empty then. Times are ISO 8601.

## Completion

`rxflow --install-completion` teaches bash, zsh or fish to complete commands, options, steps and roles;
`rxflow --show-completion` prints the script. The demo's patient ids are offered behind `--patient`, a pharmacy's never.

## Commands
"""


def manual(root: Any, write: Path | None, check: Path | None) -> bool:
    """Print the page, write it to a file, or compare a file with it.

    Args:
        root: The command that all others are below.

    Returns:
        False when the file to check is not what would be written.

    Raises:
        RxFlowError: The file cannot be read or written.
    """
    return keep_page(command_page(root), "rxflow manual", write, check)


def command_page(root: Any) -> str:
    """The page as Markdown."""
    codes = "".join(f"| {code} | {meaning} |\n" for code, meaning in EXIT_CODES.items())
    quiet = sorted(f"`{name}`" for name in WITHOUT_ERROR_OBJECT)
    rules = RULES.format(exceptions=f"{', '.join(quiet[:-1])} and {quiet[-1]}")
    return INTRODUCTION + codes + rules + "".join(_section(name, each) for name, each in commands_below(root))


def commands_below(group: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every command that does something, with its name as it is typed after `rxflow `."""
    for name, each in group.commands.items():
        if hasattr(each, "commands"):
            yield from commands_below(each, f"{prefix}{name} ")
        else:
            yield prefix + name, each


def _section(name: str, command: Any) -> str:
    params = [each for each in command.params if each.name != "help"]
    lines = [f"\n### rxflow {name}\n", command.help, ""]
    if params:
        lines += ["| argument or option | |", "| --- | --- |", *map(_row, params), ""]
    lines += ["```", *examples_of(command.epilog), "```"]
    if name in JSON_SHAPES:
        lines += ["", f"`--json`: `{JSON_SHAPES[name]}`"]
    words = " ".join([command.help, *(each.help or "" for each in params)])
    ends = "0, 1, 2 or 130" if "Exit 1" in words else "0, 2 or 130"
    return "\n".join([*lines, "", f"Exit codes: {ends}.", ""])


def _row(param: Any) -> str:
    is_option = param.param_type_name == "option"
    shown = ", ".join(param.opts) if is_option else param.metavar
    value = "" if not is_option or param.is_flag else f" {param.metavar or param.name.upper()}"
    needed = " Needed." if param.required and is_option else ""
    return f"| `{shown}{value}` | {param.help}{needed} |"
