"""Audit trails for tests, and what somebody with the database's file in hand could do to one."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, inspect, select, text, update

from rxflow.domain.audit import AuditAction, AuditEvent, AuditHead
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.audit_tables import AUDIT_EVENTS, AUDIT_HEAD
from rxflow.persistence.engine import Store
from rxflow.persistence.transaction import Transaction

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
SEQUENCE = AUDIT_EVENTS.c.sequence


def an_event(number: int, patient_id: str = "patient_001") -> AuditEvent:
    """One of many events that differ."""
    return AuditEvent(
        NOON + timedelta(seconds=number),
        "assistant",
        AuditAction.TOOL_CALLED,
        patient_id,
        f"session-{number % 3}",
        object=f"RF-{number}",
        detail={"tool": "select_pharmacy", "success": number % 2 == 0, "milliseconds": number},
    )


def append(store: Store, *events: AuditEvent) -> None:
    with store.write() as tx:
        AuditRepository(tx).append(events)


def append_numbered(store: Store, count: int) -> None:
    """Append events 1 to `count`, three at a time."""
    numbers = range(1, count + 1)
    for first in range(0, count, 3):
        append(store, *(an_event(number) for number in numbers[first : first + 3]))


class NotKeptError(Exception):
    """Ends an attack, so that nothing of it stays."""


class Attack:
    """What can be done to the rows where no trigger is in the way."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx

    def change(self, number: int, **values: Any) -> None:
        self.tx.execute(update(AUDIT_EVENTS).where(number == SEQUENCE).values(**values))

    def delete(self, number: int) -> None:
        self.tx.execute(delete(AUDIT_EVENTS).where(number == SEQUENCE))

    def cut_off(self, after: int) -> None:
        self.tx.execute(delete(AUDIT_EVENTS).where(after < SEQUENCE))

    def exchange(self, one: int, other: int) -> None:
        for old, new in ((one, -1), (other, one), (-1, other)):
            self.change(old, sequence=new)

    def renumber(self, first: int, by: int) -> None:
        """Move the rows from a number on, out of each other's way."""
        self.tx.execute(update(AUDIT_EVENTS).where(first <= SEQUENCE).values(sequence=-(SEQUENCE + by)))
        self.tx.execute(update(AUDIT_EVENTS).where(SEQUENCE < 0).values(sequence=-SEQUENCE))

    def insert(self, number: int, like: int) -> None:
        """Put a row before the one of a number, made after another with another object."""
        row = self.tx.execute(select(AUDIT_EVENTS).where(like == SEQUENCE)).one()._asdict()
        self.renumber(number, 1)
        self.tx.execute(insert(AUDIT_EVENTS), {**row, "sequence": number, "object": "RF-forged"})

    def set_head(self, **values: Any) -> None:
        self.tx.execute(update(AUDIT_HEAD).values(**values))

    def drop_head(self) -> None:
        self.tx.execute(delete(AUDIT_HEAD))

    def head(self) -> AuditHead:
        head = AuditRepository(self.tx).head()
        assert head is not None
        return head

    def mac(self, number: int) -> bytes:
        mac = AuditRepository(self.tx).mac(number)
        assert mac is not None
        return mac


@contextmanager
def attack(store: Store) -> Iterator[Attack]:
    """Drop the triggers, as whoever holds the file can, in a transaction of which nothing stays."""
    with suppress(NotKeptError), store.write() as tx:
        drop_triggers(tx)
        yield Attack(tx)
        raise NotKeptError


def drop_triggers(tx: Transaction, *tables: str) -> None:
    """Let tables be changed from outside, by default those of the trail."""
    for table in tables or (AUDIT_EVENTS.name, AUDIT_HEAD.name):
        if tx.connection.dialect.name == "postgresql":
            tx.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
            continue
        assert inspect(tx.connection).has_table(table)
        made = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table")
        for name in tx.execute(made, {"table": table}).scalars().all():
            tx.execute(text(f"DROP TRIGGER {name}"))
