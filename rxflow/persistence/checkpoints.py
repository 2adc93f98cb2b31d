"""The memory of conversations: LangGraph's checkpoints, sealed, only the latest of each, beside the orders."""

from collections import Counter
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from typing import Any, cast

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
    PendingWrite,
)
from sqlalchemy.engine import make_url

from rxflow.domain.errors import UnreadableDataError
from rxflow.persistence.checkpoint_home import CHECKPOINTS, WRITES, BoxColumn, CheckpointHome, StoredBox
from rxflow.persistence.checkpoint_values import BOX, pack, unpack
from rxflow.security.cipher import HEADER_BYTES, Cipher, key_number

LAYOUT = 4
"""The version of LangGraph's checkpoints in the clear part: older ones would be migrated by the saver."""
CLEAR_METADATA = ("source", "step")
"""What stays readable of a checkpoint's metadata: neither is the patient's."""
BATCH = 100


@dataclass(frozen=True, slots=True)
class Resealed:
    """What one step of `Checkpoints.reseal` did.

    Attributes:
        changed: Boxes that are now under the active key.
        overtaken: Boxes that another process wrote anew meanwhile.
        unreadable: Boxes that cannot be opened: their key is gone, or they were changed from outside.
    """

    changed: int = 0
    overtaken: int = 0
    unreadable: int = 0


class Checkpoints(BaseCheckpointSaver[int]):
    """Keeps the latest checkpoint of every conversation, and what was written towards the next one.

    Checkpoint and metadata are one sealed box, bound to the thread, the namespace and the checkpoint's id; every
    pending write is another, bound to its task and channel besides. The ids themselves, a time, the source and the
    number of the step stay readable.

    Args:
        home: The database.
        cipher: Seals and opens.
    """

    def __init__(self, home: CheckpointHome, cipher: Cipher) -> None:
        super().__init__()
        self._home = home
        self._cipher = cipher

    def with_allowlist(self, _extra: Collection[tuple[str, ...]]) -> "Checkpoints":
        """The same: what may be revived is not for a graph to widen."""
        return self

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """The checkpoint that the config names, or the thread's latest, with its pending writes.

        Raises:
            StoreUnavailableError: The database cannot be read.
            UnreadableDataError: The key is missing, or what is stored was changed or moved.
        """
        async with self._home.saver() as saver:
            found = await saver.aget_tuple(_named(config))
        return None if found is None else self._opened(found)

    async def alist(
        self,
        config: RunnableConfig | None,
        *,
        filter: dict[str, Any] | None = None,
        before: RunnableConfig | None = None,
        limit: int | None = None,
    ) -> AsyncIterator[CheckpointTuple]:
        """The checkpoints there are, latest first; they can be filtered by `CLEAR_METADATA`.

        Raises:
            StoreUnavailableError: The database cannot be read.
            UnreadableDataError: The key is missing, or what is stored was changed or moved.
        """
        chosen = None if config is None else _named(config)
        async with self._home.saver() as saver:
            listed = saver.alist(chosen, filter=filter, before=before, limit=limit)
            found = [each async for each in listed]
        for each in found:
            yield self._opened(each)

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Keep a checkpoint in place of the thread's earlier ones and of what was written towards it.

        Raises:
            StoreUnavailableError: It cannot be kept; the earlier one stays.
        """
        row = (*_thread(config), checkpoint["id"])
        content = {"checkpoint": checkpoint, "metadata": metadata}
        box = self._cipher.seal(pack(content), _place(CHECKPOINTS, *row))
        shell = Checkpoint(
            v=LAYOUT,
            id=checkpoint["id"],
            ts=checkpoint["ts"],
            channel_values={BOX: box},
            channel_versions={BOX: checkpoint["id"]},
            versions_seen={},
            updated_channels=None,
        )
        clear = cast(CheckpointMetadata, {key: value for key, value in metadata.items() if key in CLEAR_METADATA})
        async with self._home.replacing(*row) as saver:
            await saver.aput(_named(config), shell, clear, {BOX: checkpoint["id"]})
        return _config(*row)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Keep what a task wrote towards the checkpoint after the one that the config names.

        Raises:
            StoreUnavailableError: It cannot be kept.
        """
        row = (*_thread(config), config["configurable"]["checkpoint_id"])
        sealed = [
            (channel, self._cipher.seal(pack(value), _place(WRITES, *row, task_id, channel)))
            for channel, value in writes
        ]
        async with self._home.saver() as saver:
            await saver.aput_writes(_config(*row), sealed, task_id, task_path)

    async def forget(self, thread_id: str) -> None:
        """Delete all that is remembered of a conversation; once more does no harm.

        Raises:
            StoreUnavailableError: It cannot be deleted, or not all of it: try again.
        """
        async with self._home.saver() as saver:
            await saver.adelete_thread(thread_id)

    async def adelete_thread(self, thread_id: str) -> None:
        """`forget`, as LangGraph calls it."""
        await self.forget(thread_id)

    async def reseal(self, batch: int = BATCH) -> AsyncIterator[Resealed]:
        """Encrypt anew what is not under the active key, while others go on reading and writing.

        A process that does not know the new key yet still writes with an old one: an old key may only go when a whole
        pass has yielded nothing.

        Args:
            batch: Boxes of one step.

        Raises:
            StoreUnavailableError: The database cannot be used; what was done is done.
        """
        start = self._cipher.current_header
        for column in self._home.columns:
            after = column.first
            while page := await self._home.page(column, start, after, batch):
                yield await self._resealed(column, page)
                after = page[-1].key

    async def boxes_by_key(self) -> Counter[int]:
        """How many boxes are under each key, by its number.

        Raises:
            StoreUnavailableError: The database cannot be read.
        """
        counted: Counter[int] = Counter()
        for column in self._home.columns:
            for header, boxes in await self._home.headers(column, HEADER_BYTES):
                counted[key_number(header)] += boxes
        return counted

    async def close(self) -> None:
        """Close the database's connections."""
        await self._home.close()

    async def _resealed(self, column: BoxColumn, page: Sequence[StoredBox]) -> Resealed:
        changed = unreadable = 0
        for stored in page:
            place = _place(column.kind, *stored.place)
            try:
                plain = self._cipher.open(stored.box, place)
            except UnreadableDataError:
                unreadable += 1
                continue
            changed += await self._home.swap(column, stored, self._cipher.seal(plain, place))
        return Resealed(changed, len(page) - changed - unreadable, unreadable)

    def _opened(self, found: CheckpointTuple) -> CheckpointTuple:
        row = (*_thread(found.config), found.config["configurable"]["checkpoint_id"])
        box = found.checkpoint["channel_values"].get(BOX)
        content = self._unsealed(box, _place(CHECKPOINTS, *row))
        return CheckpointTuple(
            config=_config(*row),
            checkpoint=content["checkpoint"],
            metadata=content["metadata"],
            parent_config=found.parent_config,
            pending_writes=[self._opened_write(row, write) for write in found.pending_writes or ()],
        )

    def _opened_write(self, row: Sequence[str], write: PendingWrite) -> PendingWrite:
        task_id, channel, box = write
        return task_id, channel, self._unsealed(box, _place(WRITES, *row, task_id, channel))

    def _unsealed(self, box: Any, place: str) -> Any:
        if not isinstance(box, bytes):
            raise UnreadableDataError("A part of what is stored of the conversation is missing.")
        return unpack(self._cipher.open(box, place))


