"""How many cases wait for a person, and since when: asked when Prometheus looks, but not more often than is useful."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Lock
from typing import Protocol

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from rxflow.domain.errors import RxFlowError

CACHED_SECONDS = 5.0


class Queue(Protocol):
    """The open cases of one kind."""

    @property
    def route(self) -> str: ...
    @property
    def urgent(self) -> bool: ...
    @property
    def cases(self) -> int: ...
    @property
    def oldest_seconds(self) -> float: ...


AskQueue = Callable[[], Sequence[Queue]]


class QueueCollector(Collector):
    """Gauges of the queue. While the database does not answer they are absent, and `rxflow_store_up` is 0.

    Args:
        ask: Looks the queue up; raises RxFlowError when it is not known.
        seconds: A clock that only runs forward.
    """

    def __init__(self, ask: AskQueue, seconds: Callable[[], float]) -> None:
        self._ask = ask
        self._seconds = seconds
        self._lock = Lock()
        self._answer: Sequence[Queue] | None = None
        self._asked_at: float | None = None

    def describe(self) -> Iterable[GaugeMetricFamily]:
        """What there is, for the registry, without asking the database."""
        return self._families(None)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges now."""
        answer = self._known()
        for family in self._families(answer):
            if family.samples:
                yield family

    def _known(self) -> Sequence[Queue] | None:
        """The queue of a moment ago; one scrape asks, and others that come meanwhile wait for its answer."""
        with self._lock:
            now = self._seconds()
            if self._asked_at is None or now - self._asked_at >= CACHED_SECONDS:
                try:
                    self._answer = self._ask()
                except RxFlowError:
                    # Told by rxflow_store_up, and kept too: a database that is down is not asked at each scrape.
                    self._answer = None
                self._asked_at = self._seconds()
            return self._answer

    @staticmethod
    def _families(answer: Sequence[Queue] | None) -> tuple[GaugeMetricFamily, ...]:
        labels = ("route", "urgency")
        up = GaugeMetricFamily("rxflow_store_up", "Whether the database answered when it was asked last")
        waiting = GaugeMetricFamily("rxflow_cases_open", "Cases that wait for a person", labels=labels)
        oldest = GaugeMetricFamily(
            "rxflow_case_oldest_age_seconds", "How long the oldest of them has waited", labels=labels
        )
        up.add_metric((), 0 if answer is None else 1)
        for queue in answer or ():
            kind = (queue.route, "urgent" if queue.urgent else "routine")
            waiting.add_metric(kind, queue.cases)
            oldest.add_metric(kind, queue.oldest_seconds)
        return up, waiting, oldest
