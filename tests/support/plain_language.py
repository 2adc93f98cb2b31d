"""The rules of plain language for whatever a patient is told, in English and Spanish, and who breaks them.

The rules are listed in `docs/plain_language.md`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MOST_WORDS = 20
MOST_SENTENCES = 3
NEVER_AN_END = frozenset("dr dra mr mrs ms sr sra srta jr no núm tel e.g i.e vs u.s ee".split())
_STOP = re.compile(r"[.!?…]+[\"”»')\]]*(?=\s|$)")
_BEGINS = re.compile(r"\s*[\"“«'(\[]*[A-ZÁÉÍÓÚÑ¿¡0-9$]")
_LABEL = re.compile(r":\s+(?=[\"“«]?[A-ZÁÉÍÓÚÑ¿¡])")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def paragraphs(text: str) -> list[str]:
    """The lines of a text, which is how they are read."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; decimals, `Dr.` and `p.m.` within one end none.

    A sentence ends at a stop, a question or exclamation mark that a capital, a digit or nothing follows.
    """
    found, begins = [], 0
    for stop in _STOP.finditer(paragraph):
        rest = paragraph[stop.end() :]
        if rest.strip() and not (_BEGINS.match(rest) and _may_end(paragraph[begins : stop.end()])):
            continue
        found.append(paragraph[begins : stop.end()].strip())
        begins = stop.end()
    return [each for each in (*found, paragraph[begins:].strip()) if each]


def _may_end(text: str) -> bool:
    """Whether a text that ends in a stop may end a sentence there: not after an abbreviation or an initial."""
    last = text.split()[-1].strip('"“”()«»').lower()
    word = last.removesuffix(".")
    return not last.endswith(".") or (word not in NEVER_AN_END and not re.fullmatch(r"[a-zñ]", word))


def _is_list_item(paragraph: str, part: str) -> bool:
    """Items such as a pharmacy with its distance and price are no sentences, and end without a stop."""
    return paragraph.startswith("- ") and part[-1] not in ".!?"


def words(sentence: str) -> int:
    """How many words a sentence has; a number, a price or a time counts as one."""
    return sum(any(each.isalnum() for each in word) for word in sentence.split())


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """What a language forbids: patterns by rule, and clinical words that may stand only in brackets."""

    forbidden: Mapping[str, str]
    only_in_brackets: str


_DATES_AND_RANGES = {
    "a month in figures": r"\d{4}-\d{2}-\d{2}|(?<!\d)\d{1,2}/\d{1,2}/\d{2,4}",
    "a dash in a range": r"[–—]|(?<![\w-])\d+(?::\d\d)?(?: ?[ap]\.?m\.?)? ?- ?\d+(?! ?mg)(?![\w-])",
    "a number beside a strength": r"\b\d+ \d+(?:\.\d+)? ?(?:mg|mcg) (?:tab|cap|cáp)",
}
RULES: Mapping[str, LanguageRules] = {
    "en": LanguageRules(
        _DATES_AND_RANGES
        | {
            "a month cut short": r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?",
            "a double negative": (
                r"\b(?:not|no|never|cannot|nothing|none)\b[^.,:;?]{0,60}\b(?:not|no|never|without|unless|cannot)\b"
                r"|\bnot un\w+"
            ),
            "blame": (
                r"\byou (?:failed|forgot|neglected|should have|did not|didn't|must|ignored)\b"
                r"|\byour (?:fault|mistake)\b"
            ),
            "an office word": (
                r"\b(?:invalid|denied|denies|rejected|refused|unauthorized|failed you|non-?complian\w*|ineligible|"
                r"illegal|prohibited|terminated|utili[sz]e|commence|prior to|in order to|regarding|pursuant)\b"
            ),
            "an apology first": r"^(?:unfortunately|sorry|we regret|as an ai)\b",
            "a bare no": r"^(?:no|not possible|impossible|i cannot)[.!]",
        },
        r"prior authorization|step therapy|schedule ii\b|discontinued|synchronization|formulary|adheren\w+|\btier\b|"
        r"REMS|contraindicat\w+|anticoagula\w+|adverse|concomitant|subcutaneous\w*|\bprn\b|\bsig\b",
    ),
    "es": LanguageRules(
        _DATES_AND_RANGES
        | {
            "a month cut short": r"\b(?:ene|feb|abr|jun|jul|ago|sept?|oct|nov|dic)\.",
            "a double negative": r"\bno\b[^.,:;¿?]{0,60}\b(?:no|sin)\b",
            "blame": r"\busted (?:falló|olvidó|no hizo|debió|ignoró)\b|\bsu (?:culpa|error)\b",
            "an office word": (
                r"\b(?:inválid\w+|denegad\w+|negad\w+|rechazad\w+|prohibid\w+|ilegal\w*|incumpl\w+|improcedente|"
                r"a fin de|con respecto a|utilizar)\b"
            ),
            "an apology first": r"^(?:lamentablemente|lo siento|lo sentimos|desafortunadamente)\b",
            "a bare no": r"^(?:no|imposible|no es posible|no puedo)[.!]",
            "the familiar form": (
                r"\b(?:tú|tus?|ti|contigo|puedes|quieres|tienes|necesitas|dime|avísanos|vosotros|os|vuestr\w+)\b"
            ),
            "a word of Spain": r"\b(?:vale|coger|ordenador|móvil)\b",
        },
        r"autorización previa|terapia escalonada|lista ii\b|sincronización|adherencia|contraindica\w+|anticoagula\w+|"
        r"REMS|subcutáne\w+",
    ),
}


def breaches(text: str, language: str) -> list[str]:
    """Every rule that a whole reply breaks, with the words that break it."""
    return [*_structure(text), *_vocabulary(text, RULES[language])]


def _structure(text: str) -> Iterator[str]:
    for paragraph in paragraphs(text):
        found = sentences(paragraph)
        if len(found) > MOST_SENTENCES:
            yield f"{len(found)} sentences in a paragraph: {paragraph}"
        for sentence in found:
            # What stands before a colon and a capital is a heading of what follows.
            for part in _LABEL.split(sentence):
                if words(part) > MOST_WORDS and not _is_list_item(paragraph, part):
                    yield f"{words(part)} words in a sentence: {part}"
    if text.count("?") > 1:
        yield f"{text.count('?')} questions in a reply: {text}"


def _vocabulary(text: str, rules: LanguageRules) -> Iterator[str]:
    for rule, pattern in rules.forbidden.items():
        for match in re.finditer(pattern, text, re.IGNORECASE if "month" not in rule else 0):
            yield f"{rule}: {match[0]!r} in {text}"
    outside = _IN_BRACKETS.sub("", text)
    for match in re.finditer(rules.only_in_brackets, outside, re.IGNORECASE):
        yield f"the clinical word before the plain one: {match[0]!r} in {text}"


NEXT_STEP = re.compile(
    r"pharmacist|prescriber|dr\.|the plan|your plan|another pharmacy|refill (?:date|it from)|before|renew|ask |say "
    r"|farmacéutic|médico|dra?\.|el plan|su plan|elegir otra|desde el|renov|pida|diga",
    re.IGNORECASE,
)
"""What follows a no: whom to turn to, or what to do or when."""
