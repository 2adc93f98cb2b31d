"""Where a conversation stands, in our own words: what was done, and the question that is open."""

from rxflow.dialogue.outgoing import Act
from rxflow.domain.order import OrderStatus
from rxflow.workflow import facts
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import RefillState


def acts_done(run: RunContext) -> frozenset[Act]:
    """The acts that a reply may truthfully tell of: those of this case, and those that a look-up now listed."""
    flow, context = run.flow, run.flow.context
    done = set(flow.acts_listed)
    if context.order_ids or any(order.status is not OrderStatus.CANCELLED for order in flow.orders):
        done.add(Act.ORDERED)
    if any(order.status is OrderStatus.CANCELLED for order in flow.orders):
        done.add(Act.CANCELLED)
    if context.case_id is not None or flow.cases or flow.reported or context.stopped:
        done.add(Act.ESCALATED)
    return frozenset(done)


def where_it_stands(run: RunContext) -> str:
    """What was found and the question that waits for the patient; empty where the quote says it."""
    flow, context, replies = run.flow, run.flow.context, run.flow.replies
    if run.state is RefillState.CONFIRM_DOSAGE:
        items = [item for rx in context.rx_numbers if (item := flow.find_prescription(rx)) is not None]
        return replies.basket([facts.prescription(item, replies.language) for item in items])
    if run.state is RefillState.SELECT_PHARMACY:
        places = [run.services.pharmacies.get(pharmacy_id) for pharmacy_id in context.offered_pharmacies]
        names = [place.name for place in places if place is not None]
        return replies.text("choose_pharmacy", list=replies.bullets(names)) if names else replies.text("no_pharmacy")
    if run.state is RefillState.CLARIFY_MEDICATION:
        choices = [item for rx in context.candidates if (item := flow.find_prescription(rx)) is not None]
        labels = [f"{each.label} ({each.taken_for(replies.language)})" for each in choices]
        return replies.text("choose", list=replies.bullets(labels))
    if run.state is RefillState.CONFIRM_ORDER:
        return ""
    return replies.text("still_identify" if run.state is RefillState.IDENTIFY_MEDICATION else "anything_else")
