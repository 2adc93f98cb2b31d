"""The order gate: a quote, the patient's consent to it, and one transaction in which every rule is asked again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rxflow.domain.acting import ActingAs, Permission, may
from rxflow.domain.audit import AuditEvent
from rxflow.domain.errors import OrderNotFoundError, SessionNotFoundError
from rxflow.domain.order import CANCELLABLE, Consent, Order, OrderStatus, Quote
from rxflow.domain.pharmacy import Pharmacy
from rxflow.domain.prescription import Prescription
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.case_repository import CaseRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.order_repository import OrderEvent, OrderRepository, Product
from rxflow.persistence.refill_records import RefillRecords
from rxflow.persistence.session_repository import SessionRepository
from rxflow.persistence.transaction import Transaction
from rxflow.services.audited_acts import order_moved, order_submitted, quote_made, quote_withdrawn
from rxflow.services.drugs import DrugService
from rxflow.services.order_checks import check_agreed, check_current, check_unchanged, next_fill_number
from rxflow.services.order_moves import move_order
from rxflow.services.order_refusals import not_cancellable, refusal, refused_by
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService
from rxflow.services.prices import PriceQuote, PriceService
from rxflow.services.ready_time import ready_time
from rxflow.services.refills import RefillService, product_of

__all__ = ["OrderEvent", "OrderService"]

PATIENT = "patient"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quote that every rule allows at this moment, and the product that it takes from stock."""

    quote: Quote
    product: Product


