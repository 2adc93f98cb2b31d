"""What the built-in model does with a patient's message: the tool calls that fit its intent and the state."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rxflow.dialogue.intents import Intent, pharmacy_slot, read_intent
from rxflow.dialogue.medications import MedicationResolver, other_strengths
from rxflow.dialogue.pharmacy_words import read_ordinal, read_wishes
from rxflow.dialogue.text import plain, words_of


@dataclass(frozen=True, slots=True)
class Call:
    """A tool call to make."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Say:
    """A message to give without a tool, by its key in the catalogue."""

    key: str


Step = Call | Say

_ABOUT_MEDICINE = {
    Intent.INTERACTIONS: "check_drug_interactions",
    Intent.ADHERENCE: "check_medication_adherence",
    Intent.PURPOSE: "patient_medication_history",
    Intent.REFILLS_LEFT: "patient_medication_history",
    Intent.NEXT_DATE: "patient_medication_history",
    Intent.AUTHORIZATION: "prior_authorization_lookup",
    Intent.COVERAGE: "check_insurance_formulary",
    Intent.BRAND_GENERIC: "compare_brand_generic_prices",
    Intent.PRICE: "goodrx_price_lookup",
    Intent.STOCK: "check_pharmacy_inventory",
}
_WITH_PHARMACY = frozenset({Intent.BRAND_GENERIC, Intent.PRICE, Intent.STOCK})
_ABOUT_PHARMACY = {Intent.WAIT: "get_pharmacy_wait_times", Intent.HOURS: "get_pharmacy_details"}
_REASONS = {
    Intent.PERSON: "The patient asks for a person",
    Intent.EARLY: "The patient is travelling, or lost the medicine",
}
_SAID = {
    Intent.IDENTITY: Say("identity"),
    Intent.GOODBYE: Say("goodbye"),
    Intent.OTHER_PATIENT: Say("own_only"),
    Intent.ADVICE: Say("ask_pharmacist"),
    Intent.HELP: Say("help"),
    Intent.THANKS: Say("thanks"),
    Intent.GREETING: Say("greeting"),
}
_CHOOSING = frozenset({"IDENTIFY_MEDICATION", "CLARIFY_MEDICATION"})
_IN_HAND = frozenset({"CONFIRM_DOSAGE", "SELECT_PHARMACY", "CONFIRM_ORDER"})
_BOTH = re.compile(r"\b(?:both|all of them|all(?! right)|the two|las dos|los dos|ambas|ambos|todas|todos)\b")
_SENTENCE = re.compile(r"[.,;:!?\n]|\b(?:and|but|so|y|pero)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:refill\w*|renew\w*|reorder|need|want|order|(?:run|ran|running) out)\b"
    r"|\b(?:resurt\w+|surtir|necesito|quiero|quisiera)\b"
)
_ANSWERS = frozenset({Intent.YES, Intent.MILD_YES, Intent.NO, Intent.BACK, Intent.STOP, Intent.OTHER_PHARMACY})
_YES_WORDS = frozenset("yes yeah yep ok okay sure right correct si claro".split())


