"""What patients say for each intent, in English and Spanish, without accents and in lower case.

The rows are in order of precedence: the first whose pattern is found decides.
"""

import re
from enum import StrEnum


class Intent(StrEnum):
    IDENTITY = "identity"
    PERSON = "person"
    OTHER_PATIENT = "other_patient"
    FOR_CHILD = "for_child"
    ADVICE = "advice"
    CANCEL = "cancel"
    STOP = "stop"
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
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"
    YES = "yes"
    MILD_YES = "mild_yes"
    GOODBYE = "goodbye"
    NO = "no"
    UNSURE = "unsure"
    REFILL = "refill"
    UNKNOWN = "unknown"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_QUESTION_START = r"^(?:which|what|where|who|does|do|is|are|can|has|any|cual|que|donde|hay|tiene)\b"

INTENT_ROWS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.IDENTITY,
        _any(
            r"\bare you (?:\w+ ){0,3}(?:human|person|people|bot|chatbot|robot|ai|a\.i\.|computer|machine|real|pharmacist|doctor|nurse)\b",
            r"\b(?:am i|is this|i'?m) (?:\w+ ){0,2}(?:talking|speaking|chatting) (?:to|with) (?:\w+ ){0,3}(?:human|person|bot|robot|ai|computer|machine)\b",
            r"\bis this (?:\w+ ){0,2}(?:bot|chatbot|robot|ai|computer|machine)\b",
            r"\b(?:who|what) (?:are you|am i (?:talking|speaking|chatting) (?:to|with))\b",
            r"\b(?:eres|es usted|es esto|estoy hablando con) (?:\w+ ){0,3}(?:persona|human[oa]|robot|bot|maquina|computadora|ia|real|farmaceutic[oa]|medic[oa]|doctora?)\b",
            r"\b(?:quien|que) (?:eres|es usted)\b",
            r"\bcon quien (?:hablo|estoy hablando)\b",
        ),
    ),
    (
        Intent.OTHER_PATIENT,
        _any(
            r"\bwhat(?:'s| is| does| are)? (?!do\b|am\b|should\b|can\b|i\b|he\b|she\b|it\b|my\b|the\b|that\b|this\b)[a-z]+(?: [a-z]+)? (?:taking|takes?)\b",
            r"\bpatient_?\d+\b",
            r"\bmy (?:wife|husband|mother|mom|father|dad|brother|sister|friend|neighbou?r|boss|partner|aunt|uncle)'s\b",
            r"\bmy (?:wife|husband|mother|mom|father|dad|brother|sister|friend|neighbou?r|partner|aunt|uncle)\b.{0,40}\b(?:needs|is out of|ran out)\b",
            r"\b(?:another|other|different|someone else'?s?|my (?:neighbou?r|friend|wife|husband|sister|brother|boss)'?s?) (?:patient|person|profile|prescriptions?|medications?|medicines?|meds)\b",
            r"\b(?:otro|otra) (?:paciente|persona)\b",
            r"\bfor my (?:wife|husband|mother|mom|father|dad|brother|sister|friend|neighbou?r|boss|partner|aunt|uncle|grandm\w+|grandf\w+|grandpa)\b",
            r"\bpara mi (?:espos[ao]|madre|mama|padre|papa|herman[ao]|amig[ao]|vecin[ao])\b",
        ),
    ),
    (
        Intent.FOR_CHILD,
        _any(
            r"\bfor my (?:son|daughter|child|kid|baby|little (?:boy|girl))\b",
            r"\bpara mi (?:hij[ao]|bebe|nin[ao])\b",
        ),
    ),
    (
        Intent.PERSON,
        _any(
            r"\b(?:speak|talk|chat|connect|transfer|hablar|comuni(?:car|que)\w*)\b.{0,30}\b(?:pharmacist|person|human|someone|somebody|agent|representative|real|farmaceutic[oa]|persona|alguien)\b",
            r"\b(?:pharmacist|human|real person|representative|farmaceutic[oa]) (?:please|por favor|now)\b",
            r"\b(?:ask|get|call) (?:a|the) pharmacist\b",
            r"\bcall me\b",
            r"^operator\b",
            r"\b(?:una persona|alguien real)\b",
            r"^(?:a |the |un |una )?(?:pharmacist|human|real person|person|agent|representative|farmaceutic[oa])[.!]?$",
            r"\b(?:need|want|get me|quiero|necesito) (?:a |the |to see a |un |una )?(?:pharmacist|human|real person|person|farmaceutic[oa])\b",
        ),
    ),
    (
        Intent.GOODBYE,
        _any(r"^(?:good ?bye|bye(?: bye)?|see you|adios|hasta luego)[.! ]*$"),
    ),
    (
        Intent.ADVICE,
        _any(
            r"\b(?:can|should|may|could) i (?:take|stop|skip|double|crush|split|cut|mix|drink|increase|decrease|start|have (?:alcohol|beer|wine|coffee|milk|grapefruit))\b",
            r"\b(?:is it|are they|would it be) (?:safe|ok|okay|dangerous|bad)\b",
            r"\bhow (?:much|many) .{0,30}\bshould i take\b",
            r"\bis (?:\w+ ){1,4}(?:safe|dangerous)\b",
            r"\bforgot to take\b",
            r"\b(?:olvid|salt)\w+ (?:una|la|mi|tomar)\b",
            r"\bque pasa si\b",
            r"\bdosis mas (?:alta|baja)\b",
            r"\bside effects?\b",
            r"\bmissed (?:a |my )?(?:dose|pill)\b",
            r"\b(?:higher|lower|double|extra|bigger|stronger) dose\b",
            r"\b(?:change|increase|raise|lower|reduce) (?:my |the )?(?:dose|dosage)\b",
            r"\bwhat (?:happens )?if i (?:stop|skip|take|drink)\b",
            r"\b(?:while|when) (?:pregnant|breastfeeding)\b",
            r"\bwith (?:alcohol|beer|wine|grapefruit)\b",
            r"\b(?:debo|puedo) (?:tomar|dejar|partir|mezclar|beber)\b",
            r"\befectos secundarios\b",
            r"\bes seguro tomar\w*\b",
            r"\bdiagnos\w+",
            r"\bdo i have (?:a |an )?(?!any|refill|order|prescription)\w+ (?:infection|disease|problem)\b",
        ),
    ),
    (Intent.CANCEL, _any(r"\bcancel\w*\b", r"\banul\w+\b")),
    (
        Intent.BACK,
        _any(r"^(?:please )?(?:go )?back\b", r"\bgo back\b", r"\bprevious step\b", r"\bvolver\b", r"\batras\b"),
    ),
    (
        Intent.STOP,
        _any(
            r"^(?:stop|quit|exit|parar|pare|para)[.! ]*$",
            r"^(?:ok |okay |no |oh |actually )*(?:never ?mind|forget (?:it|that|about it)|olvidelo|dejelo)\b",
            r"\bstart (?:over|again)\b",
            r"\bempezar de nuevo\b",
            r"\bchanged my mind about (?:it|this|the (?:order|refill))\b",
        ),
    ),
    (
        Intent.TRACK,
        _any(
            r"\b(?:where is|where'?s|status of|track|check on|update on) (?:my |the |that )?(?:order|refill|prescription|rf)\b",
            r"\border status\b",
            r"\bis (?:it|my (?:order|refill|prescription)) ready\b",
            r"\btrack\b",
            r"^(?:where|what|show|list|check|any|is|are|how|see)\b.*\bmy orders?\b",
            r"^my orders?[?.]?$",
            r"\bwhen (?:will|is) (?:it|my order|they|this) (?:be )?ready\b",
            r"\bdonde esta mi (?:pedido|orden)\b",
            r"\bestado de mi pedido\b",
            r"\besta list[ao]\b",
        ),
    ),
    (
        Intent.EARLY,
        _any(
            r"\b(?:travel\w*|vacation|going away|trip|out of town|lost (?:my|it|them|the)(?! (?:insurance|card|phone|wallet|password))|stolen|spilled|left (?:it|them) (?:at|in))\b",
            r"\b(?:viaj[eo]|vacaciones|perdi|me robaron)\b",
        ),
    ),
    (
        Intent.INTERACTIONS,
        _any(
            r"\binteract\w*\b",
            r"\b(?:mix|together) with\b",
            r"\btake (?:them |it |these )?together\b",
            r"\binteraccion\w*\b",
        ),
    ),
    (
        Intent.ALLERGIES,
        _any(
            r"\ballergic to\b",
            r"\b(?:my|any|what|which|list|have) allergies\b",
            r"^allergies\b",
            r"\balergic[oa] a\b",
            r"\b(?:mis|que|cuales) alergias\b",
        ),
    ),
    (
        Intent.ADHERENCE,
        _any(
            r"\badheren\w+\b",
            r"\bhow (?:regularly|well|often) (?:have|do|am) i\b",
            r"\bam i taking .{0,30}\bregularly\b",
            r"\badherencia\b",
        ),
    ),
    (
        Intent.PURPOSE,
        _any(
            r"\bwhat(?: is|'s| do i| am i|s)?\b.{0,25}\b(?:for|treat)\??$",
            r"\bwhy (?:do|am) i (?:take|taking|on)\b",
            r"\bused for\b",
            r"\bpara que (?:es|sirve|la tomo|lo tomo)\b",
            r"\bwhat does (?:it|this|that) do\b",
            r"\bhow (?:do|should) i take (?:it|this)\b",
        ),
    ),
    (
        Intent.REFILLS_LEFT,
        _any(
            r"\b(?:how many|any|number of) refills?\b",
            r"\brefills? (?:left|remaining|remain)\b",
            r"\bcuant[oa]s (?:resurtidos|recargas)\b",
            r"\bme quedan\b",
        ),
    ),
    (
        Intent.NEXT_DATE,
        _any(
            r"\bwhen (?:can|could|is|will|do|should|am)\b.{0,40}\b(?:refill|due|next|fill|get)\b",
            r"\b(?:next|due) (?:refill|date)\b",
            r"\bcuando (?:puedo|toca|me toca)\b",
        ),
    ),
    (
        Intent.MY_MEDICINES,
        _any(
            r"\b(?:what|which|list|show|see|tell me)\b.{0,25}\b(?:prescriptions?|medications?|medicines?|meds|pills|drugs)\b(?! (?:is|are) (?:cheap|covered))",
            r"\bwhat (?:do|am) i (?:take|taking|on)\b",
            r"\bmy (?:medication|medicine|prescription)s? list\b",
            r"\b(?:que|cuales) (?:recetas|medicinas|medicamentos)\b",
            r"\bmis (?:recetas|medicinas|medicamentos)\b",
            r"\bque tomo\b",
        ),
    ),
    (Intent.BRAND_GENERIC, _any(r"(?<!my )\bgeneric\b", r"\bbrand\b", r"(?<!mi )\bgeneric[oa]\b")),
    (
        Intent.AUTHORIZATION,
        _any(
            r"\bprior auth\w*\b",
            r"\bauthori[sz]ation\b",
            r"\b(?:been |get |got |is |was |it )(?:\w+ ){0,3}(?:approved|denied)\b",
            r"\b(?:did|has|have) (?:my |the )?(?:insurance|plan|insurer)\b.{0,30}\b(?:approve\w*|den(?:y|ied)|answer\w*|decide\w*|say|said)\b",
            r"\bapproval\b",
            r"\b(?:aprob(?:o|ada|ado|aron|acion)|neg(?:o|aron) (?:la|mi) solicitud)\b",
            r"\bautorizacion\b",
        ),
    ),
    (
        Intent.COVERAGE,
        _any(
            r"\bcover(?:ed|age|s)?\b",
            r"\bformulary\b",
            r"\bmy (?:insurance|plan)\b",
            r"\bcubre\w*\b",
            r"\bcubiert[ao]\b",
            r"\bmi seguro\b",
        ),
    ),
    (
        Intent.PRICE,
        _any(
            r"\b(?:prices?|cost|costs|copay|how much (?:is|are|does|do|will|would))\b",
            r"\bbest price\b",
            r"\bcheaper (?:elsewhere|somewhere|anywhere|option)\b",
            r"\b(?:expensive|save money|pay for|discount|goodrx|coupon)\b",
            r"\bcuanto (?:cuesta|vale|es|pago)\b",
            r"\bprecios?\b",
            rf"{_QUESTION_START}.{{0,40}}\b(?:cheap\w*|barat\w+)\b",
        ),
    ),
    (
        Intent.STOCK,
        _any(
            rf"{_QUESTION_START}.{{0,60}}\b(?:in stock|available|(?<!can i )have (?:it|my|them|the|any)|has (?:it|them|my))\b",
            r"\bout of stock\b",
            r"\bhay existencias?\b",
            r"\btienen (?:mi|la|el)\b",
        ),
    ),
    (
        Intent.WAIT,
        _any(
            r"\bhow long\b",
            r"\bwait(?:ing)? (?:time|times|is)\b",
            r"\bthe wait\b",
            r"\bhow soon\b",
            r"\bcuanto (?:tiempo )?(?:tarda|demora|hay que esperar)\b",
            r"\btiempo de espera\b",
        ),
    ),
    (
        Intent.HOURS,
        _any(
            r"\bhours\b",
            r"\b(?:when|what time) (?:do|does|are|is)\b.{0,40}\b(?:open|close)\b",
            r"^(?:is|are) .{0,40}\bopen\b",
            r"\b(?:phone|address|number) (?:of|for)\b",
            r"\b(?:phone number|address)\b",
            r"\bhorarios?\b",
            r"\ba que hora\b",
            r"\btelefono\b",
            r"\bdireccion\b",
        ),
    ),
    (
        Intent.PHARMACY_FEATURE,
        _any(
            rf"{_QUESTION_START}.{{0,40}}\b(?:drive.?(?:thru|through|up)|deliver\w*|open|nearby|near me|around here|pharmacies|closest|nearest)\b",
            r"\bque farmacias?\b",
        ),
    ),
    (
        Intent.OTHER_PHARMACY,
        _any(
            r"\b(?:another|different|other|change(?: the| my)?|switch(?: the)?) pharmacy\b",
            r"\botra farmacia\b",
            r"\bcambiar (?:de |la )?farmacia\b",
        ),
    ),
    (
        Intent.HELP,
        _any(
            r"^(?:help|ayuda|menu|\?)[.!?]*$",
            r"\bwhat can you do\b",
            r"\bhow (?:does this|do you) work\b",
            r"\bque puede(?:s)? hacer\b",
        ),
    ),
)

THANKS = _any(
    r"^(?:thanks|thank you|thx|ty|gracias|muchas gracias|great thanks)\b(?!.*\b(?:also|too|refill\w*|tambien|resurt\w*)\b)",
    r"\b(?:that'?s all|nothing else|eso es todo|nada mas)\b",
)
GREETING = _any(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hola|buenos dias|buenas(?: tardes| noches)?)(?: there)?[.!, ]*$"
)
REFILL = _any(
    r"\brefill\w*\b",
    r"\brenew\w*\b",
    r"\breorder\b",
    r"\b(?:run|ran|running|almost|am|i'm) (?:\w+ )?out\b",
    r"\b(?:need|want|get|order|like|fill|more|necesito|quiero|quisiera|necesita|needs)\b",
    r"\bresurt\w+\b",
    r"\bsurtir\b",
    r"\bse me acab\w+\b",
    r"\b(?:can|could|may) i have\b",
    r"\b(?:i )?meant\b",
    r"\binstead\b",
    r"\b(?:pills?|medicines?|medications?|meds|tablets|inhaler|prescription)\b",
    r"\b(?:pastillas?|medicinas?|medicamentos?|tabletas|inhalador|receta)\b",
)
