"""Escalation cases, their steps and what patients reported, read and written through one connection of the store."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, bindparam, func, insert, select, update

from rxflow.domain.case import FINAL_STEPS, CaseProgress, CaseStep, EscalationCase
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.report import Report, ReportKind
from rxflow.persistence.records import SealedTable
from rxflow.persistence.tables import CASE_STEPS, CASES, PATIENT_REPORTS
from rxflow.persistence.transaction import Transaction

_IS_OPEN = CASES.c.status == "open"
_IS_APPROVAL = CASE_STEPS.c.step == CaseStep.APPROVED
_IS_FINAL = CASE_STEPS.c.step.in_(FINAL_STEPS)
_IS_CLOSING = CASE_STEPS.c.step.in_(FINAL_STEPS - {CaseStep.CONFIRMED})


@dataclass(frozen=True, slots=True)
class KeptReport:
    """What a patient reported, and the case in which a pharmacist looks at it."""

    patient_id: str
    kind: ReportKind
    subject: str
    case_id: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class OpenCases:
    """The open cases of one kind: how many, and when the oldest was opened."""

    route: Route
    urgent: bool
    cases: int
    oldest_at: datetime


def _reason_ref(tx: Transaction, reason: str) -> str:
    return tx.cipher.digest("reason", reason)


def _report_ref(tx: Transaction, report: Report | KeptReport) -> str:
    return tx.cipher.digest("report", report.kind, report.subject)


SEALED_CASES = SealedTable(
    CASES,
    EscalationCase,
    key=("case_id",),
    mutable=("urgent", "status"),
    refs={
        "patient_ref": lambda tx, case: tx.patient_ref(case.patient_id),
        "rx_ref": lambda tx, case: case.rx_number and tx.rx_ref(case.rx_number),
        "reason_ref": lambda tx, case: _reason_ref(tx, case.reason),
    },
)
SEALED_STEPS = SealedTable(CASE_STEPS, CaseProgress, key=("case_id", "number"), refs={})
SEALED_REPORTS = SealedTable(
    PATIENT_REPORTS,
    KeptReport,
    key=("case_id",),
    refs={
        "patient_ref": lambda tx, report: tx.patient_ref(report.patient_id),
        "report_ref": _report_ref,
    },
)

_NEWEST_FIRST = SEALED_CASES.select().order_by(CASES.c.sequence.desc())
_OF_SESSION = _NEWEST_FIRST.where(CASES.c.session_id == bindparam("session_id"))
_ASKED_OF_PLAN = _NEWEST_FIRST.where(
    CASES.c.patient_ref == bindparam("patient_ref"),
    CASES.c.rx_ref == bindparam("rx_ref"),
    CASES.c.route == Route.INSURER,
    CASES.c.reason_ref == bindparam("reason_ref"),
)
_REPORTED = (
    SEALED_REPORTS.select()
    .where(PATIENT_REPORTS.c.patient_ref == bindparam("patient_ref"))
    .order_by(PATIENT_REPORTS.c.sequence)
)


_WAITING = (
    select(CASES.c.route, CASES.c.urgent, func.count(), func.min(CASES.c.created_at))
    .where(_IS_OPEN)
    .group_by(CASES.c.route, CASES.c.urgent)
)


class CaseRepository:
    """The tables of cases within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, case: EscalationCase) -> None:
        """Write a new case with the first step of its history."""
        self._tx.execute(insert(CASES), SEALED_CASES.row(case, self._tx))
        self.add_step(CaseProgress(case.case_id, 1, CaseStep.OPENED, case.created_at, "assistant"))

    def case(self, case_id: str) -> EscalationCase | None:
        return next(iter(self._newest_first(CASES.c.case_id == case_id)), None)

    def open_case(self, session_id: str, route: Route, rx_number: str | None, reason: str) -> EscalationCase | None:
        """The open case that a conversation already has for the same matter."""
        cases = self._newest_first(
            CASES.c.session_id == session_id,
            CASES.c.route == route,
            CASES.c.rx_ref.is_not_distinct_from(rx_number and self._tx.rx_ref(rx_number)),
            CASES.c.reason_ref == _reason_ref(self._tx, reason),
            _IS_OPEN,
        )
        return next(iter(cases), None)

    def open_case_of_prescription(
        self, patient_id: str, route: Route, rx_number: str, reason: str
    ) -> EscalationCase | None:
        """The open case that a patient already has for the same matter, in any conversation."""
        cases = self._newest_first(
            CASES.c.patient_ref == self._tx.patient_ref(patient_id),
            CASES.c.route == route,
            CASES.c.rx_ref == self._tx.rx_ref(rx_number),
            CASES.c.reason_ref == _reason_ref(self._tx, reason),
            _IS_OPEN,
        )
        return next(iter(cases), None)

    def is_emergency_open(self, session_id: str) -> bool:
        """Whether a conversation was stopped by a red flag that no person has looked at yet."""
        cases = SEALED_CASES.all(_OF_SESSION, self._tx, {"session_id": session_id})
        return any(FindingCode.EMERGENCY in case.findings and not self._is_settled(case) for case in cases)

    def make_urgent(self, case: EscalationCase) -> EscalationCase:
        """Move an open case to the front, for something worse has come up; a case never becomes less urgent."""
        self._tx.execute(update(CASES).where(CASES.c.case_id == case.case_id).values(urgent=True))
        return replace(case, urgent=True)

    def of_patient(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """Every case of a patient, newest first."""
        return self._newest_first(CASES.c.patient_ref == self._tx.patient_ref(patient_id))

    def open_cases(self) -> tuple[EscalationCase, ...]:
        """The cases that wait for a person: urgent ones first, then the longest waiting."""
        statement = SEALED_CASES.select().where(_IS_OPEN).order_by(CASES.c.urgent.desc(), CASES.c.sequence)
        return SEALED_CASES.all(statement, self._tx)

    def waiting(self) -> tuple[OpenCases, ...]:
        """The open cases by kind, counted by the database; nothing is decrypted, and no kind without a case is told."""
        return tuple(OpenCases(*row) for row in self._tx.execute(_WAITING))

    def add_step(self, progress: CaseProgress) -> None:
        """Write a case's next step; a final one resolves the case."""
        self._tx.execute(insert(CASE_STEPS), SEALED_STEPS.row(progress, self._tx))
        if progress.step in FINAL_STEPS:
            closed = update(CASES).where(CASES.c.case_id == progress.case_id).values(status="resolved")
            self._tx.execute(closed)

    def steps(self, case_id: str) -> tuple[CaseProgress, ...]:
        """A case's history, oldest first."""
        return self._steps(CASE_STEPS.c.case_id == case_id)

    def approved_until(self, patient_id: str, rx_number: str, code: FindingCode) -> date | None:
        """The last day of the latest approval by a plan here of what a finding of this code asked for, or None."""
        matter = {
            "patient_ref": self._tx.patient_ref(patient_id),
            "rx_ref": self._tx.rx_ref(rx_number),
            "reason_ref": _reason_ref(self._tx, code),
        }
        asked = SEALED_CASES.all(_ASKED_OF_PLAN, self._tx, matter)
        approved = (self._steps(CASE_STEPS.c.case_id == each.case_id, _IS_APPROVAL) for each in asked)
        return max((step.valid_until for steps in approved for step in steps if step.valid_until), default=None)

    def case_of_report(self, patient_id: str, report: Report) -> EscalationCase | None:
        """The case of the same report that still counts, the newest."""
        if report not in self.reports(patient_id):
            return None
        statement = (
            SEALED_CASES.select()
            .join(PATIENT_REPORTS, CASES.c.case_id == PATIENT_REPORTS.c.case_id)
            .where(PATIENT_REPORTS.c.patient_ref == self._tx.patient_ref(patient_id))
            .where(PATIENT_REPORTS.c.report_ref == _report_ref(self._tx, report))
            .order_by(CASES.c.sequence.desc())
            .limit(1)
        )
        return next(iter(SEALED_CASES.all(statement, self._tx)), None)

    def add_report(self, case: EscalationCase, report: Report, at: datetime) -> None:
        """Keep what a patient reported, beside the case that a pharmacist looks at."""
        kept = KeptReport(case.patient_id, report.kind, report.subject, case.case_id, at)
        self._tx.execute(insert(PATIENT_REPORTS), SEALED_REPORTS.row(kept, self._tx))

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, oldest first, each once, unless a pharmacist has closed it without confirming."""
        patient_ref = self._tx.patient_ref(patient_id)
        kept = SEALED_REPORTS.all(_REPORTED, self._tx, {"patient_ref": patient_ref})
        if not kept:
            return ()
        own = PATIENT_REPORTS.c.patient_ref == patient_ref
        # By the sealed steps, not by the case's status: whoever could change that must not make a report go away.
        is_theirs = CASE_STEPS.c.case_id.in_(select(PATIENT_REPORTS.c.case_id).where(own))
        closed = {step.case_id for step in self._steps(is_theirs, _IS_CLOSING)}
        return tuple(dict.fromkeys(Report(each.kind, each.subject) for each in kept if each.case_id not in closed))

    def _is_settled(self, case: EscalationCase) -> bool:
        """Whether a person took a final step, whatever the row's status says."""
        return case.status != "open" and bool(self._steps(CASE_STEPS.c.case_id == case.case_id, _IS_FINAL))

    def _steps(self, *conditions: ColumnElement[bool]) -> tuple[CaseProgress, ...]:
        statement = SEALED_STEPS.select().where(*conditions)
        return SEALED_STEPS.all(statement.order_by(CASE_STEPS.c.number), self._tx)

    def _newest_first(self, *conditions: ColumnElement[bool]) -> tuple[EscalationCase, ...]:
        statement = SEALED_CASES.select().where(*conditions).order_by(CASES.c.sequence.desc())
        return SEALED_CASES.all(statement, self._tx)
