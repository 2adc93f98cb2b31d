"""Consent: the patient's own next words, or the button, agree to the quote that was shown (decided in code)."""

from collections.abc import Collection
from datetime import datetime

from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.domain.order import Consent, ConsentMeans
from rxflow.workflow.workflow_types import ConversationContext


def read_consent(
    context: ConversationContext, words: str, button_quote_ids: Collection[str] | None, now: datetime
) -> tuple[Consent, ...]:
    """The consent that this turn gives to the quotes in hand, one for each; none where the patient did not agree.

    Consent counts only for quotes that were shown with the last reply, all of them together: it cannot be given in
    advance, and a yes to something else is none. Words count when every one of them agrees (see `read_agreement`); a
    button counts for its own quotes only.

    Args:
        context: The case in hand.
        words: The patient's whole message, never a model's account of it.
        button_quote_ids: The quotes whose button was pressed, or None.
        now: The time of this turn.
    """
    quote_ids = context.quote_ids
    if not quote_ids or context.quote_turn != context.turn - 1:
        return ()
    if button_quote_ids is not None:
        agreed = set(button_quote_ids) == set(quote_ids)
    else:
        agreed = read_agreement(words) is Agreement.YES
    if not agreed:
        return ()
    means: ConsentMeans = "words" if button_quote_ids is None else "button"
    return tuple(Consent(quote_id, context.session_id, now, means) for quote_id in quote_ids)
