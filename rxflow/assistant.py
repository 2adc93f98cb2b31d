"""A whole assistant: what entry points are given, whichever model and store are behind it."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self, TypeVar

from rxflow.config.settings import Settings
from rxflow.llm.transcription import Transcriber
from rxflow.observability.metrics import Metrics
from rxflow.persistence.audit_head_file import HeadExport
from rxflow.persistence.checkpoints import Checkpoints
from rxflow.persistence.engine import Store
from rxflow.persistence.turn_locks import TurnLocks
from rxflow.resilience.degradation import Degradations
from rxflow.resilience.event_loop import EventLoopThread
from rxflow.services.rate_limits import LimitedKind, RateLimits
from rxflow.services.registry import Services
from rxflow.services.retention import RetentionService
from rxflow.workflow.case_desk import CaseDesk
from rxflow.workflow.conversation_manager import AdvancedConversationManager

Result = TypeVar("Result")


@dataclass(slots=True, repr=False)
class Assistant:
    """A whole assistant, ready to talk.

    Attributes:
        settings: What it was built from.
        services: The pharmacy's services.
        manager: The conversations.
        metrics: What is counted.
        degradations: What is done without now, for probes of readiness.
        transcriber: Turns speech into text; None where nothing does.
    """

    settings: Settings
    services: Services
    manager: AdvancedConversationManager
    metrics: Metrics
    degradations: Degradations
    _store: Store
    _checkpoints: Checkpoints
    _turn_locks: TurnLocks
    _rate_limits: RateLimits
    _loop: EventLoopThread
    _close_model: Callable[[], Awaitable[None]]
    _head_export: HeadExport | None = None
    _reference: Store | None = None
    transcriber: Transcriber | None = None

    def dependencies(self) -> Mapping[str, Callable[[], None]]:
        """What a turn needs, each with a question that raises an RxFlowError where it is not there."""
        return {"database": self._store.probe, "data": self._ask_data}

    def _ask_data(self) -> None:
        """Raises where patients' files cannot be read."""
        self.services.patients.all(limit=1)

    @property
    def retention(self) -> RetentionService:
        """Forgets conversations; its coroutines are for `run`."""
        return RetentionService(
            store=self._store,
            memory=self._checkpoints,
            turn_locks=self._turn_locks,
            identity=self.services.identity,
            access=self.services.access,
            now=self.services.now,
        )

    @property
    def case_desk(self) -> CaseDesk:
        """Where people of the pharmacy work on cases."""
        return CaseDesk(self.services)

    def allows(self, kind: LimitedKind, key: str) -> bool:
        """Count one more of what is limited by the minute, unless it is too much.

        Args:
            kind: What is done.
            key: By whom or where, such as an address; it is kept as a keyed hash only.
        """
        return self.run(self._rate_limits.allow(kind, key))

    async def wait_before(self, kind: LimitedKind, key: str) -> float:
        """Count one more of what is limited, from any event loop.

        Returns:
            0; or in how many seconds one more is allowed, where this one is too much.
        """
        counted = self._wait_before(kind, key)
        # To cross to the other loop and back costs more than the whole of a simple request.
        return await (self.awaited(counted) if self._rate_limits.is_shared else counted)

    async def _wait_before(self, kind: LimitedKind, key: str) -> float:
        if await self._rate_limits.allow(kind, key):
            return 0.0
        return max(0.1, await self._rate_limits.retry_after(kind, key))

    async def awaited(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """Await something of the manager from another event loop, such as a web server's.

        It goes on to its end even if whoever waits is cancelled, as when a browser goes away: no turn is half done.
        """
        return await self._loop.awaited(coroutine)

    def begun(self, coroutine: Coroutine[Any, Any, Result]) -> "Future[Result]":
        """Begin something of the manager that goes on to its end, whoever looks at it meanwhile.

        Raises:
            OverloadedError: The program is stopping; nothing was begun.
        """
        return self._loop.begun(coroutine)

    def run(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """Await something of the manager from ordinary code, on the assistant's own event loop."""
        return self._loop.run(coroutine)

    def close(self) -> None:
        """Take nothing new, let the turns in flight end, close the store and stop the event loop."""
        self._loop.drain(self.settings.shutdown_seconds)
        self._loop.close(self._close_model, self._checkpoints.close, self._turn_locks.close, self._rate_limits.close)
        if self._head_export is not None:
            self._head_export.close()
        self._store.close()
        if self._reference is not None:
            self._reference.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
