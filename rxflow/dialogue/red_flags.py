"""Red flags: words that stop the flow before any model is asked (DOMAIN.md §6.1).

Each row of the table is a rule: what a patient may say, in English and Spanish, without accents and in lower case,
and whom to call. Over-triggering is accepted; a miss is a defect.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from rxflow.dialogue.text import plain


class Help(StrEnum):
    """Whom to call."""

    EMERGENCY = "911"
    CRISIS_LINE = "988"
    POISON_CONTROL = "poison_control"
    URGENT_CARE = "urgent_care"


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A rule that matched: its id for the log and the case, and whom to call."""

    rule: str
    help: Help


@dataclass(frozen=True, slots=True)
class _Rule:
    rule: str
    help: Help
    pattern: re.Pattern[str]


_TOOK = (
    r"(?:took|taken|swallow(?:ed)?|ate|drank|gave|given(?! me)|tragado|trago|se trago|tome|tomo|tomado|tomaron|comio|bebio|"
    r"double dosed)"
)
_PILLS = (
    r"(?:pills?|tablets?|capsules?|doses?|medicines?|meds?|bottle|pastillas?|tabletas?|capsulas?|dosis|medicinas?|frasco|"
    r"[a-z]+(?:pam|lam|done|codone|olol|pril|sartan|statin|ine|ol|in|ax|zole))"
)
_MANY = r"(?:[2-9]|[1-9]\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|dos|tres|cuatro|cinco|diez|veinte)"
_MISTAKE = r"(?:by (?:mistake|accident)|accidentally|por error|sin querer|por accidente|on purpose)"


def _rule(rule: str, help_: Help, *patterns: str) -> _Rule:
    return _Rule(rule, help_, re.compile("|".join(f"(?:{pattern})" for pattern in patterns)))


