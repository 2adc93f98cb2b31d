"""Names of medicines as they are compared: keys, spoken and Spanish forms, and the words that are no part of a name."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

PRODUCT_WORDS = frozenset(
    "er xr sr xl la cr cd dr ir ec odt hfa hcl hydrochloride succinate tartrate besylate propionate sodium calcium "
    "sulfate maleate fumarate mesylate hydrobromide acetate diskus respimat respiclick solostar flexpen kwikpen".split()
)
"""Words after a name that tell the product, not the ingredient."""

AMOUNT_WORDS = frozenset(
    "mg mcg g ml unit units tablet tablets capsule capsules pill pills pen pens inhaler inhalers "
    "tableta tabletas pastilla pastillas capsula capsulas inhalador".split()
)

_MIN_PLURAL = 4
WORDS_KEPT, LONGEST_KEPT = 4096, 24
"""What is found of so many short words is kept, for most words of a message are those of every message."""

_WORD = re.compile(r"[a-z0-9]+")
_AMOUNT = re.compile(r"[0-9]+(?:mg|mcg|ml|g)?")
_APOSTROPHES = str.maketrans("", "", "'\u2019")

_SPANISH_ENDINGS = (
    ("in", "ina"), ("in", "ino"), ("ine", "ina"), ("ine", "ino"), ("one", "ona"), ("ide", "ida"), ("ate", "ato"),
    ("ium", "io"), ("ole", "ol"), ("am", "an"), ("ene", "eno"),
)  # fmt: skip
"""Endings of ingredient names in English and in Spanish: amlodipino, metformina, omeprazol, furosemida, tiotropio."""

_SPANISH_LETTERS = tuple(
    (re.compile(english), spanish)
    for english, spanish in (
        ("ph", "f"),
        ("th", "t"),
        ("ch", "c"),
        ("rh", "r"),
        ("y", "i"),
        (r"([bdfglmpst])\1", r"\1"),
    )
)
_SOFT_Z = re.compile(r"z(?=[ei])")

_SOUNDS = (
    ("ph", "f"), ("qu", "k"), ("ck", "k"), ("gh", ""), ("dg", "j"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("sce", "s"),
    ("ge", "j"), ("gi", "j"), ("gy", "j"),
)  # fmt: skip
_LETTER_SOUNDS = str.maketrans({"c": "k", "q": "k", "x": "ks", "z": "s", "v": "f", **dict.fromkeys("aeiouyhw")})
_DOUBLED = re.compile(r"(.)\1+")
_DIGITS_SAID = {"1": "one", "2": "to", "4": "for", "8": "ate"}


def name_words(text: str) -> list[str]:
    """The words of a name in lower case without accents, apostrophes and punctuation."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).encode("ascii", "ignore").decode()
    return _WORD.findall(text.replace("'", "").lower())


def name_key(text: str) -> str:
    """A name as it is compared: `Sacubitril / Valsartan` and `sacubitril-valsartan` have the same key."""
    return "".join(name_words(text))


def without_amount(words: Sequence[str]) -> list[str]:
    """`lisinopril 10 mg` without its strength; numbers alone stay."""
    named = [word for word in words if word not in AMOUNT_WORDS and not _AMOUNT.fullmatch(word)]
    return named or list(words)


def without_product(words: Sequence[str]) -> list[str]:
    """`metoprolol succinate` and `Wellbutrin XL` without the words that tell the product."""
    end = len(words)
    while end > 1 and words[end - 1] in PRODUCT_WORDS:
        end -= 1
    return list(words[:end])


def spanish_forms(word: str) -> Iterator[str]:
    """How an ingredient's English name may be spelled in Spanish: `hidroxizina`, `hidroxicina`."""
    spelled = word
    for english, spanish in _SPANISH_LETTERS:
        spelled = english.sub(spanish, spelled)
    forms = {spelled}
    forms.update(spelled.removesuffix(ours) + theirs for ours, theirs in _SPANISH_ENDINGS if spelled.endswith(ours))
    for form in sorted(forms):
        yield form
        if "z" in form:
            yield _SOFT_Z.sub("c", form)


def singulars(word: str) -> tuple[str, ...]:
    """A word, and without a plural or possessive s: `concertas`, `zyrtecs`."""
    return (word, word[:-1]) if word[-1:] == "s" and len(word) > _MIN_PLURAL else (word,)


def sound(word: str) -> str:
    """The consonants that are heard in a word, in a letter for each sound; vowels, h, w and y are not heard.

    Sounds of words that are spoken one after the other are put together to the sound of the whole, so that a name which
    a speech recogniser has cut into words is found: `lie sin oh pril` and `lisinopril` are both `lsnprl`.
    """
    return _sound_of_short(word) if len(word) <= LONGEST_KEPT else _sound(word)


def _sound(word: str) -> str:
    word = _DIGITS_SAID.get(word, word)
    if word[:1] == "x":
        word = "s" + word[1:]
    for letters, heard in _SOUNDS:
        if letters in word:
            word = word.replace(letters, heard)
    return _DOUBLED.sub(r"\1", word.translate(_LETTER_SOUNDS))


_sound_of_short = lru_cache(WORDS_KEPT)(_sound)
