"""An answer as it leaves: what the model said, what must be said in any case, and what is kept of the turn."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rxflow.domain.acting import ActingAs
from rxflow.domain.finding import FindingCode, Severity
from rxflow.domain.order import OrderStatus
from rxflow.resilience.degradation import BUDGET, BUILT_IN_MODEL
from rxflow.services.sessions import Turn
from rxflow.workflow import facts
from rxflow.workflow.offered import pharmacies_offered, prescriptions_asked_about
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.suggestions import suggestions
from rxflow.workflow.turn_trace import TRACE, TurnTrace
from rxflow.workflow.workflow_types import ConversationResponse, FindingNote, RefillState

MOST_CHARS_BEFORE_A_QUOTE = 1500
_TOLD_OTHERWISE = frozenset(
    {FindingCode.OUT_OF_STOCK, FindingCode.AMBIGUOUS, FindingCode.NOT_FOUND, FindingCode.EMERGENCY}
)


def greeting(run: RunContext) -> str:
    """The first words of a conversation."""
    patient, replies, opening = run.patient, run.flow.replies, run.routed.type.opening
    if patient.guardian is not None and run.flow.acting_as is ActingAs.GUARDIAN:
        return replies.text(f"{opening}_guardian", guardian=patient.guardian.name, name=patient.first_name)
    return replies.text(opening, name=patient.first_name)


def complete_message(run: RunContext, words: str) -> str:
    """The model's words, and what the patient must be told whether or not the model said it.

    While orders wait for a yes, every reply ends in their quotes whole, so that the next words can only answer them.
    What was found, placed, cancelled or handed over in the turn is told in our own sentence, even beside a denial.
    """
    flow, replies = run.flow, run.flow.replies
    words = replies.spelled(words)
    quotes = [facts.quote(quote, run.services.zone) for quote in flow.quotes_in_hand()]
    question = replies.quotes(quotes, run.services.local_now()) if quotes else None
    if question is not None:
        words = words.replace(question, "")[:MOST_CHARS_BEFORE_A_QUOTE]
    said = words.strip()
    must_be_told = [sentence for sentence in (*_untold_findings(run, said), *_acts(run, said)) if sentence not in said]
    # Beside a report what it changed comes before what the model went on to say.
    told_first = [*noted(run), *must_be_told] if flow.reported else []
    parts = [*told_first, said, *([] if flow.reported else must_be_told), question]
    complete = "\n\n".join(part for part in parts if part) or replies.text("turn_limit")
    if BUILT_IN_MODEL not in run.degraded:
        return complete
    told = "fallback_budget" if BUDGET in run.degraded else "fallback_model"
    return "\n\n".join([replies.text(told), complete])


def _untold_findings(run: RunContext, said: str) -> list[str]:
    """Why a refill is stopped, where no reason was told; where nothing stops it, the warnings that were not told."""
    findings = [finding for finding in run.flow.findings if finding.code not in _TOLD_OTHERWISE]
    reasons = [run.flow.replies.finding(finding) for finding in findings if finding.severity is Severity.BLOCK]
    if reasons:
        return [] if any(reason in said for reason in reasons) else reasons[:1]
    return [run.flow.replies.finding(finding) for finding in findings if finding.severity is Severity.WARN]


def noted(run: RunContext) -> list[str]:
    """What the patient reported in this turn, who looks at it, and the orders that it concerns."""
    replies = run.flow.replies
    said = [f"{case.told} {replies.text('case_pharmacist', case_id=case.case_id)}" for _, case in run.flow.reported]
    concerned = [
        replies.text("order_concerned", order_id=order.order_id, medication=order.medication)
        for order in run.flow.orders_concerned
    ]
    return [*said, *concerned]


def _acts(run: RunContext, said: str) -> list[str]:
    """What was done in this turn: an order placed or cancelled, a case opened."""
    flow, replies, acts = run.flow, run.flow.replies, []
    zone, now = run.services.zone, run.services.local_now()
    placed = [facts.order(each, zone) for each in flow.orders if each.status is not OrderStatus.CANCELLED]
    if placed:
        acts.append(replies.ordered(placed, now))
    cancelled = (facts.order(each, zone) for each in flow.orders if each.status is OrderStatus.CANCELLED)
    acts.extend(replies.text("cancelled", **order) for order in cancelled)
    if flow.was_not_permitted:
        acts.append(replies.text("not_permitted"))
    for case in flow.cases:
        usual = run.services.pharmacies.get(run.patient.preferred_pharmacy_id)
        escalated = replies.text("escalated", case_id=case.case_id, phone=usual.phone if usual else "")
        if escalated not in said:
            acts.append(replies.text(f"case_{case.route}", case_id=case.case_id))
    return acts


@dataclass(frozen=True, slots=True)
class Answer:
    """The message of a turn with everything that the turn did.

    Attributes:
        saved_as: The turn that it was saved as, 0 when it was not.
    """

    run: RunContext
    message: str
    saved_as: int = 0

    @property
    def notes(self) -> tuple[FindingNote, ...]:
        """The findings raised in this turn."""
        flow = self.run.flow
        return tuple(facts.note(finding, flow.replies) for finding in flow.findings)

    def response(self, state: RefillState) -> ConversationResponse:
        """The answer as callers get it."""
        flow, zone = self.run.flow, self.run.services.zone
        cases = flow.cases or [case for _, case in flow.reported]
        return ConversationResponse(
            session_id=flow.context.session_id,
            state=state,
            message=self.message,
            findings=self.notes,
            tools=tuple(self.run.trace),
            order=_with_others([facts.order(order, zone) for order in flow.orders]),
            escalation=_with_others([facts.case(case) for case in cases]),
            suggestions=suggestions(self.run),
            quotes=flow.quotes_in_hand(),
            model_calls=self.run.model_calls,
            turn=self.saved_as,
            degraded=tuple(self.run.degraded),
            prescriptions=prescriptions_asked_about(self.run),
            pharmacies=pharmacies_offered(self.run),
        )

    def turn(self, patient_text: str, response: ConversationResponse) -> Turn:
        """The turn as it is kept for the transcript, with the response that it ended in."""
        detail: dict[str, Any] = {
            "findings": [note.model_dump(mode="json") for note in response.findings],
            "tools": [asdict(use) for use in response.tools],
            "order": response.order,
            "escalation": response.escalation,
            "suggestions": list(response.suggestions),
            "quotes": [facts.quote(quote, self.run.services.zone) for quote in response.quotes],
            "turn": response.turn,
            "degraded": list(response.degraded),
            TRACE: TurnTrace.of(self.run).as_detail(),
        }
        return Turn(
            session_id=response.session_id,
            number=self.run.flow.context.turn,
            said_at=self.run.services.now(),
            patient_text=patient_text,
            reply=self.message,
            state=response.state.value,
            detail=detail,
            message_id=self.run.flow.context.message_id,
        )


def _with_others(items: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The first of what a turn did, with the rest of it as `also`."""
    if not items:
        return None
    first, *rest = items
    return {**first, "also": rest} if rest else first
