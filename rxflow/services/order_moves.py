"""The one way in which an order comes from a status to the next."""

from datetime import datetime

from rxflow.domain.errors import TransitionError
from rxflow.domain.order import Order, OrderStatus
from rxflow.persistence.order_repository import OrderRepository
from rxflow.persistence.transaction import Transaction

NEXT_STEP = {
    OrderStatus.SUBMITTED: OrderStatus.VERIFYING,
    OrderStatus.VERIFYING: OrderStatus.FILLING,
    OrderStatus.FILLING: OrderStatus.READY,
    OrderStatus.READY: OrderStatus.PICKED_UP,
}


def move_order(order: Order, status: OrderStatus, at: datetime, actor: str, tx: Transaction) -> Order:
    """Bring an order to the status that follows. The event for the audit trail is the caller's, as its last act.

    Raises:
        TransitionError: The status is not the one that follows.
        StaleRecordError: The order is no longer as it was given.
    """
    if NEXT_STEP.get(order.status) is not status:
        raise TransitionError(f"An order that is {order.status} cannot become {status}. It stays as it is.")
    return OrderRepository(tx).change_status(order, status, at, actor, "")
