"""The pages and the API as one ASGI application."""

import asyncio
import contextlib
import importlib
from collections.abc import AsyncIterator
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from rxflow.api.addresses import ROOTS
from rxflow.api.app import create_api
from rxflow.assistant import Assistant
from rxflow.config.settings import Settings, get_settings
from rxflow.dialogue.red_flags import detect_red_flag
from rxflow.observability.collector import keep_loaded
from rxflow.observability.http_metrics import RequestMetrics
from rxflow.resilience.draining import Drain, Draining
from rxflow.resilience.load_shedding import LoadShedding
from rxflow.security.response_headers import ResponseHeaders
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.browser import BrowserCookie
from rxflow.ui.identity_provider import provider_secrets
from rxflow.ui.page_headers import PAGE_HEADERS
from rxflow.ui.page_root import PageRoot

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"
ICON = Path(__file__).with_name("ui") / "icon.svg"


class PagesAndApi:
    """ASGI application that gives each request to the pages or to the API, by its address.

    Args:
        pages: Gets everything that is not the API's, and starts and stops with the server.
        api: Gets what begins with one of `ROOTS`.
    """

    def __init__(self, pages: ASGIApp, api: ASGIApp) -> None:
        self._pages = pages
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_for_api = scope["type"] == "http" and _is_below(scope["path"], ROOTS)
        await (self._api if is_for_api else self._pages)(scope, receive, send)


def create_app(settings: Settings | None = None, drain: Drain | None = None) -> ASGIApp:
    """The ASGI application, for `rxflow.server` or for any ASGI server (`uvicorn --factory rxflow.main:create_app`).

    Args:
        settings: None reads the environment.
        drain: Says when the server is about to stop.

    Raises:
        ConfigurationError: A setting is wrong.
    """
    chosen = settings or get_settings()
    drain = drain or Drain()
    serving: list[Assistant] = []

    def assistant() -> Assistant:
        # The cache is asked only until the server is up: it takes longer than a simple route.
        return serving[0] if serving else pharmacy_assistant()

    @contextlib.asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        serving.append(await asyncio.to_thread(_prepare, chosen))
        try:
            yield
        finally:
            serving.clear()
            await asyncio.to_thread(pharmacy_assistant.clear)

    pages = st.App(
        SCRIPT,
        lifespan=lifespan,
        secrets=provider_secrets(chosen),
        routes=[Route("/favicon.png", _icon)],
        middleware=[
            Middleware(RequestMetrics, metrics=lambda: assistant().metrics),
            Middleware(ResponseHeaders, headers=PAGE_HEADERS),
            Middleware(LoadShedding, limit=chosen.requests_in_flight),
            Middleware(Draining, drain=drain),
            Middleware(BrowserCookie),
            Middleware(PageRoot),
        ],
    )
    api = create_api(assistant, drain=drain, requests_in_flight=chosen.requests_in_flight)
    return PagesAndApi(pages, api)


async def _icon(_request: Request) -> FileResponse:
    """The icon of the page's tab, where Streamlit's page looks for it: `page_icon` would load NumPy for it."""
    return FileResponse(ICON, media_type="image/svg+xml")


def _prepare(settings: Settings) -> Assistant:
    """Build everything, and load what the first page would otherwise load while its patient waits."""
    assistant = pharmacy_assistant(settings)
    importlib.import_module("rxflow.ui.page")
    detect_red_flag("")
    keep_loaded()
    return assistant


def _is_below(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(f"{root}/") for root in roots)
