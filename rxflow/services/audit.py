"""The audit trail as the other services and reviewers use it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rxflow.domain.audit import AuditAction, AuditEntry, AuditEvent, AuditHead, AuditReport
from rxflow.domain.progress import Progress
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.audit_verification import ChainCheck
from rxflow.persistence.engine import Store
from rxflow.persistence.status_verification import StatusCheck

__all__ = ["AuditService"]


class AuditService:
    """Records what is done outside a transaction of its own, and looks through the trail.

    What changes something is appended where it is changed, by `AuditRepository`, in the same transaction.
    """

    def __init__(self, *, store: Store) -> None:
        self._store = store

    def record(self, event: AuditEvent) -> None:
        """Append one event.

        Raises:
            StoreUnavailableError: It could not be kept.
        """
        self.record_all((event,))

    def record_all(self, events: Sequence[AuditEvent]) -> None:
        """Append events in their order, all or none.

        Raises:
            StoreUnavailableError: They could not be kept.
        """
        if events:
            with self._store.write() as tx:
                AuditRepository(tx).append(events)

    def record_reads(self, at: datetime, actor: str, kind: str, patient_ids: Iterable[str] | Mapping[str, int]) -> None:
        """Record that patients' records are about to be shown, one event a patient with how many records.

        Args:
            at: The present.
            actor: To whom.
            kind: What is shown, such as `orders`.
            patient_ids: Whose, once for each record; or how many of each.

        Raises:
            StoreUnavailableError: It could not be kept: then nothing may be shown.
        """
        self.record_all(
            [
                AuditEvent(at, actor, AuditAction.RECORD_READ, patient_id, detail={"kind": kind, "rows": rows})
                for patient_id, rows in Counter(patient_ids).items()
            ]
        )

    def verify(self, exported: AuditHead | None = None, progress: Progress | None = None) -> AuditReport:
        """Look through the whole trail and, where it is whole, hold the orders and cases to it.

        Args:
            exported: The head as it was exported last: a trail that ends before it was cut off.
            progress: Told how many events were looked at, and how many there are.
        """
        with self._store.read() as tx:
            report = ChainCheck(tx, exported, progress).run()
            return report if report.broken else replace(report, mismatches=StatusCheck(tx).mismatches())

    def head(self) -> AuditHead | None:
        """Where the trail ends; None while nothing was ever appended."""
        with self._store.read() as tx:
            return AuditRepository(tx).head()

    def mac(self, sequence: int) -> bytes | None:
        """The code of an event, or None where there is none of this number."""
        with self._store.read() as tx:
            return AuditRepository(tx).mac(sequence)

    def for_patient(self, patient_id: str, since: datetime | None = None) -> tuple[AuditEntry, ...]:
        """What happened to a patient's record, oldest first.

        Args:
            since: Leave out what was before this time.
        """
        with self._store.read() as tx:
            return tuple(AuditRepository(tx).events_of_patient(patient_id, since))

    def prescription_objects(self, rx_numbers: Iterable[str]) -> dict[str, str]:
        """The Rx number behind each keyed hash that an event may have as its object."""
        with self._store.read() as tx:
            return {tx.rx_ref(rx_number): rx_number for rx_number in rx_numbers}
