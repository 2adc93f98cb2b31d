"""Escalation cases, their steps and what patients reported, read and written through one connection of the store."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, bindparam, func, insert, select, update

from rxflow.domain.case import FINAL_STEPS, CaseProgress, CaseStep, EscalationCase
from rxflow.domain.case_decision import Override, Renewal
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.report import Report, ReportKind
from rxflow.persistence.records import SealedTable
from rxflow.persistence.tables import CASE_STEPS, CASES, PATIENT_REPORTS
from rxflow.persistence.transaction import Transaction

_IS_OPEN = CASES.c.status == "open"
_IS_APPROVAL = CASE_STEPS.c.step == CaseStep.APPROVED
_IS_FINAL = CASE_STEPS.c.step.in_(FINAL_STEPS)
# What a patient reported counts on whatever is decided about a refill: only closing its own case ends that.
_IS_CLOSING = CASE_STEPS.c.step == CaseStep.CLOSED


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


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people have approved of a patient's prescriptions, in the order of the cases."""

    overrides: tuple[Override, ...] = ()
    renewals: tuple[Renewal, ...] = ()


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
_OPEN_OF_PATIENT = _NEWEST_FIRST.where(CASES.c.patient_ref == bindparam("patient_ref"), _IS_OPEN)
_ASKED_OF_PLAN = _NEWEST_FIRST.where(
    CASES.c.patient_ref == bindparam("patient_ref"), CASES.c.route == Route.INSURER, CASES.c.rx_ref.is_not(None)
)
_REPORTED = (
    SEALED_REPORTS.select()
    .where(PATIENT_REPORTS.c.patient_ref == bindparam("patient_ref"))
    .order_by(PATIENT_REPORTS.c.sequence)
)


