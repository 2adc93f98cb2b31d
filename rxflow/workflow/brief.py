"""The case as a model sees it: what is needed for the next step, and nothing that identifies the patient.

The built-in model reads it by program and sees numbers too; any other is told what it can use.
"""

from typing import Any

from rxflow.domain.acting import ActingAs
from rxflow.workflow import facts
from rxflow.workflow.conversation_types import REFILL
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import RefillState

_QUOTED = ("medication", "amount", "pharmacy", "you_pay", "ready_at")
_CHOOSING = frozenset({RefillState.START, RefillState.IDENTIFY_MEDICATION, RefillState.ERROR})


def brief(run: RunContext) -> dict[str, Any]:
    """The brief of the case in hand.

    Args:
        run: The turn's context.
    """
    flow, context = run.flow, run.flow.context
    services = run.services
    case: dict[str, Any] = {"language": context.language}
    if run.routed.type is not REFILL:
        case["answers_as"] = run.routed.type.name
    usual = services.pharmacies.get(run.patient.preferred_pharmacy_id)
    if usual is not None:
        case["usual_pharmacy"] = {"name": usual.name, "phone": usual.phone}
    if flow.acting_as is ActingAs.GUARDIAN:
        case["guardian_speaks"] = True
    if context.stopped:
        case["stopped"] = True
    if flow.reported:
        case["reported"] = [report.kind.value for report, _ in flow.reported]
    if run.state in _CHOOSING:
        case["prescriptions"] = [facts.label(item, context.language) for item in flow.prescriptions]
    if context.candidates:
        case["candidates"] = [_short(run, rx) for rx in context.candidates]
    if context.basket:
        case["in_hand"] = [_short(run, rx) for rx in context.rx_numbers]
    if context.waiting:
        case["waiting"] = [list(group) for group in context.waiting]
    if context.offered_pharmacies:
        case["offered_pharmacies"] = list(context.offered_pharmacies)
    if context.told_of_pharmacy:
        case["told_of_pharmacy"] = context.told_of_pharmacy
    if context.order_ids:
        case["order_ids"] = list(context.order_ids)
    if context.case_id is not None:
        case["case_id"] = context.case_id
    if context.cancel_asked is not None and context.cancel_asked_turn == context.turn - 1:
        case["cancel_asked"] = context.cancel_asked
    if quotes := flow.quotes_in_hand():
        case["quotes"] = [facts.quote(quote, services.zone) for quote in quotes]
    return case


def short_brief(run: RunContext) -> dict[str, Any]:
    """The brief in fewer words, for a model that is sent it: medicines by name, and no list that a tool gives.

    Args:
        run: The turn's context.
    """
    case = brief(run)
    for name in ("prescriptions", "waiting", "offered_pharmacies", "told_of_pharmacy"):
        case.pop(name, None)
    for name in ("candidates", "in_hand"):
        if name in case:
            case[name] = [item.get("medication", item["rx_number"]) for item in case[name]]
    if "quotes" in case:
        case["quotes"] = [{name: quote[name] for name in _QUOTED} for quote in case["quotes"]]
    return case


def _short(run: RunContext, rx_number: str) -> dict[str, str]:
    item = run.flow.find_prescription(rx_number)
    if item is None:
        return {"rx_number": rx_number}
    return {"rx_number": item.rx_number, "medication": item.label, "drug": item.drug, "sig": item.sig}
