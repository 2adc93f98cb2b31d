"""Headers of the API's answers."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.types import ASGIApp, Message, Receive, Scope, Send

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


def _raw(policy: str) -> tuple[tuple[bytes, bytes], ...]:
    """Headers as ASGI has them, made once: they are the same in every answer."""
    headers = {**API_HEADERS, "content-security-policy": policy}
    return tuple((name.encode(), value.encode()) for name, value in headers.items())


_PROGRAM_HEADERS, _DOCS_HEADERS = _raw(_FOR_PROGRAMS), _raw(_FOR_DOCS)


class ApiHeaders:
    """ASGI middleware that adds `API_HEADERS` to every answer; nothing of it may be kept, shown or run elsewhere."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = _DOCS_HEADERS if scope["path"].startswith(DOCS) else _PROGRAM_HEADERS

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await self._app(scope, receive, send_with_headers)
