"""What a conversation shows when it is opened again, whatever became of its last reply."""

from collections.abc import Iterator, Sequence

from rxflow.domain.order import Order, OrderStatus
from rxflow.services.sessions import Turn
from rxflow.workflow.answer import complete_message, greeting
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.standing import where_it_stands
from rxflow.workflow.workflow_types import ConversationContext


def shown_again(run: RunContext, saved: ConversationContext | None, turns: Sequence[Turn]) -> str:
    """The last reply; or, where the process died before it could be given, what was done and the question that is open.

    Args:
        run: The conversation as it is; orders that the patient was not told of are noted in it.
        saved: The case as it was saved last.
        turns: The turns that were recorded.
    """
    flow = run.flow
    is_lost = saved is not None and saved.turn > max((turn.detail.get("turn") or 0 for turn in turns), default=0)
    if is_lost:
        for order in _never_told(run, turns):
            flow.orders_changed(order)
    if flow.orders:
        return complete_message(run, "")
    said = turns[-1].reply if turns else greeting(run)
    if flow.quotes_in_hand():
        return complete_message(run, said)
    return where_it_stands(run) if is_lost else said


def _never_told(run: RunContext, turns: Sequence[Turn]) -> Iterator[Order]:
    """What the conversation ordered or cancelled after its last recorded reply."""
    flow = run.flow
    known = {order.order_id for order in flow.orders}
    told = {act for turn in turns for act in _acts(turn)}
    for order in run.services.orders.for_patient(run.patient.patient_id):
        is_cancelled = order.status is OrderStatus.CANCELLED
        is_newer = not turns or order.updated_at >= turns[-1].said_at
        is_ours = order.order_id in flow.context.order_ids or is_cancelled
        if is_newer and is_ours and order.order_id not in known and (order.order_id, is_cancelled) not in told:
            yield order


def _acts(turn: Turn) -> Iterator[tuple[str, bool]]:
    """The orders that a turn told of, each with whether it was cancelled."""
    order = turn.detail.get("order")
    for each in (order, *order.get("also", ())) if order else ():
        yield each["order_id"], each["status"] == OrderStatus.CANCELLED
