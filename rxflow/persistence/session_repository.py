"""Conversations and their turns, read and written through one connection of the store."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from rxflow.domain.acting import ActingAs
from rxflow.persistence.records import SealedTable
from rxflow.persistence.tables import SESSIONS, TURNS
from rxflow.persistence.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Session:
    """One conversation of one patient.

    `ended_at` is None while it goes on, `last_seen_at` until its first turn, `forgotten_at` while its words are kept.
    """

    session_id: str
    patient_id: str
    conversation_type: str
    created_at: datetime
    ended_at: datetime | None = None
    acting_as: ActingAs = ActingAs.PATIENT
    last_seen_at: datetime | None = None
    forgotten_at: datetime | None = None

    @property
    def seen_at(self) -> datetime:
        """When whoever acts was last heard of."""
        return self.last_seen_at or self.created_at


@dataclass(frozen=True, slots=True)
class Turn:
    """What the patient said and what was answered.

    `number` counts from 1 and is given when the turn is recorded; 0 is a turn not recorded yet. `detail` holds JSON
    values: the findings, tools, order, escalation, suggestions and quote that the page shows with the reply, and how
    the turn was answered (`rxflow.workflow.turn_trace`). `message_id` names the patient's message, so that one
    that is sent again is answered once.
    """

    session_id: str
    number: int
    said_at: datetime
    patient_text: str
    reply: str
    state: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    message_id: str | None = None


SEALED_SESSIONS = SealedTable(
    SESSIONS,
    Session,
    key=("session_id",),
    mutable=("ended_at", "last_seen_at", "forgotten_at"),
    bound=("browser_key_hash",),
    refs={"patient_ref": lambda tx, session: tx.patient_ref(session.patient_id)},
)
SEALED_TURNS = SealedTable(TURNS, Turn, key=("session_id", "number"), refs={})

_seen_at = func.coalesce(SESSIONS.c.last_seen_at, SESSIONS.c.created_at)
_is_remembered = SESSIONS.c.forgotten_at.is_(None)
_SESSION = SEALED_SESSIONS.select().where(SESSIONS.c.session_id == bindparam("session_id"))
_ADD = {table: insert(table) for table in (SESSIONS, TURNS)}
_SEEN = update(SESSIONS).where(SESSIONS.c.session_id == bindparam("which")).values(last_seen_at=bindparam("at"))
_LAST_NUMBER = select(func.max(TURNS.c.number)).where(TURNS.c.session_id == bindparam("session_id"))


class SessionRepository:
    """The tables of conversations within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, session: Session, browser_key: str | None) -> None:
        key_hash = browser_key and browser_key_hash(browser_key)
        self._tx.execute(_ADD[SESSIONS], SEALED_SESSIONS.row(session, self._tx, browser_key_hash=key_hash))

    def get(self, session_id: str) -> Session | None:
        return SEALED_SESSIONS.first(_SESSION, self._tx, {"session_id": session_id})

    def latest_for_browser(self, browser_key: str, seen_after: datetime) -> Session | None:
        """The newest conversation of a browser that has not ended and was heard of after a time."""
        statement = SEALED_SESSIONS.select().where(
            SESSIONS.c.browser_key_hash == browser_key_hash(browser_key),
            SESSIONS.c.ended_at.is_(None),
            _seen_at > seen_after,
        )
        newest = statement.order_by(SESSIONS.c.sequence.desc()).limit(1)
        return SEALED_SESSIONS.first(newest, self._tx)

    def newest_spoken_in(self, limit: int) -> tuple[Session, ...]:
        """Conversations in which something was said that is still kept, the newest first.

        Args:
            limit: How many at most.
        """
        said = select(TURNS.c.session_id).where(TURNS.c.session_id == SESSIONS.c.session_id).exists()
        newest = SEALED_SESSIONS.select().where(said).order_by(SESSIONS.c.sequence.desc()).limit(limit)
        return SEALED_SESSIONS.all(newest, self._tx)

    def end(self, session_id: str, at: datetime) -> None:
        """Mark a conversation as ended; one that has ended keeps its first time."""
        is_open = (SESSIONS.c.session_id == session_id, SESSIONS.c.ended_at.is_(None))
        self._tx.execute(update(SESSIONS).where(*is_open).values(ended_at=at))

    def seen(self, session_id: str, at: datetime) -> None:
        """Note that whoever acts in a conversation was heard of."""
        self._tx.execute(_SEEN, {"which": session_id, "at": at})

    def remembered_of_patient(self, patient_id: str) -> tuple[str, ...]:
        """The ids of a patient's conversations that are not forgotten, oldest first."""
        whose = SESSIONS.c.patient_ref == self._tx.patient_ref(patient_id)
        found = select(SESSIONS.c.session_id).where(whose, _is_remembered)
        return tuple(self._tx.scalars(found.order_by(SESSIONS.c.sequence)))

    def remembered_unused_since(self, at: datetime, after: int, limit: int) -> Sequence[tuple[int, str]]:
        """Conversations that are not forgotten and that nobody has used since a time, oldest first.

        Args:
            after: The sequence of the one before the first.
            limit: How many at most.

        Returns:
            The sequence and the id of each.
        """
        unused = (SESSIONS.c.sequence > after, _is_remembered, _seen_at < at)
        found = select(SESSIONS.c.sequence, SESSIONS.c.session_id).where(*unused)
        return [(row[0], row[1]) for row in self._tx.execute(found.order_by(SESSIONS.c.sequence).limit(limit))]

    def remove_turns(self, session_id: str) -> int:
        """Remove what was said in a conversation.

        Returns:
            How many turns there were.
        """
        return self._tx.execute(delete(TURNS).where(TURNS.c.session_id == session_id)).rowcount

    def note_forgotten(self, session_id: str, at: datetime) -> None:
        """Mark a conversation of which nothing is remembered any more."""
        self._tx.execute(update(SESSIONS).where(SESSIONS.c.session_id == session_id).values(forgotten_at=at))

    def add_turn(self, turn: Turn) -> Turn:
        """Keep a turn as the next of its conversation and return it with its number."""
        numbered = replace(turn, number=self.last_turn(turn.session_id) + 1)
        self._tx.execute(_ADD[TURNS], SEALED_TURNS.row(numbered, self._tx))
        return numbered

    def turns(self, session_id: str) -> tuple[Turn, ...]:
        """A conversation's turns, oldest first."""
        statement = SEALED_TURNS.select().where(TURNS.c.session_id == session_id)
        return SEALED_TURNS.all(statement.order_by(TURNS.c.number), self._tx)

    def last_turn(self, session_id: str) -> int:
        """The number of a conversation's last turn, 0 where there is none."""
        return self._tx.execute(_LAST_NUMBER, {"session_id": session_id}).scalar() or 0

    def has_turn(self, session_id: str, number: int) -> bool:
        """Whether a conversation has a turn of this number."""
        found = select(TURNS.c.number).where(TURNS.c.session_id == session_id, TURNS.c.number == number)
        return self._tx.scalar(found) is not None

    def turn_of_message(self, session_id: str, message_id: str) -> Turn | None:
        """The turn that answered a message, if one did."""
        statement = SEALED_TURNS.select().where(TURNS.c.session_id == session_id, TURNS.c.message_id == message_id)
        return SEALED_TURNS.first(statement, self._tx)


def browser_key_hash(browser_key: str) -> str:
    """SHA-256 of a browser's key: the key opens the conversation, so the database does not hold it."""
    return hashlib.sha256(browser_key.encode()).hexdigest()
