"""Questions, and what is said without asking anyone: the step that answers, in whatever state the refill is."""

from typing import Any

from rxflow.dialogue.intents import Intent, pharmacy_slots
from rxflow.dialogue.medicine_questions import read_medicine_question
from rxflow.dialogue.opening_words import TODAY, read_opening
from rxflow.dialogue.pharmacy_words import PharmacyWish
from rxflow.dialogue.understanding import MessageReader, Understanding
from rxflow.llm.steps import Call, Say, Step

MAX_WORDS = 300
"""What a tool's argument holds."""

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
_AT_PHARMACY = frozenset({Intent.BRAND_GENERIC, Intent.PRICE, Intent.STOCK})
_ABOUT_PHARMACY = {Intent.WAIT: "get_pharmacy_wait_times", Intent.HOURS: "get_pharmacy_details"}
_ON_RECORD = frozenset({Intent.INTERACTIONS, Intent.ALLERGIES, Intent.ADHERENCE, Intent.MY_MEDICINES, Intent.IDENTITY})
_ONLY_NAMED = frozenset({Intent.REFILL, Intent.UNKNOWN, Intent.CHOOSE})
_SAID = {
    Intent.IDENTITY: Say("identity"),
    Intent.GOODBYE: Say("goodbye"),
    Intent.OTHER_PATIENT: Say("own_only"),
    Intent.ADVICE: Say("ask_pharmacist"),
    Intent.HELP: Say("help"),
    Intent.THANKS: Say("thanks"),
    Intent.GREETING: Say("greeting"),
}


def medicine_step(intent: Intent, said: Understanding, text: str) -> Step | None:
    """The step in a clinical conversation for what is asked about a medicine; None for what is asked of the record."""
    asked = read_medicine_question(text)
    is_asked = bool(asked.topics or asked.seeks_advice) and intent not in _ON_RECORD
    if is_asked or intent is Intent.ADVICE or (said.names_medicine and intent in _ONLY_NAMED):
        return Call("search_medication_information", {"question": text[:MAX_WORDS]})
    return None


def answer_to(intent: Intent, said: Understanding, case: dict[str, Any], reader: MessageReader) -> Step | None:
    """The step that answers a question, or None for what moves the refill on.

    Args:
        intent: What is wanted, as the policy takes it.
        said: The patient's message.
        case: The brief's case.
        reader: Reads parts of the message.
    """
    if intent in _SAID:
        return _SAID[intent]
    if intent is Intent.UNSUPPORTED and said.topic is not None:
        return Say(f"unsupported_{said.topic}", who_can=True)
    if intent is Intent.ALLERGIES:
        return Call("check_patient_allergies")
    if intent is Intent.MY_MEDICINES:
        return Call("patient_medication_history", _medication(said))
    if intent is Intent.TRACK:
        return Say("as_it_stands") if case["state"] == "CONFIRM_ORDER" else Call("track_refill_order")
    if intent in _ABOUT_MEDICINE:
        at = _compared(said, _pharmacies(said, reader), case) if intent in _AT_PHARMACY else {}
        return Call(_ABOUT_MEDICINE[intent], _medication(said) | at)
    if intent in _ABOUT_PHARMACY:
        return Call(
            _ABOUT_PHARMACY[intent], _pharmacies(said, reader) | (_when(said) if intent is Intent.HOURS else {})
        )
    if intent is Intent.PHARMACY_FEATURE:
        return Call("find_nearby_pharmacies", {"wish": said.text[:MAX_WORDS]} if said.means_pharmacy else {})
    return None


def _when(said: Understanding) -> dict[str, Any]:
    """The day or time that is asked about; what is so today is told anyway."""
    return {"when": said.text[:MAX_WORDS]} if read_opening(said.text) not in {None, TODAY} else {}


def _medication(said: Understanding) -> dict[str, Any]:
    return {"medication": said.text[:MAX_WORDS]} if said.names_medicine else {}


def _compared(said: Understanding, at: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """The pharmacies asked about, beside the one in hand or the usual one where `cheaper` compares with it."""
    if not at or PharmacyWish.CHEAPEST not in said.wishes:
        return at
    quotes, usual = case.get("quotes"), case.get("usual_pharmacy")
    other = quotes[0]["pharmacy"] if quotes else usual["name"] if usual else None
    return {"pharmacy": f"{at['pharmacy'][: MAX_WORDS // 2]} or {other}"} if other else at


def _pharmacies(said: Understanding, reader: MessageReader) -> dict[str, Any]:
    """The pharmacies that a question is about: the one after `at`, or all that it names."""
    if not said.names_pharmacy:
        return {}
    slots = [slot for slot in pharmacy_slots(said.text) if reader.read(slot).names_pharmacy]
    words = slots[0] if len(slots) == 1 else said.text
    return {"pharmacy": words[:MAX_WORDS]}
