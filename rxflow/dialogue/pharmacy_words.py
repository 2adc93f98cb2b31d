"""How patients mean a pharmacy without naming it: nearest, cheapest, usual, with a drive-through, the second one."""

from enum import StrEnum

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.opening_words import read_opening
from rxflow.dialogue.text import holds, plain, words_of


class PharmacyWish(StrEnum):
    NEAREST = "nearest"
    CHEAPEST = "cheapest"
    FASTEST = "fastest"
    USUAL = "usual"
    IN_STOCK = "in_stock"
    DRIVE_THRU = "drive_thru"
    DELIVERY = "delivery"
    ALL_HOURS = "all_hours"
    OPEN_NOW = "open_now"
    OPEN_THEN = "open_then"
    """Open on a day or at a time that is named (see `read_opening`)."""


_WISHES = tuple(
    (wish, tuple(marks.split("|")), Expression("|".join(patterns)))
    for wish, marks, *patterns in (
        (PharmacyWish.NEAREST, "near|clos|down the street|around the corner|walking distance|cerca|cerquita|proxima",
         r"\bnear(?:est|by)?\b(?! (?:nothing|the end|death|dying|fainted|\w+(?:ty|teen)\b|a (?:hundred|thousand)|\d+ (?:min|hour|dollar|day))|-)|\bclos(?:er|est)\b|\bclose (?:to|by|enough)\b|\bcloseby\b|\b(?:down the street|around the corner|walking distance)\b",
         r"\b(?:cerca(?:na|no|nas|nos)?|cerquita)\b|\b(?:farmacia|la mas|mas) proxima\b"),
        (PharmacyWish.CHEAPEST, "cheap|lowest|least|best|less|save|barat|economic|precio|menos",
         r"\bcheap(?:er|est)?\b|\blowest\b|\bleast expensive\b|\bbest (?:price|deal)\b|\b(?:costs?|charges?) (?:the )?least\b|\bcosts? less\b|\bsave (?:me )?(?:the )?most\b",
         r"\b(?:barat[ao]s?|economic[ao]s?|menor precio|mejor precio)\b|\b(?:cueste|cuesta|cobre|salga) menos\b"),
        (PharmacyWish.FASTEST, "fast|quick|soonest|earliest|wait|line|rapid|menos|poca",
         r"(?<!too )(?<!so )\bfast(?:er|est)?\b|\bquick(?:er|est)\b|\b(?:most|real|get it|be) quick\w*\b|\bsoonest\b|\bearliest\b|\b(?:short\w*|smallest|least|no) (?:wait|line)\b",
         r"\brapid[ao]s?\b|\b(?:menos|poca) (?:fila|espera|tiempo|cola)\b|\b(?:tarde|tarda) menos\b"),
        (PharmacyWish.USUAL, "usual|same|regular|normal|own|my pharmacy|preferred|always|siempre|misma|mi farmacia",
         r"\busual(?:ly)?\b(?! (?:dose|time|amount))|\bthe same\b(?! (?:dose|medicine|med|drug|thing|day|time|strength|list|question|answer|pill|way|page|as (?:the|what)))|\bsame (?:one|place|pharmacy|store|location|spot)\b|\bsame as (?:always|last time|before|usual)\b",
         r"\b(?:my|the) (?:regular|normal|own) (?:one|pharmacy|place|store|spot)\b|\bmy pharmacy\b|\bpreferred\b|\b(?:like|as|where i) always\b",
         r"\bde siempre\b|\bla misma\b(?! (?:dosis|medicina|pastilla))|\bmi farmacia\b|\bcomo siempre\b|\bdonde siempre\b"),
        (PharmacyWish.IN_STOCK, " it| them|stock|available|shel|tenga|disponible|existencia",
         r"\b(?:has|have|had|got|carries) (?:it|them)\b|\bin stock\b|\bavailable\b(?! (?:options|commands|services|choices))|\bon (?:the|their) shel\w+\b",
         r"\b(?:l[ao]s? )?(?:tengan?)\b|\bdisponible\b|\ben existencia\b"),
        (PharmacyWish.DRIVE_THRU, "drive|car|servicio|ventanilla|bajarme|desde",
         r"\bdrive.?(?:thru|through|up|in)\b|\b(?:from|leav\w+|get\w* out of) (?:my|the) car\b",
         r"\b(?:autoservicio|auto servicio|ventanilla|sin bajarme|desde el (?:carro|coche|auto))\b"),
        (PharmacyWish.DELIVERY, "deliver|house|home|door|place|apartment|domicilio|casa|traigan|manden|lleven|envien",
         r"\bdeliver(?:y|s|ed|ing)?\b|\b(?:bring|send|ship|drop)\w*(?: \w+){0,3} (?:to )?my (?:house|home|door|place|apartment)\b|\bto my (?:house|door|doorstep)\b",
         r"\b(?:a )?domicilio\b|\ba (?:mi )?casa\b|\bme l[ao]s? (?:traigan|manden|lleven|envien)\b"),
        (PharmacyWish.ALL_HOURS, "24|twenty|all night|clock|toda la noche",
         r"\b(?:24|twenty ?four)[ -]?(?:hours?|hrs?|/7|horas)\b|\bopen (?:all night|around the clock)\b|\btoda la noche\b"),
    )
)  # fmt: skip
"""What is asked, the marks of which one stands wherever it is said, and how it is said.

Most messages say nothing of a pharmacy, and finding no mark in them is quick.
"""
_OF_OPENING = ("open", "abiert", "abr")
_OPEN = Expression(r"\bopen\b(?! (?:order|refill|request|case|up|the bottle|it|them))|\babiert[ao]s?\b|\babr[ae]n?\b")

