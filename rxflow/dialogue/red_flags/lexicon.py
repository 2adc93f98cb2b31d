"""Words as letters: a message becomes a string with one letter a word, so that rules on words are rules on letters.

A letter stands for a word that some rule knows, for a range of numbers or for a mark; every other word is `OTHER`.
Spelling is forgiven here: accents, apostrophes, contractions, chat abbreviations and one slip in a longer word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from rxflow.dialogue.text import plain

OTHER, COMMA, STOP, QUESTION, BUT = "x", ",", ".", "?", ";"
MARKS = f"{COMMA}{STOP}{QUESTION}{BUT}"
_FIRST_LETTER = 0x4E00
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)?|[.!?;,:\n]")
_MARK_LETTERS = {",": COMMA, ":": COMMA, ";": STOP, ".": STOP, "!": STOP, "\n": STOP, "?": QUESTION}
# The upper end of each range of whole numbers that a rule tells apart.
_NUMBER_ENDS = (1, 2, 3, 9, 19, 54, 69, 89, 249, 399, 1899, 2099)
_SHORTEST_FORGIVEN = 6
_SHORTEST_HEARD = 4
_LONGEST_WORD = 24
# Spanish `he tomado` has nothing to do with English `he`.
_I_HAVE = re.compile(r"\bhe\s+(?=[a-z]{2,12}(?:ado|ido|cho|sto|erto|elto)\b)")
_MEDICINE_ENDING = re.compile(
    r"[a-z]{2,}(?:pril|sartan|statina?|olol|prazol|azole?|[pl]am|co?done|codona|cillin|cilina|mycin|micina|floxacin|"
    r"oxetine|triptyline|gliptin|gliflozin|formina?|dipine?|zine|dronate|afil|xaban|triptan|profeno?|barbital|"
    r"phen|mine|pirone|razole|thiazide|semide|lactone|cycline|ciclina|sone|lone|tadine|pentin|pentina|toin)s?"
)
MEDICINE_NAME = "medicinename"


class Lexicon:
    """The letters of the known words, and of any text."""

    def __init__(
        self, words: Iterable[str], longer: Mapping[str, str], merged: Mapping[str, str], forgiven: Iterable[str]
    ) -> None:
        """Give every word its letter.

        Args:
            words: Every word a rule names; `vomit*` stands for all that begin so.
            longer: What a short form or a frequent misspelling stands for, as words.
            merged: Pairs of words that are one, such as `side effects`.
            forgiven: Words of the rules that are known even with one slip in them.
        """
        known = sorted({*words, MEDICINE_NAME, *merged.values()})
        self.letters = {word: chr(_FIRST_LETTER + place) for place, word in enumerate(known)}
        self._numbers = tuple(chr(_FIRST_LETTER - 1 - place) for place in range(len(_NUMBER_ENDS) + 2))
        self._stems = {word[:-1]: letter for word, letter in self.letters.items() if word.endswith("*")}
        self._longest_stem = max(map(len, self._stems), default=0)
        self._shortest_stem = min(map(len, self._stems), default=0)
        self._longer = {short: tuple(full.split()) for short, full in longer.items()}
        self._merged = {tuple(pair.split()): one for pair, one in merged.items()}
        self._merged_first = {first for first, _ in self._merged}
        self._slips = _slip_index(forgiven)
        self._sounds = {_sound(word): word for word in (*forgiven, *known) if len(word) >= _SHORTEST_HEARD}

    def letters_of(self, word: str) -> str:
        """All letters a word of a rule stands for: of a stem, also those of the known words that begin with it."""
        if not word.endswith("*"):
            return self.letters[word]
        return "".join(letter for known, letter in self.letters.items() if known == word or known.startswith(word[:-1]))

    def numbers(self, lowest: float, highest: float) -> str:
        """The letters of the ranges of numbers from `lowest` to `highest`."""
        return "".join(self._numbers[self._range_of(n)] for n in (*_NUMBER_ENDS, 10_000) if lowest <= n <= highest)

    def encode(self, text: str) -> str:
        """A text with one letter a word, number or mark."""
        letters: list[str] = []
        previous = ""
        for word in self._words(text):
            if (pair := self._merged.get((previous, word))) is not None:
                letters[-1] = self.letters[pair]
            else:
                letters.append(self._letter(word))
            previous = word
        return "".join(letters)

    def _words(self, text: str) -> Iterator[str]:
        previous = ""
        for token in _TOKEN.findall(_I_HAVE.sub("haber ", plain(text))):
            for word in self._longer.get(token) or self._spelled_out(token):
                yield "tomohoy" if word == "tomo" and previous not in _I_TAKE else word
                previous = word

    def _spelled_out(self, token: str) -> tuple[str, ...]:
        if "'" not in token:
            return (token,)
        bare = token.replace("'", "")
        if bare in self._longer:
            return self._longer[bare]
        stem, _, ending = token.partition("'")
        if ending in _ENDINGS and (ending != "s" or stem in _PRONOUNS):
            return (stem, _ENDINGS[ending])
        return (bare,)

    def _letter(self, word: str) -> str:
        if word in _MARK_LETTERS:
            return _MARK_LETTERS[word]
        if word in _BUT:
            return BUT
        if word[0].isdigit():
            return self._numbers[self._range_of(float(word.replace(",", ".") if len(word) < 6 else "99999"))]
        return self.letters.get(word) or self._by_stem(word) or self._nearly(word) or OTHER

    def _by_stem(self, word: str) -> str | None:
        for end in range(min(len(word), self._longest_stem), self._shortest_stem - 1, -1):
            if (letter := self._stems.get(word[:end])) is not None:
                return letter
        return None

    def _nearly(self, word: str) -> str | None:
        if len(word) > _LONGEST_WORD:
            return None
        if _MEDICINE_ENDING.fullmatch(word):
            return self.letters[MEDICINE_NAME]
        if len(word) < _SHORTEST_HEARD:
            return None
        heard = f"{word}g" if word.endswith("in") and f"{word}g" in self.letters else self._sounds.get(_sound(word))
        if heard is not None and heard[0] in (word[0], *_ALIKE.get(word[0], ())):
            return self.letters.get(heard) or self._by_stem(heard)
        if len(word) < _SHORTEST_FORGIVEN - 1:
            return None
        for form in _without_a_letter(word):
            for known in self._slips.get(form, ()):
                if known[0] == word[0] and _one_slip(word, known):
                    return self.letters.get(known) or self._by_stem(known)
        return None

    @staticmethod
    def _range_of(number: float) -> int:
        if number != int(number):
            return len(_NUMBER_ENDS) + 1
        return next((place for place, end in enumerate(_NUMBER_ENDS) if number <= end), len(_NUMBER_ENDS))


_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
_PRONOUNS = frozenset({"he", "she", "it", "that", "there", "what", "who", "where", "everything", "something", "here"})
_BUT = frozenset({"but", "pero", "however", "although", "though", "aunque"})
# `tomo`: without its accent, `I take` and `took` look alike.
_I_TAKE = frozenset(
    {
        "",
        "me",
        "yo",
        "y",
        "que",
        ",",
        ".",
        "!",
        "?",
        ";",
        "\n",
        "lo",
        "la",
        "las",
        "los",
        "ya",
        "no",
        "siempre",
        "cuando",
    }
)


# First letters that sound alike in English or in Spanish.
_ALIKE = {
    "a": "h", "b": "v", "c": "sk", "e": "h", "f": "p", "g": "j", "h": "aeiou", "i": "hy", "j": "g", "k": "cq", "l": "",
    "o": "h", "q": "ck", "s": "cz", "u": "h", "v": "b", "w": "h", "y": "li", "z": "sc",
}  # fmt: skip
_HEARD = (
    (re.compile(r"ll(?=[aeiou])|y"), "i"),
    (re.compile(r"cc(?=[ei])|x"), "ks"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|qu(?=[ei])|q|c(?![eih])"), "k"),
    (re.compile(r"c(?=[ei])|z"), "s"),
    (re.compile(r"gu(?=[ei])"), "G"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"(?<![cs])h"), ""),
    (re.compile(r"v"), "b"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def _sound(word: str) -> str:
    """How a word sounds to one who writes by ear: `desmallo` as `desmayo`, `atack` as `attack`."""
    for spelled, heard in _HEARD:
        word = spelled.sub(heard, word)
    return word


def _without_a_letter(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _slip_index(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each word under all its forms that lack a letter."""
    index: dict[str, tuple[str, ...]] = {}
    for word in words:
        for form in _without_a_letter(word):
            index[form] = (*index.get(form, ()), word)
    return index


def _one_slip(word: str, known: str) -> bool:
    """Whether a letter too many, too few, wrong or swapped with its neighbour makes one word of the other."""
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    left, right = word[start:], known[start:]
    if len(left) > len(right):
        return left[1:] == right
    if len(left) < len(right):
        return left == right[1:]
    return left[1:] == right[1:] or (left[1:2] + left[:1] == right[:2] and left[2:] == right[2:])
