"""Kills the process of conversations at random moments and looks for what was lost or doubled: `python -m bench.crash`.

The conversations and what is looked for are the suite's own (`tests/support/crash_conversation.py`).
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from pydantic import SecretStr
from sqlalchemy.engine import make_url

from rxflow.config.settings import Settings
from rxflow.security.keys import format_keys, new_keys
from tests.support.clock import WEDNESDAY_MORNING
from tests.support.crash_checks import KINDS, inspector
from tests.support.crash_conversation import (
    BETWEEN_TURNS,
    IN_A_TURN,
    MOST_KILLS,
    SCRIPTS,
    WHERE,
    Durations,
    KilledConversation,
    Outcome,
    Script,
)
from tests.support.crash_process import Loaded, forked
from tests.support.independent_world import read_world
from tests.support.servers import postgres_database

KILLS = 200
DATA_DIR = Path(__file__).resolve().parents[1] / "data"
DATABASES = ("sqlite", "postgresql")
SHOWN = (
    "conversations",
    *WHERE.values(),
    IN_A_TURN,
    BETWEEN_TURNS,
    "turns kept, and the reply never given",
    "orders placed or cancelled, and the reply never given",
    "turns answered",
    "orders acknowledged",
    "cancels acknowledged",
)
REHEARSALS = 2
"""How often each conversation is held without a kill first: so long its steps take, and so it must pass, too."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, print one table or JSON object, and return 1 when anything was wrong, else 0."""
    options = _options().parse_args(arguments)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="rxflow-crash-") as folder, _stage(options.database, Path(folder)) as stage:
        outcome = stage.killed(options.kills, options.rehearsals, Random(options.seed))
    seconds = round(time.perf_counter() - began, 1)
    found = {kind: len(outcome.faults[kind]) for kind in KINDS}
    if options.json:
        print(json.dumps({"database": options.database, **outcome.counts, **found, "seconds": seconds}))
    else:
        print(_as_table(options.database, outcome, found, seconds))
    for sentence in (f"{kind}: {each}" for kind in KINDS for each in outcome.faults[kind]):
        print(sentence, file=sys.stderr)
    return 1 if any(found.values()) else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.crash", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=KILLS, help="how often a process is killed (%(default)s)")
    parser.add_argument("--database", choices=DATABASES, default="sqlite", help="(%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="decides who says what and dies when (%(default)s)")
    parser.add_argument(
        "--rehearsals", type=int, default=REHEARSALS, help="of each conversation without a kill first (%(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    return parser


class Stage:
    """Databases for conversations, each a copy of an empty one.

    Args:
        folder: Where files are.
        template: The empty database on the server; None for SQLite.
    """

    def __init__(self, folder: Path, template: str | None) -> None:
        self._folder, self._template = folder, template
        self._keys = format_keys(new_keys())
        self._loaded = Loaded.now(folder)
        self._inspect = inspector(read_world(DATA_DIR, WEDNESDAY_MORNING.date()), self._keys)
        self._empty = template or f"sqlite:///{folder / 'empty.db'}"
        with forked(self._loaded, self._settings(self._empty, folder), self._inspect) as process:
            process.ask({"do": "open", "at": WEDNESDAY_MORNING.isoformat()})
            process.ask({"do": "close", "at": WEDNESDAY_MORNING.isoformat()})

    def killed(self, kills: int, rehearsals: int, random: Random) -> Outcome:
        """Hold conversations until processes were killed so often."""
        durations, outcome = Durations(), Outcome()
        for script in SCRIPTS * rehearsals:
            outcome.faults.update(self._play(script, 0, random, durations).faults)
        while not outcome.faults and outcome.counts["kills"] < kills:
            wanted = min(random.randint(1, MOST_KILLS), kills - outcome.counts["kills"])
            outcome.add(self._play(random.choice(SCRIPTS), wanted, random, durations))
        return outcome

    def _play(self, script: Script, kills: int, random: Random, durations: Durations) -> Outcome:
        with self._copy() as (url, folder):
            settings = self._settings(url, folder)
            return KilledConversation(script, self._loaded, settings, self._inspect, kills, random, durations).play()

    @contextmanager
    def _copy(self) -> Iterator[tuple[str, Path]]:
        """A database of its own, and a folder for what is beside it."""
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            folder = Path(name)
            if self._template is None:
                file = folder / "rxflow.db"
                shutil.copyfile(self._folder / "empty.db", file)
                yield f"sqlite:///{file}", folder
            else:
                with postgres_database(make_url(self._template).database) as url:
                    yield url, folder

    def _settings(self, url: str, folder: Path) -> Settings:
        return Settings(
            _env_file=None,
            database_url=url,
            keys=SecretStr(self._keys),
            audit_head_file=folder / "audit-head",
            messages_per_minute=0,
            log_level="ERROR",
        )


@contextmanager
def _stage(database: str, folder: Path) -> Iterator[Stage]:
    if database == "sqlite":
        yield Stage(folder, None)
    else:
        with postgres_database() as template:
            yield Stage(folder, template)


def _as_table(database: str, outcome: Outcome, found: dict[str, int], seconds: float) -> str:
    rows = {**{name: outcome.counts[name] for name in SHOWN}, **found}
    title = f"{outcome.counts['kills']} kills on {database}, {seconds} s"
    return "\n".join([title, *(f"{name:<56}{count:>6}" for name, count in rows.items())])


if __name__ == "__main__":
    sys.exit(main())
