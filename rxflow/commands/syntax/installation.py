"""`rxflow doctor`, `check-data`, `version`, `diagram` and `manual`: what is installed, and its generated pages."""

from pathlib import Path
from typing import Annotated

import typer

from rxflow.commands.group import command, end, new_group
from rxflow.commands.syntax.options import Json

PANEL = "The installation"

app = new_group()

Write = Annotated[Path | None, typer.Option(metavar="PATH", help="Write the page to this file.")]
Check = Annotated[Path | None, typer.Option(metavar="PATH", help="Exit 1 if this file is out of date.")]


@command(app, "doctor", "rxflow doctor", "rxflow doctor --json", panel=PANEL)
def doctor(as_json: Json = False) -> None:
    """Look at everything that the assistant needs, and say what to do about the rest. Exit 1 if any is not ok."""
    from rxflow.commands.doctor import doctor as run

    end(run(as_json))


@command(app, "check-data", "rxflow check-data", "rxflow check-data --json", panel=PANEL)
def check_data(as_json: Json = False) -> None:
    """Validate the data folder (RXFLOW_DATA_DIR). Exit 1 if anything is wrong in it."""
    from rxflow.commands.checks import check_data as run

    end(run(as_json))


@command(app, "version", "rxflow version", "rxflow version --json", panel=PANEL)
def version(as_json: Json = False) -> None:
    """Print the versions of RxFlow, of Python and of the database's tables."""
    from rxflow.commands.version import version as run

    run(as_json)


@command(app, "diagram", "rxflow diagram --check docs/states.md", panel=PANEL)
def diagram(write: Write = None, check: Check = None) -> None:
    """Draw the states of a refill as a Markdown page."""
    from rxflow.commands.diagram import diagram as run

    end(run(write, check))


@command(app, "manual", "rxflow manual --check docs/command_line.md", panel=PANEL)
def manual(context: typer.Context, write: Write = None, check: Check = None) -> None:
    """Write the page about every command, its options, exit codes and JSON."""
    from rxflow.commands.manual import manual as run

    end(run(context.find_root().command, write, check))
