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


_WHO = r"(?:i|i'?ve|we|he|she|they|my \w+|mi \w+|the (?:baby|child|kid)|someone|\w+)"
_TOOK = r"(?:took|taken|take|swallow(?:ed)?|ate|drank|gave|had|given|trag\w+|tome|tomo|tomado|tragado|comio|bebio)"


def _rule(rule: str, help_: Help, *patterns: str) -> _Rule:
    return _Rule(rule, help_, re.compile("|".join(f"(?:{pattern})" for pattern in patterns)))


_RULES: tuple[_Rule, ...] = (
    _rule(
        "self-harm",
        Help.CRISIS_LINE,
        r"\bkill(?:ing)? (?:my|him|her|them)sel(?:f|ves)\b",
        r"\bsuicid\w*",
        r"\bend (?:it all|my life|my own life)\b",
        r"\bwant(?:s|ed)? to (?:die|end it|be dead|disappear forever)\b",
        r"\b(?:hurt|harm|cut)(?:ing)? (?:my|him|her)self\b",
        r"\bbetter off (?:dead|without me)\b",
        r"\bno (?:reason|point) (?:to|in) (?:live|living)\b",
        r"\bself.?harm\b",
        r"\bhow many .{0,40}\b(?:kill|die|lethal|fatal|overdose)\b",
        r"\b(?:don'?t|do not) want to (?:live|be alive|wake up)\b",
        r"\bmatarme\b",
        r"\bquitarme la vida\b",
        r"\bquiero morir(?:me)?\b",
        r"\bsuicid\w*",
        r"\bno quiero vivir\b",
        r"\bhacerme dano\b",
        r"\bacabar con (?:mi vida|todo)\b",
    ),
    _rule(
        "breathing-or-collapse",
        Help.EMERGENCY,
        r"\b(?:can'?t|cannot|can not|hard to|trouble|difficulty|struggling to|not) breath(?:e|ing)?\b",
        r"\bshort(?:ness)? of breath\b",
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
        r"\bseizures?\b",
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
        r"\bchest (?:pain|pressure|tightness|hurts)\b",
        r"\bpain in (?:my|his|her|the) chest\b",
        r"\bchest is (?:tight|hurting)\b",
        r"\bheart attack\b",
        r"\b(?:having|had) a stroke\b",
        r"\bface (?:is )?droop\w*",
        r"\bslurr(?:ed|ing) (?:speech|words)\b",
        r"\bcan'?t (?:feel|move|lift) (?:my|his|her) (?:arm|leg|face|side)\b",
        r"\bnumb on one side\b",
        r"\bdolor (?:de|en el) pecho\b",
        r"\bme duele el pecho\b",
        r"\binfarto\b",
        r"\bderrame cerebral\b",
        r"\bcara caida\b",
    ),
    _rule(
        "anaphylaxis",
        Help.EMERGENCY,
        r"\b(?:throat|tongue|lips?|face) (?:is |are |feels? |was |were )?(?:swelling|swollen|swelled|closing|tight)\b",
        r"\bswelling of (?:my |the )?(?:throat|tongue|lips?|face)\b",
        r"\banaphyla\w+",
        r"\bgarganta (?:se )?(?:me )?(?:cierra|hincha\w*)",
        r"\b(?:lengua|garganta|cara) (?:esta )?hinchad[ao]\b",
    ),
    _rule(
        "bleeding",
        Help.EMERGENCY,
        r"\b(?:won'?t|can'?t|doesn'?t|not) stop(?: the)? bleeding\b",
        r"\bbleeding (?:won'?t|doesn'?t|will not) stop\b",
        r"\b(?:vomit\w*|throw\w* up|cough\w*(?: up)?) blood\b",
        r"\bblack (?:tarry )?stools?\b",
        r"\btarry stools?\b",
        r"\bsangrado que no para\b",
        r"\bvomit\w+ sangre\b",
        r"\bheces negras\b",
    ),
    _rule(
        "low-sugar",
        Help.EMERGENCY,
        r"\b(?:low|high) (?:blood )?sugar .{0,40}\b(?:confused|unresponsive|vomit\w*|shaking|passed out)\b",
        r"\b(?:confused|shaking) .{0,40}\blow (?:blood )?sugar\b",
    ),
    _rule(
        "overdose",
        Help.POISON_CONTROL,
        rf"\b{_WHO} (?:accidentally |just |have |has |had )*{_TOOK} (?:\w+ ){{0,3}}(?:too many|too much|the whole|a whole|the entire|"
        r"all (?:of )?(?:my|the|his|her)|a bunch|a lot of|(?:the )?wrong|double|twice|two doses|extra)\b",
        r"\b(?:whole|entire) bottle\b",
        r"\boverdos\w+",
        r"\bod'?ed\b",
        r"\bpoison(?:ed|ing)\b",
        rf"\b(?:baby|toddler|child|kid|son|daughter|dog|grandson|granddaughter) .{{0,20}}{_TOOK} .{{0,40}}\b(?:pill|pills|medicine|tablets?|bottle|my)\b",
        r"\btom[eo] (?:demasiad[ao]s?|tod[ao]s? (?:las?|los?|el)|el doble|much[ao]s)\b",
        r"\bsobredosis\b",
        r"\bse (?:tomo|trago|comio) .{0,30}\b(?:pastillas?|medicina|frasco|bote)\b",
        r"\btodo el frasco\b",
        r"\bfrasco entero\b",
        r"\b(?:medicina|pastilla) equivocada\b",
    ),
    _rule(
        "severe-reaction",
        Help.URGENT_CARE,
        r"\brash .{0,30}\b(?:blister\w*|peel\w*|mouth|spreading)\b",
        r"\bblister\w* .{0,30}\b(?:mouth|skin|rash)\b",
        r"\b(?:worst|severe) headache\b",
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
