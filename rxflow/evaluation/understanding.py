"""Compares what was read in a message with its labels: the intent, and each medicine."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rxflow.dialogue.medications import Mention, MentionKind
from rxflow.evaluation.reading import Reading
from rxflow.evaluation.utterance import Label, MedicineLabel, Utterance


class Resolution(StrEnum):
    """What came of one labelled medicine, best first.

    RIGHT: its prescription was picked, or it was said not to be on the profile. ASKED: a choice or confirmation that
    holds it. MISSED: nothing was found, so the assistant asks which medicine. ASTRAY: something else was asked about or
    said not to be on the profile. WRONG: another prescription was picked without asking, the worst error.
    """

    RIGHT = "right"
    ASKED = "asked"
    MISSED = "missed"
    ASTRAY = "astray"
    WRONG = "wrong"


GOOD = frozenset({Resolution.RIGHT, Resolution.ASKED})


@dataclass(frozen=True, slots=True)
class MedicineScore:
    """The resolution of each labelled medicine, in order, and of the mentions that no label asked for.

    `fits` tells of each mention whether it met a label; `needless` counts the prescriptions picked without asking in
    addition to all that is labelled.
    """

    resolutions: tuple[Resolution, ...]
    fits: tuple[bool, ...]
    needless: int


@dataclass(frozen=True, slots=True)
class Score:
    """One utterance with what was read in it and what that is worth."""

    utterance: Utterance
    reading: Reading
    medicines: MedicineScore

    @property
    def intent_is_right(self) -> bool:
        return self.reading.label in self.utterance.intent

    @property
    def has_wrong_pick(self) -> bool:
        """Whether a medicine was silently mistaken: for one that is labelled, or beside those in a request."""
        return Resolution.WRONG in self.medicines.resolutions or (
            self.medicines.needless > 0 and self.reading.label is Label.REFILL
        )

    @property
    def passed(self) -> bool:
        return self.intent_is_right and not self.medicines.needless and GOOD.issuperset(self.medicines.resolutions)


def score(utterance: Utterance, reading: Reading) -> Score:
    """Judge what was read in an utterance by its labels."""
    return Score(utterance, reading, score_medicines(utterance.medicines, reading.mentions))


def score_medicines(labels: Sequence[MedicineLabel], mentions: Sequence[Mention]) -> MedicineScore:
    """Judge the mentions found in a message by the medicines that it is about.

    A mention that meets a label is held against no other; one that meets none explains one label that nothing met.
    """
    judged = [[_resolution(label, mention) for mention in mentions] for label in labels]
    fits = tuple(any(row[place] in GOOD for row in judged) for place in range(len(mentions)))
    astray = [mention for mention, fit in zip(mentions, fits, strict=True) if not fit]
    # The gravest explains first, so that no silent pick is lost behind a harmless reading.
    astray.sort(key=lambda mention: asks(mention) or not mention.rx_numbers)
    resolutions = []
    for row in judged:
        if met := [each for each in Resolution if each in GOOD and each in row]:
            resolutions.append(met[0])
        else:
            resolutions.append(_astray(astray.pop(0)) if astray else Resolution.MISSED)
    return MedicineScore(tuple(resolutions), fits, sum(_astray(left) is Resolution.WRONG for left in astray))


def asks(mention: Mention) -> bool:
    """Whether the patient is asked before a prescription is picked, or told that the strength is another one."""
    several = len(mention.rx_numbers) > 1
    return several or mention.kind is MentionKind.SIMILAR or mention.strength_asked is not None


def _resolution(label: MedicineLabel, mention: Mention) -> Resolution:
    if label.drug is not None:
        if (mention.drug or "").lower() != label.drug:
            return _astray(mention)
        if not mention.rx_numbers:
            return Resolution.RIGHT
        return Resolution.ASKED if asks(mention) else Resolution.WRONG
    if not set(label.rx_numbers) <= set(mention.rx_numbers):
        return _astray(mention)
    if label.must_ask:
        return Resolution.ASKED if asks(mention) else Resolution.WRONG
    return Resolution.RIGHT if mention.rx_numbers == label.rx_numbers and _picks(mention) else Resolution.ASKED


def _picks(mention: Mention) -> bool:
    return len(mention.rx_numbers) == 1 and mention.kind is MentionKind.PRESCRIPTION


def _astray(mention: Mention) -> Resolution:
    """What a mention is worth that meets no label."""
    return Resolution.WRONG if mention.rx_numbers and not asks(mention) else Resolution.ASTRAY
