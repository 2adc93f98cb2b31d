"""The `rxflow` command. What a command does is in `rxflow.commands`, imported only when it is run.

Exit codes: 0 done; 1 looked at and not in order; 2 could not run, after one line `rxflow: …` on stderr.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from rxflow import __version__
from rxflow.commands.group import FAILED, QuietGroup
from rxflow.domain.case import CaseStep
from rxflow.domain.user import Role

app = typer.Typer(
    cls=QuietGroup,
    no_args_is_help=True,
    add_completion=False,
    # A trace with its local variables would show what a patient wrote.
    pretty_exceptions_enable=False,
    help="A conversational pharmacy-refill assistant: the model proposes, the machine decides.",
    epilog="Example: rxflow chat --patient patient_001",
)

keys_app = typer.Typer(cls=QuietGroup, no_args_is_help=True, help="The keys that the database is encrypted with.")
app.add_typer(keys_app, name="keys")

users_app = typer.Typer(
    cls=QuietGroup,
    no_args_is_help=True,
    help="The pharmacy's staff, who are named in what they do.",
    epilog="Example: rxflow users list",
)
app.add_typer(users_app, name="users")

accounts_app = typer.Typer(
    cls=QuietGroup,
    no_args_is_help=True,
    help="What patients and guardians sign in with.",
    epilog="Example: rxflow accounts close --patient patient_001",
)
app.add_typer(accounts_app, name="accounts")

Patient = Annotated[str, typer.Option("--patient", metavar="ID", help="The signed-in patient, such as patient_001.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def _end(in_order: bool) -> None:
    if not in_order:
        raise typer.Exit(FAILED)


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


@app.command(epilog="Example: echo 'refill my lisinopril' | rxflow chat --patient patient_001 --json")
def chat(
    patient: Patient,
    as_json: Annotated[
        bool, typer.Option("--json", help="A message a line on stdin, a JSON line each on stdout.")
    ] = False,
) -> None:
    """Chat as a patient. Ctrl-D ends."""
    from rxflow.commands.chat import chat as run

    run(patient, as_json)


@app.command(name="eval", epilog="Example: rxflow eval tests/eval/scenarios.jsonl --transcript")
def evaluate(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="The scenarios, one JSON object a line.")],
    as_json: Json = False,
    transcript: Annotated[bool, typer.Option("--transcript", help="Print the conversations that failed.")] = False,
) -> None:
    """Play scenarios, each on a fresh database. Exit 1 if any fails, 2 if the file is broken."""
    from rxflow.commands.evaluate import evaluate as run

    _end(run(file, as_json, transcript))


@app.command(name="eval-words", epilog="Example: rxflow eval-words tests/eval/utterances.jsonl --failures")
def evaluate_words(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="The labelled messages, one JSON object a line.")],
    as_json: Json = False,
    failures: Annotated[bool, typer.Option("--failures", help="Print the messages that were misread.")] = False,
) -> None:
    """Read labelled messages. Exit 1 if a medicine is silently mistaken or an emergency missed, 2 if it is broken."""
    from rxflow.commands.eval_words import evaluate_words as run

    _end(run(file, as_json, failures))


@app.command(epilog="Example: rxflow orders --patient patient_001 --json")
def orders(patient: Patient, as_json: Json = False) -> None:
    """List a patient's orders, newest first."""
    from rxflow.commands.orders import list_orders

    list_orders(patient, as_json)


@app.command(epilog="Example: rxflow cases --json")
def cases(as_json: Json = False) -> None:
    """List the cases that wait for a person, urgent ones first."""
    from rxflow.commands.cases import list_cases

    list_cases(as_json)


