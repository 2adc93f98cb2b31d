"""The six actions on the case in hand: each checks, acts through a service and moves the state machine."""

from collections.abc import Iterable, Sequence
from typing import Any

from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.finding import Finding, FindingCode, Severity
from rxflow.domain.order import CANCELLABLE, Order, Quote
from rxflow.workflow import facts
from rxflow.workflow.consent import read_consent
from rxflow.workflow.pharmacy_choice import PharmacyOption, choose
from rxflow.workflow.prescription_actions import ActionRefusedError, PrescriptionActions
from rxflow.workflow.transitions import IN_HAND
from rxflow.workflow.workflow_types import RefillState, Trigger

OFFERED = 4


class RefillFlow(PrescriptionActions):
    """Acts on one conversation's case for the length of one turn."""

    # -- confirm_dosage ------------------------------------------------------------------------------------------

    def confirm_dosage(self, correct: bool) -> dict[str, Any]:
        """Record whether the prescription shown is the one that the patient means."""
        if self.began_in is not RefillState.CONFIRM_DOSAGE or self.began_with != self.context.rx_number:
            raise ActionRefusedError("Show the medicine and wait for the patient's own answer first.")
        if not correct:
            self.machine.fire(Trigger.DOSAGE_REJECTED)
            waiting = self.context.waiting
            self.context.clear_request()
            self.context.waiting = waiting
            return {"outcome": "rejected", "prescriptions": self.list_prescriptions()}
        prescription = self._in_hand()
        self.machine.fire(Trigger.DOSAGE_CONFIRMED)
        assessment = self.services.refills.assess(self.patient.patient_id, prescription.rx_number)
        if assessment.obstacle is not None:
            return self._with_waiting(self._block(assessment.obstacle, prescription))
        self.machine.fire(Trigger.AUTHORIZATION_CLEARED)
        wished, self.context.wished_pharmacy = self.context.wished_pharmacy, None
        if wished:
            result = self.select_pharmacy(wished)
            if result["outcome"] != "not_recognized":
                return result
        return self._offer(self.options(), "choose_pharmacy")

    # -- select_pharmacy -----------------------------------------------------------------------------------------

    def options(self) -> list[PharmacyOption]:
        """Every pharmacy as an option for the prescription in hand, nearest first and mail order last."""
        return facts.pharmacy_options(self.patient, self._in_hand(), self.services)

    def select_pharmacy(self, pharmacy: str) -> dict[str, Any]:
        """Choose a pharmacy by the patient's words, and quote the refill there."""
        if self.machine.state not in {RefillState.SELECT_PHARMACY, RefillState.CONFIRM_ORDER}:
            raise ActionRefusedError(
                "A pharmacy can be chosen once the medicine is confirmed, and before it is ordered."
            )
        options = self.options()
        by_id = self.services.pharmacies.get(pharmacy)
        named = (by_id,) if by_id else self.services.pharmacies.find(pharmacy)
        fitting = choose(pharmacy, options, named, self.context.offered_pharmacies)
        if len(fitting) == 1:
            return self._quote_at(fitting[0], options)
        reopened = self.machine.state is RefillState.CONFIRM_ORDER
        if reopened:
            self._reopen_pharmacy()
        return self._offer(fitting or options, "choose_pharmacy" if fitting or reopened else "not_recognized")

    def shown(self, pharmacy_ids: Iterable[str]) -> None:
        """Note the pharmacies that an answer lists, so that `the second one` means what the patient sees."""
        if self.machine.state in {RefillState.SELECT_PHARMACY, RefillState.CONFIRM_ORDER}:
            self.context.offered_pharmacies = tuple(pharmacy_ids)

    def _offer(self, options: Sequence[PharmacyOption], outcome: str) -> dict[str, Any]:
        shown = sorted(options, key=lambda option: not option.in_stock)[:OFFERED]
        usual = [option for option in options if option.is_usual and option not in shown and option.in_stock]
        shown = [*usual, *shown][:OFFERED]
        self.context.offered_pharmacies = tuple(option.pharmacy.pharmacy_id for option in shown)
        return {"outcome": outcome, "pharmacies": [facts.pharmacy_option(option, self.services) for option in shown]}

    def _quote_at(self, option: PharmacyOption, options: Sequence[PharmacyOption]) -> dict[str, Any]:
        prescription = self._in_hand()
        try:
            quote = self.services.orders.quote(
                self.context.session_id, self.patient.patient_id, prescription.rx_number, option.pharmacy.pharmacy_id
            )
        except OrderRefusedError as refusal:
            return self._quote_refused(refusal, option, options)
        self.quote = quote
        self.quotes_offered.append(quote.quote_id)
        self.context.pharmacy_id, self.context.quote_id = quote.pharmacy_id, quote.quote_id
        self.context.quote_turn = self.context.turn
        self.context.offered_pharmacies = ()
        self.machine.fire(Trigger.PHARMACY_SELECTED)
        return {"outcome": "confirm_order", "quote": facts.quote(quote, self.services.zone)}

    def _quote_refused(
        self, refusal: OrderRefusedError, option: PharmacyOption, options: Sequence[PharmacyOption]
    ) -> dict[str, Any]:
        """An empty shelf leaves the choice open; anything else needs a person."""
        if self.machine.state is RefillState.CONFIRM_ORDER:
            self._reopen_pharmacy()
        if refusal.code == FindingCode.OUT_OF_STOCK:
            name = option.pharmacy.name
            self._note(
                Finding(
                    FindingCode.OUT_OF_STOCK,
                    Severity.BLOCK,
                    self.replies.text("out_of_stock_at", pharmacy=name),
                    evidence={"pharmacy": name},
                )
            )
            stocked = [other for other in options if other.in_stock and other != option]
            return {**self._offer(stocked, "out_of_stock"), "pharmacy": name}
        assessment = self.services.refills.assess(self.patient.patient_id, self._in_hand().rx_number)
        if assessment.obstacle is not None:
            return self._with_waiting(self._block(assessment.obstacle, self._in_hand()))
        return self.escalate(refusal.code)

    def _reopen_pharmacy(self) -> None:
        self.machine.fire(Trigger.PHARMACY_REOPENED)
        self.context.quote_id = self.context.quote_turn = self.context.pharmacy_id = None

    def quote_in_hand(self) -> Quote | None:
        """The quote that the patient is asked to agree to now, or None.

        While the patient is asked whether to cancel an order, no quote is: one yes cannot answer two questions.
        """
        quote_id = self.context.quote_id
        asks_to_cancel = self.context.cancel_asked is not None and self.context.cancel_asked_turn == self.context.turn
        if self.machine.state is not RefillState.CONFIRM_ORDER or quote_id is None or asks_to_cancel:
            return None
        if self.quote is None or self.quote.quote_id != quote_id:
            self.quote = self.services.orders.find_quote(self.context.session_id, quote_id)
        return self.quote

    def withdraw_dropped_quotes(self) -> None:
        """Take back in the store every quote of this turn, or from before it, that the patient is not asked about now.

        Raises:
            StoreUnavailableError: The withdrawal could not be kept.
        """
        stands = self.machine.state in {RefillState.CONFIRM_ORDER, RefillState.COMPLETE}
        kept = self.context.quote_id if stands else None
        dropped = [quote_id for quote_id in self.quotes_offered if quote_id != kept]
        if dropped:
            self.services.orders.withdraw(self.context.session_id, dropped, "dropped")

    # -- submit_refill_order -------------------------------------------------------------------------------------

    def submit(self) -> dict[str, Any]:
        """Place the order that the patient agreed to in this turn."""
        context = self.context
        # Parallel calls of one message were all allowed before the first of them moved the machine.
        if self.machine.state is not RefillState.CONFIRM_ORDER and context.order_id is None:
            raise ActionRefusedError("No quote is waiting for the patient's yes any more.")
        consent = read_consent(context, self.words, self.button_quote_id, self.services.now())
        if consent is None:
            raise ActionRefusedError(
                "The patient has not agreed to this quote in their own words. Ask for a clear yes."
            )
        self.spend_words(consent.quote_id)
        quote = self.services.orders.find_quote(context.session_id, consent.quote_id)
        try:
            order = self.services.orders.submit(quote, consent)
        except OrderRefusedError as refusal:
            return self._submit_refused(refusal, quote)
        self.orders_changed(order)
        context.order_id = order.order_id
        self.machine.fire(Trigger.ORDER_SUBMITTED)
        wished = context.wished_pharmacy
        result = {"outcome": "ordered", "order": facts.order(order, self.services.zone)}
        context.wished_pharmacy = wished or (quote.pharmacy_id if context.waiting else None)
        return self._with_waiting(result)

    def _submit_refused(self, refusal: OrderRefusedError, quote: Quote) -> dict[str, Any]:
        """Quote again where only the quote is at fault; otherwise say what stands in the way."""
        options = self.options()
        option = next((item for item in options if item.pharmacy.pharmacy_id == quote.pharmacy_id), None)
        if option is None:
            self._reopen_pharmacy()
            return self._offer(options, "choose_pharmacy")
        return {**self._quote_at(option, options), "refused": str(refusal)}

    # -- cancel_refill_order -------------------------------------------------------------------------------------

    def cancel(self, order_id: str | None = None, medication: str | None = None) -> dict[str, Any]:
        """Drop the request in hand, or cancel a placed order after the patient's own yes.

        Args:
            order_id: The order, where it is known.
            medication: The patient's words, which may name one.
        """
        context = self.context
        named = self._named(medication)
        in_progress = self.machine.state in (*IN_HAND, RefillState.CLARIFY_MEDICATION)
        if order_id is None and in_progress and (not named or context.rx_number in named):
            self.machine.fire(Trigger.REQUEST_DROPPED)
            context.clear_request()
            context.waiting = ()
            return {"outcome": "dropped"}
        orders = self._orders_to_cancel(order_id, named)
        if len(orders) > 1:
            return {"outcome": "which_order", "orders": [facts.order(order, self.services.zone) for order in orders]}
        order = orders[0]
        asked_before = context.cancel_asked == order.order_id and context.cancel_asked_turn == context.turn - 1
        if not (asked_before and read_agreement(self.words) is Agreement.YES):
            context.cancel_asked, context.cancel_asked_turn = order.order_id, context.turn
            return {"outcome": "confirm_cancel", "order": facts.order(order, self.services.zone)}
        self.spend_words(order.order_id)
        cancelled = self.services.orders.cancel(self.patient.patient_id, order.order_id)
        self.orders_changed(cancelled)
        context.cancel_asked = context.cancel_asked_turn = None
        if not in_progress:
            self.machine.fire(Trigger.REQUEST_DROPPED)
            context.clear_request()
        return {"outcome": "cancelled", "order": facts.order(cancelled, self.services.zone)}

    def _named(self, words: str | None) -> set[str]:
        mentions = self.resolver.resolve(words, self.prescriptions) if words else ()
        return {rx for mention in mentions for rx in (mention.exact or mention.rx_numbers)}

    def _orders_to_cancel(self, order_id: str | None, named: set[str]) -> list[Order]:
        """The open orders that may be meant; never none."""
        if order_id is not None:
            return [self.services.orders.get(self.patient.patient_id, order_id)]
        orders = self.services.orders.for_patient(self.patient.patient_id)
        found = [order for order in orders if order.status in CANCELLABLE and (not named or order.rx_number in named)]
        if not found:
            raise ActionRefusedError(self.replies.text("nothing_to_cancel"))
        return found
