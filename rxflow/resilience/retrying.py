"""Repeating, with growing pauses and jitter, what is safe to repeat: nothing that writes."""

import socket
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import stamina
from stamina.instrumentation import RetryDetails, set_on_retry_hooks

from rxflow.observability.logging import get_logger

log = get_logger(__name__)

Result = TypeVar("Result")

MODEL_REPEATS = 2
FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 1.0
JITTER_SECONDS = 0.2
_STATUS_NAMES = ("status_code", "http_status", "code", "status")
_TOO_MANY_REQUESTS = 429
_CONNECTION_ERRORS = frozenset({"TransportError", "APIConnectionError", "RemoteProtocolError"})
"""What HTTP clients call a connection that broke; none of theirs is a ConnectionError."""


def configure_retries() -> None:
    """Log each repetition in a line of our own: the library's quotes the error, which may quote a patient."""
    set_on_retry_hooks([_log_retry])


def _log_retry(details: RetryDetails) -> None:
    log.warning("tried again", error_type=type(details.caused_by).__name__)


def is_transient(error: BaseException) -> bool:
    """Whether the same question may well be answered a moment later.

    That is an error about time or the connection, or one with the HTTP status 429 or 5xx. Providers wrap what their
    HTTP client raised, so the causes of an error are looked at, too.
    """
    for each in _with_causes(error):
        status = http_status(each)
        if status is not None:
            return status == _TOO_MANY_REQUESTS or 500 <= status <= 599
        if isinstance(each, TimeoutError | ConnectionError | socket.gaierror):
            return True
        if not _CONNECTION_ERRORS.isdisjoint(kind.__name__ for kind in type(each).__mro__):
            return True
    return False


async def repeat_model_call(ask: Callable[[], Awaitable[Result]], seconds: float) -> Result:
    """Ask a model, and again at most twice when it failed before any answer for a transient reason.

    Args:
        ask: One attempt, which has a time limit of its own.
        seconds: How long after the first attempt began another may still begin.

    Raises:
        Exception: What the last attempt raised.
    """
    async for attempt in stamina.retry_context(
        on=is_transient,
        attempts=1 + MODEL_REPEATS,
        timeout=seconds,
        wait_initial=FIRST_PAUSE_SECONDS,
        wait_max=LONGEST_PAUSE_SECONDS,
        wait_jitter=JITTER_SECONDS,
    ):
        with attempt:
            return await ask()
    raise AssertionError("stamina raises what the last attempt raised")  # pragma: no cover


def repeat_until_there(
    connect: Callable[[], Result], on: type[Exception] | tuple[type[Exception], ...], seconds: float
) -> Result:
    """Connect to a server that may still be starting.

    Args:
        connect: One attempt, which must not write.
        on: What is raised while it is not there.
        seconds: How long after the first attempt began another may still begin; 0 for one attempt alone.

    Raises:
        Exception: What the last attempt raised.
    """
    if seconds <= 0:
        return connect()
    for attempt in stamina.retry_context(
        on=on,
        attempts=None,
        timeout=seconds,
        wait_initial=FIRST_PAUSE_SECONDS,
        wait_max=LONGEST_PAUSE_SECONDS,
        wait_jitter=JITTER_SECONDS,
    ):
        with attempt:
            return connect()
    raise AssertionError("stamina raises what the last attempt raised")  # pragma: no cover


def _with_causes(error: BaseException) -> Iterator[BaseException]:
    seen = set[int]()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__


def http_status(error: BaseException) -> int | None:
    """The HTTP status that an error carries, under one of the names that providers use."""
    for name in _STATUS_NAMES:
        value = getattr(error, name, None)
        if type(value) is int and 100 <= value <= 599:
            return value
    return None
