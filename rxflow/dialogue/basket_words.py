"""How patients speak of what is in hand: that it is right, that something is left out, that something comes to it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.number_words import NUMBERS
from rxflow.dialogue.spoken import spoken
from rxflow.dialogue.text import words_of

Named = Callable[[str], Collection[str]]
"""The drug records that words name."""

BOTH = Expression(r"\b(?:both|all of them|all(?! right)|the two|las dos|los dos|ambas|ambos|todas|todos)\b")
NEITHER = Expression(r"\b(?:neither|none|ningun[ao]|ni un[ao] ni otr[ao])\b")
OTHER_ONE = Expression(
    r"\b(?:the other(?: one)?|other one instead|l[ao] otr[ao]|el otro)\b(?! (?:pharmacy|store|farmacia))"
)
THAT_ONE = Expression(
    r"^(?:(?:ok|okay|fine|yes|yeah|sure|good|great|perfect|alright|si|bueno|vale|esta bien|perfecto)[ ,.!]*)*(?:(?:then |entonces )?"
    r"(?:that|this|it|there|ese|esa|ahi|that one|this one|that works|that is fine|esa misma|ahi mismo)(?: one| place| is fine| is good|"
    r" works| please| por favor)*)?[ .!]*$"
)
ASKS_FIRST = Expression(
    r"(?:^|[.!?] )(?:hi |hello |hola |please |por favor |can you |could you |i (?:need|want)(?: to)? |i would like(?: to)? |quiero |necesito )*"
    r"(?:refill|reorder|renew|fill|resurtir|resurta|surtir|surta)\b"
)
"""A request that comes before whatever else is said."""
_CLAUSE = Expression(r"[.,;:!?\n]+|\b(?:but|and|then|y|pero)\b")
ADD_WORDS = Expression(r"\b(?:add|include|throw in|put in|agreg\w+|anad\w+|incluy\w+|ponga|pon)\b")
_REMOVES = Expression(
    r"\b(?:without|remove|skip|leave (?:out|off)|drop|take (?:off|out)|except|not the|not my|sin|quit[ae]\w*|menos|excepto|"
    r"saque|(?:do not|no) (?:need|want|send|refill|fill|order|include|quiero|necesito|incluya|pida)|hold off on|forget|"
    r"olvide|scratch|cancel\w*)\b|^(?:no|not|nix)\b|\bno$"
)
_ALL_BUT = Expression(
    r"\b(?:all|everything|everythin|todo|todas|todos)\b(?: [a-z]+){0,4}?(?= but\b| except\b| menos\b| excepto\b)"
)
_KEEPS = Expression(r"\b(?:keep|leave|not|do not|deje|dejen|mantenga|conserve)\b")
_ONLY = Expression(
    r"\b(?:only|alone|solo|solamente|nomas|nada mas|unicamente)\b|^(?:the|la|el|my|mi)?\b.*\b(?:by itself|sol[ao])$"
)
_ADDS = Expression(
    r"\b(?:also|too|as well|add|plus|along with|on top of|tambien|ademas|agreg\w+|anad\w+|incluy\w+|include|throw in)\b|"
    r"^(?:and|y) |[,.] (?:and|y) "
)
_AGREES = Expression(
    r"^(?:oh |ok |okay |well |ah |ay |pues )?(?:yes+|yeah|yep|yup|yea|yessir|sure|correct\w*|right|exactly|exacto|si+|simon|sip|claro|"
    r"that is (?:it|right|correct|the one|mine|them)|those are|that one|ese|esa|eso)\b"
)
_DOUBTS = Expression(
    r"\?|\b(?:no|not|nope|never|but|except|instead|other|wrong|maybe|if|unless|wait|however|different|change|cambi\w+|pero|"
    r"otr[ao]s?|mejor|excepto|quizas?|tal vez|aunque|sino|used to|was|were|antes|before it|stop\w*|higher|lower|more|less)\b"
)
_BEFORE_MEALS = Expression(r"\bbefore (?:breakfast|meals?|bed|eating|food)\b")
_DIGITS = Expression(r"[0-9.]+")
_COUNTS = NUMBERS | {"once": 1, "un": 1, "una": 1, "twice": 2}
_NO_COUNTS = frozenset({"one", "una", "un", "uno", "once", "mil"})
"""Words that are said for more than their number: `that one`, `mil gracias`."""


def left_out(text: str, in_hand: Collection[str], named: Named) -> frozenset[str]:
    """The drugs in hand that words leave out: `not the omeprazole`, or all but the one in `only the lisinopril`.

    Args:
        text: The patient's whole message.
        in_hand: The drug records in hand.
        named: Tells which drugs words name.
    """
    removed: set[str] = set()
    kept: set[str] = set()
    for clause in _clauses(text):
        drugs = set(named(clause)) & set(in_hand)
        if _REMOVES.search(clause):
            removed |= drugs
        elif _ONLY.search(clause):
            kept |= drugs
    if not removed and kept:
        removed = set(in_hand) - kept
    return frozenset(removed - kept)


def asked_beside(text: str, in_hand: Collection[str], named: Named) -> frozenset[str]:
    """The drugs that words ask for and that are not in hand; what is only left out is not asked for."""
    asked = {drug for clause in _clauses(text) if not _REMOVES.search(clause) for drug in named(clause)}
    return frozenset(asked - set(in_hand))


def without_left_out(text: str, named: Named) -> str:
    """A request without the clauses that only take a medicine back: `lisinopril and omeprazole, scratch the omeprazole`.

    The words stay as they are where nothing else would be left.
    """
    clauses = list(_clauses(text))
    taken_back = {drug for clause in clauses if _REMOVES.search(clause) for drug in named(clause)}
    kept = [clause for clause in clauses if not (_REMOVES.search(clause) and named(clause))]
    if not taken_back or not any(set(named(clause)) - taken_back for clause in kept):
        return text
    return ", ".join(clause for clause in kept if not set(named(clause)) or set(named(clause)) - taken_back)


def to_cancel(text: str) -> str:
    """The words of a wish to cancel without what is to be kept: `cancel the Flonase but keep the cetirizine`."""
    return ", ".join(clause for clause in _clauses(text) if not _KEEPS.search(clause)) or text


def adds(text: str) -> bool:
    """Whether what is named comes to what is in hand, rather than in its place."""
    return bool(_ADDS.search(spoken(text)))


def says_it_is_right(text: str, in_hand: Collection[Mapping[str, Any]], named: Named) -> bool:
    """Whether words say that what was shown is right, and nothing that it is not: `yes, the 10 mg, once a day`.

    It only lets the refill go on to the pharmacy; an order needs a yes that is one whole (`read_agreement`).

    Args:
        text: The patient's whole message.
        in_hand: What was shown, as the brief has it.
        named: Tells which drugs words name.
    """
    said = spoken(text)
    drugs = {str(item["drug"]) for item in in_hand}
    if not _AGREES.search(said) or _DOUBTS.search(_BEFORE_MEALS.sub(" ", said)) or not set(named(text)) <= drugs:
        return False
    if set(named(text)) and set(named(text)) != drugs:
        return False
    shown = {_number(word) for item in in_hand for word in words_of(f"{item['medication']} {item.get('sig', '')}")}
    numbers = {
        _number(word) for word in words_of(said) if word[0].isdigit() or (word in _COUNTS and word not in _NO_COUNTS)
    }
    return numbers <= shown


def _number(word: str) -> str:
    digits = _DIGITS.match(word)
    return str(_COUNTS.get(word, digits[0] if digits else word))


def _clauses(text: str) -> Iterator[str]:
    for clause in _CLAUSE.split(_ALL_BUT.sub(r"\g<0>, except", spoken(text))):
        if clause.strip():
            yield clause.strip()
