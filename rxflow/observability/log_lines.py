"""Where log lines go: stderr, a file that is rotated; and other libraries' records made into such lines."""

import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog

from rxflow.domain.errors import ConfigurationError

FILE_MODE = 0o600


@dataclass(frozen=True, slots=True)
class LogFile:
    """A file of log lines, which processes may share.

    Attributes:
        path: Where it is.
        most_bytes: A file that would grow beyond this is put aside.
        kept: How many that were put aside are kept.
    """

    path: Path
    most_bytes: int
    kept: int


class LineFile(RotatingFileHandler):
    """A file that only its owner can read. A line that cannot be written there fails nobody."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, FILE_MODE)
        os.chmod(self.baseFilename, FILE_MODE)
        return TextIOWrapper(os.fdopen(handle, "ab"), encoding=self.encoding)

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802 - the standard library's name
        """Whether the file is full; one that another process or logrotate put aside is left first."""
        if self.stream is not None and not self._is_in_place(self.stream):
            self.stream.close()
            # The base class opens it again.
            self.stream = None
        return bool(super().shouldRollover(record))

    def _is_in_place(self, stream: TextIOWrapper) -> bool:
        try:
            return os.path.samestat(os.stat(self.baseFilename), os.fstat(stream.fileno()))
        except FileNotFoundError:
            return False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
        """The disk is full, or the file is gone: the line is on stderr, and the next one is tried again."""

    def write(self, line: str) -> None:
        """Append a line, beginning a new file when this one is full."""
        self.handle(logging.makeLogRecord({"msg": line}))


def open_file(file: LogFile) -> LineFile:
    """Open a log file.

    Raises:
        ConfigurationError: It cannot be written.
    """
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        return LineFile(file.path, maxBytes=file.most_bytes, backupCount=file.kept, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(
            f"RXFLOW_LOG_FILE: {file.path} cannot be written. Choose another file, or leave it empty."
        ) from error


class LineLogger(structlog.WriteLogger):
    """Writes lines while they can be written: a turn must not fail because nobody can be told of it."""

    def __init__(self, file: LineFile | None) -> None:
        super().__init__(sys.stderr)
        self._kept = file

    def msg(self, message: str) -> None:
        # Where stderr goes to a file, its disk is often the one that is full; a pipe may have lost its reader.
        with suppress(OSError):
            super().msg(message)
        if self._kept is not None:
            self._kept.write(message)

    log = debug = info = warn = warning = fatal = failure = err = error = critical = exception = msg


SERVER_LOGGERS = ("uvicorn", "uvicorn.error", "uvicorn.access")


class LibraryHandler(logging.Handler):
    """Tells that a library logged something, how bad and of which error, but not what: that may quote a patient.

    Args:
        get_logger: Makes the logger that tells it.
        file: The file of the lines, closed with this.
    """

    def __init__(self, get_logger: Callable[[str], Any], file: LineFile | None = None) -> None:
        super().__init__(logging.WARNING)
        self._get_logger = get_logger
        self._file = file

    def install(self) -> None:
        """Take the place of an earlier one."""
        self.uninstall()
        logging.getLogger().addHandler(self)
        # A server that is started by its own command has given its loggers handlers that print words.
        for name in SERVER_LOGGERS:
            server = logging.getLogger(name)
            server.handlers.clear()
            server.propagate = True

    @classmethod
    def uninstall(cls) -> None:
        """Leave libraries' records to whoever else hears them."""
        root = logging.getLogger()
        for earlier in [handler for handler in root.handlers if isinstance(handler, cls)]:
            root.removeHandler(earlier)
            earlier.close()

    def emit(self, record: logging.LogRecord) -> None:
        raised = record.exc_info[0] if record.exc_info else None
        error = {"error_type": raised.__name__} if raised is not None else {}
        log = self._get_logger(record.name)
        tell = log.error if record.levelno >= logging.ERROR else log.warning
        tell("library", logger=record.name, **error)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()
