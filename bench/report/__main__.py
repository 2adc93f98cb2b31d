"""Runs every measurement, one after the other, and writes one report: docs/benchmarks.md."""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from signal import Signals
from time import perf_counter

from bench.report.machine import facts
from bench.report.page import Results, Run, page, shown
from bench.report.sections import SECTIONS, Command, Section

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
MOST_SECONDS = 1_200
FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, tell and write; 1 when a command could not be run to its end, else 0: a missed goal is a figure."""
    options = _options().parse_args(arguments)
    when = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    machine = list(facts())
    wanted = [each for each in SECTIONS if not options.only or each.name in options.only]
    # Some of the sections are no report: the page keeps what was measured in one run.
    written = None if options.only and options.write is None else options.write or PAGE
    results = list[tuple[Section, list[Run]]]()
    for section in wanted:
        results.append((section, [_told(run(command, options.quick)) for command in section.commands]))
        report = page(when, machine, results, options.quick)
        if written is not None:
            # After each section: what was measured is kept if the run is broken off.
            written.write_text(report, encoding="utf-8")
    print(f"Written: {written}" if written else f"\n{report}")
    return 0 if _is_whole(results) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    names = [each.name for each in SECTIONS]
    parser.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=f"these sections: {', '.join(names)}")
    parser.add_argument(
        "--write", type=Path, metavar="PAGE", help="where to (docs/benchmarks.md; with --only, printed)"
    )
    parser.add_argument("--quick", action="store_true", help="only see that every command works")
    return parser


def run(command: Command, quick: bool) -> Run:
    """Run a command to its end, or until it takes too long, and keep what it printed."""
    began = perf_counter()
    try:
        done = subprocess.run(  # noqa: S603 - our own modules
            [sys.executable, *command.words(quick)],
            cwd=ROOT,
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=MOST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return Run(command, f"stopped after {MOST_SECONDS} s", FAILED, perf_counter() - began)
    printed, code = done.stdout, done.returncode
    if code not in {0, 1} or (code and not printed.strip()):
        why = _last_line(done.stderr) if code > 0 else f"ended by {Signals(-code).name}"
        printed, code = f"{printed}\n{why}".strip(), FAILED
    return Run(command, printed, code, perf_counter() - began)


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """This process's, without the settings of a program that runs here, and with room for tables."""
    kept = {name: value for name, value in given.items() if not name.startswith("RXFLOW_")}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), given.get("PYTHONPATH")))), "COLUMNS": "120"}


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "it said nothing")


def _told(done: Run) -> Run:
    print(f"{done.seconds:6.0f} s  {shown(done.command, quick=False)}: {done.outcome}", flush=True)
    return done


def _is_whole(results: Results) -> bool:
    return all(done.code < FAILED for _, runs in results for done in runs)


if __name__ == "__main__":
    sys.exit(main())
