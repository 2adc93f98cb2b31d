"""Measures what the pages cost the server: `python -m bench.pages`.

The same steps are taken with RxFlow's chat and with a page that shows as many messages out of memory, turn about. The
exit code is 1 when a goal is missed.
"""

import argparse
import asyncio
import json
import shutil
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.figures import Figure, as_table, p99
from bench.load.client import Client, request
from bench.load.server import PAGES_AND_API, ROOT, Server, started
from bench.pages.conversation import keep_conversation
from bench.pages.paint import first_paint
from bench.pages.visitor import Visitor, visiting
from rxflow.config.settings import Settings
from rxflow.ui.addresses import CHAT
from rxflow.ui.browser import new_browser_key

PLAIN = (
    "uvicorn",
    "--factory",
    "bench.pages.plain:create_app",
    "--log-level=warning",
    "--no-access-log",
    "--port",
)
MOST_FIRST_MS = 100.0
MOST_RERUN_MS = 50.0
MOST_API_P99_MS = 25.0
MOST_PAINT_MS = 1500.0
PAGES = 5
RERUNS_A_SECOND = 1.0
ASK_EVERY_SECONDS = 0.02


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a goal is missed, else 0."""
    options = _options().parse_args(arguments)
    with TemporaryDirectory(prefix="rxflow-pages-") as named:
        folder, key = Path(named), new_browser_key()
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        database = f"sqlite:///{folder / 'rxflow.db'}"
        token = keep_conversation(Settings(_env_file=None, database_url=database, messages_per_minute=0), key)
        limits = ("MESSAGES", "REQUESTS", "REQUESTS_OF_ADDRESS")
        environment = {"RXFLOW_DATABASE_URL": database, "RXFLOW_LOG_LEVEL": "ERROR"}
        environment |= {f"RXFLOW_{name}_PER_MINUTE": "0" for name in limits}
        with started(PLAIN, folder, {}) as plain, started(PAGES_AND_API, folder, environment) as ours:
            figures = asyncio.run(_measure(ours, plain, key, token, options))
            painted, listed = first_paint(ours.port)
    figures.append(Figure("First paint of the sign-in in Chromium, median", median(painted), "ms", MOST_PAINT_MS))
    figures.append(Figure("… until its patients can be chosen", median(listed), "ms"))
    print(json.dumps([each.as_json() for each in figures]) if options.json else as_table(figures))
    return 0 if all(each.is_met for each in figures) else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=30, help="new sessions (%(default)s)")
    parser.add_argument("--seconds", type=float, default=20, help="of the API beside pages (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    return parser


async def _measure(ours: Server, plain: Server, key: str, token: str, options: argparse.Namespace) -> list[Figure]:
    await plain.ready_seconds("/_stcore/health")
    ready = await ours.ready_seconds("/health/ready")
    figures = [Figure("Start to ready, with the pages", ready, "s")]
    runs: dict[str, list[tuple[float, float]]] = {"ours": [], "plain": []}
    for _ in range(options.sessions):
        for name, server in (("ours", ours), ("plain", plain)):
            async with visiting(server.port, CHAT if server is ours else "", key) as visitor:
                runs[name].append((await visitor.run(), await visitor.run()))
    for place, what, goal in ((0, "first run of a new session", MOST_FIRST_MS), (1, "rerun", MOST_RERUN_MS)):
        found = {name: median(each[place] for each in runs[name]) for name in runs}
        figures.append(Figure(f"Chat of 60 messages, {what}, median", found["ours"], "ms", goal))
        figures.append(Figure(f"… of a page that only shows 60 messages, {what}", found["plain"], "ms"))
    times = await _ask_beside_pages(ours, key, token, options.seconds)
    figures.append(Figure(f"API beside {PAGES} pages that rerun a second, p99", p99(times), "ms", MOST_API_P99_MS))
    figures.append(Figure("… median", median(times), "ms"))
    return figures


async def _ask_beside_pages(server: Server, key: str, token: str, seconds: float) -> list[float]:
    """How long signed-in requests take, in milliseconds, while pages are drawn again and again."""
    asked = request("GET", "/api/v1/prescriptions", token)
    times = list[float]()
    async with AsyncExitStack() as stack, Client(server.port) as client:
        visitors = [await stack.enter_async_context(visiting(server.port, CHAT, key)) for _ in range(PAGES)]
        for visitor in visitors:
            await visitor.run()
        redrawn = [asyncio.create_task(_redraw(each, place / PAGES)) for place, each in enumerate(visitors)]
        began = perf_counter()
        while perf_counter() - began < seconds:
            asked_at = perf_counter()
            await client.data(asked)
            times.append((perf_counter() - asked_at) * 1000)
            await asyncio.sleep(ASK_EVERY_SECONDS)
        for task in redrawn:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    return times


async def _redraw(visitor: Visitor, after: float) -> None:
    """Draw a page once a second until cancelled; the pages begin one after the other."""
    await asyncio.sleep(after)
    while True:
        began = perf_counter()
        await visitor.run()
        await asyncio.sleep(max(0.0, 1 / RERUNS_A_SECOND - (perf_counter() - began)))


if __name__ == "__main__":
    sys.exit(main())
