"""The real server in a process of its own, on a free port and a database that is thrown away."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30
STOP_SECONDS = 10


@dataclass(frozen=True, slots=True)
class RunningServer:
    """Where a server answers, and how long it took until it did."""

    address: str
    seconds_to_ready: float
    log: Path


@contextmanager
def running_server() -> Iterator[RunningServer]:
    """Run `rxflow serve` until the block ends."""
    with TemporaryDirectory(prefix="rxflow-browser-") as folder:
        port = _free_port()
        log = Path(folder) / "server.log"
        settings = {"RXFLOW_PORT": str(port), "RXFLOW_DATABASE_URL": f"sqlite:///{folder}/rxflow.db"}
        began = time.monotonic()
        with log.open("wb") as stderr:
            command = [sys.executable, "-m", "rxflow", "serve"]
            process = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stdout=stderr, stderr=stderr)
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield RunningServer(f"http://127.0.0.1:{port}", time.monotonic() - began, log)
        finally:
            process.terminate()
            process.wait(STOP_SECONDS)


def open_browser(playwright: Playwright) -> Browser:
    """The operating system's Chromium, kept from calling home."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    if found is None:
        raise RuntimeError("These tests need Chromium, and none is on the PATH. Debian: apt-get install chromium.")
    return playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-background-networking"])


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _wait_until_ready(health: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(health, timeout=1):  # noqa: S310
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"The server did not start:\n{log.read_text(encoding='utf-8')}")
