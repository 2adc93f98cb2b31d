"""Which of the offered languages a message is written in.

A language is a file of cue words in `languages/`: nothing else need be written for it to be heard.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.text import plain, words_of

FOLDER = Path(__file__).with_name("languages")
_SECTIONS = ("words", "alone", "asked", "marks")
_ASCII = Expression(r"[a-z0-9' ]+")
_TELLING = 2
"""Cue words that a message needs to be heard in another language, and how many times those of any other."""


@dataclass(frozen=True, slots=True)
class Cues:
    """What tells a language: words, words that do so alone, phrases that ask for it, and marks that only it writes.

    `foreign` are the words, and `asked_foreign` the phrases, of another script: they are looked for as they are
    written, for between them there may be no spaces.
    """

    words: frozenset[str]
    alone: frozenset[str]
    asked: tuple[str, ...]
    marks: tuple[str, ...]
    foreign: tuple[str, ...]
    asked_foreign: tuple[str, ...]


@cache
def read_cues(folder: Path = FOLDER) -> Mapping[str, Cues]:
    """The cues of every language of a folder, by its code, which is the name of the file.

    A word that two languages list tells neither.

    Args:
        folder: Holds a file such as `en.txt` for each language.

    Raises:
        ValueError: A file has a section that is not known; it names the file.
    """
    listed = {path.stem: _sections(path) for path in sorted(folder.glob("*.txt"))}
    shared = Counter(word for each in listed.values() for word in {*each["words"], *each["alone"]})
    return {language: _cues(sections, shared) for language, sections in listed.items()}


def _cues(sections: Mapping[str, list[str]], shared: Mapping[str, int]) -> Cues:
    words = frozenset(word for word in (*sections["words"], *sections["alone"]) if shared[word] == 1)
    return Cues(
        words=words,
        alone=frozenset(sections["alone"]),
        asked=tuple(f" {phrase} " for phrase in sections["asked"]),
        marks=tuple(sections["marks"]),
        foreign=tuple(word for word in sorted(words) if not _ASCII.fullmatch(word)),
        asked_foreign=tuple(phrase for phrase in sections["asked"] if not _ASCII.fullmatch(phrase)),
    )


def _sections(path: Path) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {name: [] for name in _SECTIONS}
    current = _SECTIONS[0]
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            current = line.strip("[]")
            if current not in sections:
                raise ValueError(f"{path.name}: there is no section {line}; name one of {', '.join(_SECTIONS)}")
        elif line:
            sections[current] += [plain(line)] if current == "asked" else line.split()
    sections |= {name: [plain(cue) for cue in sections[name]] for name in ("words", "alone")}
    return sections


def detect_language(text: str, current: str, folder: Path = FOLDER) -> str:
    """The language of a message, or the current one where the message does not tell.

    A patient switches by a message that is clearly of another language, or by asking for it; an answer of a word or
    two, such as `si` or a medicine's name, changes nothing.

    Args:
        text: What the patient wrote.
        current: The conversation's language, such as `en`.
        folder: The cue files of the languages that may be heard.
    """
    cues, words = read_cues(folder), words_of(text)
    flat = plain(text)
    said = f" {' '.join(words)} "
    for language, each in cues.items():
        if any(phrase in said for phrase in each.asked) or any(phrase in flat for phrase in each.asked_foreign):
            return language
    scores = {language: _score(each, words, text, flat) for language, each in cues.items()}
    if not scores:
        return current
    heard = max(scores, key=lambda language: scores[language])
    most = max((score for language, score in scores.items() if language != heard), default=0)
    alone = bool(words) and words[0] in cues[heard].alone and most == 0
    return heard if alone or scores[heard] >= max(_TELLING, _TELLING * most) else current


def _score(cues: Cues, words: tuple[str, ...], text: str, flat: str) -> int:
    """How many words and marks of a message are cues; those of another script are looked for as they are written."""
    told = sum(word in cues.words for word in words)
    marks = sum(mark in text for mark in cues.marks)
    foreign = sum(cue in flat for cue in cues.foreign) if not flat.isascii() else 0
    return told + marks + foreign
