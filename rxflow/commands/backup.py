"""`rxflow backup` and `rxflow restore`: the whole database in one file, and back."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import typer

from rxflow.bootstrap import audit_head_file, open_store
from rxflow.commands.assistant import logged_settings, system_clock
from rxflow.commands.audit import record
from rxflow.commands.output import print_json
from rxflow.commands.progress import progress_bar
from rxflow.config.settings import Settings
from rxflow.domain.audit import AuditAction, AuditHead, AuditReport
from rxflow.domain.errors import ConfigurationError
from rxflow.persistence import backup
from rxflow.persistence.audit_head_file import HeadFile
from rxflow.persistence.backup import Manifest
from rxflow.services.audit import AuditService


def back_up(path: Path, as_json: bool) -> None:
    """Write a backup of the database to a new file, while the assistant goes on."""
    store = open_store(logged_settings())
    try:
        with progress_bar("Backing up", as_json) as progress:
            manifest = backup.back_up(store, path, system_clock(), progress)
        record(store, AuditAction.BACKUP_MADE, rows=sum(manifest.rows.values()))
    finally:
        store.close()
    if as_json:
        print_json({"file": str(path)} | _summary(manifest))
        return
    typer.echo(f"{path}: {_told(manifest)}. Keep a copy of the keys elsewhere: without them nobody can read it.")


def restore(path: Path, replace: bool, as_json: bool) -> bool:
    """Put a backup in the place of the database's content, and look through the audit trail that came with it.

    Returns:
        Whether the audit trail is whole.
    """
    settings = logged_settings()
    store = open_store(settings)
    try:
        with progress_bar("Restoring", as_json) as progress:
            manifest = backup.restore(path, store, replace=replace, progress=progress)
        audit = AuditService(store=store)
        with progress_bar("Looking through the events", as_json) as progress:
            report = audit.verify(progress=progress)
        note = None
        if report.broken is None:
            record(store, AuditAction.BACKUP_RESTORED, rows=sum(manifest.rows.values()), events=report.events)
            note = _about_exported_head(settings, audit, report.head)
    finally:
        store.close()
    if as_json:
        broken = asdict(report.broken) if report.broken else None
        print_json(_summary(manifest) | {"events": report.events, "broken": broken, "exported_head": note})
    else:
        _tell(manifest, report, note)
    return report.broken is None


def _tell(manifest: Manifest, report: AuditReport, note: str | None) -> None:
    typer.echo(f"Restored {_told(manifest)}, as they were at {manifest.made_at}.")
    if report.broken is not None:
        typer.echo(f"The audit trail is broken at event {report.broken.sequence}: {report.broken.words}")
        typer.echo("Nothing more can be trusted of it: restore an earlier backup, and keep this one as evidence.")
        return
    typer.echo(f"The audit trail is whole: {report.events} events, and one more for the restore.")
    if note:
        typer.echo(note)


def _about_exported_head(settings: Settings, audit: AuditService, restored: AuditHead | None) -> str | None:
    """What to do with a head that was exported of a trail which the restore has replaced; None when it fits."""
    path = audit_head_file(settings)
    if path is None:
        return None
    try:
        exported = HeadFile(path).read()
    except ConfigurationError as error:
        return str(error)
    # What was recorded after the restore, under the same number, is another event.
    ends_at = restored.sequence if restored else 0
    if exported is None:
        return None
    head = exported.head
    if head.sequence <= ends_at and audit.mac(head.sequence) == head.mac:
        return None
    aside = f"{path}.until-{_stamp(exported.at)}"
    return (
        f"{path} was exported at {exported.at.isoformat()}, after event {head.sequence} of the trail that was "
        f"replaced; the restored one ends at event {ends_at}. What was recorded after that is not in it. Until the "
        "file is moved away, `rxflow audit verify` ends with 1 and no newer head is exported. Keep it as the proof "
        f"of what there was:\n  mv {path} {aside}"
    )


def _stamp(at: datetime) -> str:
    """A time as a part of a file's name."""
    return at.strftime("%Y%m%dT%H%M%SZ")


def _told(manifest: Manifest) -> str:
    return f"{sum(manifest.rows.values())} rows of {len(manifest.rows)} tables"


def _summary(manifest: Manifest) -> dict[str, Any]:
    return {
        "made_at": manifest.made_at,
        "database": manifest.database,
        "schema": manifest.schema,
        "rows": dict(manifest.rows),
    }
