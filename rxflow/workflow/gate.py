"""The gate between the model and everything else: what it sees, which tools it may use, and how long it may go on."""

import json
from collections.abc import Awaitable, Callable, Coroutine
from time import perf_counter
from typing import Any, NotRequired, cast

from langchain.agents.middleware import AgentMiddleware, AgentState, ExtendedModelResponse, ModelRequest, ModelResponse
from langchain.agents.middleware.types import ToolCallRequest
from langchain_core.messages import AIMessage, SystemMessage, ToolCall, ToolMessage
from langchain_core.tools import BaseTool
from langgraph.types import Command

from rxflow.domain.errors import TurnStoppedError
from rxflow.prompts.prompt_manager import PromptManager
from rxflow.workflow.brief import brief
from rxflow.workflow.model_calls import ModelCalls
from rxflow.workflow.model_output import storable
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.tool_results import content_of
from rxflow.workflow.turn_audit import UNKNOWN_TOOL
from rxflow.workflow.turn_progress import StateReached, ToolBegan, ToolDone
from rxflow.workflow.workflow_types import ToolUse

TOOLS_PER_CALL = 3
"""Tool calls that a turn may make for each model call it may make."""


class RefillAgentState(AgentState[Any]):
    """The agent's state: the messages, and the case that is saved with them."""

    case: NotRequired[dict[str, Any]]


def snapshot(run: RunContext) -> dict[str, Any]:
    """The case as it is saved with the checkpoint; quotes in hand will be shown with this turn's reply."""
    context = run.flow.context.model_dump(mode="json")
    context["quote_turn"] = context["turn"] if run.flow.quotes_in_hand() else None
    return {"state": run.state.value, "context": context}


class RefillGate(AgentMiddleware[RefillAgentState, RunContext]):
    """Shows the model its brief and the tools that the state allows, and refuses every other action.

    The two hooks are plain functions that return what is awaited: LangChain traces a coroutine function by way of a
    thread, twice a step, also where nothing is traced.

    Args:
        prompts: Renders the brief.
        max_model_calls: Model calls in one turn before it is ended.
        calls: Asks the model, and says when a turn has used its time.
    """

    state_schema = RefillAgentState

    def __init__(self, prompts: PromptManager, max_model_calls: int, calls: ModelCalls) -> None:
        super().__init__()
        self._prompts = prompts
        self._calls = calls
        self._max_model_calls = max_model_calls
        self._max_tool_calls = TOOLS_PER_CALL * max_model_calls

    def awrap_model_call(
        self,
        request: ModelRequest[RunContext],
        handler: Callable[[ModelRequest[RunContext]], Awaitable[ModelResponse[Any]]],
    ) -> Coroutine[Any, Any, ExtendedModelResponse[Any]]:
        """Ask the model with the brief, or end the turn after too many calls or too long. The case is saved with it.

        Raises:
            TurnStoppedError: The patient has stopped the turn; the model is not asked, or its answer not waited for.
        """
        return self._ask(request, handler)

    async def _ask(
        self,
        request: ModelRequest[RunContext],
        handler: Callable[[ModelRequest[RunContext]], Awaitable[ModelResponse[Any]]],
    ) -> ExtendedModelResponse[Any]:
        run = request.runtime.context
        run.stop.check()
        limit = self._limit(run)
        if limit is not None:
            run.was_cut_short = True
            key = limit if not run.flow.orders else f"{limit}_after_order"
            response = ModelResponse(result=[AIMessage(run.flow.replies.text(key))])
        else:
            prompt = SystemMessage(self._prompts.render(run.state.value, brief(run), run.routed.type.guide))
            tools = [tool for tool in request.tools if isinstance(tool, BaseTool) and run.allows(tool.name)]
            asked = request.override(system_message=prompt, tools=list(tools))
            response = await run.stop.unless_asked(self._calls.ask(run, asked, handler))
            response.result = [storable(message) for message in response.result]
        return ExtendedModelResponse(model_response=response, command=Command(update={"case": snapshot(run)}))

    def _limit(self, run: RunContext) -> str | None:
        """Why the turn ends before the next call, as a key of the message catalogue; None while it goes on."""
        if run.model_calls >= self._max_model_calls:
            return "turn_limit"
        return "turn_timeout" if self._calls.is_time_up(run) else None

    def awrap_tool_call(
        self,
        request: ToolCallRequest,
        handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]],
    ) -> Coroutine[Any, Any, ToolMessage | Command[Any]]:
        """Run a tool if the state allows it, and note it in the turn's trace."""
        return self._use(request, handler)

    async def _use(
        self,
        request: ToolCallRequest,
        handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]],
    ) -> ToolMessage | Command[Any]:
        run = cast(RunContext, request.runtime.context)
        call = request.tool_call
        began, state = perf_counter(), run.state
        # A name that no tool has is a model's own words, which nobody has looked at.
        known = call["name"] if request.tool is not None else UNKNOWN_TOOL
        run.progress(ToolBegan(known))
        result: ToolMessage | Command[Any]
        # A tool that has begun is never cut off: it may be placing an order.
        is_enough = len(run.trace) >= self._max_tool_calls or self._calls.is_time_up(run)
        if run.stop.is_asked:
            result = _refused(call, TurnStoppedError.code, "The patient has stopped this turn.")
        elif is_enough or not run.allows(call["name"]):
            why = "That is enough for one turn." if is_enough else f"{call['name']} is not possible now."
            result = _refused(call, "ACTION_REFUSED", why)
        else:
            result = await handler(request)
        elapsed = (perf_counter() - began) * 1000
        code = UNKNOWN_TOOL if request.tool is None else _code(result)
        use = ToolUse(call["name"], _succeeded(result), round(elapsed, 2), dict(call["args"]), code)
        run.trace.append(use)
        run.progress(ToolDone(known, use.success, use.milliseconds))
        if run.state is not state:
            run.progress(StateReached(run.state))
        return result


def _refused(call: ToolCall, code: str, why: str) -> ToolMessage:
    """What a model is told of a tool that was not run."""
    refusal = {"success": False, "error": why, "code": code, "source": "state machine"}
    return ToolMessage(json.dumps(refusal), tool_call_id=call["id"], name=call["name"], status="error")


def _code(result: ToolMessage | Command[Any]) -> str | None:
    """Why a tool failed, in the word of its envelope; None where it did not, or had no word for it."""
    if _succeeded(result) or not isinstance(result, ToolMessage):
        return None
    envelope = content_of(result)
    code = envelope.get("code") if isinstance(envelope, dict) else None
    return code if isinstance(code, str) else None


def _succeeded(result: ToolMessage | Command[Any]) -> bool:
    if not isinstance(result, ToolMessage) or result.status == "error":
        return False
    return str(result.content).startswith('{"success": true')
