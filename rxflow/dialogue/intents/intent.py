"""What patients want of a pharmacy assistant, and what kind of words tell it."""

from collections.abc import Mapping
from enum import StrEnum


class Intent(StrEnum):
    IDENTITY = "identity"
    PERSON = "person"
    OTHER_PATIENT = "other_patient"
    FOR_CHILD = "for_child"
    ADVICE = "advice"
    CANCEL = "cancel"
    KEEP = "keep"
    STOP = "stop"
    START_OVER = "start_over"
    BACK = "back"
    TRACK = "track"
    EARLY = "early"
    INTERACTIONS = "interactions"
    ALLERGIES = "allergies"
    ADHERENCE = "adherence"
    PURPOSE = "purpose"
    REFILLS_LEFT = "refills_left"
    NEXT_DATE = "next_date"
    MY_MEDICINES = "my_medicines"
    BRAND_GENERIC = "brand_generic"
    AUTHORIZATION = "authorization"
    COVERAGE = "coverage"
    PRICE = "price"
    STOCK = "stock"
    WAIT = "wait"
    HOURS = "hours"
    PHARMACY_FEATURE = "pharmacy_feature"
    OTHER_PHARMACY = "other_pharmacy"
    CHOOSE_PHARMACY = "choose_pharmacy"
    CHOOSE = "choose"
    UNSUPPORTED = "unsupported"
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"
    GOODBYE = "goodbye"
    YES = "yes"
    MILD_YES = "mild_yes"
    NO = "no"
    UNSURE = "unsure"
    REFILL = "refill"
    REFILL_ALL = "refill_all"
    UNKNOWN = "unknown"


class Topic(StrEnum):
    """What an unsupported request is about: each is helped by someone else."""

    TRANSFER = "transfer"
    NEW_PRESCRIPTION = "new_prescription"
    DETAILS = "details"
    VACCINE = "vaccine"
    BILL = "bill"
    REMINDER = "reminder"


class Evidence(StrEnum):
    """The kind of words that an intent was read from."""

    ANSWER = "answer"
    """The whole message agrees, refuses or hesitates."""
    PHRASE = "phrase"
    """A phrase that is said for this intent."""
    MIXED = "mixed"
    """Such a phrase, beside one that is said for another intent."""
    NAME = "name"
    """A medicine or a pharmacy is named, and nothing else is asked."""
    POINTING = "pointing"
    """A place in a list."""
    SPELLING = "spelling"
    """A phrase after a misspelled word was read as the one it is nearest to."""
    WORD = "word"
    """A word that most often goes with it."""
    NONE = "none"


CONFIDENCE: Mapping[Evidence, float] = {
    Evidence.ANSWER: 0.90,
    Evidence.PHRASE: 0.95,
    Evidence.MIXED: 0.90,
    Evidence.NAME: 0.95,
    Evidence.POINTING: 0.93,
    Evidence.SPELLING: 0.90,
    Evidence.WORD: 0.85,
    Evidence.NONE: 0.50,
}
"""How often a reading of each kind is right, from 0 to 1: as measured on labelled messages, less a little."""
