"""The look-up of orders."""

from typing import Annotated, Any

from pydantic import Field

from rxflow.dialogue.outgoing import Act
from rxflow.domain.order import OrderStatus
from rxflow.tools.envelope import Access, Category, Runtime, refill_tool
from rxflow.workflow import facts

OrderId = Annotated[
    str | None, Field(default=None, max_length=40, description="An order number, or none for the latest.")
]


@refill_tool(Category.ORDER, Access.READ, "orders")
def track_refill_order(runtime: Runtime, order_id: OrderId = None) -> list[dict[str, Any]]:
    """Give the status of the patient's refill orders, newest first; an order number gives that one.

    Use it for "where is my order" and "is it ready". Example: order_id="RF-7K3M-9Q2D". Fails when the patient has no
    such order.
    """
    context = runtime.context
    patient_id = context.patient.patient_id
    orders = context.services.orders
    found = [orders.get(patient_id, order_id)] if order_id else list(orders.for_patient(patient_id))
    listed = {Act.CANCELLED if order.status is OrderStatus.CANCELLED else Act.ORDERED for order in found}
    context.flow.acts_listed |= listed
    return [facts.order(order, context.services.zone) for order in found[:5]]
