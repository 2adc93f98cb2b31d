"""`rxflow accounts`: what patients and guardians sign in with."""

import typer

from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import operating_user


def close_accounts(patient_id: str) -> None:
    """Close the accounts for a patient; who had them can register again.

    Raises:
        PatientNotFoundError: No patient has this id.
        StoreUnavailableError: It could not be kept.
    """
    with open_assistant() as assistant:
        assistant.services.patients.get(patient_id)
        closed = assistant.services.access.close_accounts(patient_id, operating_user())
    typer.echo("No account is open for this patient." if not closed else f"Closed {closed}. They can register again.")
