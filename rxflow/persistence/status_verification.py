"""Whether orders and cases are where their history and the audit trail left them."""

import json
from collections.abc import Iterator
from itertools import chain, islice

from sqlalchemy import ColumnElement, Select, Table, func, select
from sqlalchemy.sql.selectable import ScalarSelect

from rxflow.domain.audit import AuditAction, Mismatch
from rxflow.domain.case import FINAL_STEPS
from rxflow.domain.order import OrderStatus
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.persistence.tables import CASE_STEPS, CASES, ORDER_EVENTS, ORDERS
from rxflow.persistence.transaction import Transaction

MOST_NAMED = 100
ROWS_AT_A_TIME = 2000
_OF_ORDERS = (AuditAction.ORDER_SUBMITTED, AuditAction.ORDER_ADVANCED, AuditAction.ORDER_CANCELLED)
_OF_CASES = (AuditAction.CASE_OPENED, AuditAction.CASE_ADVANCED)


class StatusCheck:
    """Compares what changes about a row, and so is in no box, with what was written when it changed.

    Args:
        tx: The read in which the chain was found to be whole.
    """

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def mismatches(self) -> tuple[Mismatch, ...]:
        """The first rows that are not as their history and the trail say."""
        return tuple(islice(chain(self._orders(), self._cases()), MOST_NAMED))

    def _orders(self) -> Iterator[Mismatch]:
        statement = _compared(ORDERS, ORDERS.c.order_id, _last_event(), _OF_ORDERS)
        for order_id, status, in_history, other_patient, action, detail in self._rows(statement):
            if in_history != status:
                yield Mismatch(order_id, f"Order {order_id} is {status}, and its history ends in {in_history}.")
            told = _order_status(action, detail) if action else status
            if told != status:
                yield Mismatch(order_id, f"Order {order_id} is {status}, and the trail says {told}.")
            if other_patient:
                yield Mismatch(order_id, f"Order {order_id} is found as another patient's than the trail says.")

    def _cases(self) -> Iterator[Mismatch]:
        statement = _compared(CASES, CASES.c.case_id, _last_step(), _OF_CASES)
        for case_id, status, last_step, other_patient, action, detail in self._rows(statement):
            in_history = _case_status(last_step)
            if in_history != status:
                yield Mismatch(case_id, f"Case {case_id} is {status}, and its history says {in_history}.")
            told = _case_status(json.loads(detail).get("step")) if action else status
            if told != status:
                yield Mismatch(case_id, f"Case {case_id} is {status}, and the trail says {told}.")
            if other_patient:
                yield Mismatch(case_id, f"Case {case_id} is found as another patient's than the trail says.")

    def _rows(self, statement: Select[*tuple[object, ...]]) -> Iterator[tuple[str, ...]]:
        for row in self._tx.execute(statement.execution_options(yield_per=ROWS_AT_A_TIME)):
            yield tuple(row)


def _compared(
    table: Table, key: ColumnElement[str], in_history: ScalarSelect[str], actions: tuple[AuditAction, ...]
) -> Select[*tuple[object, ...]]:
    """A table's ids and states, with the last of each that its history and the trail tell of.

    A row that the trail does not know, such as one from before there was a trail, has neither action nor detail.
    """
    events = AUDIT_EVENTS.c
    last = select(events.object, func.max(events.sequence).label("sequence"))
    newest = last.where(events.action.in_(actions)).group_by(events.object).subquery()
    other_patient = func.coalesce(events.patient_ref != table.c.patient_ref, False)
    columns = (key, table.c.status, in_history, other_patient, events.action, events.detail)
    joined = table.outerjoin(newest, newest.c.object == key).outerjoin(
        AUDIT_EVENTS, events.sequence == newest.c.sequence
    )
    return select(*columns).select_from(joined).order_by(table.c.sequence)


def _last_event() -> ScalarSelect[str]:
    own = select(ORDER_EVENTS.c.status).where(ORDER_EVENTS.c.order_id == ORDERS.c.order_id)
    return own.order_by(ORDER_EVENTS.c.number.desc()).limit(1).scalar_subquery()


def _last_step() -> ScalarSelect[str]:
    own = select(CASE_STEPS.c.step).where(CASE_STEPS.c.case_id == CASES.c.case_id)
    return own.order_by(CASE_STEPS.c.number.desc()).limit(1).scalar_subquery()


def _order_status(action: str, detail: str) -> str:
    return OrderStatus.SUBMITTED if action == AuditAction.ORDER_SUBMITTED else json.loads(detail)["status"]


def _case_status(last_step: str | None) -> str:
    return "resolved" if last_step in FINAL_STEPS else "open"
