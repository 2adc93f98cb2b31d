"""Thumbs up or down under the latest reply, and why."""

import streamlit as st

from rxflow.domain.rating import MOST_COMMENT_CHARS, Rating, RatingReason
from rxflow.ui.chat_wording import RatingWording
from rxflow.ui.visitor import PatientVisit

THUMBS_UP = 1


def show_rating(visit: PatientVisit, number: int) -> None:
    """Ask what the patient thinks of the reply of a turn, and keep what they say; it may be changed.

    Args:
        visit: The patient, and the conversation.
        number: The turn, which is kept.
    """
    words, session_id = visit.words(RatingWording), visit.session.session_id
    kept = visit.assistant.services.ratings.of_turn(session_id, number)
    with st.container(key="rating", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", key="rating-asked", gap="xsmall"):
            st.caption(words.rate, width="content")
            thumb = st.feedback("thumbs", key=f"thumbs-{number}", default=int(kept.is_helpful) if kept else None)
        if thumb is None:
            return
        is_helpful = thumb == THUMBS_UP
        reason, comment = (None, None) if is_helpful else _why_not(words, number, kept)
        if kept is None or (kept.is_helpful, kept.reason, kept.comment) != (is_helpful, reason, comment):
            ratings = visit.assistant.services.ratings
            ratings.rate(session_id, number, is_helpful=is_helpful, reason=reason, comment=comment)
        if reason is RatingReason.UNSAFE:
            st.caption(f":material/warning: {words.rate_unsafe_hint}")
        elif is_helpful or reason is not None:
            st.caption(words.rate_thanks)


def _why_not(words: RatingWording, number: int, kept: Rating | None) -> tuple[RatingReason | None, str | None]:
    """The reason that was chosen, and the patient's own words."""
    names = {reason: str(getattr(words, f"rate_{reason.lower()}")) for reason in RatingReason}
    reason = st.pills(
        words.rate_why,
        list(RatingReason),
        format_func=names.__getitem__,
        default=kept.reason if kept else None,
        key=f"rating-reason-{number}",
    )
    if reason is None:
        return None, None
    comment = st.text_input(
        words.rate_comment,
        value=(kept.comment if kept else None) or "",
        max_chars=MOST_COMMENT_CHARS,
        key=f"rating-comment-{number}",
    )
    return reason, (comment or "").strip() or None
