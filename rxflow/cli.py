"""The `rxflow` command. What a command does is in `rxflow.commands`, imported only when it is run.

Exit codes: 0 done; 1 looked at and not in order; 2 could not run, after one line `rxflow: …` on stderr.
"""

from typing import Annotated

import typer

from rxflow import __version__
from rxflow.commands.group import EXIT_CODES, new_group
from rxflow.commands.syntax import accounts, audit, conversation, evaluation, installation, keys, records, store, users

app = new_group(
    "A conversational pharmacy-refill assistant: the model proposes, the machine decides.",
    "rxflow chat --patient patient_001",
    "rxflow doctor",
    remarks=("Exit codes:", *(f"{code:<4}{meaning}" for code, meaning in EXIT_CODES.items())),
)
for listed in (conversation, records, store, evaluation, installation):
    app.add_typer(listed.app)
app.add_typer(audit.app, name="audit", rich_help_panel=records.PANEL)
app.add_typer(users.app, name="users", rich_help_panel=store.PANEL)
app.add_typer(accounts.app, name="accounts", rich_help_panel=store.PANEL)
app.add_typer(keys.app, name="keys", rich_help_panel=store.PANEL)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rxflow {__version__}")
        raise typer.Exit


@app.callback()
def rxflow(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What all commands share."""


def main() -> None:
    """Run the `rxflow` command."""
    # Under this name whoever starts it: shells complete by it.
    app(prog_name="rxflow")
