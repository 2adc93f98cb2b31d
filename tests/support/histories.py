"""Conversations that happened at known times, written into a store as the assistant and the services write them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from rxflow.domain.audit import ASSISTANT, AuditAction, AuditEvent, Detail
from rxflow.domain.case import EscalationCase
from rxflow.domain.finding import Route
from rxflow.domain.order import Consent, Order, OrderStatus, Quote
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.order_repository import OrderRepository, Product
from rxflow.persistence.session_repository import Session, SessionRepository
from rxflow.persistence.transaction import Transaction
from rxflow.services.audited_acts import case_opened, order_submitted, quote_made

BEGAN = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


class History:
    """One conversation.

    Args:
        tx: A write of the store.
        number: Tells it from the others.
        at: When it begins.
    """

    def __init__(self, tx: Transaction, number: int, at: datetime = BEGAN) -> None:
        self._tx = tx
        self.session_id, self.patient_id, self.at = f"session-{number}", f"patient_{number:03}", at
        self.events: list[AuditEvent] = []
        self._quotes: list[Quote] = []
        self._number = number
        SessionRepository(tx).add(Session(self.session_id, self.patient_id, "refill", at), None)

    def after(self, seconds: float) -> "History":
        """Go on later."""
        self.at += timedelta(seconds=seconds)
        return self

    def asked(self, tool: str = "select_prescription") -> "History":
        """Use a tool."""
        return self._told(AuditAction.TOOL_CALLED, {"tool": tool, "success": True, "milliseconds": 3})

    def assessed(self, *findings: str, stopped_by: str | None = None) -> "History":
        """Assess a prescription: it is chosen unless something stops it."""
        stop: dict[str, Detail] = {} if stopped_by is None else {"code": stopped_by}
        detail = {"findings": list(findings), "selected": stopped_by is None, **stop}
        return self._told(AuditAction.PRESCRIPTION_ASSESSED, detail)

    def refused(self, code: str) -> "History":
        """Refuse an order."""
        return self._told(AuditAction.ORDER_REFUSED, {"code": code})

    def stopped(self) -> "History":
        """Hear of an emergency."""
        return self._told(AuditAction.EMERGENCY_STOPPED, {"rule": "chest-pain-or-stroke"})

    def case(self, route: Route) -> "History":
        """Open a case."""
        case = EscalationCase(
            f"CS-{self._number}", self.patient_id, self.session_id, route, "why", (), False, "told", self.at
        )
        self.events.append(case_opened(case))
        return self

    def quoted(self, pays: str, cash: str = "20.00", pharmacy: str = "PH001") -> "History":
        """Make a quote."""
        quote = Quote(
            quote_id=f"QT-{self._number}-{len(self._quotes)}",
            session_id=self.session_id,
            patient_id=self.patient_id,
            rx_number=f"RX{self._number}",
            fill_number=2,
            medication="lisinopril 10 mg tablet",
            quantity=30,
            amount="30 tablets",
            pharmacy_id=pharmacy,
            pharmacy_name="A pharmacy",
            cash_price=Decimal(cash),
            patient_pays=Decimal(pays),
            insurance_pays=None,
            ready_at=self.at,
            quoted_at=self.at,
        )
        OrderRepository(self._tx).add_quote(quote)
        self._quotes.append(quote)
        self.events.append(quote_made(quote))
        return self

    def ordered(self, *, is_cancelled: bool = False) -> "History":
        """Place the order of the last quote."""
        quote, orders = self._quotes[-1], OrderRepository(self._tx)
        order = order_of(quote, f"RF-{self._number}", self.at)
        consent = Consent(quote.quote_id, self.session_id, self.at, "words")
        orders.add_order(order, quote.quote_id, Product("lisinopril", "10 mg"), consent, "patient")
        self.events.extend(order_submitted(order, consent))
        if is_cancelled:
            orders.change_status(order, OrderStatus.CANCELLED, self.at, "patient", "")
        return self

    def keep(self) -> None:
        """Append what happened to the audit trail."""
        AuditRepository(self._tx).append(self.events)

    def _told(self, action: AuditAction, detail: dict[str, Detail]) -> "History":
        self.events.append(AuditEvent(self.at, ASSISTANT, action, self.patient_id, self.session_id, detail=detail))
        return self


def order_of(quote: Quote, order_id: str, at: datetime) -> Order:
    """The order that was placed of a quote, and was ready at once."""
    return Order(
        order_id=order_id,
        patient_id=quote.patient_id,
        rx_number=quote.rx_number,
        fill_number=quote.fill_number,
        medication=quote.medication,
        quantity=quote.quantity,
        amount=quote.amount,
        pharmacy_id=quote.pharmacy_id,
        pharmacy_name=quote.pharmacy_name,
        patient_pays=quote.patient_pays,
        status=OrderStatus.SUBMITTED,
        ready_at=at,
        created_at=at,
        updated_at=at,
    )
