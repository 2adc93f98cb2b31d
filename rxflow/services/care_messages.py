"""What people of the pharmacy tell a patient in their conversation."""

from collections.abc import Callable
from datetime import UTC, datetime

from rxflow.domain.care_message import CareMessage, CareMessageKind
from rxflow.domain.case_decision import DecisionReason
from rxflow.domain.errors import InvalidMessageError, SessionNotFoundError
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.care_message_repository import CareMessageRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.session_repository import SessionRepository
from rxflow.services.audited_acts import care_message_sent

MOST_CHARS = 2000


class CareMessageService:
    """Keeps and lists the messages of the care team.

    Args:
        store: Where they are kept.
        now: The present as an aware time.
    """

    def __init__(self, *, store: Store, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    def add(
        self,
        session_id: str,
        actor: str,
        actor_name: str,
        kind: CareMessageKind,
        text: str,
        *,
        case_id: str | None = None,
        order_id: str | None = None,
        reason: DecisionReason | None = None,
    ) -> CareMessage:
        """Write a message into a patient's conversation.

        Args:
            actor: Who is behind it, a user or a program.
            actor_name: How the patient reads of them.
            text: What they read.
            case_id: The case that it is about.
            order_id: The order that it is about.
            reason: Why it was decided so.

        Raises:
            InvalidMessageError: There is no text, or too much.
            SessionNotFoundError: There is no such conversation, or it was forgotten.
            StoreUnavailableError: The message could not be kept.
        """
        message = CareMessage(
            session_id,
            0,
            self._now().astimezone(UTC),
            actor,
            actor_name,
            kind,
            checked_text(text),
            case_id,
            order_id,
            reason,
        )
        with self._store.write(session_id) as tx:
            session = SessionRepository(tx).get(session_id)
            if session is None or session.forgotten_at is not None:
                raise SessionNotFoundError("This conversation does not exist any more. Call the patient instead.")
            kept = CareMessageRepository(tx).add(message)
            AuditRepository(tx).append([care_message_sent(kept, session.patient_id)])
        return kept

    def for_session(self, session_id: str, after: int = 0) -> tuple[CareMessage, ...]:
        """A conversation's messages, oldest first.

        Args:
            after: Leave out those up to this number.

        Raises:
            StoreUnavailableError: The messages cannot be read.
        """
        with self._store.read() as tx:
            return CareMessageRepository(tx).of_session(session_id, after)

    def latest_number(self, session_id: str) -> int:
        """The number of a conversation's newest message, 0 where there is none: cheap enough to ask again and again."""
        with self._store.read() as tx:
            return CareMessageRepository(tx).latest_number(session_id)


def checked_text(text: str) -> str:
    """A message without the blanks around it.

    Raises:
        InvalidMessageError: There is no text, or too much, or it holds what cannot be stored.
    """
    written = text.strip()
    if not written or len(written) > MOST_CHARS or "\x00" in written:
        raise InvalidMessageError(f"Write a message of 1 to {MOST_CHARS} characters. Nothing was sent.")
    return written
