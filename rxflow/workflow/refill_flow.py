"""The six actions on the case in hand: each checks, acts through a service and moves the state machine."""

from typing import Any

from rxflow.dialogue.cancelling import agrees_to_cancel
from rxflow.domain.acting import Permission
from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.order import CANCELLABLE, Order, Quote
from rxflow.workflow import facts
from rxflow.workflow.case_actions import ActionRefusedError
from rxflow.workflow.consent import read_consent
from rxflow.workflow.pharmacy_actions import PharmacyActions
from rxflow.workflow.transitions import IN_HAND
from rxflow.workflow.workflow_types import RefillState, Trigger


class RefillFlow(PharmacyActions):
    """Acts on one conversation's case for the length of one turn."""

    # -- confirm_dosage ------------------------------------------------------------------------------------------

    def confirm_dosage(self, correct: bool) -> dict[str, Any]:
        """Record whether the prescriptions shown are the ones that the patient means."""
        self.require(Permission.ORDER)
        if self.began_in is not RefillState.CONFIRM_DOSAGE or self.began_with != self.context.rx_numbers:
            raise ActionRefusedError("Show the medicine and wait for the patient's own answer first.")
        if not correct:
            self.machine.fire(Trigger.DOSAGE_REJECTED)
            self.context.clear_request()
            return {"outcome": "rejected", "prescriptions": self.list_prescriptions()}
        self.machine.fire(Trigger.DOSAGE_CONFIRMED)
        stopped = [
            self._block(obstacle, self._prescription(rx_number))
            for rx_number in self.context.rx_numbers
            if (obstacle := self._assess(rx_number).obstacle) is not None
        ]
        if stopped:
            return self._settle(stopped)
        self.machine.fire(Trigger.AUTHORIZATION_CLEARED)
        return self._go_to_pharmacy()

    def _go_to_pharmacy(self) -> dict[str, Any]:
        """Quote at the pharmacy that was named early or is known already, or ask for one."""
        # `Yes, at Costco` comes before a pharmacy that was named earlier.
        named_now = self.words if self.services.pharmacies.find(self.words) else None
        wished, self.context.wished_pharmacy = named_now or self.context.wished_pharmacy, None
        unplaced = self._unplaced()
        if not unplaced:
            return self._quote_basket()
        if wished:
            result = self.select_pharmacy(wished)
            if result["outcome"] != "not_recognized":
                return result
        return self._offer(self.options(unplaced), "choose_pharmacy", unplaced)

    # -- submit_refill_order -------------------------------------------------------------------------------------

    def submit(self) -> dict[str, Any]:
        """Place the orders that the patient agreed to in this turn; each stands on its own."""
        self.require(Permission.ORDER)
        context = self.context
        # Parallel calls of one message were all allowed before the first of them moved the machine.
        if self.machine.state is not RefillState.CONFIRM_ORDER:
            raise ActionRefusedError("No quote is waiting for the patient's yes any more.")
        consents = read_consent(context, self.words, self.button_quote_ids, self.services.now())
        if not consents:
            raise ActionRefusedError(
                "The patient has not agreed to this quote in their own words. Ask for a clear yes."
            )
        self.spend_words(" ".join(context.quote_ids))
        refusals: list[OrderRefusedError] = []
        for consent in consents:
            quote = self.services.orders.find_quote(context.session_id, consent.quote_id)
            try:
                self._note_ordered(quote, self.services.orders.submit(quote, consent))
            except OrderRefusedError as refusal:
                refusals.append(refusal)
                self.orders_refused.append((quote.rx_number, refusal.code))
        placed = [facts.order(order, self.services.zone) for order in self.orders]
        if not refusals:
            self.machine.fire(Trigger.ORDER_SUBMITTED)
            return {"outcome": "ordered", "orders": placed}
        again = {**self._quote_basket(), "refused": self.replies.refusal(refusals[0].code)}
        return {"outcome": "ordered", "orders": placed, "next": again} if placed else again

    def _note_ordered(self, quote: Quote, order: Order) -> None:
        self.orders_changed(order)
        self.quotes_ordered.add(quote.quote_id)
        self.context.note_ordered(quote.rx_number, order.order_id)

    # -- cancel_refill_order -------------------------------------------------------------------------------------

    def cancel(self, order_id: str | None = None, medication: str | None = None) -> dict[str, Any]:
        """Drop the request in hand or a part of it, or cancel a placed order after the patient's own yes.

        Args:
            order_id: The order, where it is known.
            medication: The patient's words, which may name one.
        """
        self.require(Permission.CANCEL)
        context = self.context
        named = self._named(medication)
        in_progress = self.machine.state in (*IN_HAND, RefillState.CLARIFY_MEDICATION)
        offered = context.candidates if self.machine.state is RefillState.CLARIFY_MEDICATION else ()
        in_hand = {*context.rx_numbers, *offered}
        if order_id is None and in_progress and (not named or named & in_hand):
            return self._drop(named)
        orders = self._orders_to_cancel(order_id, named)
        if len(orders) > 1:
            return {"outcome": "which_order", "orders": [facts.order(order, self.services.zone) for order in orders]}
        order = orders[0]
        asked_before = context.cancel_asked == order.order_id and context.cancel_asked_turn == context.turn - 1
        if not (asked_before and agrees_to_cancel(self.words, self._named(self.words) == {order.rx_number})):
            context.cancel_asked, context.cancel_asked_turn = order.order_id, context.turn
            return {"outcome": "confirm_cancel", "order": facts.order(order, self.services.zone)}
        self.spend_words(order.order_id)
        cancelled = self.services.orders.cancel(self.patient.patient_id, order.order_id, self.acting_as)
        self.orders_changed(cancelled)
        context.cancel_asked = context.cancel_asked_turn = None
        if not in_progress:
            self.machine.fire(Trigger.REQUEST_DROPPED)
            context.clear_request()
        return {"outcome": "cancelled", "order": facts.order(cancelled, self.services.zone)}

    def _drop(self, named: set[str]) -> dict[str, Any]:
        """Take what was named out of the request in hand; without a name, or when nothing is left, end it."""
        context = self.context
        if named:
            context.take_out(named)
            context.drop_quotes()
            context.waiting = tuple(group for group in context.waiting if not named & set(group))
        if not named or not (context.basket or context.waiting):
            self.machine.fire(Trigger.REQUEST_DROPPED)
            context.clear_request()
            return {"outcome": "dropped"} | self._not_today()
        context.candidates = ()
        if context.waiting or self.machine.state in {RefillState.CLARIFY_MEDICATION, RefillState.CONFIRM_DOSAGE}:
            return self._settle([])
        if unplaced := self._unplaced():
            return self._offer(self.options(unplaced), "choose_pharmacy", unplaced)
        return self._quote_basket()

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
