"""Types of conversation: those there are, those that can be added, and that none widens what a state allows."""

from dataclasses import replace
from importlib.metadata import EntryPoint

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.dialogue.intents import Intent
from rxflow.domain.errors import ConfigurationError, InvalidMessageError
from rxflow.tools.information_tools import CLINICAL_TOOLS
from rxflow.tools.registry import ACTIONS, AVAILABLE_TOOLS
from rxflow.workflow.conversation_types import (
    BUILT_IN,
    CLINICAL,
    KNOWN_TOOLS,
    REFILL,
    SEARCH,
    SIMPLE,
    ConversationType,
    ConversationTypes,
    installed_types,
)
from rxflow.workflow.run_context import ESCALATE, STATE_ACTIONS, may_use
from rxflow.workflow.workflow_types import RefillState

MINE = ConversationType(name="hours", description="Opening hours.", tools=frozenset({"get_pharmacy_details"}))
GROUP = "rxflow.conversation_types"
types_there_can_be = st.builds(
    ConversationType,
    name=st.just("any"),
    description=st.just("Any."),
    tools=st.frozensets(st.sampled_from(sorted(KNOWN_TOOLS))),
    states=st.frozensets(st.sampled_from(RefillState), min_size=1),
    intents=st.frozensets(st.sampled_from(Intent), max_size=4),
)

given_as_object = MINE


def given_by_a_call() -> ConversationType:
    return replace(MINE, name="called")


def raises() -> ConversationType:
    raise RuntimeError("a fault of another package")


def point(name: str) -> EntryPoint:
    return EntryPoint(name=name, value=f"{__name__}:{name}", group=GROUP)


def test_the_tools_that_types_may_name_are_the_tools_there_are() -> None:
    assert {tool.name for tool in (*AVAILABLE_TOOLS, *CLINICAL_TOOLS)} == KNOWN_TOOLS
    assert {tool.name for tool in AVAILABLE_TOOLS} == REFILL.tools
    assert {tool.name for tool in CLINICAL_TOOLS} == {SEARCH}


def test_only_a_refill_can_order_and_only_clinical_searches() -> None:
    actions = {tool.name for tool in ACTIONS}

    assert actions & SIMPLE.tools == actions & CLINICAL.tools == {ESCALATE}
    assert [kind.name for kind in BUILT_IN if SEARCH in kind.tools] == ["clinical"]


@given(types_there_can_be, st.sampled_from(RefillState), st.sampled_from(sorted(KNOWN_TOOLS)), st.booleans())
def test_no_type_widens_what_a_state_allows(
    kind: ConversationType, state: RefillState, tool: str, is_stopped: bool
) -> None:
    is_action = tool in {each.name for each in ACTIONS}
    state_allows = not is_action or (tool == ESCALATE if is_stopped else tool in STATE_ACTIONS[state])

    assert may_use(kind, state, tool, is_stopped=is_stopped) == (state_allows and tool in kind.tools)


def test_what_no_tool_is_called_is_never_allowed() -> None:
    assert not any(may_use(kind, state, "drop_table") for kind in BUILT_IN for state in RefillState)


def test_an_intent_is_taken_over_by_one_type() -> None:
    taken = [intent for kind in BUILT_IN for intent in kind.intents]

    assert len(taken) == len(set(taken))
    assert ConversationTypes().taking(Intent.TRACK) is SIMPLE
    assert ConversationTypes().taking(Intent.GREETING) is None


def test_a_type_is_found_by_its_name() -> None:
    types = ConversationTypes([MINE])

    assert [each.name for each in types] == ["refill", "simple", "clinical", "hours"]
    assert types.named("hours") is MINE
    with pytest.raises(InvalidMessageError, match="refill, simple, clinical, hours"):
        types.named("weather")


def test_a_stored_conversation_whose_type_is_gone_goes_on_as_a_refill() -> None:
    assert ConversationTypes([MINE]).kept("hours") is MINE
    assert ConversationTypes().kept("hours") is REFILL


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "refill"}, "already"),
        ({"name": "two words"}, "letters, digits"),
        ({"name": ""}, "letters, digits"),
        ({"tools": frozenset({"drop_table"})}, "no tool drop_table"),
        ({"opening": "welcome_nobody"}, "no message welcome_nobody"),
        ({"states": frozenset()}, "some state"),
    ],
    ids=str,
)
def test_a_type_that_cannot_be_is_refused(changes: dict[str, object], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        ConversationTypes([replace(MINE, **changes)])  # type: ignore[arg-type]


def test_installed_packages_add_types_as_objects_or_by_a_call() -> None:
    assert installed_types([point("given_by_a_call"), point("given_as_object")]) == (MINE, given_by_a_call())
    assert installed_types() == ()


@pytest.mark.parametrize(("name", "words"), [("raises", "RuntimeError"), ("nowhere", "AttributeError")])
def test_a_package_that_cannot_be_loaded_is_named(name: str, words: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{name} cannot be loaded .{words}") as raised:
        installed_types([point(name)])
    assert "another package" not in str(raised.value)


def test_an_entry_point_that_is_no_type_is_named() -> None:
    with pytest.raises(ConfigurationError, match="GROUP should be a ConversationType"):
        installed_types([point("GROUP")])
