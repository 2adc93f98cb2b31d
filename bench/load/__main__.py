"""Measures what the HTTP API bears: `python -m bench.load`.

Conversations of as many patients go on at an even pace over HTTP, and simple routes are asked as fast as they answer,
turn about with a plain FastAPI application's. The exit code is 1 when a goal is missed.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import uvloop

from bench.figures import Figure, as_table
from bench.load.client import Client
from bench.load.conversations import LIKE, figures_of, go_on, open_conversations, problems_of
from bench.load.routes import OPEN, measure_routes
from bench.load.server import API_ALONE, PAGES_AND_API, PLAIN, Server, started
from bench.scale.made_up import write_folder
from rxflow.config.settings import DEFAULT_DATA_DIR
from rxflow.observability.collector import keep_loaded

LEAST_PATIENTS = 1_000
MOST_START_SECONDS = 4.0
MOST_MEGABYTES = 500.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a goal is missed, else 0."""
    options = _options().parse_args(arguments)
    with TemporaryDirectory(prefix="rxflow-load-") as named:
        folder = Path(named)
        write_folder(DEFAULT_DATA_DIR, folder / "data", max(LEAST_PATIENTS, options.conversations), LIKE)
        with (
            started(PLAIN, folder, {}) as plain,
            asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
        ):
            # The plain one first: two that start at once would share the processor.
            runner.run(plain.ready_seconds(OPEN[0]))
            with ExitStack() as stack:
                figures = runner.run(_measure(stack, folder, plain, options))
    print(json.dumps([each.as_json() for each in figures]) if options.json else as_table(figures))
    return 0 if all(each.is_met for each in figures) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__.splitlines()[0])
    parser.add_argument("--conversations", type=int, default=1000, help="open at the same time (%(default)s)")
    parser.add_argument("--rate", type=float, default=60, help="turns a second, of all together (%(default)s)")
    parser.add_argument("--seconds", type=float, default=30, help="for which they go on (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="of each simple route; 0 for none (%(default)s)")
    parser.add_argument("--processes", type=int, default=2, help="servers on one database (%(default)s)")
    parser.add_argument("--alone", action="store_true", help="the API without the pages")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    return parser


def _settings(folder: Path) -> dict[str, str]:
    """The environment of RxFlow's server: data and database of its own, and no limits."""
    limits = ("MESSAGES", "REQUESTS", "REQUESTS_OF_ADDRESS", "IDENTITY_CHECKS")
    return {
        "RXFLOW_DATABASE_URL": f"sqlite:///{folder / 'rxflow.db'}",
        "RXFLOW_DATA_DIR": str(folder / "data"),
        "RXFLOW_LOG_LEVEL": "ERROR",
        **{f"RXFLOW_{name}_PER_MINUTE": "0" for name in limits},
    }


async def _measure(stack: ExitStack, folder: Path, plain: Server, options: argparse.Namespace) -> list[Figure]:
    module = API_ALONE if options.alone else PAGES_AND_API
    servers, ready = list[Server](), list[float]()
    for _ in range(options.processes):
        # One after the other, as a roll-out does: each start is measured alone.
        servers.append(stack.enter_context(started(module, folder, _settings(folder))))
        ready.append(await servers[-1].ready_seconds("/health/ready"))
    figures = [Figure("Start to ready", max(ready), "s", MOST_START_SECONDS)]
    async with AsyncExitStack() as open_clients, Client(plain.port) as plain_client:
        clients = [await open_clients.enter_async_context(Client(server.port)) for server in servers]
        conversations = await open_conversations(clients, options.conversations)
        keep_loaded()
        turns = await go_on(clients, conversations, options.rate, round(options.rate * options.seconds))
        for problem, times in problems_of(turns).most_common():
            print(f"{times} times: {problem}", file=sys.stderr)
        figures += figures_of(turns, len(conversations), options.rate)
        held = sum(server.most_megabytes() for server in servers)
        figures.append(Figure("Memory, the most so far", held, "MB", MOST_MEGABYTES))
        if options.rounds:
            figures += await measure_routes(clients[0], plain_client, conversations[0].token, options.rounds)
    return figures


if __name__ == "__main__":
    sys.exit(main())
