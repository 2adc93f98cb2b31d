"""Patients' text made plain: no control characters, one spelling for matching."""

import re
import unicodedata

_CONTROL = re.compile(r"[^\S\n]+")
_WORD = re.compile(r"[a-z0-9]+(?:[.][0-9]+)?(?:'[a-z]+)?")


def clean(text: str) -> str:
    """Text as it may be kept and shown: composed, without control or invisible formatting characters."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(
        char if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"} else " "
        for char in composed
    )
    return _CONTROL.sub(" ", visible).strip()


def plain(text: str) -> str:
    """Lower case without accents, with straight apostrophes, for matching only."""
    decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'").casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words_of(text: str) -> tuple[str, ...]:
    """The plain words and numbers of a text, in order; `h-e-b` gives three."""
    return tuple(_WORD.findall(plain(text)))
