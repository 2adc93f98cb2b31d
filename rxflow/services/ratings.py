"""What patients say of replies."""

from collections.abc import Callable
from datetime import UTC, datetime

from rxflow.domain.audit import PATIENT, AuditAction, AuditEvent, Detail
from rxflow.domain.errors import InvalidRatingError, SessionNotFoundError
from rxflow.domain.rating import MOST_COMMENT_CHARS, Rating, RatingReason
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.rating_repository import RatingRepository
from rxflow.persistence.session_repository import SessionRepository

NO_REASON = "none"


class RatingService:
    """Keeps ratings.

    Args:
        now: The present as an aware time.
        rated: Told of each rating by its verdict, `helpful` or `not_helpful`, and its reason, or `none`.
    """

    def __init__(self, *, store: Store, now: Callable[[], datetime], rated: Callable[[str, str], object]) -> None:
        self._store = store
        self._now = now
        self._rated = rated

    def rate(
        self,
        session_id: str,
        number: int,
        *,
        is_helpful: bool,
        reason: RatingReason | None = None,
        comment: str | None = None,
    ) -> Rating:
        """Keep what a patient says of a reply, in place of what they said of it before.

        It opens nothing by itself, whatever the reason.

        Args:
            session_id: The conversation.
            number: The turn.
            is_helpful: Thumbs up or down.
            reason: Why it was not helpful.
            comment: The patient's own words.

        Raises:
            InvalidRatingError: There is no such turn, a helpful reply has a reason, or the comment is too long.
            SessionNotFoundError: There is no conversation of this id.
            StoreUnavailableError: It could not be kept.
        """
        said = (comment or "").strip() or None
        if is_helpful and reason is not None:
            raise InvalidRatingError("A reason tells why a reply was not helpful. Leave it out for one that was.")
        if said is not None and len(said) > MOST_COMMENT_CHARS:
            raise InvalidRatingError(f"A comment has at most {MOST_COMMENT_CHARS} characters. Please shorten it.")
        rating = Rating(session_id, number, is_helpful, self._now().astimezone(UTC), reason, said)
        with self._store.write(session_id) as tx:
            sessions = SessionRepository(tx)
            session = sessions.get(session_id)
            if session is None:
                raise SessionNotFoundError("This conversation does not exist. Please start a new one.")
            if not sessions.has_turn(session_id, number):
                raise InvalidRatingError("This reply is not kept, so nothing can be said of it.")
            RatingRepository(tx).put(rating)
            AuditRepository(tx).append([_rated(rating, session.patient_id)])
        self._rated("helpful" if is_helpful else "not_helpful", reason or NO_REASON)
        return rating

    def of_turn(self, session_id: str, number: int) -> Rating | None:
        """What was said of the reply of a turn, if anything.

        Raises:
            StoreUnavailableError: It cannot be read.
        """
        with self._store.read() as tx:
            return RatingRepository(tx).of_turn(session_id, number)

    def of_session(self, session_id: str) -> tuple[Rating, ...]:
        """What was said of the replies of a conversation, oldest first.

        Raises:
            StoreUnavailableError: It cannot be read.
        """
        with self._store.read() as tx:
            return RatingRepository(tx).of_session(session_id)


def _rated(rating: Rating, patient_id: str) -> AuditEvent:
    """The event of a rating: its codes, never its comment."""
    detail: dict[str, Detail] = {"turn": rating.number, "success": rating.is_helpful}
    if rating.reason is not None:
        detail["reason"] = rating.reason.value
    return AuditEvent(rating.rated_at, PATIENT, AuditAction.TURN_RATED, patient_id, rating.session_id, detail=detail)
