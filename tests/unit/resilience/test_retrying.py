"""What is tried again, how often, and what is not."""

import socket
from collections.abc import Iterator

import pytest
import stamina
from structlog.testing import capture_logs

from rxflow.resilience.retrying import configure_retries, is_transient, repeat_model_call, repeat_until_there


class StatusError(Exception):
    """An error of a provider's HTTP client."""

    def __init__(self, **status: object) -> None:
        super().__init__("SECRET")
        self.__dict__.update(status)


def caused(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


@pytest.fixture(autouse=True)
def _without_pauses() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3, cap=True):
        yield


@pytest.mark.parametrize(
    "error",
    [
        TimeoutError(),
        ConnectionResetError(),
        socket.gaierror(),
        StatusError(status_code=429),
        StatusError(status_code=500),
        StatusError(status_code=None, code=503),
        StatusError(status=599),
        caused(ValueError("wrapped"), caused(RuntimeError(), ConnectionRefusedError())),
    ],
    ids=repr,
)
def test_trouble_with_time_connection_or_load_is_transient(error: Exception) -> None:
    assert is_transient(error)


@pytest.mark.parametrize(
    "error",
    [
        ValueError(),
        FileNotFoundError(),
        KeyboardInterrupt(),
        StatusError(status_code=400),
        StatusError(status_code=401),
        StatusError(status_code=600),
        StatusError(code="503"),
        StatusError(status_code=True),
        caused(StatusError(status_code=422), TimeoutError()),
    ],
    ids=repr,
)
def test_anything_else_is_not(error: BaseException) -> None:
    assert not is_transient(error)


def test_causes_that_go_round_are_looked_at_once() -> None:
    first, second = ValueError(), ValueError()
    first.__cause__, second.__cause__ = second, first

    assert not is_transient(first)


@pytest.mark.parametrize(
    ("failures", "asked"),
    [
        ([], 1),
        ([TimeoutError()], 2),
        ([TimeoutError(), ConnectionError()], 3),
        ([TimeoutError()] * 3, 3),
        ([ValueError()], 1),
        ([TimeoutError(), ValueError()], 2),
    ],
)
async def test_a_model_is_asked_again_at_most_twice(failures: list[Exception], asked: int) -> None:
    left, attempts = list(failures), 0

    async def ask() -> str:
        nonlocal attempts
        attempts += 1
        if left:
            raise left.pop(0)
        return "answer"

    if asked > len(failures):
        assert await repeat_model_call(ask, 60) == "answer"
    else:
        with pytest.raises(type(failures[asked - 1])):
            await repeat_model_call(ask, 60)

    assert attempts == asked


async def test_after_its_time_a_model_is_not_asked_again() -> None:
    asked = 0

    async def ask() -> None:
        nonlocal asked
        asked += 1
        raise TimeoutError

    with stamina.set_testing(False), pytest.raises(TimeoutError):
        await repeat_model_call(ask, 1e-9)

    assert asked == 1


def test_a_server_that_is_still_starting_is_waited_for() -> None:
    answers: list[Exception | str] = [OSError(), OSError(), "there", "again"]

    def connect() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert repeat_until_there(connect, OSError, 10) == "there"
    assert answers == ["again"]


@pytest.mark.parametrize(("error", "seconds"), [(ValueError, 10.0), (OSError, 0.0)])
def test_another_error_is_not_waited_out_and_nothing_without_time(error: type[Exception], seconds: float) -> None:
    attempts = 0

    def connect() -> None:
        nonlocal attempts
        attempts += 1
        raise error

    with pytest.raises(error):
        repeat_until_there(connect, OSError, seconds)

    assert attempts == 1


async def test_a_repetition_is_logged_without_the_words_of_the_error() -> None:
    configure_retries()
    failures = [StatusError(status_code=503)]

    async def ask() -> None:
        if failures:
            raise failures.pop()

    with capture_logs() as logs:
        await repeat_model_call(ask, 60)

    assert logs == [{"event": "tried again", "error_type": "StatusError", "log_level": "warning"}]
