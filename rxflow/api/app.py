"""The API as one ASGI application."""

from collections.abc import Callable

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import Lifespan

from rxflow import __version__
from rxflow.api.failures import TooLargeEnvelope, install, refusal
from rxflow.api.headers import DOCS, DOCS_HEADERS, PROGRAM_HEADERS
from rxflow.api.routes import auth, cases, operations, orders, pharmacies, prescriptions, sessions
from rxflow.assistant import Assistant
from rxflow.config.settings import REQUESTS_IN_FLIGHT
from rxflow.observability.http_metrics import RequestMetrics
from rxflow.resilience.draining import Drain, Draining
from rxflow.resilience.load_shedding import LoadShedding
from rxflow.security.response_headers import ResponseHeaders

MOST_BODY_BYTES = 512 * 1024

DESCRIPTION = """
Refill prescriptions from another program, by the same rules as the pages: **the model proposes, the machine decides.**

Sign in with `/api/v1/auth/login` and send the access token as `Authorization: Bearer …`. Every answer is an envelope:
`{"success": true, "data", "message"}`, a list with `meta` beside it, and an error
`{"success": false, "error": CODE, "message", "status_code", "request_id", "details"}`.
"""


def create_api(
    assistant: Callable[[], Assistant],
    lifespan: Lifespan[FastAPI] | None = None,
    *,
    drain: Drain | None = None,
    requests_in_flight: int = REQUESTS_IN_FLIGHT,
) -> FastAPI:
    """The API.

    Args:
        assistant: Gives the assistant that answers, once it is built.
        lifespan: What is done before the first request and after the last, where the API is served alone.
        drain: Says when the server is about to stop.
        requests_in_flight: What is asked beyond so many at once is refused.
    """
    app: FastAPI = FastAPIOffline(
        docs_url="/api/docs",
        redoc_url=None,
        static_url="/api/docs/assets",
        openapi_url="/api/openapi.json",
        swagger_ui_oauth2_redirect_url="/api/docs/oauth2-redirect",
        title="RxFlow",
        version=__version__,
        description=DESCRIPTION,
        # An address that is almost right is wrong, in words; a redirect would send a body twice.
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.assistant = assistant
    app.state.drain = drain = drain or Drain()
    install(app)
    begins = len(app.router.routes)
    app.include_router(operations.router)
    for module in (auth, sessions, orders, prescriptions, pharmacies, cases):
        app.include_router(module.router)
    app.include_router(sessions.streams)
    # What the documentation page needs comes last: routes are looked through until one fits.
    documentation, routes = app.router.routes[:begins], app.router.routes[begins:]
    app.router.routes[:] = [*routes, *documentation]
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=MOST_BODY_BYTES)
    app.add_middleware(TooLargeEnvelope)
    app.add_middleware(Draining, drain=drain, body=refusal)
    app.add_middleware(LoadShedding, limit=requests_in_flight, body=refusal)
    app.add_middleware(ResponseHeaders, headers=PROGRAM_HEADERS, below={DOCS: DOCS_HEADERS})
    app.add_middleware(RequestMetrics, metrics=lambda: assistant().metrics)
    return app
