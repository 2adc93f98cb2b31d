"""The memory of conversations in an SQLite file that others use, or that an older release wrote."""

import sqlite3
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest
from langchain_core.messages import HumanMessage
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence import sqlite_checkpoints
from tests.support.checkpoints import Memory, a_checkpoint, named


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rxflow.db"


async def test_what_a_release_before_encryption_left_is_wiped_out_of_the_file(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with aiosqlite.connect(file) as connection:
        old = AsyncSqliteSaver(connection, serde=JsonPlusSerializer())
        checkpoint = a_checkpoint(messages=[HumanMessage("refill my lisinopril " * 500)])
        config = await old.aput({**named("t1")}, checkpoint, {}, {})
        await old.aput_writes(config, [("messages", HumanMessage("lisinopril"))], "task1")
    assert b"lisinopril" in file.read_bytes()
    memory = await Memory.opened(f"sqlite:///{file}")

    assert await memory.latest("t1") is None
    assert b"lisinopril" not in await memory.stored()
    await memory.put("t1", word="anew")
    await memory.checkpoints.close()

    again = await Memory.opened(f"sqlite:///{file}", memory.keys)
    assert await again.values("t1") == {"word": "anew"}
    await again.checkpoints.close()


async def test_a_locked_file_is_an_error_and_afterwards_serves_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_checkpoints, "BUSY_TIMEOUT_MS", 50)
    memory = await Memory.opened(f"sqlite:///{file}")
    await memory.put("t1", word="one")
    with closing(sqlite3.connect(file, isolation_level=None)) as blocker:
        blocker.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match="Nothing was changed"):
            await memory.put("t1", word="two")
        assert await memory.values("t1") == {"word": "one"}

    await memory.put("t1", word="three")
    assert await memory.values("t1") == {"word": "three"}
    await memory.checkpoints.close()


async def test_a_damaged_file_is_one_error(file: Path) -> None:
    file.write_bytes(b"this is no database " * 100)

    with pytest.raises(StoreUnavailableError, match="RXFLOW_DATABASE_URL"):
        await Memory.opened(f"sqlite:///{file}")


async def test_a_put_commits_at_once_and_fully(file: Path) -> None:
    memory = await Memory.opened(f"sqlite:///{file}")
    await memory.put("t1", word="one")

    ((full,),) = await memory.run("PRAGMA synchronous")
    with closing(sqlite3.connect(file, timeout=0)) as other:
        other.execute("DELETE FROM checkpoints")
        other.commit()
    assert full == 2
    assert await memory.latest("t1") is None
    await memory.checkpoints.close()
