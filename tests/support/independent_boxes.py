"""The keys of a database and the boxes that they open, by the documented format alone: nothing of rxflow is asked.

A box is the byte 0x01, the number of its key (4 bytes, big-endian), a nonce (12 bytes), and AES-256-GCM's ciphertext
with its tag. Its first five bytes and its row's place, such as `orders:RF-7K3M-9Q2D`, are the associated data.
"""

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_FILE = "rxflow.key"
FORMAT = 1
HEADER, NONCE, KEY, DIGEST = 5, 12, 32, 16


class UnopenedError(Exception):
    """A box that does not open where it lies; the text says why."""


@dataclass(frozen=True, repr=False)
class Keys:
    """Data keys by number, the number of the one in use, and the key of the hashes that rows are found by."""

    data: Mapping[int, bytes]
    active: int
    lookup: bytes
    audit: bytes

    @classmethod
    def of_text(cls, text: str) -> "Keys":
        """Keys as a key file or `RXFLOW_KEYS` holds them."""
        content = json.loads(text)
        data = {int(number): base64.b64decode(key) for number, key in content["data"].items()}
        lookup, audit = (base64.b64decode(content[name]) for name in ("lookup", "audit"))
        return cls(data, content["active"], lookup, audit)

    @classmethod
    def beside(cls, database: Path | str) -> "Keys":
        """The keys in the file beside a database."""
        return cls.of_text(Path(database).with_name(KEY_FILE).read_text("utf-8"))

    @classmethod
    def new(cls, random: Random) -> "Keys":
        """Keys that a seed decides, and the number of the first of them."""
        number = random.choice((1, 2, 255, 256, 2**32 - 100))
        return cls({number: random.randbytes(KEY)}, number, random.randbytes(KEY), random.randbytes(KEY))

    def rotated(self, random: Random) -> "Keys":
        """The same, with another data key in use."""
        number = max(self.data) + 1
        return replace(self, data={**self.data, number: random.randbytes(KEY)}, active=number)

    def text(self) -> str:
        """The text of a key file."""
        data = {str(number): _encoded(key) for number, key in self.data.items()}
        lookup, audit = _encoded(self.lookup), _encoded(self.audit)
        return json.dumps({"active": self.active, "data": data, "lookup": lookup, "audit": audit})

    def write_beside(self, database: Path) -> None:
        """Make them the keys of a database, in a file that only its owner may read."""
        path = database.with_name(KEY_FILE)
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text(self.text(), "utf-8")

    def seal(self, plain: bytes, place: str, nonce: bytes | None = None) -> bytes:
        nonce = nonce or os.urandom(NONCE)
        header = bytes([FORMAT]) + self.active.to_bytes(HEADER - 1, "big")
        return header + nonce + AESGCM(self.data[self.active]).encrypt(nonce, plain, header + place.encode())

    def open(self, box: bytes, place: str) -> bytes:
        """What is in a box.

        Raises:
            UnopenedError: It was changed, lies where it does not belong, or was closed with a key that is not here.
        """
        header, closed = box[:HEADER], box[HEADER:]
        if header[:1] != bytes([FORMAT]):
            raise UnopenedError("its format is unknown")
        if (number := int.from_bytes(header[1:], "big")) not in self.data:
            raise UnopenedError(f"there is no key {number}")
        try:
            return AESGCM(self.data[number]).decrypt(closed[:NONCE], closed[NONCE:], header + place.encode())
        except (InvalidTag, ValueError) as error:
            raise UnopenedError("it was changed, or belongs elsewhere") from error

    def digest(self, purpose: str, *values: str) -> str:
        """The keyed hash that rows are found by."""
        message = "\x1f".join((purpose, *values)).encode()
        return hmac.new(self.lookup, message, hashlib.sha256).digest()[:DIGEST].hex()


def one_use(box: bytes) -> bytes:
    """What two boxes must never share: the number of the key, and the nonce."""
    return box[: HEADER + NONCE]


def _encoded(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")
