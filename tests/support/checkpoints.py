"""Checkpoints as tests make them, and every byte that a database keeps of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import Checkpoint, CheckpointTuple, empty_checkpoint
from psycopg import sql

from rxflow.persistence.checkpoints import Checkpoints, open_checkpoints
from rxflow.persistence.sqlite_checkpoints import SqliteHome
from rxflow.security.cipher import Cipher
from rxflow.security.keys import KeyRing, Keys, new_keys

Row = tuple[Any, ...]


class HeldKeys:
    """Keys that a test rotates under those who use them."""

    def __init__(self) -> None:
        self.keys = new_keys()

    def stamp(self) -> object:
        return self.keys

    def load(self) -> Keys:
        return self.keys


@dataclass(slots=True)
class Memory:
    """Checkpoints in a database, by a key ring of this process.

    Attributes:
        url: The database's address.
        keys: Where the keys are.
        ring: The keys as this process knows them.
        checkpoints: What is tested.
    """

    url: str
    keys: HeldKeys
    ring: KeyRing
    checkpoints: Checkpoints

    @classmethod
    async def opened(cls, url: str, keys: HeldKeys | None = None) -> "Memory":
        keys = keys or HeldKeys()
        ring = KeyRing(keys)
        return cls(url, keys, ring, await open_checkpoints(url, Cipher(ring)))

    def with_keys(self, keys: HeldKeys) -> "Memory":
        """The same database as another process with other keys sees it."""
        ring = KeyRing(keys)
        return replace(self, keys=keys, ring=ring, checkpoints=Checkpoints(self.checkpoints._home, Cipher(ring)))

    async def put(self, thread: str, **values: Any) -> RunnableConfig:
        """Keep a new checkpoint that holds these values."""
        latest = await self.latest(thread)
        config = latest.config if latest else named(thread)
        metadata = {"source": "loop", "step": 1, "parents": {"secret": "Emily"}}
        return await self.checkpoints.aput(config, a_checkpoint(**values), metadata, {})  # type: ignore[arg-type]

    async def latest(self, thread: str) -> CheckpointTuple | None:
        return await self.checkpoints.aget_tuple(named(thread))

    async def values(self, thread: str) -> dict[str, Any]:
        """What the latest checkpoint of a thread holds."""
        latest = await self.latest(thread)
        return latest.checkpoint["channel_values"] if latest else {}

    async def rows(self) -> list[Row]:
        """Every row of every table of checkpoints."""
        return [row for table in await self._tables() for row in await self.run("SELECT * FROM {0}", table=table)]

    async def stored(self) -> bytes:
        """Every byte of the database that a thief would have."""
        home = self.checkpoints._home
        if not isinstance(home, SqliteHome):
            return b"\0".join(_bytes_of(await self.rows()))
        if self.url == "sqlite://":
            return await home._connection._execute(home._connection._conn.serialize)
        file = Path(self.url.removeprefix("sqlite:///"))
        return b"".join(each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")))

    async def run(self, statement: str, *values: Any, table: str = "") -> list[Row]:
        """Do something to the database from outside.

        Args:
            statement: SQL with question marks as parameters. `{boxes}` and `{box}` name the table and the column of
                sealed checkpoints, `{writes}` and `{write}` those of sealed writes, `{0}` the table given.
        """
        home = self.checkpoints._home
        boxes, writes = home.columns
        text = statement.format(table, boxes=boxes.table, box=boxes.column, writes=writes.table, write=writes.column)
        if isinstance(home, SqliteHome):
            return [tuple(row) for row in await home._connection.execute_fetchall(text, values)]
        async with await psycopg.AsyncConnection.connect(self.url, autocommit=True) as connection:
            cursor = await connection.execute(sql.SQL(text.replace("?", "%s")), values)
            return await cursor.fetchall() if cursor.description else []

    async def _tables(self) -> list[str]:
        sqlite = isinstance(self.checkpoints._home, SqliteHome)
        named = (
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            if sqlite
            else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        return [name for (name,) in await self.run(named)]


def a_checkpoint(**values: Any) -> Checkpoint:
    """A new checkpoint that holds these values."""
    return {**empty_checkpoint(), "channel_values": values, "channel_versions": dict.fromkeys(values, 1)}


def named(thread: str) -> RunnableConfig:
    return {"configurable": {"thread_id": thread, "checkpoint_ns": ""}}


def _bytes_of(rows: list[Row]) -> Iterator[bytes]:
    for row in rows:
        for value in row:
            yield value if isinstance(value, bytes) else str(value).encode()
