"""The least that a remembered conversation can cost: LangChain's own agent and saver, and a model that answers at once.

Nothing is gated, assessed, sealed or audited. A conversation has five turns, eleven model calls and nine tools, and
all its messages are kept.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite
from langchain.agents import create_agent
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.tools import BaseTool, tool
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

SCRIPT = ((1,), (1, 1), (1,), (2,), (3,))
"""How many tools are called at once, a step an entry, a turn a row."""
WORDS = "There is one refill left, and it can be picked up today after 14:30. Shall I go on?"


@tool
def look_up(rx_number: str) -> dict[str, Any]:
    """Look something up by its number."""
    return {"success": True, "rx_number": rx_number, "medication": "lisinopril 10 mg tablet", "refills": 1}


class InstantModel(BaseChatModel):
    """Calls the tools of the script and then answers, at once."""

    @property
    def _llm_type(self) -> str:
        return "instant"

    def bind_tools(self, tools: Sequence[Any], **_kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]:
        return self.bind(tools=[each.name for each in tools])

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_kwargs: Any,
    ) -> ChatResult:
        asked = [place for place, each in enumerate(messages) if isinstance(each, HumanMessage)]
        steps = SCRIPT[(len(asked) - 1) % len(SCRIPT)]
        done = sum(isinstance(each, AIMessage) for each in messages[asked[-1] :])
        wanted = steps[done] if done < len(steps) else 0
        calls = [
            {"name": "look_up", "args": {"rx_number": f"RX{place}"}, "id": f"call_{len(messages)}_{place}"}
            for place in range(wanted)
        ]
        answer = AIMessage("" if calls else WORDS, tool_calls=calls)
        return ChatResult(generations=[ChatGeneration(message=answer)])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self._generate(messages, stop, None, **kwargs)


class Yardstick:
    """A conversation with the agent. Opened by `open`."""

    def __init__(self, saver: AsyncSqliteSaver) -> None:
        tools: list[BaseTool] = [look_up]
        self._graph = create_agent(InstantModel(), tools, checkpointer=saver)

    async def say(self, words: str, thread_id: str) -> str:
        """One turn, saved once at its end."""
        config: RunnableConfig = {"configurable": {"thread_id": thread_id}}
        result = await self._graph.ainvoke({"messages": [HumanMessage(words)]}, config, durability="exit")
        return str(result["messages"][-1].content)


@asynccontextmanager
async def open_yardstick(file: Path) -> AsyncIterator[Yardstick]:
    """The agent with its memory in a file."""
    async with aiosqlite.connect(file) as connection:
        saver = AsyncSqliteSaver(connection)
        await saver.setup()
        yield Yardstick(saver)
