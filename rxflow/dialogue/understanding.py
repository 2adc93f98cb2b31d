"""One reading of a message: what is wanted, how sure that is, and whether a medicine or a pharmacy is named."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.intents import (
    CONFIDENCE,
    Evidence,
    Intent,
    Reading,
    Topic,
    asks_about_medicine,
    read_phrases,
)
from rxflow.dialogue.medications import MedicationResolver, Named
from rxflow.dialogue.pharmacy_words import PharmacyWish, read_ordinal, read_wishes
from rxflow.dialogue.spoken import spoken
from rxflow.dialogue.text import clipped, plain

_LONGEST_LIST = 8
_NOT_ASCII = Expression(r"[^\x00-\x7f]")
_LATEST = 16
_WEAK = frozenset({Evidence.NONE, Evidence.WORD, Evidence.POINTING})
_ASKS = Expression(r"^(?:what|who|whose|how|why|que|quien|como|por que)\b")
_COMPLAINS = Expression(
    r"\b(?:i (?:am|have|feel|got|had|hate)|(?:is|are|was) (?:bad|killing|acting|terrible)|in pain|hurts?|hurting|aches?|tengo|siento|estoy|duele|"
    r"mucho|mucha)\b"
)
"""What a medicine is for is no request by itself: `I am in pain` asks for nothing yet."""
_BESIDE_NAMES = frozenset({Intent.NO, Intent.UNSURE, Intent.MILD_YES, Intent.CHOOSE, Intent.THANKS, Intent.GREETING})


@dataclass(frozen=True, slots=True)
class Understanding:
    """What one message says.

    `intent` is what decides, `evidence` the kind of words it was read from, and `others` the intents whose phrases were
    met too. `names_drug` is a medicine named outright; `names_medicine` also one named by what it is for.
    `names_pharmacy` is a pharmacy by name or place, `wishes` what is asked of one, and `points` whether the message is
    a place in a list. `drugs` are the drug records named, and `topic` is what an unsupported request is about.
    """

    text: str
    intent: Intent
    evidence: Evidence
    others: tuple[Intent, ...]
    names_drug: bool
    names_medicine: bool
    names_pharmacy: bool
    wishes: tuple[PharmacyWish, ...]
    points: bool
    drugs: tuple[str, ...] = ()
    topic: Topic | None = None

    @property
    def confidence(self) -> float:
        """How often such a reading is right, from 0 to 1."""
        return CONFIDENCE[self.evidence]

    @property
    def means_pharmacy(self) -> bool:
        """Whether a pharmacy is named, described or pointed at."""
        return bool(self.wishes) or self.names_pharmacy or self.points


class MessageReader:
    """Reads messages; knows the names of medicines and of pharmacies.

    Args:
        resolver: Tells whether words name a medicine.
        names_pharmacy: Tells whether words name a pharmacy.
    """

    def __init__(self, resolver: MedicationResolver, names_pharmacy: Callable[[str], bool]) -> None:
        self._resolver = resolver
        self._names_pharmacy = names_pharmacy
        # A turn asks for the same message several times: the tool to call, its arguments, and the words of the reply.
        self.read = lru_cache(_LATEST)(self._read)

    def _read(self, text: str) -> Understanding:
        """Understand one message.

        Args:
            text: The patient's whole message.
        """
        part = clipped(text)
        said = spoken(part)
        reading = read_phrases(part, said)
        # Made plain once: what reads names does so itself, and for other letters than ASCII that is slow.
        flat = _NOT_ASCII.sub(" ", plain(part))
        named = self._resolver.named(flat)
        names_pharmacy, wishes = self._names_pharmacy(flat), read_wishes(flat)
        points = read_ordinal(flat, _LONGEST_LIST) is not None
        means_pharmacy = names_pharmacy or bool(wishes)
        intent, evidence = _with_names(reading, said, named, means_pharmacy, points)
        return Understanding(
            text=text,
            intent=intent,
            evidence=evidence,
            others=reading.others,
            names_drug=named.outright,
            names_medicine=named.by_any_means,
            names_pharmacy=names_pharmacy,
            wishes=wishes,
            points=points,
            drugs=tuple(drug.name for drug in named.drugs),
            topic=reading.topic,
        )


def _with_names(
    reading: Reading, said: str, named: Named, means_pharmacy: bool, points: bool
) -> tuple[Intent, Evidence]:
    """The intent once names are known: a bare name asks for that medicine or chooses that pharmacy."""
    if reading.intent in _BESIDE_NAMES and named.outright:
        # `not the famotidine, the other one`: what is named comes before the words around it.
        return Intent.REFILL, Evidence.NAME
    doubts = reading.intent is Intent.UNSURE and reading.evidence is Evidence.ANSWER
    if doubts and means_pharmacy and not _ASKS.match(said):
        return Intent.CHOOSE_PHARMACY, Evidence.NAME
    if reading.evidence not in _WEAK:
        return reading.intent, reading.evidence
    if named.outright and reading.intent is Intent.UNKNOWN and asks_about_medicine(said):
        return Intent.ADVICE, Evidence.WORD
    if named.outright:
        return Intent.REFILL, Evidence.NAME
    if points:
        return Intent.CHOOSE, Evidence.POINTING
    if means_pharmacy and not named.by_any_means and not _ASKS.match(said):
        return Intent.CHOOSE_PHARMACY, Evidence.NAME
    if named.by_any_means and reading.intent is not Intent.REFILL and not _COMPLAINS.search(said):
        return Intent.REFILL, Evidence.NAME
    return reading.intent, reading.evidence
