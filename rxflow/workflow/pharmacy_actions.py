"""Choosing where the basket is filled, and quoting it there: at one pharmacy, or at one for each prescription."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from rxflow.config.feature_flags import ONE_TRIP
from rxflow.dialogue.pharmacy_words import read_wishes
from rxflow.dialogue.text import plain
from rxflow.domain.acting import Permission
from rxflow.domain.errors import OrderRefusedError
from rxflow.domain.finding import Finding, FindingCode, Severity
from rxflow.domain.order import Quote
from rxflow.domain.pharmacy import Pharmacy
from rxflow.workflow import facts
from rxflow.workflow.case_actions import ActionRefusedError
from rxflow.workflow.pharmacy_choice import PharmacyOption, choose
from rxflow.workflow.prescription_actions import PrescriptionActions
from rxflow.workflow.workflow_types import RefillState, Trigger

OFFERED = 4
SOON = timedelta(days=7)
"""How near a refill date must be to be worth lining up with the one in hand."""

_PARTS = re.compile(r",|;|\b(?:and|but|y|pero)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:both|all|everything|together|las dos|los dos|ambas|ambos|todas?|todos?|junt[oa]s)\b")


class PharmacyActions(PrescriptionActions):
    """The part of a turn's work that ends with every prescription of the basket quoted."""

    def options(self, rx_numbers: Iterable[str], named: Iterable[Pharmacy] = ()) -> list[PharmacyOption]:
        """Pharmacies as options for prescriptions together, nearest first and mail order last.

        Args:
            named: Those that the patient named; they count however far they are, as do those offered or chosen before.
        """
        items = [self._prescription(rx) for rx in rx_numbers]
        placed = (line.pharmacy_id for line in self.context.basket if line.pharmacy_id is not None)
        also = (*(each.pharmacy_id for each in named), *self.context.offered_pharmacies, *placed)
        return facts.pharmacy_options(self.patient, items, self.services, also=also)

    def select_pharmacy(self, pharmacy: str) -> dict[str, Any]:
        """Choose pharmacies by the patient's words, and quote the basket when each of it has one.

        While the medicine is not confirmed yet, the words are kept for when it is.

        Args:
            pharmacy: One pharmacy for all, or words such as `lisinopril at CVS and the rest at Costco`.
        """
        self.require(Permission.ORDER)
        if self.machine.state is RefillState.CONFIRM_DOSAGE and self.means_pharmacy(pharmacy):
            self.context.wished_pharmacy = pharmacy
            return {"outcome": "pharmacy_kept"}
        if self.machine.state not in {RefillState.SELECT_PHARMACY, RefillState.CONFIRM_ORDER}:
            raise ActionRefusedError(
                "A pharmacy can be chosen once the medicine is confirmed, and before it is ordered."
            )
        for rx_numbers, words in self._meant(pharmacy):
            still_open = self._choose_for(rx_numbers, words)
            if still_open is not None:
                return still_open
        if unplaced := self._unplaced():
            return self._offer(self.options(unplaced), "choose_pharmacy", unplaced)
        return self._quote_basket()

    def means_pharmacy(self, words: str) -> bool:
        """Whether words name or describe a pharmacy."""
        return bool(self.services.pharmacies.find(words) or read_wishes(words))

    def _unplaced(self) -> tuple[str, ...]:
        return tuple(line.rx_number for line in self.context.basket if line.pharmacy_id is None)

    def _meant(self, words: str) -> list[tuple[tuple[str, ...], str]]:
        """Which prescriptions of the basket each part of the words is about."""
        everything = self.context.rx_numbers
        default = everything if _ALL.search(plain(words)) else self._unplaced() or everything
        if len(everything) == 1:
            return [(everything, words)]
        in_basket = [self._prescription(rx) for rx in everything]
        groups: list[tuple[tuple[str, ...], str]] = []
        named: tuple[str, ...] = ()
        for part in _PARTS.split(words):
            mentions = self.resolver.resolve(part, in_basket)
            named += tuple(rx for mention in mentions for rx in (mention.exact or mention.rx_numbers))
            if self.means_pharmacy(part):
                groups.append((named, part))
                named = ()
        if not any(rx_numbers for rx_numbers, _ in groups):
            return [(default, words)]
        assigned = {rx for rx_numbers, _ in groups for rx in rx_numbers}
        rest = tuple(rx for rx in default if rx not in assigned)
        return [(rx_numbers or rest, part) for rx_numbers, part in groups if rx_numbers or rest]

    def _choose_for(self, rx_numbers: tuple[str, ...], words: str) -> dict[str, Any] | None:
        """Place prescriptions at the one pharmacy that the words mean, or say what is still open."""
        by_id = self.services.pharmacies.get(words)
        named = (by_id,) if by_id else self.services.pharmacies.find(words)
        options = self.options(rx_numbers, named)
        fitting = choose(words, options, named, self.context.offered_pharmacies, self.services.local_now())
        fitting = self._of_the_same_chain(fitting, rx_numbers) or fitting
        if len(fitting) == 1:
            return self._place(fitting[0].pharmacy, rx_numbers)
        reopened = self.machine.state is RefillState.CONFIRM_ORDER
        self._reopen(rx_numbers)
        return self._offer(
            fitting or options, "choose_pharmacy" if fitting or reopened else "not_recognized", rx_numbers
        )

    def _of_the_same_chain(
        self, fitting: Sequence[PharmacyOption], rx_numbers: Collection[str]
    ) -> tuple[PharmacyOption, ...]:
        """The one of several that is of the chain chosen before: `the one on Research`, after `Walgreens`."""
        places = {line.pharmacy_id for line in self.context.basket if line.rx_number in rx_numbers and line.pharmacy_id}
        before = self.services.pharmacies.get(places.pop()) if len(places) == 1 else None
        if before is None or len(fitting) < 2:
            return ()
        same = tuple(option for option in fitting if option.pharmacy.chain == before.chain)
        return same if len(same) == 1 else ()

    def _place(self, pharmacy: Pharmacy, rx_numbers: tuple[str, ...]) -> dict[str, Any] | None:
        missing = [rx for rx in rx_numbers if not self._has(pharmacy, rx)]
        if missing:
            return self._out_of_stock(pharmacy, rx_numbers, missing)
        self.context.place(rx_numbers, pharmacy.pharmacy_id)
        return None

    def _has(self, pharmacy: Pharmacy, rx_number: str) -> bool:
        item = self._prescription(rx_number)
        return self.services.refills.fills_available(self.patient, item, pharmacy.pharmacy_id) != 0

    def _out_of_stock(self, pharmacy: Pharmacy, rx_numbers: tuple[str, ...], missing: Sequence[str]) -> dict[str, Any]:
        """An empty shelf leaves the choice open: first among pharmacies that have everything that was meant for it."""
        told = self.replies.text("out_of_stock_at", pharmacy=pharmacy.name)
        for rx in missing:
            evidence = {"pharmacy": pharmacy.name}
            self.note(Finding(FindingCode.OUT_OF_STOCK, Severity.BLOCK, told, evidence=evidence), rx)
        self._reopen(rx_numbers)
        wanted = rx_numbers
        stocked = [option for option in self.options(wanted) if option.in_stock and option.pharmacy != pharmacy]
        if not stocked and len(missing) < len(rx_numbers):
            # Nobody has all of it: what this pharmacy has stays here, and only the rest goes elsewhere.
            wanted = tuple(missing)
            self.context.place([rx for rx in rx_numbers if rx not in missing], pharmacy.pharmacy_id)
            stocked = [option for option in self.options(wanted) if option.in_stock]
        lacking = [self._prescription(rx).label for rx in missing]
        return {**self._offer(stocked, "out_of_stock", wanted), "pharmacy": pharmacy.name, "missing": lacking}

    def _reopen(self, rx_numbers: Collection[str]) -> None:
        """Open the choice for prescriptions that had a pharmacy; nothing is quoted meanwhile."""
        if self.machine.state is RefillState.CONFIRM_ORDER:
            self.machine.fire(Trigger.PHARMACY_REOPENED)
        self.context.drop_quotes()
        self.context.place(rx_numbers, None)

    def shown(self, pharmacy_ids: Iterable[str]) -> None:
        """Note the pharmacies that an answer lists, so that `the second one` means what the patient sees."""
        if self.machine.state in {RefillState.SELECT_PHARMACY, RefillState.CONFIRM_ORDER}:
            self.context.offer(pharmacy_ids)

    def told_of(self, pharmacies: Sequence[Pharmacy]) -> None:
        """Note the one pharmacy that a question is answered about, so that `fine, that one` means it."""
        self.context.told_of_pharmacy = pharmacies[0].pharmacy_id if len(pharmacies) == 1 else None

    def _offer(self, options: Sequence[PharmacyOption], outcome: str, rx_numbers: Collection[str]) -> dict[str, Any]:
        shown = sorted(options, key=lambda option: not option.in_stock)[:OFFERED]
        usual = [option for option in options if option.is_usual and option not in shown and option.in_stock]
        shown = [*usual, *shown][:OFFERED]
        self.context.offer(option.pharmacy.pharmacy_id for option in shown)
        offer = {"outcome": outcome, "pharmacies": [facts.pharmacy_option(option, self.services) for option in shown]}
        if 0 < len(rx_numbers) < len(self.context.basket):
            offer["only_for"] = [self._prescription(rx).label for rx in rx_numbers]
        return offer

    # -- quotes --------------------------------------------------------------------------------------------------

    def _quote_basket(self) -> dict[str, Any]:
        """Quote every line at its pharmacy; the patient is asked about all of them with one question."""
        context, quotes = self.context, list[Quote]()
        stopped: list[dict[str, Any]] = []
        empty: dict[str, list[str]] = {}
        for line in context.basket:
            place = line.pharmacy_id or ""
            try:
                quotes.append(
                    self.services.orders.quote(context.session_id, self.patient.patient_id, line.rx_number, place)
                )
            except OrderRefusedError as refusal:
                self.orders_refused.append((line.rx_number, refusal.code))
                if refusal.code == FindingCode.OUT_OF_STOCK:
                    empty.setdefault(place, []).append(line.rx_number)
                else:
                    stopped.append(self._quote_refused(refusal, line.rx_number))
        self.quotes_offered += [quote.quote_id for quote in quotes]
        if stopped:
            context.wished_pharmacy = next((line.pharmacy_id for line in context.basket), None)
            return self._settle(stopped)
        for pharmacy_id, missing in empty.items():
            pharmacy = self.services.pharmacies.get(pharmacy_id)
            if pharmacy is not None:
                at_it = tuple(line.rx_number for line in context.basket if line.pharmacy_id == pharmacy_id)
                return self._out_of_stock(pharmacy, at_it, missing)
        return self._ask_to_agree(tuple(quotes))

    def _ask_to_agree(self, quotes: tuple[Quote, ...]) -> dict[str, Any]:
        context = self.context
        context.quoted({quote.rx_number: quote.quote_id for quote in quotes})
        context.offer(())
        self.quotes = quotes
        self.machine.fire(Trigger.PHARMACY_SELECTED)
        result = {
            "outcome": "confirm_order",
            "quotes": [facts.quote(quote, self.services.zone) for quote in quotes],
        }
        is_new = self.began_in is not RefillState.CONFIRM_ORDER
        hints = is_new and self.services.is_on(ONE_TRIP, self.patient, self.acting_as)
        return result | (self._one_trip(quotes) if hints else {})

    def _quote_refused(self, refusal: OrderRefusedError, rx_number: str) -> dict[str, Any]:
        """What a rule or the pharmacy refuses needs a person."""
        prescription = self._prescription(rx_number)
        obstacle = self._assess(rx_number).obstacle
        if obstacle is not None:
            return self._block(obstacle, prescription)
        self.context.take_out({rx_number})
        self.context.drop_quotes()
        return self._hand_over(refusal.code, prescription)

    def _one_trip(self, quotes: Sequence[Quote]) -> dict[str, Any]:
        """How one trip to a pharmacy could serve more: what else is due now or soon, or one pharmacy that has it all.

        Lining up refill dates is medication synchronization, which only a person at the pharmacy can arrange.
        """
        places = {quote.pharmacy_id: quote for quote in quotes}
        if len(places) > 1:
            together = self.options(self.context.rx_numbers)
            fitting = [option for option in together if option.in_stock and option.pharmacy.pharmacy_id in places]
            return {"one_stop": facts.pharmacy_option(fitting[0], self.services)} if fitting else {}
        today = self.services.local_now().date()
        due: list[str] = []
        soon: list[dict[str, str]] = []
        for rx_number, assessment in self.services.refills.assess_all(
            self.patient.patient_id, self.patient.preferred_pharmacy_id
        ).items():
            item, obstacle = self._prescription(rx_number), assessment.obstacle
            drug = self.services.drugs.get(item.drug)
            # Nobody is reminded of a controlled medicine: they ask for it themselves.
            if rx_number in self.context.about or drug is None or drug.schedule.is_controlled:
                continue
            if obstacle is None:
                due.append(item.generic_name)
                continue
            day = obstacle.evidence.get("date") if obstacle.code is FindingCode.TOO_SOON else None
            if day is not None and date.fromisoformat(day) - today <= SOON:
                soon.append({"medication": item.generic_name, "date": day})
        return {key: value for key, value in (("also_due", due), ("due_soon", soon)) if value}

    def quotes_in_hand(self) -> tuple[Quote, ...]:
        """The quotes that the patient is asked to agree to now, all with one answer; none where nothing is asked.

        While the patient is asked whether to cancel an order, no quote is: one yes cannot answer two questions.
        """
        wanted = self.context.quote_ids
        asks_to_cancel = self.context.cancel_asked is not None and self.context.cancel_asked_turn == self.context.turn
        if self.machine.state is not RefillState.CONFIRM_ORDER or not wanted or asks_to_cancel:
            return ()
        if tuple(quote.quote_id for quote in self.quotes) != wanted:
            find = self.services.orders.find_quote
            self.quotes = tuple(find(self.context.session_id, quote_id) for quote_id in wanted)
        return self.quotes

    def withdraw_dropped_quotes(self) -> None:
        """Take back in the store every quote of this turn, or from before it, that the patient is not asked about now.

        Raises:
            StoreUnavailableError: The withdrawal could not be kept.
        """
        in_hand = self.context.quote_ids if self.machine.state is RefillState.CONFIRM_ORDER else ()
        dropped = [each for each in self.quotes_offered if each not in in_hand and each not in self.quotes_ordered]
        if dropped:
            self.services.orders.withdraw(self.context.session_id, dropped, "dropped")
