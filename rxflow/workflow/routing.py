"""Which type of conversation answers a message: decided by reading what is wanted, never by a model."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rxflow.dialogue.intents import Evidence, Intent
from rxflow.dialogue.medicine_questions import asks_for_information
from rxflow.dialogue.understanding import Understanding
from rxflow.workflow.conversation_types import CLINICAL, REFILL, ConversationType, ConversationTypes
from rxflow.workflow.transitions import IN_HAND
from rxflow.workflow.workflow_types import ConversationContext, RefillState

_WAITS = frozenset({*IN_HAND, RefillState.CLARIFY_MEDICATION})


class RouteReason(StrEnum):
    """Why; a code for logs and the audit trail."""

    AS_STARTED = "as-started"
    STOPPED = "stopped"
    REPORTED = "reported"
    MEDICINE_QUESTION = "medicine-question"
    REFILL_WAITS = "refill-waits"
    OUT_OF_STATE = "out-of-state"
    INTENT = "intent"


@dataclass(frozen=True, slots=True)
class Routed:
    """The type that answers a message, and why."""

    type: ConversationType
    reason: RouteReason


AS_REFILL = Routed(REFILL, RouteReason.AS_STARTED)


class Router:
    """Decides who answers.

    Args:
        types: The assistant's types.
        read: Reads a message; asked only where what is wanted decides.
    """

    def __init__(self, types: ConversationTypes, read: Callable[[str], Understanding]) -> None:
        self.types = types
        self._read = read

    def route(
        self, started_as: str, state: RefillState, context: ConversationContext, text: str, is_reported: bool = False
    ) -> Routed:
        """The type that answers a message.

        Args:
            started_as: The type that the conversation was started as.
            state: Where the refill is.
            context: The case in hand.
            text: The patient's words.
            is_reported: Whether something was reported in them, which comes first.
        """
        started = self.types.kept(started_as)
        if context.stopped:
            return Routed(started, RouteReason.STOPPED)
        if is_reported:
            return Routed(REFILL, RouteReason.REPORTED)
        if asks_for_information(text):
            return Routed(CLINICAL, RouteReason.MEDICINE_QUESTION)
        if started is REFILL:
            return AS_REFILL
        if state in _WAITS or context.cancel_asked is not None:
            return Routed(REFILL, RouteReason.REFILL_WAITS)
        if state not in started.states:
            return Routed(REFILL, RouteReason.OUT_OF_STATE)
        return self._by_intent(started, state, self._read(text))

    def _by_intent(self, started: ConversationType, state: RefillState, said: Understanding) -> Routed:
        if said.intent in started.intents:
            return Routed(started, RouteReason.AS_STARTED)
        # A medicine that is only named is what a question about medicines was about, unless a refill asked which one.
        is_answer = said.intent is Intent.REFILL and said.evidence is Evidence.NAME
        if is_answer and started is CLINICAL and state is not RefillState.IDENTIFY_MEDICATION:
            return Routed(started, RouteReason.AS_STARTED)
        taking = self.types.taking(said.intent)
        if taking is None or state not in taking.states:
            return Routed(started, RouteReason.AS_STARTED)
        return Routed(taking, RouteReason.INTENT)
