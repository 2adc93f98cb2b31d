"""The context of a turn, made by hand, for tests of tools and actions without a model."""

from typing import Any

from rxflow.dialogue.medications import MedicationResolver
from rxflow.prompts.replies import Replies
from rxflow.services.registry import Services
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.state_machine import RefillStateMachine
from rxflow.workflow.workflow_types import BasketLine, ConversationContext, RefillState


def in_hand(rx_number: str | None, pharmacy_id: str | None = None, quote_id: str | None = None) -> dict[str, Any]:
    """A context's basket of one line, or none."""
    if rx_number is None:
        return {}
    line = BasketLine(rx_number=rx_number, pharmacy_id=pharmacy_id, quote_id=quote_id)
    return {"basket": (line,), "about": (rx_number,)}


def a_run(
    services: Services,
    patient_id: str = "patient_001",
    state: RefillState = RefillState.START,
    words: str = "",
    language: str = "en",
    rx_number: str | None = None,
    pharmacy_id: str | None = None,
    **facts: Any,
) -> RunContext:
    """The first turn of a new conversation, in a state of its own choosing, with one prescription in hand or none."""
    patient = services.patients.get(patient_id)
    session = services.sessions.start(patient_id)
    context = ConversationContext(
        session_id=session.session_id,
        patient_id=patient_id,
        language=language,
        turn=1,
        **in_hand(rx_number, pharmacy_id),
        **facts,
    )
    machine = RefillStateMachine(context, state)
    flow = RefillFlow(machine, patient, services, MedicationResolver(services.drugs), Replies(language), words)
    return RunContext(flow)
