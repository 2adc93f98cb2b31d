"""`rxflow accounts …`."""

from typing import Annotated

import typer

from rxflow.commands.group import command, new_group
from rxflow.commands.syntax.options import Json, patient_ids

app = new_group("What patients and guardians sign in with.", "rxflow accounts close --patient patient_001")


@command(app, "close", "rxflow accounts close --patient patient_001")
def accounts_close(
    patient: Annotated[
        str, typer.Option("--patient", metavar="ID", help="Whose, such as patient_001.", autocompletion=patient_ids)
    ],
    as_json: Json = False,
) -> None:
    """Close the accounts for a patient, such as when a password was lost. Who had one is out at once."""
    from rxflow.commands.accounts import close_accounts

    close_accounts(patient, as_json)
