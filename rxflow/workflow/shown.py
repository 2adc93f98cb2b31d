"""What a configured model is sent: as little as it needs for the next step.

The built-in model costs nothing a word and reads by program; it is asked with all there is. See docs/adr/0023.
"""

import json
from typing import Any

from langchain.agents.middleware import ModelRequest
from langchain_core.messages import AnyMessage, SystemMessage, ToolMessage
from langchain_core.tools import BaseTool

from rxflow.prompts.prompt_manager import TELL_GUIDE, PromptManager
from rxflow.workflow.brief import short_brief
from rxflow.workflow.history import latest_turn
from rxflow.workflow.run_context import ACTIONS, RunContext
from rxflow.workflow.shown_tools import shown_tools
from rxflow.workflow.tool_results import content_of
from rxflow.workflow.turn_steps import Step

_NOT_FOR_A_REPLY = frozenset(
    {
        *("pharmacy_id", "rx_number", "quote_id", "created_at", "prescriber", "days_supply", "last_filled"),
        *("refills_remaining", "street", "hours_today", "wait_minutes", "drive_thru", "delivery", "cash_price"),
    }
)
"""What an action gives for pages and the built-in model, and no reply to it tells; look-ups give what is asked."""


def as_shown(run: RunContext, request: ModelRequest[RunContext], step: Step) -> ModelRequest[RunContext]:
    """A request as a configured model is sent it.

    Args:
        run: The turn.
        request: The same with all that there is.
        step: What the model is asked for. To tell results it needs no tools, and sees no calls either: there are
            providers that refuse a conversation with calls in it and no tools beside it.
    """
    begins = latest_turn(request.messages) or 0
    earlier, now = request.messages[:begins], request.messages[begins:]
    prompts, case = PromptManager(), short_brief(run)
    if step is Step.TELL:
        case["results"] = [_told(message) for message in now if isinstance(message, ToolMessage)]
        prompt = prompts.render(run.state.value, case, TELL_GUIDE)
        return _with(request, prompt, [*earlier, now[0]], [])
    prompt = prompts.render(run.state.value, case, run.routed.type.guide)
    tools = [tool for tool in request.tools if isinstance(tool, BaseTool)]
    return _with(request, prompt, [*earlier, *map(_shortened, now)], shown_tools(run.routed.type, run.state, tools))


def _with(
    request: ModelRequest[RunContext], prompt: str, messages: list[AnyMessage], tools: list[dict[str, Any]]
) -> ModelRequest[RunContext]:
    return request.override(system_message=SystemMessage(prompt), messages=messages, tools=list(tools))


def _shortened(message: AnyMessage) -> AnyMessage:
    if not isinstance(message, ToolMessage):
        return message
    told = _told(message)
    content = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return message.model_copy(update={"content": content})


def _told(result: ToolMessage) -> Any:
    """What a tool's result tells, without where it comes from; words that are no envelope as they are."""
    envelope = content_of(result)
    if not isinstance(envelope, dict):
        return envelope
    told = {name: value for name, value in envelope.items() if name != "source"}
    return _for_a_reply(told) if result.name in ACTIONS else told


def _for_a_reply(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {name: _for_a_reply(item) for name, item in value.items() if name not in _NOT_FOR_A_REPLY}
        return {name: item for name, item in kept.items() if item is not None and item != []}
    return [_for_a_reply(item) for item in value] if isinstance(value, list) else value
