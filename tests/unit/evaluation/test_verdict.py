"""What counts as which outcome, and every reason for which a scenario fails."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from rxflow.domain.finding import Route
from rxflow.domain.order import Order, OrderStatus
from rxflow.evaluation.scenario import Scenario
from rxflow.evaluation.verdict import Conversation, Exchange, judge, outcomes_of
from rxflow.workflow.workflow_types import RefillState

S = RefillState
AT = datetime(2026, 3, 4, 16, tzinfo=UTC)
ORDER = Order(
    order_id="OR-1",
    patient_id="patient_001",
    rx_number="RX100101",
    fill_number=4,
    medication="lisinopril 10 mg tablet",
    quantity=30,
    amount="30 tablets",
    pharmacy_id="PH001",
    pharmacy_name="CVS Pharmacy Congress",
    patient_pays=Decimal("10.00"),
    status=OrderStatus.SUBMITTED,
    ready_at=AT,
    created_at=AT,
    updated_at=AT,
)
CANCELLED = replace(ORDER, status=OrderStatus.CANCELLED)


def turn(state: RefillState, reply: str = "a reply", **details: Any) -> Exchange:
    return Exchange("words", reply, state, 1.0, **details)


def conversation(*states: RefillState, orders: tuple[Order, ...] = ()) -> Conversation:
    return Conversation("Hello", tuple(turn(state) for state in states), orders)


@pytest.mark.parametrize(
    ("talk", "outcome"),
    [
        (conversation(S.CONFIRM_ORDER, S.COMPLETE, orders=(ORDER,)), "COMPLETE"),
        (conversation(S.ESCALATE_PA), "ESCALATE_PA"),
        (conversation(S.ESCALATE_PRESCRIBER), "ESCALATE_PRESCRIBER"),
        (conversation(S.ESCALATE_PHARMACIST), "ESCALATE_PHARMACIST"),
        (conversation(S.CONFIRM_ORDER, S.START), "CANCELLED"),
        (conversation(S.CONFIRM_ORDER, S.START, S.START), "CANCELLED"),
        (conversation(S.COMPLETE, S.START, orders=(CANCELLED,)), "CANCELLED"),
        (conversation(S.COMPLETE, S.COMPLETE, orders=(CANCELLED,)), "CANCELLED"),
        (conversation(S.COMPLETE, S.COMPLETE, orders=(ORDER, CANCELLED)), "COMPLETE"),
        (conversation(S.START), "ANSWERED"),
        (conversation(S.CONFIRM_ORDER), "ANSWERED"),
        (conversation(S.START, S.IDENTIFY_MEDICATION), "ANSWERED"),
        (conversation(S.ERROR), "ERROR"),
    ],
)
def test_the_outcome_is_that_of_the_last_state(talk: Conversation, outcome: str) -> None:
    assert outcomes_of(talk) == (outcome,)


def test_of_medicines_asked_for_at_once_the_outcome_of_any_counts() -> None:
    blocked_then_next = turn(S.CONFIRM_DOSAGE, cases=(Route.PRESCRIBER,))
    ordered_then_blocked = turn(S.ESCALATE_PHARMACIST, cases=(Route.PHARMACIST,), ordered=True)

    assert outcomes_of(Conversation("", (blocked_then_next,))) == ("ANSWERED", "ESCALATE_PRESCRIBER")
    assert outcomes_of(Conversation("", (ordered_then_blocked,))) == ("ESCALATE_PHARMACIST", "COMPLETE")


def test_what_ended_in_an_earlier_turn_does_not_count() -> None:
    blocked = turn(S.ESCALATE_PRESCRIBER, cases=(Route.PRESCRIBER,))

    assert outcomes_of(Conversation("", (blocked, turn(S.CONFIRM_DOSAGE)))) == ("ANSWERED",)


def test_an_error_or_a_bug_at_the_end_is_never_another_outcome() -> None:
    passed_by = turn(S.ERROR, cases=(Route.PRESCRIBER,))

    assert outcomes_of(Conversation("", (passed_by,))) == ("ERROR",)
    assert outcomes_of(Conversation("", (), bug="raised TypeError")) == ("ERROR",)


def scenario(**expect: Any) -> Scenario:
    return Scenario.model_validate(
        {"id": "one", "patient": "patient_001", "open": "hi", "expect": {"outcome": ["COMPLETE"], **expect}}
    )


ORDERED = Conversation("Hello", (turn(S.COMPLETE, "Your order is in.", findings=("INTERACTION",)),), (ORDER,))


@pytest.mark.parametrize(
    ("expect", "why"),
    [
        ({"outcome": ["ANSWERED", "CANCELLED"]}, "outcome is COMPLETE, not ANSWERED or CANCELLED"),
        ({"rx": []}, "ordered RX100101, not nothing"),
        ({"rx": ["RX100101", "RX100103"]}, "ordered RX100101, not RX100101, RX100103"),
        ({"pharmacy": "PH003"}, "ordered at PH001, not PH003"),
        ({"finding": ["ALLERGY", "DOSE"]}, "raised INTERACTION, none of ALLERGY, DOSE"),
        ({"says": ["order", "(?i)hello"]}, "never says (?i)hello"),
        ({"never_says": ["(?i)hello"]}, "says 'Hello', which matches (?i)hello"),
        ({"never_says": ["is in"]}, "says 'is in', which matches is in"),
    ],
)
def test_a_scenario_fails_for_one_reason(expect: dict[str, Any], why: str) -> None:
    assert judge(scenario(**expect), ORDERED).why == (why,)


def test_a_scenario_that_meets_everything_passes() -> None:
    expect = {"rx": ["RX100101"], "pharmacy": "PH001", "finding": ["DOSE", "INTERACTION"], "says": ["order"]}
    result = judge(scenario(**expect, never_says=["cancel"]), ORDERED)

    assert result.passed
    assert result.to_json() == {
        "id": "one",
        "passed": True,
        "why": [],
        "outcome": "COMPLETE",
        "findings": ["INTERACTION"],
        "orders": ["RX100101"],
        "transcript": [{"patient": "words", "assistant": "Your order is in.", "state": "COMPLETE"}],
    }


def test_a_cancelled_order_is_none_and_a_bug_is_told() -> None:
    undone = Conversation("Hello", (turn(S.START),), (CANCELLED,), bug="message 2 raised KeyError at x.py:1 f")
    result = judge(scenario(rx=[]), undone)

    assert result.why == ("message 2 raised KeyError at x.py:1 f", "outcome is ERROR, not COMPLETE")
    assert result.to_json()["orders"] == []
