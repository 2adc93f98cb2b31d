"""How the pharmacy works on an order: the stages, who may end them, problems on the way, and what was done when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from rxflow.domain.finding import FindingCode
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.user import Role


class WorkStage(StrEnum):
    """Where an order is in the pharmacy, in the order of the work; it never goes back."""

    INTAKE = "INTAKE"
    CLINICAL_CHECK = "CLINICAL_CHECK"
    FILL = "FILL"
    FINAL_CHECK = "FINAL_CHECK"
    READY = "READY"
    HANDED_OVER = "HANDED_OVER"


STATUS_OF: Mapping[WorkStage, OrderStatus] = MappingProxyType(
    {
        WorkStage.INTAKE: OrderStatus.SUBMITTED,
        WorkStage.CLINICAL_CHECK: OrderStatus.VERIFYING,
        WorkStage.FILL: OrderStatus.FILLING,
        WorkStage.FINAL_CHECK: OrderStatus.FILLING,
        WorkStage.READY: OrderStatus.READY,
        WorkStage.HANDED_OVER: OrderStatus.PICKED_UP,
    }
)
"""What the rest of the program and the patient know of each stage."""
NEXT_STAGE: Mapping[WorkStage, WorkStage] = MappingProxyType(
    {
        WorkStage.INTAKE: WorkStage.CLINICAL_CHECK,
        WorkStage.CLINICAL_CHECK: WorkStage.FILL,
        WorkStage.FILL: WorkStage.FINAL_CHECK,
        WorkStage.FINAL_CHECK: WorkStage.READY,
        WorkStage.READY: WorkStage.HANDED_OVER,
    }
)
CHECKS = frozenset({WorkStage.CLINICAL_CHECK, WorkStage.FINAL_CHECK})
"""The stages that end with a pharmacist's signature."""
BEFORE_READY = frozenset({WorkStage.INTAKE, WorkStage.CLINICAL_CHECK, WorkStage.FILL, WorkStage.FINAL_CHECK})
"""The stages in which what the patient was promised can still be late, and alerts still matter."""
WORKS_ON: Mapping[Role, frozenset[WorkStage]] = MappingProxyType(
    {
        Role.PHARMACIST: frozenset(NEXT_STAGE),
        Role.TECHNICIAN: frozenset({WorkStage.INTAKE, WorkStage.FILL, WorkStage.READY}),
        Role.ADMIN: frozenset(),
        Role.AUDITOR: frozenset(),
    }
)
"""Who may take an order in a stage and bring it to the next one.

Source: 42 CFR 456.705(b) (each prescription is screened before it is filled, by a pharmacist).
"""


class ProblemReason(StrEnum):
    """Why an order waits. A problem is beside the stages: it holds an order where it is."""

    OUT_OF_STOCK = "OUT_OF_STOCK"
    PRESCRIBER_QUESTION = "PRESCRIBER_QUESTION"
    INSURANCE_REJECTED = "INSURANCE_REJECTED"
    PATIENT_QUESTION = "PATIENT_QUESTION"
    ORDER_ENTRY = "ORDER_ENTRY"


class OverrideReason(StrEnum):
    """Why a pharmacist goes on although a rule says stop."""

    PRESCRIBER_CONFIRMED = "PRESCRIBER_CONFIRMED"
    PATIENT_TOLERATES = "PATIENT_TOLERATES"
    MONITORED = "MONITORED"
    BENEFIT_OUTWEIGHS_RISK = "BENEFIT_OUTWEIGHS_RISK"
    RECORD_IS_WRONG = "RECORD_IS_WRONG"
    PAYMENT_SETTLED = "PAYMENT_SETTLED"


NEVER_OVERRIDDEN = frozenset(
    {
        FindingCode.NOT_FOUND,
        FindingCode.CONTROLLED,
        FindingCode.REMS,
        FindingCode.EXPIRED,
        FindingCode.NO_REFILLS,
    }
)
"""What no pharmacist's judgement can lift: without a valid prescription there is nothing to fill."""


class WorkAct(StrEnum):
    """What somebody did with an order."""

    MOVED = "moved"
    CLAIMED = "claimed"
    RELEASED = "released"
    NOTED = "noted"
    ALERT_READ = "alert_read"
    OVERRIDDEN = "overridden"
    PROBLEM = "problem"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class WorkEntry:
    """One act of the pharmacy's work on an order. `number` counts from 1.

    Attributes:
        stage: Where the order is after it.
        actor: Who, by their user id.
        reason: A `ProblemReason` or an `OverrideReason`.
        alert: The code of the alert that was read or overridden.
        expected_at: When the order is now expected to be ready.
        note: Words for the pharmacy alone.
    """

    order_id: str
    number: int
    act: WorkAct
    stage: WorkStage
    at: datetime
    actor: str
    reason: str | None = None
    alert: str | None = None
    expected_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What holds an order up now."""

    reason: ProblemReason
    since: datetime
    reported_by: str
    expected_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class WorkState:
    """Where an order is in the pharmacy: its stage and since when, who holds it, and what holds it up."""

    stage: WorkStage
    since: datetime
    holder: str | None
    problem: Problem | None


def implied_stage(status: OrderStatus) -> WorkStage:
    """The first stage of a status, which an order is at that nobody has written down any work of.

    Raises:
        ValueError: The order is cancelled and at no stage.
    """
    for stage, known in STATUS_OF.items():
        if known is status:
            return stage
    raise ValueError(f"an order that is {status} is at no stage of the work")


def work_state(order: Order, entries: Sequence[WorkEntry]) -> WorkState:
    """What the acts on an order amount to. Its status decides: no entry says that an order is elsewhere.

    Args:
        order: An order that is not cancelled.
        entries: All acts on it, oldest first.
    """
    stage, since = implied_stage(order.status), order.updated_at
    holder: str | None = None
    problem: Problem | None = None
    for entry in entries:
        if entry.act is WorkAct.MOVED:
            holder = None
            if STATUS_OF[entry.stage] is order.status:
                stage, since = entry.stage, entry.at
        elif entry.act is WorkAct.CLAIMED:
            holder = entry.actor
        elif entry.act is WorkAct.RELEASED:
            holder = None
        elif entry.act is WorkAct.PROBLEM:
            reason = ProblemReason(str(entry.reason))
            problem = Problem(reason, entry.at, entry.actor, entry.expected_at, entry.note)
        elif entry.act is WorkAct.RESOLVED:
            problem = None
    return WorkState(stage, since, holder, problem)
