"""Measures what a long conversation's memory costs, in bytes and in time: `python -m bench.checkpoints`.

The orders are in an SQLite file and the conversation's memory in a database of its own, so that its bytes are its own.
PostgreSQL is measured when a server is named.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean
from time import perf_counter, process_time

import psycopg

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.dialogue.medications import MedicationResolver
from rxflow.llm.providers import get_builtin_llm
from rxflow.observability.metrics import Metrics
from rxflow.persistence.checkpoints import open_checkpoints
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing, KeyText, format_keys, new_keys
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.agent import RefillAgent
from rxflow.workflow.conversation_manager import AdvancedConversationManager
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.postgresql import a_database

TURNS = 200
CONVERSATIONS = 5
MOST_BYTES = 10 * 1024
MOST_SLOWDOWN = 1.2
PATIENT = "patient_001"
ROUND = (
    "hello",
    "what do I take?",
    "refill my lisinopril",
    "yes",
    "how much would it be?",
    "which pharmacies are near me?",
    "H-E-B",
    "no, never mind",
    "do I have any orders?",
    "thank you",
)
"""One round of talk that ends where it began, so that the first and the last ten turns say the same."""

SQLITE_ROWS = """
SELECT (SELECT count(*) FROM checkpoints) + (SELECT count(*) FROM writes),
  (SELECT coalesce(sum(length(checkpoint) + length(metadata)), 0) FROM checkpoints)
  + (SELECT coalesce(sum(length(value)), 0) FROM writes)
"""
POSTGRESQL_ROWS = """
SELECT count(*), coalesce(sum(bytes), 0)::bigint FROM (
  SELECT pg_column_size(c.*) AS bytes FROM checkpoints c
  UNION ALL SELECT pg_column_size(b.*) FROM checkpoint_blobs b
  UNION ALL SELECT pg_column_size(w.*) FROM checkpoint_writes w
) rows
"""
Kept = Callable[[], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on one database.

    Attributes:
        written_first: Bytes sealed in a turn, the mean of the first round.
        written_last: The same of the last round.
        written_most: The most in any turn.
        rows: Rows kept in the end.
        kept_first: Bytes kept after the first round.
        kept_last: Bytes kept in the end.
        first_ms: Milliseconds of a turn in the first round, each message as quick as in any conversation.
        last_ms: The same in the last round.
        slowdown: The last round's time over the first's.
        cpu_slowdown: The same of processor time, which a busy machine changes less.
    """

    database: str
    written_first: int
    written_last: int
    written_most: int
    rows: int
    kept_first: int
    kept_last: int
    first_ms: float
    last_ms: float
    slowdown: float
    cpu_slowdown: float

    @property
    def is_good(self) -> bool:
        return self.written_most <= MOST_BYTES and self.slowdown <= MOST_SLOWDOWN


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when a turn writes too much or the last ones are too slow, else 0."""
    options = _options().parse_args(arguments)
    figures = []
    with tempfile.TemporaryDirectory(prefix="rxflow-checkpoints-") as folder, _assistant(Path(folder)) as assistant:
        file = Path(folder) / "memory.db"
        figures.append(measure("SQLite", assistant, f"sqlite:///{file}", lambda: _sqlite_rows(file), options))
        if options.postgresql:
            with a_database(options.postgresql) as url:
                figures.append(measure("PostgreSQL", assistant, url, lambda: _postgresql_rows(url), options))
    print(json.dumps([asdict(each) for each in figures]) if options.json else as_table(figures))
    return 0 if all(each.is_good for each in figures) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.checkpoints", description=__doc__.splitlines()[0])
    parser.add_argument("--turns", type=int, default=TURNS, help="of a conversation (%(default)s)")
    parser.add_argument("--conversations", type=int, default=CONVERSATIONS, help="measured (%(default)s)")
    parser.add_argument("--postgresql", metavar="URL", help="a server on which a database may be made and dropped")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    return parser


@contextmanager
def _assistant(folder: Path) -> Iterator[Assistant]:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{folder / 'orders.db'}", log_level="ERROR")
    clock = FrozenClock(WEDNESDAY_MORNING)
    with build_assistant(settings, now=clock) as assistant:
        yield assistant


class CountingCipher(Cipher):
    """Counts the bytes that it seals."""

    sealed = 0

    def seal(self, plain: bytes, place: str) -> bytes:
        box = super().seal(plain, place)
        self.sealed += len(box)
        return box


def manager_on(
    assistant: Assistant, url: str, cipher: Cipher
) -> tuple[AdvancedConversationManager, Callable[[], None]]:
    """An assistant's conversations with their memory in another database, and what closes it."""
    checkpoints = assistant.run(open_checkpoints(url, cipher))
    resolver = MedicationResolver(assistant.services.drugs)
    settings = assistant.settings
    model = get_builtin_llm(assistant.services, resolver)
    agent = RefillAgent(model, AVAILABLE_TOOLS, checkpoints, settings.max_model_calls)
    manager = AdvancedConversationManager(agent, assistant.services, resolver, Metrics(), settings.max_message_chars)
    return manager, lambda: assistant.run(checkpoints.close())


