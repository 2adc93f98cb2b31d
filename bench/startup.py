"""Measures how soon the program is there: imports, an assistant, its first turn, and a server that answers.

`python -m bench.startup`. Each is measured in a process of its own, several times; the median counts.
"""

import argparse
import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.figures import Figure, as_table
from bench.load.server import API_ALONE, PAGES_AND_API, ROOT, started

MOST_READY_SECONDS = 2.5
READY = "/health/ready"
FIRST_TURN = """
import json, sys
from time import perf_counter
began = perf_counter()
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
imported = perf_counter()
settings = Settings(_env_file=None, database_url=f"sqlite:///{sys.argv[1]}/rxflow.db", log_level="ERROR")
with build_assistant(settings) as assistant:
    built = perf_counter()
    session = assistant.run(assistant.manager.start("patient_001")).session_id
    assistant.run(assistant.manager.handle_message("refill my lisinopril", session))
    first = perf_counter()
    assistant.run(assistant.manager.handle_message("yes", session))
    second = perf_counter()
print(json.dumps([imported - began, built - imported, first - built, second - first]))
"""
"""What a program does that answers one message, with the seconds of each step."""
STEPS = ("imports", "an assistant on a new database", "its greeting and first turn", "its second turn")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a server is ready too late, else 0."""
    options = _options().parse_args(arguments)
    figures = [*first_turn(options.rounds), *servers(options.rounds)]
    print(json.dumps([each.as_json() for each in figures]) if options.json else as_table(figures))
    return 0 if all(each.is_met for each in figures) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.startup", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="of each (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    return parser


def first_turn(rounds: int) -> list[Figure]:
    """From a new process to the first answers."""
    taken = []
    for _ in range(rounds):
        with TemporaryDirectory(prefix="rxflow-startup-") as folder:
            asked = [sys.executable, "-c", FIRST_TURN, folder]
            done = subprocess.run(asked, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603
        taken.append(json.loads(done.stdout))
    steps = [
        Figure(f"A process: {name}", median(each), "s")
        for name, each in zip(STEPS, zip(*taken, strict=True), strict=True)
    ]
    return [
        *steps,
        Figure("A process: from its start to the first answer", median(sum(each[:3]) for each in taken), "s"),
    ]


def servers(rounds: int) -> list[Figure]:
    """From the start of a server's process until it says that it is ready."""
    found = []
    for name, module in (("The API alone", API_ALONE), ("The pages and the API", PAGES_AND_API)):
        ready = [_ready(module) for _ in range(rounds)]
        found += [
            Figure(f"{name}: start to ready", median(seconds for seconds, _ in ready), "s", MOST_READY_SECONDS),
            Figure(f"{name}: memory when ready", median(held for _, held in ready), "MB"),
        ]
    return found


def _ready(module: Sequence[str]) -> tuple[float, float]:
    """Seconds, and megabytes then."""
    with TemporaryDirectory(prefix="rxflow-startup-") as named:
        folder = Path(named)
        settings = {"RXFLOW_DATABASE_URL": f"sqlite:///{folder / 'rxflow.db'}", "RXFLOW_LOG_LEVEL": "ERROR"}
        with started(module, folder, settings) as server:
            return asyncio.run(server.ready_seconds(READY)), server.most_megabytes()


if __name__ == "__main__":
    sys.exit(main())
