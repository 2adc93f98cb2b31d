"""What is done without now: each thing that is missing, since when and why."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

BUILT_IN_MODEL = "built-in model"
"""The configured model does not answer; the built-in one does in its place."""
BUDGET = "budget"
"""Beside the built-in model: it answers because the tokens of the conversation or the day are used up."""
LIMITS_PER_PROCESS = "limits per process"
"""The shared store does not answer; each process counts for itself."""


@dataclass(frozen=True, slots=True)
class Degradation:
    """One thing that is not as it should be.

    Attributes:
        name: What is used instead, such as `built-in model`.
        since: Since when, as an aware time.
        reason: Why, as a code such as `TIMEOUT`.
    """

    name: str
    since: datetime
    reason: str


class Degradations:
    """What is degraded in this process. Threads may share it.

    Args:
        now: The clock.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._current: dict[str, Degradation] = {}

    def note(self, name: str, reason: str) -> None:
        """Something is missing; what is noted already stays with its time and its first reason.

        Args:
            name: What is used instead.
            reason: Why, as a code.
        """
        with self._lock:
            if name not in self._current:
                self._current[name] = Degradation(name, self._now(), reason)

    def clear(self, name: str) -> None:
        """It works again; once more does no harm."""
        with self._lock:
            self._current.pop(name, None)

    def current(self) -> tuple[Degradation, ...]:
        """What is degraded now, the longest first."""
        with self._lock:
            return tuple(sorted(self._current.values(), key=lambda each: (each.since, each.name)))