def measure(database: str, assistant: Assistant, url: str, kept: Kept, options: argparse.Namespace) -> Figures:
    """Hold the conversations, the first of them unmeasured, and sum up."""
    cipher = CountingCipher(KeyRing(KeyText(format_keys(new_keys()))))
    manager, close = manager_on(assistant, url, cipher)
    try:
        _talk(assistant, manager, cipher, len(ROUND), lambda: (0, 0))
        before = kept()
        talks = [
            _talk(assistant, manager, cipher, options.turns, kept if number == 0 else lambda: (0, 0))
            for number in range(options.conversations)
        ]
    finally:
        close()
    first, last = slice(0, len(ROUND)), slice(-len(ROUND), None)
    seconds, used, written, rows = zip(*talks, strict=True)
    quickest_first, quickest_last = (_quickest([each[part] for each in seconds]) for part in (first, last))
    least_first, least_last = (_quickest([each[part] for each in used]) for part in (first, last))
    return Figures(
        database,
        written_first=round(mean(written[0][first])),
        written_last=round(mean(written[0][last])),
        written_most=max(map(max, written)),
        rows=rows[0][-1][0] - before[0],
        kept_first=rows[0][first][-1][1] - before[1],
        kept_last=rows[0][-1][1] - before[1],
        first_ms=round(1000 * quickest_first / len(ROUND), 2),
        last_ms=round(1000 * quickest_last / len(ROUND), 2),
        slowdown=round(quickest_last / quickest_first, 2),
        cpu_slowdown=round(least_last / least_first, 2),
    )


def _quickest(rounds: Sequence[Sequence[float]]) -> float:
    """Seconds of a round, each message as quick as in any conversation: what else the machine did is left out."""
    return sum(map(min, zip(*rounds, strict=True)))


def _talk(
    assistant: Assistant, manager: AdvancedConversationManager, cipher: CountingCipher, turns: int, kept: Kept
) -> tuple[list[float], list[float], list[int], list[tuple[int, int]]]:
    """Seconds, seconds of processor time, bytes sealed, and rows and bytes kept, of each turn of a conversation."""
    session_id = assistant.run(manager.start(PATIENT)).session_id
    seconds, used, written, rows = [], [], [], []
    for turn in range(turns):
        cipher.sealed = 0
        began, worked = perf_counter(), process_time()
        assistant.run(manager.handle_message(ROUND[turn % len(ROUND)], session_id))
        seconds.append(perf_counter() - began)
        used.append(process_time() - worked)
        written.append(cipher.sealed)
        rows.append(kept())
    return seconds, used, written, rows


def _sqlite_rows(file: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(file)) as connection:
        rows, size = connection.execute(SQLITE_ROWS).fetchone()
    return rows, size


def _postgresql_rows(url: str) -> tuple[int, int]:
    with psycopg.connect(url) as connection:
        rows, size = connection.execute(POSTGRESQL_ROWS).fetchone() or (0, 0)
    return rows, size


def as_table(figures: Sequence[Figures]) -> str:
    """The figures, a database a column."""
    titles = {
        "database": "",
        "written_first": "bytes written a turn, first ten",
        "written_last": "bytes written a turn, last ten",
        "written_most": "most bytes written in a turn",
        "kept_first": "bytes kept after ten turns",
        "kept_last": "bytes kept in the end",
        "rows": "rows kept in the end",
        "first_ms": "ms a turn, first ten",
        "last_ms": "ms a turn, last ten",
        "slowdown": "last ten over first ten",
        "cpu_slowdown": "… by processor time",
    }
    columns = [asdict(each) for each in figures]
    cells = [[title, *(_cell(column[name]) for column in columns)] for name, title in titles.items()]
    return "\n".join(f"{title:<34}" + "".join(f"{cell:>14}" for cell in row) for title, *row in cells)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    sys.exit(main())