_RULES: tuple[_Rule, ...] = (
    _rule(
        "self-harm",
        Help.CRISIS_LINE,
        r"\bkill(?:ing)? (?:my|him|her|them)sel(?:f|ves)\b",
        r"\bkms\b",
        r"\bsuicid\w*",
        r"\bend (?:it all|my life|my own life)\b",
        r"\bwan(?:t|ts|ted|na|t to)(?: to)? (?:die|be dead|disappear forever|end my life|end it all|end everything)\b",
        r"\b(?:hurt|harm|cut)(?:ing)? (?:my|him|her)self\b",
        r"\bbetter off (?:dead|without me)\b",
        r"\bno (?:reason|point) (?:to|in) (?:live|living)\b",
        r"\b(?:not|isn'?t) worth living\b",
        r"\bself.?harm\b",
        r"\bhow many .{0,40}\b(?:kill|die|lethal|fatal|overdose)\b",
        r"\b(?:don'?t|do not) wan(?:t|na)(?: to)? (?:live|be alive|be here any ?more|wake up(?! early| at| before| so| for))\b",
        r"\bmatarme\b",
        r"\bme (?:quiero|voy a) (?:matar|morir)\b",
        r"\bquitarme la vida\b",
        r"\bquiero morir(?:me)?\b",
        r"\bno quiero (?:seguir )?vivi\w+",
        r"\bhacerme dano\b",
        r"\bacabar con (?:mi vida|todo)\b",
    ),
    _rule(
        "breathing-or-collapse",
        Help.EMERGENCY,
        r"\b(?:can'?t|cannot|can not|hard to|trouble|difficulty|struggling to|not) breath(?:e|ing)?\b",
        r"\b(?:am|i'?m|is|are|feel\w*|have|having|has|very|so) short(?:ness)? of breath\b",
        r"\bcan'?t catch (?:my|his|her) breath\b",
        r"\bgasping\b",
        r"\bwheez\w+",
        r"\basthma attack\b",
        r"\bnot respond(?:ing)?\b",
        r"\bno (?:responde|respira)\b",
        r"\bataque de asma\b",
        r"\b(?:stopped|slow) breathing\b",
        r"\bblue lips\b",
        r"\blips (?:are )?(?:turning )?blue\b",
        r"\bunresponsive\b",
        r"\bunconscious\b",
        r"\b(?:won'?t|can'?t|not|hard to) wak(?:e|ing)(?: up)?\b",
        r"\bcollapsed\b",
        r"\bpassed out\b",
        r"\bfainted\b",
        r"\b(?:having|had|has) a seizure\b",
        r"\b(?:is|are|am|now|having) seizing\b",
        r"\bseizure (?:now|right now)\b",
        r"\bconvulsi\w+",
        r"\bno pued[eo] respirar\b",
        r"\bfalta(?:ndo)? (?:el|de) aire\b",
        r"\bdificultad para respirar\b",
        r"\bse desmayo\b",
        r"\binconsciente\b",
        r"\bno (?:se )?despierta\b",
        r"\blabios azules\b",
    ),
    _rule(
        "chest-pain-or-stroke",
        Help.EMERGENCY,
        r"\bchest (?:pains?|pian|pressure|tightness|hurts)\b",
        r"\b(?:pain|pressure|tightness) in (?:my|his|her|the) chest\b",
        r"\bchest (?:is|feels) (?:so |very |really )?(?:tight|heavy|hurting)\b",
        r"\b(?:having|have|is having|think it'?s) (?:a |an )?(?:heart attack|stroke)\b",
        r"\bface (?:is )?droop\w*",
        r"\bslurr(?:ed|ing) (?:speech|words)\b",
        r"\bcan'?t (?:feel|move|lift) (?:my|his|her) (?:left |right )?(?:arm|leg|face|side)\b",
        r"\bcan'?t (?:speak|talk)(?: right| properly)?\b(?! to| with| now to)",
        r"\bnumb on one side\b",
        r"\b(?:arm|face|side) (?:is|went|has gone) numb\b",
        r"\bdolor (?:de|en el) pecho\b",
        r"\b(?:me|le) (?:duele|aprieta) (?:mucho )?el pecho\b",
        r"\binfarto\b",
        r"\bderrame cerebral\b",
        r"\bcara caida\b",
    ),
    _rule(
        "anaphylaxis",
        Help.EMERGENCY,
        r"\b(?:throat|tongue|lips?|face) (?:is |are |feels? |was |were )?(?:swelling|swollen|swelled|closing|tight)\b",
        r"\bswelling of (?:my |the )?(?:throat|tongue|lips?|face)\b",
        r"\b(?:having|in|going into|think it'?s) (?:an )?anaphyla\w+",
        r"\bhaving an allergic reaction\b",
        r"\bhives (?:all over|everywhere)\b",
        r"\breaccion alergica (?:grave|fuerte|ahora)\b",
        r"\bgarganta (?:se )?(?:me )?(?:cierra|hincha\w*)",
        r"\b(?:lengua|garganta|cara|labios?) (?:esta |estan )?hinchad[ao]s?\b",
        r"\bse (?:me |le )?hincho (?:la|el|los) (?:lengua|garganta|cara|labios?)\b",
    ),
    _rule(
        "bleeding",
        Help.EMERGENCY,
        r"\b(?:won'?t|can'?t|doesn'?t|not) stop(?: the)? bleeding\b",
        r"\bbleeding (?:won'?t|doesn'?t|will not) stop\b",
        r"\b(?:vomit\w*|throw\w* up|cough\w*(?: up)?) blood\b",
        r"\bblack (?:tarry )?stools?\b",
        r"\btarry stools?\b",
        r"\bblood in (?:my|his|her|the) (?:urine|pee|stools?|vomit)\b",
        r"\bbleeding and (?:i'?m |am |she'?s )?pregnant\b",
        r"\bhit (?:my|his|her) head\b",
        r"\b(?:no para|no deja) de sangrar\b",
        r"\bsangrado que no para\b",
        r"\bvomit\w+ sangre\b",
        r"\bheces negras\b",
    ),
    _rule(
        "low-sugar",
        Help.EMERGENCY,
        r"\b(?:low|high) (?:blood )?sugar .{0,40}\b(?:confused|unresponsive|vomit\w*|shak\w+|passed out)\b",
        r"\b(?:confused|shak\w+) .{0,40}\blow (?:blood )?sugar\b",
        r"\bsugar (?:is|at|was|of) (?:at )?[1-5]\d\b",
        r"\bazucar (?:esta |muy )*baja\b",
    ),
    _rule(
        "overdose",
        Help.POISON_CONTROL,
        rf"\b{_TOOK} (?:\w+ ){{0,3}}(?:too many|too much|the whole bottle|a whole bottle|the entire|a bunch of)\b",
        rf"\b(?:i|he|she|they|we|mom|dad|son|daughter|baby|child) (?:just |have |has |had |accidentally )*{_TOOK} (?:all (?:of )?(?:my|the|his|her)|double|twice|two doses|extra|a lot of)\b",
        rf"\b{_TOOK} (?:the |a )?wrong (?:medicine|medication|pill|pills|dose|tablet|one)\b",
        rf"\b{_TOOK} (?:like |about |maybe )?{_MANY} (?:of )?(?:(?:my|the|his|her|mis|sus) )?(?:\w+ )?{_PILLS}.{{0,30}}\b(?:{_MISTAKE}|at once|instead of|de una vez)\b",
        rf"\b{_TOOK} (?:like |about |maybe )?(?:[4-9]|[1-9]\d+|four|five|six|seven|eight|nine|ten|twenty|thirty|diez|veinte) (?:of )?(?:(?:my|the|his|her|mis|sus) )?{_PILLS}\b",
        rf"\b{_TOOK} .{{0,40}}\b{_MISTAKE}\b",
        rf"\b{_TOOK} .{{0,30}}\binstead of (?:one|1|two|2)\b",
        rf"\b{_TOOK} (?:my |his |her )?(?:husband|wife|mother|father|mom|dad|son|daughter|dog|neighbou?r)'?s\b",
        r"\bdoubled? (?:up on )?(?:my |the )?dos(?:e|ed|es)\b(?! of insurance)",
        r"\b(?:i|he|she) (?:double dosed|doubled)\b",
        r"\b(?:took|tome) .{0,30}\b(?:twice|double|dos veces)\b(?! a day| daily| al dia)",
        r"\bgot into (?:my|the|his|her) (?:pills?|meds?|medicines?|medications?|bottle|\w+ pills)\b",
        r"\bswallowed (?:the |a )?(?:whole|entire|all)\b",
        r"(?<!for )(?<!of )(?<!suspected )(?<!case of )\b(?:have|had|having|am|is|was|he|she|they|i|might|may|just|has) (?:\w+ )?overdos\w+",
        r"^overdose\b",
        r"\bod'?ed\b",
        r"\bpoisoned\b",
        r"\b(?:baby|toddler|child|kid|son|daughter|dog|grandson|granddaughter) (?:just )?(?:swallowed|ate|drank|got into) .{0,40}\b(?:pills?|medicine|tablets?|bottle|my)\b",
        r"\bme tom[eo] (?:demasiad[ao]s?|tod[ao]s? (?:las?|los?|el)|el doble|much[ao]s)\b",
        r"\btom[eo] (?:demasiad[ao]s?|tod[ao] el frasco|el doble)\b",
        r"\bsobredosis\b",
        r"\bse (?:tomo|trago|comio) .{0,30}\b(?:pastillas?|medicina|frasco|bote)\b",
        r"\btodo el frasco\b",
        r"\bfrasco entero\b",
        r"\btom[eo] (?:la |una )?(?:medicina|pastilla) equivocada\b",
    ),
    _rule(
        "severe-reaction",
        Help.URGENT_CARE,
        r"\brash .{0,30}\b(?:blister\w*|peel\w*|mouth|spreading)\b",
        r"\bblister\w* .{0,30}\b(?:mouth|skin|rash)\b",
        r"\bworst headache\b",
        r"\b(?:sudden|have a|having a) (?:very )?severe headache\b",
        r"\bstiff neck\b",
        r"\bdark urine\b",
        r"\b(?:skin|eyes) (?:is |are |turned |turning )*yellow\b",
        r"\bjaundice\b",
        r"\bampollas\b",
        r"\borina oscura\b",
        r"\bojos amarillos\b",
    ),
    _rule(
        "violence",
        Help.EMERGENCY,
        r"\b(?:hits|hitting|beats|beating|abus(?:es|ing)) me\b",
        r"\bme (?:pega|golpea|amenaza)\b",
        r"\bgoing to kill me\b",
    ),
    _rule(
        "withdrawal",
        Help.EMERGENCY,
        r"\bwithdrawal\b.{0,60}\b(?:shaking|seizure|confus\w+|hallucinat\w+)\b",
        r"\bshaking and (?:seeing|hearing) things\b",
        r"\babstinencia\b",
    ),
)

