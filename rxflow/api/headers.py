"""Headers of the API's answers: nothing of it may be kept, shown or run elsewhere."""

from collections.abc import Mapping
from types import MappingProxyType

DOCS = "/api/docs"
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
PROGRAM_HEADERS: Mapping[str, str] = MappingProxyType(
    {**API_HEADERS, "content-security-policy": "default-src 'none'; frame-ancestors 'none'"}
)
DOCS_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        **API_HEADERS,
        "content-security-policy": (
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
        ),
    }
)
