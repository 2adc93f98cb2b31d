"""Which intent decides among the phrases of a message."""

from dataclasses import dataclass
from functools import cache

from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.dialogue.expression import Expression
from rxflow.dialogue.intents import answers, people, places, questions, requests, unsupported
from rxflow.dialogue.intents.intent import Evidence, Intent, Topic
from rxflow.dialogue.intents.phrases import kept_phrases
from rxflow.dialogue.intents.rows import Row, RowIndex
from rxflow.dialogue.intents.spelling import spelled
from rxflow.dialogue.spoken import spoken

ROWS: tuple[Row, ...] = (
    people.IDENTITY,
    people.OTHER_PATIENT,
    people.FOR_CHILD,
    people.SPEAK_TO_PERSON,
    people.GOODBYE,
    requests.KEEP,
    requests.START_OVER,
    *unsupported.UNSUPPORTED,
    answers.CONDITION,
    questions.INTERACTIONS,
    questions.ADVICE,
    requests.CANCEL,
    requests.BACK,
    requests.STOP,
    questions.ADHERENCE,
    requests.EARLY,
    places.AUTHORIZATION,
    questions.NEXT_DATE,
    requests.TRACK,
    questions.ALLERGIES,
    questions.NOTED,
    questions.PURPOSE,
    questions.REFILLS_LEFT,
    questions.MY_MEDICINES,
    questions.BRAND_GENERIC,
    places.COVERAGE,
    places.PRICE,
    places.STOCK,
    places.WAIT,
    places.HOURS,
    places.FEATURE,
    places.OTHER_PHARMACY,
    requests.REFILL_ALL,
    people.HELP,
    people.GREETING,
    answers.HESITATION,
    requests.REFILL_PHRASE,
    people.THAT_IS_ALL,
    people.THANKS,
    answers.POINTING,
    requests.REFILL_WORD,
    people.HELLO_FIRST,
    answers.UNNAMED_MEDICINE,
)
"""In order of precedence: the first that is met decides."""


@cache
def index() -> RowIndex:
    """The phrases of all rows, once they are needed."""
    return RowIndex(ROWS, kept_phrases())


_WEAK = frozenset({Evidence.WORD, Evidence.POINTING})
_AGREEMENTS = {
    Agreement.MILD: Intent.MILD_YES,
    Agreement.NO: Intent.NO,
}
_OPEN_HEDGE = Expression(r"\b(?:but|if|pero|if|wait|later|luego|espera|espere|probably)\b")
"""Doubts that may as well join two halves of a request."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An intent, what it was read from, and the others whose phrases were met too."""

    intent: Intent
    evidence: Evidence
    others: tuple[Intent, ...] = ()
    topic: Topic | None = None


def read_intent(text: str) -> Intent:
    """The intent of one message by its words alone, without knowing the names of medicines and pharmacies.

    Args:
        text: The patient's whole message.
    """
    return read_phrases(text, spoken(text)).intent


def read_phrases(text: str, said: str) -> Reading:
    """The intent that a message's phrases tell.

    Args:
        text: The patient's whole message.
        said: The same as `spoken` gives it.
    """
    agreement = read_agreement(text)
    if agreement is Agreement.YES:
        return Reading(Intent.YES, Evidence.ANSWER)
    reading = _by_rows(said)
    if reading.evidence in {Evidence.PHRASE, Evidence.MIXED} and reading.intent is not Intent.REFILL:
        return reading
    if agreement in {Agreement.MILD, Agreement.NO}:
        return Reading(_AGREEMENTS[agreement], Evidence.ANSWER, (reading.intent,))
    if reading.evidence is not Evidence.PHRASE and (corrected := spelled(said)) != said:
        again = _by_rows(corrected)
        if again.evidence in {Evidence.PHRASE, Evidence.MIXED}:
            return Reading(again.intent, Evidence.SPELLING, again.others, again.topic)
    if agreement is Agreement.UNSURE and not _joins(reading, said):
        return Reading(Intent.UNSURE, Evidence.ANSWER, (reading.intent,))
    return reading


def _joins(reading: Reading, said: str) -> bool:
    """Whether the doubt heard only stands beside what is asked: `I ran out of it but I need it`, `the second I guess`."""
    if reading.intent is Intent.CHOOSE:
        return True
    return reading.intent is Intent.REFILL and bool(_OPEN_HEDGE.search(said)) and len(said.split()) > 4


def _by_rows(said: str) -> Reading:
    met = list(index().met(said))
    if not met:
        return Reading(Intent.UNKNOWN, Evidence.NONE)
    first = met[0]
    others = tuple(dict.fromkeys(each.intent for each in met[1:] if each.evidence not in _WEAK))
    strong = {each for each in others if each is not first.intent and each is not Intent.REFILL}
    mixed = strong and first.evidence is Evidence.PHRASE
    return Reading(first.intent, Evidence.MIXED if mixed else first.evidence, others, first.topic)


_PHARMACY_SLOT = Expression(r"(?i)\b(?:at|from|en)\s+((?:the |la |el |my )?[^,.;?!]{3,80})")


def pharmacy_slots(text: str) -> list[str]:
    """The words that may name pharmacies in a request, such as `H-E-B on 51st` in `refill it at H-E-B on 51st`."""
    return [found.strip() for found in _PHARMACY_SLOT.findall(text)]


def pharmacy_slot(text: str) -> str | None:
    """The last words of a request that may name a pharmacy, or None."""
    return next(reversed(pharmacy_slots(text)), None)
