"""A PostgreSQL server that is still starting is waited for; nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import stamina
from sqlalchemy import Engine, event

from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence.engine import create_store
from tests.support.stores import a_cipher

NOBODY = "postgresql://rxflow@127.0.0.1:1/rxflow"


@pytest.fixture
def attempts() -> Iterator[list[str]]:
    """The databases that somebody tried to connect to."""
    made: list[str] = []

    def note(dialect: object, _record: object, _args: object, _options: object) -> None:
        made.append(getattr(dialect, "name", ""))

    event.listen(Engine, "do_connect", note)
    with stamina.set_testing(True, attempts=4, cap=True):
        yield made
    event.remove(Engine, "do_connect", note)


@pytest.mark.parametrize(("seconds", "times"), [(10.0, 4), (0.0, 1)])
def test_a_server_that_is_not_there_yet_is_connected_to_again(attempts: list[str], seconds: float, times: int) -> None:
    with pytest.raises(StoreUnavailableError, match="no connection to the server"):
        create_store(NOBODY, a_cipher(), start_wait_seconds=seconds)

    assert attempts == ["postgresql"] * times


def test_a_file_that_cannot_be_opened_is_told_of_at_once(attempts: list[str], tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError):
        create_store(f"sqlite:///file:{tmp_path}/none.db?mode=ro&uri=true", a_cipher(), start_wait_seconds=10)

    assert attempts == ["sqlite"]
