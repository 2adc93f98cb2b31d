"""How a turn was answered, as it is kept with the turn: the way through the states, the model's calls, the time."""

from collections.abc import Mapping
from dataclasses import replace
from time import perf_counter
from typing import Any

from pydantic import BaseModel, ConfigDict

from rxflow.workflow.run_context import ModelUse, RunContext
from rxflow.workflow.workflow_types import RefillState, Trigger

TRACE = "trace"
"""The key of the turn's detail."""
MOST_MODEL_CALLS = 20
"""A turn in which a provider was asked more often keeps the last ones: what is kept of a turn stays small."""


class Move(BaseModel):
    """One step of the state machine: what moved it, and where it went."""

    model_config = ConfigDict(frozen=True)

    trigger: Trigger
    to_state: RefillState


class TurnTrace(BaseModel):
    """How one turn was answered; no word of it is a person's.

    Attributes:
        state_from: Where the turn began.
        path: The steps that it took, in order; empty where it only answered.
        model_calls: Each call of a model, the oldest first.
        milliseconds: From the message to the answer.
    """

    model_config = ConfigDict(frozen=True)

    state_from: RefillState
    path: tuple[Move, ...] = ()
    model_calls: tuple[ModelUse, ...] = ()
    milliseconds: int

    @classmethod
    def of(cls, run: RunContext) -> "TurnTrace":
        """The trace of a turn, at its end."""
        context = run.flow.context
        steps = [step for step in context.history if step.turn == context.turn]
        return cls(
            state_from=steps[0].from_state if steps else run.flow.began_in,
            path=tuple(Move(trigger=step.trigger, to_state=step.to_state) for step in steps),
            model_calls=tuple(
                replace(use, milliseconds=round(use.milliseconds, 1)) for use in run.model_uses[-MOST_MODEL_CALLS:]
            ),
            milliseconds=round((perf_counter() - run.began) * 1000),
        )

    @classmethod
    def kept_in(cls, detail: Mapping[str, Any]) -> "TurnTrace | None":
        """The trace in the detail of a kept turn, None in one that was kept before there were traces."""
        kept = detail.get(TRACE)
        return None if kept is None else cls.model_validate(kept)

    def as_detail(self) -> dict[str, Any]:
        """What is kept."""
        return self.model_dump(mode="json", exclude_none=True)
