"""A turn that the patient has stopped: what it had done is told, and nothing else of it stays."""

from rxflow.domain.order import OrderStatus
from rxflow.workflow.run_context import RunContext


def take_over(stopped: RunContext, run: RunContext) -> None:
    """Note in a turn that begins afresh what a stopped one had done, and what it had only offered.

    Args:
        stopped: The turn as far as it had come.
        run: The same turn, from the case as it was saved before it; what was ordered since is noted there already.
    """
    known = {order.order_id for order in run.flow.orders}
    for order in stopped.flow.orders:
        if order.order_id not in known:
            run.flow.orders_changed(order)
    run.flow.cases.extend(stopped.flow.cases)
    run.flow.reported = stopped.flow.reported
    run.flow.orders_concerned = stopped.flow.orders_concerned
    run.flow.quotes_offered.extend(stopped.flow.quotes_offered)
    run.flow.quotes_ordered.update(stopped.flow.quotes_ordered)
    run.trace, run.model_calls = stopped.trace, stopped.model_calls
    run.degraded.extend(stopped.degraded)


def has_acted(run: RunContext) -> bool:
    """Whether something was done that stays: an order placed or cancelled, a case opened, a report kept."""
    return bool(run.flow.orders or run.flow.cases or run.flow.reported)


def said_when_stopped(run: RunContext) -> str:
    """Our own words for a stop; what was done is told beside them (`rxflow.workflow.answer.complete_message`)."""
    is_ordered = any(order.status is not OrderStatus.CANCELLED for order in run.flow.orders)
    return run.flow.replies.text("stopped_late" if is_ordered else "stopped")
