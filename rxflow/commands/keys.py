"""`rxflow keys`: make, list, rotate and retire the keys that the database is encrypted with."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import typer

from rxflow.bootstrap import key_file, open_store
from rxflow.commands.assistant import logged_settings
from rxflow.commands.audit import record
from rxflow.commands.output import print_json
from rxflow.commands.progress import progress_bar
from rxflow.config.settings import Settings
from rxflow.domain.audit import AuditAction
from rxflow.domain.errors import ConfigurationError
from rxflow.domain.progress import Progress
from rxflow.persistence.checkpoints import Checkpoints, Resealed, open_checkpoints
from rxflow.persistence.engine import Store
from rxflow.persistence.rotation import reseal, rows_by_key
from rxflow.security.keys import KeyFile, format_keys, new_keys


def print_new() -> None:
    """Print fresh keys, for a file of mode 600 or for RXFLOW_KEYS."""
    typer.echo(format_keys(new_keys()), nl=False)


def list_keys(as_json: bool) -> None:
    """Print the number of each data key, and how many rows are sealed with it."""
    settings = logged_settings()
    store = open_store(settings)
    try:
        held = _held(store, settings)
    finally:
        store.close()
    if as_json:
        print_json(held)
    else:
        _print_held(held)


def rotate(as_json: bool) -> None:
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
        with progress_bar("Sealing rows again", as_json) as progress:
            sealed, unreadable = _seal_again(store, settings, progress)
        record(store, AuditAction.KEY_ROTATED, key=store.cipher.keys.active, rows=sealed)
        held = _held(store, settings)
    finally:
        store.close()
    if as_json:
        print_json(held | {"sealed_again": sealed, "unreadable": unreadable})
        return
    typer.echo(f"Sealed {sealed} rows again.")
    if unreadable:
        typer.echo(f"{unreadable} rows of conversations cannot be opened with any key; they stay as they are.")
    _print_held(held)


def retire(number: int, as_json: bool) -> None:
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
    if as_json:
        print_json({"retired": number})
        return
    typer.echo(f"Key {number} is gone. Backups that were made with it cannot be read without a copy of it.")


def _file(settings: Settings) -> KeyFile:
    if settings.keys is not None:
        raise ConfigurationError(
            "RXFLOW_KEYS: keys that are given in the environment are changed there. Put them into a file (mode 600), "
            "name it in RXFLOW_KEY_FILE, and run this again."
        )
    return KeyFile(key_file(settings))


def _seal_again(store: Store, settings: Settings, progress: Progress | None) -> tuple[int, int]:
    """Seal all with the active key: how many rows were, and how many no key opens."""
    by_key = _rows_by_key(store, settings)
    total = by_key.total() - by_key[store.cipher.keys.active]
    rows = 0
    for done in reseal(store):
        rows += done
        if progress:
            progress(rows, total)
    before = rows
    remembered = asyncio.run(
        _reseal_checkpoints(settings, store, lambda boxes: progress(before + boxes, total) if progress else None)
    )
    return rows + remembered.changed, remembered.unreadable


def _rows_by_key(store: Store, settings: Settings) -> Counter[int]:
    """How many rows each key still opens, those of remembered conversations too."""
    return rows_by_key(store) + asyncio.run(_checkpoints_by_key(settings, store))


async def _checkpoints_by_key(settings: Settings, store: Store) -> Counter[int]:
    async with _checkpoints(settings, store) as checkpoints:
        return await checkpoints.boxes_by_key()


async def _reseal_checkpoints(settings: Settings, store: Store, told: Callable[[int], None]) -> Resealed:
    changed = overtaken = unreadable = 0
    async with _checkpoints(settings, store) as checkpoints:
        async for step in checkpoints.reseal():
            changed, overtaken = changed + step.changed, overtaken + step.overtaken
            unreadable += step.unreadable
            told(changed + overtaken + unreadable)
    return Resealed(changed, overtaken, unreadable)


@asynccontextmanager
async def _checkpoints(settings: Settings, store: Store) -> AsyncIterator[Checkpoints]:
    checkpoints = await open_checkpoints(settings.database_url, store.cipher)
    try:
        yield checkpoints
    finally:
        await checkpoints.close()


def _held(store: Store, settings: Settings) -> dict[str, Any]:
    """What each key holds, and which is the active one."""
    keys, rows = store.cipher.keys, _rows_by_key(store, settings)
    return {"active": keys.active, "keys": [{"key": number, "rows": rows[number]} for number in sorted(keys.data)]}


def _print_held(held: dict[str, Any]) -> None:
    for each in held["keys"]:
        typer.echo(f"key {each['key']}: {each['rows']} rows{', active' if each['key'] == held['active'] else ''}")
