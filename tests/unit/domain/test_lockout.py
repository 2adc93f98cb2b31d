"""Three failed tries within a quarter of an hour close the door for another (NIST SP 800-63B §5.2.2)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.lockout import LockoutLimits, is_locked

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
LIMITS = LockoutLimits()
SECONDS = st.lists(st.integers(-7200, 0), max_size=12)
ANY_LIMITS = st.builds(LockoutLimits, st.integers(1, 5), st.integers(1, 60).map(lambda each: timedelta(minutes=each)))


def at(*minutes: float) -> list[datetime]:
    return [NOON + timedelta(minutes=each) for each in minutes]


@pytest.mark.parametrize(
    ("failures", "now", "locked"),
    [
        ((), 0, False),
        ((0, 1), 1, False),
        ((0, 1, 2), 2, True),
        ((2, 0, 1), 2, True),
        ((0, 1, 2), 16.99, True),
        ((0, 1, 2), 17, False),
        ((0, 7, 14.99), 15, True),
        ((0, 7, 15), 15, False),
        ((0, 1, 2, 17), 17, False),
        ((0, 1, 2, 17, 18), 18, False),
        ((0, 1, 2, 17, 18, 19), 19, True),
        ((0, 0, 0), -14.99, True),
        ((0, 0, 0), -15, False),
    ],
)
def test_three_failures_within_the_period_lock_for_as_long(
    failures: tuple[float, ...], now: float, locked: bool
) -> None:
    assert is_locked(at(*failures), at(now)[0], LIMITS) is locked


def test_one_try_alone_can_be_the_limit() -> None:
    assert is_locked(at(0), at(0.5)[0], LockoutLimits(1, timedelta(minutes=1)))
    assert not is_locked(at(0), at(1)[0], LockoutLimits(1, timedelta(minutes=1)))


@given(seconds=SECONDS, limits=ANY_LIMITS)
def test_fewer_failures_than_tries_never_lock(seconds: list[int], limits: LockoutLimits) -> None:
    few = [NOON + timedelta(seconds=each) for each in seconds[: limits.tries - 1]]

    assert not is_locked(few, NOON, limits)


@given(seconds=SECONDS, limits=ANY_LIMITS)
def test_the_door_is_open_again_once_the_period_has_passed(seconds: list[int], limits: LockoutLimits) -> None:
    failures = [NOON + timedelta(seconds=each) for each in seconds]
    last = max(failures, default=NOON)

    assert not is_locked(failures, last + limits.period, limits)


@given(limits=ANY_LIMITS, gaps=st.lists(st.integers(0, 600), min_size=400, max_size=400))
def test_whoever_keeps_trying_fails_no_more_often_than_the_limit_allows(limits: LockoutLimits, gaps: list[int]) -> None:
    now, failures = NOON, list[datetime]()
    for gap in gaps:
        now += timedelta(seconds=gap)
        if not is_locked(failures, now, limits):
            failures.append(now)
    per_period = [sum(each <= other < each + limits.period for other in failures) for each in failures]

    assert max(per_period) <= limits.tries
