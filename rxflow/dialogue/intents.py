"""What a patient wants, read from their words."""

import re

from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.dialogue.intent_patterns import GREETING, INTENT_ROWS, REFILL, THANKS, Intent
from rxflow.dialogue.text import plain

__all__ = ["Intent", "pharmacy_slot", "read_intent"]

_AGREEMENTS = {
    Agreement.YES: Intent.YES,
    Agreement.MILD: Intent.MILD_YES,
    Agreement.NO: Intent.NO,
    Agreement.UNSURE: Intent.UNSURE,
}


def read_intent(text: str) -> Intent:
    """The intent of one message.

    Args:
        text: The patient's whole message.
    """
    spoken = plain(text).strip().lstrip("\u00bf\u00a1 ")
    agreement = read_agreement(text)
    if agreement is Agreement.YES:
        return Intent.YES
    for intent, pattern in INTENT_ROWS:
        if pattern.search(spoken):
            return intent
    if GREETING.search(spoken):
        return Intent.GREETING
    if THANKS.search(spoken):
        return Intent.THANKS
    if agreement in _AGREEMENTS:
        return _AGREEMENTS[agreement]
    if REFILL.search(spoken):
        return Intent.REFILL
    return Intent.UNKNOWN


_PHARMACY_SLOT = re.compile(r"\b(?:at|from|en)\s+((?:the |la |el |my )?[^,.;?!]{3,80})", re.IGNORECASE)


def pharmacy_slot(text: str) -> str | None:
    """The words that may name a pharmacy in a request, such as `H-E-B on 51st` in `refill it at H-E-B on 51st`."""
    found = _PHARMACY_SLOT.findall(text)
    return found[-1].strip() if found else None
