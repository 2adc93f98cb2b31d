"""Whether words agree, refuse or hesitate.

Agreement is read strictly: the whole message must be made of agreeing phrases, so that a hedge, a condition, a question
without its mark, a quotation or anything unforeseen is never taken for a yes.
"""

from enum import StrEnum

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.text import plain


class Agreement(StrEnum):
    YES = "yes"
    MILD = "mild"
    NO = "no"
    UNSURE = "unsure"
    OTHER = "other"


_AGREEING = (
    r"(?:yes+|yeah+|yup+|yuu+p|yep+|yea|yess?ir+)(?: sir| ma'?am| indeed)?|sure(?: thing)?|ok|okay|okey|absolutely|definitely|certainly|of course|al?l ?right",
    r"correct|affirmative|confirmed|agreed|confirm|proceed",
    r"(?:that|it|this|everything|all)(?:'s| is)? (?:sounds?|looks?|seems?) (?:good|great|fine|right|correct|perfect)(?: to me)?",
    r"(?:sounds|looks) (?:good|great|fine|right|correct|perfect)(?: to me)?",
    r"(?:that|it|this)(?:'s| is) (?:right|correct|good|great|perfect|the one|the right one)",
    r"those are (?:it|right|correct|good|the ones|the right ones)|they(?:'re| are) (?:right|correct)|son es[ao]s",
    r"(?:that|this) works|works for me|i (?:agree|confirm|approve)|i'?m sure",
    r"go (?:on |right )?ahead|go ahead and (?:do|send|run|fill|refill|process) (?:it|that|them)|go for it|do it|please do|let'?s do (?:it|that)",
    r"(?:go ahead and )?(?:place|submit|send|confirm) (?:it|order|the order|my order|this order|that order)",
    r"(?:please )?(?:order|fill|refill) (?:it|that|this|them|those|both)|(?:you can|go ahead and) order(?: it| them)?",
    r"i(?: want| would like|'?d like) to (?:place|submit|confirm) (?:it|the order|my order|this order)",
    r"si+(?: senor(?:a|ita)?)?|claro(?: que si)?|correct[oa]|de acuerdo|vale|dale|adelante|por supuesto",
    r"asi es|ese es|esa es|esta es|este es|eso es|confirm(?:o|ado)(?: el pedido)?",
    r"ha(?:gal|zl)[ao]s?|mandel[ao]s?|enviel[ao]s?|ordenel[ao]s?|pidal[ao]s?|surtal[ao]s?|resurtal[ao]s?",
    r"(?:haga|haz|mande|envie|confirme|ordene|pida|confirma|manda|envia|pide) (?:el|mi|este|los|mis|estos|la|esta|las|estas) (?:pedido|orden|ordene)s?",
    r"quiero (?:hacer|confirmar) (?:el|mi|este|la|esta) (?:pedido|orden)|estoy de acuerdo|me parece bien",
)
# Praise and pointing go with a yes, and are none alone: they may be about the answer to another question.
_MILD = (
    r"th(?:is|at) one|(?:that|this)(?:'s| is) it|order|you betcha|all of (?:it|them)|both(?: of them)?|(?:los|las) dos|es[aeo]s?|(?:es[ae]|est[ae]) mism[ao]|uh huh|mhm+|mm-?hmm+"
    r"|(?:that|it|this)(?:'s| is) (?:fine|ok|okay|all right|alright|what i (?:want|need))|(?:esta|todo|asi esta) (?:muy )?bien|perfect|great|good|fine|right|exactly|cool|nice|perfecto|exacto"
    r"|bueno|muy bien|genial|bet|k|kk|ok then|simon|sip|sipi|(?:andele|andale|orale|sale)(?: pues| va| y vale)?|i (?:do not|don'?t) see why not|why not|it is|i do|you bet(?: your (?:boots|life))?"
    r"|(?:that|this|it)(?:'ll| will| would|'d) (?:work|do|do it|be (?:fine|good|great|perfect|ok|okay|lovely|wonderful|just fine))|(?:works|good|fine) (?:by|with) me"
    r"|(?:put|send|push|run) (?:it|that|them) (?:on )?(?:through|thru|in|over)|ring (?:it|them) up|get (?:it|that|them) (?:going|started)|send (?:it|them)|make it so|fire away|let'?s (?:go|roll)|by all means|indeed|for sure|yse|ya+s+|fo sho|aye"
    r"|roger(?: that)?|10-4|ten four|okie dokie|okey dokey|okie|alrighty(?: then)?|aight|aw?right|that'?s what i want|you got it|sounds like a plan|awesome|excellent|wonderful|lovely|true"
    r"|(?:yes|yeah) (?:they are|that is|i am|we do)|asi mero|asi merito|eso mero|me parece(?: bien| perfecto)?|me late|echele|echale|mandale|dele|va|ya vas|ta bueno|ta bien"
    r"|esta (?:bueno|perfecto|correct[oa])|todo (?:correcto|perfecto|en orden)|lo confirmo|conforme|excelente|exactamente|efectivamente|asi lo quiero|hecho"
    r"|(?:oh|well|uh|um|hell|heck|pues) (?:yes|yeah|yep|si)|(?:i )?sure (?:do|am|is)|very (?:good|well)|i(?:'d| would) like that|you (?:may|can)(?: proceed)?|do that|let'?s get (?:it|this) (?:done|going|rolling)|i'?m (?:ok|okay|fine|good) with (?:that|it)"
    r"|arre|fierro|ya (?:dijo|dijiste|estas)|dele (?:nomas|pues)|simon que si|asi"
    r"|[\U0001f44d\U0001f44c\u2705\u2714\U0001f4af\U0001f197](?:[\U0001f3fb-\U0001f3ff]|\ufe0f)?"
)
_POLITE = r"please|thanks|thank you(?: so much| very much)?|thx|for me|por favor|por fa|porfa|(?:muchas )?gracias|hon|honey|dear|sweetheart|sweetie|darlin|darling|mija|mijo|senorita|senora|senor|joven|sir|ma'?am"
# `si es correcto` without a comma is a condition; after one, or alone, it agrees.
_AFTER_PAUSE = r"es (?:correct[oa]|es[ae]|est[ae])"
_PHRASE = f"(?:{'|'.join(_AGREEING)})"
_SHORT = frozenset({"y", "ye"})
_ANY = f"(?:{_PHRASE}|{_POLITE}|{_MILD})"
# Each phrase but the first follows a space; written once, for compiling it takes longer than all else here.
_SEGMENT = Expression(rf"{_AFTER_PAUSE}|(?:(?:^| ){_ANY})+")
_ONLY_POLITE = Expression(rf"(?:(?:^| )(?:{_POLITE}|{_MILD}))+")
_ONLY_THANKS = Expression(rf"(?:(?:^| )(?:{_POLITE}))+")
_PAUSE = Expression(r"[,.;:!\n]+|\s+-+\s+| and | y (?=haga|haz|confirm)")
# Nobody agrees at greater length; the phrases overlap, so that a long text made of them would take forever.
_LONGEST = 120
_QUOTED = Expression(r"[\"\u201c\u201d\u00ab\u00bb]|(?:^|\s)['\u2018]|['\u2019](?:\s|$|[.,;!])")
# What follows a `no` that is an answer: a pause or the end, or words that go on refusing. Not `no car, no bus`.
_AFTER_NO = (
    r"(?:$|[,.;!\u2026:-]|\W*\n| (?:i|it|that|this|they|thanks?|thank|thx|sir|ma'?am|hon|dear|way|please|not|no|don'?t|do|of|never|just|those|the|my|is|we|you|yes|si|se|sir|man|bro|dude|more|longer|deal|go|need|let|let'?s|wrong|sorry|actually|because|cuz|can|absolutely|nope|nah"
    r"|gracias|quiero|es|lo|la|los|las|le|me|por|eso|esa|ese|esta|este|asi|todavia|mija|mijo|senor\w*|joven|pues|para|porque|hombre|que|estoy|gra\w*|acepto|haga\w*|haz|mande\w*|pida\w*|ponga\w*|envie\w*|tengo|creo|voy|puedo|siga\w*|confirm\w+|orden\w+|surta\w*|hombre|ahorita|mejor)\b)"
)
_NO = Expression(
    r"^(?:(?:oh|well|lol|haha|uh|um+|ay|uy|lord|heavens|god|gosh|goodness|hmm|ugh|ew|eh|mejor|pues|bueno|yeah|ya|actually|sorry|jaja|dear|que|thanks but|gracias pero|ok so)[,.! ]+)?"
    r"(?:(?:hell|heck|heavens|lord|god|gosh|goodness|oh hell|big|hard|definite|def|uh) (?:no+|nope|pass|nah)|no+ way|not interested|(?:no+|mo)(?! problem| worries)(?="
    + _AFTER_NO
    + r")|no (?!problem|worries|idea|clue|change|rush|hurry|doubt|hay|manches|mames|m[ae]nches)\w+$|nope+|nop|nah+|naw+|nuh[ -]?uh|uh[ -]uh|unh[ -]unh|mm[ -]mm|nel|negative|negatory|negativo|"
    r"wrong(?! (?:chat|store|pharmacy|number|place|one|button|person|location|window))|incorrect[oa]?|not (?:that|this|now|right|correct|really|a chance|happening|for me|today|at all|going to happen|what i (?:want\w*|asked|said|meant))|"
    r"(?:that|this|it|they|those|these)(?: is| are|'s|'re) (?:wrong|incorrect|not)|(?:that|this|it|they|those) (?:isn'?t|ain'?t|aren'?t)|i (?:don'?t|do not) (?:want|agree|think so|like (?:it|that))|(?:i'?d|i would|would) rather not|rather not|"
    r"i'?(?:ll| will) pass|i pass|pass$|i (?:decline|refuse|object)|i'?m good$|(?:i'?m )?not going to|(?:absolutely|definitely|certainly|def|defo|of course|please) (?:not|no|don'?t)|para nada|"
    r"de ninguna (?:manera|forma)|ni (?:de chiste|loc[oa]|hablar|en suenos|modo que si|de broma|madres|pensarlo)|en absoluto|(?:asi|es[oae]|est[oae]|es[ao]s|est[ao]s|ahi|ahora|hoy|mejor|claro que|por supuesto que|por favor|yo) no|nones|n$|(?:it |that )?ain'?t (?:right|it|happening|so|gonna)|i wouldn'?t|under no circumstances|by no means|"
    r"(?:esta|estan|eso esta|es[ao] es) (?:mal|equivocad[oa]|incorrect[oa])|don'?t|do not|cancel\w*|stop|never ?mind|never|forget it|nunca|jamas|tampoco|ya no|olvid(?:elo|alo|ela|ese|ate|a)(?! tus))\b|"
    r"^[\U0001f44e\u274c\U0001f6ab\U0001f645]"
)
_NO_AT_LAST = Expression(r"[,.!] (?:so|asi que|pues) no[.! ]*$")
_NO_FAREWELL = r"(?<!see you )(?<!see ya )(?<!you )(?<!ya )(?<!hasta )"
_UNSURE = Expression(
    r"\b(?:maybe|perhaps|not sure|unsure|i guess|i suppose|don'?t know(?! (?:what|which|how|where|who|why))|dunno|not yet|"
    + _NO_FAREWELL
    + r"later|(?<!the )(?<!teh )(?<!long )wait(?! times?)|hold on|let me think|"
    r"thinking|hmm+|probably|if|unless|but|depends|quizas?|tal vez|no se|no estoy segur[oa]|depende|espera|despues|"
    r"todavia no|aun no|pero|luego|espere|i think so|creo que si|supongo|a lo mejor)\b"
)
# A question about something else, though it has an `if`.
_ASKS = Expression(r"^(?:so |and |ok |hey )?(?:what|when|where|how|which|who|cuando|donde|cuanto|cual|como)\b(?!ever)")


