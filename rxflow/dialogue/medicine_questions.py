"""Questions about medicines: what they ask for, and whether they ask for advice, which only a person gives.

What is asked of a medicine in general may be answered from a source; what is asked about oneself, a dose, or another
thing taken beside it may not (DOMAIN.md §6.4).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.spoken import spoken
from rxflow.dialogue.text import clipped
from rxflow.domain.knowledge import InformationTopic

_DRINKS = r"(?:alcohol|beer|wine|liquor|grapefruit|caffeine|coffee|milk|dairy|cerveza|vino|toronja|cafe|leche|licor)"
_FELT = (
    r"(?:sleepy|drowsy|dizzy|tired|gain|sick|nauseous|nausea|drowsiness|cough|weight|diarrhea|headaches?|constipat\w+)"
)
_TOPICS: Mapping[InformationTopic, Expression] = {
    InformationTopic.MISSED_DOSE: Expression(
        r"\b(?:if|when) (?:i|you|someone|people|one) (?:\w+ )?(?:miss|skip|forget|forgot|missed)"
        r"(?: (?:to take|taking|(?:\w+ ){0,3}(?:doses?|pills?|tablets?|shots?|days?|it|one))\b|[?. ]*$)"
        r"|\bmissed dos(?:e|es)\b|\bmissing a dose\b|\bforget(?:ting)? (?:to take|a dose|one)\b"
        r"|\bsi (?:uno )?(?:se )?(?:me |le )?(?:olvid\w+|salt\w+) (?:\w+ ){0,2}(?:dosis|tomar\w*|pastilla|dia)\b"
        r"|\bdosis olvidadas?\b|\bolvidar una dosis\b"
    ),
    InformationTopic.STORAGE: Expression(
        r"\bhow (?:do|should|to|must) (?:i |you |we |one )?(?:\w+ )?(?:store|keep)\b|\b(?:be|is|are|being|it) "
        r"(?:stored|refrigerated)\b|\bwhere (?:do|should) (?:i|you|we) (?:store|keep)\b|\bstorage\b"
        r"|\b(?:fridge|refrigerat\w+|room temperature)\b"
        r"|\b(?:como|donde) (?:se |lo |la |debo |tengo que |hay que )*(?:guard|almacen|conserv)\w+"
        r"|\b(?:nevera|refriger\w+|temperatura ambiente|almacenamiento)\b"
    ),
    InformationTopic.DRIVING: Expression(
        r"\b(?:affects?|while|sleepy|before|after|about|on|warns?|with) (?:\w+ ){0,3}driving\b"
        r"|\baffects? .{0,30}\bdrive\b"
        r"|\b(?:for|about|and) driving\b|\bdriving (?:on|while|with|after|and)\b"
        r"|\b(?:operat|us)\w+ (?:heavy )?machine\w*"
        r"|\b(?:afecta|sobre|para|al|antes de|mientras) (?:\w+ )?(?:manejar|conducir)\b|\b(?:manejar|conducir) con\b"
    ),
    InformationTopic.PREGNANCY: Expression(
        r"\b(?:pregnan\w+|breast ?feed\w*|nursing)\b(?! (?:vitamins?|pills?|test|supplements?))"
        r"|(?<!vitaminas del )(?<!vitaminas de )(?<!para el )\b(?:embaraz\w+|amamant\w+|lactan\w+|dar (?:el )?pecho)\b"
    ),
    InformationTopic.WHEN_TO_CALL: Expression(
        r"\bwhen (?:should|do|to|must) (?:i |you |we |one )?(?:\w+ )?(?:call|worry|see|get help|contact)\b"
        r"|\b(?:warning|danger) signs?\b|\bserious (?:side effects?|reactions?|problems?|symptoms?)\b"
        r"|\b(?:watch|look) (?:out )?for\b|\bwhat (?:symptoms|signs)\b"
        r"|\bcuando (?:debo |hay que |tengo que |se debe )?(?:llam|preocup|ir al)\w*|\bsenales de\b"
        r"|\b(?:efectos|reacciones|sintomas) graves?\b|\bestar (?:atent|pendiente)\w*"
    ),
    InformationTopic.SIDE_EFFECTS: Expression(
        r"\bside ?effects?\b|\badverse (?:effects?|reactions?)\b"
        rf"|\b(?:does|do|will|could) (?:\w+ ){{1,5}}(?:causes?|makes? (?:you|people)) (?:\w+ ){{0,3}}(?:{_FELT})\b"
        rf"|\b(?:does|do|will) (?:\w+ ){{1,4}}cause\b"
        r"|\befectos? (?:secundarios?|adversos?)\b|\b(?:da|dan|causan?|provocan?|producen?) (?:mucho |mucha )?"
        r"(?:sueno|mareos?|tos|nauseas?|diarrea|vomito|estrenimiento|dolor\w*)\b"
    ),
    InformationTopic.FOOD_AND_ALCOHOL: Expression(
        rf"\b(?:with|and|drink\w*|mix\w*|avoid|about|affects?|con|y|beber|tomar|evit\w+|sobre|afecta) "
        rf"(?:\w+ ){{0,2}}{_DRINKS}\b"
        rf"|\b{_DRINKS} (?:\w+ ){{0,2}}(?:with|and|while|affect\w*|interact\w*|con|mientras|afecta)\b"
        r"|\b(?:foods?|drinks?) (?:\w+ ){0,3}(?:avoid|interact\w*)\b|\bavoid (?:\w+ ){0,2}(?:foods?|eating)\b"
        r"|\balimentos? (?:\w+ ){0,3}evit\w+|\bevitar (?:\w+ ){0,2}(?:alimentos|comidas)\b"
    ),
    InformationTopic.HOW_TO_TAKE: Expression(
        r"\bhow (?:do|should|to|must|does|is|am) (?:i |you |one |it |people )?(?:\w+ ){0,3}"
        r"(?:take|taken|use|used|inject|injected|inhale)\b"
        r"|\bwhen (?:should|do|is the best time) (?:i |you |one |people |to )?(?:\w+ )?(?:take|use)\b"
        r"|\b(?:take|taken|it|used?) (?:\w+ ){0,3}(?:with|without) (?:food|meals?)\b|\bempty stomach\b"
        r"|\bbest time (?:of (?:the )?day )?to (?:take|use)\b|\btaken? (?:\w+ ){0,3}(?:morning|evening|night|bedtime)\b"
        r"|\bcomo (?:se |me |lo |la |debo |tengo que |hay que )*(?:tom|us|inyect|inhal)\w+"
        r"|\b(?:con|sin) (?:comida|alimentos)\b|\ben ayunas\b|\ba que hora (?:se |lo |la "
        r"|me |debo )*(?:tom|us|inyect)\w+"
    ),
    InformationTopic.PURPOSE: Expression(
        r"\bwhat (?:is|are|does|do) (?:\w+ ){1,5}(?:for|do|treat)\b(?! (?:sale|pick))|\bused (?:for|to treat)\b"
        r"|\bpara que (?:es|son|sirven?|se usa|se toma)\b"
    ),
}

_ASKED_OF_THE_LABEL = Expression(
    r"\bhow should (?:i|you|we|it) (?:\w+ ){0,2}(?:take|use|inject|store|keep|be (?:taken|stored|used|kept))\b"
    r"|\b(?:how|when|where) (?:do|must) (?:i|you|we) (?:\w+ ){0,2}(?:take|use|inject"
    r"|store|keep|call|worry|see|contact)\b"
    r"|\bwhere should (?:i|you|we) (?:\w+ )?(?:store|keep)\b"
    r"|\bwhen should (?:i|you|we) (?:\w+ )?(?:call|worry|see|take|use|contact)\b"
    r"|\bwhat should i (?:do if i (?:miss|forget|skip)|avoid|watch|look|know)\b|\bshould i (?:watch|look|avoid)\b"
    r"|\b(?:como|cuando|donde) (?:lo |la )?debo (?:tom|us|inyect|guard|llam|conserv)\w+"
    r"|\bque debo (?:hacer si (?:se me |me )?(?:olvid|salt)|evitar|saber)\w*"
)
"""Questions in the form of advice that the label answers."""

_SEEKS_ADVICE = Expression(
    r"\b(?:can|could|should|may|must|shall|ought|do) (?:i|we|my \w+|he|she)\b"
    r"(?! (?:have to |need to |\w+ )?(?:take|use|store|keep|inject|call) ?(?:it|this)?[?. ]*$)"
    r"|\b(?:is|are|was|would) (?:it|this|that|they|these|there|\w+(?: \w+)?) (?:\w+ )?(?:safe|ok|okay|alright|"
    r"all right|dangerous|bad|harmful|fine|normal|enough|better|worth|good)\b|\bsafe (?:to|for|with)\b"
    r"|\b(?:double|doubling|twice|extra|half|stop|stopping|quit|crush\w*|split\w*|cut\w*|chew|increase|reduce|lower|"
    r"raise|switch\w*|change|instead of|replace|combin\w+|mix\w*|together|wean\w*|taper\w*|overdose|"
    r"too (?:much|many)|max(?:imum)?|recommend|advise|dosage|high(?:er)?|alternative\w*)\b"
    r"|\bhow (?:much|many)\b|\bwhich (?:one )?is\b"
    r"|\b(?:i feel|i am feeling|i have been|i have|i had|i took|i started|since i|i am (?!supposed)\w+|makes? me|"
    r"making me|made me|causing my|my (?:stomach|head|chest|legs?|face|baby|kidneys?|liver|heart|dad|mom|mother|father|"
    r"son|daughter|child|kids?|wife|husband|dog|cat|doctor|blood|skin|throat|friend))\b"
    r"|\b(?:yay|yea) or nay\b"
    r"|\b(?:child|children|kids?|toddler|dogs?|cats?|years? old)\b|\bnino|\bnina|\bperr[oa]\b|\bgat[oa]\b"
    r"|\b(?:puedo|podria|podemos|debo|deberia|deberiamos|conviene|recomiend\w+|aconsej\w+)\b"
    r"|\b(?:es|seria|esta|sera) (?:\w+ )?(?:segur[oa]|mal[oa]|peligros[oa]|normal|bien|mejor|buen[oa])\b"
    r"|\b(?:doble|dejar de|dejo de|dejarl\w+|suspend\w+|partir\w*|tritur\w+|mezcl\w+|en vez de|en lugar de|"
    r"junto con|media|aument\w+|bajar|subir|cambi\w+|combin\w+|me siento|me duele|me da|tengo|tom[eo] (?:dos|tres)|"
    r"mi (?:bebe|hij[oa]|mama|papa|esposa|esposo|estomago|corazon|rinon\w*))\b"
    r"|\bcuant[oa]s?\b|\bhace dano\b|\bdemasiad[oa]s?\b"
)

_ON_THE_LABEL = frozenset({InformationTopic.PURPOSE, InformationTopic.HOW_TO_TAKE})
_BESIDE_THE_LABEL = tuple(pattern for topic, pattern in _TOPICS.items() if topic not in _ON_THE_LABEL)
_SENTENCE = Expression(r"[^.!;?\n]+\??")
_QUESTION = Expression(
    r" ?(?:(?:and|so|but|ok|okay|hey|hi|hello|also|please|y|oye|hola|tell me|can you tell me|i want to know|digame|"
    r"quiero saber),? )*"
    r"(?:what|how|does|do|is|are|when|where|which|will|for|side effects?|missed dose|about|tell me|que|como|cuando|"
    r"cual\w*|donde|para que|efectos|si se me|si me)\b"
)


@dataclass(frozen=True, slots=True)
class MedicineQuestion:
    """What a question about a medicine asks for.

    Attributes:
        topics: What it asks for, the plainest first; empty where only advice is sought.
        seeks_advice: Whether it asks what somebody should do, take or fear: never answered from a source.
    """

    topics: tuple[InformationTopic, ...]
    seeks_advice: bool


def read_medicine_question(text: str) -> MedicineQuestion:
    """Read what a message asks of a medicine.

    Args:
        text: The patient's words.
    """
    said = spoken(clipped(text))
    topics = tuple(topic for topic, pattern in _TOPICS.items() if pattern.search(said))
    return MedicineQuestion(topics, _advice_in(said))


def asks_for_information(text: str) -> bool:
    """Whether a message asks for something that a source may answer, other than what the patient's own label tells.

    What a medicine is for and how it is taken is on that label, which every type of conversation can tell.

    Args:
        text: The patient's words.
    """
    said = spoken(clipped(text))
    if not any(pattern.search(said) for pattern in _BESIDE_THE_LABEL) or _advice_in(said):
        return False
    # Whatever else is told in the same breath: `zero pens in the fridge`.
    return any(
        any(pattern.search(part) for pattern in _BESIDE_THE_LABEL)
        for part in _SENTENCE.findall(said)
        if part.endswith("?") or _QUESTION.match(part)
    )


def _advice_in(said: str) -> bool:
    return bool(_SEEKS_ADVICE.search(_ASKED_OF_THE_LABEL.sub(" ", said)))
