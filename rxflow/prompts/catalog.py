"""Message catalogues: a language is a file `messages/<language>.json`, and nothing else need be written for it.

English is the reference: every other catalogue has its messages with its placeholders. Keys that begin with
`language_` say how a language writes dates, times, numbers and lists, and may use other placeholders. A message that is
counted has a key for each plural category that its language has (`language_plural`): `_one` and `_other` in English.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from rxflow.domain.errors import DataError
from rxflow.prompts.plural import OTHER, PluralRule

FOLDER = Path(__file__).with_name("messages")
REFERENCE = "en"
OF_THE_LANGUAGE = "language_"
_COUNTED = f"_{OTHER}"

Catalogue = Mapping[str, str]


def languages() -> tuple[str, ...]:
    """The languages that there is a catalogue for, in alphabetical order."""
    return tuple(catalogues(FOLDER))


def message_catalog(language: str) -> Catalogue:
    """The messages of a language by key.

    Raises:
        KeyError: There is no catalogue of this language.
        DataError: A catalogue is broken.
    """
    return catalogues(FOLDER)[language]


def spoken(language: str) -> str:
    """A language as it can be spoken: itself where there is a catalogue, else English."""
    return language if language in catalogues(FOLDER) else REFERENCE


@cache
def catalogues(folder: Path) -> Mapping[str, Catalogue]:
    """Every catalogue of a folder, read and checked once.

    Raises:
        DataError: A file cannot be read, or lacks a message or a placeholder; it names file and key.
    """
    found = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}
    if REFERENCE not in found:
        raise DataError(
            f"{folder}: there is no {REFERENCE}.json; restore it, all other catalogues are compared with it"
        )
    for language, messages in found.items():
        for fault in faults(messages, found[REFERENCE]):
            raise DataError(f"{folder.name}/{language}.json: {fault}")
    return MappingProxyType(found)


def faults(messages: Catalogue, reference: Catalogue) -> Iterator[str]:
    """What is wrong with a catalogue beside English: the key, and what it should have."""
    if "language_plural" not in messages:
        yield "language_plural is missing; it should be such as: one other: n != 1"
        return
    expected = dict(_expected(reference, PluralRule.parse(messages["language_plural"]).categories))
    counted = _counted(reference)
    for key in sorted(expected.keys() - messages.keys()):
        yield f"{key} is missing; translate it from {REFERENCE}.json"
    for key in sorted(messages.keys() - expected.keys()):
        yield f"{key} is not known; remove it or correct its name"
    for key, text in messages.items():
        if not text.strip():
            yield f"{key} is empty"
        wanted, has = placeholders(expected.get(key, text)), placeholders(text)
        # `one refill` may leave the number out.
        may_lack = key.rpartition("_")[0] in counted and not key.endswith(_COUNTED)
        if not key.startswith(OF_THE_LANGUAGE) and not (has <= wanted if may_lack else has == wanted):
            yield f"{key} should have the placeholders {', '.join(sorted(wanted)) or 'none'}"


def placeholders(text: str) -> frozenset[str]:
    """The names in braces of a message.

    Raises:
        ValueError: A brace is not closed.
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _expected(reference: Catalogue, categories: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each key that a catalogue needs, with the English text whose placeholders count."""
    counted = _counted(reference)
    forms = {f"{base}_{each}" for base in counted for each in PluralRule.parse(reference["language_plural"]).categories}
    yield from ((key, text) for key, text in reference.items() if key not in forms)
    for base in counted:
        yield from ((f"{base}_{each}", reference[base + _COUNTED]) for each in categories)


def _counted(reference: Catalogue) -> frozenset[str]:
    """The messages that have a form for each plural category."""
    return frozenset(key.removesuffix(_COUNTED) for key in reference if key.endswith(_COUNTED))


def _read(path: Path) -> Catalogue:
    try:
        messages = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path.parent.name}/{path.name}: cannot be read: {error}") from error
    if not isinstance(messages, dict):
        raise DataError(f"{path.parent.name}/{path.name}: should be an object of messages by key")
    for key, text in messages.items():
        if not isinstance(text, str):
            raise DataError(f"{path.parent.name}/{path.name}: {key} should be a text")
        try:
            placeholders(text)
        except ValueError as error:
            raise DataError(f"{path.parent.name}/{path.name}: {key}: {error}") from error
    return MappingProxyType(messages)
