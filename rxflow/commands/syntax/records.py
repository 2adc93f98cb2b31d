"""`rxflow orders`, `adherence`, `cases` and `case`: patients' records, for staff."""

from datetime import datetime
from typing import Annotated

import typer

from rxflow.commands.group import command, new_group
from rxflow.commands.syntax.options import Json, Patient
from rxflow.domain.case import CaseStep
from rxflow.domain.case_decision import Decision, DecisionReason
from rxflow.domain.finding import FindingCode

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
    "rxflow case CS-8M94-5B7D --claim --as mlee",
    "rxflow case CS-8M94-5B7D --read TOO_SOON --as mlee",
    "rxflow case CS-8M94-5B7D --decide deny --reason TOO_EARLY --as mlee",
    panel=PANEL,
)
def case(
    case_id: Annotated[str, typer.Argument(metavar="CASE", help="The case's number.")],
    step: Annotated[CaseStep | None, typer.Option(help="Record where the case is now.")] = None,
    claim: Annotated[bool, typer.Option("--claim", help="Take the case, so that nobody else moves it.")] = False,
    release: Annotated[
        bool, typer.Option("--release", help="Give the case back; with a note, take it over from another.")
    ] = False,
    read: Annotated[
        FindingCode | None, typer.Option(metavar="CODE", help="Note that you opened the alerts of this code.")
    ] = None,
    decide: Annotated[Decision | None, typer.Option(help="Decide the case; the patient is told.")] = None,
    reason: Annotated[
        DecisionReason | None, typer.Option(metavar="REASON", help="Why it is decided so, such as EARLY_FILL_TRAVEL.")
    ] = None,
    refills: Annotated[int | None, typer.Option(min=1, help="How many refills the prescriber has renewed.")] = None,
    patient_note: Annotated[str, typer.Option(help="Words that the patient reads besides ours.")] = "",
    note: Annotated[str, typer.Option(help="A note for the care team, kept with the step.")] = "",
    valid_until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The last day of what was approved."),
    ] = None,
    user: Annotated[
        str | None, typer.Option("--as", metavar="USER", help="Who took the step; needed once there are users.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show a case with its history, or record its next step. Approved, denied, confirmed and closed settle it.

    Only a pharmacist who is a user opens alerts and decides.
    """
    from rxflow.commands.cases import Act, show_case

    act = Act(step, claim, release, read, decide, reason)
    last_day = valid_until.date() if valid_until else None
    show_case(case_id, act, note, last_day, refills, patient_note, user, as_json)
