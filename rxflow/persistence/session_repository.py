"""Conversations and their turns, read and written through one connection of the store."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from rxflow.persistence.records import row_of, select_fields
from rxflow.persistence.tables import SESSIONS, TURNS


@dataclass(frozen=True, slots=True)
class Session:
    """One conversation of one patient. `ended_at` is None while it goes on."""

    session_id: str
    patient_id: str
    conversation_type: str
    created_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What the patient said and what was answered.

    `number` counts from 1 and is given when the turn is recorded; 0 is a turn not recorded yet. `detail` holds JSON
    values: the findings, tools, order, escalation, suggestions and quote that the page shows with the reply.
    """

    session_id: str
    number: int
    said_at: datetime
    patient_text: str
    reply: str
    state: str
    detail: Mapping[str, Any] = field(default_factory=dict)


class SessionRepository:
    """The tables of conversations within one read or write of the store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, session: Session, browser_key: str | None) -> None:
        row = row_of(session) | {"browser_key_hash": browser_key and browser_key_hash(browser_key)}
        self._connection.execute(insert(SESSIONS), row)

    def get(self, session_id: str) -> Session | None:
        statement = select_fields(SESSIONS, Session).where(SESSIONS.c.session_id == session_id)
        row = self._connection.execute(statement).first()
        return Session(*row) if row else None

    def latest_for_browser(self, browser_key: str) -> Session | None:
        """The newest conversation of a browser that has not ended."""
        statement = select_fields(SESSIONS, Session).where(
            SESSIONS.c.browser_key_hash == browser_key_hash(browser_key), SESSIONS.c.ended_at.is_(None)
        )
        row = self._connection.execute(statement.order_by(SESSIONS.c.sequence.desc()).limit(1)).first()
        return Session(*row) if row else None

    def end(self, session_id: str, at: datetime) -> None:
        """Mark a conversation as ended; one that has ended keeps its first time."""
        is_open = (SESSIONS.c.session_id == session_id, SESSIONS.c.ended_at.is_(None))
        self._connection.execute(update(SESSIONS).where(*is_open).values(ended_at=at))

    def add_turn(self, turn: Turn) -> Turn:
        """Keep a turn as the next of its conversation and return it with its number."""
        last = select(func.max(TURNS.c.number)).where(TURNS.c.session_id == turn.session_id)
        numbered = replace(turn, number=(self._connection.scalar(last) or 0) + 1)
        self._connection.execute(insert(TURNS), row_of(numbered))
        return numbered

    def turns(self, session_id: str) -> tuple[Turn, ...]:
        """A conversation's turns, oldest first."""
        statement = select_fields(TURNS, Turn).where(TURNS.c.session_id == session_id)
        return tuple(Turn(*row) for row in self._connection.execute(statement.order_by(TURNS.c.number)))


def browser_key_hash(browser_key: str) -> str:
    """SHA-256 of a browser's key: the key opens the conversation, so the database does not hold it."""
    return hashlib.sha256(browser_key.encode()).hexdigest()
