"""The pharmacy's work on orders, read and written through one connection of the store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, bindparam, case, func, insert, select

from rxflow.domain.fulfillment import STATUS_OF, WorkAct, WorkEntry, WorkStage
from rxflow.domain.order import Order, OrderStatus
from rxflow.persistence.fulfillment_tables import ORDER_WORK
from rxflow.persistence.order_repository import SEALED_ORDERS
from rxflow.persistence.records import SealedTable
from rxflow.persistence.tables import IS_OPEN, ORDERS
from rxflow.persistence.transaction import Transaction

SEALED_WORK = SealedTable(ORDER_WORK, WorkEntry, key=("order_id", "number"), refs={})

_ADD = insert(ORDER_WORK).inline()
_OF_ORDERS = (
    SEALED_WORK.select()
    .where(ORDER_WORK.c.order_id.in_(bindparam("order_ids", expanding=True)))
    .order_by(ORDER_WORK.c.order_id, ORDER_WORK.c.number)
)
_OWN = ORDER_WORK.c.order_id == ORDERS.c.order_id
_IS_FILLED = (
    select(ORDER_WORK.c.number)
    .where(_OWN, ORDER_WORK.c.act == WorkAct.MOVED, ORDER_WORK.c.stage == WorkStage.FINAL_CHECK)
    .exists()
)
_IS_IN_FINAL_CHECK: ColumnElement[bool] = (ORDERS.c.status == OrderStatus.FILLING) & _IS_FILLED
_LAST_OF_PROBLEM = (
    select(ORDER_WORK.c.act)
    .where(_OWN, ORDER_WORK.c.act.in_((WorkAct.PROBLEM, WorkAct.RESOLVED)))
    .order_by(ORDER_WORK.c.number.desc())
    .limit(1)
    .scalar_subquery()
)
_IDS_AT = select(ORDERS.c.order_id).where(IS_OPEN, ORDERS.c.status == bindparam("status"))
_COUNTED = (
    select(ORDERS.c.status, case((_IS_IN_FINAL_CHECK, 1), else_=0).label("is_filled"), func.count())
    .where(IS_OPEN)
    .group_by(ORDERS.c.status, "is_filled")
)


class FulfillmentRepository:
    """The table of the work on orders within one read or write of the store."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, entry: WorkEntry) -> None:
        """Write one more act.

        Raises:
            IntegrityError: The order has one of this number.
        """
        self._tx.execute(_ADD, SEALED_WORK.row(entry, self._tx))

    def of_order(self, order_id: str) -> tuple[WorkEntry, ...]:
        """The acts on an order, oldest first."""
        return SEALED_WORK.all(_OF_ORDERS, self._tx, {"order_ids": [order_id]})

    def of_orders(self, order_ids: Iterable[str]) -> Mapping[str, list[WorkEntry]]:
        """The acts on each of several orders, oldest first, in one statement."""
        found: defaultdict[str, list[WorkEntry]] = defaultdict(list)
        for entry in SEALED_WORK.all(_OF_ORDERS, self._tx, {"order_ids": list(order_ids)}):
            found[entry.order_id].append(entry)
        return found

    def open_orders(self, stage: WorkStage | None, problems_only: bool, limit: int) -> tuple[Order, ...]:
        """The orders that are neither handed over nor cancelled, those promised first, first.

        Args:
            stage: Only those at this stage; None is any.
            problems_only: Only those that something holds up.
            limit: How many at most; only these are decrypted.
        """
        statement = SEALED_ORDERS.select().where(IS_OPEN)
        if stage is not None:
            statement = statement.where(ORDERS.c.status == STATUS_OF[stage])
        if stage in (WorkStage.FILL, WorkStage.FINAL_CHECK):
            statement = statement.where(_IS_FILLED if stage is WorkStage.FINAL_CHECK else ~_IS_FILLED)
        if problems_only:
            statement = statement.where(_LAST_OF_PROBLEM == WorkAct.PROBLEM)
        return SEALED_ORDERS.all(statement.order_by(ORDERS.c.ready_at, ORDERS.c.sequence).limit(limit), self._tx)

    def order_ids_at(self, stage: WorkStage) -> tuple[str, ...]:
        """The numbers of all orders with a stage's status; nothing is decrypted."""
        return tuple(self._tx.scalars(_IDS_AT, {"status": STATUS_OF[stage]}))

    def count_by_stage(self) -> Mapping[WorkStage, int]:
        """How many open orders are at each stage; nothing is decrypted, and a stage without any is not told."""
        return {
            _stage(OrderStatus(status), bool(is_filled)): orders
            for status, is_filled, orders in self._tx.execute(_COUNTED)
        }


def _stage(status: OrderStatus, is_filled: bool) -> WorkStage:
    if is_filled:
        return WorkStage.FINAL_CHECK
    return next(stage for stage, known in STATUS_OF.items() if known is status)
