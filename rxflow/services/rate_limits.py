"""How often something may be done in a minute: counted in this process, or for all of them in a shared store."""

from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Mapping
from threading import Lock
from typing import Literal, Protocol, TypeVar

from rxflow.domain.errors import CircuitOpenError, SharedStoreError
from rxflow.observability.logging import get_logger
from rxflow.observability.metrics import Fallback, Metrics
from rxflow.resilience.circuit_breaker import CircuitBreaker, CircuitState
from rxflow.resilience.degradation import LIMITS_PER_PROCESS, Degradations

log = get_logger(__name__)

MINUTE = 60.0
MOST_NAMES = 10_000
RETRY_SECONDS = 15.0
"""How long a shared store that failed is left alone. Nobody waits for it in between."""

Answer = TypeVar("Answer")
LimitedKind = Literal["messages", "identity_checks", "requests", "requests_of_place"]
Seconds = Callable[[], float]
"""A clock that only runs forward."""
Digest = Callable[[str, str, str], str]
"""A keyed hash of a purpose and two values (`Cipher.digest`)."""


class RateLimiter(Protocol):
    """Says what is too much."""

    async def allow(self, kind: LimitedKind, key: str) -> bool:
        """Count one more, unless it is too much.

        Args:
            kind: What is done.
            key: By whom or where, such as a session id or an address; it is kept as a keyed hash only.
        """
        ...

    async def retry_after(self, kind: LimitedKind, key: str) -> float:
        """In how many seconds one more is allowed; 0 when it is now."""
        ...


class Windows(Protocol):
    """Counts what happened by name within the last minute."""

    async def hit(self, name: str, most: int) -> bool:
        """Count one more unless `most` happened within a minute.

        Raises:
            SharedStoreError: It cannot be counted here now.
        """
        ...

    async def wait(self, name: str, most: int) -> float:
        """Seconds until one more is allowed.

        Raises:
            SharedStoreError: It is not known here now.
        """
        ...

    async def close(self) -> None:
        """Give back what is open."""
        ...


class MemoryWindows:
    """Moving windows of a minute in this process. Threads may share them.

    Args:
        seconds: The clock.
    """

    def __init__(self, seconds: Seconds) -> None:
        self._seconds = seconds
        self._hits: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    async def hit(self, name: str, most: int) -> bool:
        """See `Windows.hit`."""
        with self._lock:
            hits = self._recent(name)
            if len(hits) >= most:
                return False
            hits.append(self._seconds())
            self._hits[name] = hits
            self._hits.move_to_end(name)
            self._forget()
            return True

    async def wait(self, name: str, most: int) -> float:
        """See `Windows.wait`."""
        with self._lock:
            hits = self._recent(name)
            return 0.0 if len(hits) < most else hits[-most] + MINUTE - self._seconds()

    async def close(self) -> None:
        """Nothing is open."""

    def _recent(self, name: str) -> deque[float]:
        hits = self._hits.get(name, deque())
        while hits and hits[0] <= self._seconds() - MINUTE:
            hits.popleft()
        return hits

    def _forget(self) -> None:
        """Drop the names that were not heard of for a minute, and the oldest beyond the most that are kept."""
        while self._hits:
            name, hits = next(iter(self._hits.items()))
            if len(self._hits) <= MOST_NAMES and hits and hits[-1] > self._seconds() - MINUTE:
                return
            del self._hits[name]


class RateLimits:
    """Limits by the minute. While the shared store is gone, each process counts for itself.

    Args:
        per_minute: The most of each kind within a minute; 0 for no limit.
        digest: Makes the names that are counted by, so that nobody can read them back.
        metrics: Counts what was too much, and each change of store.
        seconds: The clock.
        shared: Counts for all processes; None for this one alone.
        degradations: Told while the shared store is gone.
    """

    def __init__(
        self,
        per_minute: Mapping[LimitedKind, int],
        *,
        digest: Digest,
        metrics: Metrics,
        seconds: Seconds,
        shared: Windows | None = None,
        degradations: Degradations | None = None,
    ) -> None:
        self._per_minute = dict(per_minute)
        self._digest = digest
        self._metrics = metrics
        self._memory = MemoryWindows(seconds)
        self._shared = shared
        self._degradations = degradations
        # One failure is enough: whoever waits for the store is a patient, and there is another way to count.
        self._breaker = CircuitBreaker(
            SharedStoreError,
            failures=1,
            window=RETRY_SECONDS,
            wait=RETRY_SECONDS,
            seconds=seconds,
            on_change=self._switch,
        )

    @property
    def is_shared(self) -> bool:
        """Whether a store that belongs to one event loop is asked. Without one any thread may count."""
        return self._shared is not None

    async def allow(self, kind: LimitedKind, key: str) -> bool:
        """See `RateLimiter.allow`."""
        most = self._per_minute[kind]
        if most == 0:
            return True
        name = self._digest("rate limit", kind, key)
        allowed = await self._ask(lambda windows: windows.hit(name, most))
        if not allowed:
            self._metrics.rate_limited.labels(kind).inc()
        return allowed

    async def retry_after(self, kind: LimitedKind, key: str) -> float:
        """See `RateLimiter.retry_after`."""
        most = self._per_minute[kind]
        if most == 0:
            return 0.0
        name = self._digest("rate limit", kind, key)
        return max(0.0, await self._ask(lambda windows: windows.wait(name, most)))

    async def close(self) -> None:
        """Close the shared store's connections."""
        if self._shared is not None:
            await self._shared.close()

    async def _ask(self, question: Callable[[Windows], Awaitable[Answer]]) -> Answer:
        """Ask the shared store if it is there, else this process.

        While it is gone one looks now and then whether it is back; the others do not wait for that.
        """
        if self._shared is None:
            return await question(self._memory)
        try:
            with self._breaker.attempt():
                return await question(self._shared)
        except (CircuitOpenError, SharedStoreError):
            return await question(self._memory)

    def _switch(self, before: CircuitState, after: CircuitState) -> None:
        """Tell of a change of store; looking whether it is back is none."""
        if before is CircuitState.CLOSED:
            self._metrics.shared_store_switches.labels("memory").inc()
            self._metrics.fallbacks.labels(Fallback.RATE_LIMITS).inc()
            log.warning("shared store lost", error_code=SharedStoreError.code)
            if self._degradations is not None:
                self._degradations.note(LIMITS_PER_PROCESS, SharedStoreError.code)
        elif after is CircuitState.CLOSED:
            self._metrics.shared_store_switches.labels("shared").inc()
            log.warning("shared store back")
            if self._degradations is not None:
                self._degradations.clear(LIMITS_PER_PROCESS)
