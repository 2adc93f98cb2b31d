"""What the memory of conversations must bear when it is on a PostgreSQL server."""

import asyncio
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy.engine import make_url

from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence import postgresql_checkpoints
from tests.support.checkpoints import HeldKeys, Memory
from tests.support.postgresql import SERVER, a_database

pytestmark = pytest.mark.services


@pytest.fixture
def url() -> Iterator[str]:
    with a_database() as address:
        yield address


def disconnect_all(url: str) -> int:
    """End every connection to a database, as a server that stops does."""
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        return len(connection.execute(ended, (make_url(url).database,)).fetchall())


async def test_the_turn_after_all_connections_were_lost_is_kept(url: str) -> None:
    memory = await Memory.opened(url)
    await asyncio.gather(*(memory.put(f"t{number}", word="one") for number in range(10)))

    assert disconnect_all(url) > 1
    await asyncio.gather(*(memory.put(f"t{number}", word="two") for number in range(10)))
    assert await memory.values("t9") == {"word": "two"}
    await memory.checkpoints.close()


async def test_a_server_that_lets_nobody_in_is_an_error_and_afterwards_serves_again(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql_checkpoints, "WAIT_SECONDS", 2.0)
    monkeypatch.setattr(postgresql_checkpoints, "RECONNECT_SECONDS", 0.5)
    memory = await Memory.opened(url)
    await memory.put("t1", word="one")
    name = make_url(url).database
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        disconnect_all(url)
        for turn in (memory.latest("t1"), memory.put("t1", word="two"), memory.checkpoints.forget("t1")):
            with pytest.raises(StoreUnavailableError):
                await turn
        server.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')

    assert await memory.values("t1") == {"word": "one"}
    await memory.checkpoints.close()


async def test_a_server_that_is_not_there_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql_checkpoints, "WAIT_SECONDS", 1.0)

    with pytest.raises(StoreUnavailableError, match="RXFLOW_DATABASE_URL"):
        await Memory.opened("postgresql+psycopg://postgres@127.0.0.1:1/nowhere")


async def test_a_server_that_does_not_answer_in_time_is_an_error(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = await Memory.opened(url)
    await memory.put("t1", word="one")
    monkeypatch.setattr(postgresql_checkpoints, "USE_SECONDS", 0.3)
    with psycopg.connect(url) as blocker:
        blocker.execute("LOCK TABLE checkpoints IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(StoreUnavailableError):
            await memory.put("t1", word="two")

    assert await memory.values("t1") == {"word": "one"}
    await memory.checkpoints.close()


async def test_four_processes_that_start_on_a_new_database_all_open_it(url: str) -> None:
    keys = HeldKeys()
    opened = await asyncio.gather(*(Memory.opened(url, keys) for _ in range(4)))
    await opened[0].put("t1", word="one")

    assert [await memory.values("t1") for memory in opened] == [{"word": "one"}] * 4
    for memory in opened:
        await memory.checkpoints.close()
