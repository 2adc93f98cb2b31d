"""The phrases of a row one by one, with the letters that each asks for.

Reading a hundred thousand characters of expressions takes a tenth of a second, so what was read of a row is kept in
`letters.json`, by a digest of the row. A row that was changed since is read anew, and a test asks to keep it again:
`python -m bench.phrase_letters`.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.intents.letters import MOST_ASKED, letters_of

KEPT = Path(__file__).with_name("letters.json")

_STEP = Expression(r"\\[\s\S]|\[(?:\\.|[^\]])*\]|[(|)]")
_DIGITS = 16


class Phrases(NamedTuple):
    """The alternatives of a row: where in it each ends, and the letters of which a text must hold some.

    `asking` has, by a run of letters, the phrases that ask for it, as `numbers` tells; by no letters, those that ask
    for nothing.
    """

    ends: Sequence[int]
    asking: Mapping[str, str]


def digest_of(row: str) -> str:
    """By what a row is found among those that were kept."""
    return sha256(row.encode()).hexdigest()[:_DIGITS]


def read_phrases_of(row: str) -> Phrases:
    """The phrases of a row, read from its expression.

    Args:
        row: A regular expression of alternatives.
    """
    ends = [*_bars(row), len(row)]
    asking: defaultdict[str, list[str]] = defaultdict(list)
    for phrase, (bar, end) in enumerate(pairwise([-1, *ends])):
        letters = letters_of(row[bar + 1 : end])
        for nth in range(MOST_ASKED):
            for run in letters[nth] if nth < len(letters) else [""]:
                asking[run].append(str(phrase * MOST_ASKED + nth))
    return Phrases(ends, {run: " ".join(asked_by) for run, asked_by in sorted(asking.items())})


def numbers(asking: str) -> Iterator[tuple[int, int]]:
    """The phrases that ask for letters, and whether they do so first, second or third, from 0."""
    return (divmod(int(number), MOST_ASKED) for number in asking.split())


def _bars(row: str) -> Iterator[int]:
    """The bars outside of every group."""
    depth = 0
    for step in _STEP.finditer(row):
        depth += (step[0] == "(") - (step[0] == ")")
        if step[0] == "|" and not depth:
            yield step.start()


def kept_phrases(path: Path = KEPT) -> dict[str, Phrases]:
    """The phrases of the rows that were kept, by the digests of the rows.

    Args:
        path: The file; rows that it lacks are read from their expressions.
    """
    rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {digest: Phrases(*phrases) for digest, phrases in rows.items()}


def written(rows: Mapping[str, Phrases]) -> str:
    """Phrases by digest as they are kept, a row a line."""
    lines = (f"{json.dumps(digest)}: {json.dumps(phrases)}" for digest, phrases in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"
