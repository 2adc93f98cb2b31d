"""A server that stops begins nothing new and finishes what it began."""

import asyncio
import http.client
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
import uvicorn
from structlog.testing import capture_logs

from rxflow.resilience.draining import Drain, Draining
from rxflow.resilience.draining_server import DrainingServer

from .asgi import Call, HeldApp, settled

SOON = 10


async def test_once_it_drains_new_requests_are_sent_elsewhere_and_those_in_flight_end() -> None:
    held, drain = HeldApp(), Drain()
    app = Draining(held, drain)
    running = Call(app, "/1")
    task = asyncio.create_task(running.run())
    await settled()
    drain.begin()
    drain.begin()
    refused = Call(app, "/2")
    await refused.run()

    assert (refused.status, refused.headers["connection"], refused.headers["retry-after"]) == (503, "close", "5")
    assert refused.body["error"]["code"] == "OVERLOADED"
    assert not await drain.finished(0)
    held.begun["/1"].set_result(None)
    await task
    assert await drain.finished(0)
    assert (running.status, drain.has_begun) == (200, True)


async def test_it_is_waited_for_as_long_as_allowed() -> None:
    held, drain = HeldApp(), Drain()
    task = asyncio.create_task(Call(Draining(held, drain), "/1").run())
    await settled()
    assert not await drain.finished(0.01)
    asyncio.get_running_loop().call_later(0.01, held.begun["/1"].set_result, None)

    assert await drain.finished(SOON)
    await task


@pytest.mark.parametrize("end", ["failed", "cancelled"])
async def test_however_a_request_ends_it_is_not_waited_for_any_more(end: str) -> None:
    held, drain = HeldApp(), Drain()
    task = asyncio.create_task(Call(Draining(held, drain), "/1").run())
    await settled()
    assert drain.in_flight == 1
    if end == "failed":
        held.begun["/1"].set_exception(RuntimeError())
    else:
        task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    assert await drain.finished(0)


async def test_open_pages_stay_and_new_ones_are_refused() -> None:
    held, drain = HeldApp(), Drain()
    app = Draining(held, drain)
    task = asyncio.create_task(Call(app, "/1", "websocket").run())
    await settled()
    assert await drain.finished(0), "an open page is not waited for"
    drain.begin()
    refused = Call(app, "/2", "websocket", extensions={"websocket.http.response": {}})
    await refused.run()

    assert (refused.status, "connection" in refused.headers, task.done()) == (503, False, False)
    task.cancel()


@pytest.mark.parametrize("path", ["/health/ready", "/metrics"])
async def test_probes_are_answered_to_the_end_and_not_waited_for(path: str) -> None:
    held, drain = HeldApp(), Drain()
    drain.begin()
    call = Call(Draining(held, drain), path)
    task = asyncio.create_task(call.run())
    await settled()

    assert (call.status, drain.in_flight) == (200, 0)
    task.cancel()


class Served:
    """A server of its own thread with one request in flight."""

    def __init__(self, seconds: float) -> None:
        self.is_asked = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._go_on = asyncio.Event()
        self.drain = Drain()
        config = uvicorn.Config(
            Draining(self._answer, self.drain), lifespan="off", log_level="critical", timeout_graceful_shutdown=0
        )
        self.server = DrainingServer(config, self.drain, seconds)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listener]})

    async def _answer(self, scope: object, receive: object, send: object) -> None:
        if scope["path"] == "/slow":  # type: ignore[index]
            self._loop = asyncio.get_running_loop()
            self.is_asked.set()
            await self._go_on.wait()
        headers = [(b"content-length", b"2")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})  # type: ignore[operator]
        await send({"type": "http.response.body", "body": b"{}"})  # type: ignore[operator]

    def get(self, path: str) -> tuple[int, str | None]:
        connection = http.client.HTTPConnection(*self.listener.getsockname(), timeout=SOON)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status, answer.getheader("connection")

    def go_on(self) -> None:
        """Answer the request, unless it was given up and the loop is closed."""
        assert self._loop is not None
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._go_on.set)


@contextmanager
def served(seconds: float) -> Iterator[tuple[Served, list[tuple[int, str | None]]]]:
    running, told = Served(seconds), list[tuple[int, str | None]]()

    def ask() -> None:
        told.append(running.get("/slow"))

    running.thread.start()
    asking = threading.Thread(target=ask)
    asking.start()
    assert running.is_asked.wait(SOON)
    try:
        yield running, told
    finally:
        running.go_on()
        asking.join(SOON)
        running.thread.join(SOON)
        running.listener.close()


def test_a_server_that_is_told_to_stop_still_listens_until_all_is_answered() -> None:
    with served(seconds=SOON) as (running, told):
        running.server.handle_exit(signal.SIGTERM, None)
        assert running.get("/new") == (503, "close")
        assert running.get("/health/ready") == (200, None)

    assert told == [(200, None)]


def test_a_second_interrupt_ends_the_waiting() -> None:
    with served(seconds=1000) as (running, _):
        running.server.handle_exit(signal.SIGINT, None)
        running.server.handle_exit(signal.SIGINT, None)
        running.thread.join(SOON)

        assert not running.thread.is_alive()


def test_what_takes_too_long_is_not_waited_for() -> None:
    with capture_logs() as logs, served(seconds=0.02) as (running, _):
        running.server.handle_exit(signal.SIGTERM, None)
        running.thread.join(SOON)

        assert not running.thread.is_alive()
    assert [log["event"] for log in logs] == ["stopped before all requests were answered"]
