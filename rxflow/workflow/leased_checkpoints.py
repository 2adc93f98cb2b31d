"""Checkpoints that are only written by the one whose turn it is."""

from collections.abc import AsyncIterator, Collection, Sequence
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)

from rxflow.domain.errors import StoreUnavailableError
from rxflow.workflow.turn_stop import TurnStop

LEASE = "turn_lease"
"""Where a turn's lease is in the `configurable` part of a run's configuration."""

STOP = "turn_stop"
"""Where a turn's stop is there: saving makes its reply final, and what was stopped first is not saved."""

LOADED = "turn_loaded"
"""Where the checkpoint is there that the turn has read already, None where there was none: nobody else writes one until
it ends."""


class LeasedCheckpoints(BaseCheckpointSaver[Any]):
    """Passes on to another saver, and refuses a turn that was stopped, or lost its lock: a newer one may be saved.

    Args:
        kept: Where checkpoints are really kept.
    """

    def __init__(self, kept: BaseCheckpointSaver[Any]) -> None:
        super().__init__(serde=kept.serde)
        self._kept = kept

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Save a checkpoint.

        Raises:
            StoreUnavailableError: The turn has lost its lock; nothing was saved.
            TurnStoppedError: The patient has stopped the turn; nothing was saved.
        """
        stop = _stop(config)
        if stop is not None:
            stop.settle()
        await _must_be_held(config)
        return await self._kept.aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Save what a step wrote before its checkpoint; it hangs on a checkpoint of its own turn and harms no other."""
        stop = _stop(config)
        if stop is not None and stop.is_asked:
            return
        await self._kept.aput_writes(config, writes, task_id, task_path)

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """The newest checkpoint of a conversation, or the one named; what a turn has loaded is not read again."""
        given = config.get("configurable", {})
        if LOADED in given and not given.get("checkpoint_id"):
            loaded: CheckpointTuple | None = given[LOADED]
            return loaded
        return await self._kept.aget_tuple(config)

    async def alist(
        self,
        config: RunnableConfig | None,
        *,
        filter: dict[str, Any] | None = None,
        before: RunnableConfig | None = None,
        limit: int | None = None,
    ) -> AsyncIterator[CheckpointTuple]:
        """The checkpoints of a conversation, newest first."""
        async for each in self._kept.alist(config, filter=filter, before=before, limit=limit):
            yield each

    def get_next_version(self, current: Any, channel: None) -> Any:
        """The version after this one, as the saver counts them."""
        return self._kept.get_next_version(current, channel)

    def with_allowlist(self, extra_allowlist: Collection[tuple[str, ...]]) -> "LeasedCheckpoints":
        """The same with more types that may be read back."""
        return LeasedCheckpoints(self._kept.with_allowlist(extra_allowlist))


def _stop(config: RunnableConfig) -> TurnStop | None:
    stop: TurnStop | None = config.get("configurable", {}).get(STOP)
    return stop


async def _must_be_held(config: RunnableConfig) -> None:
    lease = config.get("configurable", {}).get(LEASE)
    if lease is not None and not await lease.still_held():
        raise StoreUnavailableError("This turn took too long and lost its place. Nothing was changed. Try again.")
