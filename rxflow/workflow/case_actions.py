"""What a turn works with, and its ends that need a person: a finding that stops a refill, and a case."""

from collections.abc import Collection
from typing import Any

from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.outgoing import Act
from rxflow.domain.acting import ActingAs, Permission, may
from rxflow.domain.case import EscalationCase
from rxflow.domain.errors import RxFlowError
from rxflow.domain.finding import Assessment, Finding, FindingCode, Route, Severity
from rxflow.domain.order import Order, Quote
from rxflow.domain.patient import Patient
from rxflow.domain.prescription import Prescription
from rxflow.domain.report import Report
from rxflow.prompts.replies import Replies
from rxflow.services.order_refusals import refusal
from rxflow.services.registry import Services
from rxflow.workflow import facts
from rxflow.workflow.state_machine import RefillStateMachine
from rxflow.workflow.workflow_types import ESCALATION_TRIGGERS, ConversationContext, Trigger


class ActionRefusedError(RxFlowError):
    """An action is not possible now; the message says what to do instead."""

    code = "ACTION_REFUSED"


class CaseActions:
    """One turn of one conversation's case.

    Args:
        machine: The conversation's state machine and context.
        patient: The signed-in patient; no argument of a tool can name another.
        services: The pharmacy's services.
        resolver: Finds prescriptions by words.
        replies: What patients are told.
        words: The patient's message in this turn.
        button_quote_ids: The quotes whose button was pressed, or None.
        acting_as: Who speaks.
    """

    def __init__(
        self,
        machine: RefillStateMachine,
        patient: Patient,
        services: Services,
        resolver: MedicationResolver,
        replies: Replies,
        words: str,
        button_quote_ids: Collection[str] | None = None,
        acting_as: ActingAs = ActingAs.PATIENT,
    ) -> None:
        self.acting_as = acting_as
        self.was_not_permitted = False
        self.machine = machine
        self.patient = patient
        self.services = services
        self.resolver = resolver
        self.replies = replies
        self.words = words
        self.button_quote_ids = button_quote_ids
        self.began_in = machine.state
        self.began_with = machine.context.rx_numbers
        self._words_spent_on: str | None = None
        self._found: list[tuple[str | None, Finding]] = []
        self.later: list[dict[str, str]] = []
        self.quotes: tuple[Quote, ...] = ()
        self.orders: list[Order] = []
        self.orders_refused: list[tuple[str, str]] = []
        self.cases: list[EscalationCase] = []
        self.reported: list[tuple[Report, EscalationCase]] = []
        self.orders_concerned: list[Order] = []
        self.acts_listed: set[Act] = set()
        self.quotes_ordered: set[str] = set()
        self.information: dict[str, Any] | None = None
        self.quotes_offered = list(machine.context.quote_ids)
        self._prescriptions: tuple[Prescription, ...] | None = None

    @property
    def context(self) -> ConversationContext:
        return self.machine.context

    @property
    def prescriptions(self) -> tuple[Prescription, ...]:
        """The patient's prescriptions as they stand; read once a turn, and again after an order changed them."""
        if self._prescriptions is None:
            self._prescriptions = self.services.refills.prescriptions(self.patient.patient_id)
        return self._prescriptions

    @property
    def findings(self) -> list[Finding]:
        """What was found in this turn, in order."""
        return [finding for _, finding in self._found]

    @property
    def found(self) -> tuple[tuple[str | None, Finding], ...]:
        """The same, each with the Rx number that it is about."""
        return tuple(self._found)

    def require(self, act: Permission) -> None:
        """Go on only if whoever speaks may do this; that they may not is told with the turn's reply.

        Raises:
            OrderRefusedError: NOT_PERMITTED.
        """
        if not may(act, self.acting_as, self.patient, self.services.local_now().date()):
            self.was_not_permitted = True
            raise refusal("NOT_PERMITTED")

    def orders_changed(self, order: Order) -> None:
        """Note an order that was placed or cancelled in this turn."""
        self.orders.append(order)
        self._prescriptions = None

    def _assess(self, rx_number: str) -> Assessment:
        return self.services.refills.assess(self.patient.patient_id, rx_number, self.patient.preferred_pharmacy_id)

    def _talk_about(self, rx_number: str) -> None:
        self.context.about = tuple(dict.fromkeys((*self.context.about, rx_number)))

    def _block(self, finding: Finding, prescription: Prescription | None) -> dict[str, Any]:
        """Tell of a finding that stops a refill, take it out of the basket and open the case that it needs."""
        rx_number = prescription.rx_number if prescription else None
        if finding not in self.findings:
            self.note(finding, rx_number)
        result: dict[str, Any] = {"outcome": "blocked", "findings": facts.findings([finding], self.replies)}
        if prescription is not None:
            result["prescription"] = facts.prescription(prescription, self.replies.language)
            self.context.take_out({prescription.rx_number})
        self.context.drop_quotes()
        if finding.route is None:
            self.machine.fire(Trigger.REFILL_NOT_YET)
            return result
        told = self.replies.finding(finding)
        case = self._open_case(finding.route, finding.code, told, prescription)
        return {**result, "case": facts.case(case)}

    def _open_case(self, route: Route, reason: str, told: str, prescription: Prescription | None) -> EscalationCase:
        self.require(Permission.OPEN_CASE)
        rx_number = prescription.rx_number if prescription else None
        urgent = prescription is not None and self.services.refills.is_urgent(prescription)
        urgent = urgent or reason == FindingCode.PREGNANCY
        case = self.services.cases.open(
            self.patient.patient_id,
            self.context.session_id,
            route,
            reason,
            tuple(
                note.code for note in self.context.findings if rx_number is None or note.rx_number in {None, rx_number}
            ),
            told,
            urgent,
            rx_number,
        )
        self.cases.append(case)
        self.context.case_id = case.case_id
        self.machine.fire(ESCALATION_TRIGGERS[route])
        return case

    # -- escalate_to_care_team -----------------------------------------------------------------------------------

    def escalate(self, reason: str) -> dict[str, Any]:
        """Open a case for the pharmacist; it names the prescription in hand, or the stopped one, where it is alone."""
        self.require(Permission.OPEN_CASE)
        stopped = (note.rx_number for note in self.context.findings if note.severity == Severity.BLOCK)
        in_hand = self.context.rx_numbers or tuple(dict.fromkeys(rx for rx in stopped if rx is not None))
        return self._hand_over(reason, self._prescription(in_hand[0]) if len(in_hand) == 1 else None)

    def _hand_over(self, reason: str, prescription: Prescription | None) -> dict[str, Any]:
        case = self._open_case(Route.PHARMACIST, reason, self.replies.text("pharmacist_will_answer"), prescription)
        return {"outcome": "escalated", "case": facts.case(case)}

    def spend_words(self, act: str) -> None:
        """Use the patient's yes for an act; another act in the same turn needs another yes.

        Raises:
            ActionRefusedError: This turn's words have been used for something else.
        """
        if self._words_spent_on not in {None, act}:
            raise ActionRefusedError("The patient's yes was to one question only. Ask again for the other.")
        self._words_spent_on = act

    def note(self, finding: Finding, rx_number: str | None = None) -> None:
        """Keep a finding of this turn, with the prescription that it is about."""
        self._found.append((rx_number, finding))
        self.context.findings = (*self.context.findings, facts.note(finding, self.replies, rx_number))

    def _prescription(self, rx_number: str) -> Prescription:
        found = self.find_prescription(rx_number)
        if found is None:
            raise ActionRefusedError("That prescription is not on this patient's profile.")
        return found

    def find_prescription(self, rx_number: str) -> Prescription | None:
        """One of the patient's own prescriptions, or None."""
        return next((item for item in self.prescriptions if item.rx_number == rx_number), None)
