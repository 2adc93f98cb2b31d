"""A loop that stops ends what it has begun, for a while."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs

from rxflow.domain.errors import OverloadedError
from rxflow.resilience import event_loop
from rxflow.resilience.event_loop import EventLoopThread

SOON = 10


class Caller(threading.Thread):
    """Waits in a thread of its own for something that goes on when it is told to."""

    def __init__(self, loop: EventLoopThread) -> None:
        super().__init__()
        self.loop = loop
        self.begun, self.has_cleaned_up = threading.Event(), threading.Event()
        self.told: object = None
        self._go_on = asyncio.Event()
        self.start()
        assert self.begun.wait(SOON)

    async def _work(self) -> str:
        self.begun.set()
        try:
            await self._go_on.wait()
        finally:
            await asyncio.sleep(0)
            self.has_cleaned_up.set()
        return "answer"

    def run(self) -> None:
        try:
            self.told = self.loop.run(self._work())
        except OverloadedError as error:
            self.told = error

    def go_on(self) -> None:
        self.loop._loop.call_soon_threadsafe(self._go_on.set)


@pytest.fixture
def loop() -> Iterator[EventLoopThread]:
    made = EventLoopThread()
    yield made
    if made._thread.is_alive():
        made.close()


def drain(loop: EventLoopThread, seconds: float) -> tuple[threading.Thread, list[bool]]:
    ended: list[bool] = []
    draining = threading.Thread(target=lambda: ended.append(loop.drain(seconds)))
    draining.start()
    return draining, ended


async def answer() -> str:
    return "answer"


def test_what_runs_ends_before_it_closes_and_nothing_new_begins(loop: EventLoopThread) -> None:
    callers = [Caller(loop) for _ in range(3)]
    draining, ended = drain(loop, SOON)
    while not loop._drains:
        pass
    with pytest.raises(OverloadedError, match="Nothing was begun"):
        loop.run(answer())
    assert not ended
    for caller in callers:
        caller.go_on()
    draining.join(SOON)
    for caller in callers:
        caller.join(SOON)

    assert [caller.told for caller in callers] == ["answer"] * 3
    assert ended == [True]


def test_what_takes_too_long_is_cut_off_and_gives_back_what_it_holds(loop: EventLoopThread) -> None:
    caller = Caller(loop)
    with capture_logs() as logs:
        assert not loop.drain(0.01)
    assert caller.has_cleaned_up.is_set()
    caller.join(SOON)

    assert isinstance(caller.told, OverloadedError)
    assert "stopped before it could answer" in str(caller.told)
    assert [log["event"] for log in logs] == ["stopped before all was answered"]


def test_a_thread_that_was_at_work_is_waited_for_before_anything_is_closed(loop: EventLoopThread) -> None:
    at_work, go_on, order = threading.Event(), threading.Event(), list[str]()

    def place_an_order() -> None:
        at_work.set()
        assert go_on.wait(SOON)
        order.append("placed")

    def turn() -> None:
        with pytest.raises(OverloadedError):
            loop.run(asyncio.to_thread(place_an_order))
        # The turn is cut off; its tool ends in its own time.
        go_on.set()

    async def close() -> None:
        order.append("closed")

    caller = threading.Thread(target=turn)
    caller.start()
    assert at_work.wait(SOON)
    loop.drain(0.01)
    loop.close(close)
    caller.join(SOON)

    assert order == ["placed", "closed"]


def test_one_that_cannot_be_cancelled_does_not_hold_it_for_ever(
    loop: EventLoopThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_loop, "CANCEL_SECONDS", 0.01)
    begun, go_on = threading.Event(), asyncio.Event()

    async def stubborn() -> str:
        while not go_on.is_set():
            begun.set()
            try:
                await go_on.wait()
            except asyncio.CancelledError:
                continue
        return "at last"

    told: list[str] = []
    caller = threading.Thread(target=lambda: told.append(loop.run(stubborn())))
    caller.start()
    assert begun.wait(SOON)
    assert not loop.drain(0.01)
    assert told == []
    loop._loop.call_soon_threadsafe(go_on.set)
    caller.join(SOON)

    assert told == ["at last"]


def test_with_nothing_to_wait_for_it_drains_at_once_and_closes_in_order(loop: EventLoopThread) -> None:
    closed: list[int] = []

    async def first() -> None:
        closed.append(1)

    async def second() -> None:
        closed.append(2)

    assert loop.run(answer()) == "answer"
    assert loop.drain(1000)
    loop.close(first, second)

    assert closed == [1, 2]
