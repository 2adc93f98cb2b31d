"""All that a pharmacist needs beside a case: the patient, the rules as they are now, and what was said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from rxflow.domain.care_message import CareMessage
from rxflow.domain.case import CaseProgress, EscalationCase, holder_of
from rxflow.domain.finding import Assessment
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.patient import Allergy, Patient
from rxflow.domain.prescription import Prescription
from rxflow.domain.report import Report
from rxflow.persistence.case_repository import KeptReport
from rxflow.services.registry import Services
from rxflow.services.sessions import Turn


class ChangeKind(StrEnum):
    """What can be new since a prescription was filled."""

    PRESCRIPTION = "prescription"
    ORDER = "order"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Change:
    """Something new since the last fill: a prescription or an order by its label, a report by its kind and subject."""

    kind: ChangeKind
    what: str
    on: date


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A conversation in a few facts, made by rule.

    Attributes:
        asked_for: The label of what the patient asked for; the case's reason where it is about no prescription.
        state: The state of the conversation after its last turn; empty where nothing was said or it was forgotten.
        findings: The codes found in the last turn that found any.
        told: What the patient was told when the case was opened.
        turns: How many turns there are.
        last_words: What the patient said last.
    """

    asked_for: str
    state: str
    findings: tuple[str, ...]
    told: str
    turns: int
    last_words: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with all that belongs to it.

    `assessment` is what the rules find now at the patient's usual pharmacy, with the facts and the source of each
    finding; what was approved before is among them as a warning. It and `prescription` are None where the case is about
    no prescription of the patient. `unread` are the codes of the alerts that whoever reads must open before approving.
    """

    case: EscalationCase
    steps: tuple[CaseProgress, ...]
    holder: str | None
    patient: Patient
    prescription: Prescription | None
    assessment: Assessment | None
    unread: tuple[str, ...]
    prescriptions: tuple[Prescription, ...]
    allergies: tuple[Allergy, ...]
    reports: tuple[Report, ...]
    last_fill: date | None
    changed_since_last_fill: tuple[Change, ...]
    summary: ConversationSummary
    turns: tuple[Turn, ...]
    messages: tuple[CareMessage, ...]


def case_file_of(case: EscalationCase, actor: str, services: Services) -> CaseFile:
    """Put a case's file together.

    Args:
        actor: Who reads it, for what they have not opened yet.

    Raises:
        PatientNotFoundError: The patient is no longer in the data.
        StoreUnavailableError: Something cannot be read.
    """
    patient_id, rx_number = case.patient_id, case.rx_number
    prescriptions = services.refills.prescriptions(patient_id)
    prescription = next((each for each in prescriptions if each.rx_number == rx_number), None)
    steps, turns = services.cases.steps(case.case_id), services.sessions.turns(case.session_id)
    kept = services.cases.kept_reports(patient_id)
    patient = services.patients.get(patient_id)
    last_fill = prescription.last_fill if prescription else None
    orders = services.orders.for_patient(patient_id)
    return CaseFile(
        case=case,
        steps=steps,
        holder=holder_of(steps),
        patient=patient,
        prescription=prescription,
        assessment=services.refills.assess(patient_id, prescription.rx_number) if prescription else None,
        unread=tuple(code.value for code in services.case_work.unread(case, steps, actor)),
        prescriptions=prescriptions,
        allergies=patient.allergies,
        reports=tuple(dict.fromkeys(Report(each.kind, each.subject) for each in kept)),
        last_fill=last_fill,
        changed_since_last_fill=changes_since(last_fill, rx_number, prescriptions, orders, kept, services.zone),
        summary=summary_of(case, prescription, turns),
        turns=turns,
        messages=services.care_messages.for_session(case.session_id),
    )


def changes_since(
    last_fill: date | None,
    rx_number: str | None,
    prescriptions: Iterable[Prescription],
    orders: Iterable[Order],
    reports: Iterable[KeptReport],
    zone: ZoneInfo,
) -> tuple[Change, ...]:
    """What is new since a prescription was last filled, oldest first; none where it never was.

    Source: DOMAIN.md §1.11 (hand off on a new drug, allergy or condition).

    Args:
        rx_number: The prescription; its own fill is no change.
    """
    if last_fill is None:
        return ()

    def all_changes() -> Iterator[Change]:
        for each in prescriptions:
            if each.rx_number != rx_number:
                yield Change(ChangeKind.PRESCRIPTION, each.label, each.written_on)
        for order in orders:
            if order.rx_number != rx_number and order.status is not OrderStatus.CANCELLED:
                yield Change(ChangeKind.ORDER, order.medication, order.created_at.astimezone(zone).date())
        for report in reports:
            what = f"{report.kind}: {report.subject}" if report.subject else report.kind.value
            yield Change(ChangeKind.REPORT, what, report.reported_at.astimezone(zone).date())

    # What came on the day of the fill may have come after it.
    return tuple(sorted((each for each in all_changes() if each.on >= last_fill), key=lambda each: each.on))


def summary_of(case: EscalationCase, prescription: Prescription | None, turns: Sequence[Turn]) -> ConversationSummary:
    """A conversation in a few facts: asked for what, where it is, what was found last, what was told."""
    found = [tuple(str(note["code"]) for note in turn.detail.get("findings") or ()) for turn in turns]
    return ConversationSummary(
        asked_for=prescription.label if prescription else case.reason,
        state=turns[-1].state if turns else "",
        findings=next((codes for codes in reversed(found) if codes), ()),
        told=case.told,
        turns=len(turns),
        last_words=turns[-1].patient_text if turns else "",
    )


@dataclass(frozen=True, slots=True)
class QueuedCase:
    """A case that waits, in a line: who has it, for how long it waits, for whom, of what, and its last step.

    `patient_name` is empty where the patient is no longer in the data; `medication` is None where the case is about no
    prescription of theirs.
    """

    case: EscalationCase
    holder: str | None
    age: timedelta
    patient_name: str
    medication: str | None
    last_step: CaseProgress
