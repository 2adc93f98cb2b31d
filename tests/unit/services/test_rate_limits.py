"""What is too much within a minute, counted here or for all processes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from rxflow.domain.errors import SharedStoreError
from rxflow.observability.metrics import Metrics
from rxflow.resilience.degradation import Degradations
from rxflow.services import rate_limits
from rxflow.services.rate_limits import MemoryWindows, RateLimits
from tests.support.clock import WEDNESDAY_MORNING


class Seconds:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Shared:
    """A shared store that tests switch off."""

    def __init__(self, clock: Seconds) -> None:
        self.is_there = True
        self.is_closed = False
        self.asked: list[str] = []
        self._windows = MemoryWindows(clock)

    async def hit(self, name: str, most: int) -> bool:
        self._ask(name)
        return await self._windows.hit(name, most)

    async def wait(self, name: str, most: int) -> float:
        self._ask(name)
        return await self._windows.wait(name, most)

    async def close(self) -> None:
        self.is_closed = True

    def _ask(self, name: str) -> None:
        self.asked.append(name)
        if not self.is_there:
            raise SharedStoreError("gone")


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


def limits(clock: Seconds, metrics: Metrics, most: int = 3, shared: Shared | None = None) -> RateLimits:
    return RateLimits(
        {"messages": most, "identity_checks": 1},
        digest=lambda purpose, kind, key: f"{purpose}|{kind}|{hash(key)}",
        metrics=metrics,
        seconds=clock,
        shared=shared,
    )


def counted(metrics: Metrics, line: str) -> bool:
    return line in metrics.exposition().decode().splitlines()


async def test_what_is_too_much_is_refused_until_a_minute_has_passed(clock: Seconds, metrics: Metrics) -> None:
    limiter = limits(clock, metrics)
    allowed = [await limiter.allow("messages", "a") for _ in range(4)]
    assert allowed == [True, True, True, False]
    assert await limiter.retry_after("messages", "a") == 60
    assert counted(metrics, 'rxflow_rate_limited_total{kind="messages"} 1.0')

    clock.now += 59.9
    assert not await limiter.allow("messages", "a")
    assert await limiter.retry_after("messages", "a") == pytest.approx(0.1)
    clock.now += 0.1
    assert await limiter.retry_after("messages", "a") == 0
    assert await limiter.allow("messages", "a")


async def test_each_key_and_kind_is_counted_for_itself(clock: Seconds, metrics: Metrics) -> None:
    limiter = limits(clock, metrics, most=1)

    assert await limiter.allow("messages", "a")
    assert await limiter.allow("messages", "b")
    assert await limiter.allow("identity_checks", "a")
    assert not await limiter.allow("identity_checks", "a")


async def test_no_limit_asks_nobody(clock: Seconds, metrics: Metrics) -> None:
    shared = Shared(clock)
    limiter = limits(clock, metrics, most=0, shared=shared)

    assert all([await limiter.allow("messages", "a") for _ in range(200)])
    assert await limiter.retry_after("messages", "a") == 0
    assert shared.asked == []


async def test_only_hashes_reach_the_shared_store(clock: Seconds, metrics: Metrics) -> None:
    shared = Shared(clock)
    limiter = limits(clock, metrics, shared=shared)
    await limiter.allow("identity_checks", "203.0.113.7")
    await limiter.retry_after("identity_checks", "203.0.113.7")

    assert len(set(shared.asked)) == 1
    assert "203.0.113.7" not in shared.asked[0]


async def test_processes_that_share_a_store_share_their_limits(clock: Seconds, metrics: Metrics) -> None:
    shared = Shared(clock)
    one, other = limits(clock, metrics, shared=shared), limits(clock, metrics, shared=shared)

    assert [await each.allow("messages", "a") for each in (one, other, one, other, one)] == [True] * 3 + [False] * 2


async def test_without_the_shared_store_each_goes_on_for_itself_and_comes_back(
    clock: Seconds, metrics: Metrics
) -> None:
    shared = Shared(clock)
    limiter = limits(clock, metrics, most=2, shared=shared)
    with capture_logs() as logs:
        await goes_and_comes_back(clock, shared, limiter)

    assert [log["event"] for log in logs] == ["shared store lost", "shared store back"]
    assert counted(metrics, 'rxflow_shared_store_switches_total{to="memory"} 1.0')
    assert counted(metrics, 'rxflow_shared_store_switches_total{to="shared"} 1.0')
    assert counted(metrics, 'rxflow_fallbacks_total{what="rate_limits"} 1.0')


async def goes_and_comes_back(clock: Seconds, shared: Shared, limiter: RateLimits) -> None:
    await limiter.allow("messages", "a")
    shared.is_there = False
    allowed = [await limiter.allow("messages", "a") for _ in range(3)]

    assert allowed == [True, True, False]
    assert len(shared.asked) == 2, "a store that is gone is left alone for a while"
    clock.now += rate_limits.RETRY_SECONDS
    assert not await limiter.allow("messages", "a")
    assert len(shared.asked) == 3
    shared.is_there = True
    assert not await limiter.allow("messages", "a")
    clock.now += rate_limits.RETRY_SECONDS
    assert await limiter.allow("messages", "a"), "the shared store counted one"
    await limiter.allow("messages", "a")

    assert len(shared.asked) == 5


async def test_while_the_shared_store_is_gone_it_is_known_that_each_counts_for_itself(
    clock: Seconds, metrics: Metrics
) -> None:
    shared, degradations = Shared(clock), Degradations(lambda: WEDNESDAY_MORNING)
    limiter = RateLimits(
        {"messages": 3},
        digest=lambda *_: "name",
        metrics=metrics,
        seconds=clock,
        shared=shared,
        degradations=degradations,
    )
    for is_there, names in [(True, []), (False, ["limits per process"]), (False, ["limits per process"]), (True, [])]:
        shared.is_there = is_there
        await limiter.allow("messages", "a")
        assert [each.name for each in degradations.current()] == names
        clock.now += rate_limits.RETRY_SECONDS


async def test_closing_closes_the_shared_store(clock: Seconds, metrics: Metrics) -> None:
    shared = Shared(clock)
    await limits(clock, metrics).close()
    await limits(clock, metrics, shared=shared).close()

    assert shared.is_closed


async def test_while_one_looks_whether_it_is_back_the_others_do_not_wait(clock: Seconds, metrics: Metrics) -> None:
    shared = Shared(clock)
    limiter = limits(clock, metrics, shared=shared)
    shared.is_there = False
    await limiter.allow("messages", "a")
    clock.now += rate_limits.RETRY_SECONDS

    class Slow(Shared):
        async def hit(self, name: str, most: int) -> bool:
            assert await limiter.allow("messages", "another"), "answered from memory meanwhile"
            return await super().hit(name, most)

    limiter._shared = slow = Slow(clock)
    assert await limiter.allow("messages", "a")

    assert len(slow.asked) == 1


async def test_names_are_forgotten_after_a_minute_and_beyond_the_most(
    clock: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "MOST_NAMES", 5)
    windows = MemoryWindows(clock)
    for number in range(20):
        await windows.hit(str(number), 1)
    assert list(windows._hits) == ["15", "16", "17", "18", "19"]

    clock.now += 61
    await windows.hit("new", 1)
    assert list(windows._hits) == ["new"]


@given(pauses=st.lists(st.floats(0, 40), max_size=60), most=st.integers(1, 6))
async def test_no_minute_ever_holds_more_than_allowed_and_the_wait_is_exact(pauses: list[float], most: int) -> None:
    clock, happened = Seconds(), list[float]()
    windows = MemoryWindows(clock)
    for pause in pauses:
        clock.now += pause
        wait = await windows.wait("a", most)
        allowed = await windows.hit("a", most)
        assert allowed == (wait <= 0)
        happened += [clock.now] if allowed else []
        within = [each for each in happened if each > clock.now - 60]
        assert len(within) <= most
        assert allowed or len(within) == most
        if not allowed:
            assert wait == pytest.approx(within[0] + 60 - clock.now)
