"""What is degraded now."""

from rxflow.resilience.degradation import Degradation, Degradations
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock


def test_what_is_missing_is_told_until_it_is_back() -> None:
    clock = FrozenClock(WEDNESDAY_MORNING)
    degradations = Degradations(clock)
    assert degradations.current() == ()

    degradations.note("limits per process", "SHARED_STORE")
    degradations.clear("built-in model")
    assert degradations.current() == (Degradation("limits per process", WEDNESDAY_MORNING, "SHARED_STORE"),)
    degradations.clear("limits per process")
    assert degradations.current() == ()


def test_it_stays_with_its_first_time_and_reason(clock: FrozenClock) -> None:
    degradations = Degradations(clock)
    degradations.note("b", "TIMEOUT")
    clock.wait(minutes=1)
    degradations.note("a", "TIMEOUT")
    degradations.note("b", "CIRCUIT_OPEN")

    assert [(each.name, each.reason) for each in degradations.current()] == [("b", "TIMEOUT"), ("a", "TIMEOUT")]
    assert degradations.current()[0].since == WEDNESDAY_MORNING
