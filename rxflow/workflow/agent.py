"""The agent: LangChain's loop with the refill gate, remembered in a checkpoint."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool
from langgraph.checkpoint.base import BaseCheckpointSaver, CheckpointTuple
from langsmith import tracing_context

from rxflow.persistence.turn_locks import TurnLease
from rxflow.prompts.prompt_manager import PromptManager
from rxflow.workflow.gate import RefillGate, snapshot
from rxflow.workflow.history import forgotten, left_over
from rxflow.workflow.leased_checkpoints import LEASE, LOADED, STOP, LeasedCheckpoints
from rxflow.workflow.model_calls import ModelCalls
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.turn_stop import TurnStop


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered of a conversation when a turn begins.

    Attributes:
        messages: The messages of the last turns.
        saved: The checkpoint that they are from, None in a new conversation; a turn goes on from it.
    """

    messages: Sequence[AnyMessage] = ()
    saved: CheckpointTuple | None = None


class RefillAgent:
    """Runs one turn of a conversation and remembers it.

    Args:
        model: Any LangChain chat model that can call tools.
        tools: The tools of the assistant.
        checkpointer: Where conversations are remembered. It raises StoreUnavailableError when they cannot be.
        max_model_calls: Model calls in one turn before it is ended.
        calls: Asks the model; by default nothing takes its place when it fails.
    """

    def __init__(
        self,
        model: BaseChatModel,
        tools: Sequence[BaseTool],
        checkpointer: BaseCheckpointSaver[Any],
        max_model_calls: int,
        calls: ModelCalls | None = None,
    ) -> None:
        self._checkpointer = LeasedCheckpoints(checkpointer)
        self._graph = create_agent(
            model,
            list(tools),
            middleware=[RefillGate(PromptManager(), max_model_calls, calls or ModelCalls())],
            context_schema=RunContext,
            checkpointer=self._checkpointer,
        )
        # A model call and its tools are two steps; the gate ends the turn long before this.
        self._recursion_limit = 4 * max_model_calls + 10

    async def load(self, session_id: str) -> tuple[dict[str, Any] | None, Remembered]:
        """The case that was saved last, None in a new conversation, and what is remembered of it."""
        saved = await self._checkpointer.aget_tuple(self._config(session_id))
        values = {} if saved is None else saved.checkpoint["channel_values"]
        if saved is not None and saved.pending_writes:
            # A turn broke off: what its steps had written counts as done.
            with _untraced():
                state = await self._graph.aget_state(self._config(session_id, Remembered(saved=saved)))
            values = state.values
        return values.get("case"), Remembered(tuple(values.get("messages", ())), saved)

    async def run(
        self,
        session_id: str,
        text: str,
        run: RunContext,
        remembered: Remembered,
        lease: TurnLease | None = None,
    ) -> str:
        """Let the model and its tools answer a message; the turn is saved once, at its end.

        Args:
            remembered: What `load` found since the turn began.
            lease: The right to this turn: without it nothing is saved.

        Returns:
            The model's last words.

        Raises:
            StoreUnavailableError: The turn could not be saved, or its lease was lost.
            TurnStoppedError: The patient has stopped the turn; nothing of it was saved.
        """
        messages: list[Any] = [*forgotten(remembered.messages), HumanMessage(text)]
        with _untraced():
            result = await self._graph.ainvoke(
                {"messages": messages},
                self._config(session_id, remembered, lease, run.stop),
                context=run,
                durability="exit",
            )
        last = result["messages"][-1]
        return last.text if isinstance(last, AIMessage) else ""

    async def remember(
        self, session_id: str, text: str, reply: str, run: RunContext, lease: TurnLease | None = None
    ) -> None:
        """Save a turn that was answered without the model, in place of what a failed turn left."""
        messages = await self._kept_messages(session_id)
        update = {"messages": [*left_over(messages), HumanMessage(text), AIMessage(reply)], "case": snapshot(run)}
        with _untraced():
            await self._graph.aupdate_state(self._config(session_id, lease=lease), update, as_node="model")

    async def _kept_messages(self, session_id: str) -> list[AnyMessage]:
        """The messages of the last checkpoint, without what a failed turn had only begun to write."""
        with _untraced():
            saved = await self._checkpointer.aget_tuple(self._config(session_id))
        return list(saved.checkpoint["channel_values"].get("messages", ())) if saved else []

    def _config(
        self,
        session_id: str,
        remembered: Remembered | None = None,
        lease: TurnLease | None = None,
        stop: TurnStop | None = None,
    ) -> RunnableConfig:
        of_the_turn: dict[str, Any] = {"thread_id": session_id, LEASE: lease, STOP: stop}
        if remembered is not None:
            of_the_turn[LOADED] = remembered.saved
        return {"configurable": of_the_turn, "recursion_limit": self._recursion_limit}


def _untraced() -> AbstractContextManager[None]:
    """Use the graph without sending its runs to a tracing service.

    LangChain traces when the environment says so, and a run holds the patient's words.
    """
    return tracing_context(enabled=False)
