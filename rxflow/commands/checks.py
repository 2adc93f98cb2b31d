"""`rxflow check-data` and `rxflow doctor`: what is in order, and what to do about the rest."""

from collections.abc import Callable, Iterator, Mapping, Sized
from dataclasses import fields
from datetime import datetime

import typer

from rxflow.bootstrap import open_store
from rxflow.commands.assistant import fresh_assistants, logged_settings
from rxflow.config.settings import Settings, get_settings
from rxflow.domain.errors import DataError, RxFlowError
from rxflow.prompts.catalog import languages
from rxflow.services.mock_data import MockData, load_mock_data
from rxflow.services.stored_data import stored_counts
from rxflow.workflow.workflow_types import RefillState

COUNTED_AS = {
    "stock": "stock exceptions",
    "formulary": "formulary entries",
    "lasa_pairs": "look-alike pairs",
    "look_alikes": "look-alike pairs",
}


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
    return f"{settings.data_dir} holds {', '.join(counted(counts_of(data)))}"


def _served(settings: Settings) -> str:
    """What the assistant serves: the folder, or the import."""
    if settings.data_source == "files":
        return _data(settings)
    store = open_store(settings)
    try:
        counts = stored_counts(store)
    finally:
        store.close()
    return f"{settings.database_url} holds {', '.join(counted(counts))}"


def counts_of(data: MockData) -> dict[str, int]:
    """How many records there are of each noun, in the order of the data."""
    held = ((field.name, getattr(data, field.name)) for field in fields(data))
    return {name: len(records) for name, records in held if isinstance(records, Sized)}


def counted(counts: Mapping[str, int]) -> Iterator[str]:
    """`drugs: 400`, noun by noun."""
    for name, count in counts.items():
        yield f"{COUNTED_AS.get(name, name.replace('_', ' '))}: {count}"


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


PARTS = {"data": _served, "database": _database, "model": _model}
