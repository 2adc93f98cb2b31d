"""Escalation and prior-authorization cases, for those who work on them."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from rxflow.api.access import ReadingCases, Served, WorkingOnCases
from rxflow.api.addresses import V1
from rxflow.api.envelopes import Number, Page, Paging, Representation, Success, Wanted, page_of
from rxflow.api.resources import Id
from rxflow.api.statuses import SIGNED_IN, failures
from rxflow.domain.case import CaseProgress, CaseStep, EscalationCase
from rxflow.domain.finding import Route
from rxflow.services.registry import Services

router = APIRouter(prefix=f"{V1}/cases", tags=["cases"], responses=failures(*SIGNED_IN))
MOST_NOTE_CHARS = 2000


class WantedCases(Paging):
    """Which cases: those for a route, those that are urgent, or all that are open."""

    route: Annotated[Route | None, Field(description="Who can resolve it; insurer: prior authorizations.")] = None
    urgent: Annotated[bool | None, Field(description="Only the urgent ones, or only the others.")] = None


class NewStep(Wanted):
    """The next step with a case.

    `after` is the number of the last step that one has seen: a case that somebody else moved meanwhile stays as it is.
    `valid_until` is the last day of a prior authorization that the plan approved.
    """

    step: Annotated[CaseStep, Field(strict=False)]
    after: Number
    note: Annotated[str, Field(max_length=MOST_NOTE_CHARS, pattern=r"^[^\x00]*$")] = ""
    valid_until: Annotated[date | None, Field(strict=False)] = None


class CaseResource(Representation):
    """Something that a person must look at."""

    case_id: str
    patient_id: str
    route: str
    reason: str
    findings: list[str]
    urgent: bool
    told: str
    status: str
    rx_number: str | None
    created_at: datetime

    @classmethod
    def of(cls, case: EscalationCase) -> "CaseResource":
        told = {name: getattr(case, name) for name in cls.model_fields}
        return cls(**{**told, "route": case.route.value, "findings": list(case.findings)})


class StepResource(Representation):
    """One step of a case."""

    number: int
    step: CaseStep
    at: datetime
    actor: str
    note: str
    valid_until: date | None

    @classmethod
    def of(cls, progress: CaseProgress) -> "StepResource":
        return cls(**{name: getattr(progress, name) for name in cls.model_fields})


class CaseHistory(Representation):
    """A case with its steps, oldest first."""

    case: CaseResource
    steps: list[StepResource]


@router.get("")
def list_cases(assistant: Served, who: ReadingCases, wanted: Annotated[WantedCases, Query()]) -> Page[CaseResource]:
    """The open cases: urgent ones first, then the longest waiting. That they were read is recorded."""
    services = assistant.services
    found = [
        case
        for case in services.cases.open_cases()
        if wanted.route in (None, case.route) and wanted.urgent in (None, case.urgent)
    ]
    page = page_of([CaseResource.of(each) for each in found], wanted)
    _record_reads(services, who.subject, page.data)
    return page


@router.get("/{case_id}", responses=failures(404))
def get_case(case_id: Annotated[Id, Path()], assistant: Served, who: ReadingCases) -> Success[CaseHistory]:
    """One case with its history. That it was read is recorded."""
    case = CaseResource.of(assistant.services.cases.get(case_id))
    _record_reads(assistant.services, who.subject, [case])
    return Success(data=CaseHistory(case=case, steps=_steps(assistant.services, case_id)))


@router.post("/{case_id}/steps", status_code=201, responses=failures(404, 409))
def add_step(
    case_id: Annotated[Id, Path()], wanted: NewStep, assistant: Served, who: WorkingOnCases
) -> Success[CaseHistory]:
    """Record the next step with a case."""
    cases = assistant.services.cases
    cases.advance(case_id, wanted.step, who.subject, wanted.note, wanted.valid_until, after=wanted.after)
    case = CaseResource.of(cases.get(case_id))
    return Success(data=CaseHistory(case=case, steps=_steps(assistant.services, case_id)))


def _steps(services: Services, case_id: str) -> list[StepResource]:
    return [StepResource.of(each) for each in services.cases.steps(case_id)]


def _record_reads(services: Services, actor: str, cases: list[CaseResource]) -> None:
    """Note in the audit trail whose cases somebody read."""
    services.audit.record_reads(services.now(), actor, "cases", [case.patient_id for case in cases])
