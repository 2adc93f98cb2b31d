"""A conversation that is shown again: its way, its cost, its file; and the diagram with the way in it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from rxflow.assistant import Assistant
from rxflow.services.sessions import Turn
from rxflow.workflow.diagram import state_graph
from rxflow.workflow.replay import Replay
from rxflow.workflow.run_context import ModelUse
from rxflow.workflow.turn_trace import MOST_MODEL_CALLS, Move, TurnTrace
from rxflow.workflow.workflow_types import RefillState, Trigger
from tests.support.runs import a_run

S, T = RefillState, Trigger
NAMES = {state: f"the {state.lower()}" for state in S}
AT = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
USE = ModelUse("acme", "large", True, 120.5, 900, 40)


def a_turn(number: int, state: RefillState, trace: TurnTrace | None = None, **detail: Any) -> Turn:
    kept = detail if trace is None else detail | {"trace": trace.as_detail()}
    return Turn("session-1", number, AT, "refill it", "Of course.", state.value, kept)


def to_the_quote() -> tuple[Turn, ...]:
    """Chosen, agreed, quoted, and a question that moves nothing."""
    chosen = TurnTrace(
        state_from=S.START,
        path=(Move(trigger=T.PRESCRIPTION_SELECTED, to_state=S.CONFIRM_DOSAGE),),
        model_calls=(USE, replace(USE, input_tokens=None, output_tokens=None)),
        milliseconds=250,
    )
    agreed = TurnTrace(
        state_from=S.CONFIRM_DOSAGE,
        path=(
            Move(trigger=T.DOSAGE_CONFIRMED, to_state=S.CHECK_AUTHORIZATION),
            Move(trigger=T.AUTHORIZATION_CLEARED, to_state=S.SELECT_PHARMACY),
        ),
        milliseconds=50,
    )
    asked = TurnTrace(state_from=S.SELECT_PHARMACY, milliseconds=20)
    tool = {"name": "select_prescription", "success": False, "milliseconds": 3.26, "code": "ACTION_REFUSED"}
    return (
        a_turn(1, S.CONFIRM_DOSAGE, chosen, tools=[tool], degraded=["built-in model"]),
        a_turn(2, S.SELECT_PHARMACY, agreed),
        a_turn(3, S.SELECT_PHARMACY, asked),
    )


def test_the_way_is_every_step_of_every_turn_in_order() -> None:
    replay = Replay(to_the_quote())

    assert [(step.number, step.turn, step.to_state) for step in replay.path] == [
        (1, 1, S.CONFIRM_DOSAGE),
        (2, 2, S.CHECK_AUTHORIZATION),
        (3, 2, S.SELECT_PHARMACY),
    ]
    assert [step.trigger for step in replay.path_until(1)] == [T.PRESCRIPTION_SELECTED]
    assert replay.path_until(3) == replay.path


def test_turns_of_an_older_release_tell_where_they_led_and_not_why() -> None:
    old = (a_turn(1, S.CONFIRM_DOSAGE), a_turn(2, S.CONFIRM_DOSAGE))
    later = a_turn(3, S.START, TurnTrace(state_from=S.COMPLETE, path=(), milliseconds=5))
    replay = Replay((*old, later))

    assert [(step.from_state, step.to_state, step.trigger) for step in replay.path] == [
        (S.START, S.CONFIRM_DOSAGE, None),
        (S.CONFIRM_DOSAGE, S.COMPLETE, None),
    ]
    assert replay.turns[0].trace is None
    assert Replay(old).totals.milliseconds is None
    assert Replay(old).as_json("ref")["turns"][0]["model_calls"] is None


def test_what_a_conversation_cost_is_added_up_as_far_as_it_is_known() -> None:
    totals = Replay(to_the_quote()).totals

    assert (totals.turns, totals.tools, totals.model_calls, totals.milliseconds) == (3, 1, 2, 320)
    assert (totals.input_tokens, totals.output_tokens) == (900, 40)
    assert Replay(to_the_quote()[1:]).totals.input_tokens is None


def test_the_file_tells_each_turn_and_no_more_than_the_page() -> None:
    note = {"code": "TOO_SOON", "severity": "block", "message": "Too soon.", "rx_number": "RX100101"}
    told = Replay((*to_the_quote(), a_turn(4, S.START, findings=[note]))).as_json("3f9a1c2d4e5b")
    first = told["turns"][0]

    assert (told["format"], told["conversation"]) == ("rxflow.conversation/1", "3f9a1c2d4e5b")
    assert first["steps"] == [{"trigger": "prescription_selected", "to_state": "CONFIRM_DOSAGE"}]
    assert first["tools"] == [
        {"name": "select_prescription", "success": False, "milliseconds": 3.3, "code": "ACTION_REFUSED"}
    ]
    assert first["model_calls"][0]["input_tokens"] == 900
    assert first["degraded"] == ["built-in model"]
    assert "RX100101" not in str(told)
    assert "session-1" not in str(told)


def test_a_trace_keeps_the_last_calls_of_a_turn_that_asked_too_often(assistant: Assistant) -> None:
    run = a_run(assistant.services)
    run.model_uses.extend(replace(USE, input_tokens=number) for number in range(MOST_MODEL_CALLS + 5))
    trace = TurnTrace.of(run)

    assert len(trace.model_calls) == MOST_MODEL_CALLS
    assert trace.model_calls[-1].input_tokens == MOST_MODEL_CALLS + 4
    assert len(str(trace.as_detail())) < 5000


def test_a_trace_is_read_as_it_was_kept() -> None:
    (turn, *_) = to_the_quote()
    trace = TurnTrace.kept_in(turn.detail)

    assert trace is not None
    assert trace.model_calls[0] == USE
    assert TurnTrace.kept_in({}) is None


def test_the_diagram_lights_the_way_and_where_it_is() -> None:
    drawn = state_graph(Replay(to_the_quote()).path, 2, NAMES, "from anywhere")

    assert 'START [label="the start", class="state walked"]' in drawn
    assert 'SELECT_PHARMACY [label="the select_pharmacy", class="state now", penwidth=3]' in drawn
    assert 'COMPLETE [label="the complete", class="state"]' in drawn
    assert 'START -> CONFIRM_DOSAGE [class="walked", label=" 1 "' in drawn
    assert 'CHECK_AUTHORIZATION -> SELECT_PHARMACY [class="now", label=" 3 "' in drawn
    assert 'CONFIRM_ORDER -> COMPLETE [class="possible"]' in drawn
    assert 'CONFIRM_DOSAGE -> CHECK_AUTHORIZATION [class="possible"]' not in drawn


def test_the_diagram_of_nothing_is_at_the_start_with_every_state_and_way() -> None:
    drawn = state_graph((), 1, NAMES, "from anywhere")

    assert 'class="state now", penwidth=3' in drawn.split("START [")[1].split("\n")[0]
    assert all(f"\n{state} [" in drawn for state in S)
    assert 'ANYWHERE -> ERROR [class="possible"]' in drawn
    assert "walked" not in drawn


@pytest.mark.parametrize("name", ['a "quoted" name', "a back\\slash"])
def test_a_name_cannot_break_out_of_its_label(name: str) -> None:
    drawn = state_graph((), 1, NAMES | {S.ERROR: name}, "anywhere")
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')

    assert f'ERROR [label="{escaped}"' in drawn
