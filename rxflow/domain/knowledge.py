"""What the pharmacy may tell about medicines: short passages, each with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class InformationTopic(StrEnum):
    """What a passage is about, and what a question asks for."""

    PURPOSE = "purpose"
    HOW_TO_TAKE = "how_to_take"
    MISSED_DOSE = "missed_dose"
    SIDE_EFFECTS = "side_effects"
    WHEN_TO_CALL = "when_to_call"
    STORAGE = "storage"
    FOOD_AND_ALCOHOL = "food_and_alcohol"
    DRIVING = "driving"
    PREGNANCY = "pregnancy"


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing that may be told of some medicines.

    Attributes:
        passage_id: Its name, for tests, measurements and the reader of the data.
        topic: What it is about.
        text: The words by language; English always.
        source: Where it comes from, as patients are told.
        found_in: The file of the project that has the fact or names the source.
        confidence: `V` seen in a public source, `K` general knowledge believed firm; others are not told.
    """

    passage_id: str
    topic: InformationTopic
    text: Mapping[str, str]
    source: Mapping[str, str]
    found_in: str
    confidence: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that fits a question, and how well.

    Attributes:
        passage: The passage.
        confidence: What part of the question it speaks of, from 0 to 1.
    """

    passage: Passage
    confidence: float
