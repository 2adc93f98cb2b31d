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
    if context.order_id is not None or (flow.order and flow.order.status is not OrderStatus.CANCELLED):
        done.add(Act.ORDERED)
    if flow.order is not None and flow.order.status is OrderStatus.CANCELLED:
        done.add(Act.CANCELLED)
    if context.case_id is not None or flow.case or flow.reported or context.stopped:
        done.add(Act.ESCALATED)
    return frozenset(done)


def where_it_stands(run: RunContext) -> str:
    """What was found and the question that waits for the patient; empty where the quote says it."""
    flow, context, replies = run.flow, run.flow.context, run.flow.replies
    item = flow.find_prescription(context.rx_number) if context.rx_number else None
    if run.state is RefillState.CONFIRM_DOSAGE and item is not None:
        shown = facts.prescription(item, replies.language)
        found = replies.text("found", **{key: shown[key] for key in ("medication", "indication", "sig")})
        return f"{found}\n\n{replies.text('is_this_it')}"
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
