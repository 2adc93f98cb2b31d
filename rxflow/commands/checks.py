"""`rxflow check-data` and `rxflow doctor`: what is in order, and what to do about the rest."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import datetime

import typer

from rxflow.bootstrap import open_store
from rxflow.commands.assistant import fresh_assistants, logged_settings
from rxflow.config.settings import Settings, get_settings
from rxflow.domain.errors import DataError, RxFlowError
from rxflow.prompts.catalog import languages
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.workflow.workflow_types import RefillState

COUNTED_AS = {"stock": "stock exceptions", "formulary": "formulary entries", "lasa_pairs": "look-alike pairs"}


def check_data() -> bool:
    """Validate the data folder as the assistant does when it starts, and print what it holds or what is wrong.

    Returns:
        Whether the data can be used.
    """
    settings = get_settings()
    try:
        typer.echo(f"ok {_data(settings)}")
    except DataError as error:
        typer.echo(f"rxflow: {error}", err=True)
        return False
    return True


def doctor() -> bool:
    """Print a line for configuration, data, database and model: `ok …`, or what to do.

    Returns:
        Whether all are ok.
    """
    try:
        settings = logged_settings()
    except RxFlowError as error:
        typer.echo(f"not ok configuration: {error}")
        typer.echo("Mend the configuration first: data, database and model were not looked at.")
        return False
    typer.echo(f"ok configuration: all settings can be used, time zone {settings.timezone}")
    looked_at = [_looked_at(part, check, settings) for part, check in PARTS.items()]
    return all(looked_at)


def _looked_at(part: str, check: Callable[[Settings], str], settings: Settings) -> bool:
    try:
        typer.echo(f"ok {part}: {check(settings)}")
    except RxFlowError as error:
        typer.echo(f"not ok {part}: {error}")
        return False
    return True


def _data(settings: Settings) -> str:
    data = load_mock_data(settings.data_dir, datetime.now(settings.zone).date(), languages())
    return f"{settings.data_dir} holds {', '.join(_counts(data))}"


def _counts(data: MockData) -> Iterator[str]:
    for field in fields(data):
        if field.name != "tables":
            noun = COUNTED_AS.get(field.name, field.name.replace("_", " "))
            yield f"{noun}: {len(getattr(data, field.name))}"


def _database(settings: Settings) -> str:
    store = open_store(settings)
    try:
        # An empty write takes the write lock, which a read-only or locked database refuses.
        with store.write():
            pass
    finally:
        store.close()
    return f"{settings.database_url} can be written"


def _model(settings: Settings) -> str:
    """Say hello to a whole assistant with a database of its own."""
    with fresh_assistants(settings)() as assistant:
        patient = assistant.services.patients.all()[0]
        session_id = assistant.run(assistant.manager.start(patient.patient_id)).session_id
        reply = assistant.run(assistant.manager.handle_message("hello", session_id))
    if reply.state is RefillState.ERROR:
        raise RxFlowError(f"{settings.llm_provider} does not answer. Look at the log, or set RXFLOW_LLM_PROVIDER.")
    return f"{settings.llm_provider} answers"


PARTS = {"data": _data, "database": _database, "model": _model}
