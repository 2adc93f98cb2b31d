"""Consent: the patient's own next words, or the button, agree to the quote that was shown (decided in code)."""

from datetime import datetime

from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.domain.order import Consent
from rxflow.workflow.workflow_types import ConversationContext


def read_consent(
    context: ConversationContext, words: str, button_quote_id: str | None, now: datetime
) -> Consent | None:
    """The consent that this turn gives to the quote in hand, or None.

    Consent counts only for a quote that was shown with the last reply: it cannot be given in advance, and a yes to
    something else is none. Words count when every one of them agrees (see `read_agreement`); a button counts for its
    own quote only.

    Args:
        context: The case in hand.
        words: The patient's whole message, never a model's account of it.
        button_quote_id: The quote whose button was pressed, or None.
        now: The time of this turn.
    """
    quote_id, shown = context.quote_id, context.quote_turn
    if quote_id is None or shown != context.turn - 1:
        return None
    if button_quote_id is not None:
        if button_quote_id != quote_id:
            return None
        return Consent(quote_id, context.session_id, now, "button")
    if read_agreement(words) is Agreement.YES:
        return Consent(quote_id, context.session_id, now, "words")
    return None
