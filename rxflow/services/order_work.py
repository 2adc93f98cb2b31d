"""One order on the pharmacy's desk: who works on it, what they may, and what is kept of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rxflow.domain.audit import AuditEvent
from rxflow.domain.errors import NotPermittedError, OrderHeldError, WorkRefusedError
from rxflow.domain.fulfillment import (
    BEFORE_READY,
    STATUS_OF,
    WORKS_ON,
    Problem,
    ProblemReason,
    WorkAct,
    WorkEntry,
    WorkStage,
    WorkState,
    work_state,
)
from rxflow.domain.order import Order, OrderStatus
from rxflow.domain.pharmacy import Pharmacy
from rxflow.domain.user import CASE_ROLES, Role, User
from rxflow.persistence.fulfillment_repository import FulfillmentRepository
from rxflow.persistence.order_repository import OrderEvent
from rxflow.persistence.transaction import Transaction
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.audited_acts import order_moved, order_worked
from rxflow.services.order_moves import move_order

MOST_NOTE_CHARS = 2000
_REFUSALS = {
    "OVER": "This order is handed over, cancelled or ready, so this can no longer be done with it.",
    "ON_HOLD": "Something holds this order up. Resolve the problem first, then go on.",
    "NOTE_NEEDED": "Write a note that says why.",
    "NOTE_TOO_LONG": f"A note has at most {MOST_NOTE_CHARS} characters. Make it shorter.",
    "SAME_PERSON": "Whoever filled an order does not check it. Ask another pharmacist for the final check.",
    "NO_SUCH_ALERT": "The order does not have this alert any more. Look at its alerts again.",
    "NOT_OVERRIDABLE": "This alert does not stop the order, or nobody may override it without a valid prescription.",
    "IN_THE_PAST": "The new time must be in the future.",
    "NO_PROBLEM": "Nothing holds this order up.",
}


@dataclass(frozen=True, slots=True)
class QueuedOrder:
    """An order as the pharmacy sees it.

    Attributes:
        since: Since when it is in its stage.
        holder: Who has taken it, by their user id.
        problem: What holds it up.
        is_late: Whether it is not ready, and was promised for earlier than now.
    """

    order: Order
    stage: WorkStage
    since: datetime
    holder: str | None
    problem: Problem | None
    is_late: bool

    @classmethod
    def of(cls, order: Order, entries: Sequence[WorkEntry], now: datetime) -> "QueuedOrder":
        """An order that is not cancelled, with the acts on it.

        Raises:
            WorkRefusedError: OVER: it is cancelled.
        """
        if order.status is OrderStatus.CANCELLED:
            raise refused("OVER")
        state = work_state(order, entries)
        is_late = state.stage in BEFORE_READY and order.ready_at < now
        return cls(order, state.stage, state.since, state.holder, state.problem, is_late)


@dataclass(frozen=True, slots=True)
class OrderProgress:
    """An order as its patient may follow it.

    Attributes:
        reached: When it came to each status that it has been in.
        delay: Why the pharmacy says that it is late.
        delayed_until: When the pharmacy now expects it; None while nobody knows.
    """

    order: Order
    reached: Mapping[OrderStatus, datetime]
    delay: ProblemReason | None = None
    delayed_until: datetime | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether it has yet to be handed over."""
        return self.order.status not in (OrderStatus.PICKED_UP, OrderStatus.CANCELLED)

    @property
    def expected_at(self) -> datetime | None:
        """When it is ready, as far as anybody knows."""
        return self.order.ready_at if self.delay is None else self.delayed_until

    def is_overdue(self, now: datetime) -> bool:
        """Whether the time that the patient was told has passed, and it is not ready."""
        is_prepared = self.order.status is OrderStatus.READY
        return self.is_under_way and not is_prepared and self.expected_at is not None and self.expected_at < now

    def is_to_collect(self, pharmacy: Pharmacy | None) -> bool:
        """Whether the patient has yet to fetch it: nothing that comes by mail."""
        return self.is_under_way and (pharmacy is None or not pharmacy.is_mail_order)

    @classmethod
    def of(cls, order: Order, entries: Sequence[WorkEntry], events: Sequence[OrderEvent]) -> "OrderProgress":
        """An order with the pharmacy's acts on it and its own history."""
        reached = {event.status: event.at for event in events}
        problem = None if order.status is OrderStatus.CANCELLED else work_state(order, entries).problem
        if problem is None:
            return cls(order, reached)
        return cls(order, reached, problem.reason, problem.expected_at)


