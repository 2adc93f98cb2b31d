"""Stopping a turn: what it has begun is done and told, and what it has not begun never will be."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeVar

from rxflow.domain.errors import TurnStoppedError

Result = TypeVar("Result")


class TurnStop:
    """Decides between a stop and the turn that it stops, once: whoever comes first.

    A turn is stopped before its next step: a tool that has begun goes on to its end, for it may be placing an order,
    and its reply tells what it did. A call of a model is cut off, for it changes nothing. Once the turn is about to be
    saved its reply is final. It may be asked from any thread.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_asked = False
        self._is_final = False
        self._cut_off: Callable[[], object] | None = None

    @property
    def is_asked(self) -> bool:
        """Whether no further step of the turn is begun."""
        return self._is_asked

    def ask(self) -> bool:
        """Stop the turn.

        Returns:
            Whether it is stopped; its reply is final where it is not.
        """
        with self._lock:
            if self._is_final:
                return False
            self._is_asked = True
            if self._cut_off is not None:
                self._cut_off()
        return True

    def check(self) -> None:
        """Go on only if nobody has stopped the turn.

        Raises:
            TurnStoppedError: Somebody has.
        """
        if self._is_asked:
            raise TurnStoppedError("The patient has stopped this turn.")

    def settle(self) -> None:
        """Make the turn's reply final: a stop comes too late from now on.

        Raises:
            TurnStoppedError: The stop came first.
        """
        with self._lock:
            self.check()
            self._is_final = True

    async def unless_asked(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Await what may be cut off, such as a call of a model.

        Raises:
            TurnStoppedError: The turn was stopped meanwhile.
        """
        loop, task = asyncio.get_running_loop(), asyncio.ensure_future(work)
        with self._lock:
            self._cut_off = lambda: loop.call_soon_threadsafe(task.cancel)
            if self._is_asked:
                task.cancel()
        try:
            return await task
        except asyncio.CancelledError:
            current = asyncio.current_task()
            # A turn that is cut off with the whole program is no stop of the patient's.
            if current is not None and current.cancelling():
                raise
            self.check()
            raise
        finally:
            with self._lock:
                self._cut_off = None


class TurnsInFlight:
    """The turns that are being answered in this process, by their conversation."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stops: defaultdict[str, set[TurnStop]] = defaultdict(set)

    @contextmanager
    def holding(self, session_id: str, stop: TurnStop) -> Iterator[None]:
        """Note a turn while it is being answered."""
        with self._lock:
            self._stops[session_id].add(stop)
        try:
            yield
        finally:
            with self._lock:
                self._stops[session_id].discard(stop)
                if not self._stops[session_id]:
                    del self._stops[session_id]

    def stop(self, session_id: str) -> bool:
        """Stop every turn of a conversation.

        Returns:
            Whether there was one to stop.
        """
        with self._lock:
            stops = tuple(self._stops.get(session_id, ()))
        # Each is asked, whatever the first of them says.
        stopped = [stop.ask() for stop in stops]
        return any(stopped)
