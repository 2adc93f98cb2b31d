"""Whether words agree, refuse or hesitate.

Agreement is read strictly: every word must belong to agreeing speech, so that a hedge, a condition, a question, a
quotation or anything unforeseen is never taken for a yes.
"""

import re
from enum import StrEnum

from rxflow.dialogue.text import plain, words_of


class Agreement(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    OTHER = "other"


_YES_CORE = frozenset(
    "yes yeah yep yup ya yea ok okay okey sure correct right confirm confirmed confirming agree agreed absolutely "
    "definitely certainly perfect great good fine exactly affirmative proceed si claro correcto correcta confirmo "
    "confirmado acuerdo vale dale bueno perfecto exacto adelante hagalo".split()
)
_YES_PHRASES = (
    "place the order", "place my order", "place it", "place order", "order it", "send it", "submit it", "submit the order",
    "submit my order", "go ahead", "do it", "go for it", "haga el pedido", "hacer el pedido", "haz el pedido",
    "mande el pedido", "envie el pedido", "let's do it", "lets do it",
)  # fmt: skip
_YES_FILLER = frozenset(
    "please thanks thank you that that's thats it it's its is the this one order now and i i'd i'm like would love "
    "to want with for me sounds looks all just go ahead place submit send do let's lets my so very much sir ma'am "
    "por favor gracias eso esa ese es el la lo de estoy quiero pedido muy bien esta todo haga hacer mande envie "
    "ese asi con me parece refill".split()
)
_NO_START = re.compile(
    r"^(?:no|nope|nah|negative|don'?t|do not|cancel|stop|never ?mind|forget it|nunca|ya no|mejor no|olvid\w+|cancel\w*)\b"
)
_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|not sure|unsure|i guess|i suppose|don'?t know|dunno|not yet|later|wait|hold on|let me think|"
    r"thinking|hmm+|probably|if|unless|but|depends|quizas?|tal vez|no se|no estoy segur[oa]|depende|espera|despues|"
    r"todavia no|pero|luego)\b"
)


def read_agreement(text: str) -> Agreement:
    """Read a message as an answer to a yes-or-no question."""
    flat = plain(text).strip()
    if not flat or "?" in flat or "\u00bf" in text or any(mark in text for mark in '"\u201c\u201d\u00ab\u00bb'):
        return Agreement.OTHER
    if _UNSURE.search(flat):
        return Agreement.UNSURE
    if _NO_START.match(flat):
        return Agreement.NO
    words = words_of(flat)
    spoken = " ".join(words)
    has_core = bool(_YES_CORE.intersection(words)) or any(phrase in spoken for phrase in _YES_PHRASES)
    if has_core and all(word in _YES_CORE or word in _YES_FILLER for word in words):
        return Agreement.YES
    return Agreement.OTHER
