"""The steps that the built-in model can take: a tool call, or a message of the catalogue."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """A tool call to make."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Say:
    """A message to give without a tool, by its key in the catalogue; with `who_can`, whom to call is told too."""

    key: str
    who_can: bool = False


Step = Call | Say
