"""The audit trail, appended to and read through one transaction of the store."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from rxflow.domain.audit import AuditEntry, AuditEvent, AuditHead
from rxflow.domain.errors import AuditTrailError
from rxflow.persistence.audit_chain import GENESIS, is_proven, link_of, mac_of, new_head
from rxflow.persistence.audit_tables import AUDIT_EVENTS, AUDIT_HEAD
from rxflow.persistence.transaction import Transaction

ROWS_AT_A_TIME = 2000
_BEGIN = text("INSERT INTO audit_head (id, sequence, mac, proof) VALUES (1, 0, :mac, :proof) ON CONFLICT DO NOTHING")
_MOVE = text("UPDATE audit_head SET sequence = :sequence, mac = :mac, proof = :proof")
_INSERT = insert(AUDIT_EVENTS)
_HEAD = select(AUDIT_HEAD.c.sequence, AUDIT_HEAD.c.mac, AUDIT_HEAD.c.proof)
_LOCKED_HEAD = _HEAD.with_for_update()
_ENTRY = select(*(column for column in AUDIT_EVENTS.c if column.name != "mac"))


class AuditRepository:
    """The tables of the audit trail within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def append(self, events: Sequence[AuditEvent]) -> None:
        """Add events to the end of the chain, in one statement.

        From here to the commit no other can append: call it last in a transaction.

        Raises:
            AuditTrailError: The head is not one that a holder of the key wrote; nothing may be added to it.
        """
        if not events:
            return
        cipher = self._tx.cipher
        head = self._locked_head()
        sequence, mac, rows = head.sequence, head.mac, []
        for event in events:
            sequence += 1
            link = link_of(sequence, event, self._tx)
            mac = mac_of(cipher, mac, link)
            rows.append({**link._asdict(), "mac": mac})
        try:
            # A list, even of one, is sent as a batch, which costs PostgreSQL twice as much.
            self._tx.execute(_INSERT, rows if len(rows) > 1 else rows[0])
        except IntegrityError as error:
            raise _broken() from error
        moved = new_head(cipher, sequence, mac)
        self._tx.execute(_MOVE, {"sequence": moved.sequence, "mac": moved.mac, "proof": moved.proof})
        self._tx.audit_head = moved

    def head(self) -> AuditHead | None:
        """Where the chain says that it ends, believed or not; None while nothing was ever appended."""
        row = self._tx.execute(_HEAD).first()
        return AuditHead(*row) if row else None

    def mac(self, sequence: int) -> bytes | None:
        """The code of an event, or None where there is none of this number."""
        found: bytes | None = self._tx.scalar(select(AUDIT_EVENTS.c.mac).where(AUDIT_EVENTS.c.sequence == sequence))
        return found

    def last_sequence(self) -> int:
        """The number of the last event that is there; 0 where there is none."""
        return self._tx.scalar(select(func.max(AUDIT_EVENTS.c.sequence))) or 0

    def rows(self, after: int | None = None, at_a_time: int = ROWS_AT_A_TIME) -> Iterator[Sequence[Any]]:
        """The rows with their codes, in their order, read some at a time so that memory does not grow with them.

        Args:
            after: The number of the row before the first; None to begin with the first that is there.
            at_a_time: How many are read together.

        Raises:
            ValueError: One of the rows read together holds what cannot be a value of its column.
        """
        statement = select(AUDIT_EVENTS).order_by(AUDIT_EVENTS.c.sequence).limit(at_a_time)
        while True:
            rows = self._read(statement if after is None else statement.where(AUDIT_EVENTS.c.sequence > after))
            yield from rows
            if len(rows) < at_a_time:
                return
            after = rows[-1].sequence

    def events_of_patient(self, patient_id: str, since: datetime | None = None) -> Iterator[AuditEntry]:
        """What happened to a patient's record, oldest first.

        Args:
            since: Leave out what was before this time.
        """
        statement = _ENTRY.where(AUDIT_EVENTS.c.patient_ref == self._tx.patient_ref(patient_id))
        if since is not None:
            statement = statement.where(AUDIT_EVENTS.c.at >= since)
        for row in self._tx.execute(statement.order_by(AUDIT_EVENTS.c.sequence)):
            yield AuditEntry(**{**row._mapping, "detail": json.loads(row.detail)})

    def _read(self, statement: Select[Any]) -> Sequence[Any]:
        try:
            return self._tx.execute(statement).all()
        except OperationalError as error:
            if "UTF-8" not in str(error.orig):
                raise
            raise ValueError("a text of the audit trail is no text any more") from error

    def _locked_head(self) -> AuditHead:
        """The head, which from now on only this transaction can move."""
        row = self._tx.execute(_LOCKED_HEAD).first()
        if row is None:
            # Of several that begin at once one does, and the others wait here for its commit.
            began = new_head(self._tx.cipher, 0, GENESIS)
            self._tx.execute(_BEGIN, {"mac": began.mac, "proof": began.proof})
            row = self._tx.execute(_LOCKED_HEAD).one()
        head = AuditHead(*row)
        if head.sequence == 0 and self.last_sequence():
            raise _broken()
        if not is_proven(self._tx.cipher, head):
            # To go on from a head that was taken back would hide what was cut off behind it.
            raise _broken()
        return head


def _broken() -> AuditTrailError:
    return AuditTrailError(
        "The audit trail was changed from outside, so nothing can be recorded and nothing was changed. "
        "`rxflow audit verify` names the place."
    )
