"""What became of many conversations, counted out of the audit trail, the orders and their quotes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from rxflow.domain.audit import AuditAction
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.order import OrderStatus, Quote
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.persistence.column_types import as_json
from rxflow.persistence.order_repository import SEALED_QUOTES
from rxflow.persistence.tables import ORDERS, QUOTES
from rxflow.persistence.transaction import Transaction

ROWS_AT_A_TIME = 1000
REQUEST_TOOL = "select_prescription"
"""Its use is the request: the assistant looked for a prescription to refill."""
_E = AUDIT_EVENTS.c
_STEPS = (
    AuditAction.TOOL_CALLED,
    AuditAction.PRESCRIPTION_ASSESSED,
    AuditAction.QUOTE_MADE,
    AuditAction.ORDER_SUBMITTED,
)
_STOPS = (AuditAction.PRESCRIPTION_ASSESSED, AuditAction.ORDER_REFUSED, AuditAction.EMERGENCY_STOPPED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of which conversations something is asked.

    Attributes:
        since: From when.
        until: Up to, and without, when.
        route: Only those in which a case was opened for this one.
        code: Only those in which this stopped a refill.
        pharmacy_id: Only those in which this pharmacy was quoted.
    """

    since: datetime
    until: datetime
    route: Route | None = None
    code: str | None = None
    pharmacy_id: str | None = None


@dataclass(frozen=True, slots=True)
class Milestones:
    """When a conversation with a request first came to each step; None for one that it did not come to."""

    requested_at: datetime
    chosen_at: datetime | None
    quoted_at: datetime | None
    ordered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Prices:
    """What an order costs the patient, beside the price without insurance and the dearest quote they were shown."""

    paid: Decimal
    cash: Decimal
    dearest: Decimal


