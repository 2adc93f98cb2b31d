"""States, triggers and the case that a conversation carries."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from rxflow.domain.finding import Route
from rxflow.domain.order import Quote
from rxflow.domain.prescription import Prescription
from rxflow.workflow.pharmacy_choice import PharmacyOption


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
    """A finding as it is kept with a case and shown to programs; `rx_number` is the prescription that it is about."""

    model_config = ConfigDict(frozen=True)

    code: str
    severity: str
    message: str
    route: str | None = None
    rx_number: str | None = None


class StateChange(BaseModel):
    """One step of a session's history."""

    model_config = ConfigDict(frozen=True)

    from_state: RefillState
    to_state: RefillState
    trigger: Trigger
    turn: int


class BasketLine(BaseModel):
    """One prescription of the basket: where it is to be filled, and the quote that the patient is asked about."""

    model_config = ConfigDict(frozen=True)

    rx_number: str
    pharmacy_id: str | None = None
    quote_id: str | None = None


HISTORY_KEPT = 40


class ConversationContext(BaseModel):
    """What a conversation carries from turn to turn; saved with its checkpoint.

    `language` is spoken now, as the patient wrote last; `chosen_language` is what they had chosen for everything then.
    `basket` holds the prescriptions that are being refilled together, each assessed and none blocked; `about` those
    that the request is about, blocked and ordered ones too, for questions such as `how much is it?`. `waiting` holds
    the choices that are still open, each several Rx numbers; `candidates` the choice that the patient is asked about
    now. `quote_turn` is the turn in which the quotes were shown last: consent must come in the next one.
    `wished_pharmacy` keeps a pharmacy that was named early, and `told_of_pharmacy` the one that a question was just
    answered about. `asked_about` and `asked_topic` are what was asked last about a medicine: `and for driving?`.
    `placeholders` are what a model on another machine is shown in place of what identifies the patient.
    """

    session_id: str
    patient_id: str
    language: str = "en"
    chosen_language: str | None = None
    turn: int = 0
    basket: tuple[BasketLine, ...] = ()
    about: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    waiting: tuple[tuple[str, ...], ...] = ()
    findings: tuple[FindingNote, ...] = ()
    wished_pharmacy: str | None = None
    offered_pharmacies: tuple[str, ...] = ()
    told_of_pharmacy: str | None = None
    quote_turn: int | None = None
    order_ids: tuple[str, ...] = ()
    message_id: str | None = None
    case_id: str | None = None
    cancel_asked: str | None = None
    cancel_asked_turn: int | None = None
    asked_about: str | None = None
    asked_topic: str | None = None
    stopped: bool = False
    placeholders: dict[str, str] = Field(default_factory=dict)
    history: tuple[StateChange, ...] = Field(default=(), max_length=HISTORY_KEPT)

    @property
    def rx_numbers(self) -> tuple[str, ...]:
        """The prescriptions of the basket, in the order in which they were asked for."""
        return tuple(line.rx_number for line in self.basket)

    @property
    def quote_ids(self) -> tuple[str, ...]:
        """The quotes of the basket; empty unless every line has one: the patient agrees to all of it or to nothing."""
        quoted = tuple(line.quote_id for line in self.basket if line.quote_id is not None)
        return quoted if len(quoted) == len(self.basket) else ()

    def put_in(self, rx_number: str) -> None:
        """Add a prescription to the basket, once."""
        if rx_number not in self.rx_numbers:
            self.basket = (*self.basket, BasketLine(rx_number=rx_number))

    def take_out(self, rx_numbers: Collection[str]) -> None:
        """Remove prescriptions from the basket."""
        self.basket = tuple(line for line in self.basket if line.rx_number not in rx_numbers)

    def place(self, rx_numbers: Collection[str], pharmacy_id: str | None) -> None:
        """Note where prescriptions of the basket are to be filled; their quotes fall."""
        self.basket = tuple(
            BasketLine(rx_number=line.rx_number, pharmacy_id=pharmacy_id) if line.rx_number in rx_numbers else line
            for line in self.basket
        )

    def quoted(self, quote_ids: Mapping[str, str]) -> None:
        """Note the quote of every prescription of the basket; the patient is shown them in this turn."""
        self.basket = tuple(line.model_copy(update={"quote_id": quote_ids.get(line.rx_number)}) for line in self.basket)
        self.quote_turn = self.turn

    def note_ordered(self, rx_number: str, order_id: str) -> None:
        """Note that the order of a prescription is placed: it leaves the basket."""
        self.order_ids = tuple(dict.fromkeys((*self.order_ids, order_id)))
        self.take_out({rx_number})

    def offer(self, pharmacy_ids: Iterable[str]) -> None:
        """Note the pharmacies that the patient is shown now; what was told of before is no longer pointed at."""
        self.offered_pharmacies = tuple(pharmacy_ids)
        self.told_of_pharmacy = None

    def drop_quotes(self) -> None:
        """Forget what was quoted; where each is to be filled stays."""
        self.basket = tuple(line.model_copy(update={"quote_id": None}) for line in self.basket)
        self.quote_turn = None

    def clear_request(self) -> None:
        """Forget the request in hand and all that came of it."""
        self.basket = self.waiting = ()
        self.about = self.candidates = self.offered_pharmacies = self.order_ids = ()
        self.findings = ()
        self.wished_pharmacy = self.told_of_pharmacy = self.case_id = None
        self.quote_turn = self.cancel_asked = self.cancel_asked_turn = None


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
    """One tool call of a turn, for the page's list of what was checked; `code` says why one failed, where it told."""

    name: str
    success: bool
    milliseconds: float
    arguments: dict[str, Any] = field(default_factory=dict)
    code: str | None = None


@dataclass(frozen=True, slots=True)
class ConversationResponse:
    """The assistant's answer to one message.

    `findings` are those raised in this turn; `order` is the order that it placed or cancelled, and `escalation` the
    case that it opened or changed; where there were more, `also` in each lists them. `quotes` are what the patient is
    asked to agree to now, all of them with one answer; `suggestions` are quick replies. `turn` is the turn that was
    saved with this reply, 0 when it could not be: give it back as `in_reply_to` with the words that answer this reply.
    `degraded` names what had to be used in place of something that failed in this turn, such as `built-in model`.
    `prescriptions` are those that the patient is asked about, and `pharmacies` those that they are offered now.
    """

    session_id: str
    state: RefillState
    message: str
    findings: tuple[FindingNote, ...] = ()
    tools: tuple[ToolUse, ...] = ()
    order: dict[str, Any] | None = None
    escalation: dict[str, Any] | None = None
    suggestions: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    model_calls: int = 0
    turn: int = 0
    degraded: tuple[str, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()
    pharmacies: tuple[PharmacyOption, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The line that `rxflow chat --json` prints."""
        return {
            "session_id": self.session_id,
            "state": self.state.value,
            "message": self.message,
            "findings": [note.model_dump(include={"code", "severity", "message"}) for note in self.findings],
            "tools": [use.name for use in self.tools],
            "order": self.order,
            "escalation": self.escalation,
            "suggestions": list(self.suggestions),
        }
