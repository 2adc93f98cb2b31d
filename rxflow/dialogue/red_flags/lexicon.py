"""The words of a message as the rules know them, so that a rule on words need not know how they are spelled.

Every word, number or mark of a text becomes one known word: a word that some rule names, the range of a number or a
mark; any other word is `OTHER`. Spelling is forgiven here: accents, apostrophes, contractions, chat abbreviations and
one slip in a longer word.
"""

from collections.abc import Iterable, Iterator, Mapping

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.red_flags.spelling import MEDICINE_NAME, SpellingEar
from rxflow.dialogue.text import plain

OTHER, COMMA, STOP, QUESTION, BUT = "", ",", ".", "?", ";"
MARKS = frozenset({COMMA, STOP, QUESTION, BUT})
_TOKEN = Expression(r"[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)?|[.!?;,:\n]")
_MARK_OF = {",": COMMA, ":": COMMA, ";": STOP, ".": STOP, "!": STOP, "\n": STOP, "?": QUESTION}
# The upper end of each range of whole numbers that a rule tells apart; what is above them all counts as the last.
_NUMBER_ENDS = (1, 2, 3, 9, 19, 54, 69, 89, 249, 399, 1899, 2099, 10_000)
_NUMBER = Expression(r"NUM_(\d+)_(\d+)")
# Spanish `he tomado` has nothing to do with English `he`.
_I_HAVE = Expression(r"\bhe\s+(?=[a-z]{2,12}(?:ado|ido|cho|sto|erto|elto)\b)")


class Lexicon:
    """Reads the words of any text, and tells which names of the rules each known word goes by."""

    def __init__(
        self,
        words: Iterable[str],
        lists: Mapping[str, Iterable[str]],
        longer: Mapping[str, str],
        merged: Mapping[str, str],
        forgiven: Iterable[str],
    ) -> None:
        """Learn the words.

        Args:
            words: Every word a rule names; `vomit*` stands for all that begin so, `NUM_4_9` for the numbers between.
            lists: Named lists of such words, which may name other lists.
            longer: What a short form or a frequent misspelling stands for, as words.
            merged: Pairs of words that are one, such as `side effects`.
            forgiven: Words of the rules that are known even with one slip in them.
        """
        self._known = frozenset({*words, MEDICINE_NAME, *merged.values()})
        self._stems = {word[:-1]: word for word in self._known if word.endswith("*")}
        self._stem_lengths = range(max(map(len, self._stems), default=0), min(map(len, self._stems), default=1) - 1, -1)
        self._ranges = {word: found for word in self._known if (found := _NUMBER.fullmatch(word))}
        self._lists_of: dict[str, list[str]] = {}
        for name, members in lists.items():
            for member in members:
                self._lists_of.setdefault(member, []).append(name)
        self._names: dict[str, tuple[str, ...]] = {}
        self._longer = {short: tuple(full.split()) for short, full in longer.items()}
        self._merged = {tuple(pair.split()): one for pair, one in merged.items()}
        self._merged_last = frozenset(last for _, last in self._merged)
        self._ear = SpellingEar(self._known, forgiven)

    def names_of(self, known: str) -> tuple[str, ...]:
        """What a known word goes by in the rules: itself, its stem, the range of its number, the lists it is on."""
        if known not in self._names:
            own = {known, *(self._stems[known[:end]] for end in self._stem_lengths if known[:end] in self._stems)}
            if known.startswith("#"):
                end = int(known[1:])
                own.update(word for word, found in self._ranges.items() if int(found[1]) <= end <= int(found[2]))
            elif known == COMMA:
                own.add("COMMA")
            reached = list(own)
            for name in reached:
                reached += (owner for owner in self._lists_of.get(name, ()) if owner not in reached)
            self._names[known] = tuple(dict.fromkeys(reached))
        return self._names[known]

    def read(self, text: str) -> list[str]:
        """A text as known words, one for each word, number or mark in it."""
        words = list(self._words(text))
        known = self._known
        unknown = {word for word in words if word not in known and word not in _MARK_OF and not word[0].isdigit()}
        heard = self._heard(unknown) if unknown else {}
        read: list[str] = []
        previous = ""
        for word in words:
            if word in self._merged_last and (pair := self._merged.get((previous, word))) is not None:
                read[-1] = pair
            elif word in _BUT:
                read.append(BUT)
            elif word in known:
                read.append(word)
            else:
                read.append(heard[word] if word in heard else _MARK_OF.get(word) or _range_of(word))
            previous = word
        return read

    def _words(self, text: str) -> Iterator[str]:
        # `can;t` is a slip on the keyboard and parts no clause.
        told = plain(text).replace("n;t", "n't")
        previous = ""
        for token in _TOKEN.findall(_I_HAVE.sub("haber ", told) if "he" in told else told):
            longer = self._longer.get(token)
            for word in longer if longer is not None else self._spelled_out(token) if "'" in token else (token,):
                yield "tomohoy" if word == "tomo" and previous not in _I_TAKE else word
                previous = word

    def _spelled_out(self, token: str) -> tuple[str, ...]:
        bare = token.replace("'", "")
        if bare in self._longer:
            return self._longer[bare]
        stem, _, ending = token.partition("'")
        if ending in _ENDINGS and (ending != "s" or stem in _PRONOUNS):
            return (stem, _ENDINGS[ending])
        return (bare,)

    def _heard(self, unknown: Iterable[str]) -> dict[str, str]:
        """The known word that each unknown one stands for: by its stem, else by its spelling."""
        heard = {word: self._by_stem(word) for word in unknown}
        spelled = self._ear.heard(word for word, stem in heard.items() if not stem)
        return heard | {word: near if near in self._known else self._by_stem(near) for word, near in spelled.items()}

    def _by_stem(self, word: str) -> str:
        for end in self._stem_lengths:
            if (stem := self._stems.get(word[:end])) is not None and len(word) >= end:
                return stem
        return OTHER


def _range_of(number: str) -> str:
    """The range of a number; parts of a whole are in none."""
    value = float(number.replace(",", ".") if len(number) < 6 else "99999")
    if value != int(value):
        return OTHER
    return f"#{next((end for end in _NUMBER_ENDS if value <= end), _NUMBER_ENDS[-1])}"


_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
_PRONOUNS = frozenset({"he", "she", "it", "that", "there", "what", "who", "where", "everything", "something", "here"})
_BUT = frozenset({"but", "pero", "however", "although", "though", "aunque"})
# `tomo`: without its accent, `I take` and `took` look alike.
_I_TAKE = frozenset({"", *",.!?;\n", *"me yo y que lo la las los ya no siempre cuando".split()})
