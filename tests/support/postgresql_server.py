"""A PostgreSQL server of a test's own, which can be stopped as a power cut stops it, and started again."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
OWNER = "postgres"
"""Who runs the server where we are root, whom it refuses."""


def missing() -> str | None:
    """Why no server can be made here, or None."""
    if not PROGRAMS:
        return "PostgreSQL's own programs (initdb, pg_ctl) are not installed here"
    if os.geteuid() == 0 and (OWNER not in {user.pw_name for user in pwd.getpwall()} or not shutil.which("runuser")):
        return f"PostgreSQL does not run as root, and there is no user {OWNER} or no runuser here"
    return None


class PostgresServer:
    """A server in a folder.

    Args:
        folder: Its files.
        port: On this machine.
    """

    def __init__(self, folder: Path, port: int) -> None:
        self._folder, self._port = folder, port
        self._run("initdb", "--auth=trust", f"--username={OWNER}", "--no-instructions")

    @property
    def url(self) -> str:
        return f"postgresql://{OWNER}@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = f"-p {self._port} -k {self._folder} -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "start", "--wait", "--options", options, "--log", str(self._folder / "log"))

    def stop(self) -> None:
        """Stop it in the middle of whatever it does: no connection is ended in order, nothing is written out."""
        self._run("pg_ctl", "stop", "--mode=immediate", "--wait")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(PROGRAMS[0] / program), "--pgdata", str(self._folder / "data"), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "--user", OWNER, "--", *command]
        # The server outlives pg_ctl and would keep a pipe open.
        with (self._folder / "programs").open("a") as told:
            done = subprocess.run(command, cwd=self._folder, stdout=told, stderr=told, timeout=60, check=False)
        if done.returncode:
            raise RuntimeError(f"{program} failed: {(self._folder / 'programs').read_text()}")


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A server that runs, stopped and removed in the end."""
    # The path of a socket may have 107 characters at most, which those of pytest's folders exceed.
    folder = Path(mkdtemp(prefix="rxflow-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER)
    server = PostgresServer(folder, _free_port())
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