class Policy:
    """Chooses the next step for a message; deterministic.

    Args:
        resolver: Tells whether words name a medicine.
        names_pharmacy: Tells whether words name a pharmacy.
    """

    def __init__(self, resolver: MedicationResolver, names_pharmacy: Callable[[str], bool]) -> None:
        self._resolver = resolver
        self._names_pharmacy = names_pharmacy

    def first_step(self, text: str, case: dict[str, Any]) -> Step:
        """The step for a message to which no tool has been called yet.

        Args:
            text: What the patient said.
            case: The brief's case.
        """
        intent = read_intent(text)
        if intent in _REASONS:
            return Call("escalate_to_care_team", {"reason": f"{_REASONS[intent]}: {text}"[:300]})
        if case.get("stopped"):
            return Say("emergency_short")
        if intent is Intent.FOR_CHILD:
            intent = Intent.REFILL if case.get("guardian_speaks") else Intent.OTHER_PATIENT
        if case.get("reported"):
            return self._beside_report(intent, text, case)
        if intent in _SAID:
            return _SAID[intent]
        if intent is Intent.CANCEL:
            return Call("cancel_refill_order", {"medication": text[:300]} if self._medicine(text) else {})
        if intent is Intent.ALLERGIES:
            return Call("check_patient_allergies")
        if intent is Intent.MY_MEDICINES:
            return Call("patient_medication_history", {"medication": text[:300]} if self._medicine(text) else {})
        if intent is Intent.TRACK:
            return Say("as_it_stands") if case["state"] == "CONFIRM_ORDER" else Call("track_refill_order")
        if intent in _ABOUT_MEDICINE:
            return self._about_medicine(intent, text)
        if intent in _ABOUT_PHARMACY:
            return Call(_ABOUT_PHARMACY[intent], self._pharmacy_argument(text))
        if intent is Intent.PHARMACY_FEATURE:
            return Call("find_nearby_pharmacies", {"wish": text[:300]} if self._pharmacy(text) else {})
        return self._in_state(intent, text, case)

    def next_step(self, text: str, tool: str, data: dict[str, Any]) -> Step | None:
        """The step after a tool's result: a pharmacy that the patient named in the same breath."""
        if tool != "confirm_dosage" or data.get("outcome") != "choose_pharmacy":
            return None
        slot = pharmacy_slot(text) or text
        return Call("select_pharmacy", {"pharmacy": slot[:300]}) if self._pharmacy(slot) else None

    def _beside_report(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        """What else a message asks that reports something: the report itself has been noted already."""
        if case.get("cancel_asked"):
            return Call("cancel_refill_order", {"order_id": case["cancel_asked"]})
        if asked := " ".join(part for part in _SENTENCE.split(text) if _ASKS.search(plain(part))):
            return self._in_state(Intent.REFILL, asked, case)
        answers_question = intent in _ANSWERS or self._pharmacy(text)
        return self._in_state(intent, text, case) if case["state"] in _IN_HAND and answers_question else Say("still")

    def _medicine(self, text: str) -> bool:
        return self._resolver.names_medicine(text)

    def _pharmacy(self, text: str) -> bool:
        return bool(read_wishes(text)) or self._names_pharmacy(text)

    def _pharmacy_argument(self, text: str) -> dict[str, Any]:
        slot = pharmacy_slot(text) or text
        return {"pharmacy": slot[:300]} if self._names_pharmacy(slot) else {}

    def _about_medicine(self, intent: Intent, text: str) -> Call:
        arguments = {"medication": text[:300]} if self._medicine(text) else {}
        if intent in _WITH_PHARMACY:
            arguments |= self._pharmacy_argument(text)
        return Call(_ABOUT_MEDICINE[intent], arguments)

    def _in_state(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if case.get("cancel_asked"):
            return self._about_cancelling(intent, text, case)
        state = case["state"]
        if intent is Intent.STOP and not self._medicine(text):
            stoppable = state in _IN_HAND or state == "CLARIFY_MEDICATION"
            return Call("cancel_refill_order") if stoppable else Say("nothing_to_stop")
        if state == "CONFIRM_DOSAGE":
            return self._confirm_dosage(intent, text, case)
        if state == "SELECT_PHARMACY":
            return self._select_pharmacy(intent, text, case)
        if state == "CONFIRM_ORDER":
            return self._confirm_order(intent, text)
        if state == "CLARIFY_MEDICATION":
            return self._clarify(intent, text, case)
        return self._ask_for_medicine(intent, text, case)

    def _about_cancelling(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if intent is Intent.YES:
            return Call("cancel_refill_order", {"order_id": case["cancel_asked"]})
        if intent is Intent.REFILL and self._medicine(text):
            return self._select(text)
        return Say("kept")

    def _confirm_dosage(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if intent in {Intent.YES, Intent.MILD_YES}:
            return Call("confirm_dosage", {"correct": True})
        begins_with_yes = bool(_YES_WORDS.intersection(words_of(text)[:1]))
        if self._medicine(text):
            named = {drug.name for drug in self._resolver.drugs_named(text)}
            same = named <= {case["in_hand"]["drug"]} and not other_strengths(text, case["in_hand"]["medication"])
            return Call("confirm_dosage", {"correct": True}) if begins_with_yes and same else self._select(text)
        if intent in {Intent.NO, Intent.BACK}:
            return Call("confirm_dosage", {"correct": False})
        if begins_with_yes and self._pharmacy(text):
            return Call("confirm_dosage", {"correct": True})
        return Say("take_your_time" if intent is Intent.UNSURE else "cannot")

    def _select_pharmacy(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if intent is Intent.BACK:
            return Call("select_prescription", {"medication": case["in_hand"]["rx_number"]})
        if not self._pharmacy(text):
            if self._medicine(text):
                return self._select(text)
            if intent in {Intent.NO, Intent.UNSURE}:
                return Say("no_pharmacy" if intent is Intent.NO else "take_your_time")
        return Call("select_pharmacy", {"pharmacy": text[:300]})

    def _confirm_order(self, intent: Intent, text: str) -> Step:
        if intent is Intent.YES:
            return Call("submit_refill_order")
        # A pharmacy or a medicine that is named comes before the no or the hesitation around it.
        if intent in {Intent.BACK, Intent.OTHER_PHARMACY} or self._pharmacy(text):
            return Call("select_pharmacy", {"pharmacy": text[:300]})
        if self._medicine(text):
            return self._select(text)
        if intent is Intent.NO:
            return Call("cancel_refill_order")
        return Say("take_your_time" if intent is Intent.UNSURE else "not_agreed")

    def _clarify(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        candidates = case.get("candidates", [])
        if _BOTH.search(plain(text)):
            return Call("select_prescription", {"medication": " ".join(item["rx_number"] for item in candidates)})
        if intent in {Intent.YES, Intent.MILD_YES} and len(candidates) == 1:
            return Call("select_prescription", {"medication": candidates[0]["rx_number"]})
        if intent in {Intent.NO, Intent.BACK} and not self._medicine(text):
            return Call("cancel_refill_order")
        return self._ordinal(text, candidates) or self._select(text)

    def _ask_for_medicine(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if chosen := self._ordinal(text, case.get("candidates", [])):
            return chosen
        choosing = case["state"] in _CHOOSING and intent is Intent.UNKNOWN
        # What a medicine is for is no request by itself: `I am in pain` asks for nothing yet.
        if self._resolver.names_drug(text) or intent is Intent.REFILL or choosing:
            return self._select(text)
        if intent in {Intent.YES, Intent.MILD_YES, Intent.UNSURE, Intent.BACK}:
            return Say("anything_else")
        return Say("goodbye" if intent is Intent.NO else "cannot")

    @staticmethod
    def _ordinal(text: str, candidates: list[dict[str, str]]) -> Call | None:
        place = read_ordinal(text, len(candidates))
        return None if place is None else Call("select_prescription", {"medication": candidates[place]["rx_number"]})

    def _select(self, text: str) -> Call:
        slot = pharmacy_slot(text)
        arguments = {"medication": text[:300]}
        return Call("select_prescription", arguments | ({"pharmacy": slot} if slot and self._pharmacy(slot) else {}))
