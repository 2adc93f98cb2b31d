"""Escalation cases: what a person must look at, and how far they have come with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from rxflow.domain.case_decision import DecisionReason, SeenFinding
from rxflow.domain.finding import FindingCode, Route


class CaseStep(StrEnum):
    """Where a case is.

    A prior authorization goes to the prescriber, then to the plan, which approves or denies it. What a patient reported
    is confirmed, and then goes on to count, or closed. Who works on a case claims it, and releases it to the others;
    what they wrote and which alerts they opened are steps too. `changed` is a refill that goes on in another way.
    """

    OPENED = "opened"
    IN_REVIEW = "in review"
    WITH_PRESCRIBER = "with prescriber"
    WITH_PLAN = "with plan"
    APPROVED = "approved"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    CLOSED = "closed"
    CLAIMED = "claimed"
    RELEASED = "released"
    NOTED = "noted"
    ALERT_READ = "alert read"
    ON_HOLD = "on hold"
    CHANGED = "changed"


FINAL_STEPS = frozenset({CaseStep.APPROVED, CaseStep.DENIED, CaseStep.CONFIRMED, CaseStep.CLOSED, CaseStep.CHANGED})
"""A case that has come to one of these is resolved, and stays as it is."""
PLAN_STEPS = frozenset({CaseStep.WITH_PLAN, CaseStep.APPROVED, CaseStep.DENIED})
"""Steps that, without a pharmacist's decision, only a case for the insurer can take."""
DESK_STEPS = frozenset(
    {
        CaseStep.CLAIMED,
        CaseStep.RELEASED,
        CaseStep.NOTED,
        CaseStep.ALERT_READ,
        CaseStep.ON_HOLD,
        CaseStep.CHANGED,
    }
)
"""Steps with rules of their own (`rxflow.services.case_work`)."""
WORK_STEPS = frozenset({CaseStep.CLAIMED, CaseStep.RELEASED, CaseStep.NOTED, CaseStep.ALERT_READ})
"""Steps of those who work on a case, which leave it where it is."""


@dataclass(frozen=True, slots=True)
class EscalationCase:
    """Something that a person must look at. `told` is what the patient was told; `findings` are codes."""

    case_id: str
    patient_id: str
    session_id: str
    route: Route
    reason: str
    findings: tuple[str, ...]
    urgent: bool
    told: str
    created_at: datetime
    status: Literal["open", "resolved"] = "open"
    rx_number: str | None = None


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """One step of a case: who took it, and when. `number` counts from 1.

    `valid_until` is the last day of an authorization that the plan approved, or of what a pharmacist approved. `reason`
    is why it was decided so. `alert` is the code of the findings that were opened, and `seen` those findings;
    `overrides` are the findings that an approval lifts, and `refills` what a prescriber has renewed.
    """

    case_id: str
    number: int
    step: CaseStep
    at: datetime
    actor: str
    note: str = ""
    valid_until: date | None = None
    reason: DecisionReason | None = None
    alert: FindingCode | None = None
    seen: tuple[SeenFinding, ...] = ()
    overrides: tuple[SeenFinding, ...] = ()
    refills: int | None = None


def holder_of(steps: Iterable[CaseProgress]) -> str | None:
    """Who has a case: whoever claimed it last, until it is released or settled; None where anybody may go on.

    Args:
        steps: The case's history, oldest first.
    """
    holder = None
    for each in steps:
        if each.step is CaseStep.CLAIMED:
            holder = each.actor
        elif each.step is CaseStep.RELEASED or each.step in FINAL_STEPS:
            holder = None
    return holder


def stands_at(steps: Iterable[CaseProgress]) -> CaseProgress:
    """The last step that moved a case, whatever was noted, read or claimed since; every case was opened."""
    return [each for each in steps if each.step not in WORK_STEPS][-1]
