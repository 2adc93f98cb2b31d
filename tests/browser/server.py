"""The real server in a process of its own, on a free port and a database that is thrown away."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30
STOP_SECONDS = 10


@dataclass(slots=True)
class RunningServer:
    """A server, and where it answers.

    Attributes:
        address: Where the pages are.
        log: What it writes.
        folder: Where its database is, and whatever else is thrown away with it.
        seconds_to_ready: How long it took until it answered.
    """

    address: str
    log: Path
    folder: Path
    seconds_to_ready: float = 0.0
    _command: Sequence[str] = ()
    _settings: Mapping[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        began = time.monotonic()
        with self.log.open("ab") as stderr:
            self._process = subprocess.Popen(
                self._command, cwd=ROOT, env=os.environ | self._settings, stdout=stderr, stderr=stderr
            )
        _wait_until_ready(f"{self.address}/_stcore/health", self._process, self.log)
        self.seconds_to_ready = time.monotonic() - began

    def stop(self) -> None:
        """Have it stop as an operating system does, and wait until it has."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(STOP_SECONDS)
            self._process = None

    def orders(self, patient_id: str) -> list[dict[str, Any]]:
        """What the API tells of a demo patient's orders, newest first."""
        signed_in = self._api("auth/demo", patient_id=patient_id)
        found: list[dict[str, Any]] = self._api("orders", signed_in["data"]["access_token"])["data"]
        return found

    def _api(self, path: str, token: str = "", **wanted: str) -> Any:
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
        body = json.dumps(wanted).encode() if wanted else None
        request = urllib.request.Request(f"{self.address}/api/v1/{path}", body, headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=START_SECONDS) as answer:  # noqa: S310
            return json.load(answer)


@contextmanager
def running_server(
    more: Callable[[str], Mapping[str, str]] = lambda _address: {}, module: Sequence[str] = ("rxflow", "serve")
) -> Iterator[RunningServer]:
    """Run `rxflow serve` until the block ends.

    Args:
        more: Further settings, made of the server's address.
        module: What is run in its place: a module and its arguments.
    """
    with TemporaryDirectory(prefix="rxflow-browser-") as folder:
        port = _free_port()
        address = f"http://127.0.0.1:{port}"
        settings = {"RXFLOW_PORT": str(port), "RXFLOW_DATABASE_URL": f"sqlite:///{folder}/rxflow.db", **more(address)}
        command = (sys.executable, "-m", *module)
        server = RunningServer(address, Path(folder) / "server.log", Path(folder), _command=command, _settings=settings)
        try:
            server.start()
            yield server
        finally:
            server.stop()


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
