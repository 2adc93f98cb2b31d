"""Other ways to find medicines in a message: rapidfuzz alone, and `drug-named-entity-recognition` from PyPI."""

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from rxflow.dialogue.medications import Mention, MentionKind
from rxflow.dialogue.text import words_of
from rxflow.domain.drug import Drug
from rxflow.domain.prescription import Prescription
from rxflow.services.drug_names import name_key

CUT_OFFS = (80, 85, 90, 95)
SURE = 95
LONGEST_NAME = 3
SHORTEST = 4
"""Letters; a shorter run of words is like too many names for any cut-off."""

NER_WORKER = Path(__file__).with_name("ner_worker.py")


@dataclass(frozen=True, slots=True)
class Found:
    """Drugs that one run of words may mean, with the score it was found by."""

    words: str
    drugs: tuple[Drug, ...]
    score: float = 100.0
    unlisted: str = ""


def mentions_of(
    found: Iterable[Found], prescriptions: Sequence[Prescription], sure: float = 0.0
) -> tuple[Mention, ...]:
    """What drugs come to on a profile: the prescriptions of exactly these drugs.

    Args:
        found: The drugs that the words of a message mean.
        prescriptions: What the patient has on file.
        sure: The patient is asked about what was found with a lower score, as about several prescriptions.
    """
    mentions = []
    for each in found:
        names = {drug.name for drug in each.drugs}
        own = tuple(item.rx_number for item in prescriptions if item.drug in names)
        name = each.drugs[0].name if each.drugs else each.unlisted
        kind = MentionKind.PRESCRIPTION if each.score >= sure else MentionKind.SIMILAR
        kind = kind if own else MentionKind.NOT_ON_PROFILE
        mentions.append(Mention(each.words, kind, own, name))
    return tuple(mentions)


class RapidfuzzAlone:
    """The most similar name of all by `WRatio`, for each run of one to three words, with nothing else around it."""

    def __init__(self, drugs: Iterable[Drug]) -> None:
        self._drugs: dict[str, tuple[Drug, ...]] = {}
        for drug in drugs:
            for name in dict.fromkeys(name.lower() for name in (drug.name, *drug.brands)):
                self._drugs[name] = (*self._drugs.get(name, ()), drug)
        self._names = list(self._drugs)

    def find(self, text: str) -> list[Found]:
        """Every run of words with its best name at the lowest cut-off or above, best first and without overlaps."""
        words = words_of(text)
        hits: list[tuple[float, int, int, str, str]] = []
        for start in range(len(words)):
            for length in range(1, min(LONGEST_NAME, len(words) - start) + 1):
                phrase = " ".join(words[start : start + length])
                if len(phrase) < SHORTEST:
                    continue
                best = process.extractOne(phrase, self._names, scorer=fuzz.WRatio, score_cutoff=CUT_OFFS[0])
                if best is not None:
                    hits.append((best[1], length, start, phrase, best[0]))
        found, taken = [], set[int]()
        for score, length, start, phrase, name in sorted(hits, key=lambda hit: (-hit[0], -hit[1], hit[2])):
            places = set(range(start, start + length))
            if not places & taken:
                taken |= places
                found.append(Found(phrase, self._drugs[name], score))
        return found


class NamedEntityRecognition:
    """`drug-named-entity-recognition`, run in a Python of its own that has it installed.

    Attributes:
        version: Of the library; None when it is not installed there.
        microseconds: How long each text took, in order.
        crashes: On how many texts the library itself raised an error; those count as nothing found.
    """

    def __init__(self, python: str, drugs: Iterable[Drug], texts: Sequence[str], *, fuzzy: bool) -> None:
        self._drugs: dict[str, dict[str, Drug]] = {}
        for drug in drugs:
            for name in (drug.name, *drug.brands, *(drug.ingredients if len(drug.ingredients) == 1 else ())):
                self._drugs.setdefault(name_key(name), {})[drug.name] = drug
        answer = self._ask(python, texts, fuzzy)
        self.version: str | None = answer.get("version")
        self.microseconds: list[float] = answer.get("microseconds", [])
        self.crashes: int = answer.get("crashes", 0)
        self.ready_ms: float = answer.get("ready_ms", 0.0)
        self._found = dict(zip(texts, answer.get("found", []), strict=False))

    @staticmethod
    def _ask(python: str, texts: Sequence[str], fuzzy: bool) -> dict[str, Any]:
        # Its fuzzy match depends on the order of a set.
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        try:
            done = subprocess.run(  # noqa: S603
                [python, str(NER_WORKER)],
                input=json.dumps({"texts": texts, "fuzzy": fuzzy}),
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return {}
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def find(self, text: str) -> list[Found]:
        """The drugs that the library finds, one of each run of words."""
        return [self._listed(words, names) for words, names in self._found[text]]

    def _listed(self, words: str, names: Sequence[str]) -> Found:
        """The drugs of ours that the first of its names and synonyms means which is a name of one."""
        keys = (name_key(name.replace(" and ", " ")) for name in names)
        drugs: dict[str, Drug] = next((self._drugs[key] for key in keys if key in self._drugs), {})
        return Found(words, tuple(drugs.values()), unlisted=names[0].lower())
