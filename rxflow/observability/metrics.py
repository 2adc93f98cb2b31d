"""What the assistant counts, for Prometheus. Labels are codes and rule names; nothing that a patient said or is."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from time import monotonic

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from rxflow.observability.active import ActiveConversations
from rxflow.observability.queue_metrics import AskQueue, QueueCollector
from rxflow.observability.token_prices import TokenPrice

__all__ = ["CONTENT_TYPE_LATEST", "Fallback", "Metrics", "Outcome"]

TURN_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
TOOL_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)
MODEL_SECONDS = (0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
HTTP_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
SESSION_SECONDS = 1800.0


class Outcome(StrEnum):
    """How a turn ended. `stopped`: by the patient; `repeated`: sent again and answered as before; `over`: the
    conversation had ended."""

    ANSWERED = "answered"
    EMERGENCY = "emergency"
    NOT_READ = "not_read"
    STOPPED = "stopped"
    REPEATED = "repeated"
    OVER = "over"
    BUSY = "busy"
    NOT_STORED = "not_stored"
    FAILED = "failed"


class Fallback(StrEnum):
    """What was done in a second-best way: another model, or that because the tokens are used up (`budget`), limits
    counted by this process alone, a turn answered after a bug, or after too many model calls or too long, a reply in
    our own words in place of the model's."""

    MODEL = "model"
    BUDGET = "budget"
    RATE_LIMITS = "rate_limits"
    TURN = "turn"
    MODEL_CALLS = "model_calls"
    REPLY = "reply"


class Metrics:
    """What one assistant counts, in a registry of its own. `docs/operations.md` says what each is.

    Args:
        seconds: A clock that only runs forward.
        active_seconds: How long after its last message a conversation counts as active.
        token_prices: What tokens of a model cost, by its name as a code.
    """

    def __init__(
        self,
        seconds: Callable[[], float] = monotonic,
        active_seconds: float = SESSION_SECONDS,
        token_prices: Mapping[str, TokenPrice] | None = None,
    ) -> None:
        self._registry = CollectorRegistry()
        self.token_prices = token_prices or {}
        self._seconds = seconds
        self.active = ActiveConversations(seconds, active_seconds)
        self._count_conversations()
        self._count_work()
        self._count_safety()
        self._count_requests()
        ProcessCollector(registry=self._registry)
        PlatformCollector(registry=self._registry)
        GCCollector(registry=self._registry)

    def watch_queue(self, ask: AskQueue) -> None:
        """Tell with each scrape how many cases wait, and since when.

        Args:
            ask: Looks it up; raises RxFlowError when it is not known.
        """
        self._registry.register(QueueCollector(ask, self._seconds))

    def exposition(self) -> bytes:
        """Everything in Prometheus' text format. It may ask the database: not for an event loop."""
        return generate_latest(self._registry)

    def http_series(self, route: str, method: str, status: int) -> tuple[Counter, Histogram]:
        """The series of an answer, looked up once: to find them by their labels costs more than to count."""
        key = (route, method, status)
        if key not in self._http_series:
            requests = self.http_requests.labels(route, method, str(status))
            self._http_series[key] = requests, self.http_seconds.labels(route, method)
        return self._http_series[key]

    def _count_conversations(self) -> None:
        self.turns = self._counter("turns", "Messages answered, by the state they ended in", "state", "outcome")
        self.turn_seconds = self._histogram("turn_seconds", "From a message to its answer", TURN_SECONDS)
        self.turns_in_progress = self._gauge("turns_in_progress", "Messages that are being answered")
        self.conversations_active = self._gauge("conversations_active", "Conversations with a recent message here")
        self.conversations_active.set_function(self.active.count)

    def _count_work(self) -> None:
        self.tool_calls = self._counter("tool_calls", "Calls of tools", "tool", "outcome")
        self.tool_seconds = self._histogram("tool_seconds", "How long tools took", TOOL_SECONDS, "tool")
        self.model_calls = self._counter("model_calls", "Calls of language models", "provider", "outcome")
        self.model_seconds = self._histogram("model_seconds", "How long models took", MODEL_SECONDS, "provider")
        self.model_tokens = self._counter(
            "model_tokens", "Tokens, where the provider counts them", "provider", "model", "direction"
        )
        self.model_cost = self._counter(
            "model_cost_dollars", "What they cost, where the price is set", "provider", "model"
        )
        self.findings = self._counter("findings", "What the rules found", "code", "severity")
        self.orders = self._counter("orders", "Orders submitted and cancelled", "event")
        self.orders_refused = self._counter("orders_refused", "Orders that the gate refused", "code")
        self.order_work = self._counter("order_work", "Acts of the pharmacy's staff on orders", "act")
        self.cases_opened = self._counter("cases_opened", "Cases opened for the care team", "route")
        self.fallbacks = self._counter("fallbacks", "What was done in a second-best way", "what")

    def _count_safety(self) -> None:
        self.messages_replaced = self._counter(
            "messages_replaced", "Outgoing messages that broke a rule of speech and were replaced", "rule"
        )
        self.red_flags = self._counter("red_flags", "Messages that stopped a conversation", "rule")
        self.ratings = self._counter("turn_ratings", "What patients said of replies", "verdict", "reason")
        self.reports = self._counter("patient_reports", "What patients reported of themselves", "kind")
        self.rate_limited = self._counter("rate_limited", "What was refused because it was too much", "kind")
        self.shared_store_switches = self._counter(
            "shared_store_switches", "Changes between the shared store and this process' memory", "to"
        )
        self.audit_sequence = self._gauge("audit_sequence", "The number of the audit trail's last event")

    def _count_requests(self) -> None:
        self.http_requests = self._counter("http_requests", "HTTP requests answered", "route", "method", "status")
        self.http_seconds = self._histogram(
            "http_request_seconds", "From an HTTP request to the end of its answer", HTTP_SECONDS, "route", "method"
        )
        self._http_series: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self.http_in_progress = self._gauge("http_requests_in_progress", "HTTP requests that are being answered")

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"rxflow_{name}", what, labels, registry=self._registry)

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(f"rxflow_{name}", what, registry=self._registry)

    def _histogram(self, name: str, what: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"rxflow_{name}", what, labels, buckets=buckets, registry=self._registry)
