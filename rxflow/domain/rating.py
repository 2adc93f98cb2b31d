"""What a patient says of a reply: helpful or not, and why not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_COMMENT_CHARS = 500


class RatingReason(StrEnum):
    """Why a reply was not helpful. None of them opens a case: a patient who needs a person asks for one."""

    WRONG = "WRONG"
    UNCLEAR = "UNCLEAR"
    TOO_LONG = "TOO_LONG"
    NOT_WHAT_I_ASKED = "NOT_WHAT_I_ASKED"
    UNSAFE = "UNSAFE"


@dataclass(frozen=True, slots=True)
class Rating:
    """What a patient said of the reply of one turn; said again, it takes the place of what was said before.

    Attributes:
        session_id: The conversation.
        number: The turn.
        is_helpful: Thumbs up or down.
        rated_at: When, as an aware time.
        reason: Why not, where they told.
        comment: Their own words, where they gave some.
    """

    session_id: str
    number: int
    is_helpful: bool
    rated_at: datetime
    reason: RatingReason | None = None
    comment: str | None = None
