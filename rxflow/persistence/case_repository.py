"""Escalation cases, their steps and what patients reported, read and written through one connection of the store."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, update

from rxflow.domain.case import FINAL_STEPS, CaseProgress, CaseStep, EscalationCase
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.report import Report, ReportKind
from rxflow.persistence.records import row_of, select_fields
from rxflow.persistence.tables import CASE_STEPS, CASES, PATIENT_REPORTS

_IS_OPEN = CASES.c.status == "open"


class CaseRepository:
    """The tables of cases within one read or write of the store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, case: EscalationCase) -> None:
        """Write a new case with the first step of its history."""
        self._connection.execute(insert(CASES), row_of(case))
        self.add_step(CaseProgress(case.case_id, 1, CaseStep.OPENED, case.created_at, "assistant"))

    def case(self, case_id: str) -> EscalationCase | None:
        return next(iter(self._newest_first(CASES.c.case_id == case_id)), None)

    def open_case(self, session_id: str, route: Route, rx_number: str | None, reason: str) -> EscalationCase | None:
        """The open case that a conversation already has for the same matter."""
        cases = self._newest_first(
            CASES.c.session_id == session_id,
            CASES.c.route == route,
            CASES.c.rx_number.is_not_distinct_from(rx_number),
            CASES.c.reason == reason,
            _IS_OPEN,
        )
        return next(iter(cases), None)

    def open_case_of_prescription(
        self, patient_id: str, route: Route, rx_number: str, reason: str
    ) -> EscalationCase | None:
        """The open case that a patient already has for the same matter, in any conversation."""
        cases = self._newest_first(
            CASES.c.patient_id == patient_id,
            CASES.c.route == route,
            CASES.c.rx_number == rx_number,
            CASES.c.reason == reason,
            _IS_OPEN,
        )
        return next(iter(cases), None)

    def is_emergency_open(self, session_id: str) -> bool:
        """Whether a conversation was stopped by a red flag that no person has looked at yet."""
        cases = self._newest_first(CASES.c.session_id == session_id, _IS_OPEN)
        return any(FindingCode.EMERGENCY in case.findings for case in cases)

    def make_urgent(self, case: EscalationCase) -> EscalationCase:
        """Move an open case to the front, for something worse has come up; a case never becomes less urgent."""
        self._connection.execute(update(CASES).where(CASES.c.case_id == case.case_id).values(urgent=True))
        return replace(case, urgent=True)

    def of_patient(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """Every case of a patient, newest first."""
        return self._newest_first(CASES.c.patient_id == patient_id)

    def open_cases(self) -> tuple[EscalationCase, ...]:
        """The cases that wait for a person: urgent ones first, then the longest waiting."""
        statement = select_fields(CASES, EscalationCase).where(_IS_OPEN)
        rows = self._connection.execute(statement.order_by(CASES.c.urgent.desc(), CASES.c.sequence))
        return tuple(EscalationCase(*row) for row in rows)

    def add_step(self, progress: CaseProgress) -> None:
        """Write a case's next step; a final one resolves the case."""
        self._connection.execute(insert(CASE_STEPS), row_of(progress))
        if progress.step in FINAL_STEPS:
            closed = update(CASES).where(CASES.c.case_id == progress.case_id).values(status="resolved")
            self._connection.execute(closed)

    def steps(self, case_id: str) -> tuple[CaseProgress, ...]:
        """A case's history, oldest first."""
        statement = select_fields(CASE_STEPS, CaseProgress).where(CASE_STEPS.c.case_id == case_id)
        rows = self._connection.execute(statement.order_by(CASE_STEPS.c.number))
        return tuple(CaseProgress(*row) for row in rows)

    def approved_until(self, patient_id: str, rx_number: str, code: FindingCode) -> date | None:
        """The last day of the latest approval by a plan here of what a finding of this code asked for, or None."""
        statement = (
            select(func.max(CASE_STEPS.c.valid_until))
            .join(CASES, CASES.c.case_id == CASE_STEPS.c.case_id)
            .where(
                CASES.c.patient_id == patient_id,
                CASES.c.rx_number == rx_number,
                CASES.c.route == Route.INSURER,
                CASES.c.reason == code,
                CASE_STEPS.c.step == CaseStep.APPROVED,
            )
        )
        return self._connection.scalar(statement)

    def case_of_report(self, patient_id: str, report: Report) -> EscalationCase | None:
        """The case of the same report that still counts, the newest."""
        if report not in self.reports(patient_id):
            return None
        statement = (
            select_fields(CASES, EscalationCase)
            .join(PATIENT_REPORTS, CASES.c.case_id == PATIENT_REPORTS.c.case_id)
            .where(PATIENT_REPORTS.c.patient_id == patient_id)
            .where(PATIENT_REPORTS.c.kind == report.kind, PATIENT_REPORTS.c.subject == report.subject)
            .order_by(CASES.c.sequence.desc())
        )
        row = self._connection.execute(statement).first()
        return EscalationCase(*row) if row else None

    def add_report(self, case: EscalationCase, report: Report, at: datetime) -> None:
        """Keep what a patient reported, beside the case that a pharmacist looks at."""
        row = {"patient_id": case.patient_id, "case_id": case.case_id, "reported_at": at} | row_of(report)
        self._connection.execute(insert(PATIENT_REPORTS), row)

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, oldest first, each once, unless a pharmacist has closed it without confirming."""
        confirmed = select(CASE_STEPS.c.case_id).where(CASE_STEPS.c.step == CaseStep.CONFIRMED)
        statement = (
            select(PATIENT_REPORTS.c.kind, PATIENT_REPORTS.c.subject)
            .join(CASES, CASES.c.case_id == PATIENT_REPORTS.c.case_id)
            .where(PATIENT_REPORTS.c.patient_id == patient_id, or_(_IS_OPEN, CASES.c.case_id.in_(confirmed)))
            .order_by(PATIENT_REPORTS.c.sequence)
        )
        rows = self._connection.execute(statement)
        return tuple(dict.fromkeys(Report(ReportKind(kind), subject) for kind, subject in rows))

    def _newest_first(self, *conditions: ColumnElement[bool]) -> tuple[EscalationCase, ...]:
        statement = select_fields(CASES, EscalationCase).where(*conditions).order_by(CASES.c.sequence.desc())
        return tuple(EscalationCase(*row) for row in self._connection.execute(statement))