_ORDINALS = {
    "first": 1, "1st": 1, "one": 1, "1": 1, "primera": 1, "primero": 1, "primer": 1, "uno": 1, "una": 1, "top": 1,
    "arriba": 1,
    "second": 2, "2nd": 2, "two": 2, "2": 2, "segunda": 2, "segundo": 2, "dos": 2, "to": 2, "too": 2,
    "third": 3, "3rd": 3, "three": 3, "3": 3, "tercera": 3, "tercero": 3, "tercer": 3, "tres": 3,
    "fourth": 4, "4th": 4, "four": 4, "4": 4, "cuarta": 4, "cuarto": 4, "cuatro": 4, "for": 4,
    "fifth": 5, "5th": 5, "five": 5, "5": 5, "quinta": 5, "quinto": 5, "cinco": 5,
    "6": 6, "six": 6, "sixth": 6, "7": 7, "seven": 7, "seventh": 7, "8": 8, "eight": 8, "eighth": 8,
    "last": -1, "ultima": -1, "ultimo": -1, "bottom": -1, "abajo": -1,
}  # fmt: skip
_LEAD = (
    r"(?:(?:the|that|la|el|please|yes|yeah|ok|okay|no|um|uh|si|i'll take|i'll have|i'd like|i want|i pick|i choose|let's do|"
    r"let's go with|let me get|go with|give me|make it|it's|quiero|deme|dame|prefiero|mejor|de|en)\s+)*"
)
_TRAIL = (
    r"(?:\s+(?:one|option|choice|pharmacy|place|on the list|on your list|in the list|you (?:said|listed|mentioned)|please|"
    r"thanks|thank you|is (?:fine|good|ok)|opcion|farmacia|de la lista|por favor|gracias))*"
)
_ORDINAL = Expression(
    rf"^{_LEAD}(?:(?:number|option|choice|num|numero|opcion|choose|pick)\s+(?P<number>one|two|to|too|three|four|for|five|"
    r"six|seven|eight|uno|dos|tres|cuatro|cinco|[1-8])|"
    r"(?:one (?:on|at) the )?(?P<place>first|second|third|fourth|fifth|sixth|seventh|eighth|last|top|bottom|1st|2nd|3rd|4th|5th|"
    r"one|two|three|four|[1-8]|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|ultim[ao]|arriba|abajo))"
    rf"{_TRAIL}[.!]*$"
)


def read_wishes(text: str) -> tuple[PharmacyWish, ...]:
    """What a patient asks of a pharmacy, such as nearest and open now."""
    said = plain(text)
    wishes = [wish for wish, marks, pattern in _WISHES if holds(said, marks) and pattern.search(said)]
    if holds(said, _OF_OPENING) and _OPEN.search(said) and PharmacyWish.ALL_HOURS not in wishes:
        opening = read_opening(text)
        wishes.append(PharmacyWish.OPEN_NOW if opening is None else PharmacyWish.OPEN_THEN)
    return tuple(wishes)


def read_ordinal(text: str, count: int) -> int | None:
    """The place in a list of `count` that a patient points at, from 0, or None.

    Args:
        text: Words such as `the second one` or `2`.
        count: How many choices were offered.
    """
    found = _ORDINAL.match(" ".join(words_of(text)))
    if found is None or count == 0:
        return None
    place = _ORDINALS[found["number"] or found["place"]]
    index = count - 1 if place == -1 else place - 1
    return index if index < count else None


_UNWANTED = Expression(
    r"\b(?:not|(?:do not|don'?t|didn'?t) (?:want|like|use)(?: to go to)?|hate|any(?:where|thing|one)? but|except(?: for)?|"
    r"other than|besides|instead of|rather than|(?:cheaper|closer|faster|better) than|no (?:en|a|al|quiero|me gusta|la de|el de)|"
    r"menos|excepto|que no sea|en vez de|en lugar de|mas (?:barat[ao]|cerca|rapid[ao]) que)\s+"
    r"(?P<name>[^,.;!?]*?)(?=$|[,.;!?]|\b(?:but|so|use|try|let'?s|maybe|pero|sino|mejor|and)\b)"
)


def read_unwanted(text: str) -> tuple[str, str]:
    """What a message says without what it refuses, and what it refuses: `Costco` and `CVS` of `not CVS, Costco`.

    Args:
        text: The patient's words, which may name pharmacies.
    """
    said = plain(text)
    refused = " ; ".join(found["name"] for found in _UNWANTED.finditer(said))
    return (_UNWANTED.sub(" ", said).strip(), refused) if refused else (text, "")


_OTHER = Expression(r"\b(?:the other|la otra|el otro|other one)\b")


def asks_for_other(text: str) -> bool:
    """Whether a message means the one of two that is not the usual: `the other one`."""
    return bool(_OTHER.search(plain(text)))
