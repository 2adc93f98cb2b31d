"""JSON logs on stderr. Only allow-listed fields are written, so that patient data cannot reach a log by mistake."""

import logging
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import structlog

ALLOWED_FIELDS = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "error_code",
        "error_type",
        "traceback",
        "host",
        "path",
        "model_calls",
        "port",
        "provider",
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
    """A structlog processor that drops every field that is not on the list."""
    return {name: value for name, value in event.items() if name in ALLOWED_FIELDS}


def configure_logging(level: str) -> None:
    """Send the package's logs as JSON lines to stderr.

    Args:
        level: `DEBUG`, `INFO`, `WARNING` or `ERROR`.
    """
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            keep_allowed_fields,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_names: _StderrLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


class _StderrLogger(structlog.WriteLogger):
    """Writes lines while they can be written: a turn must not fail because nobody can be told of it."""

    def msg(self, message: str) -> None:
        # Where stderr goes to a file, its disk is often the one that is full; a pipe may have lost its reader.
        with suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = fatal = failure = err = error = critical = exception = msg


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
