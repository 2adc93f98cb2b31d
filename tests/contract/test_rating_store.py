"""What any store must do with what patients say of replies."""

from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from rxflow.assistant import Assistant
from rxflow.domain.errors import InvalidRatingError, SessionNotFoundError
from rxflow.domain.rating import MOST_COMMENT_CHARS, RatingReason
from rxflow.persistence.rating_tables import TURN_RATINGS
from rxflow.security.keys import format_keys, new_keys
from tests.conftest import MakeAssistant
from tests.support.clock import FrozenClock
from tests.support.conversation import Conversation


@pytest.fixture
def assistant(make_assistant: MakeAssistant, store_url: str, tmp_path: Path) -> Assistant:
    keys = SecretStr(format_keys(new_keys()))
    return make_assistant(database_url=store_url, keys=keys, audit_head_file=tmp_path / "head")


@pytest.fixture
def chat(assistant: Assistant) -> Conversation:
    chat = Conversation(assistant, "patient_001")
    chat.say("refill my lisinopril", "yes")
    return chat


def counted(assistant: Assistant, verdict: str, reason: str) -> float:
    return float(assistant.metrics.ratings.labels(verdict, reason)._value.get())


def test_a_rating_comes_back_as_it_was_given(chat: Conversation, clock: FrozenClock) -> None:
    ratings = chat.assistant.services.ratings
    given = ratings.rate(
        chat.session_id, 2, is_helpful=False, reason=RatingReason.UNCLEAR, comment="  Which pharmacy?  "
    )

    assert (given.comment, given.rated_at) == ("Which pharmacy?", clock())
    assert ratings.of_turn(chat.session_id, 2) == given
    assert ratings.of_turn(chat.session_id, 1) is None


def test_a_turn_has_one_rating_which_may_be_changed(chat: Conversation) -> None:
    ratings = chat.assistant.services.ratings
    ratings.rate(chat.session_id, 2, is_helpful=False, reason=RatingReason.WRONG, comment="no")
    second = ratings.rate(chat.session_id, 2, is_helpful=True)
    first = ratings.rate(chat.session_id, 1, is_helpful=True, comment=" ")

    assert ratings.of_session(chat.session_id) == (first, second)
    assert (second.reason, first.comment) == (None, None)


def test_a_comment_is_sealed_and_the_trail_has_codes_only(chat: Conversation) -> None:
    assistant = chat.assistant
    comment = "My parrot Zanzibar disagrees"
    assistant.services.ratings.rate(chat.session_id, 1, is_helpful=False, reason=RatingReason.UNSAFE, comment=comment)

    with assistant._store.read() as tx:
        (row,) = tx.execute(select(TURN_RATINGS)).all()
    assert "Zanzibar" not in repr(row)
    (entry,) = [each for each in assistant.services.audit.for_patient("patient_001") if each.action == "turn.rated"]
    assert (entry.actor, dict(entry.detail)) == ("patient", {"turn": 1, "success": False, "reason": "UNSAFE"})


def test_what_is_called_unsafe_is_counted_and_opens_nothing(chat: Conversation) -> None:
    assistant = chat.assistant
    assistant.services.ratings.rate(chat.session_id, 1, is_helpful=False, reason=RatingReason.UNSAFE)
    assistant.services.ratings.rate(chat.session_id, 1, is_helpful=True)

    assert counted(assistant, "not_helpful", "UNSAFE") == counted(assistant, "helpful", "none") == 1
    assert assistant.services.cases.for_patient("patient_001") == ()


def test_only_a_kept_reply_can_be_rated_and_only_so(chat: Conversation) -> None:
    ratings = chat.assistant.services.ratings
    with pytest.raises(InvalidRatingError, match="not kept"):
        ratings.rate(chat.session_id, 3, is_helpful=True)
    with pytest.raises(InvalidRatingError, match="reason"):
        ratings.rate(chat.session_id, 1, is_helpful=True, reason=RatingReason.WRONG)
    with pytest.raises(InvalidRatingError, match="shorten"):
        ratings.rate(chat.session_id, 1, is_helpful=False, comment="x" * (MOST_COMMENT_CHARS + 1))
    with pytest.raises(SessionNotFoundError):
        ratings.rate("no-such-conversation", 1, is_helpful=True)
    assert ratings.of_session(chat.session_id) == ()


def test_ratings_are_forgotten_with_their_conversation(chat: Conversation) -> None:
    assistant = chat.assistant
    assistant.services.ratings.rate(chat.session_id, 1, is_helpful=True)
    assistant.run(assistant.retention.forget_patient("patient_001", "operator:ana"))

    assert assistant.services.ratings.of_session(chat.session_id) == ()
    assert chat.assistant.services.audit.verify().broken is None


def test_the_number_of_the_last_turn_is_told_without_reading_any(chat: Conversation) -> None:
    sessions = chat.assistant.services.sessions

    assert sessions.last_turn(chat.session_id) == 2
    assert sessions.last_turn("no-such-conversation") == 0
