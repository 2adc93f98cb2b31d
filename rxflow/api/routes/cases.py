"""Escalation and prior-authorization cases, for those who work on them."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from rxflow.api.access import DecidingCases, ReadingCases, Served, WorkingOnCases
from rxflow.api.addresses import V1
from rxflow.api.envelopes import Number, Page, Paging, Representation, Success, Wanted, page_of
from rxflow.api.resources import Id
from rxflow.api.statuses import SIGNED_IN, failures
from rxflow.domain.case import CaseProgress, CaseStep, EscalationCase, holder_of
from rxflow.domain.case_decision import Decision, DecisionReason
from rxflow.domain.finding import FindingCode, Route
from rxflow.services.registry import Services

router = APIRouter(prefix=f"{V1}/cases", tags=["cases"], responses=failures(*SIGNED_IN))
MOST_NOTE_CHARS = 2000
Words = Annotated[str, Field(max_length=MOST_NOTE_CHARS, pattern=r"^[^\x00]*$")]


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
    note: Words = ""
    valid_until: Annotated[date | None, Field(strict=False)] = None


class Note(Wanted):
    """Why a case is given back; who takes over what another has says so in a few words."""

    note: Words = ""


class OpenedAlert(Wanted):
    """The code of the findings that were opened."""

    code: Annotated[FindingCode, Field(strict=False)]


class NewDecision(Wanted):
    """A pharmacist's decision, with its reason; the patient is told at once.

    `valid_until` is the last day of an approval, `refills` what a prescriber has renewed. `note` is for the care team;
    `patient_note` are words that the patient reads besides ours.
    """

    decision: Annotated[Decision, Field(strict=False)]
    reason: Annotated[DecisionReason, Field(strict=False)]
    note: Words = ""
    valid_until: Annotated[date | None, Field(strict=False)] = None
    refills: Number | None = None
    patient_note: Words = ""


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
        return cls.from_fields(case, route=case.route.value, findings=list(case.findings))


class StepResource(Representation):
    """One step of a case."""

    number: int
    step: CaseStep
    at: datetime
    actor: str
    note: str
    valid_until: date | None
    reason: DecisionReason | None
    alert: FindingCode | None
    overrides: list[FindingCode]
    refills: int | None

    @classmethod
    def of(cls, progress: CaseProgress) -> "StepResource":
        return cls.from_fields(progress, overrides=[each.code for each in progress.overrides])


class CaseHistory(Representation):
    """A case with whoever has claimed it and its steps, oldest first."""

    case: CaseResource
    holder: str | None
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
    case = assistant.services.cases.get(case_id)
    _record_reads(assistant.services, who.subject, [CaseResource.of(case)])
    return _history(assistant.services, case_id)


@router.post("/{case_id}/steps", status_code=201, responses=failures(404, 409))
def add_step(
    case_id: Annotated[Id, Path()], wanted: NewStep, assistant: Served, who: WorkingOnCases
) -> Success[CaseHistory]:
    """Record the next step with a case; a claim, an alert and a decision have addresses of their own."""
    cases = assistant.services.cases
    cases.advance(case_id, wanted.step, who.subject, wanted.note, wanted.valid_until, after=wanted.after)
    return _history(assistant.services, case_id)


@router.post("/{case_id}/claim", status_code=201, responses=failures(404, 409))
def claim_case(case_id: Annotated[Id, Path()], assistant: Served, who: WorkingOnCases) -> Success[CaseHistory]:
    """Take a case: nobody else moves it until it is released."""
    assistant.case_desk.claim(case_id, who.subject)
    return _history(assistant.services, case_id)


@router.post("/{case_id}/release", status_code=201, responses=failures(404, 409))
def release_case(
    case_id: Annotated[Id, Path()], wanted: Note, assistant: Served, who: WorkingOnCases
) -> Success[CaseHistory]:
    """Give a case back to all, or take over one that another has claimed."""
    assistant.case_desk.release(case_id, who.subject, wanted.note)
    return _history(assistant.services, case_id)


@router.post("/{case_id}/alerts", status_code=201, responses=failures(404, 409))
def read_alert(
    case_id: Annotated[Id, Path()], wanted: OpenedAlert, assistant: Served, who: DecidingCases
) -> Success[CaseHistory]:
    """Record that a pharmacist opened an alert, as they must before they approve."""
    assistant.case_desk.read_alert(case_id, who.subject, wanted.code)
    return _history(assistant.services, case_id)


@router.post("/{case_id}/decisions", status_code=201, responses=failures(404, 409))
def decide_case(
    case_id: Annotated[Id, Path()], wanted: NewDecision, assistant: Served, who: DecidingCases
) -> Success[CaseHistory]:
    """Decide a case; the patient is told in their conversation."""
    assistant.case_desk.decide(
        case_id,
        who.subject,
        wanted.decision,
        wanted.reason,
        wanted.note,
        wanted.valid_until,
        wanted.refills,
        wanted.patient_note,
    )
    return _history(assistant.services, case_id)


def _history(services: Services, case_id: str) -> Success[CaseHistory]:
    case, steps = services.cases.get(case_id), services.cases.steps(case_id)
    told = [StepResource.of(each) for each in steps]
    return Success(data=CaseHistory(case=CaseResource.of(case), holder=holder_of(steps), steps=told))


def _record_reads(services: Services, actor: str, cases: list[CaseResource]) -> None:
    """Note in the audit trail whose cases somebody read."""
    services.audit.record_reads(services.now(), actor, "cases", [case.patient_id for case in cases])
