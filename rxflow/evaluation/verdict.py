"""What came of a scenario, and whether that is what it expects."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rxflow.domain.finding import Route
from rxflow.domain.order import Order, OrderStatus
from rxflow.evaluation.scenario import Outcome, Scenario
from rxflow.workflow.workflow_types import ESCALATIONS, RefillState

ERROR = "ERROR"
NAMED = frozenset({RefillState.COMPLETE, RefillState.ERROR, *ESCALATIONS.values()})
"""The states whose name is the outcome of a conversation that ends in them."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message, its reply, the state after it, and how long the turn took.

    `findings` are the codes raised in it. `cases` are the routes of the cases opened in it and `ordered` tells of an
    order placed in it: of several medicines asked for at once, more than one may come to its end in a turn.
    """

    patient: str
    assistant: str
    state: RefillState
    milliseconds: float
    findings: tuple[str, ...] = ()
    cases: tuple[Route, ...] = ()
    ordered: bool = False

    @property
    def ends(self) -> frozenset[RefillState]:
        """The states in which the medicines that this turn was done with have ended."""
        escalated = frozenset(ESCALATIONS[route] for route in self.cases)
        return escalated | {RefillState.COMPLETE} if self.ordered else escalated


@dataclass(frozen=True, slots=True)
class Conversation:
    """A scenario as it was played. `orders` are the patient's, newest first; `bug` says what was raised, if any was."""

    greeting: str
    exchanges: tuple[Exchange, ...]
    orders: tuple[Order, ...] = ()
    bug: str | None = None

    @property
    def active_orders(self) -> tuple[Order, ...]:
        return tuple(order for order in self.orders if order.status is not OrderStatus.CANCELLED)

    @property
    def findings(self) -> tuple[str, ...]:
        """The codes that were raised, each once, in order."""
        return tuple(dict.fromkeys(code for exchange in self.exchanges for code in exchange.findings))


@dataclass(frozen=True, slots=True)
class Result:
    """A judged scenario. `why` says what is wrong, one reason each; there is none when it passed."""

    scenario: Scenario
    conversation: Conversation
    outcome: str
    why: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.why

    def to_json(self) -> dict[str, Any]:
        """The scenario's entry in the report; `orders` are the Rx numbers of the orders that are not cancelled."""
        return {
            "id": self.scenario.id,
            "passed": self.passed,
            "why": list(self.why),
            "outcome": self.outcome,
            "findings": list(self.conversation.findings),
            "orders": sorted(order.rx_number for order in self.conversation.active_orders),
            "transcript": [
                {"patient": each.patient, "assistant": each.assistant, "state": each.state.value}
                for each in self.conversation.exchanges
            ],
        }


def judge(scenario: Scenario, conversation: Conversation) -> Result:
    """Compare what came of a scenario with what it expects."""
    outcomes = outcomes_of(conversation)
    outcome = next((each for each in outcomes if each in scenario.expect.outcome), outcomes[0])
    return Result(scenario, conversation, outcome, tuple(_reasons(scenario, conversation, outcome)))


def outcomes_of(conversation: Conversation) -> tuple[str, ...]:
    """The outcome of the last state, then those of medicines asked for at once whose paths ended before it."""
    if conversation.bug is not None:
        return (ERROR,)
    passed_by = {state.value for each in conversation.exchanges if each.ends != {each.state} for state in each.ends}
    last = _last_outcome(conversation)
    return (last, *sorted(passed_by - {last})) if last != ERROR else (ERROR,)


def _last_outcome(conversation: Conversation) -> str:
    states = [each.state for each in conversation.exchanges]
    last = states[-1]
    newest = next(iter(conversation.orders), None)
    # START is entered in one way only: by dropping the request or cancelling the order in hand.
    dropped = last is RefillState.START and any(state is not RefillState.START for state in states)
    undone = last is RefillState.COMPLETE and newest is not None and newest.status is OrderStatus.CANCELLED
    if dropped or undone:
        return Outcome.CANCELLED
    return last.value if last in NAMED else Outcome.ANSWERED


def _reasons(scenario: Scenario, conversation: Conversation, outcome: str) -> Iterator[str]:
    expect = scenario.expect
    if conversation.bug is not None:
        yield conversation.bug
    if outcome not in expect.outcome:
        yield f"outcome is {outcome}, not {' or '.join(expect.outcome)}"
    ordered = {order.rx_number for order in conversation.active_orders}
    if expect.rx is not None and ordered != expect.rx:
        yield f"ordered {_listed(ordered)}, not {_listed(expect.rx)}"
    elsewhere = {order.pharmacy_id for order in conversation.active_orders} - {expect.pharmacy}
    if expect.pharmacy is not None and elsewhere:
        yield f"ordered at {_listed(elsewhere)}, not {expect.pharmacy}"
    if expect.finding and not set(expect.finding).intersection(conversation.findings):
        yield f"raised {_listed(conversation.findings)}, none of {_listed(expect.finding)}"
    yield from _speech_reasons(scenario, conversation)


def _speech_reasons(scenario: Scenario, conversation: Conversation) -> Iterator[str]:
    """The greeting is the same in every scenario: it can break a silence, and answers nothing."""
    replies = [each.assistant for each in conversation.exchanges]
    for wanted in scenario.expect.says:
        if not any(wanted.search(reply) for reply in replies):
            yield f"never says {wanted.pattern}"
    for forbidden in scenario.expect.never_says:
        said = (forbidden.search(message) for message in (conversation.greeting, *replies))
        match: re.Match[str] | None = next(filter(None, said), None)
        if match:
            yield f"says {match[0]!r}, which matches {forbidden.pattern}"


def _listed(values: object) -> str:
    return ", ".join(sorted(map(str, values))) or "nothing"  # type: ignore[call-overload]
