"""Plays thousands of conversations with a hostile model and looks for an unsafe order: `python -m bench.hostile`.

The conversations, and the auditor that judges them, are the suite's own (`tests/support/hostile_conversation.py`).
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr
from functools import cache, partial
from pathlib import Path

from rxflow.config.settings import Settings
from rxflow.services.drugs import DrugService
from rxflow.services.mock_data import load_mock_data
from tests.support.hostile_conversation import FIRST_DAY, MOST_MESSAGES, Outcome, Stage, folder_of, play

CHUNK = 10
SHOWN = (
    "conversations",
    "turns",
    "tool calls",
    "orders placed",
    "orders cancelled",
    "escalations",
    "emergencies",
    "store failures",
    "crashes and restarts",
    "key rotations",
)
REFUSED = {"gate": "refused by the order gate", "tool": "refused to the model"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Play, print one table or JSON object, and return 1 when there was a violation, else 0."""
    options = _options().parse_args(arguments)
    seeds = [options.only] if options.only is not None else range(options.seed, options.seed + options.conversations)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="rxflow-hostile-") as folder:
        outcomes = _played(seeds, Path(folder), options.workers, options.messages)
        counts, bad = _summed(outcomes, transcript=options.only is not None and not options.json)
    seconds = round(time.perf_counter() - began, 1)
    if options.json:
        print(json.dumps(_as_json(counts, bad, seconds)))
    else:
        print(_as_table(counts, bad, seconds))
    return 1 if bad else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__.splitlines()[0])
    parser.add_argument("--conversations", type=int, default=1000, help="how many are played (%(default)s)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the first seed; each conversation has the next")
    parser.add_argument(
        "--messages", type=int, default=MOST_MESSAGES, help="the most that a patient says (%(default)s)"
    )
    parser.add_argument("--only", type=int, metavar="SEED", help="play this one alone and show it")
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    return parser


def _played(seeds: Iterable[int], folder: Path, workers: int, messages: int) -> Iterator[Outcome]:
    one = partial(_play_one, folder=str(folder), messages=messages)
    if workers == 1:
        yield from map(one, seeds)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(one, seeds, chunksize=CHUNK)


def _play_one(seed: int, folder: str, messages: int) -> Outcome:
    # What the assistant logs of the trouble that it is put into is not of interest here.
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stderr(nowhere):
        own = Path(folder) / str(os.getpid())
        outcome = play(seed, _stage(str(own)), own, messages)
    shutil.rmtree(folder_of(seed, own))
    return outcome


@cache
def _stage(folder: str) -> Stage:
    """The stage of a process, set once."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    settings = Settings(_env_file=None, log_level="ERROR")
    data = load_mock_data(settings.data_dir, FIRST_DAY)
    return Stage.of(settings, data, DrugService(data), Path(folder))


def _summed(outcomes: Iterable[Outcome], transcript: bool) -> tuple[Counter[str], dict[int, list[str]]]:
    """All counts, and the violations by seed."""
    counts: Counter[str] = Counter()
    bad = {}
    for outcome in outcomes:
        counts.update(outcome.counts)
        counts["seeds"] += 1
        if outcome.violations:
            bad[outcome.seed] = outcome.violations
            print(f"seed {outcome.seed}: {outcome.violations[0]}", file=sys.stderr)
        if transcript:
            print(*outcome.transcript, sep="\n")
        if counts["seeds"] % 500 == 0:
            print(f"{counts['seeds']} played, {len(bad)} with a violation", file=sys.stderr)
    return counts, bad


def _refused(counts: Counter[str], by: str) -> dict[str, int]:
    """How often each code refused, the most first."""
    found = {name.removeprefix(f"{by} "): count for name, count in counts.items() if name.split(" ")[0] == by}
    found.pop("calls", None)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _as_json(counts: Counter[str], bad: dict[int, list[str]], seconds: float) -> dict[str, object]:
    return {
        **{name.replace(" ", "_"): counts[name] for name in SHOWN},
        "refused": {by: _refused(counts, by) for by in REFUSED},
        "violations": sum(map(len, bad.values())),
        "violations_by_seed": {str(seed): sentences for seed, sentences in bad.items()},
        "seconds": seconds,
    }


def _as_table(counts: Counter[str], bad: dict[int, list[str]], seconds: float) -> str:
    rows: list[tuple[str, object]] = [(name, f"{counts[name]:,}") for name in SHOWN]
    for by, title in REFUSED.items():
        codes = _refused(counts, by)
        rows.append((title, f"{sum(codes.values()):,}"))
        rows += [(f"  {code}", f"{count:,}") for code, count in codes.items()]
    rows += [("violations", sum(map(len, bad.values()))), ("seconds", seconds)]
    lines = [f"{title:<28}{value:>12}" for title, value in rows]
    for seed, sentences in bad.items():
        lines += [f"seed {seed} (reproduce with --only {seed}):", *(f"  {sentence}" for sentence in sentences)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
