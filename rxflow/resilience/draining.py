"""Stopping without cutting anybody off: nothing new is begun, and what was begun is finished."""

import asyncio
from collections.abc import Collection

from starlette.types import ASGIApp, Receive, Scope, Send

from rxflow.domain.errors import OverloadedError
from rxflow.resilience.refusal import EXEMPT, ErrorBody, error_body, is_exempt, refuse

RETRY_AFTER_SECONDS = 5.0
LOOK_SECONDS = 0.05


class Drain:
    """Whether a process is about to stop, and how many requests it still answers.

    `begin` may be called from a signal handler. Everything else belongs to the server's event loop.
    """

    def __init__(self) -> None:
        self._has_begun = False
        self.in_flight = 0

    @property
    def has_begun(self) -> bool:
        """Whether nothing new is to be begun; a probe of readiness says no then."""
        return self._has_begun

    def begin(self) -> None:
        """Begin nothing new from now on; once more does no harm."""
        self._has_begun = True

    async def finished(self, seconds: float) -> bool:
        """Wait for the requests in flight.

        Args:
            seconds: The longest to wait.

        Returns:
            Whether all have ended.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while self.in_flight and (left := until - loop.time()) > 0:
            await asyncio.sleep(min(LOOK_SECONDS, left))
        return not self.in_flight


class Draining:
    """ASGI middleware that refuses new requests with 503 once draining has begun.

    The refused connection is closed, so that a client that keeps it goes to another process. WebSockets that are open
    stay open and are not waited for: an open page has no end. What a page has asked for runs on the assistant's own
    loop, and `Assistant.close` waits for that.

    Args:
        app: What is drained.
        drain: Says when; shared with the server that begins it.
        exempt: Paths that are answered all the same and not waited for, with all below them.
        retry_after: When a refused request may come again, in seconds.
        body: Makes the JSON body of a refusal.
    """

    def __init__(
        self,
        app: ASGIApp,
        drain: Drain,
        *,
        exempt: Collection[str] = EXEMPT,
        retry_after: float = RETRY_AFTER_SECONDS,
        body: ErrorBody = error_body,
    ) -> None:
        self._app = app
        self._drain = drain
        self._exempt = exempt
        self._retry_after = retry_after
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = scope["type"]
        if kind not in ("http", "websocket") or is_exempt(scope, self._exempt):
            await self._app(scope, receive, send)
        elif self._drain.has_begun:
            error = OverloadedError("This server is stopping. Nothing was begun. Try again soon.", self._retry_after)
            await refuse(scope, receive, send, error, self._body, closes=kind == "http")
        elif kind == "websocket":
            await self._app(scope, receive, send)
        else:
            self._drain.in_flight += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._drain.in_flight -= 1
