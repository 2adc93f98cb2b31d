"""The web server: one ASGI application that serves the pages and the API, with the assistant built before both."""

import asyncio
import contextlib
import errno
import importlib
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from rxflow.api import alone
from rxflow.api.addresses import ROOTS
from rxflow.api.app import create_api
from rxflow.bootstrap import Assistant, build_assistant
from rxflow.config.settings import Settings, get_settings
from rxflow.dialogue.red_flags import detect_red_flag
from rxflow.domain.errors import ConfigurationError
from rxflow.observability.collector import keep_loaded
from rxflow.observability.http_metrics import RequestMetrics
from rxflow.resilience.draining import Drain, Draining
from rxflow.resilience.draining_server import DrainingServer
from rxflow.resilience.load_shedding import LoadShedding
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.browser import BrowserCookie
from rxflow.ui.page_headers import PageHeaders

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"
ICON = Path(__file__).with_name("ui") / "icon.svg"
BACKLOG = 128
SHUTDOWN_SECONDS = 3


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
    """The ASGI application, for `serve` or for any ASGI server (`uvicorn --factory rxflow.main:create_app`).

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
        routes=[Route("/favicon.png", _icon)],
        middleware=[
            Middleware(RequestMetrics, metrics=lambda: assistant().metrics),
            Middleware(PageHeaders),
            Middleware(LoadShedding, limit=chosen.requests_in_flight),
            Middleware(Draining, drain=drain),
            Middleware(BrowserCookie),
        ],
    )
    api = create_api(assistant, drain=drain, requests_in_flight=chosen.requests_in_flight)
    return PagesAndApi(pages, api)


def serve(settings: Settings, is_api_only: bool = False) -> None:
    """Serve the pages and the API until the process is told to stop.

    Args:
        settings: The settings.
        is_api_only: Whether to leave the pages out.

    Raises:
        ConfigurationError: The address or port cannot be listened on.
        DataError: The demo data is broken.
        StoreUnavailableError: The database cannot be opened.
    """
    listener, drain = _listen(settings.host, settings.port), Drain()
    # Built before the server: what is wrong with the data or the database is one line, not a server's stack trace.
    app: ASGIApp
    if is_api_only:
        app = alone.create_app(settings, drain, build_assistant(settings))
    else:
        app = create_app(settings, drain)
        pharmacy_assistant(settings)
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        # A page is many small messages: compressing each costs more time than it saves.
        ws_per_message_deflate=False,
        # Its own handlers would print what is not on the list of what a log may hold.
        log_config=None,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )
    with listener, contextlib.suppress(KeyboardInterrupt):
        DrainingServer(config, drain, settings.shutdown_seconds).run(sockets=[listener])


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


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        ConfigurationError: One line that says which setting to change.
    """
    try:
        return socket.create_server((host, port), family=_family(host), backlog=BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = (
                f"RXFLOW_PORT: port {port} is in use by another program. Stop it, or set RXFLOW_PORT to a free port."
            )
        elif error.errno == errno.EACCES:
            reason = f"RXFLOW_PORT: port {port} needs special rights. Set RXFLOW_PORT to 1024 or more."
        else:
            reason = f"RXFLOW_HOST: {host} is no address of this machine. Set RXFLOW_HOST to 127.0.0.1, for example."
        raise ConfigurationError(reason) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
