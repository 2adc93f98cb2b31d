"""A medicine that a patient's words mention, and how it relates to their prescriptions."""

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """How a mention relates to the patient's profile."""

    PRESCRIPTION = "prescription"
    SIMILAR = "similar"
    NOT_ON_PROFILE = "not_on_profile"


@dataclass(frozen=True, slots=True)
class Mention:
    """One medicine named in a message.

    `rx_numbers` are the prescriptions that fit: one is a pick, several are a choice. `kind` SIMILAR means that the
    name heard is not on the profile but looks like these. `drug` is the drug record's name where one is known,
    `exact` the prescriptions of that drug without its look-alikes, and `strength_asked` a strength that was said and is
    not that of the prescription. `confidence` (0 to 1) is how often such a mention has been right: a pick the
    one that was meant, a question about it, or a name that the patient does not take.
    """

    words: str
    kind: MentionKind
    rx_numbers: tuple[str, ...] = ()
    drug: str | None = None
    exact: tuple[str, ...] = ()
    strength_asked: str | None = None
    confidence: float = 1.0
