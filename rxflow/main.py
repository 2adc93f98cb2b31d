"""The web server: one ASGI application that serves the pages, with the assistant built before the first request."""

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
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from rxflow.config.settings import Settings, get_settings
from rxflow.dialogue.red_flags import detect_red_flag
from rxflow.domain.errors import ConfigurationError
from rxflow.observability.collector import keep_loaded
from rxflow.observability.metrics import CONTENT_TYPE_LATEST
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.browser import BrowserCookie
from rxflow.ui.page_headers import PageHeaders

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"
ICON = Path(__file__).with_name("ui") / "icon.svg"
BACKLOG = 128
SHUTDOWN_SECONDS = 3


def create_app(settings: Settings | None = None) -> st.App:
    """The ASGI application, for `serve` or for any ASGI server (`uvicorn --factory rxflow.main:create_app`).

    Args:
        settings: None reads the environment.

    Raises:
        ConfigurationError: A setting is wrong.
    """
    chosen = settings or get_settings()

    @contextlib.asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        await asyncio.to_thread(_prepare, chosen)
        try:
            yield
        finally:
            await asyncio.to_thread(pharmacy_assistant.clear)

    return st.App(
        SCRIPT,
        lifespan=lifespan,
        routes=[Route("/favicon.png", _icon), Route("/metrics", _metrics)],
        middleware=[Middleware(PageHeaders), Middleware(BrowserCookie)],
    )


def serve(settings: Settings) -> None:
    """Serve the pages until the process is told to stop.

    Raises:
        ConfigurationError: The address or port cannot be listened on.
        DataError: The demo data is broken.
        StoreUnavailableError: The database cannot be opened.
    """
    listener = _listen(settings.host, settings.port)
    app = create_app(settings)
    # Before the server: what is wrong with the data or the database is then one line, not a server's stack trace.
    pharmacy_assistant(settings)
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        # A page is many small messages: compressing each costs more time than it saves.
        ws_per_message_deflate=False,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )
    with listener, contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


async def _metrics(_request: Request) -> Response:
    """The counters, for Prometheus."""
    return Response(pharmacy_assistant().metrics.exposition(), media_type=CONTENT_TYPE_LATEST)


async def _icon(_request: Request) -> FileResponse:
    """The icon of the page's tab, where Streamlit's page looks for it: `page_icon` would load NumPy for it."""
    return FileResponse(ICON, media_type="image/svg+xml")


def _prepare(settings: Settings) -> None:
    """Build everything, and load what the first page would otherwise load while its patient waits."""
    pharmacy_assistant(settings)
    importlib.import_module("rxflow.ui.page")
    detect_red_flag("")
    keep_loaded()


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
