"""The state machine: every row of the table, everything that is not in it, and what no walk may reach."""

from collections import deque
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.errors import TransitionError
from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.workflow.diagram import state_diagram
from rxflow.workflow.run_context import ACTIONS, STATE_ACTIONS
from rxflow.workflow.state_machine import RefillStateMachine
from rxflow.workflow.transitions import (
    TRANSITIONS,
    always,
    case_is_open,
    choice_is_open,
    order_is_placed,
    quote_is_ready,
    refill_is_blocked,
    refill_may_go_on,
)
from rxflow.workflow.workflow_types import (
    ESCALATION_TRIGGERS,
    ESCALATIONS,
    HISTORY_KEPT,
    BasketLine,
    ConversationContext,
    FindingNote,
    RefillState,
    StateTransition,
    Trigger,
)
from tests.support.runs import in_hand

ROWS = {(row.from_state, row.trigger): row for row in TRANSITIONS}
ABSENT = [pair for pair in product(RefillState, Trigger) if pair not in ROWS]
BLOCKED = FindingNote(code=FindingCode.ALLERGY, severity=Severity.BLOCK, message="-")
EMPTY_SHELF = FindingNote(code=FindingCode.OUT_OF_STOCK, severity=Severity.BLOCK, message="-")
WARNED = FindingNote(code=FindingCode.INTERACTION, severity=Severity.WARN, message="-")


def a_context(
    rx_number: str | None = None, pharmacy_id: str | None = None, quote_id: str | None = None, **facts: object
) -> ConversationContext:
    hand = in_hand(rx_number, pharmacy_id, quote_id)
    return ConversationContext(session_id="session", patient_id="patient_x", **hand, **facts)


FULFILLED = {
    always: a_context(),
    choice_is_open: a_context(candidates=("RX1", "RX2")),
    refill_may_go_on: a_context(rx_number="RX1"),
    refill_is_blocked: a_context(rx_number="RX1", findings=(BLOCKED,)),
    quote_is_ready: a_context(rx_number="RX1", pharmacy_id="PH001", quote_id="QT-1"),
    order_is_placed: a_context(order_ids=("RF-1",)),
    case_is_open: a_context(case_id="CS-1"),
}
UNFULFILLED = {
    choice_is_open: [a_context(), a_context(candidates=("RX1", "RX2"), rx_number="RX1")],
    refill_may_go_on: [
        a_context(),
        a_context(rx_number="RX1", findings=(BLOCKED,)),
        a_context(rx_number="RX1", findings=(EMPTY_SHELF, WARNED, BLOCKED)),
    ],
    refill_is_blocked: [
        a_context(),
        a_context(findings=(WARNED,)),
        a_context("RX1", findings=(BLOCKED,), quote_id="QT-1"),
    ],
    quote_is_ready: [
        a_context(),
        a_context(rx_number="RX1", quote_id="QT-1"),
        a_context(rx_number="RX1", pharmacy_id="PH001"),
    ],
    order_is_placed: [
        a_context(rx_number="RX1", pharmacy_id="PH001", quote_id="QT-1"),
        a_context(rx_number="RX2", order_ids=("RF-1",)),
    ],
    case_is_open: [a_context(findings=(BLOCKED,))],
}


def the_machine(context: ConversationContext, state: RefillState) -> RefillStateMachine:
    return RefillStateMachine(context.model_copy(deep=True), state)


def row_id(row: StateTransition) -> str:
    return f"{row.from_state}-{row.trigger}"


def test_there_are_the_twelve_states() -> None:
    assert [state.value for state in RefillState] == [
        "START",
        "IDENTIFY_MEDICATION",
        "CLARIFY_MEDICATION",
        "CONFIRM_DOSAGE",
        "CHECK_AUTHORIZATION",
        "SELECT_PHARMACY",
        "CONFIRM_ORDER",
        "COMPLETE",
        "ESCALATE_PA",
        "ESCALATE_PRESCRIBER",
        "ESCALATE_PHARMACIST",
        "ERROR",
    ]


def test_no_two_rows_compete_for_a_trigger() -> None:
    assert len(ROWS) == len(TRANSITIONS)


def test_every_trigger_and_every_guard_is_used() -> None:
    assert {row.trigger for row in TRANSITIONS} == set(Trigger)
    assert {row.condition for row in TRANSITIONS} == set(FULFILLED)
    assert all(row.description for row in TRANSITIONS)


@pytest.mark.parametrize("row", TRANSITIONS, ids=row_id)
def test_a_row_is_taken_when_its_guard_holds(row: StateTransition) -> None:
    machine = the_machine(FULFILLED[row.condition], row.from_state)

    assert machine.can(row.trigger)
    assert machine.fire(row.trigger) is row
    assert machine.state is row.to_state
    (step,) = machine.history
    assert (step.from_state, step.to_state, step.trigger) == (row.from_state, row.to_state, row.trigger)


@pytest.mark.parametrize("row", [row for row in TRANSITIONS if row.condition is not always], ids=row_id)
def test_a_row_is_refused_when_its_guard_does_not_hold(row: StateTransition) -> None:
    for context in UNFULFILLED[row.condition]:
        machine = the_machine(context, row.from_state)

        assert not machine.can(row.trigger)
        with pytest.raises(TransitionError, match=row.condition.__name__.replace("_", " ")):
            machine.fire(row.trigger)
        assert (machine.state, machine.context) == (row.from_state, context)


@pytest.mark.parametrize(("state", "trigger"), ABSENT, ids=lambda word: str(word))
def test_what_is_not_in_the_table_is_refused_and_changes_nothing(state: RefillState, trigger: Trigger) -> None:
    for context in FULFILLED.values():
        machine = the_machine(context, state)

        with pytest.raises(TransitionError, match=f"{trigger} is not possible in {state}"):
            machine.fire(trigger)
        assert (machine.state, machine.context) == (state, context)
        assert trigger not in machine.get_valid_triggers()


