"""The typed context of one turn: who the patient is and what they said. Nothing in it can be set by a model."""

from dataclasses import dataclass, field
from time import perf_counter

from rxflow.domain.patient import Patient
from rxflow.services.registry import Services
from rxflow.workflow.conversation_types import ConversationType
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.routing import AS_REFILL, Routed
from rxflow.workflow.turn_progress import Progress, untold
from rxflow.workflow.turn_stop import TurnStop
from rxflow.workflow.workflow_types import RefillState, ToolUse

ESCALATE = "escalate_to_care_team"
_CHOOSING = frozenset({"select_prescription", "cancel_refill_order", ESCALATE})

STATE_ACTIONS: dict[RefillState, frozenset[str]] = {
    RefillState.START: _CHOOSING,
    RefillState.IDENTIFY_MEDICATION: _CHOOSING,
    RefillState.CLARIFY_MEDICATION: _CHOOSING,
    RefillState.CONFIRM_DOSAGE: _CHOOSING | {"confirm_dosage", "select_pharmacy"},
    RefillState.CHECK_AUTHORIZATION: _CHOOSING,
    RefillState.SELECT_PHARMACY: _CHOOSING | {"select_pharmacy"},
    RefillState.CONFIRM_ORDER: _CHOOSING | {"select_pharmacy", "submit_refill_order"},
    RefillState.COMPLETE: _CHOOSING,
    RefillState.ESCALATE_PA: _CHOOSING,
    RefillState.ESCALATE_PRESCRIBER: _CHOOSING,
    RefillState.ESCALATE_PHARMACIST: _CHOOSING,
    RefillState.ERROR: _CHOOSING,
}
"""Which actions make sense in which state; look-ups are allowed in all. A type of conversation only narrows it."""

ACTIONS = frozenset().union(*STATE_ACTIONS.values())
"""The tools that can change something."""


@dataclass(frozen=True, slots=True)
class ModelUse:
    """One call of a model: which, how long it took in milliseconds, and the tokens where the provider counts them."""

    provider: str
    model: str
    success: bool
    milliseconds: float
    input_tokens: int | None = None
    output_tokens: int | None = None


@dataclass(slots=True)
class RunContext:
    """What tools and middleware know of the turn in hand.

    LangChain copies dataclasses field by field for every tool call; the patient and the services are properties so
    that they are not copied too.

    Attributes:
        flow: The case in hand and the actions on it.
        routed: The type of conversation that answers, and why.
        trace: The tools used in this turn, in order.
        model_calls: How often a model was asked in this turn; replies that are ours whoever is asked do not count.
        model_uses: The same calls, as the audit trail tells of them.
        was_cut_short: Whether the turn was ended because the model was asked too often, or for too long.
        degraded: What had to be used in place of something that failed, such as `built-in model`.
        replaced: The rule of speech that the model's words broke, or None.
        began: When the turn began, on the clock of `perf_counter`.
        progress: Told what happens while it happens.
        stop: Whether the patient has stopped it.
    """

    flow: RefillFlow
    routed: Routed = AS_REFILL
    trace: list[ToolUse] = field(default_factory=list)
    model_calls: int = 0
    model_uses: list[ModelUse] = field(default_factory=list)
    was_cut_short: bool = False
    degraded: list[str] = field(default_factory=list)
    replaced: str | None = None
    began: float = field(default_factory=perf_counter)
    progress: Progress = untold
    stop: TurnStop = field(default_factory=TurnStop)

    @property
    def patient(self) -> Patient:
        """The signed-in patient."""
        return self.flow.patient

    @property
    def services(self) -> Services:
        """The pharmacy's services."""
        return self.flow.services

    @property
    def state(self) -> RefillState:
        return self.flow.machine.state

    def allows(self, tool: str) -> bool:
        """Whether a tool may be used now. After an emergency only a person can go on."""
        return may_use(self.routed.type, self.state, tool, is_stopped=self.flow.context.stopped)


def may_use(kind: ConversationType, state: RefillState, tool: str, *, is_stopped: bool = False) -> bool:
    """Whether a type of conversation may use a tool in a state: only what both allow."""
    if tool not in kind.tools:
        return False
    if tool not in ACTIONS:
        return True
    return tool == ESCALATE if is_stopped else tool in STATE_ACTIONS[state]
