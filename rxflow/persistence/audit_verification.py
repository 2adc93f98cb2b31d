"""A look through the whole chain: every event as it was written, none missing, and the end where it was left."""

from collections.abc import Iterator, Sequence
from typing import Any

from rxflow.domain.audit import AuditFault, AuditHead, AuditReport, BrokenLink
from rxflow.domain.progress import Progress
from rxflow.persistence.audit_chain import GENESIS, is_proven, mac_of
from rxflow.persistence.audit_repository import ROWS_AT_A_TIME, AuditRepository
from rxflow.persistence.transaction import Transaction

_FROM_OUTSIDE = "which no holder of the audit key wrote"


class ChainCheck:
    """Looks through the chain in one read of the store.

    Args:
        tx: The read.
        exported: The head as it was exported last, where there is one.
        progress: Told how many events were looked at, and how many there are.
    """

    def __init__(self, tx: Transaction, exported: AuditHead | None = None, progress: Progress | None = None) -> None:
        self._cipher = tx.cipher
        self._repository = AuditRepository(tx)
        self._exported = exported
        self._progress, self._total = progress, 0
        self._checked, self._mac = 0, GENESIS
        self._mac_at_export: bytes | None = None

    def run(self) -> AuditReport:
        """Go through the chain to its end or to the first broken link."""
        # The rows first, then the head: whoever appends meanwhile moves the head further, never behind a row.
        last = self._total = self._repository.last_sequence()
        head = self._repository.head()
        broken = self._links(head) or self._end(last, head) or self._export()
        return AuditReport(self._checked, head, broken)

    def _links(self, head: AuditHead | None) -> BrokenLink | None:
        """The first link that does not hold."""
        end = head.sequence if head is not None and is_proven(self._cipher, head) else None
        try:
            try:
                return self._walk(end, ROWS_AT_A_TIME)
            except ValueError:
                # One of the rows that were read together is no row any more; one by one, the first such shows.
                return self._walk(end, 1)
        except ValueError:
            words = f"Event {self._checked + 1} was changed: what is there cannot even be read."
            return BrokenLink(self._checked + 1, AuditFault.CHANGED, words)

    def _walk(self, end: int | None, at_a_time: int) -> BrokenLink | None:
        """Go on from where the check is."""
        exported_at = self._exported.sequence if self._exported else None
        for row in self._repository.rows(self._checked or None, at_a_time):
            if self._checked == end:
                break
            number = self._checked + 1
            if row[0] != number:
                return self._missing(number, row[0])
            if self._code(self._mac, number, row) != row[-1]:
                return self._misfit(number, self._mac, row)
            self._checked, self._mac = number, row[-1]
            if self._progress and number % ROWS_AT_A_TIME == 0:
                self._progress(number, self._total)
            if number == exported_at:
                self._mac_at_export = self._mac
        return None

    def _end(self, last: int, head: AuditHead | None) -> BrokenLink | None:
        """Compare with where the chain says that it ends."""
        checked = self._checked
        if head is None:
            if last == 0:
                return None
            return BrokenLink(checked, AuditFault.HEAD_MISSING, f"The head is gone; the chain holds {checked} events.")
        if not is_proven(self._cipher, head):
            words = (
                f"The head says that event {head.sequence} is the last, {_FROM_OUTSIDE}; {checked} events are there."
            )
            return BrokenLink(checked + 1, AuditFault.HEAD_FORGED, words)
        if checked < head.sequence:
            words = f"Events {checked + 1} to {head.sequence} are missing: the chain was cut off at its end."
            return BrokenLink(checked + 1, AuditFault.TRUNCATED, words)
        if self._mac != head.mac:
            words = f"The head does not belong to event {head.sequence}: it is of another chain."
            return BrokenLink(head.sequence, AuditFault.HEAD_FORGED, words)
        if last > head.sequence:
            words = f"Event {head.sequence + 1} was added behind the head, or the head was put back to an earlier one."
            return BrokenLink(head.sequence + 1, AuditFault.ADDED, words)
        return None

    def _export(self) -> BrokenLink | None:
        """Compare with the head that was exported."""
        exported, checked = self._exported, self._checked
        if exported is None or exported.sequence == 0:
            return None
        if not is_proven(self._cipher, exported):
            words = f"The exported head says that event {exported.sequence} is there, {_FROM_OUTSIDE}."
            return BrokenLink(exported.sequence, AuditFault.EXPORT_FORGED, words)
        if checked < exported.sequence:
            words = f"Events {checked + 1} to {exported.sequence} were there when the head was exported: cut off since."
            return BrokenLink(checked + 1, AuditFault.TRUNCATED, words)
        if self._mac_at_export != exported.mac:
            words = f"Event {exported.sequence} is not the one whose head was exported: the chain was written anew."
            return BrokenLink(exported.sequence, AuditFault.EXPORT_DIFFERS, words)
        return None

    @staticmethod
    def _missing(number: int, found: int) -> BrokenLink:
        if found < number:
            words = f"Event {found} stands before event {number}: it was inserted."
            return BrokenLink(number, AuditFault.INSERTED, words)
        which = f"Event {number} is" if found == number + 1 else f"Events {number} to {found - 1} are"
        return BrokenLink(number, AuditFault.MISSING, f"{which} missing; event {found} follows.")

    def _misfit(self, number: int, previous: bytes, row: Sequence[Any]) -> BrokenLink:
        """Say how an event came to be where it does not belong."""
        place = next(self._places_of(row), None)
        if place is not None and place != number:
            words = f"Event {number} was moved: it was written as event {place}."
            return BrokenLink(number, AuditFault.MOVED, words)
        following = next(iter(self._repository.rows(after=number)), None)
        if following is not None and self._fits(previous, number, following):
            words = f"Event {number} was inserted: the one behind it follows on event {number - 1}."
            return BrokenLink(number, AuditFault.INSERTED, words)
        return BrokenLink(number, AuditFault.CHANGED, f"Event {number} was changed: it is not what was written.")

    def _places_of(self, row: Sequence[Any]) -> Iterator[int]:
        """The numbers under which an event fits behind one that is there: where it was before it was moved."""
        for other in self._repository.rows():
            # Behind a neighbour in its place, or behind one that it has changed places with.
            for number in (other[0] + 1, other[0]):
                if self._fits(other[-1], number, row):
                    yield number

    def _fits(self, previous: bytes, number: int, row: Sequence[Any]) -> bool:
        return self._code(previous, number, row) == row[-1]

    def _code(self, previous: bytes, number: int, row: Sequence[Any]) -> bytes | None:
        """The code of a row under a number, or None for a row with values that no event has."""
        try:
            return mac_of(self._cipher, previous, (number, *row[1:-1]))
        except (TypeError, AttributeError):
            return None
