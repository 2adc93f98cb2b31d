"""Reads `knowledge/passages.json` of the data folder, and says exactly what is wrong when it cannot."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rxflow.domain.errors import DataError
from rxflow.domain.knowledge import InformationTopic, Passage

FILE = Path("knowledge", "passages.json")
TOLD = frozenset({"V", "K"})
"""How sure a passage must be to be told (data/README.md)."""
REFERENCE = "en"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What may be told.

    Attributes:
        passages: The passages by the name of each medicine that they are about.
        asked_as: The words in which each topic is asked about, by language.
    """

    passages: Mapping[str, tuple[Passage, ...]]
    asked_as: Mapping[InformationTopic, Mapping[str, str]]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid")

    passage_id: str = Field(min_length=1)
    topic: InformationTopic
    about: list[str] = Field(min_length=1)
    text: dict[str, str]
    source: dict[str, str]
    found_in: str = Field(min_length=1)
    confidence: Literal["V", "K", "K?"]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    topics: dict[InformationTopic, dict[str, str]]
    groups: dict[str, list[str]]
    passages: list[_Record]


def load_knowledge(data_dir: Path) -> Knowledge:
    """Read the passages; a folder without them has none, and every question goes to the pharmacist.

    Args:
        data_dir: The data folder.

    Raises:
        DataError: The file is broken; the message names the place.
    """
    path = data_dir / FILE
    if not path.exists():
        return Knowledge(MappingProxyType({}), MappingProxyType({}))
    try:
        file = _File.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        raise DataError(f"{FILE}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (OSError, ValueError) as error:
        raise DataError(f"{FILE}: cannot be read: {error}") from error
    by_drug: dict[str, list[Passage]] = {}
    seen: set[str] = set()
    for record in file.passages:
        _check(record, seen)
        if record.confidence not in TOLD:
            continue
        passage = Passage(
            record.passage_id, record.topic, record.text, record.source, record.found_in, record.confidence
        )
        for drug in dict.fromkeys(_members(record.about, file.groups, record.passage_id)):
            by_drug.setdefault(drug, []).append(passage)
    return Knowledge(MappingProxyType({drug: tuple(each) for drug, each in by_drug.items()}), file.topics)


def _check(record: _Record, seen: set[str]) -> None:
    if record.passage_id in seen:
        raise DataError(f"{FILE}: {record.passage_id}: this passage_id is there twice")
    seen.add(record.passage_id)
    for name, words in (("text", record.text), ("source", record.source)):
        if not words.get(REFERENCE, "").strip() or not all(each.strip() for each in words.values()):
            raise DataError(f"{FILE}: {record.passage_id}: {name} should have words, in English always")
    if not record.text.keys() <= record.source.keys():
        raise DataError(f"{FILE}: {record.passage_id}: source should be in every language of text")


def _members(about: list[str], groups: Mapping[str, list[str]], passage_id: str, depth: int = 0) -> Iterator[str]:
    """The medicines of a list, groups (`@name`) taken apart."""
    for each in about:
        if not each.startswith("@"):
            yield each
        elif each[1:] in groups and depth <= len(groups):
            yield from _members(groups[each[1:]], groups, passage_id, depth + 1)
        else:
            raise DataError(f"{FILE}: {passage_id}: about: {each} is no group, or holds itself")
