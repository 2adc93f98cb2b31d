"""`rxflow forget`: delete what was said in conversations, and keep what the law wants kept."""

from dataclasses import asdict
from datetime import timedelta

import typer

from rxflow.assistant import Assistant
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import operating_user
from rxflow.commands.output import print_json
from rxflow.commands.progress import progress_bar
from rxflow.commands.standard_input import standard_input
from rxflow.domain.errors import ConfigurationError
from rxflow.services.retention import Forgotten

KEPT = "Orders, quotes, consents, cases, reports and the audit trail are kept (docs/privacy.md)."


def forget(patient_id: str | None, older_than_days: int | None, is_sure: bool, as_json: bool) -> bool:
    """Forget the conversations of a patient, or those that nobody has used for some days.

    Args:
        patient_id: Whose.
        older_than_days: For how many days nobody has used them.
        is_sure: Whether not to ask.
        as_json: Whether to print what was done as JSON.

    Returns:
        Whether all of it could be deleted.

    Raises:
        ConfigurationError: Neither or both were given.
        StoreUnavailableError: Not everything could be deleted; do it again.
    """
    if (patient_id is None) == (older_than_days is None):
        raise ConfigurationError("Say whose conversations to forget: --patient ID, or --older-than DAYS.")
    with open_assistant() as assistant:
        retention = assistant.retention
        if patient_id is not None:
            count = len(retention.of_patient(patient_id))
            _ask(f"Delete what was said in {_counted(count)} of {patient_id}", is_sure, as_json)
            done = assistant.run(retention.forget_patient(patient_id, operating_user()))
        else:
            done = _forget_older(assistant, timedelta(days=older_than_days or 0), is_sure, as_json)
    if as_json:
        print_json(asdict(done))
    else:
        _tell(done)
    return done.busy == 0 and done.is_scrubbed


def _forget_older(assistant: Assistant, age: timedelta, is_sure: bool, as_json: bool) -> Forgotten:
    before = assistant.services.now() - age
    count = sum(1 for _ in assistant.retention.unused_since(before))
    _ask(f"Delete what was said in {_counted(count)} that nobody has used since {before:%Y-%m-%d}", is_sure, as_json)
    with progress_bar("Forgetting conversations", as_json) as progress:
        return assistant.run(assistant.retention.forget_unused(before, operating_user(), progress))


def _ask(what: str, is_sure: bool, as_json: bool) -> None:
    if is_sure:
        return
    question, given = f"{what}, for good? {KEPT} Go on?", standard_input()
    if not as_json:
        typer.confirm(question, abort=True)
        return
    # Typer's own question leaves a blank on stdout, which is for the JSON alone.
    typer.echo(f"{question} [y/N]: ", nl=False, err=True)
    if given.readline().strip().lower() not in ("y", "yes"):
        raise typer.Abort


def _tell(done: Forgotten) -> None:
    more = ((done.tries, "tries to sign in"), (done.sign_ins, "sign-ins that were over"))
    besides = "".join(f", and {count} {what}" for count, what in more if count)
    typer.echo(f"Forgot {_counted(done.conversations)} with {done.turns} turns{besides}. {KEPT}")
    if done.busy:
        typer.echo(f"{_counted(done.busy)} could not be locked, for somebody is in it. Run this again.")
    if not done.is_scrubbed:
        typer.echo("Traces are left in the write-ahead log, for the database is being read. Run this again.")


def _counted(conversations: int) -> str:
    return "1 conversation" if conversations == 1 else f"{conversations} conversations"
