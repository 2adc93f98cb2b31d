"""The beginning of a turn: the case that was saved last, made true again."""

from collections.abc import Collection

from rxflow.dialogue.language import detect_language
from rxflow.dialogue.medications import MedicationResolver
from rxflow.domain.order import Order
from rxflow.domain.patient import Patient
from rxflow.prompts.replies import Replies
from rxflow.services.registry import Services
from rxflow.services.sessions import Session
from rxflow.workflow.last_replies import NOTHING_ASKED, Asked, LastReplies
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.state_machine import RefillStateMachine
from rxflow.workflow.workflow_types import ConversationContext, RefillState, Trigger

SavedCase = dict[str, object] | None
"""What a checkpoint holds of a conversation; None in a new one."""


class RunBuilder:
    """Builds the context of a turn.

    Args:
        services: The pharmacy's services.
        resolver: Finds prescriptions by words.
        last: What was asked last.
    """

    def __init__(self, services: Services, resolver: MedicationResolver, last: LastReplies) -> None:
        self._services = services
        self._resolver = resolver
        self._last = last

    def run(
        self,
        session: Session,
        patient: Patient,
        case: SavedCase,
        text: str,
        button_quote_ids: Collection[str] | None = None,
        asked: Asked = NOTHING_ASKED,
    ) -> RunContext:
        """The context of a turn, from the case that was saved last and what the patient was really asked."""
        if case is None:
            context = ConversationContext(
                session_id=session.session_id, patient_id=patient.patient_id, language=patient.language
            )
            state = RefillState.START
        else:
            context = ConversationContext.model_validate(case["context"])
            state = RefillState(str(case["state"]))
        if context.chosen_language not in {None, patient.language}:
            # They chose another on the page since the turn before.
            context.language = patient.language
        context.chosen_language = patient.language
        context.language = detect_language(text, context.language)
        machine = RefillStateMachine(context, state)
        placed = self._reconcile(machine)
        self._last.apply(context, asked)
        replies = self.replies(context.language)
        flow = RefillFlow(
            machine, patient, self._services, self._resolver, replies, text, button_quote_ids, session.acting_as
        )
        for order in placed:
            flow.orders_changed(order)
        return RunContext(flow)

    def replies(self, language: str) -> Replies:
        """The assistant's words in a language."""
        return Replies(language, self._services.tables.tall_man)

    def _reconcile(self, machine: RefillStateMachine) -> list[Order]:
        """Catch up with orders placed before a crash could save the turn; the next reply tells of them."""
        context, placed = machine.context, list[Order]()
        if machine.state is not RefillState.CONFIRM_ORDER:
            return placed
        for line in context.basket:
            order = self._services.orders.order_of_quote(line.quote_id) if line.quote_id else None
            if order is not None:
                placed.append(order)
                context.note_ordered(line.rx_number, order.order_id)
        if placed and not context.basket:
            machine.fire(Trigger.ORDER_SUBMITTED)
        return placed


def saved_context(case: SavedCase) -> ConversationContext | None:
    """The case as it was saved, None in a new conversation."""
    return None if case is None else ConversationContext.model_validate(case["context"])
