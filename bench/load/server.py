"""The servers that are measured: processes of their own, each on a free port of this machine."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.load.client import Client, request

ROOT = Path(__file__).resolve().parents[2]
PAGES_AND_API = ("rxflow", "serve", "--port")
API_ALONE = ("uvicorn", "--factory", "rxflow.api.alone:create_app", "--log-level=warning", "--no-access-log", "--port")
PLAIN = ("uvicorn", "--factory", "bench.load.plain:create_app", "--log-level=warning", "--no-access-log", "--port")
STARTING_SECONDS = 60.0
STOPPING_SECONDS = 20.0
LOOK_EVERY_SECONDS = 0.01
_KILOBYTES = 1024


@dataclass(frozen=True, slots=True)
class Server:
    """A server's process.

    Attributes:
        began: When it was started, by `perf_counter`.
    """

    process: subprocess.Popen[bytes]
    port: int
    said: Path
    began: float

    async def ready_seconds(self, path: str) -> float:
        """Wait until an address answers with 200; how long that took from the start of the process.

        Raises:
            RuntimeError: The server stopped, or was not ready in time.
        """
        async with Client(self.port) as client:
            while (waited := perf_counter() - self.began) < STARTING_SECONDS and self.process.poll() is None:
                with suppress(OSError):
                    if (await client.ask(request("GET", path))).status == 200:
                        return perf_counter() - self.began
                await asyncio.sleep(LOOK_EVERY_SECONDS)
        said = self.said.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"the server was not ready after {waited:.0f} s; it said: {said}")

    def most_megabytes(self) -> float:
        """The most memory that the process has held so far, with the processes that it started."""
        return sum(map(most_bytes, _with_children(self.process.pid))) / 1_000_000


@contextmanager
def started(module: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Iterator[Server]:
    """Start a server; it is stopped afterwards.

    Args:
        module: The Python module to run, and its arguments; the port comes behind them.
        folder: Where it works and where what it says is kept.
        settings: Its environment besides this machine's, of which nothing of RxFlow's is taken.
    """
    port = _free_port()
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RXFLOW_")}
    said = folder / f"said-{port}"
    with said.open("wb") as output:
        began = perf_counter()
        process = subprocess.Popen(  # noqa: S603 - nobody else names the module
            [sys.executable, "-m", *module, str(port)],
            cwd=folder,
            env={**inherited, "PYTHONPATH": str(ROOT), **settings},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        try:
            yield Server(process, port, said, began)
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOPPING_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _with_children(process_id: int) -> Iterator[int]:
    yield process_id
    for children in Path(f"/proc/{process_id}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _with_children(int(child))


def most_bytes(process_id: int) -> int:
    """The most memory that a process has held so far."""
    for line in Path(f"/proc/{process_id}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * _KILOBYTES
    return 0
