"""Headers of the API's answers, and how much it reads of a request."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rxflow.api.failures import answer, failure

DOCS = "/api/docs"
_FOR_PROGRAMS = "default-src 'none'; frame-ancestors 'none'"
_FOR_DOCS = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
API_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "strict-transport-security": "max-age=31536000",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }
)
MOST_BODY_BYTES = 512 * 1024


class ApiHeaders:
    """ASGI middleware that adds `API_HEADERS` to every answer; nothing of it may be kept, shown or run elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = _FOR_DOCS if scope["path"].startswith(DOCS) else _FOR_PROGRAMS

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in API_HEADERS.items():
                    headers[name] = value
                headers["content-security-policy"] = policy
            await send(message)

        await self._app(scope, receive, send_with_headers)


class _TooLargeError(Exception):
    """More came than may."""


class BodyLimit:
    """ASGI middleware that refuses a request whose body is too large, whether it says so or not.

    Args:
        most: Bytes.
    """

    def __init__(self, app: ASGIApp, most: int = MOST_BODY_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "0")
        if declared.isdecimal() and int(declared) > self._most:
            await self._refuse(scope, receive, send)
            return
        read, began = 0, False

        async def receive_some() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                raise _TooLargeError
            return message

        async def note_begin(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self._app(scope, receive_some, note_begin)
        except _TooLargeError:
            if began:
                raise
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        message = f"The request is too large. Send at most {self._most // 1024} KiB at once."
        told = failure(413, "TOO_LARGE", message, str(scope.get("state", {}).get("request_id", "")))
        await answer(told, {"connection": "close"})(scope, receive, send)
