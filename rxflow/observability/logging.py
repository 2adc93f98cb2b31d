"""JSON logs on stderr and in a file. Only allow-listed fields are written, so that no patient data gets in unseen."""

import logging
from collections.abc import Mapping
from typing import Any

import structlog

from rxflow.observability.log_lines import LibraryHandler, LineLogger, LogFile, open_file

__all__ = ["ALLOWED_FIELDS", "LogFile", "configure_logging", "error_trace", "get_logger", "keep_allowed_fields"]

ALLOWED_FIELDS = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "count",
        "ending",
        "error_code",
        "error_type",
        "traceback",
        "host",
        "logger",
        "path",
        "model_calls",
        "port",
        "provider",
        "request_id",
        "session_ref",
        "state",
        "tool",
        "tool_calls",
        "turn_ms",
        "rule",
        "case_id",
        "order_id",
    }
)


def keep_allowed_fields(_logger: Any, _method: str, event: Mapping[str, Any]) -> dict[str, Any]:
    """A structlog processor that drops every field that is not on the list, or is not one plain value."""
    return {
        name: value
        for name, value in event.items()
        if name in ALLOWED_FIELDS and isinstance(value, str | int | float | bool | None)
    }


def configure_logging(level: str, file: LogFile | None = None) -> None:
    """Send the package's logs as JSON lines to stderr, and other libraries' from WARNING on, without their words.

    Args:
        level: `DEBUG`, `INFO`, `WARNING` or `ERROR`.
        file: Where the lines are kept as well.

    Raises:
        ConfigurationError: The file cannot be written.
    """
    kept = open_file(file) if file is not None else None
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            keep_allowed_fields,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_names: LineLogger(kept),
        cache_logger_on_first_use=False,
    )
    LibraryHandler(get_logger, kept).install()


def error_trace(error: BaseException) -> str:
    """Where an error was raised, innermost last, without its message: messages may quote what a patient wrote."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " > ".join(frames)


def get_logger(name: str) -> Any:
    """A structured logger for a module."""
    return structlog.get_logger(name)
