"""Names that are said only to be taken back: `not the famotidine`, `losartan, no, I mean amlodipine`."""

from collections.abc import Sequence

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.heard_names import Heard

_NOT = Expression(
    r"\b(?:not|instead of|rather than|except(?: for)?|all but|(?:don't|dont|do not) (?:need|want|send|refill|fill)"
    r"|en vez de|en lugar de|excepto|menos|no (?:quiero|necesito)) (?:the |my |for |la |el |mi )?$"
)
_CORRECTION = Expression(
    r"\b(?:i mean|i meant|scratch that|no wait|wait no|wait not|no hang on|hang on no|actually no|make that|no sorry"
    r"|sorry no|no actually|digo no|no digo|digo|quise decir|mejor dicho|no perdon|perdon no)\b"
)
_NOT_THAT = Expression(
    r"\b(?:(?:sorry|oops|no|wait|perdon) wrong one"
    r"|(?:es[ae]s?|that one) no(?:t)?|not (?:that|this) one)\b(?! (?:se|me|te|l[ao]s? (?:quier|necesit|encuentr"
    r"|teng|tom)))"
)
_REFUSED_USE = Expression(
    r"^(?:(?:but|and|just|so|pero|y|solo) )*(?:not|except|skip|leave out|instead of|rather than"
    r"|excepto|menos|en vez de|en lugar de)(?: for)?"
    r" (?:the|my|that|his|her|la|el|las|los|mi|mis)\b"
    r"|\b(?:don't|dont|do not|no) (?:need|want|send|refill|fill|quiero|necesito|ocupo) (?:the|my|that|la|el|mi)\b"
)
_LATER = r"(?:this time|today|for now|right now|esta vez|hoy|por ahora|ahorita)"
_THIS_TIME = Expression(rf"^{_LATER}\b")
_OTHER_LEFT_OUT = Expression(rf"^no (?:\w+ ){{1,3}}{_LATER}\b")
_PLENTY = r"(?:plenty|lots|a lot|tons|(?:more than )?enough|bastantes?|much[ao]s?|suficientes?|de sobra)"
_HAS_PLENTY = Expression(rf"\b(?:have|has|got|tengo|hay|quedan?)(?: \w+){{0,2}} {_PLENTY}\b")
_LONGEST_CORRECTION = 12
_GOES_ON = (("me",), ("se",), ("lo",), ("la",), ("problem",), ("refills",), ("more",), ("longer",))
_ADDS = Expression(r"\b(?:also|too|as well|both|and add|plus|tambien|ademas)\b")


def is_taken_back(words: Sequence[str], heard: Heard, following: int | None) -> bool:
    """Whether a name is said only to be taken back: `not the famotidine`, `losartan, no, I mean amlodipine`."""
    if _NOT.search(f"{' '.join(words[max(heard.start - 4, 0) : heard.start])} "):
        return True
    ahead = " ".join(words[heard.end : heard.end + _LONGEST_CORRECTION])
    if words[max(heard.start - 1, 0) : heard.start] == ("no",) and _THIS_TIME.match(ahead):
        # `metformin, no insulin this time`
        return True
    if _OTHER_LEFT_OUT.match(ahead):
        return False
    if words[heard.end : heard.end + 1] == ("no",) and words[heard.end + 1 : heard.end + 2] not in _GOES_ON:
        # `el losartan no, la otra`
        return True
    between = " ".join(words[heard.end : min(following or len(words), heard.end + _LONGEST_CORRECTION)])
    if _NOT_THAT.search(between):
        # `todavía tengo amlodipina, esa no`
        return True
    if following is None:
        return False
    return bool(_CORRECTION.search(between)) and not _ADDS.search(between)


def refuses(words: Sequence[str]) -> bool:
    """Whether a part of a message refuses the medicine that it describes: `not the cholesterol one`."""
    return bool(_REFUSED_USE.search(" ".join(words)))


def has_plenty(words: Sequence[str]) -> bool:
    """Whether words tell that there is enough of a medicine: `I have plenty of the water pill`."""
    return bool(_HAS_PLENTY.search(" ".join(words)))
