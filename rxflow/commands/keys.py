"""`rxflow keys`: make, list, rotate and retire the keys that the database is encrypted with."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import typer

from rxflow.bootstrap import key_file, open_store
from rxflow.commands.assistant import logged_settings
from rxflow.commands.audit import record
from rxflow.config.settings import Settings
from rxflow.domain.audit import AuditAction
from rxflow.domain.errors import ConfigurationError
from rxflow.persistence.checkpoints import Checkpoints, Resealed, open_checkpoints
from rxflow.persistence.engine import Store
from rxflow.persistence.rotation import reseal, rows_by_key
from rxflow.security.keys import KeyFile, format_keys, new_keys


def print_new() -> None:
    """Print fresh keys, for a file of mode 600 or for RXFLOW_KEYS."""
    typer.echo(format_keys(new_keys()), nl=False)


def list_keys() -> None:
    """Print the number of each data key, and how many rows are sealed with it."""
    settings = logged_settings()
    store = open_store(settings)
    try:
        _print_rows(store, _rows_by_key(store, settings))
    finally:
        store.close()


def rotate() -> None:
    """Add a key, make it the active one, and seal every row again with it, while the assistant goes on.

    So are the conversations that are remembered. What of them no key opens is counted and left as it is.

    Raises:
        ConfigurationError: The keys are in the environment, which this cannot change.
    """
    settings = logged_settings()
    file = _file(settings)
    store = open_store(settings)
    try:
        file.save(file.load().rotated())
        store.cipher.renew()
        rows = sum(reseal(store))
        remembered = asyncio.run(_reseal_checkpoints(settings, store))
        typer.echo(f"Sealed {rows + remembered.changed} rows again.")
        if remembered.unreadable:
            typer.echo(
                f"{remembered.unreadable} rows of conversations cannot be opened with any key; they stay as they are."
            )
        record(store, AuditAction.KEY_ROTATED, key=store.cipher.keys.active, rows=rows + remembered.changed)
        _print_rows(store, _rows_by_key(store, settings))
    finally:
        store.close()


def retire(number: int) -> None:
    """Take an old key away for good, once nothing is sealed with it.

    Raises:
        ConfigurationError: There is no such key, it is the active one, or rows are still sealed with it.
    """
    settings = logged_settings()
    file = _file(settings)
    store = open_store(settings)
    try:
        without = file.load().without(number)
        rows = _rows_by_key(store, settings)[number]
        if rows:
            raise ConfigurationError(f"{rows} rows are still sealed with key {number}. Run `rxflow keys rotate` first.")
        file.save(without)
        record(store, AuditAction.KEY_RETIRED, key=number)
    finally:
        store.close()
    typer.echo(f"Key {number} is gone. Backups that were made with it cannot be read without a copy of it.")


def _file(settings: Settings) -> KeyFile:
    if settings.keys is not None:
        raise ConfigurationError(
            "RXFLOW_KEYS: keys that are given in the environment are changed there. Put them into a file (mode 600), "
            "name it in RXFLOW_KEY_FILE, and run this again."
        )
    return KeyFile(key_file(settings))


def _rows_by_key(store: Store, settings: Settings) -> Counter[int]:
    """How many rows each key still opens, those of remembered conversations too."""
    return rows_by_key(store) + asyncio.run(_checkpoints_by_key(settings, store))


async def _checkpoints_by_key(settings: Settings, store: Store) -> Counter[int]:
    async with _checkpoints(settings, store) as checkpoints:
        return await checkpoints.boxes_by_key()


async def _reseal_checkpoints(settings: Settings, store: Store) -> Resealed:
    async with _checkpoints(settings, store) as checkpoints:
        steps = [step async for step in checkpoints.reseal()]
    return Resealed(*(sum(getattr(step, name) for step in steps) for name in ("changed", "overtaken", "unreadable")))


@asynccontextmanager
async def _checkpoints(settings: Settings, store: Store) -> AsyncIterator[Checkpoints]:
    checkpoints = await open_checkpoints(settings.database_url, store.cipher)
    try:
        yield checkpoints
    finally:
        await checkpoints.close()


def _print_rows(store: Store, rows: Counter[int]) -> None:
    keys = store.cipher.keys
    for number in sorted(keys.data):
        typer.echo(f"key {number}: {rows[number]} rows{', active' if number == keys.active else ''}")
