"""What the built-in model does with a patient's message: the tool calls that fit its intent and the state."""

import re
from collections.abc import Callable
from typing import Any

from rxflow.dialogue.agreement import Agreement, read_agreement
from rxflow.dialogue.basket_words import (
    ADD_WORDS,
    ASKS_FIRST,
    BOTH,
    NEITHER,
    OTHER_ONE,
    THAT_ONE,
    adds,
    asked_beside,
    left_out,
    says_it_is_right,
    to_cancel,
    without_left_out,
)
from rxflow.dialogue.intents import Evidence, Intent, pharmacy_slot, pharmacy_slots
from rxflow.dialogue.medications import MedicationResolver
from rxflow.dialogue.pharmacy_words import read_ordinal
from rxflow.dialogue.spoken import spoken
from rxflow.dialogue.text import plain
from rxflow.dialogue.understanding import MessageReader, Understanding
from rxflow.llm.lookups import answer_to, medicine_step
from rxflow.llm.steps import Call, Say, Step

CLINICAL = "clinical"
_REASONS = {
    Intent.PERSON: "The patient asks for a person",
    Intent.EARLY: "The patient is travelling, or lost the medicine",
}
_CHOOSING = frozenset({"IDENTIFY_MEDICATION", "CLARIFY_MEDICATION"})
_IN_HAND = frozenset({"CONFIRM_DOSAGE", "SELECT_PHARMACY", "CONFIRM_ORDER"})
_SENTENCE = re.compile(r"[.,;:!?\n]|\b(?:and|but|so|y|pero)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:refill\w*|renew\w*|reorder|need|want|order|(?:run|ran|running) out)\b"
    r"|\b(?:resurt\w+|surtir|necesito|quiero|quisiera)\b"
)
_THEN_PHARMACY = frozenset({"confirm_dosage", "cancel_refill_order"})
_NUMBER = re.compile(r"(?<![\d$.])\d{5,8}(?![\d.])")
"""What may be an Rx number that is said without its letters."""
_NO_QUESTION = frozenset({Intent.UNKNOWN, Intent.HOURS, Intent.CHOOSE, Intent.REFILL})
_TAKES_UP = frozenset({Intent.REFILL, Intent.CHOOSE, Intent.CHOOSE_PHARMACY})
_DROPS = {Intent.STOP: "nothing_to_stop", Intent.START_OVER: "start_over"}
_ANSWERS = frozenset({Intent.YES, Intent.MILD_YES, Intent.NO, Intent.BACK, Intent.STOP, Intent.OTHER_PHARMACY})


