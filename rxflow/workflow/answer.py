"""An answer as it leaves: what the model said, what must be said in any case, and what is kept of the turn."""

from dataclasses import asdict, dataclass
from typing import Any

from rxflow.domain.order import OrderStatus
from rxflow.services.sessions import Turn
from rxflow.workflow import facts
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.suggestions import suggestions
from rxflow.workflow.workflow_types import ConversationResponse, FindingNote, RefillState


def greeting(run: RunContext) -> str:
    """The first words of a conversation."""
    patient, replies = run.patient, run.flow.replies
    if patient.guardian is not None and patient.is_minor_on(run.services.local_now().date()):
        return replies.text("welcome_guardian", guardian=patient.guardian.name, name=patient.first_name)
    return replies.text("welcome", name=patient.first_name)


def complete_message(run: RunContext, words: str) -> str:
    """The model's words, and what the patient must be told whether or not the model said it.

    While an order waits for a yes, every reply shows its quote whole, so that the next words can only be an answer to
    it; a placed order and an opened case are named.
    """
    flow, now = run.flow, run.services.local_now()
    parts = [words.strip()] if words.strip() else []
    if flow.order is not None and flow.order.order_id not in words:
        order = facts.order(flow.order, run.services.zone)
        cancelled = flow.order.status is OrderStatus.CANCELLED
        parts.append(flow.replies.text("cancelled", **order) if cancelled else flow.replies.ordered(order, now))
    if flow.case is not None and flow.case.case_id not in words:
        parts.append(flow.replies.text(f"case_{flow.case.route}", case_id=flow.case.case_id))
    if (quote := flow.quote_in_hand()) is not None:
        question = flow.replies.quote(facts.quote(quote, run.services.zone), now)
        if question not in words:
            parts.append(question)
    return "\n\n".join(parts) or flow.replies.text("turn_limit")


@dataclass(frozen=True, slots=True)
class Answer:
    """The message of a turn with everything that the turn did."""

    run: RunContext
    message: str

    @property
    def notes(self) -> tuple[FindingNote, ...]:
        """The findings raised in this turn."""
        flow = self.run.flow
        return tuple(
            FindingNote(
                code=finding.code,
                severity=finding.severity,
                message=flow.replies.finding(finding),
                route=finding.route,
            )
            for finding in flow.findings
        )

    def response(self, state: RefillState) -> ConversationResponse:
        """The answer as callers get it."""
        flow, zone = self.run.flow, self.run.services.zone
        return ConversationResponse(
            session_id=flow.context.session_id,
            state=state,
            message=self.message,
            findings=self.notes,
            tools=tuple(self.run.trace),
            order=facts.order(flow.order, zone) if flow.order else None,
            escalation=facts.case(flow.case) if flow.case else None,
            suggestions=suggestions(self.run),
            quote=flow.quote_in_hand(),
            model_calls=self.run.model_calls,
        )

    def turn(self, patient_text: str, response: ConversationResponse) -> Turn:
        """The turn as it is kept for the transcript, with the response that it ended in."""
        detail: dict[str, Any] = {
            "findings": [note.model_dump(mode="json") for note in response.findings],
            "tools": [asdict(use) for use in response.tools],
            "order": response.order,
            "escalation": response.escalation,
            "suggestions": list(response.suggestions),
            "quote": facts.quote(response.quote, self.run.services.zone) if response.quote else None,
        }
        return Turn(
            session_id=response.session_id,
            number=self.run.flow.context.turn,
            said_at=self.run.services.now(),
            patient_text=patient_text,
            reply=self.message,
            state=response.state.value,
            detail=detail,
        )
