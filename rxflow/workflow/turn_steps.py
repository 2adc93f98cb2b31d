"""What is left to do in a turn after its last tools: to go on, to put their results in words, or nothing of either."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, ToolMessage

from rxflow.dialogue.asking import may_ask
from rxflow.workflow.history import latest_turn
from rxflow.workflow.run_context import ACTIONS, RunContext
from rxflow.workflow.tool_results import content_of


class Step(Enum):
    """What a model is asked for.

    Attributes:
        GO_ON: To choose tools, or to answer.
        TELL: To put results in words; there is nothing to choose.
        TOLD: Nothing: what follows is said in our own words whoever is asked.
    """

    GO_ON = auto()
    TELL = auto()
    TOLD = auto()


OURS = frozenset({"confirm_order", "ordered"})
"""Outcomes whose reply is ours: the quote that is asked about, and the order that was placed."""
SETTLED = OURS | {
    "already_ordered",
    "cancelled",
    "choose",
    "choose_pharmacy",
    "confirm_cancel",
    "confirm_dosage",
    "dropped",
    "escalated",
    "out_of_stock",
    "rejected",
    "which_order",
}
"""Outcomes after which only the patient can go on. After any other a model may try something else."""


def next_step(run: RunContext, messages: Sequence[AnyMessage]) -> Step:
    """What a model is asked for now.

    Args:
        run: The turn.
        messages: Those of the conversation, the results of the last tools at their end.
    """
    calls, results = _last_round(messages)
    if len(calls) != 1 or len(results) != 1 or calls[0]["name"] not in ACTIONS or run.flow.reported:
        return Step.GO_ON
    outcomes = list(_outcomes(results[0]))
    if not outcomes or not SETTLED.issuperset(outcomes) or _asks_for_more(run, calls[0], outcomes):
        return Step.GO_ON
    return Step.TOLD if OURS.issuperset(outcomes) and not _looked_up(messages) else Step.TELL


def _looked_up(messages: Sequence[AnyMessage]) -> bool:
    """Whether anything was looked up in the turn in hand, which the model wanted to tell of."""
    now = messages[latest_turn(messages) or 0 :]
    return any(isinstance(each, ToolMessage) and each.name not in ACTIONS for each in now)


def _last_round(messages: Sequence[AnyMessage]) -> tuple[list[Any], list[ToolMessage]]:
    """The last calls of a model and their results; none where nothing was called since the patient spoke."""
    results: list[ToolMessage] = []
    for message in reversed(messages):
        if isinstance(message, AIMessage):
            return (list(message.tool_calls), results) if results else ([], [])
        if not isinstance(message, ToolMessage):
            break
        results.append(message)
    return [], []


def _outcomes(result: ToolMessage) -> list[str]:
    """The outcome of an action and of what it went on to; empty where it failed, or one of them has none."""
    envelope = content_of(result)
    data = envelope.get("data") if isinstance(envelope, dict) and envelope.get("success") is True else None
    found: list[str] = []
    while isinstance(data, dict):
        # What was stopped and handed to a person is settled; what only cannot be done yet may need one.
        outcome = "escalated" if data.get("outcome") == "blocked" and "case" in data else str(data.get("outcome"))
        found.append(outcome)
        data = data.get("next")
    return found


def _asks_for_more(run: RunContext, call: Any, outcomes: Sequence[str]) -> bool:
    """Whether the patient's message may ask for more than what was done."""
    if call["args"].get("all_due") or may_ask(run.flow.words):
        return True
    # `Yes, at the nearest`: the pharmacy that was named with the yes is still to be chosen.
    return (
        call["name"] == "confirm_dosage" and "choose_pharmacy" in outcomes and run.flow.means_pharmacy(run.flow.words)
    )