def test_an_empty_shelf_does_not_stop_a_refill() -> None:
    assert refill_may_go_on(a_context(rx_number="RX1", findings=(EMPTY_SHELF, WARNED)))


@pytest.mark.parametrize("state", list(RefillState))
def test_the_valid_triggers_are_those_that_can_fire(state: RefillState) -> None:
    for context in FULFILLED.values():
        valid = the_machine(context, state).get_valid_triggers()

        for trigger in Trigger:
            machine = the_machine(context, state)
            try:
                machine.fire(trigger)
            except TransitionError:
                assert trigger not in valid
            else:
                assert trigger in valid


def test_each_route_has_its_state_and_its_trigger() -> None:
    for route in Route:
        assert {row.to_state for row in TRANSITIONS if row.trigger is ESCALATION_TRIGGERS[route]} == {
            ESCALATIONS[route]
        }


def test_history_keeps_the_last_steps_with_their_turn() -> None:
    machine = RefillStateMachine(a_context())
    for turn in range(HISTORY_KEPT + 5):
        machine.context.turn = turn
        machine.fire(Trigger.REFILL_REQUESTED)

    assert [step.turn for step in machine.history] == list(range(5, HISTORY_KEPT + 5))
    assert machine.history[-1].from_state is RefillState.IDENTIFY_MEDICATION


def test_every_state_can_be_reached_and_left() -> None:
    reached, waiting = {RefillState.START}, deque([RefillState.START])
    while waiting:
        state = waiting.popleft()
        onward = {row.to_state for row in TRANSITIONS if row.from_state is state}
        assert onward - {state}
        waiting.extend(onward - reached)
        reached |= onward

    assert reached == set(RefillState)


def test_an_order_is_the_only_way_to_complete_and_a_quote_the_only_way_to_confirm() -> None:
    assert [(row.from_state, row.condition) for row in TRANSITIONS if row.to_state is RefillState.COMPLETE] == [
        (RefillState.CONFIRM_ORDER, order_is_placed)
    ]
    assert {row.condition for row in TRANSITIONS if row.to_state is RefillState.CONFIRM_ORDER} == {quote_is_ready}


BARE = BasketLine(rx_number="RX1")
PLACED = BasketLine(rx_number="RX2", pharmacy_id="PH001")
QUOTED = BasketLine(rx_number="RX1", pharmacy_id="PH001", quote_id="QT-1")
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "basket": st.sampled_from([(), (BARE,), (PLACED,), (QUOTED,), (QUOTED, PLACED)]),
        "order_ids": st.sampled_from([(), ("RF-1",)]),
        "case_id": st.sampled_from([None, "CS-1"]),
        "candidates": st.sampled_from([(), ("RX1", "RX2")]),
        "findings": st.sampled_from([(), (BLOCKED,), (EMPTY_SHELF,), (WARNED,)]),
    },
)


@given(st.lists(st.tuples(st.sampled_from(list(Trigger)), FACTS), max_size=60))
def test_no_walk_leaves_the_states_or_completes_without_an_order(walk: list[tuple[Trigger, dict[str, object]]]) -> None:
    machine = RefillStateMachine(a_context())
    for trigger, facts in walk:
        for name, value in facts.items():
            setattr(machine.context, name, value)
        before, history = machine.state, machine.history
        try:
            row = machine.fire(trigger)
        except TransitionError:
            assert (machine.state, machine.history) == (before, history)
            continue
        assert ROWS[before, trigger] is row
        assert machine.state in RefillState
        assert len(machine.history) <= HISTORY_KEPT
        if machine.state is RefillState.COMPLETE:
            assert machine.context.order_ids
            assert not machine.context.basket
        if machine.state is RefillState.CONFIRM_ORDER:
            assert all(line.quote_id for line in machine.context.basket)


def test_a_saved_context_comes_back_as_it_was() -> None:
    machine = RefillStateMachine(a_context(rx_number="RX1", findings=(WARNED,)))
    machine.fire(Trigger.PRESCRIPTION_SELECTED)

    assert ConversationContext.model_validate(machine.context.model_dump(mode="json")) == machine.context


def test_a_request_that_is_cleared_keeps_who_it_was() -> None:
    full = a_context(
        **dict.fromkeys(("rx_number", "pharmacy_id", "wished_pharmacy", "quote_id", "case_id"), "x"),
        order_ids=("RF-1",),
        quote_turn=3,
        candidates=("RX1",),
        offered_pharmacies=("PH001",),
        findings=(WARNED,),
        waiting=(("RX2", "RX3"),),
        turn=4,
        language="es",
    )
    full.clear_request()

    assert full == a_context(turn=4, language="es")


def test_each_state_has_its_actions_and_an_order_can_be_submitted_in_one_only() -> None:
    assert set(STATE_ACTIONS) == set(RefillState)
    assert all("escalate_to_care_team" in actions for actions in STATE_ACTIONS.values())
    assert [state for state, actions in STATE_ACTIONS.items() if "submit_refill_order" in actions] == [
        RefillState.CONFIRM_ORDER
    ]
    assert len(ACTIONS) == 6


def test_the_diagram_in_the_docs_is_the_one_that_is_drawn() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "states.md"

    assert page.read_text(encoding="utf-8") == state_diagram(), "run: rxflow diagram --write docs/states.md"


def test_the_diagram_names_every_state_trigger_and_guard() -> None:
    drawn = state_diagram()

    for word in (*RefillState, *Trigger, *(guard.__name__ for guard in FULFILLED)):
        assert str(word) in drawn
