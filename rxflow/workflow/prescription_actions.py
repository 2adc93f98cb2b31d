"""Taking up a prescription: find it by words, assess it, and put it in hand or hand it to a person."""

from typing import Any

from rxflow.dialogue.medications import MedicationResolver, Mention, MentionKind
from rxflow.dialogue.outgoing import Act
from rxflow.domain.case import EscalationCase
from rxflow.domain.errors import RxFlowError
from rxflow.domain.finding import Finding, FindingCode, Route, Severity
from rxflow.domain.order import Order, Quote
from rxflow.domain.patient import Patient
from rxflow.domain.prescription import Prescription
from rxflow.domain.report import Report
from rxflow.prompts.replies import Replies
from rxflow.services.registry import Services
from rxflow.workflow import facts
from rxflow.workflow.state_machine import RefillStateMachine
from rxflow.workflow.workflow_types import (
    ESCALATION_TRIGGERS,
    ConversationContext,
    RefillState,
    Trigger,
)

LISTED = 8
EITHER = "/"
"""Joins the Rx numbers of a medicine that waits and is still to be chosen."""


class ActionRefusedError(RxFlowError):
    """An action is not possible now; the message says what to do instead."""

    code = "ACTION_REFUSED"


class PrescriptionActions:
    """The part of a turn's work that ends with a prescription in hand, or with a case for a person.

    Args:
        machine: The conversation's state machine and context.
        patient: The signed-in patient; no argument of a tool can name another.
        services: The pharmacy's services.
        resolver: Finds prescriptions by words.
        replies: What patients are told.
        words: The patient's message in this turn.
        button_quote_id: The quote whose button was pressed, or None.
    """

    def __init__(
        self,
        machine: RefillStateMachine,
        patient: Patient,
        services: Services,
        resolver: MedicationResolver,
        replies: Replies,
        words: str,
        button_quote_id: str | None = None,
    ) -> None:
        self.machine = machine
        self.patient = patient
        self.services = services
        self.resolver = resolver
        self.replies = replies
        self.words = words
        self.button_quote_id = button_quote_id
        self.began_in = machine.state
        self.began_with = machine.context.rx_number
        self._words_spent_on: str | None = None
        self.findings: list[Finding] = []
        self.quote: Quote | None = None
        self.order: Order | None = None
        self.case: EscalationCase | None = None
        self.reported: list[tuple[Report, EscalationCase]] = []
        self.orders_concerned: list[Order] = []
        self.acts_listed: set[Act] = set()
        quote_id = machine.context.quote_id
        self.quotes_offered = [] if quote_id is None else [quote_id]
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

    def orders_changed(self, order: Order) -> None:
        """Note an order that was placed or cancelled in this turn."""
        self.order = order
        self._prescriptions = None

    # -- select_prescription -------------------------------------------------------------------------------------

    def select_prescription(self, medication: str, pharmacy: str | None) -> dict[str, Any]:
        """Find the prescription that the words mean, assess it, and put it in hand or say why not."""
        context, offered = self.context, self.context.candidates
        mentions = self.resolver.resolve(medication, self.prescriptions)
        # An answer to "which one?" goes on with what was asked for beside it; anything else is a new request.
        answers = self.began_in is RefillState.CLARIFY_MEDICATION
        before, wished = (context.waiting, context.wished_pharmacy) if answers else ((), None)
        context.clear_request()
        context.waiting, context.wished_pharmacy = before, pharmacy or wished
        if not mentions:
            return self._not_recognized(offered)
        picks = [self._picks(mention, offered) for mention in mentions]
        waiting = [EITHER.join(pick) for pick in picks[1:] if pick]
        result = self._settle(mentions[0], picks[0])
        if mentions[0].strength_asked and result["outcome"] == "confirm_dosage":
            result["strength_asked"] = mentions[0].strength_asked
        context.waiting = tuple(dict.fromkeys(rx for rx in (*waiting, *before) if rx != context.rx_number))
        return self._with_waiting(result)

    def _not_recognized(self, offered: tuple[str, ...]) -> dict[str, Any]:
        """Keep a choice that is open; otherwise offer all that the patient has."""
        if self.began_in is RefillState.CLARIFY_MEDICATION and offered:
            return self._choice(offered, similar=False)
        self.machine.fire(Trigger.REFILL_REQUESTED)
        return {"outcome": "not_recognized", "prescriptions": self.list_prescriptions()}

    def list_prescriptions(self) -> list[str]:
        """The patient's prescriptions as labels; the next words may point at one by its place."""
        self.context.candidates = tuple(item.rx_number for item in self.prescriptions[:LISTED])
        return [facts.label(item, self.replies.language) for item in self.prescriptions[:LISTED]]

    def _choice(self, rx_numbers: tuple[str, ...], similar: bool) -> dict[str, Any]:
        self.context.candidates = rx_numbers
        self.machine.fire(Trigger.MEDICATION_AMBIGUOUS)
        self._note(Finding(FindingCode.AMBIGUOUS, Severity.INFO, self.replies.text("which_one")))
        choices = [facts.prescription(self._prescription(rx), self.replies.language) for rx in rx_numbers]
        return {"outcome": "choose", "similar": similar, "choices": choices}

    def _picks(self, mention: Mention, offered: tuple[str, ...]) -> tuple[str, ...]:
        """The prescriptions that are still to choose from; a look-alike counts until the patient has chosen.

        An Rx number that the patient did not say is a model's pick, and is held to the same rule as a name.
        """
        if mention.kind is not MentionKind.PRESCRIPTION:
            return mention.rx_numbers
        if len(mention.rx_numbers) == 1:
            rx_number = mention.rx_numbers[0]
            if mention.words != rx_number or rx_number in offered or rx_number in self.words.upper().replace(" ", ""):
                return mention.rx_numbers
            return (rx_number, *self.resolver.look_alikes(self._prescription(rx_number), self.prescriptions))
        narrowed = [rx for rx in (mention.exact or mention.rx_numbers) if rx in offered]
        return tuple(narrowed) if len(narrowed) == 1 else mention.rx_numbers

    def _settle(self, mention: Mention, picks: tuple[str, ...]) -> dict[str, Any]:
        if not picks:
            return self._not_on_profile(mention)
        if len(picks) > 1 or mention.kind is MentionKind.SIMILAR:
            return self._choice(picks, mention.kind is MentionKind.SIMILAR)
        return self._take_up(picks[0])

    def _not_on_profile(self, mention: Mention) -> dict[str, Any]:
        name = mention.drug or mention.words
        finding = Finding(
            FindingCode.NOT_FOUND,
            Severity.BLOCK,
            self.replies.text("not_on_profile", name=name),
            Route.PHARMACIST,
            {"drug": name},
        )
        return self._block(finding, None)

    def _take_up(self, rx_number: str) -> dict[str, Any]:
        """Assess one prescription and move to the state that its findings decide."""
        prescription = self._prescription(rx_number)
        assessment = self.services.refills.assess(self.patient.patient_id, rx_number)
        self.context.rx_number = rx_number
        self.context.candidates = ()
        for finding in assessment.findings:
            self._note(finding)
        if assessment.obstacle is not None:
            return self._block(assessment.obstacle, prescription)
        self.machine.fire(Trigger.PRESCRIPTION_SELECTED)
        return {
            "outcome": "confirm_dosage",
            "prescription": facts.prescription(prescription, self.replies.language),
            "findings": facts.findings(assessment.findings, self.replies),
        }

    def _block(self, finding: Finding, prescription: Prescription | None) -> dict[str, Any]:
        """Tell of a finding that stops a refill and open the case that it needs."""
        if finding not in self.findings:
            self._note(finding)
        result: dict[str, Any] = {"outcome": "blocked", "findings": facts.findings([finding], self.replies)}
        if prescription is not None:
            result["prescription"] = facts.prescription(prescription, self.replies.language)
        self.context.quote_id = self.context.quote_turn = None
        if finding.route is None:
            self.machine.fire(Trigger.REFILL_NOT_YET)
            return result
        told = self.replies.finding(finding)
        case = self._open_case(finding.route, finding.code, told, prescription)
        return {**result, "case": facts.case(case)}

    def _open_case(self, route: Route, reason: str, told: str, prescription: Prescription | None) -> EscalationCase:
        rx_number = prescription.rx_number if prescription else None
        urgent = prescription is not None and self.services.refills.is_urgent(prescription)
        urgent = urgent or reason == FindingCode.PREGNANCY
        self.case = self.services.cases.open(
            self.patient.patient_id,
            self.context.session_id,
            route,
            reason,
            tuple(note.code for note in self.context.findings),
            told,
            urgent,
            rx_number,
        )
        self.context.case_id = self.case.case_id
        self.machine.fire(ESCALATION_TRIGGERS[route])
        return self.case

    def _with_waiting(self, result: dict[str, Any]) -> dict[str, Any]:
        """Go on with the next medicine that was asked for, when the one in hand has ended."""
        ended = result["outcome"] in {"blocked", "ordered"}
        if not ended or not self.context.waiting:
            return result
        following, *rest = self.context.waiting
        wished = self.context.wished_pharmacy
        self.context.clear_request()
        self.context.waiting = tuple(rest)
        self.context.wished_pharmacy = wished
        either = tuple(following.split(EITHER))
        settled = self._take_up(either[0]) if len(either) == 1 else self._choice(either, similar=False)
        return {**result, "next": self._with_waiting(settled)}

    def assess_again(self) -> None:
        """Assess the prescription in hand once more: note what is new, and end its refill if a rule now forbids it."""
        prescription = self._in_hand()
        assessment = self.services.refills.assess(self.patient.patient_id, prescription.rx_number)
        if assessment.obstacle is not None:
            self._with_waiting(self._block(assessment.obstacle, prescription))
            return
        known = {note.message for note in self.context.findings}
        for finding in assessment.findings:
            if self.replies.finding(finding) not in known:
                self._note(finding)

    # -- escalate_to_care_team -----------------------------------------------------------------------------------

    def escalate(self, reason: str) -> dict[str, Any]:
        """Open a case for the pharmacist."""
        prescription = self._in_hand() if self.context.rx_number else None
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

    # -- shared --------------------------------------------------------------------------------------------------

    def _note(self, finding: Finding) -> None:
        self.findings.append(finding)
        self.context.findings = (*self.context.findings, facts.note(finding, self.replies))

    def _in_hand(self) -> Prescription:
        if self.context.rx_number is None:
            raise ActionRefusedError("Choose a prescription first.")
        return self._prescription(self.context.rx_number)

    def _prescription(self, rx_number: str) -> Prescription:
        found = self.find_prescription(rx_number)
        if found is None:
            raise ActionRefusedError("That prescription is not on this patient's profile.")
        return found

    def find_prescription(self, rx_number: str) -> Prescription | None:
        """One of the patient's own prescriptions, or None."""
        return next((item for item in self.prescriptions if item.rx_number == rx_number), None)
