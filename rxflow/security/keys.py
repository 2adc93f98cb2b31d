"""The keys: for data, for look-ups and for the audit chain, from the environment or from a file."""

import base64
import binascii
import json
import os
import stat
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from rxflow.domain.errors import ConfigurationError

KEY_BYTES = 32
KEY_FILE_MODE = 0o600
Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """A set of keys, 256 bits each.

    Attributes:
        data: The keys that rows are encrypted with, by number; the older ones still open what they closed.
        active: The number of the key that new rows are encrypted with.
        lookup: The key of the hashes by which rows are found; it stays as it is for the life of a database.
        audit: The key of the audit chain; it stays too.
        is_demo: Whether the demo made them for itself, so that a production never runs on them.
    """

    data: Mapping[int, bytes]
    active: int
    lookup: bytes
    audit: bytes
    is_demo: bool = False

    def rotated(self, random: Random = os.urandom) -> "Keys":
        """The same with a new active data key."""
        number = max(self.data) + 1
        return replace(self, data={**self.data, number: random(KEY_BYTES)}, active=number)

    def without(self, number: int) -> "Keys":
        """The same without an old data key: what is still encrypted with it can never be read again.

        Raises:
            ConfigurationError: There is no such key, or it is the active one.
        """
        if number not in self.data:
            raise ConfigurationError(f"There is no key {number}. `rxflow keys list` shows those there are.")
        if number == self.active:
            raise ConfigurationError(f"Key {number} is the active one. Run `rxflow keys rotate` first.")
        return replace(self, data={each: key for each, key in self.data.items() if each != number})


def new_keys(*, is_demo: bool = False, random: Random = os.urandom) -> Keys:
    """Fresh keys."""
    return Keys({1: random(KEY_BYTES)}, 1, random(KEY_BYTES), random(KEY_BYTES), is_demo)


class KeySource(Protocol):
    """Where keys are kept."""

    def stamp(self) -> object:
        """What changes when they do; cheap to look at."""

    def load(self) -> Keys:
        """Read them.

        Raises:
            ConfigurationError: There are none, or they are malformed.
        """


class KeyText:
    """Keys given as text, as `RXFLOW_KEYS` holds them."""

    def __init__(self, text: str) -> None:
        self._text = text

    def stamp(self) -> object:
        return None

    def load(self) -> Keys:
        return parse_keys(self._text, "RXFLOW_KEYS")


class KeyFile:
    """Keys in a file that only its owner may read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def stamp(self) -> object:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns

    def load(self) -> Keys:
        try:
            mode = self.path.stat().st_mode
            text = self.path.read_text(encoding="utf-8")
        except OSError as error:
            raise ConfigurationError(
                f"RXFLOW_KEY_FILE: the key file {self.path} cannot be read ({error.strerror}). "
                "Without it what is stored cannot be read; bring it back."
            ) from error
        if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise ConfigurationError(
                f"RXFLOW_KEY_FILE: others can read the key file {self.path}. Run: chmod 600 {self.path}"
            )
        return parse_keys(text, f"the key file {self.path}")

    def save(self, keys: Keys) -> None:
        """Write the keys in place of those there, whole or not at all.

        Raises:
            ConfigurationError: The file cannot be written; the old one stays.
        """
        beside = self.path.with_name(f"{self.path.name}.new")
        try:
            beside.unlink(missing_ok=True)
            self._write(beside, keys)
            beside.replace(self.path)
            _sync_folder(self.path.parent)
        except OSError as error:
            raise _not_written(self.path, error) from error

    def create(self, keys: Keys) -> bool:
        """Write the keys unless a file is there already; of two that start together, one wins.

        Returns:
            Whether these keys are now the file's.

        Raises:
            ConfigurationError: The file cannot be written.
        """
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.{threading.get_ident()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._write(beside, keys)
            try:
                os.link(beside, self.path)
            except FileExistsError:
                return False
            finally:
                beside.unlink(missing_ok=True)
            _sync_folder(self.path.parent)
        except OSError as error:
            raise _not_written(self.path, error) from error
        return True

    @staticmethod
    def _write(path: Path, keys: Keys) -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, KEY_FILE_MODE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(format_keys(keys))
            file.flush()
            os.fsync(file.fileno())


class KeyRing:
    """The keys of a running process, read again when another process has rotated them.

    Args:
        source: Where they are kept.

    Raises:
        ConfigurationError: They cannot be read.
    """

    def __init__(self, source: KeySource) -> None:
        self._source = source
        self._stamp = source.stamp()
        self.keys = source.load()

    def data_key(self, number: int) -> bytes | None:
        """The data key of this number, looked for again where they are kept if it is not known yet."""
        if number not in self.keys.data:
            self.refresh()
        return self.keys.data.get(number)

    def refresh(self) -> None:
        """Read the keys again.

        Raises:
            ConfigurationError: They cannot be read.
        """
        self._stamp = self._source.stamp()
        self.keys = self._source.load()

    def renew(self) -> None:
        """Read the keys again if they have changed; a look at the file's date otherwise.

        Raises:
            ConfigurationError: They have changed and cannot be read.
        """
        if self._source.stamp() not in (self._stamp, None):
            self.refresh()


def format_keys(keys: Keys) -> str:
    """Keys as JSON text, for a file or for `RXFLOW_KEYS`."""
    content = {
        "active": keys.active,
        "data": {str(number): _encoded(key) for number, key in keys.data.items()},
        "lookup": _encoded(keys.lookup),
        "audit": _encoded(keys.audit),
    }
    if keys.is_demo:
        content["demo"] = True
    return json.dumps(content, indent=1) + "\n"


def parse_keys(text: str, where: str) -> Keys:
    """Keys from JSON text.

    Args:
        where: What to name in an error; the text itself is never quoted.

    Raises:
        ConfigurationError: The text is not keys, or one is not 256 bits long.
    """
    try:
        content = json.loads(text)
        keys = Keys(
            {int(number): _decoded(key) for number, key in content["data"].items()},
            int(content["active"]),
            _decoded(content["lookup"]),
            _decoded(content["audit"]),
            content.get("demo") is True,
        )
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise ConfigurationError(f"{where}: these are not keys. `rxflow keys new` makes some.") from error
    if keys.active not in keys.data:
        raise ConfigurationError(f"{where}: the active key is not among the data keys.")
    return keys


def _encoded(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")


def _decoded(text: str) -> bytes:
    key = base64.b64decode(text, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 256 bits")
    return key


def _sync_folder(folder: Path) -> None:
    """Make a file's new name last through a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _not_written(path: Path, error: OSError) -> ConfigurationError:
    return ConfigurationError(f"RXFLOW_KEY_FILE: the key file {path} cannot be written ({error.strerror}).")
