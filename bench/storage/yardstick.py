"""The least that a remembered conversation can cost: LangChain's own agent and saver, and a model that answers at once.

The agent has a stand-in of each of our tools, with the same name, description and arguments, which answers at once.
Nothing is gated, assessed, sealed or audited, and all messages are kept.
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
from langchain_core.tools import BaseTool, StructuredTool
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.history import latest_turn

Call = tuple[str, dict[str, Any]]
Script = tuple[tuple[tuple[Call, ...], ...], ...]
"""The tools that are called at once, a step an entry, a turn a row; each turn then ends with words."""

SELECT: Call = ("select_prescription", {"medication": "lisinopril"})
CONFIRM: Call = ("confirm_dosage", {"correct": True})
PHARMACY: Call = ("select_pharmacy", {"pharmacy": "PH003"})
SUBMIT: Call = ("submit_refill_order", {})
OURS: Script = ((), ((SELECT,),), ((CONFIRM,),), ((PHARMACY,),), ((SUBMIT,),))
"""Nine model calls and four tools: code does the looking up and the checking."""
PLAIN: Script = (
    ((("patient_medication_history", {}),),),
    ((("rxnorm_medication_lookup", {"name": "lisinopril"}),), (SELECT,)),
    ((CONFIRM,),),
    ((PHARMACY, ("goodrx_price_lookup", {})),),
    ((("check_drug_interactions", {}), ("check_insurance_formulary", {}), SUBMIT),),
)
"""Eleven model calls and nine tools: a model that has to look up for itself what it is to take into account."""
WORDS = "There is one refill left, and it can be picked up today after 14:30. Shall I go on?"


class InstantModel(BaseChatModel):
    """Calls the tools of a script and then answers, at once, for one conversation after another.

    Attributes:
        script: What each turn does.
        turn: Which of them is played.
    """

    script: Script
    turn: int = -1

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
        asked = latest_turn(messages) or 0
        done = sum(isinstance(each, AIMessage) for each in messages[asked:])
        if not done:
            self.turn = (self.turn + 1) % len(self.script)
        steps = self.script[self.turn]
        calls = [
            {"name": name, "args": given, "id": f"call_{len(messages)}_{place}"}
            for place, (name, given) in enumerate(steps[done] if done < len(steps) else ())
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
    """A conversation with the agent. Opened by `open_yardstick`."""

    def __init__(self, saver: AsyncSqliteSaver, script: Script) -> None:
        tools = [stand_in(each) for each in AVAILABLE_TOOLS]
        self._graph = create_agent(InstantModel(script=script), tools, checkpointer=saver)

    async def say(self, words: str, thread_id: str) -> str:
        """One turn, saved once at its end."""
        config: RunnableConfig = {"configurable": {"thread_id": thread_id}}
        result = await self._graph.ainvoke({"messages": [HumanMessage(words)]}, config, durability="exit")
        return str(result["messages"][-1].content)


def stand_in(tool: BaseTool) -> BaseTool:
    """A tool that looks like another to a model, and answers at once."""

    async def answer(**given: Any) -> dict[str, Any]:
        return {
            "success": True,
            "data": {"medication": "lisinopril 10 mg tablet", "refills": 1, **given},
            "source": "-",
        }

    schema = tool.tool_call_schema
    return StructuredTool(name=tool.name, description=tool.description, args_schema=schema, coroutine=answer)


@asynccontextmanager
async def open_yardstick(file: Path, script: Script = PLAIN) -> AsyncIterator[Yardstick]:
    """The agent with its memory in a file."""
    async with aiosqlite.connect(file) as connection:
        saver = AsyncSqliteSaver(connection)
        await saver.setup()
        yield Yardstick(saver, script)
