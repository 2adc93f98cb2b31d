"""Conversations: whose they are, what was said in them, and how a browser finds its own again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rxflow.domain.acting import ActingAs
from rxflow.domain.audit import ASSISTANT, PATIENT, AuditAction, AuditEvent, as_code
from rxflow.domain.errors import SessionNotFoundError
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import Session, SessionRepository, Turn

__all__ = ["Session", "SessionService", "Turn"]

DEFAULT_TIMEOUT = timedelta(minutes=30)


class SessionService:
    """Starts, finds, records and ends conversations.

    Args:
        now: The present as an aware time.
        new_session_id: Makes an id that cannot be guessed.
        timeout: After how long without a turn a conversation is over.
    """

    def __init__(
        self,
        *,
        store: Store,
        now: Callable[[], datetime],
        new_session_id: Callable[[], str],
        timeout: timedelta = DEFAULT_TIMEOUT,
    ) -> None:
        self._timeout = timeout
        self._store = store
        self._now = now
        self._new_session_id = new_session_id

    def start(
        self,
        patient_id: str,
        conversation_type: str = "refill",
        browser_key: str | None = None,
        acting_as: ActingAs = ActingAs.PATIENT,
    ) -> Session:
        """Start a conversation of a verified patient.

        Args:
            browser_key: A secret of the patient's browser, by which `latest_for_browser` finds the conversation.
            acting_as: Who speaks in it.

        Raises:
            StoreUnavailableError: The conversation could not be kept.
        """
        at = self._now().astimezone(UTC)
        session = Session(self._new_session_id(), patient_id, conversation_type, at, acting_as=acting_as)
        with self._store.write() as tx:
            SessionRepository(tx).add(session, browser_key)
            AuditRepository(tx).append([_started(session)])
        return session

    def get(self, session_id: str) -> Session:
        """A conversation, ended or not.

        Raises:
            SessionNotFoundError: There is none with this id.
            StoreUnavailableError: The conversations cannot be read.
        """
        with self._store.read() as tx:
            return _found(SessionRepository(tx).get(session_id))

    def is_timed_out(self, session: Session) -> bool:
        """Whether a conversation was left alone for so long that it is over; one that ended before stays as it was.

        Source: 45 CFR 164.312(a)(2)(iii) (automatic logoff after a predetermined time of inactivity).
        """
        return (session.ended_at or self._now()) - session.seen_at >= self._timeout

    def record_turn(self, session_id: str, turn: Turn, events: Sequence[AuditEvent] = ()) -> Turn:
        """Keep a turn as the next of a conversation, whatever number it came with.

        Args:
            events: What the turn did, for the audit trail: kept with the turn or not at all.

        Returns:
            The turn with its number.

        Raises:
            SessionNotFoundError: There is no conversation with this id, or it was forgotten.
            StoreUnavailableError: The turn could not be kept.
        """
        with self._store.write(session_id) as tx:
            sessions = SessionRepository(tx)
            if _found(sessions.get(session_id)).forgotten_at is not None:
                raise SessionNotFoundError("This conversation was deleted. Please start a new one.")
            sessions.seen(session_id, self._now().astimezone(UTC))
            kept = sessions.add_turn(replace(turn, session_id=session_id))
            AuditRepository(tx).append(events)
        return kept

    def turn_of_message(self, session_id: str, message_id: str) -> Turn | None:
        """The turn that answered a message, if one was kept.

        Raises:
            StoreUnavailableError: The turns cannot be read.
        """
        with self._store.read() as tx:
            return SessionRepository(tx).turn_of_message(session_id, message_id)

    def last_turn(self, session_id: str) -> int:
        """The number of a conversation's last turn, 0 where it has none; nothing is decrypted for it.

        Raises:
            StoreUnavailableError: The turns cannot be read.
        """
        with self._store.read() as tx:
            return SessionRepository(tx).last_turn(session_id)

    def turns(self, session_id: str) -> tuple[Turn, ...]:
        """A conversation's turns, oldest first.

        Raises:
            SessionNotFoundError: There is no conversation with this id.
            StoreUnavailableError: The turns cannot be read.
        """
        with self._store.read() as tx:
            sessions = SessionRepository(tx)
            _found(sessions.get(session_id))
            return sessions.turns(session_id)

    def recent(self, limit: int) -> tuple[Session, ...]:
        """Conversations in which something was said, whosever they are, the newest first; none that was forgotten.

        Raises:
            StoreUnavailableError: The conversations cannot be read.
        """
        with self._store.read() as tx:
            return SessionRepository(tx).newest_spoken_in(limit)

    def latest_for_browser(self, browser_key: str) -> Session | None:
        """The newest conversation of a browser that has neither ended nor timed out, or None."""
        with self._store.read() as tx:
            return SessionRepository(tx).latest_for_browser(browser_key, self._now().astimezone(UTC) - self._timeout)

    def end(self, session_id: str, reason: str | None = None) -> None:
        """End a conversation; ending it again changes nothing.

        Args:
            reason: Why the assistant ends it; None where the patient does.

        Raises:
            SessionNotFoundError: There is no conversation with this id.
            StoreUnavailableError: The end could not be kept.
        """
        with self._store.write(session_id) as tx:
            sessions = SessionRepository(tx)
            session = _found(sessions.get(session_id))
            if session.ended_at is not None:
                return
            ended_at = self._now().astimezone(UTC)
            sessions.end(session_id, ended_at)
            ended = AuditEvent(
                ended_at,
                ASSISTANT if reason else PATIENT,
                AuditAction.SESSION_ENDED,
                session.patient_id,
                session_id,
                detail={"reason": as_code(reason)} if reason else {},
            )
            AuditRepository(tx).append([ended])


def _started(session: Session) -> AuditEvent:
    return AuditEvent(
        session.created_at,
        PATIENT,
        AuditAction.SESSION_STARTED,
        session.patient_id,
        session.session_id,
        detail={"conversation_type": as_code(session.conversation_type)},
    )


def _found(session: Session | None) -> Session:
    if session is None:
        raise SessionNotFoundError("This conversation does not exist. Please start a new one.")
    return session
