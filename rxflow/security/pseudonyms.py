"""Pseudonyms: what names a person is replaced before it leaves the machine, and put back in what comes.

A placeholder such as `[RX_2]` stands for one value throughout a conversation. Known values are found however they are
written (case, accents, dashes); in people's own words also what looks like an e-mail address, a phone number, a Social
Security number, a full date or a street address. Each text is looked through once by each pattern, and no pattern
repeats without a bound: the time grows with the text.

Source: 45 CFR 164.514(b)(2)(i), the identifiers of Safe Harbor; what is not replaced is told in `docs/privacy.md`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from datetime import date

_APART = r"[\s#.:_-]{0,3}"
"""What people write between the parts of a number or a name."""
_SEPARATORS = re.compile(r"[\s#.:_/,'’-]+")
_PARTS = re.compile(r"\d+|[^\d\s#.:_/,'’-]+")
_SHORT = 3
_WORDS_TOO = frozenset(
    """angel april august baker bean bell best bishop blanca bond brown bush case cook cruz day dolores domingo drew
    faith flores fox frank gene good grace grant green guy hall hope jack joy julio june king lane leon lily long love
    luz major mark mercedes mills miles mora moreno page parker paz pat penny pilar pinto price prince ramos reed rich
    rivera rob rojas rosa rose ruby russo santos sol summer violet wade wall ward white will wood woods young""".split()
)
"""Names that are words too: alone they count as a name only with a capital."""

_PLACEHOLDER = re.compile(
    r"\\?\[([a-z]+(?:_[a-z]+){0,2}_\d{1,4})\\?\]|(?<!\w)([A-Z]+(?:_[A-Z]+){0,2}_\d{1,4})(?!\w)", re.I
)
_BRACKETED = re.compile(r"\[[A-Z]+(?:_[A-Z]+){0,2}_\d{1,4}\]")

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre"
    r"|noviembre|diciembre)"
)
_STREET = (
    r"(?:street|st|avenue|ave|road|rd|drive|lane|ln|boulevard|blvd|parkway|pkwy|terrace|highway|hwy|circle|court)\b"
)
_UNITS = r"(?:mg|mcg|ml|units?|tablets?|pills?|capsules?|days?|dias?|months?|meses|refills?|times|veces|of|de)\b"

_EMAIL = re.compile(r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}")
_IDS = (
    ("ORDER", re.compile(r"(?<![a-z0-9])rf-[0-9a-z]{4}-[0-9a-z]{4}(?![a-z0-9])")),
    ("QUOTE", re.compile(r"(?<![a-z0-9])qt-[0-9a-z]{4}-[0-9a-z]{4}(?![a-z0-9])")),
    ("CASE", re.compile(r"(?<![a-z0-9])cs-[0-9a-z]{4}-[0-9a-z]{4}(?![a-z0-9])")),
    ("RX", re.compile(rf"(?<![a-z0-9])rx{_APART}\d{{4,12}}(?!\d)")),
    ("SSN", re.compile(r"(?<![\d-])\d{3}[ .-]\d{2}[ .-]\d{4}(?![\d-])")),
)
"""What is looked for in every text."""
_IN_WORDS = (
    ("DATE", re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d(?!\d)")),
    ("DATE", re.compile(r"(?<!\d)(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}(?!\d)")),
    ("DATE", re.compile(rf"(?<![a-z]){_MONTH}\.?\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,2}}(?:19|20)\d\d(?!\d)")),
    (
        "DATE",
        re.compile(
            rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}(?:de\s|of\s)?{_MONTH},?\s(?:del?\s)?(?:19|20)\d\d(?!\d)"
        ),
    ),
    ("PHONE", re.compile(r"(?<![\d$.])(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]{0,2}\d{3}[ .-]?\d{4}(?!\d)")),
    ("PHONE", re.compile(r"\+\d{1,3}(?:[ .-]?\d{2,4}){2,5}(?!\d)")),
    ("SSN", re.compile(r"(?<![\d$.])\d{9}(?!\d)")),
    (
        "ADDRESS",
        re.compile(rf"(?<![\w.$])\d{{1,6}}(?!\s*{_UNITS})(?:\s{{1,2}}[\w.'-]{{1,20}}){{1,4}}?\s{{1,2}}{_STREET}"),
    ),
    ("ADDRESS", re.compile(r"(?<!\w)(?:calle|avenida)\s{1,2}(?:[\w.'-]{1,20}\s{1,2}){1,4}?(?:#\s?)?\d{1,6}(?!\w)")),
    ("ZIP", re.compile(r"(?<=zip )\d{5}(?!\d)|(?<=zip code )\d{5}(?!\d)|(?<=codigo postal )\d{5}(?!\d)")),
    ("ZIP", re.compile(r"(?<!\d)\d{5}-\d{4}(?!\d)")),
)
"""What is looked for besides in what people wrote themselves."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something that tells who a person is.

    Attributes:
        kind: What it is, such as `RX`: upper case, the word of its placeholder.
        value: What its placeholder is put back as.
        spellings: Other ways to write it.
        needs_capital: Whether it counts only with a capital, because it is a word too.
    """

    kind: str
    value: str
    spellings: tuple[str, ...] = ()
    needs_capital: bool = False


class Pseudonyms:
    """The placeholders of one conversation.

    Args:
        known: What is known to tell who the patient is.
        given: The placeholders that were given before, with their values; new ones are added to it.
    """

    def __init__(self, known: Iterable[Identifier], given: MutableMapping[str, str]) -> None:
        self._given = given
        self._names = {value: name for name, value in given.items()}
        self._known: dict[str, Identifier] = {}
        spelled = set[str]()
        for item in known:
            spelled |= self._learn(item)
        self._of_known = _any_of(spelled)
        self._told = set[str]()
        for name, value in given.items():
            self._told |= self._learn(Identifier(name.rpartition("_")[0], value))
        # Apart from the others: this pattern grows with the conversation, and to make the other takes longer.
        self._of_told = _any_of(self._told)

    def hide(self, text: str, *, is_peoples: bool = False) -> str:
        """A text with placeholders in it.

        Args:
            text: Any text; JSON stays JSON as far as values are texts.
            is_peoples: Whether it is what a person or a model wrote, not what this program did.
        """
        told = len(self._told)
        text = _replaced(text, _EMAIL, lambda found: self._placeholder("EMAIL", found))
        text = self._hide_known(text)
        for kind, pattern in (*_IDS, *(_IN_WORDS if is_peoples else ())):
            text = _replaced(text, pattern, lambda found, kind=kind: self._placeholder(kind, found))  # type: ignore[misc]
        if len(self._told) != told:
            self._of_told = _any_of(self._told)
        return text

    def put_back(self, text: str) -> str:
        """A text with the values in place of their placeholders; what is none of them stays as it is."""

        def value(match: re.Match[str]) -> str:
            return self._given.get((match[1] or match[2]).upper(), match[0])

        return _PLACEHOLDER.sub(value, text)

    def has_unknown(self, text: str) -> bool:
        """Whether a text that was put back holds a placeholder that stands for nothing: a model made it up."""
        return _BRACKETED.search(text) is not None

    def _hide_known(self, text: str) -> str:
        def placeholder(found: str) -> str:
            item = self._known[_key(found)]
            if item.needs_capital and not found[:1].isupper():
                return found
            return self._placeholder(item.kind, item.value)

        for pattern in (self._of_told, self._of_known):
            text = _replaced(text, pattern, placeholder) if pattern is not None else text
        return text

    def _placeholder(self, kind: str, value: str) -> str:
        same = self._known.get(_key(value))
        if same is not None:
            kind, value = same.kind, same.value
        name = self._names.get(value)
        if name is None:
            name = f"{kind}_{1 + sum(each.rpartition('_')[0] == kind for each in self._given)}"
            self._given[name] = value
            self._names[value] = name
            self._told |= self._learn(Identifier(kind, value))
        return f"[{name}]"

    def _learn(self, item: Identifier) -> set[str]:
        """Know a value by all its spellings.

        Returns:
            The patterns of those that are not known as another's.
        """
        patterns = set[str]()
        for spelling in (item.value, *item.spellings):
            key = _key(spelling)
            if key and self._known.setdefault(key, item) is item:
                patterns.add(_loosely(spelling))
        return patterns


def person(kind: str, name: str, title: str = "") -> Iterator[Identifier]:
    """The identifiers in a person's name: the whole, its first word and its last.

    Args:
        kind: `PATIENT`, `GUARDIAN` or `PRESCRIBER`.
        name: The name without a title.
        title: A title that is written before it, such as `Dr.`.
    """
    words = name.split()
    yield Identifier(kind, f"{title} {name}".strip(), (name, " ".join(reversed(words))))
    for part, word in (("FIRST", words[0]), ("LAST", words[-1])) if len(words) > 1 else ():
        for each in {word, *word.split("-")}:
            plain = _folded(each)
            yield Identifier(f"{kind}_{part}", each, needs_capital=len(plain) <= _SHORT or plain in _WORDS_TOO)
    for word in words[1:-1]:
        if len(word) > _SHORT:
            yield Identifier(f"{kind}_MIDDLE", word, needs_capital=_folded(word) in _WORDS_TOO)


def date_spellings(day: date) -> tuple[str, ...]:
    """How people write a date, in English and Spanish."""
    months, short = _ENGLISH[day.month - 1], _ENGLISH[day.month - 1][:3]
    spanish, years = _SPANISH[day.month - 1], (f"{day.year}", f"{day.year % 100:02}")
    pairs = ((day.month, day.day), (day.day, day.month))
    numbers = {
        f"{first:0{width}}/{second:0{other}}/{year}"
        for first, second in pairs
        for width in (1, 2)
        for other in (1, 2)
        for year in years
    }
    words = {f"{month} {day.day}{end} {day.year}" for month in (months, short) for end in ("", "st", "nd", "rd", "th")}
    of = {f"{day.day} {month} {day.year}" for month in (months, short, spanish)}
    spoken = {f"{day.day} de {spanish} {link} {day.year}" for link in ("de", "del")}
    iso = {f"{day.year}/{day.month:02}/{day.day:02}", f"{day.year}{day.month:02}{day.day:02}"}
    return tuple(sorted(numbers | words | of | spoken | iso))


_ENGLISH = "january february march april may june july august september october november december".split()
_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()


def _folded(text: str) -> str:
    """Lower case without accents, letter for letter, so that places stay the same."""
    return text.lower() if text.isascii() else "".join(map(_letter, text))


def _letter(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char)[0].lower()
    return plain if len(plain) == 1 else char


def _key(text: str) -> str:
    """What all spellings of a value have in common."""
    return _SEPARATORS.sub("", _folded(text))


def _loosely(spelling: str) -> str:
    """A pattern of a value that lets people part it otherwise; two numbers stay parted."""
    pieces, before = [], ""
    for part in _PARTS.findall(_folded(spelling)):
        if before:
            least = 1 if before[-1].isdigit() and part[0].isdigit() else 0
            pieces.append(rf"[\s#.:_/,'’-]{{{least},3}}")
        pieces.append(re.escape(part))
        before = part
    return "".join(pieces)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern of many, the longest first; None of none. `re` keeps what it has compiled."""
    ordered = sorted(patterns, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(ordered)})(?![a-z0-9])") if ordered else None


def _replaced(text: str, pattern: re.Pattern[str], by: Callable[[str], str]) -> str:
    """Replace what a pattern finds in the folded text."""
    pieces, end = [], 0
    for match in pattern.finditer(_folded(text)):
        pieces += [text[end : match.start()], by(text[match.start() : match.end()])]
        end = match.end()
    return "".join([*pieces, text[end:]]) if pieces else text
