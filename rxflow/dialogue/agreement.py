"""Whether words agree, refuse or hesitate.

Agreement is read strictly: the whole message must be made of agreeing phrases, so that a hedge, a condition, a question
without its mark, a quotation or anything unforeseen is never taken for a yes.
"""

import re
from enum import StrEnum

from rxflow.dialogue.text import plain


class Agreement(StrEnum):
    YES = "yes"
    MILD = "mild"
    NO = "no"
    UNSURE = "unsure"
    OTHER = "other"


_AGREEING = (
    r"yes|yeah|yep|yup|yea|sure(?: thing)?|ok|okay|okey|absolutely|definitely|certainly|of course|al?l ?right",
    r"correct|affirmative|confirmed|agreed|confirm|proceed",
    r"(?:that|it|this|everything|all)(?:'s| is)? (?:sounds?|looks?|seems?) (?:good|great|fine|right|correct|perfect)(?: to me)?",
    r"(?:sounds|looks) (?:good|great|fine|right|correct|perfect)(?: to me)?",
    r"(?:that|it|this)(?:'s| is) (?:right|correct|good|great|perfect|the one|the right one)",
    r"(?:that|this) works|works for me|i (?:agree|confirm|approve)|i'?m sure",
    r"go ahead|go for it|do it|please do|let'?s do (?:it|that)",
    r"(?:go ahead and )?(?:place|submit|send|confirm) (?:it|order|the order|my order|this order|that order)",
    r"order it|fill it|refill it",
    r"i(?: want| would like|'?d like) to (?:place|submit|confirm) (?:it|the order|my order|this order)",
    r"si|claro(?: que si)?|correct[oa]|de acuerdo|vale|dale|adelante|por supuesto",
    r"asi es|ese es|esa es|esta es|este es|eso es|confirm(?:o|ado)(?: el pedido)?",
    r"hagalo|hazlo|mandelo|envielo|(?:haga|haz|mande|envie|confirme) (?:el|mi|este) pedido",
    r"quiero (?:hacer|confirmar) (?:el|mi|este) pedido|estoy de acuerdo|me parece bien",
)
# Praise and pointing go with a yes, and are none alone: they may be about the answer to another question.
_MILD = r"th(?:is|at) one|(?:that|it|this)(?:'s| is) (?:fine|ok|okay)|(?:esta|todo) bien|perfect|great|good|fine|right|exactly|cool|nice|perfecto|exacto|bueno|muy bien|genial"
_POLITE = r"please|thanks|thank you(?: so much| very much)?|thx|for me|por favor|(?:muchas )?gracias"
# `si es correcto` without a comma is a condition; after one, or alone, it agrees.
_AFTER_PAUSE = r"es (?:correct[oa]|es[ae]|est[ae])"
_PHRASE = f"(?:{'|'.join(_AGREEING)})"
_SHORT = frozenset({"y", "ye"})
_ANY = f"(?:{_PHRASE}|{_POLITE}|{_MILD})"
_SEGMENT = re.compile(rf"(?:{_AFTER_PAUSE}|{_ANY}(?: {_ANY})*)")
_ONLY_POLITE = re.compile(rf"(?:{_POLITE}|{_MILD})(?: (?:{_POLITE}|{_MILD}))*")
_HAS_MILD = re.compile(rf"\b(?:{_MILD})\b")
_PAUSE = re.compile(r"[,.;:!\n]+|\s+-+\s+| and | y (?=haga|haz|confirm)")
# Nobody agrees at greater length; the phrases overlap, so that a long text made of them would take forever.
_LONGEST = 120
_QUOTED = re.compile(r"[\"\u201c\u201d\u00ab\u00bb]|(?:^|\s)['\u2018]|['\u2019](?:\s|$|[.,;!])")
_NO = re.compile(
    r"^(?:no(?! problem| worries)|nope|nah|negative|wrong|incorrect[oa]?|not (?:that|this|now|right|correct|really)|"
    r"(?:that|this|it)(?: is|'s) (?:wrong|incorrect|not)|(?:that|this|it) isn'?t|i (?:don'?t|do not) (?:want|agree)|para nada|"
    r"de ninguna manera|don'?t|do not|cancel\w*|stop|never ?mind|forget it|nunca|ya no|mejor no|olvid\w+)\b|"
    r"^(?:absolutely|definitely|certainly|of course|please|claro que|por favor|por supuesto que) (?:not|no|don'?t)\b"
)
_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|not sure|unsure|i guess|i suppose|don'?t know|dunno|not yet|later|wait|hold on|let me think|"
    r"thinking|hmm+|probably|if|unless|but|depends|quizas?|tal vez|no se|no estoy segur[oa]|depende|espera|despues|"
    r"todavia no|aun no|pero|luego|espere|i think so|creo que si|supongo|a lo mejor)\b"
)


# Doubt that is spelt like a yes, marks that strike a yes through, and the Greek question mark.
_MOCKING = re.compile(r"\byeah,? right\b|\bright,? sure\b|\bsure,? right\b|\byeah(?:,? yeah){2,}\b|^claro,? claro$")
_TRICKS = re.compile("[\u0335-\u0338\u037e]")
# Without its accent `si` is `if`, unless what follows can only go with a yes.
_IF = re.compile(
    r"^si (?!por favor|gracias|muchas gracias|claro|si\b|ok\b|vale|dale|adelante|haga|hagalo|hazlo|confirmo|quiero|"
    r"de acuerdo|por supuesto|perfecto)"
)


def read_agreement(text: str) -> Agreement:
    """Read a message as an answer to a yes-or-no question.

    Args:
        text: The patient's whole message.
    """
    flat = " ".join(plain(text).split(" ")).strip()
    if not flat or len(flat) > _LONGEST or "?" in flat or "\u00bf" in text or _QUOTED.search(text):
        return Agreement.OTHER
    if (
        _MOCKING.search(flat)
        or _TRICKS.search(text)
        or (_IF.match(flat) and not text.strip().lower().startswith("s\u00ed"))
    ):
        return Agreement.OTHER
    if flat in _SHORT:
        return Agreement.YES
    if _UNSURE.search(flat):
        return Agreement.UNSURE
    if _NO.match(flat):
        return Agreement.NO
    segments = [segment.strip() for segment in _PAUSE.split(flat) if segment.strip()]
    agrees = all(_SEGMENT.fullmatch(segment) for segment in segments)
    if agrees and any(not _ONLY_POLITE.fullmatch(segment) for segment in segments):
        return Agreement.YES
    if agrees and _HAS_MILD.search(flat):
        return Agreement.MILD
    return Agreement.OTHER
