"""`rxflow cases` and `rxflow case`: what waits for a person, and how far it has come."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import typer

from rxflow.assistant import Assistant
from rxflow.clinical.tall_man import in_tall_man
from rxflow.commands.assistant import open_assistant
from rxflow.commands.audit import record_reads
from rxflow.commands.output import print_json, print_table
from rxflow.commands.users import system_user
from rxflow.domain.case import CaseProgress, CaseStep, EscalationCase, holder_of
from rxflow.domain.case_decision import Decision, DecisionReason
from rxflow.domain.errors import TransitionError
from rxflow.domain.finding import FindingCode
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


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be done with a case, at most one thing; a reason belongs to a decision."""

    step: CaseStep | None = None
    claim: bool = False
    release: bool = False
    read: FindingCode | None = None
    decide: Decision | None = None
    reason: DecisionReason | None = None

    @property
    def count(self) -> int:
        """How many things that is."""
        return sum((self.step is not None, self.claim, self.release, self.read is not None, self.decide is not None))


def show_case(
    case_id: str,
    act: Act,
    note: str,
    valid_until: date | None,
    refills: int | None,
    patient_note: str,
    user_id: str | None,
    as_json: bool,
) -> None:
    """Do something with a case, if that is asked, and print the case with its history.

    Args:
        user_id: Who does it: a user, once there are any; before that whoever is signed in to this machine.

    Raises:
        CaseNotFoundError: There is no such case.
        CaseHeldError: Somebody else has claimed it.
        UnreadAlertsError: It is approved before its alerts were opened.
        NotPermittedError: Who does it may not.
        UserError: Who does it is not an active pharmacist or technician.
        TransitionError: The case is settled, or what is asked does not fit it.
    """
    if act.count == 0 and (note or valid_until or user_id or refills or patient_note or act.reason):
        raise TransitionError("A note, a last day and a user belong to a step: give --step too. Nothing was changed.")
    if act.count > 1 or (act.decide is None) != (act.reason is None):
        raise TransitionError("Do one thing at a time; --decide needs --reason, and nothing else does.")
    if act.decide is None and (refills or patient_note):
        raise TransitionError("Refills and words for the patient belong to --decide. Nothing was changed.")
    with open_assistant() as assistant:
        services = assistant.services
        if act.count:
            actor = services.users.actor(user_id, system_user())
            _do(assistant, case_id, act, actor, note, valid_until, refills, patient_note)
        found = services.cases.get(case_id)
        record_reads(services, "cases", [found.patient_id])
        case = _line(services, found)
        told = in_tall_man(case["told"], services.tables.tall_man)
        steps = services.cases.steps(case_id)
        case["history"], case["holder"] = [_step(services, each) for each in steps], holder_of(steps)
    if as_json:
        print_json(case)
        return
    urgent = ", urgent" if case["urgent"] else ""
    typer.echo(f"{case['case_id']} of {case['patient_id']} for the {case['route']}{urgent}: {case['reason']}")
    typer.echo(f"The patient was told: {told}")
    if case["holder"]:
        typer.echo(f"Claimed by {case['holder']}.")
    for each in case["history"]:
        until = f", valid until {each['valid_until']}" if each["valid_until"] else ""
        until += f", {each['refills']} refills" if each["refills"] else ""
        until += "".join(f" {each[name]}" for name in ("alert", "reason") if each[name])
        said = f": {each['note']}" if each["note"] else ""
        typer.echo(f"- {each['at']} {each['step']}{until} ({each['actor']}){said}")


def _do(
    assistant: Assistant,
    case_id: str,
    act: Act,
    actor: str,
    note: str,
    valid_until: date | None,
    refills: int | None,
    patient_note: str,
) -> None:
    desk = assistant.case_desk
    if act.step is not None:
        assistant.services.cases.advance(case_id, act.step, actor, note, valid_until)
    elif act.decide is not None and act.reason is not None:
        desk.decide(case_id, actor, act.decide, act.reason, note, valid_until, refills, patient_note)
    elif valid_until is not None:
        raise TransitionError("Only an approval has a last day. Nothing was changed.")
    elif act.release:
        desk.release(case_id, actor, note)
    elif note:
        raise TransitionError("A claim and an opened alert have no note. Nothing was changed.")
    elif act.read is not None:
        desk.read_alert(case_id, actor, act.read)
    else:
        desk.claim(case_id, actor)


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
        "reason": progress.reason,
        "alert": progress.alert,
        "refills": progress.refills,
    }
