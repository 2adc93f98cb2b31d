"""`rxflow backup` and `rxflow restore`: the whole database in one file, and back."""

from datetime import datetime
from pathlib import Path

import typer

from rxflow.bootstrap import audit_head_file, open_store
from rxflow.commands.assistant import logged_settings, system_clock
from rxflow.commands.audit import record
from rxflow.config.settings import Settings
from rxflow.domain.audit import AuditAction, AuditHead
from rxflow.domain.errors import ConfigurationError
from rxflow.persistence import backup
from rxflow.persistence.audit_head_file import HeadFile
from rxflow.persistence.backup import Manifest
from rxflow.persistence.engine import Store
from rxflow.services.audit import AuditService


def back_up(path: Path) -> None:
    """Write a backup of the database to a new file, while the assistant goes on."""
    store = open_store(logged_settings())
    try:
        manifest = backup.back_up(store, path, system_clock())
        record(store, AuditAction.BACKUP_MADE, rows=sum(manifest.rows.values()))
    finally:
        store.close()
    typer.echo(f"{path}: {_told(manifest)}. Keep a copy of the keys elsewhere: without them nobody can read it.")


def restore(path: Path, replace: bool) -> bool:
    """Put a backup in the place of the database's content, and look through the audit trail that came with it.

    Returns:
        Whether the audit trail is whole.
    """
    settings = logged_settings()
    store = open_store(settings)
    try:
        manifest = backup.restore(path, store, replace=replace)
        typer.echo(f"Restored {_told(manifest)}, as they were at {manifest.made_at}.")
        audit = AuditService(store=store)
        report = audit.verify()
        if report.broken is not None:
            typer.echo(f"The audit trail is broken at event {report.broken.sequence}: {report.broken.words}")
            typer.echo("Nothing more can be trusted of it: restore an earlier backup, and keep this one as evidence.")
            return False
        record(store, AuditAction.BACKUP_RESTORED, rows=sum(manifest.rows.values()), events=report.events)
        typer.echo(f"The audit trail is whole: {report.events} events, and one more for the restore.")
        _explain_exported_head(settings, store, report.head)
    finally:
        store.close()
    return True


def _explain_exported_head(settings: Settings, store: Store, restored: AuditHead | None) -> None:
    """Say what to do with a head that was exported of a trail which the restore has replaced."""
    path = audit_head_file(settings)
    if path is None:
        return
    try:
        exported = HeadFile(path).read()
    except ConfigurationError as error:
        typer.echo(str(error))
        return
    # What was recorded after the restore, under the same number, is another event.
    ends_at = restored.sequence if restored else 0
    if exported is None:
        return
    head = exported.head
    if head.sequence <= ends_at and AuditService(store=store).mac(head.sequence) == head.mac:
        return
    aside = f"{path}.until-{_stamp(exported.at)}"
    typer.echo(
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