_APOSTROPHE_LEFT_OUT = Expression(r"\b(that|it|let|they)(s|re)\b")
# Doubt that is spelt like a yes, marks that strike a yes through, and the Greek question mark.
_MOCKING = Expression(
    r"\byeah,? right\b|(?<!that's )(?<!that is )(?<!it's )(?<!all )\bright,? sure\b|\bsure,? right\b|\byeah(?:,? yeah){2,}\b|^claro,? claro$"
)
_TRICKS = Expression("[\u0335-\u0338\u037e]")
# Without its accent `si` is `if`, unless what follows can only go with a yes.
_IF = Expression(
    r"^si (?!por favor|gracias|muchas gracias|claro|si\b|ok\b|vale|dale|adelante|haga|hagalo|hazlo|confirmo|quiero|"
    r"de acuerdo|por supuesto|perfecto)"
)


def read_agreement(text: str) -> Agreement:
    """Read a message as an answer to a yes-or-no question.

    Args:
        text: The patient's whole message.
    """
    flat = plain(text).strip()
    if "ts" in flat or "ys" in flat or "tre" in flat or "yre" in flat:
        flat = _APOSTROPHE_LEFT_OUT.sub(r"\1'\2", flat)
    if not flat or len(flat) > _LONGEST or "?" in flat or "\u00bf" in text or _is_quoted(text):
        return Agreement.OTHER
    if (
        _is_mocking(flat)
        or _TRICKS.search(text)
        or (_IF.match(flat) and not text.strip().lower().startswith("s\u00ed"))
    ):
        return Agreement.OTHER
    if flat in _SHORT:
        return Agreement.YES
    if _UNSURE.search(flat):
        return Agreement.OTHER if _ASKS.match(flat) else Agreement.UNSURE
    if _NO.match(flat) or _NO_AT_LAST.search(flat):
        return Agreement.NO
    segments = [segment.strip() for segment in _PAUSE.split(flat) if segment.strip()]
    agrees = all(_SEGMENT.fullmatch(segment) for segment in segments)
    if agrees and any(not _ONLY_POLITE.fullmatch(segment) for segment in segments):
        return Agreement.YES
    if agrees and any(not _ONLY_THANKS.fullmatch(segment) for segment in segments):
        return Agreement.MILD
    return Agreement.OTHER


def _is_quoted(text: str) -> bool:
    may_be = "'" in text or '"' in text or not text.isascii()
    return may_be and bool(_QUOTED.search(text))


def _is_mocking(flat: str) -> bool:
    may_be = "right" in flat or "yeah" in flat or "claro" in flat
    return may_be and bool(_MOCKING.search(flat))
