"""How each of a patient's medicines stands: what can be refilled today, when, or on whom it waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import Assessment, Finding, FindingCode, Route
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.prescription import Prescription
from rxflow.services.refills import Overview


class MedicineKind(StrEnum):
    """How a medicine stands, in the order in which a patient wants to see them."""

    READY = "ready"
    ELSEWHERE = "elsewhere"
    """It can be refilled today, though not at the usual pharmacy."""
    ORDERED = "ordered"
    LATER = "later"
    WITH_PRESCRIBER = "with prescriber"
    WITH_PHARMACIST = "with pharmacist"
    WITH_PLAN = "with plan"
    ENDED = "ended"


_ORDER = tuple(MedicineKind)
_BY_ROUTE = {
    Route.PRESCRIBER: MedicineKind.WITH_PRESCRIBER,
    Route.PHARMACIST: MedicineKind.WITH_PHARMACIST,
    Route.INSURER: MedicineKind.WITH_PLAN,
}
_ENDED = frozenset({"discontinued", "transferred"})
CAN_BE_REFILLED = frozenset({MedicineKind.READY, MedicineKind.ELSEWHERE})


@dataclass(frozen=True, slots=True)
class MedicineStatus:
    """How one medicine stands.

    Attributes:
        prescription: With the orders that were placed counted.
        kind: How it stands.
        said_as: What the patient would call it: no other of their medicines is called so.
        decision: What stops it, or the empty shelf of the usual pharmacy; None where nothing does.
        refill_day: The first day on which it can be refilled, where it is only too soon.
        order: The order that is under way.
        case: The case in which somebody looks at what stops it.
        notes: What the patient is told before they confirm.
    """

    prescription: Prescription
    kind: MedicineKind
    said_as: str
    decision: Finding | None = None
    refill_day: date | None = None
    order: Order | None = None
    case: EscalationCase | None = None
    notes: tuple[Finding, ...] = ()

    @property
    def can_be_refilled(self) -> bool:
        """Whether an order can be placed today."""
        return self.kind in CAN_BE_REFILLED


def medicine_statuses(overview: Overview) -> tuple[MedicineStatus, ...]:
    """How each of a patient's medicines stands: what can be refilled first, what is only too soon by its day."""
    names = [item.generic_name for item in overview.prescriptions]
    statuses = [
        _status(item, overview, item.generic_name if names.count(item.generic_name) == 1 else _with_strength(item))
        for item in overview.prescriptions
    ]
    return tuple(sorted(statuses, key=lambda each: (_ORDER.index(each.kind), each.refill_day or date.min)))


def _status(item: Prescription, overview: Overview, said_as: str) -> MedicineStatus:
    assessment = overview.assessments[item.rx_number]
    order = _order_under_way(item.rx_number, overview.orders)
    if order is not None:
        return MedicineStatus(item, MedicineKind.ORDERED, said_as, order=order)
    decision = assessment.decision
    kind = _kind(item, assessment)
    return MedicineStatus(
        item,
        kind,
        said_as,
        decision=decision,
        refill_day=_refill_day(decision) if kind is MedicineKind.LATER else None,
        case=_case(item.rx_number, decision, overview.cases),
        notes=assessment.warnings if kind in CAN_BE_REFILLED else (),
    )


def _kind(item: Prescription, assessment: Assessment) -> MedicineKind:
    decision = assessment.decision
    if item.status in _ENDED:
        return MedicineKind.ENDED
    if decision is None:
        return MedicineKind.READY
    if assessment.obstacle is None:
        return MedicineKind.ELSEWHERE
    if _refill_day(decision) is not None:
        return MedicineKind.LATER
    # What nobody is named for is a pharmacist's to explain.
    return _BY_ROUTE[decision.route or Route.PHARMACIST]


def _refill_day(decision: Finding | None) -> date | None:
    """The day that only has to come; a finding that somebody must resolve has none."""
    if decision is None or decision.code is not FindingCode.TOO_SOON or decision.route is not None:
        return None
    day = decision.evidence.get("date")
    return date.fromisoformat(day) if day else None


def _order_under_way(rx_number: str, orders: Sequence[Order]) -> Order | None:
    """The newest order of a prescription, unless it was handed over or cancelled."""
    over = {OrderStatus.PICKED_UP, OrderStatus.CANCELLED}
    return next((each for each in orders if each.rx_number == rx_number and each.status not in over), None)


def _case(rx_number: str, decision: Finding | None, cases: Sequence[EscalationCase]) -> EscalationCase | None:
    """The newest open case in which whoever can resolve the finding looks at the prescription."""
    if decision is None or decision.route is None:
        return None
    return next((each for each in cases if each.rx_number == rx_number and each.route is decision.route), None)


def _with_strength(item: Prescription) -> str:
    return f"{item.generic_name} {item.strength}"