async def open_checkpoints(url: str, cipher: Cipher) -> Checkpoints:
    """Open the memory of conversations in a database, creating what is missing; call it on the loop that will use it.

    Args:
        url: An SQLAlchemy URL: `sqlite:///var/rxflow.db`, `sqlite://` for one in memory, or `postgresql://…`.
        cipher: Seals and opens.

    Raises:
        StoreUnavailableError: The database cannot be opened.
    """
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        # Loaded only where it is used: the driver needs a library of the operating system.
        from rxflow.persistence.postgresql_checkpoints import PostgresqlHome

        return Checkpoints(await PostgresqlHome.open(address), cipher)
    from rxflow.persistence.sqlite_checkpoints import SqliteHome

    return Checkpoints(await SqliteHome.open(address), cipher)


def _place(kind: str, *parts: str) -> str:
    """What a box is bound to. The separator is in no id, so no two rows have the same place."""
    return f"{kind}:" + "\x1f".join(parts)


def _thread(config: RunnableConfig) -> tuple[str, str]:
    given = config["configurable"]
    return str(given["thread_id"]), given.get("checkpoint_ns", "")


def _named(config: RunnableConfig) -> RunnableConfig:
    """The config without all that a saver would copy into its readable metadata."""
    given = config["configurable"]
    chosen: dict[str, Any] = dict(zip(("thread_id", "checkpoint_ns"), _thread(config), strict=True))
    if given.get("checkpoint_id"):
        chosen["checkpoint_id"] = given["checkpoint_id"]
    return {"configurable": chosen}


def _config(thread_id: str, namespace: str, checkpoint_id: str) -> RunnableConfig:
    return {"configurable": {"thread_id": thread_id, "checkpoint_ns": namespace, "checkpoint_id": checkpoint_id}}
