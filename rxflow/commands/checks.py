"""`rxflow check-data`: whether the data folder is in order, and what is in it."""

from collections.abc import Iterator, Mapping, Sized
from dataclasses import fields
from datetime import datetime

import typer

from rxflow.commands.output import print_json
from rxflow.config.settings import Settings, get_settings
from rxflow.domain.errors import DataError
from rxflow.prompts.catalog import languages
from rxflow.services.knowledge_files import load_knowledge
from rxflow.services.mock_data import MockData, load_mock_data

COUNTED_AS = {
    "stock": "stock exceptions",
    "formulary": "formulary entries",
    "lasa_pairs": "look-alike pairs",
    "look_alikes": "look-alike pairs",
}


def check_data(as_json: bool) -> bool:
    """Validate the data folder as the assistant does when it starts, and print what it holds or what is wrong.

    Returns:
        Whether the data can be used.
    """
    settings = get_settings()
    try:
        counts, fault = data_counts(settings), None
    except DataError as error:
        counts, fault = {}, str(error)
        typer.echo(f"rxflow: {error}", err=True)
    if as_json:
        print_json({"ok": fault is None, "data_dir": str(settings.data_dir), "counts": counts, "message": fault})
    elif fault is None:
        typer.echo(f"ok {settings.data_dir} holds {', '.join(counted(counts))}")
    return fault is None


def data_counts(settings: Settings) -> dict[str, int]:
    """How many records of each noun the data folder holds.

    Raises:
        DataError: A data file is missing or broken.
    """
    counts = counts_of(load_mock_data(settings.data_dir, datetime.now(settings.zone).date(), languages()))
    told = {passage.passage_id for found in load_knowledge(settings.data_dir).passages.values() for passage in found}
    return counts | {"passages": len(told)}


def counts_of(data: MockData) -> dict[str, int]:
    """How many records there are of each noun, in the order of the data."""
    held = ((field.name, getattr(data, field.name)) for field in fields(data))
    return {name: len(records) for name, records in held if isinstance(records, Sized)}


def counted(counts: Mapping[str, int]) -> Iterator[str]:
    """`drugs: 400`, noun by noun."""
    for name, count in counts.items():
        yield f"{COUNTED_AS.get(name, name.replace('_', ' '))}: {count}"
