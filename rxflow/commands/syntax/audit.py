"""`rxflow audit …`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from rxflow.commands.group import command, end, new_group
from rxflow.commands.syntax.options import Json, patient_ids

app = new_group("Look through the audit trail: who did what, and when.", "rxflow audit verify")


@command(app, "verify", "rxflow audit verify", "rxflow audit verify --head /mnt/worm/rxflow.audit-head")
def audit_verify(
    head: Annotated[
        Path | None,
        typer.Option("--head", metavar="FILE", help="An exported head; default: RXFLOW_AUDIT_HEAD_FILE if it exists."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Look through the chain, and hold orders and cases to it. Exit 1 names what is broken or was changed."""
    from rxflow.commands.audit import verify as run

    end(run(head, as_json))


@command(app, "show", "rxflow audit show --patient patient_001 --since 2026-03-01")
def audit_show(
    patient: Annotated[str, typer.Option("--patient", metavar="ID", help="Whose record.", autocompletion=patient_ids)],
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on, at the pharmacies' time.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List what happened to a patient's record, newest last. That it was shown is recorded too."""
    from rxflow.commands.audit import show as run

    run(patient, since.date() if since else None, as_json)


@command(app, "head", "rxflow audit head", "rxflow audit head --json > /mnt/worm/rxflow.audit-head")
def audit_head(as_json: Json = False) -> None:
    """Print where the chain ends. Kept elsewhere, it shows whether events are cut off later."""
    from rxflow.commands.audit import head as run

    run(as_json)
