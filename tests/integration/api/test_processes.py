"""A real server: killed in the middle of a refill and started again, and told to stop while it answers."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import httpx
import pytest

from tests.support.api import refill
from tests.support.conversation import TO_THE_QUOTE

READY_SECONDS = 60.0
ROOT = Path(__file__).resolve().parents[3]


class Server:
    """`rxflow serve --api-only` on a database in a folder, for one process after the other."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = int(listener.getsockname()[1])
        clean = {name: value for name, value in os.environ.items() if not name.startswith("RXFLOW_")}
        self._environment = {
            **clean,
            "PYTHONPATH": str(ROOT),
            "RXFLOW_DATABASE_URL": f"sqlite:///{folder / 'rxflow.db'}",
            "RXFLOW_MESSAGES_PER_MINUTE": "0",
        }
        self._folder = folder

    @contextmanager
    def process(self) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "-m", "rxflow", "serve", "--api-only", "--port", str(self.port)]
        process = subprocess.Popen(command, cwd=self._folder, env=self._environment, stdin=subprocess.DEVNULL)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    @asynccontextmanager
    async def client(self, token: str | None = None) -> AsyncIterator[httpx.AsyncClient]:
        """A client, once the server is ready; signed in as a demo patient unless there is a token."""
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}", timeout=READY_SECONDS) as client:
            async with asyncio.timeout(READY_SECONDS):
                while not await is_ready(client):
                    await asyncio.sleep(0.05)
            if token is None:
                signed_in = await client.post("/api/v1/auth/demo", json={"patient_id": "patient_001"})
                token = signed_in.json()["data"]["access_token"]
            client.headers["Authorization"] = f"Bearer {token}"
            yield client


async def is_ready(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/health/ready")).status_code == 200
    except httpx.TransportError:
        return False


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


async def test_a_refill_goes_on_after_the_server_was_killed(server: Server) -> None:
    with server.process() as first:
        async with server.client() as client:
            session_id, reply = await refill(client, TO_THE_QUOTE)
            token = client.headers["Authorization"].removeprefix("Bearer ")
            first.kill()
            first.wait()
    with server.process():
        async with server.client(token) as client:
            yes = {"text": "yes", "message_id": "yes-1", "in_reply_to": reply["turn"]}
            answers = [
                (await client.post(f"/api/v1/sessions/{session_id}/messages", json=yes)).json()["data"]
                for _ in range(2)
            ]
            orders = (await client.get("/api/v1/orders")).json()["data"]

    assert [each["state"] for each in answers] == ["COMPLETE", "COMPLETE"]
    assert [each["order_id"] for each in orders] == [answers[0]["order"]["order_id"]]


async def test_a_server_that_is_told_to_stop_answers_what_it_has_begun(server: Server) -> None:
    with server.process() as process:
        async with server.client() as client:
            sessions = [(await refill(client, ()))[0] for _ in range(8)]
            asked = [
                asyncio.create_task(
                    client.post(f"/api/v1/sessions/{each}/messages", json={"text": "refill my lisinopril"})
                )
                for each in sessions
            ]
            # The first answer has come: the others are on their way, or wait for their turn.
            await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
            process.send_signal(signal.SIGTERM)
            answers = await asyncio.gather(*asked)
        ended = await asyncio.to_thread(process.wait, READY_SECONDS)

    told = [each for each in answers if each.status_code == 200]
    refused = [each for each in answers if each.status_code == 503]
    assert len(told) + len(refused) == len(sessions)
    assert told
    assert {each.json()["data"]["state"] for each in told} == {"CONFIRM_DOSAGE"}
    assert all(each.headers["retry-after"] for each in refused)
    assert ended in {0, -signal.SIGTERM}
