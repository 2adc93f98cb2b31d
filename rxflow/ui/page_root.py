"""Where a page finds its server, said in the page itself, whatever its address."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rxflow.ui.addresses import PAGES

HEAD = b"<head>"
ROOT = b"<script>window.__streamlit = {BACKEND_BASE_URL: location.origin}</script>"


class PageRoot:
    """ASGI middleware that tells the front end that its server is at the root of the address.

    Opened at `/chat`, it would look below that first: two requests that fail, and two errors on the console.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].removeprefix("/") not in PAGES:
            await self._app(scope, receive, send)
            return
        # As it is, so that it can be added to.
        plain = [each for each in scope["headers"] if each[0] not in {b"accept-encoding", b"range"}]
        start: Message = {}
        body = b""

        async def send_with_root(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            if Headers(raw=start["headers"]).get("content-type", "").startswith("text/html"):
                body = body.replace(HEAD, HEAD + ROOT, 1)
                MutableHeaders(scope=start)["content-length"] = str(len(body))
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self._app({**scope, "headers": plain}, receive, send_with_root)
