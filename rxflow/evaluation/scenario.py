"""The scenario format: one JSON object a line; a patient with a goal and their words for each state.

`replies` maps a state to messages: the nth visit to it uses the nth, and when they are used up the conversation ends.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from rxflow.domain.errors import RxFlowError
from rxflow.domain.finding import FindingCode
from rxflow.evaluation.json_lines import Identified, read_json_lines
from rxflow.workflow.workflow_types import RefillState


class ScenarioFileError(RxFlowError):
    """A scenario file is missing or broken; the message names file, line and field."""

    code = "SCENARIO_FILE"


class Outcome(StrEnum):
    """How a conversation may end. An error is never among them."""

    COMPLETE = "COMPLETE"
    ESCALATE_PA = "ESCALATE_PA"
    ESCALATE_PRESCRIBER = "ESCALATE_PRESCRIBER"
    ESCALATE_PHARMACIST = "ESCALATE_PHARMACIST"
    CANCELLED = "CANCELLED"
    ANSWERED = "ANSWERED"


class Expectation(BaseModel):
    """What must be true at the end. A check that is left out is not made.

    `rx` is the exact set of prescriptions with an order that is not cancelled, and `pharmacy` the pharmacy of each;
    one of `finding` must have been raised; each of `says` must match some reply, none of `never_says` any message.
    """

    # An unknown field would be a check that is silently not made.
    model_config = ConfigDict(frozen=True, extra="forbid")

    outcome: tuple[Outcome, ...] = Field(min_length=1)
    rx: frozenset[str] | None = None
    pharmacy: str | None = None
    finding: tuple[FindingCode, ...] = ()
    says: tuple[re.Pattern[str], ...] = ()
    never_says: tuple[re.Pattern[str], ...] = ()


class Scenario(Identified):
    """One patient's conversation and what must come of it."""

    model_config = ConfigDict(frozen=True)

    tags: tuple[str, ...] = ()
    patient: str = Field(min_length=1)
    open: str
    replies: Mapping[RefillState, tuple[str, ...]] = Field(default_factory=dict)
    expect: Expectation

    def words(self, state: RefillState, visit: int) -> str | None:
        """What the patient says at the nth visit to a state, counted from 1; None ends the conversation."""
        messages = self.replies.get(state, ())
        return messages[visit - 1] if visit <= len(messages) else None


def read_scenarios(path: Path) -> tuple[Scenario, ...]:
    """Read a scenario file; blank lines are passed over.

    Raises:
        ScenarioFileError: The file cannot be read, holds no scenario, or a line is broken; the message names the line
            and the field.
    """
    return read_json_lines(path, Scenario, "scenario", ScenarioFileError)
