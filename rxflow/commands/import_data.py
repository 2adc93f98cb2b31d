"""`rxflow import`: the data folder into the database, so that it can be served from there."""

from datetime import datetime
from pathlib import Path

import typer

from rxflow.bootstrap import open_store
from rxflow.commands.assistant import logged_settings, system_clock
from rxflow.commands.audit import operating_user
from rxflow.commands.checks import counted
from rxflow.commands.output import print_json
from rxflow.commands.progress import progress_bar
from rxflow.prompts.catalog import languages
from rxflow.services.data_import import import_data as load


def import_data(folder: Path | None, as_json: bool) -> None:
    """Import a data folder and print how many records of each noun there are.

    Args:
        folder: The data folder; None is the one of the settings.
        as_json: Whether to print the counts as JSON.

    Raises:
        DataError: A data file is missing or broken; what was imported before stays.
        StoreUnavailableError: The database cannot be written, or another import is running.
    """
    settings = logged_settings()
    data_dir = folder or settings.data_dir
    store = open_store(settings)
    try:
        with progress_bar("Importing", as_json) as progress:
            counts = load(
                data_dir,
                today=datetime.now(settings.zone).date(),
                languages=languages(),
                store=store,
                now=system_clock,
                actor=operating_user(),
                progress=progress,
            )
    finally:
        store.close()
    if as_json:
        is_served = settings.data_source == "database"
        print_json({"data_dir": str(data_dir), "counts": dict(counts), "is_served": is_served})
        return
    typer.echo(f"ok {data_dir} is imported: {', '.join(counted(counts))}")
    if settings.data_source == "files":
        typer.echo("Set RXFLOW_DATA_SOURCE=database to serve it.")
    else:
        typer.echo("Servers that run see the patients now; start them again where drugs, pharmacies or plans changed.")
