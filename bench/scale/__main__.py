"""Plays the same refill of the same patient beside few and beside many other patients and orders.

Both databases are built by `rxflow import`'s own code and by bulk inserts of sealed orders, then played turn about in
one process. The exit code is 1 when a turn beside many costs more than 1.25 times what it costs beside few.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import Engine, event

from bench.scale.made_up import PRESCRIPTIONS_EACH, write_folder
from bench.scale.orders import add_orders
from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant, open_store
from rxflow.config.settings import DEFAULT_DATA_DIR, Settings
from rxflow.domain.order import OrderStatus
from rxflow.observability.collector import keep_loaded
from rxflow.prompts.catalog import languages
from rxflow.services.data_import import import_data
from tests.support.servers import postgres_database

FEW = 1_000
MOST_TIMES_AS_SLOW = 1.25
PATIENT = "patient_002"
SAID = ("I need my cholesterol medicine", "yes", "H-E-B", "yes, place the order")


@dataclass(slots=True)
class Size:
    """One of the two databases, and what was measured on it."""

    patients: int
    orders: int
    built: dict[str, float] = field(default_factory=dict)
    turns_ms: list[list[float]] = field(default_factory=lambda: [[] for _ in SAID])
    statements: list[set[int]] = field(default_factory=lambda: [set() for _ in SAID])

    def all_ms(self) -> list[float]:
        return [each for turn in self.turns_ms for each in turn]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, play and print; 1 when many patients and orders make a turn too slow, else 0."""
    options = _options().parse_args(arguments)
    orders = options.patients if options.orders is None else options.orders
    sizes = [Size(FEW, FEW), Size(options.patients, orders)]
    with TemporaryDirectory(prefix="rxflow-scale-") as folder, ExitStack() as stack:
        assistants = []
        for size in sizes:
            own = Path(folder) / str(len(assistants))
            url = stack.enter_context(postgres_database()) if options.postgresql else f"sqlite:///{own / 'rxflow.db'}"
            settings = Settings(_env_file=None, database_url=url, key_file=own / "key", data_source="database")
            _build(size, own, settings)
            assistants.append(stack.enter_context(build_assistant(settings)))
        keep_loaded()
        for assistant, size in zip(assistants, sizes, strict=True):
            _play(assistant, Size(size.patients, size.orders))  # what only the first conversation loads
        pairs = list(zip(assistants, sizes, strict=True))
        for number in range(options.conversations):
            # In turn first and last, so that neither is always played on what the other left in the caches.
            for assistant, size in pairs if number % 2 else reversed(pairs):
                _play(assistant, size)
    ratios = {name: _at(name, sizes[1].all_ms()) / _at(name, sizes[0].all_ms()) for name in ("p50", "p99")}
    print(json.dumps(_as_json(sizes, ratios)) if options.json else _as_text(sizes, ratios))
    return 1 if ratios["p50"] > MOST_TIMES_AS_SLOW else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__.splitlines()[0])
    parser.add_argument("--patients", type=int, default=1_000_000, help="made-up patients (%(default)s)")
    parser.add_argument("--orders", type=int, help="made-up orders (as many as patients)")
    parser.add_argument("--conversations", type=int, default=150, help="played on each database (%(default)s)")
    parser.add_argument("--postgresql", action="store_true", help="on RXFLOW_TEST_POSTGRES_URL instead of SQLite files")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _build(size: Size, folder: Path, settings: Settings) -> None:
    began = perf_counter()
    write_folder(DEFAULT_DATA_DIR, folder / "data", size.patients)
    written = perf_counter()
    store = open_store(settings)
    try:
        now = datetime.now(UTC)
        today = now.astimezone(settings.zone).date()
        import_data(folder / "data", today=today, languages=languages(), store=store, now=lambda: datetime.now(UTC))
        imported = perf_counter()
        add_orders(store, size.orders, size.patients, now)
    finally:
        store.close()
    size.built = {
        "data folder": written - began,
        "import": imported - written,
        "orders": perf_counter() - imported,
    }


def _play(assistant: Assistant, size: Size) -> None:
    session_id = assistant.run(assistant.manager.start(PATIENT)).session_id
    with _counted() as statements:
        for number, words in enumerate(SAID):
            before, began = len(statements), perf_counter()
            answer = assistant.run(assistant.manager.handle_message(words, session_id))
            size.turns_ms[number].append((perf_counter() - began) * 1000)
            size.statements[number].add(len(statements) - before)
    if answer.state.value != "COMPLETE":
        raise SystemExit(f"the conversation ended as {answer.state.value}, not with an order")
    for order in assistant.services.orders.for_patient(PATIENT):
        if order.status is not OrderStatus.CANCELLED:
            assistant.services.orders.cancel(PATIENT, order.order_id)


@contextmanager
def _counted() -> Iterator[list[str]]:
    """The statements that any engine sends meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _at(name: str, times: Sequence[float]) -> float:
    return median(times) if name == "p50" else quantiles(times, n=100)[98]


def _as_json(sizes: Sequence[Size], ratios: dict[str, float]) -> dict[str, Any]:
    return {"sizes": [_figures(size) for size in sizes], "ratio": ratios, "limit": MOST_TIMES_AS_SLOW}


def _figures(size: Size) -> dict[str, Any]:
    return {
        "patients": size.patients,
        "prescriptions": size.patients * PRESCRIPTIONS_EACH,
        "orders": size.orders,
        "built_seconds": size.built,
        "p50_ms": _at("p50", size.all_ms()),
        "p99_ms": _at("p99", size.all_ms()),
        "turns": [
            {"said": words, "p50_ms": median(times), "statements": sorted(counts)}
            for words, times, counts in zip(SAID, size.turns_ms, size.statements, strict=True)
        ],
    }


def _as_text(sizes: Sequence[Size], ratios: dict[str, float]) -> str:
    lines = []
    for figures in map(_figures, sizes):
        built = ", ".join(f"{what} {seconds:.1f} s" for what, seconds in figures["built_seconds"].items())
        lines.append(f"{figures['patients']:,} patients, {figures['orders']:,} orders (built: {built})")
        lines.append(f"  a turn: p50 {figures['p50_ms']:.2f} ms, p99 {figures['p99_ms']:.2f} ms")
        lines += [
            f"    {turn['said']:32} p50 {turn['p50_ms']:6.2f} ms, statements {turn['statements']}"
            for turn in figures["turns"]
        ]
    lines.append(f"many / few: p50 {ratios['p50']:.3f}, p99 {ratios['p99']:.3f} (limit {MOST_TIMES_AS_SLOW} at p50)")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
