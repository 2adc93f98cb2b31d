"""The answer to a request that is not begun: 503, when to try again, and why."""

import json
import math
from collections.abc import Callable, Collection, Mapping
from typing import Any

from starlette.types import Receive, Scope, Send

from rxflow.domain.errors import OverloadedError

ErrorBody = Callable[[Scope, OverloadedError], Mapping[str, Any]]
"""Makes the JSON body of a refusal, such as the API's envelope of errors."""

EXEMPT = ("/health", "/metrics")
"""What an operator asks just when there is trouble; each stands for all paths below it."""
TRY_AGAIN_LATER = 1013
"""The code of a WebSocket that cannot be served now (IANA's registry of close codes)."""
_HTTP_IN_WEBSOCKET = "websocket.http.response"


def error_body(_scope: Scope, error: OverloadedError) -> Mapping[str, Any]:
    """The body where nobody has given another: a code and a sentence."""
    return {"error": {"code": error.code, "message": str(error)}}


def is_exempt(scope: Scope, paths: Collection[str]) -> bool:
    """Whether a request is for one of these paths, or for one below them."""
    path = scope.get("path", "")
    return any(path == each or path.startswith(f"{each}/") for each in paths)


async def refuse(
    scope: Scope,
    receive: Receive,
    send: Send,
    error: OverloadedError,
    body: ErrorBody = error_body,
    *,
    closes: bool = False,
) -> None:
    """Answer a request, or the handshake of a WebSocket, without beginning it.

    Args:
        error: Why, and when to try again.
        body: Makes the JSON body.
        closes: Whether the connection is not to be used again.
    """
    content = json.dumps(body(scope, error)).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(content)).encode()),
        (b"retry-after", str(max(1, math.ceil(error.retry_after))).encode()),
        (b"cache-control", b"no-store"),
    ]
    if closes:
        headers.append((b"connection", b"close"))
    kind = "http.response"
    if scope["type"] == "websocket":
        await receive()
        if _HTTP_IN_WEBSOCKET not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        kind = _HTTP_IN_WEBSOCKET
    await send({"type": f"{kind}.start", "status": 503, "headers": headers})
    await send({"type": f"{kind}.body", "body": content, "more_body": False})
