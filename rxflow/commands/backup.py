"""`rxflow backup` and `rxflow restore`: the whole database in one file, and back."""

from pathlib import Path

import typer

from rxflow.bootstrap import open_store
from rxflow.commands.assistant import logged_settings, system_clock
from rxflow.persistence import backup
from rxflow.persistence.backup import Manifest


def back_up(path: Path) -> None:
    """Write a backup of the database to a new file, while the assistant goes on."""
    store = open_store(logged_settings())
    try:
        manifest = backup.back_up(store, path, system_clock())
    finally:
        store.close()
    typer.echo(f"{path}: {_told(manifest)}. Keep a copy of the keys elsewhere: without them nobody can read it.")


def restore(path: Path, replace: bool) -> None:
    """Put a backup in the place of the database's content."""
    store = open_store(logged_settings())
    try:
        manifest = backup.restore(path, store, replace=replace)
    finally:
        store.close()
    typer.echo(f"Restored {_told(manifest)}, as they were at {manifest.made_at}.")


def _told(manifest: Manifest) -> str:
    return f"{sum(manifest.rows.values())} rows of {len(manifest.rows)} tables"
