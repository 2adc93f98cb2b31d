"""States, triggers and the case that a conversation carries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from rxflow.domain.finding import Route
from rxflow.domain.order import Quote


class RefillState(StrEnum):
    START = "START"
    IDENTIFY_MEDICATION = "IDENTIFY_MEDICATION"
    CLARIFY_MEDICATION = "CLARIFY_MEDICATION"
    CONFIRM_DOSAGE = "CONFIRM_DOSAGE"
    CHECK_AUTHORIZATION = "CHECK_AUTHORIZATION"
    SELECT_PHARMACY = "SELECT_PHARMACY"
    CONFIRM_ORDER = "CONFIRM_ORDER"
    COMPLETE = "COMPLETE"
    ESCALATE_PA = "ESCALATE_PA"
    ESCALATE_PRESCRIBER = "ESCALATE_PRESCRIBER"
    ESCALATE_PHARMACIST = "ESCALATE_PHARMACIST"
    ERROR = "ERROR"


ESCALATIONS = {
    Route.PRESCRIBER: RefillState.ESCALATE_PRESCRIBER,
    Route.PHARMACIST: RefillState.ESCALATE_PHARMACIST,
    Route.INSURER: RefillState.ESCALATE_PA,
}
"""The state in which a case for each route waits."""


class Trigger(StrEnum):
    """What can move the machine. Tools' results fire them; words and models cannot."""

    REFILL_REQUESTED = "refill_requested"
    MEDICATION_AMBIGUOUS = "medication_ambiguous"
    PRESCRIPTION_SELECTED = "prescription_selected"
    REFILL_NOT_YET = "refill_not_yet"
    DOSAGE_CONFIRMED = "dosage_confirmed"
    DOSAGE_REJECTED = "dosage_rejected"
    AUTHORIZATION_CLEARED = "authorization_cleared"
    PHARMACY_SELECTED = "pharmacy_selected"
    PHARMACY_REOPENED = "pharmacy_reopened"
    ORDER_SUBMITTED = "order_submitted"
    REQUEST_DROPPED = "request_dropped"
    PRESCRIBER_NEEDED = "prescriber_needed"
    PHARMACIST_NEEDED = "pharmacist_needed"
    INSURER_NEEDED = "insurer_needed"
    FAILED = "failed"


ESCALATION_TRIGGERS = {
    Route.PRESCRIBER: Trigger.PRESCRIBER_NEEDED,
    Route.PHARMACIST: Trigger.PHARMACIST_NEEDED,
    Route.INSURER: Trigger.INSURER_NEEDED,
}


class FindingNote(BaseModel):
    """A finding as it is kept with a case and shown to programs."""

    model_config = ConfigDict(frozen=True)

    code: str
    severity: str
    message: str
    route: str | None = None


class StateChange(BaseModel):
    """One step of a session's history."""

    model_config = ConfigDict(frozen=True)

    from_state: RefillState
    to_state: RefillState
    trigger: Trigger
    turn: int


HISTORY_KEPT = 40


class ConversationContext(BaseModel):
    """What a conversation carries from turn to turn; saved with its checkpoint.

    `quote_turn` is the turn in which the quote was shown last: consent must come in the next one. `waiting` holds what
    the patient also asked for, in order: an Rx number, or several to choose from. `wished_pharmacy` keeps a pharmacy
    that was named early.
    """

    session_id: str
    patient_id: str
    language: str = "en"
    turn: int = 0
    rx_number: str | None = None
    candidates: tuple[str, ...] = ()
    findings: tuple[FindingNote, ...] = ()
    wished_pharmacy: str | None = None
    pharmacy_id: str | None = None
    offered_pharmacies: tuple[str, ...] = ()
    quote_id: str | None = None
    quote_turn: int | None = None
    order_id: str | None = None
    case_id: str | None = None
    waiting: tuple[str, ...] = ()
    cancel_asked: str | None = None
    cancel_asked_turn: int | None = None
    stopped: bool = False
    history: tuple[StateChange, ...] = Field(default=(), max_length=HISTORY_KEPT)

    def clear_request(self) -> None:
        """Forget the request in hand; what waits behind it is kept."""
        self.rx_number = self.wished_pharmacy = self.pharmacy_id = None
        self.quote_id = self.order_id = self.case_id = None
        self.quote_turn = self.cancel_asked = self.cancel_asked_turn = None
        self.candidates = self.offered_pharmacies = ()
        self.findings = ()


Guard = Callable[[ConversationContext], bool]


@dataclass(frozen=True, slots=True)
class StateTransition:
    """One row of the transition table. `condition` must hold for the transition to be taken."""

    from_state: RefillState
    to_state: RefillState
    trigger: Trigger
    condition: Guard
    description: str


@dataclass(frozen=True, slots=True)
class ToolUse:
    """One tool call of a turn, for the page's list of what was checked."""

    name: str
    success: bool
    milliseconds: float
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConversationResponse:
    """The assistant's answer to one message.

    `findings` are those raised in this turn; `order` and `escalation` are the order placed and the case opened or
    changed in it; `quote` is what the patient is asked to agree to now; `suggestions` are quick replies.
    """

    session_id: str
    state: RefillState
    message: str
    findings: tuple[FindingNote, ...] = ()
    tools: tuple[ToolUse, ...] = ()
    order: dict[str, Any] | None = None
    escalation: dict[str, Any] | None = None
    suggestions: tuple[str, ...] = ()
    quote: Quote | None = None
    model_calls: int = 0

    def to_json(self) -> dict[str, Any]:
        """The line that `rxflow chat --json` prints."""
        return {
            "session_id": self.session_id,
            "state": self.state.value,
            "message": self.message,
            "findings": [note.model_dump(exclude={"route"}) for note in self.findings],
            "tools": [use.name for use in self.tools],
            "order": self.order,
            "escalation": self.escalation,
            "suggestions": list(self.suggestions),
        }
