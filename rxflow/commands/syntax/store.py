"""`rxflow backup`, `restore`, `import` and `forget`: what the database holds."""

from pathlib import Path
from typing import Annotated

import typer

from rxflow.commands.group import command, end, new_group
from rxflow.commands.syntax.options import Json, patient_ids

PANEL = "The database"

app = new_group()


@command(app, "backup", "rxflow backup /backups/rxflow-2026-11-21.zip", panel=PANEL)
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to make.")], as_json: Json = False
) -> None:
    """Back the database up into one file, while it is used. Its keys are not in it."""
    from rxflow.commands.backup import back_up

    back_up(file, as_json)


@command(app, "restore", "rxflow restore /backups/rxflow-2026-11-21.zip --replace", panel=PANEL)
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `rxflow backup` made.")],
    replace: Annotated[bool, typer.Option("--replace", help="Lose what the database holds now.")] = False,
    as_json: Json = False,
) -> None:
    """Restore a backup, after checking that it is whole; all of it or nothing. Exit 1 if its audit trail is broken."""
    from rxflow.commands.backup import restore as run

    end(run(file, replace, as_json))


@command(app, "import", "rxflow import", "rxflow import my-data --json", panel=PANEL)
def import_data(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="The data folder; default: RXFLOW_DATA_DIR.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Load the data folder into the database, in place of what was imported before. Exit 2 if it cannot be used.

    It is served where RXFLOW_DATA_SOURCE is database.
    """
    from rxflow.commands.import_data import import_data as run

    run(folder, as_json)


@command(
    app, "forget", "rxflow forget --patient patient_001", "rxflow forget --older-than 365 --yes --json", panel=PANEL
)
def forget(
    patient: Annotated[
        str | None,
        typer.Option("--patient", metavar="ID", help="Whose conversations.", autocompletion=patient_ids),
    ] = None,
    older_than: Annotated[
        int | None,
        typer.Option("--older-than", min=1, max=36500, metavar="DAYS", help="Those that nobody used for so long."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    as_json: Json = False,
) -> None:
    """Delete what was said in conversations, and keep what the law wants kept. Exit 1 if some of it is left."""
    from rxflow.commands.forget import forget as run

    end(run(patient, older_than, yes, as_json))
