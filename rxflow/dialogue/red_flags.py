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
        r"\b(?:ending|take|taking) (?:it all|(?:my|his|her|their)(?: own)? life)\b",
        r"\b(?:and|to) end it\b",
        r"\bcutting (?:my|him|her)self\b",
        r"\b(?:can'?t|cannot) go on (?:any ?more|like this|living)\b",
        r"\b(?:lethal|fatal) (?:dose|amount)\b",
        r"\b(?:matar|morir|suicidar|quitar)se(?: la vida)?\b",
        r"\bse (?:quiere|va a) (?:matar|morir|suicidar)\b",
        r"\bganas de (?:morir\w*|no vivir)\b",
        r"\bcuant[ao]s .{0,40}\b(?:mat(?:ar\w*|an?)|morir\w*|letal\w*)\b",
        r"\bdosis (?:letal|mortal)\b",
        r"\b(?:want|going|gonna) to kill (?:him|her|them|someone|everyone)\b",
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
        r"\b(?:hard time|difficult to|isn'?t|aren'?t) breath(?:e|ing)\b",
        r"\bbreathing (?:is |very |really |so |too )*(?:slow\w*|shallow\w*|hard|difficult)\b",
        r"\bshortness of breath\b(?! (?:inhaler|medic\w+|pills?))",
        r"\b(?:going|about|gonna) (?:to )?(?:faint|pass out|collapse)\b",
        r"\bambulanc(?:e|ia)\b",
        r"\b(?:me|le|les) cuesta (?:mucho )?respirar\b",
        r"\bno (?:l[oa]s? )?pued\w+ despertar\w*",
        r"\bme desmay\w+",
        r"\blabios morados\b",
        r"\bataque epileptico\b",
        r"\b(?:had|has|have) (?:a )?seizures?\b",
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
        r"\b(?:speech|words) (?:is|are|sounds?) slurr\w*",
        r"\bgave me a heart attack\b",
        r"\bone side of (?:my|his|her|the) (?:face|body) (?:is |feels? |went )?(?:numb|weak|droop\w*)",
        r"\barm (?:weakness|is weak)\b",
        r"\b(?:opresion|presion) en el pecho\b",
        r"\bataque (?:al corazon|cardiaco)\b",
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
        r"\banaphyla(?:xis|ctic (?:shock|reaction))\b",
        r"\b(?:severe|serious|bad) allergic reaction\b",
        r"\bse (?:me |le |te )?(?:esta )?(?:cierra|cerro|cerrando|hincha|hinchando) (?:la |los )?(?:garganta|lengua|cara|labios)\b",
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
        r"\b(?:stools?|poop) (?:is|are) black\b",
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
        r"\bsugar (?:is |was )?(?:very |really |too |so )*(?:low|high)\b.{0,40}\b(?:confused|unresponsive|vomit\w*|shak\w+|passed out)\b",
        r"\b(?:low|high) (?:blood )?sugar .{0,40}\b(?:confused|unresponsive|vomit\w*|shak\w+|passed out)\b",
        r"\b(?:confused|shak\w+) .{0,40}\blow (?:blood )?sugar\b",
        r"\bsugar (?:is|at|was|of) (?:at )?[1-5]\d\b",
        r"\bazucar (?:esta |muy )*baja\b",
    ),
    _rule(
        "overdose",
        Help.POISON_CONTROL,
        rf"\b(?:{_TOOK}|take|ingested) (?:\w+ ){{0,3}}(?:too (?:many|much)|to many)\b",
        r"\b(?:took|taken|swallowed|given) (?:an )?extra (?:pill|tablet|capsule|dose|one)\b",
        r"\b(?:took|taken|swallowed) (?:someone else'?s|(?:my|his|her) \w+'s) \w+",
        r"\b(?:took|taken|gave|given|swallowed) (?:\w+ ){1,3}(?:the )?wrong (?:medicine|medication|pills?|dose|tablet|one)\b",
        r"\b(?:mom|mother|dad|father|wife|husband|son|daughter|friend|brother|sister|gran\w+) (?:\w+ )?overdos\w+",
        r"(?<!opioid )\boverdosed?\b(?! (?:emergency|kit|rescue|spray))(?=.{0,20}\b(?:now|help|today|tonight|please)\b)",
        r"\b(?:year|month)s?.old (?:just )?(?:swallowed|ate|drank|chewed|got into)\b",
        r"\b(?:kids?|children|cat|puppy|niece|nephew) (?:just )?(?:swallowed|ate|drank|chewed|got into) [^,.;]{0,40}\b(?:pills?|medicine|meds|tablets?|bottle)\b",
        r"\b(?:tome|se tomo) (?:doble dosis|dos dosis\b(?! al)|much[ao]s (?:pastillas|pildoras|tabletas))",
        r"\bequivo\w+ de (?:pastilla|medicina|medicamento|dosis)\b",
        r"\b(?:intoxicad|envenenad)[ao]\b",
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
        r"\b(?:baby|toddler|child|kid|son|daughter|dog|grandson|granddaughter) (?:just )?(?:swallowed|ate|drank|got into) [^,.;]{0,40}\b(?:pills?|medicine|tablets?|bottle|my)\b",
        r"\bme tom[eo] (?:demasiad[ao]s?|tod[ao]s? (?:las?|los?|el)\b(?! (?:manana|noche|tarde|dia|mes|semana)\w*)|el doble|much[ao]s)\b",
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
        r"\burine is (?:very )?(?:dark|brown)\b",
        r"\byellow (?:skin|eyes)\b",
        r"\bpiel amarilla\b",
        r"\brigidez (?:de|en el|en la) (?:cuello|nuca)\b",
        r"\b(?:dolor de cabeza (?:muy |tan )?(?:fuerte|intenso|insoportable)|peor dolor de cabeza)\b",
        r"\bfever\b.{0,40}\b(?:rigid\w*|agitat\w*|stiff\w*)",
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
    r"(?:\s+(?:have|had|having|got|any|a|an|feel|feeling|longer|more|tengo|tiene|mas|actually|really)){0,4}\s*$"
)
# `never had chest pain like this` and `cannot sleep without chest pain` are no denials.
_FIRST_TIME = re.compile(
    r"[^.;!?\n]{0,30}\b(?:like this|like that|before|this bad|until|so bad|asi|antes|tan fuerte)\b"
)
_CANNOT = re.compile(r"\b(?:can'?t|cannot|can not|hardly|no pued[eo])\b.*\b(?:without|sin)\s")
_IDIOM = re.compile(
    r"\b(?:heartburn|back|knee|head|feet|price|prices|wait|waiting|commute|cost|costs|traffic|line) (?:is |are )?killing me\b|"
    r"\b(?:took|taken|finished|used) all (?:of )?(?:my|the) \w+.{0,40}\b(?:refill|ran out|run out|need more)\b|"
    r"\bdying (?:to|for)\b|\bscared to death\b|\bto die for\b|\b(?:price|prices|cost|bill|total|copay) (?:almost |nearly )?gave me a heart attack\b|"
    r"\btook (?:his|her|their|my|the) last (?:of \w+ )?\w+|\btomo (?:la|su|mi) ultima \w+"
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
            if not _is_denied(before, flat[match.end() :]):
                return RedFlag(rule.rule, rule.help)
    return None


def _is_denied(before: str, after: str) -> bool:
    """Whether the words of the clause before a match deny it."""
    if not _NEGATION.search(before) or _CANNOT.search(before):
        return False
    never = re.search(r"\b(?:never|nunca)\b", before)
    return not (never and _FIRST_TIME.match(after))
