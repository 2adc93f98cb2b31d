"""Where a process gets its keys: given, from a file, or made by a demo for itself."""

import os
from pathlib import Path

from rxflow.domain.errors import ConfigurationError
from rxflow.observability.logging import get_logger
from rxflow.security.keys import KeyFile, KeyRing, KeyText, Random, new_keys

log = get_logger(__name__)


def open_key_ring(given: str | None, file: Path, *, is_production: bool, random: Random = os.urandom) -> KeyRing:
    """The keys to work with.

    Args:
        given: Keys as text, which go before those of the file.
        file: Where the keys are kept otherwise. A demo makes it when it is missing.
        is_production: Refuse missing keys, and those that a demo made for itself.
        random: Makes keys.

    Raises:
        ConfigurationError: There are no keys, they are malformed, or they are a demo's in production.
    """
    if given is not None:
        ring = KeyRing(KeyText(given))
    else:
        source = KeyFile(file)
        if not file.exists():
            _make(source, is_production, random)
        ring = KeyRing(source)
    if is_production and ring.keys.is_demo:
        raise ConfigurationError(
            "RXFLOW_KEY_FILE: these keys were made by a demo for itself. Give a production keys of its own: "
            "`rxflow keys new` makes some."
        )
    return ring


def _make(source: KeyFile, is_production: bool, random: Random) -> None:
    if is_production:
        raise ConfigurationError(
            f"RXFLOW_KEYS or RXFLOW_KEY_FILE: a production needs keys, and {source.path} does not exist. "
            "`rxflow keys new` makes some."
        )
    if source.create(new_keys(is_demo=True, random=random)):
        log.warning("keys made for this demo; without them the database cannot be read", path=str(source.path))
