"""The circuit breaker: its states, its one probe, and what never locks it for ever."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rxflow.domain.errors import CircuitOpenError
from rxflow.resilience.circuit_breaker import CircuitBreaker, CircuitState, Failures

S = CircuitState
FAILURES, WINDOW, WAIT = 3, 10.0, 5.0


class Seconds:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def a_breaker(clock: Seconds, counts: Failures = OSError, failures: int = FAILURES) -> CircuitBreaker:
    return CircuitBreaker(counts, failures=failures, window=WINDOW, wait=WAIT, seconds=clock)


def fail(breaker: CircuitBreaker, times: int = 1, error: type[Exception] = OSError) -> None:
    for _ in range(times):
        with pytest.raises(error), breaker.attempt():
            raise error


def succeed(breaker: CircuitBreaker) -> None:
    with breaker.attempt():
        pass


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def breaker(clock: Seconds) -> CircuitBreaker:
    return a_breaker(clock)


def test_after_enough_failures_nothing_is_tried_for_a_while(breaker: CircuitBreaker, clock: Seconds) -> None:
    fail(breaker, FAILURES - 1)
    assert breaker.state is S.CLOSED
    fail(breaker)
    assert breaker.state is S.OPEN
    clock.now += WAIT - 1
    with pytest.raises(CircuitOpenError) as refused, breaker.attempt():
        pytest.fail("tried")

    assert refused.value.retry_after == 1


def test_failures_that_are_too_far_apart_do_not_open_it(breaker: CircuitBreaker, clock: Seconds) -> None:
    fail(breaker, FAILURES - 1)
    clock.now += WINDOW + 0.1
    fail(breaker, FAILURES - 1)
    assert breaker.state is S.CLOSED
    clock.now += WINDOW
    fail(breaker)

    assert breaker.state is S.OPEN


def test_a_probe_that_succeeds_closes_it_and_the_count_begins_anew(breaker: CircuitBreaker, clock: Seconds) -> None:
    fail(breaker, FAILURES)
    clock.now += WAIT
    succeed(breaker)
    assert breaker.state is S.CLOSED
    fail(breaker, FAILURES - 1)

    assert breaker.state is S.CLOSED


def test_a_probe_that_fails_opens_it_again_for_the_whole_wait(breaker: CircuitBreaker, clock: Seconds) -> None:
    fail(breaker, FAILURES)
    clock.now += WAIT
    fail(breaker)
    assert breaker.state is S.OPEN
    clock.now += WAIT - 0.1
    with pytest.raises(CircuitOpenError):
        succeed(breaker)


def test_other_errors_do_not_count_and_show_that_somebody_is_there(breaker: CircuitBreaker, clock: Seconds) -> None:
    fail(breaker, 10 * FAILURES, ValueError)
    assert breaker.state is S.CLOSED
    fail(breaker, FAILURES)
    clock.now += WAIT
    fail(breaker, 1, ValueError)

    assert breaker.state is S.CLOSED


def test_what_counts_can_be_several_types_or_a_question(clock: Seconds) -> None:
    typed, asked = a_breaker(clock, (OSError, KeyError), 2), a_breaker(clock, lambda each: bool(each.args), 1)
    fail(typed)
    fail(typed, 1, KeyError)
    fail(asked)
    assert (typed.state, asked.state) == (S.OPEN, S.CLOSED)
    with pytest.raises(OSError, match="yes"), asked.attempt():
        raise OSError("yes")

    assert asked.state is S.OPEN


async def test_it_guards_code_that_awaits_and_lets_one_probe_through(breaker: CircuitBreaker, clock: Seconds) -> None:
    fail(breaker, FAILURES)
    clock.now += WAIT
    go_on, tried = asyncio.Event(), list[int]()

    async def ask(number: int) -> None:
        with breaker.attempt():
            tried.append(number)
            await go_on.wait()

    probe = asyncio.create_task(ask(0))
    await asyncio.sleep(0)
    refused = await asyncio.gather(*(ask(number) for number in range(1, 20)), return_exceptions=True)
    assert {type(each) for each in refused} == {CircuitOpenError}
    go_on.set()
    await probe

    assert (tried, breaker.state) == ([0], S.CLOSED)


async def test_a_cancelled_probe_says_nothing_and_the_next_attempt_is_the_probe(
    breaker: CircuitBreaker, clock: Seconds
) -> None:
    fail(breaker, FAILURES)
    clock.now += WAIT

    async def never() -> None:
        with breaker.attempt():
            await asyncio.Event().wait()

    probe = asyncio.create_task(never())
    await asyncio.sleep(0)
    probe.cancel()
    await asyncio.gather(probe, return_exceptions=True)
    assert breaker.state is S.HALF_OPEN
    succeed(breaker)

    assert breaker.state is S.CLOSED


def test_a_probe_that_never_returns_is_given_up_and_comes_too_late(breaker: CircuitBreaker, clock: Seconds) -> None:
    fail(breaker, FAILURES)
    clock.now += WAIT
    lost = breaker.attempt()
    lost.__enter__()
    clock.now += WAIT - 0.1
    with pytest.raises(CircuitOpenError) as refused:
        succeed(breaker)
    assert refused.value.retry_after == pytest.approx(0.1)
    clock.now += 0.1
    with breaker.attempt():
        lost.__exit__(None, None, None)
        assert breaker.state is S.HALF_OPEN, "its verdict is out of date"

    assert breaker.state is S.CLOSED


def test_a_failure_from_before_it_closed_again_does_not_count(clock: Seconds) -> None:
    breaker = a_breaker(clock, failures=1)
    old, older = breaker.attempt(), breaker.attempt()
    old.__enter__()
    older.__enter__()
    fail(breaker)
    _end(older, OSError())
    clock.now += WAIT
    succeed(breaker)
    _end(old, OSError())

    assert breaker.state is S.CLOSED


def test_every_change_is_told_in_order(clock: Seconds) -> None:
    told: list[tuple[CircuitState, CircuitState]] = []
    breaker = CircuitBreaker(
        OSError, failures=1, window=WINDOW, wait=WAIT, seconds=clock, on_change=lambda *change: told.append(change)
    )
    fail(breaker)
    clock.now += WAIT
    fail(breaker)
    clock.now += WAIT
    succeed(breaker)

    half = [(S.OPEN, S.HALF_OPEN), (S.HALF_OPEN, S.OPEN)]
    assert told == [(S.CLOSED, S.OPEN), *half, (S.OPEN, S.HALF_OPEN), (S.HALF_OPEN, S.CLOSED)]


def test_of_many_threads_one_is_the_probe(breaker: CircuitBreaker, clock: Seconds) -> None:
    threads = 16
    fail(breaker, FAILURES)
    clock.now += WAIT
    together, all_asked, refusals = threading.Barrier(threads), threading.Event(), threading.Semaphore(0)

    def ask(_number: int) -> bool:
        together.wait(10)
        try:
            with breaker.attempt():
                return all_asked.wait(10)
        except CircuitOpenError:
            refusals.release()
            return False

    with ThreadPoolExecutor(threads) as pool:
        asked = [pool.submit(ask, number) for number in range(threads)]
        assert all(refusals.acquire(timeout=10) for _ in range(threads - 1))
        all_asked.set()
        probes = [each.result(10) for each in asked]

    assert (sum(probes), breaker.state) == (1, S.CLOSED)


def _end(attempt: AbstractContextManager[None], error: BaseException | None) -> None:
    """End an attempt; it never takes the error for itself."""
    assert not attempt.__exit__(type(error) if error else None, error, None)


class Breaker(RuleBasedStateMachine):
    """Attempts of many callers at once, beside a model of what the breaker promises."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Seconds()
        self.changes: list[tuple[CircuitState, CircuitState]] = []
        self.breaker = CircuitBreaker(
            OSError,
            failures=FAILURES,
            window=WINDOW,
            wait=WAIT,
            seconds=self.clock,
            on_change=lambda *change: self.changes.append(change),
        )
        self.running: list[tuple[AbstractContextManager[None], int]] = []
        self.failed_at: list[float] = []
        self.opened_at: float | None = None
        self.probe: AbstractContextManager[None] | None = None
        self.probe_began = 0.0
        self.period = 0

    @rule(seconds=st.sampled_from([0.5, 2.0, WAIT - 0.5, WAIT, WINDOW]))
    def time_passes(self, seconds: float) -> None:
        self.clock.now += seconds

    @rule()
    def begins(self) -> None:
        now, attempt = self.clock.now, self.breaker.attempt()
        half_open = self.opened_at is not None and now - self.opened_at >= WAIT
        free = self.probe is None or now - self.probe_began >= WAIT
        if self.opened_at is not None and not (half_open and free):
            with pytest.raises(CircuitOpenError) as refused:
                attempt.__enter__()
            assert 0 < refused.value.retry_after <= WAIT
            return
        attempt.__enter__()
        self.running.append((attempt, self.period))
        if self.opened_at is not None:
            self.probe, self.probe_began = attempt, now

    @precondition(lambda self: self.running)
    @rule(data=st.data(), end=st.sampled_from(["success", "failure", "other", "cancelled"]))
    def ends(self, data: st.DataObject, end: str) -> None:
        attempt, period = self.running.pop(data.draw(st.integers(0, len(self.running) - 1)))
        errors = {"success": None, "failure": OSError(), "other": ValueError(), "cancelled": asyncio.CancelledError()}
        _end(attempt, errors[end])
        if self.opened_at is None:
            if period == self.period and end == "failure":
                self.failed_at.append(self.clock.now)
                if len([at for at in self.failed_at if at >= self.clock.now - WINDOW]) >= FAILURES:
                    self._open()
        elif attempt is self.probe:
            self.probe = None
            if end == "failure":
                self._open()
            elif end != "cancelled":
                self.opened_at = None
                self.period += 1

    def _open(self) -> None:
        self.opened_at, self.probe, self.failed_at = self.clock.now, None, []
        self.period += 1

    @invariant()
    def is_closed_when_it_should_be(self) -> None:
        assert (self.breaker.state is S.CLOSED) == (self.opened_at is None)

    @invariant()
    def changes_follow_each_other(self) -> None:
        assert [after for _, after in self.changes[:-1]] == [before for before, _ in self.changes[1:]]
        allowed = {(S.CLOSED, S.OPEN), (S.OPEN, S.HALF_OPEN), (S.HALF_OPEN, S.OPEN), (S.HALF_OPEN, S.CLOSED)}
        assert set(self.changes) <= allowed

    def teardown(self) -> None:
        """Whatever happened, and whoever never came back: after the wait it can be tried again."""
        self.clock.now += WAIT
        succeed(self.breaker)
        assert self.breaker.state is S.CLOSED


Breaker.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestBreaker = Breaker.TestCase
