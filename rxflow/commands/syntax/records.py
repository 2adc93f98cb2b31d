"""`rxflow orders`, `adherence`, `cases` and `case`: patients' records, for staff."""

from datetime import datetime
from typing import Annotated

import typer

from rxflow.commands.group import command, new_group
from rxflow.commands.syntax.options import Json, Patient
from rxflow.domain.case import CaseStep

PANEL = "Patients' records"

app = new_group()


@command(
    app,
    "orders",
    "rxflow orders --patient patient_001",
    "rxflow orders --patient patient_001 --json",
    panel=PANEL,
)
def orders(patient: Patient, as_json: Json = False) -> None:
    """List a patient's orders, newest first."""
    from rxflow.commands.orders import list_orders

    list_orders(patient, as_json)


@command(app, "adherence", "rxflow adherence --patient patient_001", panel=PANEL)
def adherence(patient: Patient, as_json: Json = False) -> None:
    """Tell what part of the days a patient's fills covered, medicine by medicine (PDC and MPR)."""
    from rxflow.commands.adherence import list_adherence

    list_adherence(patient, as_json)


@command(app, "cases", "rxflow cases", "rxflow cases --json", panel=PANEL)
def cases(as_json: Json = False) -> None:
    """List the cases that wait for a person, urgent ones first."""
    from rxflow.commands.cases import list_cases

    list_cases(as_json)


@command(
    app,
    "case",
    "rxflow case CS-8M94-5B7D",
    "rxflow case CS-8M94-5B7D --step 'with plan' --note faxed",
    "rxflow case CS-8M94-5B7D --step approved --valid-until 2027-06-30",
    panel=PANEL,
)
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
