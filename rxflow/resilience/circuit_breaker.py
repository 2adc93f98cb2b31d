"""A circuit breaker: what failed again and again is left alone for a while, then looked at by one."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from rxflow.domain.errors import CircuitOpenError

Seconds = Callable[[], float]
"""A clock that only runs forward."""
Failures = type[Exception] | tuple[type[Exception], ...] | Callable[[Exception], bool]
"""What counts as a failure: error types, or a question that is asked of each error."""


class CircuitState(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


OnChange = Callable[[CircuitState, CircuitState], None]
"""Told the state before and the state after. Called in the order of the changes; must be quick and not raise."""


@dataclass(frozen=True, slots=True, eq=False)
class _Permit:
    """The right to one attempt, in the period between two changes of state."""

    period: int
    began: float


class CircuitBreaker:
    """Lets attempts through, counts those that fail, and refuses all when too many did.

    Closed, it lets everything through. After `failures` of them within `window` seconds it is open and refuses. After
    `wait` seconds it is half-open: one attempt, the probe, is let through, all others are refused. A probe that
    succeeds closes it, one that fails opens it again, and one that is cancelled says nothing: the next attempt is the
    probe. One that has not come back after `wait` seconds is given up, so that it cannot hold the breaker for ever.

    It may be shared by threads and event loops. Only the verdict is taken under its lock, never the attempt.

    Args:
        counts: Which errors are failures. Any other error shows that somebody is there, and counts as a success.
        failures: How many of them open it.
        window: Within how many seconds.
        wait: For how many seconds it stays open.
        seconds: The clock.
        on_change: Told every change of state.
    """

    def __init__(
        self,
        counts: Failures,
        *,
        failures: int,
        window: float,
        wait: float,
        seconds: Seconds,
        on_change: OnChange | None = None,
    ) -> None:
        self._counts = counts
        self._failures = failures
        self._window = window
        self._wait = wait
        self._seconds = seconds
        self._on_change = on_change
        # Reentrant: whoever is told of a change may ask for the state.
        self._lock = threading.RLock()
        self._state = CircuitState.CLOSED
        self._failed_at: deque[float] = deque(maxlen=failures)
        self._opened_at = 0.0
        self._probe: _Permit | None = None
        self._period = 0

    @property
    def state(self) -> CircuitState:
        """The state as the last attempt left it; an open breaker becomes half-open with the attempt that it lets in."""
        with self._lock:
            return self._state

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """The length of one attempt, around code that awaits or does not.

        Raises:
            CircuitOpenError: It is left alone now; nothing was tried.
        """
        permit = self._enter()
        failed: bool | None = None
        try:
            yield
            failed = False
        except Exception as error:
            failed = self._is_failure(error)
            raise
        finally:
            self._leave(permit, failed)

    def _enter(self) -> _Permit:
        with self._lock:
            now = self._seconds()
            if self._state is CircuitState.OPEN and now - self._opened_at >= self._wait:
                self._change(CircuitState.HALF_OPEN)
            permit = _Permit(self._period, now)
            if self._state is CircuitState.CLOSED:
                return permit
            if self._state is CircuitState.HALF_OPEN and self._is_free(now):
                self._probe = permit
                return permit
            raise CircuitOpenError("It failed several times and is left alone for a while.", self._again_in(now))

    def _leave(self, permit: _Permit, failed: bool | None) -> None:
        """Take the verdict of an attempt: whether it failed; None when it was cancelled and says nothing."""
        with self._lock:
            if self._state is CircuitState.HALF_OPEN:
                if permit is not self._probe:
                    # It began before the breaker opened, or was given up: what it says is out of date.
                    return
                self._probe = None
                if failed is not None:
                    self._change(CircuitState.OPEN if failed else CircuitState.CLOSED)
            elif self._state is CircuitState.CLOSED and failed and permit.period == self._period:
                now = self._seconds()
                self._failed_at.append(now)
                if len(self._failed_at) == self._failures and now - self._failed_at[0] <= self._window:
                    self._change(CircuitState.OPEN)

    def _is_free(self, now: float) -> bool:
        return self._probe is None or now - self._probe.began >= self._wait

    def _again_in(self, now: float) -> float:
        """In how many seconds the next attempt may be let through."""
        since = self._opened_at if self._probe is None else self._probe.began
        return max(0.0, since + self._wait - now)

    def _is_failure(self, error: Exception) -> bool:
        if isinstance(self._counts, type | tuple):
            return isinstance(error, self._counts)
        return self._counts(error)

    def _change(self, state: CircuitState) -> None:
        before, self._state = self._state, state
        self._period += 1
        self._probe = None
        self._failed_at.clear()
        if state is CircuitState.OPEN:
            self._opened_at = self._seconds()
        if self._on_change is not None:
            self._on_change(before, state)
