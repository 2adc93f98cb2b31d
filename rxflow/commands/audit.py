"""`rxflow audit`: whether the trail is whole, where it ends, and what happened to a patient's record."""

import getpass
import os
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import typer

from rxflow.assistant import Assistant
from rxflow.bootstrap import audit_head_file
from rxflow.commands.assistant import open_assistant, system_clock
from rxflow.commands.output import print_json, print_table
from rxflow.commands.progress import progress_bar
from rxflow.domain.audit import OPERATOR, AuditAction, AuditEntry, AuditEvent, AuditReport, Detail, as_code
from rxflow.domain.errors import ConfigurationError
from rxflow.persistence.audit_head_file import ExportedHead, HeadFile
from rxflow.persistence.engine import Store
from rxflow.services.audit import AuditService
from rxflow.services.registry import Services

COLUMNS = {"at": "Time", "actor": "Actor", "action": "Action", "object": "Object", "detail": "Detail"}
SESSION_CHARS_SHOWN = 8
"""Enough to tell conversations apart; the whole id would open one."""


def verify(head_file: Path | None, as_json: bool) -> bool:
    """Look through the trail, compare it with an exported head, and hold orders and cases to it.

    Args:
        head_file: The exported head; by default the one of the settings, if there is one yet.

    Returns:
        Whether the trail is whole, and orders and cases are where it left them.

    Raises:
        ConfigurationError: The exported head cannot be read.
    """
    with open_assistant() as assistant:
        exported = _exported(assistant, head_file)
        with progress_bar("Looking through the events", as_json) as progress:
            report = assistant.services.audit.verify(exported.head if exported else None, progress)
    if as_json:
        print_json(_report(report, exported))
    elif report.broken is not None:
        typer.echo(f"broken at event {report.broken.sequence} ({report.broken.fault}): {report.broken.words}")
        typer.echo(f"Events 1 to {report.events} are in order." if report.events else "No event before it is in order.")
    else:
        compared = f"the head exported at {exported.at.isoformat()} is in it" if exported else "no head was exported"
        typer.echo(
            f"{'ok ' if not report.mismatches else ''}{report.events} events, each as it was written; {compared}"
        )
        for mismatch in report.mismatches:
            typer.echo(f"changed from outside: {mismatch.words}")
    return report.broken is None and not report.mismatches


def head(as_json: bool) -> None:
    """Print where the trail ends, in the form in which it is exported."""
    with open_assistant() as assistant:
        found, now = assistant.services.audit.head(), assistant.services.now()
    exported = ExportedHead(found, now).to_json() if found else None
    if as_json:
        print_json(exported)
    elif exported is None:
        typer.echo("Nothing was recorded yet.")
    else:
        typer.echo(f"event {exported['sequence']} at {exported['at']}")
        typer.echo(f"mac {exported['mac']}")
        typer.echo(f"proof {exported['proof']}")


def show(patient_id: str, since: date | None, as_json: bool) -> None:
    """Record that a patient's trail is shown, and print it, newest last.

    Raises:
        StoreUnavailableError: It cannot be recorded, and so is not shown.
    """
    with open_assistant() as assistant:
        services = assistant.services
        shown = AuditEvent(services.now(), operating_user(), AuditAction.AUDIT_SHOWN, patient_id)
        services.audit.record(shown)
        start = datetime.combine(since, time.min, services.zone) if since else None
        entries = services.audit.for_patient(patient_id, start)
        own = (item.rx_number for item in services.patients.prescriptions(patient_id))
        known = services.audit.prescription_objects(own)
        lines = [_line(entry, known, services.zone) for entry in entries]
    if as_json:
        print_json(lines)
        return
    for line in lines:
        line["detail"] = ", ".join(f"{name} {_shown(value)}" for name, value in line["detail"].items())
    print_table(COLUMNS, lines, whole=[key for key in COLUMNS if key != "detail"])


def record(store: Store, action: AuditAction, **detail: Detail) -> None:
    """Record what a command did, under the account that runs it.

    Args:
        store: The database, opened.
        action: What was done.
        detail: Codes and numbers by the names of `domain.audit.DETAILS`.

    Raises:
        StoreUnavailableError: It could not be kept.
    """
    AuditService(store=store).record(AuditEvent(system_clock(), operating_user(), action, detail=detail))


def record_reads(services: Services, kind: str, patient_ids: Iterable[str]) -> None:
    """Record that a command is about to show patients' records, one event a patient with how many records.

    Args:
        kind: What is shown, such as `orders`.
        patient_ids: Whose, once for each record.

    Raises:
        StoreUnavailableError: It could not be kept: then nothing may be shown.
    """
    services.audit.record_reads(services.now(), operating_user(), kind, patient_ids)


def operating_user() -> str:
    """The account that runs this command, as an actor of the trail.

    By its number where the system says it, not by LOGNAME, which anyone can set.
    """
    if os.name != "posix":
        return as_code(f"{OPERATOR}:{getpass.getuser()}")
    import pwd

    try:
        return as_code(f"{OPERATOR}:{pwd.getpwuid(os.getuid()).pw_name}")
    except KeyError:
        return f"{OPERATOR}:{os.getuid()}"


def _exported(assistant: Assistant, head_file: Path | None) -> ExportedHead | None:
    path = head_file or audit_head_file(assistant.settings)
    exported = HeadFile(path).read() if path else None
    if exported is None and head_file is not None:
        raise ConfigurationError(f"There is no exported head {head_file}.")
    return exported


def _report(report: AuditReport, exported: ExportedHead | None) -> dict[str, Any]:
    return {
        "events": report.events,
        "broken": asdict(report.broken) if report.broken else None,
        "mismatches": [asdict(each) for each in report.mismatches],
        "exported": exported.to_json() if exported else None,
    }


def _line(entry: AuditEntry, known: dict[str, str], zone: Any) -> dict[str, Any]:
    return {
        "sequence": entry.sequence,
        "at": entry.at.astimezone(zone).isoformat(timespec="seconds"),
        "actor": entry.actor,
        "action": entry.action,
        "object": known.get(entry.object, entry.object) if entry.object else None,
        "session": entry.session_id[:SESSION_CHARS_SHOWN] if entry.session_id else None,
        "detail": dict(entry.detail),
    }


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)
