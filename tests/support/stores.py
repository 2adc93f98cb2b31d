"""Stores for tests, sealed with keys that live as long as the process."""

from functools import cache

from rxflow.persistence.engine import BUSY_TIMEOUT_MS, Store, create_store
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing, KeyText, format_keys, new_keys


@cache
def a_cipher() -> Cipher:
    """The cipher of every test in this process."""
    return Cipher(KeyRing(KeyText(format_keys(new_keys()))))


def store_with_keys(url: str, keys: str, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Store:
    """A store that other processes can open too, with the same keys."""
    return create_store(url, Cipher(KeyRing(KeyText(keys))), busy_timeout_ms)


def open_store(url: str, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Store:
    """A store that this process' tests can read again."""
    return create_store(url, a_cipher(), busy_timeout_ms)
