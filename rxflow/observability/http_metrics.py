"""HTTP requests: counted by the template of their route, and named in every log line and in the answer."""

import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars, reset_contextvars

from rxflow.observability.metrics import Metrics

REQUEST_ID = "X-Request-ID"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER = "other"
"""The label of routes that do not exist and of methods that HTTP does not know: whatever is tried, they are one."""
CLIENT_LEFT = 499
"""The status of a request that was not answered, as nginx writes it."""
_REQUEST_ID = REQUEST_ID.lower().encode()
_GIVEN_ID = re.compile(rb"[A-Za-z0-9_-]{1,64}")


def new_request_id() -> str:
    """A random request id."""
    return secrets.token_hex(8)


class RequestMetrics:
    """ASGI middleware, outermost, that counts requests and gives each an id.

    An id that the caller sends is kept if it is 1 to 64 letters, digits, `_` and `-`; otherwise a new one is made.

    Args:
        app: The application.
        metrics: The metrics that count now; asked at each request, since they may be built after the application.
        new_id: Makes a request id.
        seconds: A clock that only runs forward.
    """

    def __init__(
        self,
        app: ASGIApp,
        metrics: Callable[[], Metrics],
        new_id: Callable[[], str] = new_request_id,
        seconds: Callable[[], float] = perf_counter,
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._new_id = new_id
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _given_id(scope["headers"]) or self._new_id()
        scope.setdefault("state", {})["request_id"] = request_id
        # Not `bound`, which looks through every variable of the context: this is done for each request.
        tokens = bind_contextvars(request_id=request_id)
        try:
            await self._count(request_id, scope, receive, send)
        finally:
            reset_contextvars(**tokens)

    async def _count(self, request_id: str, scope: Scope, receive: Receive, send: Send) -> None:
        metrics, began, status = self._metrics(), self._seconds(), CLIENT_LEFT

        async def send_named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                others = [each for each in message["headers"] if each[0] != _REQUEST_ID]
                message["headers"] = [*others, (_REQUEST_ID, request_id.encode())]
            await send(message)

        try:
            metrics.http_in_progress.inc()
            await self._app(scope, receive, send_named)
        except Exception:
            # Whoever serves the application answers so, where nothing was answered yet.
            status = 500
            raise
        finally:
            route, method = route_template(scope), scope["method"] if scope["method"] in METHODS else OTHER
            metrics.http_in_progress.dec()
            requests, seconds = metrics.http_series(route, method, status)
            requests.inc()
            seconds.observe(self._seconds() - began)


def _given_id(headers: Iterable[tuple[bytes, bytes]]) -> str | None:
    """The id that the caller sent, if it can be one."""
    given = next((value for name, value in headers if name == _REQUEST_ID), b"")
    return given.decode() if _GIVEN_ID.fullmatch(given) else None


def route_template(scope: Scope) -> str:
    """The route that answered, as it is declared, such as `/orders/{order_id}`; never the path that was asked for."""
    route = scope.get("route")
    template = getattr(route, "path", None)
    if not isinstance(template, str):
        return OTHER
    if isinstance(route, Mount):
        return template or "/"
    # What an application is mounted below is part of a path that was asked for: only one that is declared counts.
    below = scope.get("root_path", "")
    return (below if below and below in _mounts(scope) else "") + template or "/"


def _mounts(scope: Scope) -> Iterator[str]:
    """Where applications are mounted below a path that is always the same."""
    routes: Iterable[BaseRoute] = getattr(scope.get("router"), "routes", ())
    return (route.path for route in routes if isinstance(route, Mount) and "{" not in route.path)