class InsightRepository:
    """Reads of one transaction, each one statement; what it gives row by row is not held in memory.

    Args:
        tx: A read of the store.
        wanted: Of which conversations.
    """

    def __init__(self, tx: Transaction, wanted: Wanted) -> None:
        self._tx = tx
        self._detail = as_json(_E.detail, tx.connection.dialect.name)
        self._wanted = wanted

    def conversations(self) -> Iterator[Milestones]:
        """Each conversation with a request in the period; steps before or after it do not count."""
        requested = and_(_E.action == AuditAction.TOOL_CALLED, self._text("tool") == REQUEST_TOOL)
        chosen = and_(_E.action == AuditAction.PRESCRIPTION_ASSESSED, self._detail["selected"].as_boolean())
        first = [
            func.min(case((condition, _E.at)))
            for condition in (
                requested,
                chosen,
                _E.action == AuditAction.QUOTE_MADE,
                _E.action == AuditAction.ORDER_SUBMITTED,
            )
        ]
        statement = select(*first).where(*self._counted(*_STEPS)).group_by(_E.session_id)
        for row in self._rows(statement.having(first[0].is_not(None))):
            yield Milestones(*row)

    def stops(self) -> Mapping[str, int]:
        """In how many conversations each rule or refusal stopped a refill, by its code."""
        code = self._stop_code()
        return self._conversations_by(code, *self._counted(*_STOPS), code.is_not(None))

    def cases(self) -> Mapping[str, int]:
        """In how many conversations a case was opened, by who can resolve it."""
        return self._conversations_by(self._text("route"), *self._counted(AuditAction.CASE_OPENED))

    def orders(self) -> Mapping[str, int]:
        """How many orders were placed, by pharmacy."""
        pharmacy = self._text("pharmacy")
        statement = select(pharmacy, func.count()).where(*self._counted(AuditAction.ORDER_SUBMITTED))
        return _counts(self._rows(statement.group_by(pharmacy)))

    def quoted_pharmacies(self) -> tuple[str, ...]:
        """The pharmacies that were quoted in the period, whatever else is asked."""
        pharmacy = self._text("pharmacy")
        in_period = self._in_period(AuditAction.QUOTE_MADE)
        return tuple(row[0] for row in self._rows(select(pharmacy).where(*in_period).distinct().order_by(pharmacy)))

    def prices(self) -> Iterator[Prices]:
        """The prices of each order that was placed in the period and is not cancelled.

        The quotes that it is compared with are those of the same fill in the same conversation.
        """
        agreed = QUOTES.alias("agreed")
        joined = (
            AUDIT_EVENTS.join(ORDERS, _E.object == ORDERS.c.order_id)
            .join(agreed, agreed.c.quote_id == ORDERS.c.quote_id)
            .join(QUOTES, and_(QUOTES.c.session_id == agreed.c.session_id, QUOTES.c.rx_ref == agreed.c.rx_ref))
        )
        placed = (*self._counted(AuditAction.ORDER_SUBMITTED), ORDERS.c.status != OrderStatus.CANCELLED)
        statement = SEALED_QUOTES.select().add_columns(ORDERS.c.quote_id.label("agreed_id")).select_from(joined)
        found = self._rows(statement.where(*placed).order_by(_E.sequence, QUOTES.c.sequence))
        # The last column is the quote that was agreed to: its order's rows follow each other.
        for agreed_id, rows in groupby(found, key=itemgetter(-1)):
            quotes = [SEALED_QUOTES.record(row, self._tx) for row in rows]
            yield _prices(quotes, agreed_id)

    def _conversations_by(self, key: ColumnElement[Any], *conditions: ColumnElement[bool]) -> Mapping[str, int]:
        statement = select(key, func.count(_E.session_id.distinct())).where(*conditions)
        return _counts(self._rows(statement.group_by(key)))

    def _rows(self, statement: Select[*tuple[Any, ...]]) -> Iterable[Any]:
        return self._tx.execute(statement.execution_options(yield_per=ROWS_AT_A_TIME))

    def _text(self, name: str) -> ColumnElement[str]:
        """One of an event's details."""
        found: ColumnElement[str] = self._detail[name].as_string()
        return found

    def _stop_code(self) -> ColumnElement[str]:
        is_emergency = _E.action == AuditAction.EMERGENCY_STOPPED
        return case((is_emergency, FindingCode.EMERGENCY.value), else_=self._text("code"))

    def _in_period(self, *actions: AuditAction) -> tuple[ColumnElement[bool], ...]:
        return (
            _E.action.in_([action.value for action in actions]),
            _E.at >= self._wanted.since,
            _E.at < self._wanted.until,
            _E.session_id.is_not(None),
        )

    def _counted(self, *actions: AuditAction) -> tuple[ColumnElement[bool], ...]:
        """Events of these kinds in the conversations that are asked of."""
        wanted = self._wanted
        conditions = list(self._in_period(*actions))
        if wanted.route is not None:
            conditions.append(self._is_in(self._text("route") == wanted.route.value, AuditAction.CASE_OPENED))
        if wanted.pharmacy_id is not None:
            conditions.append(self._is_in(self._text("pharmacy") == wanted.pharmacy_id, AuditAction.QUOTE_MADE))
        if wanted.code is not None:
            conditions.append(self._is_in(self._stop_code() == wanted.code, *_STOPS))
        return tuple(conditions)

    def _is_in(self, condition: ColumnElement[bool], *actions: AuditAction) -> ColumnElement[bool]:
        """Whether an event is of a conversation in which another happened."""
        conversations = select(_E.session_id).where(*self._in_period(*actions), condition)
        return _E.session_id.in_(conversations.correlate(None))


def _counts(rows: Iterable[Any]) -> Mapping[str, int]:
    return {row[0]: row[1] for row in rows}


def _prices(quotes: Iterable[Quote], agreed_id: str) -> Prices:
    shown = list(quotes)
    (agreed,) = (quote for quote in shown if quote.quote_id == agreed_id)
    dearest = max(quote.patient_pays for quote in shown if quote.fill_number == agreed.fill_number)
    return Prices(agreed.patient_pays, agreed.cash_price, dearest)
