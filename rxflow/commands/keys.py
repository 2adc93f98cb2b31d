"""`rxflow keys`: make, list, rotate and retire the keys that the database is encrypted with."""

import typer

from rxflow.bootstrap import key_file, open_store
from rxflow.commands.assistant import logged_settings
from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError
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
        _print_rows(store)
    finally:
        store.close()


def rotate() -> None:
    """Add a key, make it the active one, and seal every row again with it, while the assistant goes on.

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
        typer.echo(f"Sealed {rows} rows again.")
        _print_rows(store)
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
        rows = rows_by_key(store)[number]
        if rows:
            raise ConfigurationError(f"{rows} rows are still sealed with key {number}. Run `rxflow keys rotate` first.")
        file.save(without)
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


def _print_rows(store: Store) -> None:
    keys, rows = store.cipher.keys, rows_by_key(store)
    for number in sorted(keys.data):
        typer.echo(f"key {number}: {rows[number]} rows{', active' if number == keys.active else ''}")
