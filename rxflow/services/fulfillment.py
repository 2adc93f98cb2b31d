"""The pharmacy's work on orders: the queue, and each act on an order, decided and kept in one transaction."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from rxflow.domain.errors import AlertsOpenError, OrderHeldError, OrderNotFoundError
from rxflow.domain.fulfillment import (
    BEFORE_READY,
    NEXT_STAGE,
    OverrideReason,
    ProblemReason,
    WorkAct,
    WorkEntry,
    WorkStage,
)
from rxflow.domain.order import Order
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.fulfillment_repository import FulfillmentRepository
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.refill_records import RefillRecords
from rxflow.persistence.transaction import Transaction
from rxflow.services.order_alerts import OrderAlert, alerts_of, check_signed
from rxflow.services.order_work import Desk, OrderProgress, QueuedOrder, check_may_work, needed_note, refused
from rxflow.services.pickup_codes import as_read, pickup_code
from rxflow.services.refills import RefillService

__all__ = ["FulfillmentService", "OrderAlert", "OrderProgress", "QueuedOrder"]

MOST_QUEUED = 200


class FulfillmentService:
    """Shows the pharmacy what to do, and records who did it.

    `actor` is always the id of a user who may sign in; what somebody may do is theirs by their role
    (`rxflow.domain.fulfillment.WORKS_ON`). Every act raises NotPermittedError, OrderNotFoundError,
    WorkRefusedError and StoreUnavailableError, and then nothing was changed.

    Args:
        store: Where orders and the work on them are kept.
        refills: Asks the rules.
        now: The present as an aware time.
        worked: Told each act that was kept; must not raise.
    """

    def __init__(
        self,
        *,
        store: Store,
        refills: RefillService,
        now: Callable[[], datetime],
        worked: Callable[[WorkAct], None] = lambda _act: None,
    ) -> None:
        self._store = store
        self._refills = refills
        self._now = now
        self._worked = worked

    def queue(
        self, stage: WorkStage | None = None, problems_only: bool = False, limit: int = MOST_QUEUED
    ) -> tuple[QueuedOrder, ...]:
        """The orders that are neither handed over nor cancelled, those promised first, first.

        Args:
            stage: Only those at this stage; None is any.
            problems_only: Only those that something holds up.
            limit: How many at most.
        """
        with self._store.read() as tx:
            repository = FulfillmentRepository(tx)
            orders = repository.open_orders(stage, problems_only, limit)
            work = repository.of_orders(order.order_id for order in orders)
        now = self._utc_now()
        return tuple(QueuedOrder.of(order, work.get(order.order_id, ()), now) for order in orders)

    def get(self, order_id: str) -> QueuedOrder:
        """One order as the queue shows it; one that was handed over too.

        Raises:
            OrderNotFoundError: There is no such order.
            WorkRefusedError: OVER: it is cancelled.
        """
        with self._store.read() as tx:
            order = _found(order_id, tx)
            return QueuedOrder.of(order, FulfillmentRepository(tx).of_order(order_id), self._utc_now())

    def counts(self) -> Mapping[WorkStage, int]:
        """How many orders are at each stage before they are handed over; nothing is decrypted."""
        with self._store.read() as tx:
            found = FulfillmentRepository(tx).count_by_stage()
        return {stage: found.get(stage, 0) for stage in NEXT_STAGE}

    def history(self, order_id: str) -> tuple[WorkEntry, ...]:
        """Who did what with an order, and when, oldest first; empty while nobody did anything."""
        with self._store.read() as tx:
            return FulfillmentRepository(tx).of_order(order_id)

    def progress(self, patient_id: str) -> tuple[OrderProgress, ...]:
        """A patient's orders as they may follow them, newest first."""
        with self._store.read() as tx:
            orders = OrderRepository(tx).all_of_patient(patient_id)
            order_ids = [order.order_id for order in orders]
            work = FulfillmentRepository(tx).of_orders(order_ids)
            events = OrderRepository(tx).events_of(order_ids)
        return tuple(OrderProgress.of(each, work.get(each.order_id, ()), events[each.order_id]) for each in orders)

    def alerts(self, order_id: str) -> tuple[OrderAlert, ...]:
        """What the rules find about an order today, as if it had not been placed: all that stops it or warns.

        Raises:
            OrderNotFoundError: There is no such order.
        """
        with self._store.read() as tx:
            order = _found(order_id, tx)
            entries = FulfillmentRepository(tx).of_order(order_id)
            return alerts_of(order, entries, self._refills, RefillRecords(tx), tx)

    def pickup_code(self, order_id: str) -> str:
        """What a patient shows at the counter to collect an order; it tells nothing by itself."""
        return pickup_code(order_id, self._store.cipher.digest)

    def order_of_pickup_code(self, code: str) -> str | None:
        """The number of the order that is ready and has this code, however it was typed; None where there is none."""
        with self._store.read() as tx:
            ready = FulfillmentRepository(tx).order_ids_at(WorkStage.READY)
        return next((each for each in ready if self.pickup_code(each) == as_read(code)), None)

    def claim(self, order_id: str, actor: str, *, take_over: bool = False, note: str = "") -> QueuedOrder:
        """Take an order, so that nobody else works on it; one's own stays one's own.

        Args:
            take_over: Whether to take it from whoever has it.
            note: Why it is taken over.

        Raises:
            OrderHeldError: Somebody else has it, and it is not to be taken over. It says who.
        """
        with self._desk(order_id, actor) as desk:
            check_may_work(desk.role, desk.state.stage)
            if desk.state.holder == actor:
                return desk.queued()
            if desk.state.holder is not None:
                if not take_over:
                    raise OrderHeldError(desk.state.holder)
                note = needed_note(note)
            desk.add(WorkAct.CLAIMED, note=note)
        return desk.queued()

    def release(self, order_id: str, actor: str, note: str = "") -> QueuedOrder:
        """Put back an order that one has taken; one that nobody has stays so.

        Raises:
            OrderHeldError: Somebody else has it.
        """
        with self._desk(order_id, actor) as desk:
            desk.check_not_held()
            if desk.state.holder is not None:
                desk.add(WorkAct.RELEASED, note=note)
        return desk.queued()

    def add_note(self, order_id: str, actor: str, note: str) -> QueuedOrder:
        """Keep a note for the others who work on an order."""
        with self._desk(order_id, actor) as desk:
            desk.add(WorkAct.NOTED, note=needed_note(note))
        return desk.queued()

    def advance(self, order_id: str, actor: str, note: str = "") -> QueuedOrder:
        """Bring an order one stage on, which puts it back for whoever does the next.

        Args:
            note: Needed from the only pharmacist there is, who checks what they filled themselves.

        Raises:
            OrderHeldError: Somebody else has it.
            AlertsOpenError: It cannot be signed off: it names the alerts to read and to override. The clinical check
                counts what the actor read; the final check asks only about what nobody has dealt with yet.
            WorkRefusedError: ON_HOLD, SAME_PERSON, NOTE_NEEDED.
        """
        with self._desk(order_id, actor) as desk:
            stage = desk.state.stage
            check_may_work(desk.role, stage)
            desk.check_not_held()
            if desk.state.problem is not None:
                raise refused("ON_HOLD")
            if stage is WorkStage.FINAL_CHECK:
                note = desk.checked_by_another(note)
            if stage in (WorkStage.CLINICAL_CHECK, WorkStage.FINAL_CHECK):
                check_signed(self._alerts(desk), actor, by_anybody=stage is WorkStage.FINAL_CHECK)
            desk.add(WorkAct.MOVED, stage=NEXT_STAGE[stage], note=note)
        return desk.queued()

    def read_alert(self, order_id: str, actor: str, code: str) -> QueuedOrder:
        """Record that somebody read an alert.

        Args:
            code: The alert's `code`.

        Raises:
            WorkRefusedError: NO_SUCH_ALERT: the order has none of this code now.
        """
        with self._desk(order_id, actor) as desk:
            if actor not in self._alert(desk, code).read_by:
                desk.add(WorkAct.ALERT_READ, alert=code)
        return desk.queued()

    def override(self, order_id: str, actor: str, code: str, reason: OverrideReason, note: str) -> QueuedOrder:
        """Record that a pharmacist goes on although an alert says stop, and why.

        Raises:
            AlertsOpenError: They have not read it.
            WorkRefusedError: NO_SUCH_ALERT, NOT_OVERRIDABLE, NOTE_NEEDED.
        """
        with self._desk(order_id, actor) as desk:
            check_may_work(desk.role, WorkStage.CLINICAL_CHECK)
            alert = self._alert(desk, code)
            if not alert.can_be_overridden:
                raise refused("NOT_OVERRIDABLE")
            if actor not in alert.read_by:
                raise AlertsOpenError((code,), (code,))
            desk.add(WorkAct.OVERRIDDEN, reason=OverrideReason(reason), alert=code, note=needed_note(note))
        return desk.queued()

    def report_problem(
        self, order_id: str, actor: str, reason: ProblemReason, expected_at: datetime | None = None, note: str = ""
    ) -> QueuedOrder:
        """Record what holds an order up, in place of what was recorded before. The patient sees it without the note.

        Args:
            expected_at: When it is now expected to be ready; None while nobody knows.

        Raises:
            WorkRefusedError: IN_THE_PAST; OVER: it is ready already.
        """
        with self._desk(order_id, actor) as desk:
            if desk.state.stage not in BEFORE_READY:
                raise refused("OVER")
            if expected_at is not None and expected_at <= desk.at:
                raise refused("IN_THE_PAST")
            desk.add(WorkAct.PROBLEM, reason=ProblemReason(reason), expected_at=expected_at, note=note)
        return desk.queued()

    def resolve_problem(self, order_id: str, actor: str, note: str = "") -> QueuedOrder:
        """Record that nothing holds an order up any more.

        Raises:
            WorkRefusedError: NO_PROBLEM.
        """
        with self._desk(order_id, actor) as desk:
            if desk.state.problem is None:
                raise refused("NO_PROBLEM")
            desk.add(WorkAct.RESOLVED, note=note)
        return desk.queued()

    @contextmanager
    def _desk(self, order_id: str, actor: str) -> Iterator[Desk]:
        """An order in a write of its own, with what is added to its work kept and audited at the end."""
        with self._store.read() as tx:
            seen = _found(order_id, tx)
        # The rules are asked about the patient and the pharmacy's stock: nobody may change those meanwhile.
        with self._store.write(order_id, seen.patient_id, seen.pharmacy_id) as tx:
            desk = Desk(_found(order_id, tx), actor, self._utc_now(), tx)
            yield desk
            AuditRepository(tx).append(desk.keep())
        for entry in desk.added:
            self._worked(entry.act)

    def _alerts(self, desk: Desk) -> tuple[OrderAlert, ...]:
        return alerts_of(desk.order, desk.entries, self._refills, RefillRecords(desk.tx), desk.tx)

    def _alert(self, desk: Desk, code: str) -> OrderAlert:
        alert = next((each for each in self._alerts(desk) if each.code == code), None)
        if alert is None:
            raise refused("NO_SUCH_ALERT")
        return alert

    def _utc_now(self) -> datetime:
        return self._now().astimezone(UTC)


def _found(order_id: str, tx: Transaction) -> Order:
    order = OrderRepository(tx).order(order_id)
    if order is None:
        raise OrderNotFoundError("There is no order with this number.")
    return order
