"""What a patient wants, read from their words."""

from rxflow.dialogue.intents.intent import CONFIDENCE, Evidence, Intent, Topic
from rxflow.dialogue.intents.questions import asks_about_medicine
from rxflow.dialogue.intents.reader import Reading, pharmacy_slot, pharmacy_slots, read_intent, read_phrases

__all__ = [
    "CONFIDENCE",
    "Evidence",
    "Intent",
    "Reading",
    "Topic",
    "asks_about_medicine",
    "pharmacy_slot",
    "pharmacy_slots",
    "read_intent",
    "read_phrases",
]
