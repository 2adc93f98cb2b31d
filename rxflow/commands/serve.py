"""`rxflow serve`: the pages and the HTTP routes."""

from rxflow.commands.assistant import logged_settings
from rxflow.server import serve as serve_pages


def serve(host: str | None, port: int | None, is_api_only: bool = False) -> None:
    """Serve until the process is told to stop; None takes the setting.

    Raises:
        RxFlowError: The settings, the data, the database or the address cannot be used.
    """
    chosen = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    serve_pages(logged_settings().model_copy(update=chosen), is_api_only)
