"""The phrases of a row one by one, with the letters that each asks for.

Reading a hundred thousand characters of expressions takes a tenth of a second, so what was read of a row is kept in
`letters.json`, by a digest of the row. A row that was changed since is read anew, and a test asks to keep it again:
`python -m bench.phrase_letters`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from rxflow.dialogue.expression import Expression
from rxflow.dialogue.intents.letters import letters_of

KEPT = Path(__file__).with_name("letters.json")

_STEP = Expression(r"\\[\s\S]|\[(?:\\.|[^\]])*\]|[(|)]")
_DIGITS = 16


class Phrase(NamedTuple):
    """One alternative of a row: where it ends, and runs of letters of each set of which a text must hold one."""

    end: int
    letters: Sequence[Sequence[str]]


def digest_of(row: str) -> str:
    """By what a row is found among those that were kept."""
    return sha256(row.encode()).hexdigest()[:_DIGITS]


def read_phrases_of(row: str) -> tuple[Phrase, ...]:
    """The phrases of a row, read from its expression.

    Args:
        row: A regular expression of alternatives.
    """
    ends = [*_bars(row), len(row)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return tuple(
        Phrase(end, tuple(tuple(sorted(runs)) for runs in letters_of(row[start:end])))
        for start, end in zip(starts, ends, strict=True)
    )


def _bars(row: str) -> Iterator[int]:
    """The bars outside of every group."""
    depth = 0
    for step in _STEP.finditer(row):
        depth += (step[0] == "(") - (step[0] == ")")
        if step[0] == "|" and not depth:
            yield step.start()


def kept_phrases(path: Path = KEPT) -> dict[str, list[Phrase]]:
    """The phrases of the rows that were kept, by the digests of the rows.

    Args:
        path: The file; rows that it lacks are read from their expressions.
    """
    rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {digest: [Phrase(end, letters) for end, *letters in phrases] for digest, phrases in rows.items()}


def written(rows: Mapping[str, Sequence[Phrase]]) -> str:
    """Phrases by digest as they are kept, a row a line."""
    lists = {digest: [[end, *letters] for end, letters in phrases] for digest, phrases in rows.items()}
    lines = (f"{json.dumps(digest)}: {json.dumps(phrases)}" for digest, phrases in lists.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"
