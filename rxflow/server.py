"""The web server: it listens first, then builds the assistant, then serves."""

import contextlib
import errno
import socket

import uvicorn
from starlette.types import ASGIApp

from rxflow.api import alone
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError
from rxflow.resilience.draining import Drain
from rxflow.resilience.draining_server import DrainingServer

BACKLOG = 128
SHUTDOWN_SECONDS = 3


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
        app = _pages_and_api(settings, drain)
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


def _pages_and_api(settings: Settings, drain: Drain) -> ASGIApp:
    # Imported only where pages are wanted: the API does without Streamlit.
    from rxflow.main import create_app
    from rxflow.ui.assistant import pharmacy_assistant

    app = create_app(settings, drain)
    pharmacy_assistant(settings)
    return app


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
