"""Okapi BM25 over a few short texts, and what part of a question a text speaks of.

Source: Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009); k1 and b are its defaults.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from math import log
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

K1, B = 1.2, 0.75
_WORD = re.compile(r"[a-z]+")
_ENDINGS = ("ing", "es", "ed", "s")
_SHORTEST_STEM = 4
_STOP_WORDS = frozenset(
    # English
    "a about an and any are as at be been by can did do does doing for from get give had has have he her hi hello hey "
    "his how i if in is it its know know me my need of on one or our please she should so some something tell thank "
    "thanks that the their them then there these they this those to us want was we were what when where which while "
    "who why will with would you your than also ok okay just like say said says people someone most anything really "
    "medicine medicines medication medications med meds pill pills drug drugs tablet tablets capsule capsules "
    "prescription question there's "
    # Spanish
    "al algo algun alguna como con cual cuales cuando de del donde el ella ellos en es esa ese eso esta este esto ha "
    "hay he hola la las le les lo los me mi mis muy no nos o para pero por porque puede que quien quiero saber se ser "
    "si sin sobre son su sus tengo tiene tienen un una uno unos unas usted y ya yo te tu quisiera favor gracias digame "
    "medicina medicinas medicamento medicamentos pastilla pastillas tableta tabletas remedio capsula capsulas "
    "receta pregunta".split()
)


def terms(text: str) -> tuple[str, ...]:
    """The words of a text that say what it is about, in lower case, without accents and endings."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    if not folded.isascii():
        folded = "".join(char for char in folded if not unicodedata.combining(char))
    words = _WORD.findall(folded)
    return tuple(_stem(word) for word in words if word not in _STOP_WORDS and len(word) > 1)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] in "aeo" else word


class Bm25(Generic[Key]):
    """An index of short texts.

    Args:
        texts: The texts by key.
    """

    def __init__(self, texts: Mapping[Key, str]) -> None:
        self._counts = {key: Counter(terms(text)) for key, text in texts.items()}
        lengths = {key: counts.total() for key, counts in self._counts.items()}
        mean = sum(lengths.values()) / len(lengths) if lengths else 1.0
        self._norm = {key: K1 * (1 - B + B * length / mean) for key, length in lengths.items()}
        held = Counter(term for counts in self._counts.values() for term in counts)
        total = len(self._counts)
        self._weight = {term: log(1 + (total - count + 0.5) / (count + 0.5)) for term, count in held.items()}
        self._unknown = log(1 + (total + 0.5) / 0.5)

    def best(self, question: Collection[str], among: Collection[Key]) -> tuple[Key, float] | None:
        """The text that fits a question best.

        Args:
            question: The question's terms.
            among: The keys that may be answered with.

        Returns:
            Its key, and what part of the question's weight it holds, from 0 to 1: a word that no text has weighs most.
            None where nothing fits. Of equals the first.
        """
        asked = set(question)
        scored = [(self._score(asked, key), key) for key in among]
        score, key = max(scored, key=lambda each: each[0], default=(0.0, None))
        if key is None or score <= 0:
            return None
        weights = {term: self._weight.get(term, self._unknown) for term in asked}
        held = sum(weight for term, weight in weights.items() if term in self._counts[key])
        return key, held / sum(weights.values())

    def _score(self, asked: Collection[str], key: Key) -> float:
        counts, norm = self._counts[key], self._norm[key]
        return sum(
            self._weight[term] * counts[term] * (K1 + 1) / (counts[term] + norm) for term in asked if term in counts
        )
