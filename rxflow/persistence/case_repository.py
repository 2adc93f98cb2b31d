"""Escalation cases, read and written through one connection of the store."""

from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, insert, update

from rxflow.domain.finding import Route
from rxflow.domain.order import EscalationCase
from rxflow.persistence.records import row_of, select_fields
from rxflow.persistence.tables import CASES

_IS_OPEN = CASES.c.status == "open"


class CaseRepository:
    """The table of cases within one read or write of the store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, case: EscalationCase) -> None:
        self._connection.execute(insert(CASES), row_of(case))

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

    def _newest_first(self, *conditions: ColumnElement[bool]) -> tuple[EscalationCase, ...]:
        statement = select_fields(CASES, EscalationCase).where(*conditions).order_by(CASES.c.sequence.desc())
        return tuple(EscalationCase(*row) for row in self._connection.execute(statement))
