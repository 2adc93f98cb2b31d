"""What a model is shown of the tools, state by state, and what becomes of calls through the door to the others."""

import json
from typing import Any

import pytest
from langchain_core.messages import AIMessage
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool

from rxflow.tools.information_tools import CLINICAL_TOOLS
from rxflow.tools.registry import AVAILABLE_TOOLS, LOOKUPS
from rxflow.workflow.conversation_types import BUILT_IN, CLINICAL, REFILL, SIMPLE, ConversationType
from rxflow.workflow.run_context import ACTIONS, STATE_ACTIONS, may_use
from rxflow.workflow.shown_tools import FITTING, LOOK_UP, WHAT, compact_schema, shown_tools, unfolded
from rxflow.workflow.workflow_types import RefillState

S = RefillState
MOST_SHOWN = 8
NOISE = {"title", "default", "anyOf", "minLength", "maxLength"}
TOOLS = (*AVAILABLE_TOOLS, *CLINICAL_TOOLS)
READS = {tool.name for tool in LOOKUPS}
STATES = [pytest.param(state, id=state.value) for state in S]


def allowed(kind: ConversationType, state: RefillState) -> list[BaseTool]:
    return [tool for tool in TOOLS if may_use(kind, state, tool.name)]


def shown(kind: ConversationType, state: RefillState) -> dict[str, dict[str, Any]]:
    """What a model is shown, by name."""
    return {each["function"]["name"]: each["function"] for each in shown_tools(kind, state, allowed(kind, state))}


def behind(function: dict[str, Any]) -> set[str]:
    return set(function["parameters"]["properties"][WHAT]["enum"])


@pytest.mark.parametrize("state", STATES)
def test_a_refill_shows_the_actions_of_its_state_a_few_look_ups_and_one_door(state: RefillState) -> None:
    tools = shown(REFILL, state)

    assert len(tools) <= MOST_SHOWN
    assert tools.keys() & ACTIONS == STATE_ACTIONS[state]
    assert tools.keys() - ACTIONS == FITTING[state] | {LOOK_UP}
    assert 2 <= len(FITTING[state]) <= 3


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: kind.name)
def test_whatever_may_be_used_is_shown_or_behind_the_door(kind: ConversationType, state: RefillState) -> None:
    tools = shown(kind, state)
    reached = set(tools) - {LOOK_UP} | (behind(tools[LOOK_UP]) if LOOK_UP in tools else set())

    assert reached == {tool.name for tool in allowed(kind, state)}


@pytest.mark.parametrize("kind", [SIMPLE, CLINICAL], ids=lambda kind: kind.name)
def test_a_narrow_type_shows_all_its_tools(kind: ConversationType) -> None:
    assert LOOK_UP not in shown(kind, S.START)


def test_every_look_up_takes_its_own_arguments_through_the_door() -> None:
    door = shown(REFILL, S.START)[LOOK_UP]

    for tool in LOOKUPS:
        if tool.name in behind(door):
            taken = compact_schema(tool)["function"]["parameters"]["properties"]
            assert taken.items() <= door["parameters"]["properties"].items()


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_schema_has_the_arguments_and_no_noise(tool: BaseTool) -> None:
    whole, compact = convert_to_openai_tool(tool)["function"], compact_schema(tool)["function"]
    words = json.dumps(compact)

    assert compact["parameters"]["properties"].keys() == whole["parameters"].get("properties", {}).keys()
    assert compact["parameters"].get("required", []) == whole["parameters"].get("required", [])
    assert all(f'"{each}"' not in words for each in NOISE)
    assert tool.description.startswith(compact["description"].split(".")[0][:40])


def test_all_schemas_are_little_more_than_half_as_long() -> None:
    whole, compact = (
        sum(len(json.dumps(make(tool))) for tool in TOOLS) for make in (convert_to_openai_tool, compact_schema)
    )

    assert compact < 0.6 * whole


@pytest.mark.parametrize(
    ("name", "caution"),
    [
        ("check_drug_interactions", "An empty list only means"),
        ("check_patient_allergies", "An empty list does not mean"),
        ("verify_medication_dosage", "Never advise a dose"),
        ("rxnorm_medication_lookup", "never to pick"),
        ("compare_brand_generic_prices", "the pharmacist's decision"),
        ("submit_refill_order", "only when the patient's own last message agrees"),
    ],
)
def test_what_a_model_must_not_make_of_a_result_is_still_told(name: str, caution: str) -> None:
    (tool,) = (each for each in TOOLS if each.name == name)

    assert caution in compact_schema(tool)["function"]["description"]


def test_the_door_says_that_nothing_found_is_not_safe() -> None:
    assert "never means safe" in shown(REFILL, S.START)[LOOK_UP]["description"]


# -- calls through the door


class Allowing:
    """As much of a turn as decides what may be called."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def allows(self, tool: str) -> bool:
        return tool in self._names


def called(arguments: dict[str, Any], *allowed: str) -> tuple[str, dict[str, Any]]:
    """The tool and arguments that a call through the door becomes."""
    message = AIMessage("", tool_calls=[{"name": LOOK_UP, "args": arguments, "id": "call_1"}])
    after = unfolded(message, Allowing(*allowed))  # type: ignore[arg-type]
    assert isinstance(after, AIMessage)
    (call,) = after.tool_calls
    assert call["id"] == "call_1"
    return call["name"], call["args"]


def test_a_call_through_the_door_is_the_call_of_the_look_up_that_it_names() -> None:
    asked = {WHAT: "check_drug_interactions", "medication": "warfarin"}

    assert called(asked, *READS) == ("check_drug_interactions", {"medication": "warfarin"})


@pytest.mark.parametrize(
    "what", ["submit_refill_order", "drop_table", LOOK_UP, "", None, 7, ["track_refill_order"], "goodrx_price_lookup"]
)
def test_no_action_and_nothing_that_is_not_allowed_is_reached_through_the_door(what: object) -> None:
    assert called({WHAT: what}, *(READS - {"goodrx_price_lookup"}), *ACTIONS) == (LOOK_UP, {WHAT: what})


def test_a_call_that_names_nothing_and_other_messages_stay_as_they_are() -> None:
    other = AIMessage("", tool_calls=[{"name": "check_patient_allergies", "args": {}, "id": "call_1"}])

    assert called({"medication": "warfarin"}, *READS) == (LOOK_UP, {"medication": "warfarin"})
    assert unfolded(other, Allowing(*READS)) is other  # type: ignore[arg-type]
