"""Headers that say what may be done with an answer, in every answer of an application."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

RawHeaders = tuple[tuple[bytes, bytes], ...]


class ResponseHeaders:
    """ASGI middleware that gives every answer the same headers, in place of its own of the same names.

    Args:
        app: Whose answers.
        headers: The headers, by their names in small letters.
        below: The headers of the paths that begin with a text, in place of `headers`.
    """

    def __init__(
        self, app: ASGIApp, headers: Mapping[str, str], below: Mapping[str, Mapping[str, str]] | None = None
    ) -> None:
        self._app = app
        # As ASGI has them, made once: they are the same in every answer.
        self._headers = _raw(headers)
        self._below = {begin: _raw(others) for begin, others in (below or {}).items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = self._of(scope["path"])
        replaced = {name for name, _ in given}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [each for each in message.get("headers", ()) if each[0].lower() not in replaced]
                message["headers"] = [*own, *given]
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _of(self, path: str) -> RawHeaders:
        return next((others for begin, others in self._below.items() if path.startswith(begin)), self._headers)


def _raw(headers: Mapping[str, str]) -> RawHeaders:
    return tuple((name.encode(), value.encode()) for name, value in headers.items())
