"""Measures how time and memory grow with the number of things: `python -m bench.growth`.

Each size is measured in a process of its own, so that its memory is its own. The time is the processor's, the median of
several rounds; memory is the most that the process has held, and what it holds when all is built. The exit code is 1
when the time of an act grows faster than with the logarithm.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from bench.growth.fit import Fit, fit
from bench.growth.worlds import SIZES, WORLDS
from bench.load.server import most_bytes
from rxflow.observability.collector import keep_loaded

ROUNDS = 30
WARM = 3
MOST_SECONDS = 900
NOISE_OF_MEMORY = 0.02


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when something grows faster than it may, else 0."""
    options = _options().parse_args(arguments)
    if options.one is not None:
        print(json.dumps(measure(options.kinds[0], options.one, options.rounds)))
        return 0
    kinds = options.kinds or list(WORLDS)
    results = {kind: [_apart(kind, size, options.rounds) for size in _sizes(kind, options.most)] for kind in kinds}
    print(json.dumps(results) if options.json else "\n\n".join(as_table(kind, rows) for kind, rows in results.items()))
    return 0 if all(_grown(rows).is_at_most_logarithmic for rows in results.values() if len(rows) > 1) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"what there is many of: {', '.join(WORLDS)} (all)")
    parser.add_argument("--most", type=int, default=max(map(max, SIZES.values())), help="of anything (%(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="of each size (%(default)s)")
    parser.add_argument("--one", type=int, metavar="SIZE", help="this size only, in this process, as JSON")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _sizes(kind: str, most: int) -> list[int]:
    return [size for size in SIZES[kind] if size <= most]


def _apart(kind: str, size: int, rounds: int) -> dict[str, Any]:
    """Measure in a process of its own."""
    asked = [sys.executable, "-m", "bench.growth", kind, "--one", str(size), "--rounds", str(rounds)]
    done = subprocess.run(asked, check=True, capture_output=True, text=True, timeout=MOST_SECONDS)  # noqa: S603
    row: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return row


def measure(kind: str, size: int, rounds: int) -> dict[str, Any]:
    """Build a world and time what is done in it."""
    with TemporaryDirectory(prefix="rxflow-growth-") as folder:
        began = perf_counter()
        with WORLDS[kind](size, Path(folder)) as world:
            built, held = perf_counter() - began, _megabytes_now()
            for _ in range(WARM):
                world.act()
            keep_loaded()
            cpu, wall = list[float](), list[float]()
            for _ in range(rounds):
                start, used = perf_counter(), process_time()
                world.act()
                cpu.append((process_time() - used) / world.acts)
                wall.append((perf_counter() - start) / world.acts)
            return {
                "size": size,
                "cpu_ms": 1000 * median(cpu),
                "wall_ms": 1000 * median(wall),
                "a_second": 1 / median(wall),
                "held_mb": held,
                # What is held now and what was held at most are counted apart, each to within a little.
                "most_mb": max(held, most_bytes(os.getpid()) / 1e6),
                "built_s": built,
            }


def _megabytes_now() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _grown(rows: Sequence[dict[str, Any]]) -> Fit:
    return fit([row["size"] for row in rows], [row["cpu_ms"] for row in rows])


def as_table(kind: str, rows: Sequence[dict[str, Any]]) -> str:
    """The sizes of one kind, and how they grow."""
    lines = [
        f"{kind:>12}  {'cpu ms':>9}  {'wall ms':>9}  {'a second':>9}  {'MB held':>8}  {'MB most':>8}  {'built s':>8}"
    ]
    lines += [
        f"{row['size']:>12,}  {row['cpu_ms']:>9.3f}  {row['wall_ms']:>9.3f}  {row['a_second']:>9,.0f}  "
        f"{row['held_mb']:>8.0f}  {row['most_mb']:>8.0f}  {row['built_s']:>8.1f}"
        for row in rows
    ]
    if len(rows) > 1:
        found, sizes = _grown(rows), [row["size"] for row in rows]
        judged = "met" if found.is_at_most_logarithmic else "MISSED"
        held = fit(sizes, [row["held_mb"] for row in rows], NOISE_OF_MEMORY)
        lines.append(f"{'processor time: ' + _said(found):<66}at most logarithmic: {judged}")
        lines.append(f"memory held: {_said(held)}")
    return "\n".join(lines)


def _said(found: Fit) -> str:
    return f"{found.growth} (slope {found.slope:.2f}, off by {found.off:.0%})"


if __name__ == "__main__":
    sys.exit(main())