class Policy:
    """Chooses the next step for a message; deterministic.

    Args:
        resolver: Tells whether words name a medicine.
        reader: Reads messages.
    """

    def __init__(self, resolver: MedicationResolver, reader: MessageReader) -> None:
        self.reader = reader
        self._resolver = resolver

    def first_step(self, text: str, case: dict[str, Any]) -> Step:
        """The step for a message to which no tool has been called yet.

        Args:
            text: What the patient said.
            case: The brief's case.
        """
        said = self.reader.read(text)
        intent = said.intent
        if intent in _REASONS and not (intent is Intent.EARLY and said.names_medicine and not case.get("stopped")):
            return self._hand_over(intent, text)
        if case.get("stopped"):
            return Say("emergency_short")
        if intent is Intent.FOR_CHILD:
            intent = Intent.REFILL if case.get("guardian_speaks") else Intent.OTHER_PATIENT
        if case.get("reported"):
            return self._beside_report(intent, text, case)
        if intent is Intent.EARLY:
            # It may be due by now: whoever lost the medicine is handed over only when it is not.
            return self._select(text)
        if case.get("answers_as") == CLINICAL and (found := medicine_step(intent, said, text)) is not None:
            return found
        if case["state"] in _IN_HAND and said.names_drug and ADD_WORDS.search(spoken(text)):
            changed = self._about_basket(text, case)
            if changed is not None:
                return changed
        if intent in _NO_QUESTION and self._says_own_number(text, case):
            return self._select(text)
        answer = answer_to(intent, said, case, self.reader)
        if answer is not None:
            return self._select(text) if self._also_asks_for_refill(said, answer, case) else answer
        if intent is Intent.CANCEL:
            return Call("cancel_refill_order", {"medication": to_cancel(text)[:300]} if said.names_medicine else {})
        if intent is Intent.KEEP:
            return Say("kept" if case.get("cancel_asked") else "nothing_cancelled")
        return self._in_state(intent, text, case)

    @staticmethod
    def _says_own_number(text: str, case: dict[str, Any]) -> bool:
        """Whether an Rx number of the patient's own is said, without its letters too."""
        listed = " ".join(case.get("prescriptions", ()))
        return any(f"RX{number}" in listed for number in _NUMBER.findall(text))

    def _also_asks_for_refill(self, said: Understanding, answer: Step, case: dict[str, Any]) -> bool:
        """Whether a question stands beside a request: `allopurinol at Costco please, and how long is the wait?`."""
        if not isinstance(answer, Call) or not said.names_drug or case["state"] in {*_IN_HAND, "CLARIFY_MEDICATION"}:
            return False
        if ASKS_FIRST.search(spoken(said.text)):
            return True
        parts = [self.reader.read(part) for part in _SENTENCE.split(said.text) if part.strip()]
        asking = [part for part in parts if part.intent is Intent.REFILL]
        return len(parts) > 1 and any(part.names_drug or part.evidence is Evidence.PHRASE for part in asking)

    def next_step(self, text: str, tool: str, data: dict[str, Any]) -> Step | None:
        """The step after a tool's result: a pharmacy named in the same breath, or a person for what is too soon."""
        if tool == "select_prescription" and data.get("outcome") == "blocked" and not data.keys() & {"case", "next"}:
            early = self.reader.read(text).intent is Intent.EARLY
            return self._hand_over(Intent.EARLY, text) if early else None
        if tool == "select_prescription" and data.get("outcome") == "confirm_dosage":
            said = self.reader.read(text)
            if said.intent is Intent.REFILL_ALL:
                return self._all_but(text, data)
            # The question that stood beside the request.
            answer = answer_to(said.intent, said, {"state": "CONFIRM_DOSAGE"}, self.reader)
            return answer if isinstance(answer, Call) else None
        if tool not in _THEN_PHARMACY or data.get("outcome") != "choose_pharmacy":
            return None
        slot = pharmacy_slot(text) or text
        return Call("select_pharmacy", {"pharmacy": slot[:300]}) if self._pharmacy(slot) else None

    def _all_but(self, text: str, data: dict[str, Any]) -> Step | None:
        """What was left out of everything: `all of them except the levothyroxine`."""
        labels = " ".join(item["medication"].lower() for item in data["basket"])
        drugs = {name for name in self._drugs(text) if name.lower() in labels}
        left = left_out(text, drugs, self._drugs)
        return Call("cancel_refill_order", {"medication": " and ".join(sorted(left))}) if left else None

    @staticmethod
    def _hand_over(intent: Intent, text: str) -> Call:
        return Call("escalate_to_care_team", {"reason": f"{_REASONS[intent]}: {text}"[:300]})

    def _beside_report(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        """What else a message asks that reports something: the report itself has been noted already."""
        if case.get("cancel_asked"):
            return Call("cancel_refill_order", {"order_id": case["cancel_asked"]})
        if asked := " ".join(part for part in _SENTENCE.split(text) if _ASKS.search(plain(part))):
            return self._in_state(Intent.REFILL, asked, case)
        answers_question = intent in _ANSWERS or self._pharmacy(text)
        return self._in_state(intent, text, case) if case["state"] in _IN_HAND and answers_question else Say("still")

    def _drugs(self, text: str) -> tuple[str, ...]:
        # Parts of a message are listened to for names only, and not read for what is wanted.
        return tuple(drug.name for drug in self._resolver.drugs_named(text))

    def _medicine(self, text: str) -> bool:
        return self.reader.read(text).names_medicine

    def _pharmacy(self, text: str) -> bool:
        return self.reader.read(text).means_pharmacy

    def _in_state(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if case.get("cancel_asked"):
            return self._about_cancelling(intent, text, case)
        state = case["state"]
        if intent in _DROPS and not self._medicine(text):
            stoppable = state in _IN_HAND or state == "CLARIFY_MEDICATION"
            return Call("cancel_refill_order") if stoppable else Say(_DROPS[intent])
        if intent is Intent.REFILL_ALL and not (state == "SELECT_PHARMACY" and self._pharmacy(text)):
            return Call("select_prescription", {"medication": text[:300], "all_due": True})
        if state == "CONFIRM_DOSAGE":
            return self._confirm_dosage(intent, text, case)
        if state == "SELECT_PHARMACY":
            return self._select_pharmacy(intent, text, case)
        if state == "CONFIRM_ORDER":
            return self._confirm_order(intent, text, case)
        if state == "CLARIFY_MEDICATION":
            return self._clarify(intent, text, case)
        return self._ask_for_medicine(intent, text, case)

    def _about_cancelling(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if read_agreement(text.partition(",")[0]) is Agreement.YES:
            return Call("cancel_refill_order", {"order_id": case["cancel_asked"]})
        if intent is Intent.REFILL and self._medicine(text):
            return self._select(text)
        return Say("kept")

    def _named(self, case: dict[str, Any]) -> Callable[[str], set[str]]:
        """Tells which drugs words name; a part of the name on a label in hand, such as `metoprolol`, is that drug."""
        labels = {item.get("medication", "").lower(): item["drug"] for item in case["in_hand"]}

        def named(text: str) -> set[str]:
            return {
                next((drug for label, drug in labels.items() if name.lower() in label), name)
                for name in self._drugs(text)
            }

        return named

    def _about_basket(self, text: str, case: dict[str, Any]) -> Step | None:
        """A medicine that is added to what is in hand, or taken out of it; None where neither is said."""
        in_hand = {item["drug"] for item in case["in_hand"]}
        removed = left_out(text, in_hand, self._named(case))
        if removed and removed != in_hand:
            return Call("cancel_refill_order", {"medication": " and ".join(sorted(removed))})
        if self._medicine(text) and not self._named(case)(text) <= in_hand and adds(text):
            return self._select(text, add=True)
        return None

    def _confirm_dosage(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if intent in {Intent.YES, Intent.MILD_YES}:
            return Call("confirm_dosage", {"correct": True})
        if (changed := self._other_one(text, case) or self._about_basket(text, case)) is not None:
            return changed
        if says_it_is_right(text, case["in_hand"], self._named(case)):
            return Call("confirm_dosage", {"correct": True})
        if self._medicine(text):
            return self._select(text)
        if intent in {Intent.NO, Intent.BACK}:
            return Call("confirm_dosage", {"correct": False})
        if intent is Intent.CHOOSE_PHARMACY:
            said = self.reader.read(text)
            kept = said.names_pharmacy or said.wishes
            return Call("select_pharmacy", {"pharmacy": text[:300]}) if kept else Say("still")
        return Say("take_your_time" if intent is Intent.UNSURE else "cannot")

    @staticmethod
    def _other_one(text: str, case: dict[str, Any]) -> Call | None:
        """The one that was not taken of two that were offered, in words such as `no, the other one`."""
        in_hand = {item["rx_number"] for item in case["in_hand"]}
        others = [item["rx_number"] for item in case.get("candidates", []) if item["rx_number"] not in in_hand]
        if len(others) != 1 or not OTHER_ONE.search(plain(text)):
            return None
        return Call("select_prescription", {"medication": others[0]})

    def _select_pharmacy(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if (changed := self._about_basket(text, case)) is not None:
            return changed
        if intent is Intent.BACK:
            return Call("select_prescription", {"medication": " ".join(each["rx_number"] for each in case["in_hand"])})
        if self._names_another(text, case):
            return self._select(text)
        pointed_at = [case["told_of_pharmacy"]] if "told_of_pharmacy" in case else case.get("offered_pharmacies", [])
        if len(pointed_at) == 1 and THAT_ONE.match(spoken(text)):
            return Call("select_pharmacy", {"pharmacy": pointed_at[0]})
        if not self._pharmacy(text):
            if self._medicine(text):
                return self._select(text)
            if intent in {Intent.NO, Intent.UNSURE}:
                return Say("no_pharmacy" if intent is Intent.NO else "take_your_time")
        return Call("select_pharmacy", {"pharmacy": text[:300]})

    def _names_another(self, text: str, case: dict[str, Any]) -> bool:
        """Whether a medicine is asked for by name that is not in hand."""
        return bool(asked_beside(text, {item["drug"] for item in case["in_hand"]}, self._named(case)))

    def _confirm_order(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if intent is Intent.YES:
            return Call("submit_refill_order")
        if (changed := self._about_basket(text, case)) is not None:
            return changed
        # A pharmacy or a medicine that is named comes before the no or the hesitation around it.
        elsewhere = intent in {Intent.BACK, Intent.OTHER_PHARMACY} or self._pharmacy(text)
        if elsewhere and not self._names_another(text, case):
            return Call("select_pharmacy", {"pharmacy": text[:300]})
        if self._medicine(text):
            return self._select(text)
        if intent is Intent.NO:
            return Call("cancel_refill_order")
        return Say("take_your_time" if intent is Intent.UNSURE else "not_agreed")

    def _clarify(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        candidates = case.get("candidates", [])
        numbers = " ".join(item["rx_number"] for item in candidates)
        if BOTH.search(plain(text)):
            return Call("select_prescription", {"medication": numbers})
        if intent in {Intent.YES, Intent.MILD_YES} and len(candidates) == 1:
            return Call("select_prescription", {"medication": candidates[0]["rx_number"]})
        turned_down = intent in {Intent.NO, Intent.BACK} or NEITHER.search(plain(text))
        if turned_down and not self._medicine(text):
            return Call("cancel_refill_order", {"medication": numbers} if case.get("in_hand") else {})
        return self._ordinal(text, candidates) or self._select(text)

    def _ask_for_medicine(self, intent: Intent, text: str, case: dict[str, Any]) -> Step:
        if chosen := self._ordinal(text, case.get("candidates", [])):
            return chosen
        choosing = case["state"] in _CHOOSING and intent is Intent.UNKNOWN
        # What a medicine is for is no request by itself: `I am in pain` asks for nothing yet.
        if self.reader.read(text).names_drug or intent in _TAKES_UP or choosing:
            return self._select(text)
        if intent in {Intent.YES, Intent.MILD_YES, Intent.UNSURE, Intent.BACK}:
            return Say("anything_else")
        return Say("goodbye" if intent is Intent.NO else "cannot")

    @staticmethod
    def _ordinal(text: str, candidates: list[dict[str, str]]) -> Call | None:
        place = read_ordinal(text, len(candidates))
        return None if place is None else Call("select_prescription", {"medication": candidates[place]["rx_number"]})

    def _select(self, text: str, *, add: bool = False) -> Call:
        named = without_left_out(text, self._drugs)
        arguments: dict[str, Any] = {"medication": named[:300]}
        if add:
            arguments["add"] = True
        slots = [slot for slot in pharmacy_slots(text) if self._pharmacy(slot)]
        if len(slots) == 1:
            arguments["pharmacy"] = slots[0]
        elif slots or self.reader.read(text).names_pharmacy:
            # Where there are several, the words as a whole say which medicine goes to which.
            arguments["pharmacy"] = text[:300]
        return Call("select_prescription", arguments)
