"""What waits for the pharmacy as one list: cases and orders, by section, filter and words, what is urgent first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from rxflow.domain.finding import Route
from rxflow.domain.fulfillment import Problem, WorkStage
from rxflow.services.fulfillment import QueuedOrder
from rxflow.workflow.case_desk import QueuedCase


class Section(StrEnum):
    """A part of the queue."""

    ALL = "all"
    CASES = "cases"
    AUTHORIZATIONS = "authorizations"
    INTAKE = "intake"
    CLINICAL_CHECK = "clinical_check"
    FILL = "fill"
    FINAL_CHECK = "final_check"
    READY = "ready"
    PROBLEMS = "problems"


class Filter(StrEnum):
    """What to leave in."""

    MINE = "mine"
    UNCLAIMED = "unclaimed"
    URGENT = "urgent"


class Age(StrEnum):
    """How long something has waited, for its colour."""

    FRESH = "fresh"
    AGING = "aging"
    OLD = "old"


AGING_AFTER, OLD_AFTER = timedelta(minutes=30), timedelta(hours=2)
URGENT_AGING_AFTER, URGENT_OLD_AFTER = timedelta(minutes=5), timedelta(minutes=15)
_SECTION_OF: Mapping[WorkStage, Section] = MappingProxyType(
    {
        WorkStage.INTAKE: Section.INTAKE,
        WorkStage.CLINICAL_CHECK: Section.CLINICAL_CHECK,
        WorkStage.FILL: Section.FILL,
        WorkStage.FINAL_CHECK: Section.FINAL_CHECK,
        WorkStage.READY: Section.READY,
    }
)


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A case or an order that waits.

    Attributes:
        reference: The number of the case or the order.
        section: Where it stands; a problem is another one of an order.
        patient_name: For whom.
        medication: Of what; empty where a case is about no prescription.
        matter: Why there is a case, or at which pharmacy an order is filled.
        waited: For how long it is where it is.
        is_urgent: An urgent case, or an order that is later than was promised.
        holder: Who has it, by their user id.
        route: Who can resolve a case; None for an order.
        problem: What holds an order up.
    """

    reference: str
    section: Section
    patient_name: str
    medication: str
    matter: str
    waited: timedelta
    is_urgent: bool
    holder: str | None
    route: Route | None = None
    problem: Problem | None = None

    @property
    def is_case(self) -> bool:
        return self.route is not None

    @property
    def age(self) -> Age:
        """How long it has waited, for its colour."""
        return age_of(self.waited, self.is_urgent)


def age_of(waited: timedelta, is_urgent: bool) -> Age:
    """How long something has waited, for its colour; what is urgent is old sooner."""
    aging, old = (URGENT_AGING_AFTER, URGENT_OLD_AFTER) if is_urgent else (AGING_AFTER, OLD_AFTER)
    if waited >= old:
        return Age.OLD
    return Age.AGING if waited >= aging else Age.FRESH


def case_item(queued: QueuedCase) -> WorkItem:
    """A case as an item."""
    case = queued.case
    return WorkItem(
        reference=case.case_id,
        section=Section.AUTHORIZATIONS if case.route is Route.INSURER else Section.CASES,
        patient_name=queued.patient_name,
        medication=queued.medication or "",
        matter=case.reason,
        waited=queued.age,
        is_urgent=case.urgent,
        holder=queued.holder,
        route=case.route,
    )


def order_item(queued: QueuedOrder, patient_name: str, now: datetime) -> WorkItem:
    """An order as an item."""
    order = queued.order
    return WorkItem(
        reference=order.order_id,
        section=_SECTION_OF[queued.stage],
        patient_name=patient_name,
        medication=order.medication,
        matter=order.pharmacy_name,
        waited=max(timedelta(0), now - queued.since),
        is_urgent=queued.is_late,
        holder=queued.holder,
        problem=queued.problem,
    )


def is_in(item: WorkItem, section: Section) -> bool:
    """Whether a section shows an item: all does, and problems show what is held up wherever it stands."""
    if section is Section.PROBLEMS:
        return item.problem is not None
    return section in (Section.ALL, item.section)


def counted(items: Iterable[WorkItem]) -> Mapping[Section, int]:
    """How many items each section shows."""
    waiting = tuple(items)
    return {section: sum(is_in(item, section) for item in waiting) for section in Section}


def chosen(
    items: Iterable[WorkItem],
    section: Section,
    filters: Iterable[Filter] = (),
    route: Route | None = None,
    words: str = "",
    user_id: str = "",
) -> tuple[WorkItem, ...]:
    """What is shown: the urgent first, then what has waited longest.

    Args:
        items: Everything that waits.
        section: The part of the queue.
        filters: What to leave in; all of them hold.
        route: Only cases that these people can resolve; None is everything.
        words: Looked for in the number, the patient's name and the medicine, in any order.
        user_id: Whose "mine" is.
    """
    is_left = {
        Filter.MINE: lambda item: item.holder == user_id,
        Filter.UNCLAIMED: lambda item: item.holder is None,
        Filter.URGENT: lambda item: item.is_urgent,
    }
    wanted, kept = words.casefold().split(), tuple(filters)
    found = (
        item
        for item in items
        if is_in(item, section)
        and all(is_left[each](item) for each in kept)
        and (route is None or item.route is route)
        and all(word in f"{item.reference} {item.patient_name} {item.medication}".casefold() for word in wanted)
    )
    return tuple(sorted(found, key=lambda item: (not item.is_urgent, -item.waited)))