_CASE_COLUMNS = tuple(SEALED_CASES.select().selected_columns)
_APPROVED_OF_PATIENT = (
    select(*_CASE_COLUMNS, *SEALED_STEPS.select().selected_columns)
    .join_from(CASES, CASE_STEPS, CASE_STEPS.c.case_id == CASES.c.case_id)
    .where(
        CASES.c.patient_ref == bindparam("patient_ref"),
        CASES.c.rx_ref.is_not(None),
        CASES.c.route.in_((Route.PHARMACIST, Route.PRESCRIBER)),
        _IS_APPROVAL,
    )
    .order_by(CASES.c.sequence)
)
_STEPS_OF_OPEN = (
    SEALED_STEPS.select()
    .join_from(CASE_STEPS, CASES, CASE_STEPS.c.case_id == CASES.c.case_id)
    .where(_IS_OPEN)
    .order_by(CASES.c.sequence, CASE_STEPS.c.number)
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
        return self._newest(CASES.c.case_id == case_id)

    def open_case(self, session_id: str, route: Route, rx_number: str | None, reason: str) -> EscalationCase | None:
        """The open case that a conversation already has for the same matter."""
        return self._newest(
            CASES.c.session_id == session_id,
            CASES.c.route == route,
            CASES.c.rx_ref.is_not_distinct_from(rx_number and self._tx.rx_ref(rx_number)),
            CASES.c.reason_ref == _reason_ref(self._tx, reason),
            _IS_OPEN,
        )

    def open_case_of_prescription(
        self, patient_id: str, route: Route, rx_number: str, reason: str
    ) -> EscalationCase | None:
        """The open case that a patient already has for the same matter, in any conversation."""
        return self._newest(
            CASES.c.patient_ref == self._tx.patient_ref(patient_id),
            CASES.c.route == route,
            CASES.c.rx_ref == self._tx.rx_ref(rx_number),
            CASES.c.reason_ref == _reason_ref(self._tx, reason),
            _IS_OPEN,
        )

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
        whose = CASES.c.patient_ref == self._tx.patient_ref(patient_id)
        return SEALED_CASES.all(_NEWEST_FIRST.where(whose), self._tx)

    def open_of_patient(self, patient_id: str) -> tuple[EscalationCase, ...]:
        """The cases of a patient that wait for a person, newest first."""
        return SEALED_CASES.all(_OPEN_OF_PATIENT, self._tx, {"patient_ref": self._tx.patient_ref(patient_id)})

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

    def approved_by_plan(self, patient_id: str) -> Mapping[tuple[str, str], date]:
        """What a patient's plans approved here: the last day of the latest approval, by Rx number and reason asked."""
        patient = {"patient_ref": self._tx.patient_ref(patient_id)}
        asked = {case.case_id: case for case in SEALED_CASES.all(_ASKED_OF_PLAN, self._tx, patient)}
        if not asked:
            return {}
        last_days: dict[tuple[str, str], date] = {}
        for step in self._steps(CASE_STEPS.c.case_id.in_(asked), _IS_APPROVAL):
            case = asked[step.case_id]
            if step.valid_until is not None and case.rx_number is not None:
                matter = (case.rx_number, case.reason)
                last_days[matter] = max(step.valid_until, last_days.get(matter, step.valid_until))
        return last_days

    def steps_of_open_cases(self) -> tuple[CaseProgress, ...]:
        """The histories of all open cases in one question, those of a case together and oldest first."""
        return SEALED_STEPS.all(_STEPS_OF_OPEN, self._tx)

    def decisions(self, patient_id: str) -> Decisions:
        """What pharmacists and prescribers have approved of a patient's prescriptions, in one question."""
        overrides, renewals = list[Override](), list[Renewal]()
        width, asked = len(_CASE_COLUMNS), {"patient_ref": self._tx.patient_ref(patient_id)}
        for row in self._tx.execute(_APPROVED_OF_PATIENT, asked):
            case, step = SEALED_CASES.record(row[:width], self._tx), SEALED_STEPS.record(row[width:], self._tx)
            rx_number, last_day = str(case.rx_number), step.valid_until
            if case.route is Route.PRESCRIBER and step.refills is not None:
                renewals.append(Renewal(rx_number, step.refills, step.at))
            if case.route is Route.PHARMACIST and last_day is not None:
                overrides += [Override(rx_number, seen, last_day, step.actor, case.case_id) for seen in step.overrides]
        return Decisions(tuple(overrides), tuple(renewals))

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
        return SEALED_CASES.first(statement, self._tx)

    def add_report(self, case: EscalationCase, report: Report, at: datetime) -> None:
        """Keep what a patient reported, beside the case that a pharmacist looks at."""
        kept = KeptReport(case.patient_id, report.kind, report.subject, case.case_id, at)
        self._tx.execute(insert(PATIENT_REPORTS), SEALED_REPORTS.row(kept, self._tx))

    def reports(self, patient_id: str) -> tuple[Report, ...]:
        """What a patient reported, oldest first, each once, unless a pharmacist has closed it without confirming."""
        return tuple(dict.fromkeys(Report(each.kind, each.subject) for each in self.kept_reports(patient_id)))

    def kept_reports(self, patient_id: str) -> tuple[KeptReport, ...]:
        """The same as they were kept, each time that it was reported."""
        patient_ref = self._tx.patient_ref(patient_id)
        kept = SEALED_REPORTS.all(_REPORTED, self._tx, {"patient_ref": patient_ref})
        if not kept:
            return ()
        own = PATIENT_REPORTS.c.patient_ref == patient_ref
        # By the sealed steps, not by the case's status: whoever could change that must not make a report go away.
        is_theirs = CASE_STEPS.c.case_id.in_(select(PATIENT_REPORTS.c.case_id).where(own))
        closed = {step.case_id for step in self._steps(is_theirs, _IS_CLOSING)}
        return tuple(each for each in kept if each.case_id not in closed)

    def _is_settled(self, case: EscalationCase) -> bool:
        """Whether a person took a final step, whatever the row's status says."""
        return case.status != "open" and bool(self._steps(CASE_STEPS.c.case_id == case.case_id, _IS_FINAL))

    def _steps(self, *conditions: ColumnElement[bool]) -> tuple[CaseProgress, ...]:
        statement = SEALED_STEPS.select().where(*conditions)
        return SEALED_STEPS.all(statement.order_by(CASE_STEPS.c.number), self._tx)

    def _newest(self, *conditions: ColumnElement[bool]) -> EscalationCase | None:
        return SEALED_CASES.first(_NEWEST_FIRST.where(*conditions).limit(1), self._tx)
