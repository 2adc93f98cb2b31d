"""What the assistant counts, for Prometheus. Labels are codes and rule names; nothing that a patient said or is."""

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

__all__ = ["CONTENT_TYPE_LATEST", "Metrics"]


class Metrics:
    """The counters of one assistant, in a registry of its own.

    Attributes:
        messages_replaced: Outgoing messages that broke a rule of speech and were replaced, by rule.
        red_flags: Messages that stopped a conversation, by rule.
        reports: What patients reported of themselves, by kind.
        rate_limited: What was refused because it was too much within a minute, by kind.
        shared_store_switches: Changes between the shared store and this process' memory, by where to.
        fallbacks: Turns in which something else took the place of what failed, by what.
        audit_sequence: The number of the audit trail's last event, as this process knows it.
    """

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.messages_replaced = Counter(
            "rxflow_messages_replaced",
            "Outgoing messages that broke a rule of speech and were replaced",
            ["rule"],
            registry=self._registry,
        )
        self.red_flags = Counter(
            "rxflow_red_flags", "Messages that stopped a conversation", ["rule"], registry=self._registry
        )
        self.reports = Counter(
            "rxflow_patient_reports", "What patients reported of themselves", ["kind"], registry=self._registry
        )
        self.rate_limited = Counter(
            "rxflow_rate_limited", "What was refused because it was too much", ["kind"], registry=self._registry
        )
        self.shared_store_switches = Counter(
            "rxflow_shared_store_switches",
            "Changes between the shared store and this process' memory",
            ["to"],
            registry=self._registry,
        )
        self.fallbacks = Counter(
            "rxflow_fallbacks",
            "Turns in which something else took the place of what failed",
            ["what"],
            registry=self._registry,
        )
        self.audit_sequence = Gauge(
            "rxflow_audit_sequence", "The number of the audit trail's last event", registry=self._registry
        )

    def exposition(self) -> bytes:
        """All counters in Prometheus' text format."""
        return generate_latest(self._registry)
