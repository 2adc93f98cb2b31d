"""What happens in a turn while it happens, for whoever waits for the reply. It tells; it decides nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from rxflow.workflow.workflow_types import RefillState


@dataclass(frozen=True, slots=True)
class ToolBegan:
    """A tool was called."""

    name: str


@dataclass(frozen=True, slots=True)
class ToolDone:
    """A tool has answered."""

    name: str
    success: bool
    milliseconds: float


@dataclass(frozen=True, slots=True)
class StateReached:
    """The machine has moved."""

    state: RefillState


TurnEvent = ToolBegan | ToolDone | StateReached
Progress = Callable[[TurnEvent], None]
"""Told of each event, on the assistant's event loop: it must return at once and not raise."""


def untold(_event: TurnEvent) -> None:
    """For a turn that nobody watches."""
