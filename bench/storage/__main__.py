"""Measures what the store costs against what it may: `python -m bench.storage`.

Orders one by one beside a plain ORM transaction of the same rows; orders of several processes at an even pace; and a
refill conversation beside LangChain's own agent and saver. The exit code is 1 when a goal is missed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bench.figures import Figure, as_table
from bench.storage.orders import measure_orders, measure_together
from bench.storage.turns import measure_turns
from rxflow.config.settings import Settings
from rxflow.security.keys import format_keys, new_keys
from tests.support.postgresql import a_database


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a goal is missed, else 0."""
    options = _options().parse_args(arguments)
    figures = list[Figure]()
    for kind in ("SQLite", "PostgreSQL") if options.postgresql else ("SQLite",):
        figures += _measure(kind, options)
    print(json.dumps([each.as_json() for each in figures]) if options.json else as_table(figures))
    return 0 if all(each.is_met for each in figures) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.storage", description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=1000, help="placed one by one; 0 for none (%(default)s)")
    parser.add_argument("--processes", type=int, default=4, help="that order side by side; 0 for none (%(default)s)")
    parser.add_argument("--seconds", type=float, default=20, help="for which they do (%(default)s)")
    parser.add_argument("--conversations", type=int, default=100, help="held; 0 for none (%(default)s)")
    parser.add_argument("--postgresql", metavar="URL", help="a server on which databases may be made and dropped")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    return parser


def _measure(kind: str, options: argparse.Namespace) -> list[Figure]:
    parts: list[tuple[int, Callable[[Settings, Path], list[Figure]]]] = [
        (options.orders, lambda settings, _: measure_orders(settings, kind, options.orders)),
        (
            options.processes,
            lambda settings, _: measure_together(
                settings, kind, options.processes, options.seconds, judged=kind == "PostgreSQL"
            ),
        ),
        (
            options.conversations,
            lambda settings, folder: measure_turns(settings, kind, folder, options.conversations),
        ),
    ]
    figures = list[Figure]()
    for wanted, measure in parts:
        if wanted:
            with (
                TemporaryDirectory(prefix="rxflow-storage-") as folder,
                a_database(options.postgresql) if kind == "PostgreSQL" else nullcontext(_file_in(folder)) as url,
            ):
                figures += measure(_settings(url, folder), Path(folder))
    return figures


def _file_in(folder: str) -> str:
    return f"sqlite:///{folder}/rxflow.db"


def _settings(url: str, folder: str) -> Settings:
    return Settings(
        _env_file=None,
        database_url=url,
        keys=SecretStr(format_keys(new_keys(is_demo=True))),
        audit_head_file=Path(folder) / "audit-head",
        messages_per_minute=0,
        log_level="ERROR",
    )


if __name__ == "__main__":
    sys.exit(main())
