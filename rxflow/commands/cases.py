"""`rxflow cases` and `rxflow case`: what waits for a person, and how far it has come."""

from datetime import date
from typing import Any

import typer

from rxflow.clinical.tall_man import in_tall_man
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import record_reads
from rxflow.commands.output import print_json, print_table
from rxflow.commands.users import system_user
from rxflow.domain.case import CaseProgress, CaseStep, EscalationCase
from rxflow.domain.errors import TransitionError
from rxflow.services.registry import Services
from rxflow.workflow import facts

COLUMNS = {
    "case_id": "Case",
    "patient_id": "Patient",
    "urgent": "Urgent",
    "route": "For",
    "rx_number": "Rx",
    "reason": "Why",
    "step": "Where it is",
    "since": "Since",
}


def list_cases(as_json: bool) -> None:
    """Print the open cases, urgent ones first, then the longest waiting."""
    with open_assistant() as assistant:
        services = assistant.services
        waiting = services.cases.open_cases()
        record_reads(services, "cases", [case.patient_id for case in waiting])
        cases = [_line(services, case) for case in waiting]
    if as_json:
        print_json(cases)
    elif not cases:
        typer.echo("No open cases.")
    else:
        shown = [case | {"urgent": "urgent" if case["urgent"] else ""} for case in cases]
        print_table(COLUMNS, shown, whole=("case_id", "patient_id", "rx_number"))


def show_case(
    case_id: str, step: CaseStep | None, note: str, valid_until: date | None, user_id: str | None, as_json: bool
) -> None:
    """Record a case's next step, if one is given, and print the case with its history.

    Args:
        user_id: Who took the step: a user, once there are any; before that whoever is signed in to this machine.

    Raises:
        CaseNotFoundError: There is no such case.
        UserError: Who took the step is not an active pharmacist or technician.
        TransitionError: The case is settled, the step is not for it, or a last day is missing or out of place.
    """
    if step is None and (note or valid_until or user_id):
        raise TransitionError("A note, a last day and a user belong to a step: give --step too. Nothing was changed.")
    with open_assistant() as assistant:
        services = assistant.services
        if step is not None:
            actor = services.users.actor(user_id, system_user())
            services.cases.advance(case_id, step, actor, note, valid_until)
        found = services.cases.get(case_id)
        record_reads(services, "cases", [found.patient_id])
        case = _line(services, found)
        told = in_tall_man(case["told"], services.tables.tall_man)
        case["history"] = [_step(services, each) for each in services.cases.steps(case_id)]
    if as_json:
        print_json(case)
        return
    urgent = ", urgent" if case["urgent"] else ""
    typer.echo(f"{case['case_id']} of {case['patient_id']} for the {case['route']}{urgent}: {case['reason']}")
    typer.echo(f"The patient was told: {told}")
    for each in case["history"]:
        until = f", valid until {each['valid_until']}" if each["valid_until"] else ""
        said = f": {each['note']}" if each["note"] else ""
        typer.echo(f"- {each['at']} {each['step']}{until} ({each['actor']}){said}")


def _line(services: Services, case: EscalationCase) -> dict[str, Any]:
    last = services.cases.progress(case)
    at = facts.local_time(last.at, services.zone)
    return facts.case(case) | {"patient_id": case.patient_id, "told": case.told, "step": last.step.value, "since": at}


def _step(services: Services, progress: CaseProgress) -> dict[str, Any]:
    return {
        "step": progress.step.value,
        "at": facts.local_time(progress.at, services.zone),
        "actor": progress.actor,
        "note": progress.note,
        "valid_until": progress.valid_until.isoformat() if progress.valid_until else None,
    }
