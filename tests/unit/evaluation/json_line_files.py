"""Files of one object a line, as the tests of each format write and break them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rxflow.domain.errors import RxFlowError


@dataclass(frozen=True)
class Format:
    """A format of one object a line.

    Attributes:
        read: Reads a file of it.
        fault: What a broken file raises.
        good: A good line.
        noun: What a line is called in messages.
    """

    read: Callable[[Path], Any]
    fault: type[RxFlowError]
    good: Mapping[str, Any]
    noun: str

    def with_change(self, path: Path, change: Mapping[str, Any]) -> Path:
        """A file with a good line, and a changed one after it."""
        return written(path, json.dumps(self.good), json.dumps({**self.good, "id": "other", **change}))


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