class Desk:
    """An order within one write, for one member of the staff.

    Args:
        order: The order as the write sees it.
        actor: Who works on it.
        now: The present in UTC.
        tx: The write.

    Raises:
        NotPermittedError: The actor is no active pharmacist or technician.
        WorkRefusedError: OVER: the order is handed over or cancelled.
    """

    def __init__(self, order: Order, actor: str, now: datetime, tx: Transaction) -> None:
        self._tx = tx
        self._user = _worker(actor, tx)
        if order.status in (OrderStatus.PICKED_UP, OrderStatus.CANCELLED):
            raise refused("OVER")
        self.order = order
        self.entries = list(FulfillmentRepository(tx).of_order(order.order_id))
        self.added: list[WorkEntry] = []
        # Where the clock was set back: a history never runs backwards.
        self.at = max([now, order.updated_at, *(entry.at for entry in self.entries)])

    @property
    def tx(self) -> Transaction:
        return self._tx

    @property
    def actor(self) -> str:
        return self._user.user_id

    @property
    def role(self) -> Role:
        return self._user.role

    @property
    def state(self) -> WorkState:
        """Where the order is, with what was added here."""
        return work_state(self.order, self.entries)

    def queued(self) -> QueuedOrder:
        """The order as it is now."""
        return QueuedOrder.of(self.order, self.entries, self.at)

    def check_not_held(self) -> None:
        """Nobody else has the order.

        Raises:
            OrderHeldError: Somebody has.
        """
        holder = self.state.holder
        if holder not in (None, self.actor):
            raise OrderHeldError(str(holder))

    def checked_by_another(self, note: str) -> str:
        """The note of a final check, which whoever filled the order makes only where there is no other pharmacist.

        Raises:
            WorkRefusedError: SAME_PERSON; or NOTE_NEEDED of the only pharmacist.
        """
        filled = (each.actor for each in self.entries if _is_move_to(each, WorkStage.FINAL_CHECK))
        if self.actor not in filled:
            return note
        users = UserRepository(self._tx).all()
        if sum(user.is_active and user.role is Role.PHARMACIST for user in users) > 1:
            raise refused("SAME_PERSON")
        return needed_note(note)

    def add(
        self,
        act: WorkAct,
        *,
        stage: WorkStage | None = None,
        reason: str | None = None,
        alert: str | None = None,
        expected_at: datetime | None = None,
        note: str = "",
    ) -> None:
        """Do something with the order; `keep` writes it down.

        Raises:
            WorkRefusedError: NOTE_TOO_LONG.
        """
        if len(note) > MOST_NOTE_CHARS:
            raise refused("NOTE_TOO_LONG")
        entry = WorkEntry(
            order_id=self.order.order_id,
            number=len(self.entries) + 1,
            act=act,
            stage=stage or self.state.stage,
            at=self.at,
            actor=self.actor,
            reason=reason,
            alert=alert,
            expected_at=expected_at,
            note=note.strip(),
        )
        self.entries.append(entry)
        self.added.append(entry)

    def keep(self) -> list[AuditEvent]:
        """Write down what was added, and move the order where its status changes.

        Returns:
            The events for the audit trail, which the write appends last.
        """
        events = []
        for entry in self.added:
            status = STATUS_OF[entry.stage]
            if status is not self.order.status:
                self.order = move_order(self.order, status, entry.at, entry.actor, self._tx)
                events.append(order_moved(self.order, entry.actor))
            FulfillmentRepository(self._tx).add(entry)
            events.append(order_worked(self.order, entry))
        return events


def refused(code: str) -> WorkRefusedError:
    """The refusal with one of the known codes."""
    return WorkRefusedError(code, _REFUSALS[code])


def needed_note(note: str) -> str:
    """A note that must say something.

    Raises:
        WorkRefusedError: NOTE_NEEDED.
    """
    if not note.strip():
        raise refused("NOTE_NEEDED")
    return note


def check_may_work(role: Role, stage: WorkStage) -> None:
    """Somebody of this role may take an order at this stage and bring it on.

    Raises:
        NotPermittedError: They may not.
    """
    if stage not in WORKS_ON[role]:
        raise NotPermittedError("This step is a pharmacist's. Ask a pharmacist to do it.")


def _worker(actor: str, tx: Transaction) -> User:
    user = UserRepository(tx).get(actor)
    if user is None or not user.is_active or user.role not in CASE_ROLES:
        raise NotPermittedError("Only pharmacists and technicians of this pharmacy work on orders.")
    return user


def _is_move_to(entry: WorkEntry, stage: WorkStage) -> bool:
    return entry.act is WorkAct.MOVED and entry.stage is stage
