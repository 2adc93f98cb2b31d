"""LangGraph's SQLite saver with what every turn does in one trip to the connection's thread instead of three to six."""

import json
from collections.abc import Sequence
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
    get_checkpoint_id,
    get_checkpoint_metadata,
)
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.checkpoint.sqlite.utils import load_pending_writes, pending_writes_sql

_FOUND = (
    "SELECT checkpoint_id, parent_checkpoint_id, type, checkpoint, metadata"
    " FROM checkpoints WHERE thread_id = ? AND checkpoint_ns = ?"
)
_NAMED = f"{_FOUND} AND checkpoint_id = ?"
_LATEST = f"{_FOUND} ORDER BY checkpoint_id DESC LIMIT 1"
_WRITES = pending_writes_sql(has_task_path=True)
_PUT = (
    "INSERT OR REPLACE INTO checkpoints"
    " (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, type, checkpoint, metadata)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class SqliteSaver(AsyncSqliteSaver):
    """Reads and writes the same rows; its connection commits each statement by itself, and its tables are there."""

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """The checkpoint that the config names, or the thread's latest, with its pending writes."""
        thread_id, namespace = _thread(config)
        named = get_checkpoint_id(config)
        async with self.lock:
            found = await self._rows(
                *((_NAMED, thread_id, namespace, named) if named else (_LATEST, thread_id, namespace))
            )
            if not found:
                return None
            checkpoint_id, parent_id, kind, checkpoint, metadata = found[0]
            writes = await self._rows(_WRITES, thread_id, namespace, checkpoint_id)
        return CheckpointTuple(
            _config(thread_id, namespace, checkpoint_id),
            self.serde.loads_typed((kind, checkpoint)),
            json.loads(metadata) if metadata is not None else {},
            _config(thread_id, namespace, parent_id) if parent_id else None,
            load_pending_writes(writes, self.serde),
        )

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Keep a checkpoint."""
        thread_id, namespace = _thread(config)
        parent_id = config["configurable"].get("checkpoint_id")
        kind, content = self.serde.dumps_typed(checkpoint)
        readable = json.dumps(get_checkpoint_metadata(config, metadata), ensure_ascii=False).encode()
        async with self.lock:
            await self._rows(_PUT, thread_id, namespace, checkpoint["id"], parent_id, kind, content, readable)
        return _config(thread_id, namespace, checkpoint["id"])

    async def _rows(self, statement: str, *given: Any) -> Sequence[Any]:
        return list(await self.conn.execute_fetchall(statement, given))


def _thread(config: RunnableConfig) -> tuple[str, str]:
    given = config["configurable"]
    return str(given["thread_id"]), str(given.get("checkpoint_ns", ""))


def _config(thread_id: str, namespace: str, checkpoint_id: str) -> RunnableConfig:
    return {"configurable": {"thread_id": thread_id, "checkpoint_ns": namespace, "checkpoint_id": checkpoint_id}}
