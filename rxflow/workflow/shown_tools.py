"""Which tools a model is shown, and how: the actions of the state, look-ups that fit it, and one door to the rest.

What may be called is decided elsewhere (`may_use`). A look-up that is not shown works when a model calls it.
"""

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool

from rxflow.workflow.conversation_types import REFILL, ConversationType
from rxflow.workflow.run_context import ACTIONS, RunContext
from rxflow.workflow.workflow_types import RefillState

LOOK_UP = "look_up"
"""The one tool that stands for all look-ups that are not shown; nobody ever runs it."""
WHAT = "what"

FITTING: Mapping[RefillState, frozenset[str]] = {
    RefillState.START: frozenset({"patient_medication_history", "track_refill_order"}),
    RefillState.IDENTIFY_MEDICATION: frozenset({"patient_medication_history", "rxnorm_medication_lookup"}),
    RefillState.CLARIFY_MEDICATION: frozenset({"patient_medication_history", "rxnorm_medication_lookup"}),
    RefillState.CONFIRM_DOSAGE: frozenset({"patient_medication_history", "check_drug_interactions"}),
    RefillState.CHECK_AUTHORIZATION: frozenset({"prior_authorization_lookup", "check_insurance_formulary"}),
    RefillState.SELECT_PHARMACY: frozenset({"find_nearby_pharmacies", "get_pharmacy_details", "goodrx_price_lookup"}),
    RefillState.CONFIRM_ORDER: frozenset({"goodrx_price_lookup", "get_pharmacy_details"}),
    RefillState.COMPLETE: frozenset({"track_refill_order", "get_pharmacy_details"}),
    RefillState.ESCALATE_PA: frozenset({"prior_authorization_lookup", "check_insurance_formulary"}),
    RefillState.ESCALATE_PRESCRIBER: frozenset({"patient_medication_history", "track_refill_order"}),
    RefillState.ESCALATE_PHARMACIST: frozenset({"patient_medication_history", "get_pharmacy_details"}),
    RefillState.ERROR: frozenset({"patient_medication_history", "track_refill_order"}),
}
"""The look-ups that patients ask for most in each state of a refill."""


def shown_tools(kind: ConversationType, state: RefillState, tools: Sequence[BaseTool]) -> list[dict[str, Any]]:
    """The tools that a model is shown in a state, as providers take them; the same for every patient.

    Args:
        kind: The type of conversation that answers.
        state: The state of the refill.
        tools: Those that both allow.
    """
    shown = [tool for tool in tools if _is_shown(kind, state, tool.name)]
    others = [tool for tool in tools if tool not in shown]
    door = [_door(others)] if others else []
    return [*map(compact_schema, shown), *door]


def unfolded(message: BaseMessage, run: RunContext) -> BaseMessage:
    """An answer with each call through the door as the call of the look-up that it names."""
    if not isinstance(message, AIMessage) or all(call["name"] != LOOK_UP for call in message.tool_calls):
        return message
    calls = [_unfolded(call, run) if call["name"] == LOOK_UP else call for call in message.tool_calls]
    return message.model_copy(update={"content": message.text, "tool_calls": calls})


def compact_schema(tool: BaseTool) -> dict[str, Any]:
    """A tool in few words: the first paragraph of what it tells, and arguments without titles, defaults and limits.

    That a text is the patient's own words is said once, in the prompt; the limits are checked when the tool is called.
    """
    parameters = convert_to_openai_tool(tool)["function"]["parameters"]
    properties = {name: _compact_argument(schema) for name, schema in parameters.get("properties", {}).items()}
    described = {"name": tool.name, "description": _first_paragraph(tool.description)}
    return _as_function(described, properties, parameters.get("required", []))


def _is_shown(kind: ConversationType, state: RefillState, name: str) -> bool:
    # The other types are narrow as they are, and look-ups are what they are for.
    return name in ACTIONS or kind is not REFILL or name in FITTING[state]


def _door(tools: Sequence[BaseTool]) -> dict[str, Any]:
    schemas = [compact_schema(tool)["function"]["parameters"]["properties"] for tool in tools]
    arguments = {name: schema for each in schemas for name, schema in each.items()}
    what = {"type": "string", "enum": [tool.name for tool in tools]}
    described = {"name": LOOK_UP, "description": "Any other look-up. An empty result never means safe."}
    return _as_function(described, {WHAT: what, **arguments}, [WHAT])


def _as_function(described: dict[str, Any], properties: dict[str, Any], required: Sequence[str]) -> dict[str, Any]:
    parameters: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        parameters["required"] = list(required)
    return {"type": "function", "function": {**described, "parameters": parameters}}


def _compact_argument(schema: Mapping[str, Any]) -> dict[str, Any]:
    kind = schema.get("type") or next(each["type"] for each in schema["anyOf"] if each["type"] != "null")
    if kind == "string" or "description" not in schema:
        return {"type": kind}
    return {"type": kind, "description": schema["description"]}


def _first_paragraph(description: str) -> str:
    return " ".join(inspect.cleandoc(description).split("\n\n")[0].split())


def _unfolded(call: Any, run: RunContext) -> Any:
    """The call that is meant; one that names no look-up stays, and is refused as any unknown tool is."""
    what = call["args"].get(WHAT)
    if not isinstance(what, str) or what in ACTIONS or not run.allows(what):
        return call
    return {**call, "name": what, "args": {name: value for name, value in call["args"].items() if name != WHAT}}