_NEGATION = re.compile(
    r"\b(?:no|not|never|without|don'?t have|do not have|haven'?t|didn'?t|did not|wasn'?t|isn'?t|denies|sin|nunca|ningun)"
    r"(?:\s+(?:have|had|having|got|any|a|an|feel|feeling|longer|more|tengo|tiene|mas|actually|really))*\s*$"
)
_IDIOM = re.compile(
    r"\b(?:heartburn|back|knee|head|feet|price|prices|wait|waiting|commute|cost|costs|traffic|line) (?:is |are )?killing me\b|"
    r"\b(?:took|taken|finished|used) all (?:of )?(?:my|the) \w+.{0,40}\b(?:refill|ran out|run out|need more)\b|"
    r"\bdying (?:to|for)\b|\bscared to death\b|\bto die for\b|\bgave me a heart attack\b|\balmost had a heart attack\b"
)
_CLAUSE = re.compile(r"[.;!?\n]|\bbut\b|\bpero\b")


def detect_red_flag(text: str) -> RedFlag | None:
    """The first rule that a message meets, or None.

    A match is passed over where the same clause denies it (`no chest pain`) or where it is an idiom.

    Args:
        text: The patient's whole message, in any offered language.
    """
    flat = _IDIOM.sub(" ", plain(text))
    for rule in _RULES:
        for match in rule.pattern.finditer(flat):
            before = _CLAUSE.split(flat[: match.start()])[-1]
            if not _NEGATION.search(before):
                return RedFlag(rule.rule, rule.help)
    return None
