"""Refusing at once what cannot be answered in time, so that what was begun is."""

from collections import Counter
from collections.abc import Callable, Collection

from starlette.types import ASGIApp, Receive, Scope, Send

from rxflow.domain.errors import OverloadedError
from rxflow.resilience.refusal import EXEMPT, ErrorBody, error_body, is_exempt, refuse

RETRY_AFTER_SECONDS = 2.0


class LoadShedding:
    """ASGI middleware that lets so many requests through at once, and answers 503 to the others.

    A request is in flight until the application has returned, so to the last byte of a streamed answer and to the end
    of its background tasks. An open page is no work by itself: WebSockets are counted apart, each for as long as it is
    open. One event loop only: a server's worker has one.

    Args:
        app: What is protected.
        limit: Requests in flight.
        websockets: WebSockets that are open; None for no limit.
        exempt: Paths that are never refused nor counted, with all below them.
        retry_after: When a refused request may come again, in seconds.
        body: Makes the JSON body of a refusal.
        on_shed: Told the kind of each refused request, `http` or `websocket`.
    """

    def __init__(
        self,
        app: ASGIApp,
        limit: int,
        *,
        websockets: int | None = None,
        exempt: Collection[str] = EXEMPT,
        retry_after: float = RETRY_AFTER_SECONDS,
        body: ErrorBody = error_body,
        on_shed: Callable[[str], None] | None = None,
    ) -> None:
        self._app = app
        self._limits = {"http": limit, "websocket": websockets}
        self._exempt = exempt
        self._retry_after = retry_after
        self._body = body
        self._on_shed = on_shed
        self._in_flight = Counter[str]()

    @property
    def in_flight(self) -> int:
        """Requests that are being answered now."""
        return self._in_flight["http"]

    @property
    def websockets(self) -> int:
        """WebSockets that are open now."""
        return self._in_flight["websocket"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind = scope["type"]
        if kind not in self._limits or is_exempt(scope, self._exempt):
            await self._app(scope, receive, send)
            return
        most = self._limits[kind]
        if most is not None and self._in_flight[kind] >= most:
            if self._on_shed is not None:
                self._on_shed(kind)
            error = OverloadedError("Too much is asked at once. Nothing was begun. Try again soon.", self._retry_after)
            await refuse(scope, receive, send, error, self._body)
            return
        self._in_flight[kind] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._in_flight[kind] -= 1