class OrderService:
    """Quotes, places, cancels and reports refill orders.

    Args:
        now: The present as an aware time.
        zone: The pharmacies' time zone.
        new_id: Makes an opaque id with a prefix.
        changed: Told the status of each order that was placed or cancelled, once it is kept; must not raise.
    """

    def __init__(
        self,
        *,
        store: Store,
        refills: RefillService,
        patients: PatientService,
        drugs: DrugService,
        pharmacies: PharmacyService,
        prices: PriceService,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        new_id: Callable[[str], str],
        changed: Callable[[OrderStatus], None] = lambda _status: None,
    ) -> None:
        self._store = store
        self._refills = refills
        self._patients = patients
        self._drugs = drugs
        self._pharmacies = pharmacies
        self._prices = prices
        self._now = now
        self._zone = zone
        self._new_id = new_id
        self._changed = changed

    def quote(self, session_id: str, patient_id: str, rx_number: str, pharmacy_id: str) -> Quote:
        """Say what a refill would be and cost, and keep it so that the patient can agree to it.

        Raises:
            OrderRefusedError: A rule forbids the order (the finding's code), or EMERGENCY, NOT_PERMITTED,
                UNKNOWN_PHARMACY, NO_PRICE, PHARMACY_CLOSED.
            PatientNotFoundError: No patient has this id.
            SessionNotFoundError: The patient has no conversation of this id.
            StoreUnavailableError: The quote could not be kept.
        """
        with self._store.write(session_id, patient_id) as tx:
            session = SessionRepository(tx).get(session_id)
            if session is None or session.ended_at is not None or session.patient_id != patient_id:
                raise SessionNotFoundError("This conversation does not exist. Please start a new one.")
            self._check_may(Permission.ORDER, session.acting_as, patient_id)
            quote = self._draft(session_id, patient_id, rx_number, pharmacy_id, tx, RefillRecords(tx)).quote
            OrderRepository(tx).add_quote(quote)
            AuditRepository(tx).append([quote_made(quote)])
        return quote

    def withdraw(self, session_id: str, quote_ids: Iterable[str], reason: str) -> None:
        """Take back quotes that a conversation made and the patient can no longer agree to, such as a refused one.

        A quote of another conversation, or one that an order was placed on, stays as it is.

        Args:
            reason: Why, in a word for the record, such as `dropped`.

        Raises:
            StoreUnavailableError: The withdrawal could not be kept; the quotes still stand.
        """
        at, withdrawn = self._utc_now(), list[AuditEvent]()
        with self._store.write(session_id) as tx:
            orders = OrderRepository(tx)
            for quote_id in quote_ids:
                quote = orders.quote(quote_id)
                if quote is None or quote.session_id != session_id or orders.order_of_quote(quote_id) is not None:
                    continue
                if not orders.is_withdrawn(quote_id):
                    withdrawn.append(quote_withdrawn(quote, at, reason))
                orders.withdraw_quote(quote_id, at, reason)
            AuditRepository(tx).append(withdrawn)

    def submit(self, quote: Quote, consent: Consent) -> Order:
        """Place the order that a quote offers; asked again, answer with the order that was placed.

        In one transaction: the quote must be the one kept, current and agreed to, and the whole assessment, the price
        and the stock are looked at again. Either everything is kept or nothing.

        Raises:
            OrderRefusedError: A finding's code, or QUOTE_MISMATCH, NO_CONSENT, QUOTE_USED, QUOTE_EXPIRED,
                QUOTE_WITHDRAWN, QUOTE_SUPERSEDED, PRICE_CHANGED, EMERGENCY, NOT_PERMITTED, UNKNOWN_PHARMACY, NO_PRICE,
                PHARMACY_CLOSED.
            StoreUnavailableError: The order could not be kept: there is none.
        """
        with self._store.write(quote.session_id, quote.patient_id, quote.pharmacy_id) as tx:
            orders = OrderRepository(tx)
            session = check_agreed(quote, consent, self._now(), tx)
            placed = orders.order_of_quote(quote.quote_id)
            if placed is not None:
                if placed.status is OrderStatus.CANCELLED:
                    raise refusal("QUOTE_USED")
                return placed
            self._check_may(Permission.ORDER, session.acting_as, quote.patient_id)
            check_current(quote, self._now(), orders)
            records = RefillRecords(tx)
            same_fill = records.of_fill(quote.patient_id, quote.rx_number, quote.fill_number)
            if same_fill is not None:
                if (same_fill.pharmacy_id, same_fill.patient_pays) != (quote.pharmacy_id, quote.patient_pays):
                    raise refusal("ALREADY_ORDERED")
                return same_fill
            draft = self._draft(quote.session_id, quote.patient_id, quote.rx_number, quote.pharmacy_id, tx, records)
            check_unchanged(quote, draft.quote)
            order = self._new_order(draft.quote)
            orders.add_order(order, quote.quote_id, draft.product, consent, PATIENT)
            AuditRepository(tx).append(order_submitted(order, consent))
        self._changed(order.status)
        return order

    def cancel(self, patient_id: str, order_id: str, acting_as: ActingAs = ActingAs.PATIENT) -> Order:
        """Cancel a patient's own order, which gives back its refill and its stock; again, return it as it is.

        Args:
            acting_as: Who asks for it.

        Raises:
            OrderNotFoundError: The patient has no such order.
            OrderRefusedError: NOT_CANCELLABLE: the pharmacy has begun to fill it. NOT_PERMITTED: who asks may not.
            StoreUnavailableError: The cancellation could not be kept; the order stands.
        """
        with self._store.write(patient_id, order_id) as tx:
            orders = OrderRepository(tx)
            order = _own(orders.order(order_id), patient_id)
            if order.status is OrderStatus.CANCELLED:
                return order
            self._check_may(Permission.CANCEL, acting_as, patient_id)
            if order.status not in CANCELLABLE:
                raise not_cancellable(order)
            moved = orders.change_status(
                order, OrderStatus.CANCELLED, self._moved_at(order), PATIENT, "asked by the patient"
            )
            AuditRepository(tx).append([order_moved(moved, PATIENT)])
        self._changed(moved.status)
        return moved

    def may_cancel(self, order: Order, acting_as: ActingAs = ActingAs.PATIENT) -> bool:
        """Whether an order can be cancelled now, by whoever acts for its patient."""
        if order.status not in CANCELLABLE:
            return False
        today = self._now().astimezone(self._zone).date()
        return may(Permission.CANCEL, acting_as, self._patients.get(order.patient_id), today)

    def advance(self, order_id: str, status: OrderStatus, actor: str) -> Order:
        """Record a pharmacy's next step with an order; the step it is at already changes nothing.

        It asks nobody to have signed: the pharmacy works through `FulfillmentService.advance`.

        Raises:
            OrderNotFoundError: There is no such order.
            TransitionError: The step is not the one that follows.
            StoreUnavailableError: The step could not be kept.
        """
        with self._store.write(order_id) as tx:
            orders = OrderRepository(tx)
            order = orders.order(order_id)
            if order is None:
                raise _order_not_found()
            if order.status is status:
                return order
            moved = move_order(order, status, self._moved_at(order), actor, tx)
            AuditRepository(tx).append([order_moved(moved, actor)])
        return moved

    def get(self, patient_id: str, order_id: str) -> Order:
        """One of a patient's own orders.

        Raises:
            OrderNotFoundError: The patient has no such order; another patient's is not told apart from none.
            StoreUnavailableError: The orders cannot be read.
        """
        with self._store.read() as tx:
            return _own(OrderRepository(tx).order(order_id), patient_id)

    def find_quote(self, session_id: str, quote_id: str) -> Quote:
        """A quote that was made in a conversation.

        Raises:
            OrderRefusedError: QUOTE_MISMATCH: the conversation has no such quote.
            StoreUnavailableError: The quotes cannot be read.
        """
        with self._store.read() as tx:
            quote = OrderRepository(tx).quote(quote_id)
        if quote is None or quote.session_id != session_id:
            raise refusal("QUOTE_MISMATCH")
        return quote

    def order_of_quote(self, quote_id: str) -> Order | None:
        """The order that was placed by a quote, cancelled or not, or None."""
        with self._store.read() as tx:
            return OrderRepository(tx).order_of_quote(quote_id)

    def for_patient(self, patient_id: str) -> tuple[Order, ...]:
        """A patient's orders, newest first."""
        with self._store.read() as tx:
            return OrderRepository(tx).all_of_patient(patient_id)

    def events(self, order_id: str) -> tuple[OrderEvent, ...]:
        """An order's history, oldest first; empty when there is no such order."""
        with self._store.read() as tx:
            return OrderRepository(tx).events(order_id)

    def _draft(
        self,
        session_id: str,
        patient_id: str,
        rx_number: str,
        pharmacy_id: str,
        tx: Transaction,
        records: RefillRecords,
    ) -> _Draft:
        """Ask every rule, and put together the quote that they allow now."""
        if CaseRepository(tx).is_emergency_open(session_id):
            raise refusal("EMERGENCY")
        pharmacy = self._pharmacies.get(pharmacy_id)
        if pharmacy is None:
            raise refusal("UNKNOWN_PHARMACY")
        prescription = self._refills.prescription(patient_id, rx_number, records)
        if prescription is None:
            raise refusal("NOT_FOUND")
        decision = self._refills.assess(patient_id, prescription.rx_number, pharmacy.pharmacy_id, records).decision
        if decision is not None:
            raise refused_by(decision)
        price = self._price(patient_id, prescription, pharmacy)
        now = self._utc_now()
        ready_at = ready_time(pharmacy, now, self._zone)
        if ready_at is None:
            raise refusal("PHARMACY_CLOSED")
        quote = Quote(
            quote_id=self._new_id("QT"),
            session_id=session_id,
            patient_id=patient_id,
            rx_number=prescription.rx_number,
            fill_number=next_fill_number(prescription, records.of_patient(patient_id)),
            medication=prescription.label,
            quantity=prescription.quantity,
            amount=prescription.amount,
            pharmacy_id=pharmacy.pharmacy_id,
            pharmacy_name=pharmacy.name,
            cash_price=price.cash_price,
            patient_pays=price.patient_pays,
            insurance_pays=price.insurance_pays,
            ready_at=ready_at.astimezone(UTC),
            quoted_at=now,
        )
        return _Draft(quote, product_of(prescription))

    def _check_may(self, act: Permission, person: ActingAs, patient_id: str) -> None:
        """Whoever acts may do this today (45 CFR 164.502(g))."""
        today = self._now().astimezone(self._zone).date()
        if not may(act, person, self._patients.get(patient_id), today):
            raise refusal("NOT_PERMITTED")

    def _price(self, patient_id: str, prescription: Prescription, pharmacy: Pharmacy) -> PriceQuote:
        patient, drug = self._patients.get(patient_id), self._drugs.get(prescription.drug)
        price = self._prices.quote(patient, prescription, drug, pharmacy)
        if price is None:
            raise refusal("NO_PRICE")
        return price

    def _new_order(self, draft: Quote) -> Order:
        # The draft's ready time, not the quote's: the pharmacy starts when it is told.
        return Order(
            order_id=self._new_id("RF"),
            patient_id=draft.patient_id,
            rx_number=draft.rx_number,
            fill_number=draft.fill_number,
            medication=draft.medication,
            quantity=draft.quantity,
            amount=draft.amount,
            pharmacy_id=draft.pharmacy_id,
            pharmacy_name=draft.pharmacy_name,
            patient_pays=draft.patient_pays,
            status=OrderStatus.SUBMITTED,
            ready_at=draft.ready_at,
            created_at=draft.quoted_at,
            updated_at=draft.quoted_at,
        )

    def _moved_at(self, order: Order) -> datetime:
        """Now; or the time of the step before, where the clock was set back: a history never runs backwards."""
        return max(self._utc_now(), order.updated_at)

    def _utc_now(self) -> datetime:
        return self._now().astimezone(UTC)


def _own(order: Order | None, patient_id: str) -> Order:
    if order is None or order.patient_id != patient_id:
        raise _order_not_found()
    return order


def _order_not_found() -> OrderNotFoundError:
    return OrderNotFoundError("There is no order with this number. Please check the number on your list of orders.")
