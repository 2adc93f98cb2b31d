"""An event loop of its own thread, which ends what was begun before it stops."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar, cast

from rxflow.domain.errors import OverloadedError
from rxflow.observability.logging import get_logger

log = get_logger(__name__)

Result = TypeVar("Result")

RETRY_AFTER_SECONDS = 5.0
CANCEL_SECONDS = 5.0
"""How long what was cut off may take to give back what it holds, and then its threads to end."""


class EventLoopThread:
    """An event loop of its own thread, so that pages and commands without one can await."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._executor = _KnownExecutor(thread_name_prefix="rxflow-work")
        self._loop.set_default_executor(self._executor)
        # Held while something is begun, so that nothing slips in once draining has begun.
        self._lock = threading.Lock()
        self._drains = False
        self._tasks = set[asyncio.Task[Any]]()
        self._thread = threading.Thread(target=self._loop.run_forever, name="rxflow-loop", daemon=True)
        self._thread.start()

    def run(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """Run a coroutine to its end and return its result; may be called from any other thread.

        Raises:
            OverloadedError: The loop is about to stop: the coroutine was not begun, or cut off after the time to drain.
        """
        try:
            return self.begun(coroutine).result()
        except CancelledError as error:
            raise _stopped() from error

    async def awaited(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """Run a coroutine to its end and return its result; for a coroutine of another event loop.

        It goes on to its end even if whoever waits is cancelled.

        Raises:
            OverloadedError: As `run`.
        """
        running = self.begun(coroutine)
        try:
            return await asyncio.shield(asyncio.wrap_future(running))
        except asyncio.CancelledError as error:
            # Whoever waits was cancelled, which is theirs to know; or the coroutine was.
            if running.cancelled():
                raise _stopped() from error
            raise

    def drain(self, seconds: float) -> bool:
        """Take nothing new, and let what runs end; what takes longer is cancelled, and its threads are waited for.

        Args:
            seconds: The longest to wait before anything is cancelled.

        Returns:
            Whether all ended by itself.
        """
        with self._lock:
            self._drains = True
        is_done = self._await(self._drained(seconds))
        if not is_done:
            log.warning("stopped before all was answered")
            # A tool that runs in a thread may be placing an order: the store stays open for it.
            wait(set(self._executor.running), CANCEL_SECONDS)
        return is_done

    def close(self, *closers: Callable[[], Awaitable[None]]) -> None:
        """Stop the loop and wait for its thread.

        Args:
            closers: Run on the loop before that, one after the other: they close what belongs to it.
        """
        self._await(self._closed(closers))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def begun(self, coroutine: Coroutine[Any, Any, Result]) -> "Future[Result]":
        """Begin a coroutine that goes on to its end, whoever waits for it; may be called from any thread.

        Raises:
            OverloadedError: The loop is about to stop: the coroutine was not begun.
        """
        with self._lock:
            if self._drains:
                coroutine.close()
                raise OverloadedError("This program is stopping. Nothing was begun. Try again.", RETRY_AFTER_SECONDS)
            return asyncio.run_coroutine_threadsafe(self._known(coroutine), self._loop)

    def _await(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    async def _known(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._tasks.add(task)
        try:
            return await coroutine
        finally:
            self._tasks.discard(task)

    async def _drained(self, seconds: float) -> bool:
        # Callbacks keep their order: what was begun before draining is known by now.
        if not self._tasks:
            return True
        _, late = await asyncio.wait(self._tasks, timeout=seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=CANCEL_SECONDS)
        return not late

    @staticmethod
    async def _closed(closers: tuple[Callable[[], Awaitable[None]], ...]) -> None:
        for close in closers:
            await close()


def _stopped() -> OverloadedError:
    return OverloadedError(
        "This program stopped before it could answer. Look at what was done, and try again.", RETRY_AFTER_SECONDS
    )


class _KnownExecutor(ThreadPoolExecutor):
    """Threads whose work is known while it runs."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.running = set[Future[Any]]()

    def submit(self, *args: Any, **options: Any) -> Future[Any]:
        """As `ThreadPoolExecutor.submit`."""
        work = super().submit(*args, **options)
        self.running.add(work)
        work.add_done_callback(self.running.discard)
        return work
