"""Measures understanding in one run: accuracy, the comparison with others, and times beside their goals."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.understanding import comparison, readiness, timing
from bench.understanding.printed import lines
from bench.understanding.world import ASIDE, CORPUS, ROOT, TODAY, World
from rxflow.evaluation.understanding import Score, score
from rxflow.evaluation.understanding_report import to_json
from rxflow.evaluation.utterance import Utterance, read_utterances
from rxflow.services.mock_data import load_mock_data

BEGIN, END = "<!-- report -->\n```\n", "\n```\n<!-- end of the report -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is always 0, for a figure is no test."""
    options = _options().parse_args(arguments)
    world = World(load_mock_data(ROOT / "data", TODAY))
    utterances, aside = read_utterances(options.corpus), read_utterances(options.aside)
    result = {
        "machine": machine(),
        "corpus": to_json(_scores(world, utterances)),
        # What is set aside is told in figures only, never by message or id.
        "aside": _without_ids(to_json(_scores(world, aside))),
        **_compared(world, utterances, options.ner_python),
        "readiness": readiness.measured(),
        "messages": timing.messages(lambda: World(world.data), utterances),
        "long_messages": timing.long_messages(world, utterances),
        "look_ups": timing.look_ups(world.data, utterances),
    }
    print(json.dumps(result) if options.json else "\n".join(lines(result)))
    if options.write:
        write_report(options.write, "\n".join(lines(result)))
    return 0


def write_report(page: Path, report: str) -> None:
    """Put a report in the place of the last one on a page."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise SystemExit(f"{page} has no place for the report: {BEGIN.strip()} and {END.strip()}")
    page.write_text(f"{before}{begin}{report}{end}{after}", encoding="utf-8")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.understanding", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the labelled messages (tests/eval)")
    parser.add_argument("--aside", type=Path, default=ASIDE, help="those never looked at while tuning (tests/eval)")
    parser.add_argument(
        "--ner-python",
        default=sys.executable,
        metavar="PYTHON",
        help="a Python that has drug-named-entity-recognition; where it is not installed, it is left out",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="also put the report into this page")
    return parser


def machine() -> dict[str, Any]:
    """Where the figures come from."""
    cpu = Path("/proc/cpuinfo")
    models = (
        [line.split(":")[1].strip() for line in cpu.read_text().splitlines() if line.startswith("model name")]
        if (cpu.exists())
        else []
    )
    return {
        "system": platform.platform(),
        "processor": models[0] if models else platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "python": platform.python_version(),
        "rapidfuzz": version("rapidfuzz"),
    }


def _scores(world: World, utterances: Sequence[Utterance]) -> list[Score]:
    return [score(each, world.reader.read(each)) for each in utterances]


def _without_ids(report: dict[str, Any]) -> dict[str, Any]:
    return {
        name: len(value) if isinstance(value, list) and name.endswith(IDS) else value for name, value in report.items()
    }


IDS = ("picks", "missed", "emergencies", "failed")


def _compared(world: World, utterances: Sequence[Utterance], ner_python: str) -> dict[str, Any]:
    cases = comparison.of_utterances(world, utterances)
    libraries, told = comparison.by_library(world, cases, ner_python)
    ways = comparison.by_similarity(world, cases) | libraries
    made, having, lacking = comparison.of_misspellings(world)
    # The words are the same whether the drug is on file or not.
    names = comparison.by_similarity(world, having)
    return {
        "library": told,
        "compared": {name: comparison.tally(cases, find) for name, find in ways.items()},
        "misspelled_on_file": {name: comparison.tally(having, find) for name, find in names.items()},
        "misspelled_not_on_file": {name: comparison.tally(lacking, find) for name, find in names.items()},
        "misspelled_by_kind": comparison.by_kind(made, having, names["RxFlow"]),
    }


if __name__ == "__main__":
    sys.exit(main())
