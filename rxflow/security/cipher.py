"""Encryption of what identifies a patient, bound to the place where it is kept, and keyed hashes to find it by."""

import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rxflow.domain.errors import UnreadableDataError
from rxflow.security.keys import KeyRing, Keys, Random

FORMAT = b"\x01"
NUMBER_BYTES = 4
NONCE_BYTES = 12
HEADER_BYTES = len(FORMAT) + NUMBER_BYTES
DIGEST_BYTES = 16
"""128 bits of a keyed hash: two of a billion values are alike once in 10^20 databases."""
CHANGED = "What is stored was changed from outside and cannot be trusted."


class Cipher:
    """AES-256-GCM (NIST SP 800-38D) with the place of the data as associated data, and HMAC-SHA-256 for look-ups.

    Random nonces of 96 bits allow 2^32 rows to a key (SP 800-38D §8.3): rotate before.

    Args:
        ring: The keys.
        random: Makes nonces.
    """

    def __init__(self, ring: KeyRing, random: Random = os.urandom) -> None:
        self._ring = ring
        self._random = random

    def seal(self, plain: bytes, place: str) -> bytes:
        """Encrypt with the active key.

        Args:
            place: Where it is kept, such as `orders:RF-7K3M-9Q2D`; moved elsewhere, it cannot be opened.
        """
        keys = self._ring.keys
        nonce = self._random(NONCE_BYTES)
        box = _aead(keys.data[keys.active])
        header = _header(keys.active)
        return header + nonce + box.encrypt(nonce, plain, header + place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """Decrypt.

        Raises:
            UnreadableDataError: It was changed, belongs elsewhere, or its key is gone.
        """
        header, nonce, closed = sealed[:HEADER_BYTES], sealed[HEADER_BYTES:][:NONCE_BYTES], sealed[HEADER_BYTES:]
        key = self._ring.data_key(key_number(sealed)) if header.startswith(FORMAT) else None
        if key is None:
            raise UnreadableDataError("The key of what is stored is missing. Bring back the key file it was made with.")
        try:
            return _aead(key).decrypt(nonce, closed[NONCE_BYTES:], header + place.encode())
        except (InvalidTag, ValueError) as error:
            raise UnreadableDataError(CHANGED) from error

    def digest(self, purpose: str, *values: str | int) -> str:
        """A keyed hash that a row is found by, of values that the database must not hold.

        Args:
            purpose: What is hashed, such as `patient`, so that equal values of different kinds do not look alike.
        """
        message = "\x1f".join((purpose, *map(str, values))).encode()
        return hmac.digest(self._ring.keys.lookup, message, hashlib.sha256)[:DIGEST_BYTES].hex()

    @property
    def keys(self) -> Keys:
        """The keys as they are now."""
        return self._ring.keys

    def renew(self) -> None:
        """Take up keys that another process has rotated."""
        self._ring.renew()

    @property
    def current_header(self) -> bytes:
        """What every box under the active key begins with."""
        return _header(self._ring.keys.active)

    def authenticate(self, content: bytes) -> bytes:
        """HMAC-SHA-256 under the key of the audit chain, 256 bits."""
        return hmac.digest(self._ring.keys.audit, content, hashlib.sha256)

    def is_current(self, sealed: bytes) -> bool:
        """Whether it is encrypted with the active key."""
        return key_number(sealed) == self._ring.keys.active


def _header(number: int) -> bytes:
    return FORMAT + number.to_bytes(NUMBER_BYTES, "big")


def key_number(sealed: bytes) -> int:
    """The number of the key that something is encrypted with."""
    return int.from_bytes(sealed[len(FORMAT) : HEADER_BYTES], "big")


@lru_cache(maxsize=16)
def _aead(key: bytes) -> AESGCM:
    return AESGCM(key)