@app.command(epilog="Example: rxflow case CS-8M94-5B7D --step approved --valid-until 2027-06-30")
def case(
    case_id: Annotated[str, typer.Argument(metavar="CASE", help="The case's number.")],
    step: Annotated[CaseStep | None, typer.Option(help="Record where the case is now.")] = None,
    note: Annotated[str, typer.Option(help="A note for the care team, kept with the step.")] = "",
    valid_until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The last day of the prior authorization that the plan approved."),
    ] = None,
    user: Annotated[
        str | None, typer.Option("--as", metavar="USER", help="Who took the step; needed once there are users.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show a case with its history, or record its next step. Approved, denied, confirmed and closed settle it."""
    from rxflow.commands.cases import show_case

    show_case(case_id, step, note, valid_until.date() if valid_until else None, user, as_json)


@users_app.command(name="add", epilog='Example: rxflow users add mlee --name "Maria Lee" --role pharmacist')
def users_add(
    user_id: Annotated[str, typer.Argument(metavar="USER", help="The id to sign in with, such as mlee.")],
    name: Annotated[str, typer.Option(help="The full name.")],
    role: Annotated[Role, typer.Option(help="What they work as.")],
) -> None:
    """Add a user. The password is asked for, or read from the first line of stdin."""
    from rxflow.commands.users import add_user

    add_user(user_id, name, role)


@users_app.command(name="list", epilog="Example: rxflow users list --json")
def users_list(as_json: Json = False) -> None:
    """List the users, disabled ones too."""
    from rxflow.commands.users import list_users

    list_users(as_json)


@users_app.command(name="disable", epilog="Example: rxflow users disable mlee")
def users_disable(
    user_id: Annotated[str, typer.Argument(metavar="USER", help="The user's id.")],
) -> None:
    """Keep a user from signing in. What they did stays recorded, and the id is never used again."""
    from rxflow.commands.users import disable_user

    disable_user(user_id)


@accounts_app.command(name="close", epilog="Example: rxflow accounts close --patient patient_001")
def accounts_close(
    patient: Annotated[str, typer.Option("--patient", metavar="ID", help="Whose, such as patient_001.")],
) -> None:
    """Close the accounts for a patient, such as when a password was lost. Who had one is out at once."""
    from rxflow.commands.accounts import close_accounts

    close_accounts(patient)


@app.command(epilog="Example: rxflow adherence --patient patient_001")
def adherence(patient: Patient, as_json: Json = False) -> None:
    """Tell what part of the days a patient's fills covered, medicine by medicine (PDC and MPR)."""
    from rxflow.commands.adherence import list_adherence

    list_adherence(patient, as_json)


@app.command(epilog="Example: rxflow backup /backups/rxflow-2026-11-21.zip")
def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to make.")]) -> None:
    """Back the database up into one file, while it is used. Its keys are not in it."""
    from rxflow.commands.backup import back_up

    back_up(file)


@app.command(epilog="Example: rxflow restore /backups/rxflow-2026-11-21.zip --replace")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `rxflow backup` made.")],
    replace: Annotated[bool, typer.Option("--replace", help="Lose what the database holds now.")] = False,
) -> None:
    """Restore a backup, after checking that it is whole; all of it or nothing. Exit 1 if its audit trail is broken."""
    from rxflow.commands.backup import restore as run

    _end(run(file, replace))


@app.command(epilog="Example: rxflow forget --older-than 365 --yes")
def forget(
    patient: Annotated[str | None, typer.Option("--patient", metavar="ID", help="Whose conversations.")] = None,
    older_than: Annotated[
        int | None,
        typer.Option("--older-than", min=1, max=36500, metavar="DAYS", help="Those that nobody used for so long."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
) -> None:
    """Delete what was said in conversations, and keep what the law wants kept. Exit 1 if some of it is left."""
    from rxflow.commands.forget import forget as run

    _end(run(patient, older_than, yes))


@keys_app.command(name="new", epilog="Example: (umask 077; rxflow keys new > rxflow.key)")
def keys_new() -> None:
    """Print fresh keys, for a file or for RXFLOW_KEYS."""
    from rxflow.commands.keys import print_new

    print_new()


@keys_app.command(name="list", epilog="Example: rxflow keys list")
def keys_list() -> None:
    """Tell how many rows are encrypted with each key."""
    from rxflow.commands.keys import list_keys

    list_keys()


@keys_app.command(name="rotate", epilog="Example: rxflow keys rotate")
def keys_rotate() -> None:
    """Make a new key the active one and encrypt everything again with it, while the assistant runs."""
    from rxflow.commands.keys import rotate

    rotate()


@keys_app.command(name="retire", epilog="Example: rxflow keys retire 1")
def keys_retire(number: Annotated[int, typer.Argument(metavar="KEY", help="The key's number.")]) -> None:
    """Take an old key away for good, once nothing is encrypted with it."""
    from rxflow.commands.keys import retire

    retire(number)


audit = typer.Typer(cls=QuietGroup, no_args_is_help=True, help="Look through the audit trail: who did what, and when.")
app.add_typer(audit, name="audit")


@audit.command(name="verify", epilog="Example: rxflow audit verify --head /mnt/worm/rxflow.audit-head")
def audit_verify(
    head: Annotated[
        Path | None,
        typer.Option("--head", metavar="FILE", help="An exported head; default: RXFLOW_AUDIT_HEAD_FILE if it exists."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Look through the chain, and hold orders and cases to it. Exit 1 names what is broken or was changed."""
    from rxflow.commands.audit import verify as run

    _end(run(head, as_json))


@audit.command(name="show", epilog="Example: rxflow audit show --patient patient_001 --since 2026-03-01")
def audit_show(
    patient: Annotated[str, typer.Option("--patient", metavar="ID", help="Whose record.")],
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on, at the pharmacies' time.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List what happened to a patient's record, newest last. That it was shown is recorded too."""
    from rxflow.commands.audit import show as run

    run(patient, since.date() if since else None, as_json)


@audit.command(name="head", epilog="Example: rxflow audit head --json > /mnt/worm/rxflow.audit-head")
def audit_head(as_json: Json = False) -> None:
    """Print where the chain ends. Kept elsewhere, it shows whether events are cut off later."""
    from rxflow.commands.audit import head as run

    run(as_json)


@app.command(name="check-data", epilog="Example: RXFLOW_DATA_DIR=my-data rxflow check-data")
def check_data() -> None:
    """Validate the data folder. Exit 1 if anything is wrong in it."""
    from rxflow.commands.checks import check_data as run

    _end(run())


@app.command(name="import", epilog="Example: RXFLOW_DATA_SOURCE=database rxflow serve, after rxflow import my-data")
def import_data(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="The data folder; default: RXFLOW_DATA_DIR.")
    ] = None,
) -> None:
    """Load the data folder into the database, in place of what was imported before. Exit 2 if it cannot be used."""
    from rxflow.commands.import_data import import_data as run

    run(folder)


@app.command(epilog="Example: rxflow doctor")
def doctor() -> None:
    """Look at configuration, data, database and model. Exit 1 if any is not ok."""
    from rxflow.commands.checks import doctor as run

    _end(run())


@app.command(epilog="Example: rxflow serve --port 8600")
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on; default: RXFLOW_HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="The port; default: RXFLOW_PORT.")] = None,
) -> None:
    """Serve the pages and the HTTP routes. Ctrl-C stops it."""
    from rxflow.commands.serve import serve as run

    run(host, port)


@app.command(epilog="Example: rxflow diagram --check docs/states.md")
def diagram(
    write: Annotated[Path | None, typer.Option(metavar="PATH", help="Write the page to this file.")] = None,
    check: Annotated[Path | None, typer.Option(metavar="PATH", help="Exit 1 if this file is out of date.")] = None,
) -> None:
    """Draw the states of a refill as a Markdown page."""
    from rxflow.commands.diagram import diagram as run

    _end(run(write, check))


def main() -> None:
    """Run the `rxflow` command."""
    app()
