"""Escalation cases: what a person must look at, and how far they have come with it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from rxflow.domain.finding import Route


class CaseStep(StrEnum):
    """Where a case is.

    A prior authorization goes to the prescriber, then to the plan, which approves or denies it. What a patient reported
    is confirmed, and then goes on to count, or closed.
    """

    OPENED = "opened"
    IN_REVIEW = "in review"
    WITH_PRESCRIBER = "with prescriber"
    WITH_PLAN = "with plan"
    APPROVED = "approved"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    CLOSED = "closed"


FINAL_STEPS = frozenset({CaseStep.APPROVED, CaseStep.DENIED, CaseStep.CONFIRMED, CaseStep.CLOSED})
"""A case that has come to one of these is resolved, and stays as it is."""
PLAN_STEPS = frozenset({CaseStep.WITH_PLAN, CaseStep.APPROVED, CaseStep.DENIED})
"""Steps that only a case for the insurer can take."""


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

    `valid_until` is the last day of an authorization that the plan approved.
    """

    case_id: str
    number: int
    step: CaseStep
    at: datetime
    actor: str
    note: str = ""
    valid_until: date | None = None
