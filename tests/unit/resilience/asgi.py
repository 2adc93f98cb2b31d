"""ASGI requests made by hand, and an application that answers them when a test says so."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeldApp:
    """Begins each answer at once and ends it when it is told how, by the number in its path."""

    def __init__(self) -> None:
        self.begun: dict[str, asyncio.Future[None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.begun[scope["path"]] = asyncio.get_running_loop().create_future()
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
        else:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"first", "more_body": True})
        await self.begun[scope["path"]]


class Call:
    """One request, or one WebSocket; `sent` is what came back."""

    def __init__(self, app: ASGIApp, path: str, kind: str = "http", **scope: Any) -> None:
        self._app = app
        self.scope = {"type": kind, "path": path, "headers": [], **scope}
        self.sent: list[Message] = []

    async def run(self) -> None:
        await self._app(self.scope, self._receive, self._send)

    @property
    def status(self) -> int | None:
        return next((message["status"] for message in self.sent if "status" in message), None)

    @property
    def headers(self) -> Mapping[str, str]:
        started = next(message for message in self.sent if "status" in message)
        return {name.decode(): value.decode() for name, value in started["headers"]}

    @property
    def body(self) -> Any:
        return json.loads(b"".join(message.get("body", b"") for message in self.sent))

    async def _receive(self) -> Message:
        return {"type": "websocket.connect" if self.scope["type"] == "websocket" else "http.request"}

    async def _send(self, message: Message) -> None:
        self.sent.append(message)


async def settled() -> None:
    """Let every task go on as far as it can."""
    for _ in range(5):
        await asyncio.sleep(0)
