"""The queue as Prometheus sees it: asked rarely, absent when the database is down, and never failing."""

from dataclasses import dataclass

import pytest
from prometheus_client.parser import text_string_to_metric_families

from rxflow.domain.errors import StoreUnavailableError
from rxflow.observability.metrics import Metrics
from rxflow.observability.queue_metrics import CACHED_SECONDS


@dataclass
class Kind:
    route: str
    urgent: bool
    cases: int
    oldest_seconds: float


class World:
    """A queue that may be down, and a clock."""

    def __init__(self) -> None:
        self.now, self.asked, self.is_down = 0.0, 0, False
        self.queue = [Kind("pharmacist", True, 2, 90.5), Kind("insurer", False, 0, 0.0)]
        self.metrics = Metrics(lambda: self.now)
        self.metrics.watch_queue(self.ask)

    def ask(self) -> list[Kind]:
        self.asked += 1
        if self.is_down:
            raise StoreUnavailableError("The database is down. Wait.")
        return self.queue

    def samples(self) -> dict[tuple[str, ...], float]:
        """By name and labels."""
        return {
            (sample.name, *sample.labels.values()): sample.value
            for family in text_string_to_metric_families(self.metrics.exposition().decode())
            for sample in family.samples
            if family.name.startswith(("rxflow_case_oldest", "rxflow_cases_open", "rxflow_store"))
            and not family.name.startswith("rxflow_cases_opened")
        }


@pytest.fixture
def world() -> World:
    return World()


def test_a_scrape_tells_the_queue_by_route_and_urgency(world: World) -> None:
    assert world.samples() == {
        ("rxflow_store_up",): 1.0,
        ("rxflow_cases_open", "pharmacist", "urgent"): 2.0,
        ("rxflow_cases_open", "insurer", "routine"): 0.0,
        ("rxflow_case_oldest_age_seconds", "pharmacist", "urgent"): 90.5,
        ("rxflow_case_oldest_age_seconds", "insurer", "routine"): 0.0,
    }


def test_building_the_metrics_asks_nothing(world: World) -> None:
    assert world.asked == 0


def test_many_scrapes_ask_once_within_the_time_that_an_answer_counts(world: World) -> None:
    for _ in range(10):
        world.samples()
    world.now += CACHED_SECONDS - 0.1
    world.samples()
    assert world.asked == 1

    world.now += 0.1
    world.queue = []
    assert world.samples() == {("rxflow_store_up",): 1.0}
    assert world.asked == 2


def test_while_the_database_is_down_the_queue_is_absent_and_the_rest_is_told(world: World) -> None:
    world.is_down = True
    assert world.samples() == {("rxflow_store_up",): 0.0}
    assert b"rxflow_turn_seconds_count" in world.metrics.exposition()
    assert world.asked == 1, "a database that is down is not asked at each scrape"

    world.is_down = False
    world.now += CACHED_SECONDS
    assert world.samples()[("rxflow_cases_open", "pharmacist", "urgent")] == 2.0
