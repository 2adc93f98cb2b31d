"""The tools' names, schemas and texts, and the tool manager."""

import json

import pytest
from langchain_core.tools import BaseTool, tool

from rxflow.domain.errors import ToolArgumentError, ToolNotFoundError
from rxflow.tools.envelope import Access, Category
from rxflow.tools.registry import ACTIONS, AVAILABLE_TOOLS, LOOKUPS, get_tool_by_name
from rxflow.tools.tool_manager import ToolManager
from rxflow.workflow import run_context

BY_CATEGORY = {
    Category.PATIENT: ["patient_medication_history", "check_medication_adherence", "check_patient_allergies"],
    Category.RXNORM: ["rxnorm_medication_lookup", "verify_medication_dosage", "check_drug_interactions"],
    Category.PHARMACY: [
        "find_nearby_pharmacies",
        "check_pharmacy_inventory",
        "get_pharmacy_wait_times",
        "get_pharmacy_details",
    ],
    Category.COST: [
        "goodrx_price_lookup",
        "check_insurance_formulary",
        "compare_brand_generic_prices",
        "prior_authorization_lookup",
    ],
    Category.ORDER: ["track_refill_order"],
    Category.ACTION: [
        "select_prescription",
        "confirm_dosage",
        "select_pharmacy",
        "submit_refill_order",
        "cancel_refill_order",
        "escalate_to_care_team",
    ],
}
ARGUMENTS = {"add", "all_due", "when", "medication", "pharmacy", "name", "wish", "order_id", "correct", "reason"}


@tool
def a_tool(words: str) -> str:
    """Do nothing."""
    return words


def names(tools: tuple[BaseTool, ...]) -> list[str]:
    return [each.name for each in tools]


def test_there_are_fifteen_lookups_and_six_actions_by_their_names() -> None:
    assert names(AVAILABLE_TOOLS) == [name for group in BY_CATEGORY.values() for name in group]
    assert (len(LOOKUPS), len(ACTIONS)) == (15, 6)
    assert (*LOOKUPS, *ACTIONS) == AVAILABLE_TOOLS


def test_the_actions_that_the_states_allow_are_the_actions_there_are() -> None:
    assert set(names(ACTIONS)) == run_context.ACTIONS


@pytest.mark.parametrize("each", AVAILABLE_TOOLS, ids=lambda each: each.name)
def test_a_tool_is_described_for_its_reader(each: BaseTool) -> None:
    assert len(each.description) >= 40
    assert "Args:" not in each.description
    assert each.metadata is not None
    assert each.metadata["access"] is (Access.WRITE if each in ACTIONS else Access.READ)
    assert each.metadata["source"]


@pytest.mark.parametrize("each", AVAILABLE_TOOLS, ids=lambda each: each.name)
def test_no_tool_lets_a_model_say_who_the_patient_is(each: BaseTool) -> None:
    schema = each.tool_call_schema.model_json_schema()

    assert set(schema["properties"]) <= ARGUMENTS
    assert not {"patient", "session", "runtime", "consent", "quote"} & set(json.dumps(schema["properties"]).split('"'))


@pytest.mark.parametrize("each", AVAILABLE_TOOLS, ids=lambda each: each.name)
def test_every_argument_is_typed_described_and_bounded(each: BaseTool) -> None:
    for argument in each.tool_call_schema.model_json_schema()["properties"].values():
        kinds = argument.get("anyOf", [argument])

        assert argument["description"]
        assert all(kind["type"] in {"string", "boolean", "null"} for kind in kinds)
        assert all("maxLength" in kind for kind in kinds if kind["type"] == "string")


def test_a_tool_is_found_by_its_name() -> None:
    assert get_tool_by_name("track_refill_order").name == "track_refill_order"


@pytest.mark.parametrize("name", ["", "TRACK_REFILL_ORDER", "drop_table"])
def test_an_unknown_name_is_answered_with_those_there_are(name: str) -> None:
    with pytest.raises(ToolNotFoundError, match="select_prescription"):
        get_tool_by_name(name)


@pytest.mark.parametrize(("category", "expected"), BY_CATEGORY.items(), ids=lambda part: str(part)[:20])
def test_tools_are_listed_by_category(category: Category, expected: list[str]) -> None:
    assert names(ToolManager().get_tools_by_category(category)) == expected
    assert names(ToolManager().get_tools_by_category(category.value)) == expected


def test_an_unknown_category_has_no_tools() -> None:
    assert ToolManager().get_tools_by_category("weather") == ()


def test_a_tool_can_be_registered_once() -> None:
    manager = ToolManager([])
    mine = a_tool.model_copy(update={"metadata": {"category": "weather"}})
    manager.register_tool(mine)

    assert manager.tools == (mine,)
    assert manager.get_tools_by_category("weather") == (mine,)
    with pytest.raises(ToolArgumentError, match="registered already"):
        manager.register_tool(mine)


def test_a_tool_without_a_category_is_refused() -> None:
    manager = ToolManager()

    with pytest.raises(ToolArgumentError, match="no category"):
        manager.register_tool(a_tool)
    assert manager.tools == AVAILABLE_TOOLS
