"""An HTTP/1.1 client that costs little: connections are kept, and bodies have a length."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from time import monotonic
from typing import Any, NamedTuple

ANSWER_SECONDS = 30.0
KEPT_SECONDS = 2.0
"""For how long a connection is used again; servers close idle ones after 5 s."""
_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


class Answer(NamedTuple):
    """A response."""

    status: int
    body: bytes


def request(method: str, path: str, token: str | None = None, body: Mapping[str, Any] | None = None) -> bytes:
    """A request as it is sent.

    Args:
        token: The access token of whoever asks.
        body: What is sent as JSON.
    """
    content = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(content)}"]
    if token is not None:
        lines.append(f"Authorization: Bearer {token}")
    if body is not None:
        lines.append("Content-Type: application/json")
    return "\r\n".join(lines).encode() + _END + content


class Connection(asyncio.Protocol):
    """One connection, for one request at a time. Opened by `connect`."""

    def __init__(self) -> None:
        self.is_open = False
        self.last_used = monotonic()
        self._received = b""
        self._answer: asyncio.Future[Answer] | None = None

    def connection_made(self, transport: Any) -> None:
        self._transport: asyncio.Transport = transport
        self.is_open = True

    def connection_lost(self, _error: Exception | None) -> None:
        self.is_open = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionResetError("the server closed the connection"))

    def data_received(self, data: bytes) -> None:
        self._received += data
        head = self._received.find(_END)
        if head < 0 or self._answer is None or self._answer.done():
            return
        whole = head + len(_END) + _length(self._received[:head])
        if len(self._received) >= whole:
            self._answer.set_result(Answer(int(self._received[9:12]), self._received[head + len(_END) : whole]))
            self._received = self._received[whole:]

    async def ask(self, wanted: bytes) -> Answer:
        """Send a request and wait for its answer.

        Raises:
            ConnectionError: The server closed the connection.
        """
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(wanted)
        answer = await self._answer
        self.last_used = monotonic()
        return answer

    def close(self) -> None:
        self._transport.abort()


class Client:
    """As many connections to a server as there are requests at once. An asynchronous context manager."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[Connection] = []

    async def __aenter__(self) -> "Client":
        return self

    async def __aexit__(self, *_error: object) -> None:
        for connection in self._idle:
            connection.close()

    async def connect(self) -> Connection:
        """A connection of one's own.

        Raises:
            OSError: Nobody listens.
        """
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(Connection, "127.0.0.1", self._port)
        return connection

    async def ask(self, wanted: bytes) -> Answer:
        """Send a request on a connection that is free, and wait for its answer.

        Raises:
            OSError: Nobody listens, the server closed the connection, or there was no answer in time.
        """
        connection = self._free() or await self.connect()
        try:
            answer = await asyncio.wait_for(connection.ask(wanted), ANSWER_SECONDS)
        except (OSError, TimeoutError):
            connection.close()
            raise
        self._idle.append(connection)
        return answer

    async def data(self, wanted: bytes) -> Any:
        """What the answer's envelope carries.

        Raises:
            OSError: As `ask`.
            RuntimeError: It was refused.
        """
        answer = await self.ask(wanted)
        if answer.status not in (200, 201):
            raise RuntimeError(f"the server answered {answer.status}: {answer.body[:300].decode()}")
        return json.loads(answer.body)["data"]

    def _free(self) -> Connection | None:
        with suppress(IndexError):
            while True:
                connection = self._idle.pop()
                if connection.is_open and monotonic() - connection.last_used < KEPT_SECONDS:
                    return connection
                connection.close()
        return None


def _length(head: bytes) -> int:
    """Raises ValueError where a body has no length: this client cannot read it."""
    lowered = head.lower()
    begin = lowered.index(_LENGTH) + len(_LENGTH)
    end = lowered.find(b"\r\n", begin)
    return int(lowered[begin : end if end >= 0 else None])
