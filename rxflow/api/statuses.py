"""What the OpenAPI document says of a route's errors, so that each that can come is named."""

from typing import Any

from rxflow.api.envelopes import Failure

_TOLD = {
    400: "The request cannot be read.",
    401: "No valid token, or nobody was recognised.",
    403: "The role may not do this.",
    404: "There is no such thing, or it is not yours.",
    409: "It cannot be done as things stand; `error` says why.",
    413: "The request is too large.",
    422: "The request does not have this form.",
    429: "Too much within a minute; see Retry-After.",
    503: "Not now: the database cannot be used, or too much is asked at once; see Retry-After.",
}
EVERYWHERE = (400, 413, 422, 503)
SIGNED_IN = (*EVERYWHERE, 401, 403, 429)


def failures_of_stream(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The same of a route that streams: its errors come before the stream, as JSON."""
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{Failure.__name__}"}}}
    return {status: {"content": content, "description": _TOLD[status]} for status in sorted(set(statuses))}


def failures(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """A route's errors, for its `responses`."""
    return {status: {"model": Failure, "description": _TOLD[status]} for status in sorted(set(statuses))}
