"""What the built-in model says after a tool's result."""

from typing import Any

import pytest

from rxflow.llm.speech import MAX_LISTED, Speaker
from rxflow.prompts.replies import Replies
from rxflow.workflow.workflow_types import RefillState
from tests.support.clock import WEDNESDAY_MORNING

from .conftest import MakeCase, understood

PRESCRIPTION = {
    "rx_number": "RX100101",
    "medication": "lisinopril 10 mg tablet",
    "indication": "high blood pressure",
    "sig": "Take 1 tablet by mouth once daily",
    "prescriber": "Dr. Sarah Patel",
}
OMEPRAZOLE = {
    "rx_number": "RX100103",
    "medication": "omeprazole 20 mg capsule",
    "indication": "acid reflux",
    "sig": "Take 1 capsule by mouth once daily before breakfast",
    "prescriber": "Dr. Sarah Patel",
}
QUOTE = {
    "medication": "lisinopril 10 mg tablet",
    "amount": "30 tablets",
    "pharmacy": "CVS Pharmacy Congress",
    "you_pay": "$10.00",
    "insurance_pays": None,
    "ready_at": "2026-03-04T12:00-06:00",
}
QUOTED = (
    "Please check your order: lisinopril 10 mg tablet, 30 tablets, at CVS Pharmacy Congress. You pay $10.00 without "
    "insurance. Ready today at 12:00 pm.\nShall I place this order?"
)
CVS = {
    "name": "CVS",
    "street": "500 Congress Ave",
    "miles": 0.4,
    "wait_minutes": 20,
    "you_pay": "$10.00",
    "in_stock": True,
    "open_now": True,
}
LISTED = ["RX100101 lisinopril 10 mg tablet (high blood pressure)", "RX100102 metformin 500 mg tablet (diabetes)"]
NAMED = "- lisinopril 10 mg tablet (high blood pressure)\n- metformin 500 mg tablet (diabetes)"
CASE = {"case_id": "CASE-1", "route": "prescriber", "urgent": False, "reason": "NO_REFILLS"}
BLOCK = {"code": "NO_REFILLS", "severity": "block", "message": "No refills are left."}


def found(code: str, severity: str) -> dict[str, str]:
    return {"code": code, "severity": severity, "message": f"{code} is told."}


OUTCOMES: list[tuple[str, dict[str, Any], str, str]] = [
    ("words that name nothing", {"outcome": "not_recognized", "prescriptions": LISTED}, "IDENTIFY_MEDICATION",
     f"I could not tell which medicine you mean. You have:\n{NAMED}\nWhich one would you like?"),
    ("an unknown pharmacy", {"outcome": "not_recognized", "pharmacies": [CVS]}, "SELECT_PHARMACY",
     "I did not find that pharmacy. These can fill it:\n- CVS: 500 Congress Ave, 0.4 miles, you pay $10.00\n"
     "Which would you like? You can also say the closest or the cheapest."),
    ("a choice", {"outcome": "choose", "choices": [PRESCRIPTION]}, "CLARIFY_MEDICATION",
     "Which one do you mean?\n- lisinopril 10 mg tablet (high blood pressure)"),
    ("a similar name", {"outcome": "choose", "heard": "losartan", "choices": [PRESCRIPTION]}, "CLARIFY_MEDICATION",
     'I heard "losartan". I want to be sure of the name. Did you mean this one?\n'
     "- lisinopril 10 mg tablet (high blood pressure)"),
    ("found", {"outcome": "confirm_dosage", "basket": [PRESCRIPTION], "findings": []}, "CONFIRM_DOSAGE",
     "I found lisinopril 10 mg tablet, for high blood pressure. The label says: Take one tablet by mouth once a day."
     "\n\nIs this the one?"),
    ("found in another strength",
     {"outcome": "confirm_dosage", "basket": [PRESCRIPTION | {"strength_asked": "40 mg"}], "findings": []},
     "CONFIRM_DOSAGE",
     "Your prescription is for lisinopril 10 mg tablet, not 40 mg. Another strength needs a new prescription from "
     "Dr. Sarah Patel.\n\nI found lisinopril 10 mg tablet, for high blood pressure. The label says: Take one tablet "
     "by mouth once a day.\n\nIs this the one?"),
    ("found, with findings",
     {"outcome": "confirm_dosage", "basket": [PRESCRIPTION],
      "findings": [found("INTERACTION", "warn"), found("ALLERGY", "info"), found("OUT_OF_STOCK", "block")]},
     "CONFIRM_DOSAGE",
     "INTERACTION is told.\n\nYour usual pharmacy does not have it in stock now.\n\n"
     "I found lisinopril 10 mg tablet, for high blood pressure. The label says: Take one tablet by mouth once a day."
     "\n\nIs this the one?"),
    ("several found",
     {"outcome": "confirm_dosage", "basket": [PRESCRIPTION, OMEPRAZOLE],
      "findings": [found("OUT_OF_STOCK", "block") | {"rx_number": "RX100103"}],
      "later": [{"medication": "metformin", "reason": "It is too soon."}]},
     "CONFIRM_DOSAGE",
     "These cannot be refilled today:\n- metformin: It is too soon.\n\n"
     "Your usual pharmacy does not have omeprazole 20 mg capsule in stock now.\n\n"
     "I found these:\n- lisinopril 10 mg tablet, for high blood pressure. The label says: Take one tablet by mouth once "
     "a day.\n- omeprazole 20 mg capsule, for acid reflux. The label says: Take one capsule by mouth once a day before "
     "breakfast.\n\nAre these the ones?"),
    ("nothing is due", {"outcome": "nothing_due", "later": [{"medication": "metformin", "reason": "It is too soon."}]},
     "IDENTIFY_MEDICATION",
     "None of your medicines can be refilled today:\n- metformin: It is too soon.\n"
     "Say the name of one, and I will look for the next step."),
    ("too soon", {"outcome": "blocked", "findings": [found("TOO_SOON", "block")]}, "START",
     "TOO_SOON is told.\n\nI can refill it from that day on.\n\nIs there anything else I can do?"),
    ("blocked", {"outcome": "blocked", "findings": [BLOCK], "case": CASE}, "ESCALATE_PRESCRIBER",
     "No refills are left.\n\nI opened a renewal request for your prescriber as case CASE-1. "
     "The pharmacy's team follows it up."),
    ("blocked and urgent", {"outcome": "blocked", "findings": [BLOCK], "case": CASE | {"urgent": True}},
     "ESCALATE_PRESCRIBER",
     "No refills are left.\n\nI opened a renewal request for your prescriber as case CASE-1. "
     "The pharmacy's team follows it up.\n\nIt is marked urgent: this is a medicine that should not run out. Call the "
     "pharmacy at 512-555-0101 if you are nearly out."),
    ("blocked for the same day", {"outcome": "blocked", "findings": [BLOCK],
                                  "case": CASE | {"urgent": True, "route": "pharmacist", "reason": "PREGNANCY"}},
     "ESCALATE_PHARMACIST",
     "No refills are left.\n\nA pharmacist will look at this as case CASE-1 and contact you.\n\n"
     "It is marked urgent. Call the pharmacy at 512-555-0101 if you have questions today."),
    ("rejected", {"outcome": "rejected", "prescriptions": LISTED}, "IDENTIFY_MEDICATION",
     f"No problem. Which medicine did you mean? You have:\n{NAMED}"),
    ("pharmacies", {"outcome": "choose_pharmacy", "pharmacies": [CVS]}, "SELECT_PHARMACY",
     "Which pharmacy would you like?\n- CVS: 500 Congress Ave, 0.4 miles, you pay $10.00"),
    ("a pharmacy before the medicine is right", {"outcome": "pharmacy_kept"}, "IDENTIFY_MEDICATION",
     "I will look at that pharmacy as soon as the medicine is right.\n\nWhich medicine would you like to refill?"),
    ("out of stock", {"outcome": "out_of_stock", "pharmacy": "Costco", "missing": ["lisinopril"], "pharmacies": [CVS]}, "SELECT_PHARMACY",
     "Costco does not have it in stock now. These do:\n- CVS: 500 Congress Ave, 0.4 miles, you pay $10.00\n"
     "Which would you like?"),
    ("pharmacies for the rest", {"outcome": "choose_pharmacy", "only_for": ["omeprazole"], "pharmacies": [CVS]},
     "SELECT_PHARMACY", "Which pharmacy for omeprazole?\n- CVS: 500 Congress Ave, 0.4 miles, you pay $10.00"),
    ("two quotes, two pharmacies",
     {"outcome": "confirm_order",
      "quotes": [QUOTE, QUOTE | {"medication": "omeprazole", "pharmacy": "Costco", "ready_at": "2026-03-04T12:10-06:00"}],
      "one_stop": {"name": "CVS", "you_pay": "$21.00"}}, "CONFIRM_ORDER",
     'CVS has all of them in stock. Say "all at CVS" to make one trip: you would pay $21.00 in all.\n\n'
     "Please check your 2 orders:\n"
     "- lisinopril 10 mg tablet, 30 tablets, at CVS Pharmacy Congress: you pay $10.00 without insurance, ready today at "
     "12:00 pm\n- omeprazole, 30 tablets, at Costco: you pay $10.00 without insurance, ready today at 12:10 pm\n"
     "You pay $20.00 in all.\nShall I place these orders?"),
    ("two quotes, one trip, more that is due",
     {"outcome": "confirm_order", "quotes": [QUOTE, QUOTE | {"medication": "omeprazole"}],
      "also_due": ["meloxicam", "losartan"]}, "CONFIRM_ORDER",
     'You can also refill meloxicam and losartan today. Say "add meloxicam" to collect it on the same trip.\n\n'
     "Please check your 2 orders:\n"
     "- lisinopril 10 mg tablet, 30 tablets, at CVS Pharmacy Congress: you pay $10.00 without insurance\n"
     "- omeprazole, 30 tablets, at CVS Pharmacy Congress: you pay $10.00 without insurance\n"
     "You pay $20.00 in all. Ready today at 12:00 pm.\nShall I place these orders?"),
    ("much that is due", {"outcome": "confirm_order", "quotes": [QUOTE], "also_due": ["a", "b", "c", "d"]},
     "CONFIRM_ORDER",
     'You can also refill 4 other medicines today. Say "refill everything due" to collect them on the same trip.\n\n'
     f"{QUOTED}"),
    ("due soon",
     {"outcome": "confirm_order", "quotes": [QUOTE], "due_soon": [{"medication": "losartan", "date": "2026-03-09"}]},
     "CONFIRM_ORDER",
     "You can refill losartan from March 9, 2026. The pharmacist can line up your refill dates (medication "
     f"synchronization).\n\n{QUOTED}"),
    ("a quote", {"outcome": "confirm_order", "quotes": [QUOTE]}, "CONFIRM_ORDER", QUOTED),
    ("a quote again", {"outcome": "confirm_order", "quotes": [QUOTE], "refused": "The price changed."}, "CONFIRM_ORDER",
     f"The order was not placed. The price changed. Here it is again as it stands now.\n\n{QUOTED}"),
    ("ordered", {"outcome": "ordered", "orders": [QUOTE | {"order_id": "RF-1"}]}, "COMPLETE",
     "Your order RF-1 is submitted: lisinopril 10 mg tablet, 30 tablets, at CVS Pharmacy Congress. You pay $10.00. "
     "Ready today at 12:00 pm.\nA pharmacist checks every fill before it is handed out."),
    ("several ordered",
     {"outcome": "ordered", "orders": [QUOTE | {"order_id": "RF-1"}, QUOTE | {"order_id": "RF-2"}]}, "COMPLETE",
     "Your 2 orders are submitted:\n"
     "- Order RF-1: lisinopril 10 mg tablet, 30 tablets, at CVS Pharmacy Congress. You pay $10.00. Ready today at "
     "12:00 pm.\n- Order RF-2: lisinopril 10 mg tablet, 30 tablets, at CVS Pharmacy Congress. You pay $10.00. Ready "
     "today at 12:00 pm.\nA pharmacist checks every fill before it is handed out."),
    ("ordered already", {"outcome": "already_ordered", "order": QUOTE | {"order_id": "RF-1", "status": "SUBMITTED"}},
     "COMPLETE",
     "lisinopril 10 mg tablet is ordered already: order RF-1 is submitted and received by the pharmacy. Pharmacy: CVS "
     "Pharmacy Congress. Ready today at 12:00 pm."),
    ("ordered, and another waits",
     {"outcome": "ordered", "orders": [QUOTE | {"order_id": "RF-1"}],
      "next": {"outcome": "confirm_dosage", "basket": [PRESCRIPTION], "findings": []}}, "CONFIRM_DOSAGE",
     "Your order RF-1 is submitted: lisinopril 10 mg tablet, 30 tablets, at CVS Pharmacy Congress. You pay $10.00. "
     "Ready today at 12:00 pm.\nA pharmacist checks every fill before it is handed out.\n\nNow for the rest of what "
     "you asked for.\n\nI found lisinopril 10 mg tablet, for high blood pressure. The label says: Take one tablet by mouth "
     "once a day.\n\nIs this the one?"),
    ("dropped", {"outcome": "dropped"}, "START",
     "All right, nothing was ordered. Tell me when you would like to refill something."),
    ("several orders",
     {"outcome": "which_order", "orders": [QUOTE | {"order_id": "RF-1"}, QUOTE | {"order_id": "RF-2"}]}, "COMPLETE",
     "You have several open orders:\n- lisinopril 10 mg tablet, order RF-1\n- lisinopril 10 mg tablet, order RF-2\n"
     "Say \"cancel\" with the name of the medicine."),
    ("cancelling", {"outcome": "confirm_cancel", "order": QUOTE | {"order_id": "RF-1"}}, "COMPLETE",
     "Do you want to cancel order RF-1 for lisinopril 10 mg tablet? Please say yes or no."),
    ("cancelled", {"outcome": "cancelled", "order": QUOTE | {"order_id": "RF-1"}}, "START",
     "Order RF-1 for lisinopril 10 mg tablet is cancelled. Your refill is back on file."),
    ("escalated", {"outcome": "escalated", "case": CASE}, "ESCALATE_PHARMACIST",
     "I asked a pharmacist to help you: your case is CASE-1. They will look at this and contact you. If it is urgent, "
     "call the pharmacy at 512-555-0101."),
]  # fmt: skip


def speaker(case: dict[str, Any], language: str = "en") -> Speaker:
    return Speaker(Replies(language), case, WEDNESDAY_MORNING)


def say(case: dict[str, Any], data: Any, language: str = "en", words: str = "yes") -> str:
    return speaker(case, language).after("select_prescription", {"success": True, "data": data}, understood(words))


@pytest.mark.parametrize(("data", "state", "told"), [row[1:] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES])
def test_an_outcome_in_words(make_case: MakeCase, data: dict[str, Any], state: str, told: str) -> None:
    assert say(make_case(state), data) == told


@pytest.mark.parametrize(("data", "state"), [row[1:3] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES])
def test_every_outcome_has_spanish_words(make_case: MakeCase, data: dict[str, Any], state: str) -> None:
    told = say(make_case(state), data, "es")

    assert told.strip()
    assert told != say(make_case(state), data)


def test_a_refill_of_no_named_medicine_is_asked_about(make_case: MakeCase) -> None:
    told = say(make_case(), {"outcome": "not_recognized", "prescriptions": LISTED}, words="I need a refill")

    assert told == f"Which medicine would you like to refill? You have:\n{NAMED}"


def test_a_long_list_is_cut(make_case: MakeCase) -> None:
    many = [f"RX1001{place:02} medicine {place}" for place in range(20)]
    told = say(make_case(), {"outcome": "rejected", "prescriptions": many})

    assert told.count("\n- ") == MAX_LISTED


FAILURES: list[tuple[str, dict[str, Any], str, str]] = [
    ("nothing of that name", {"code": "NOT_FOUND"}, "START",
     "I could not find that. Please say it in other words, or ask for a pharmacist.\n\n"
     "Is there anything else I can do?"),
    ("no such order", {"code": "ORDER_NOT_FOUND"}, "SELECT_PHARMACY",
     "I could not find that. Please say it in other words, or ask for a pharmacist.\n\nWhich pharmacy would you like?"),
    ("several fit", {"code": "WHICH_ONE", "choices": ["one", "two"]}, "START",
     "Which medicine do you mean? You have:\n- one\n- two"),
    ("nothing to cancel", {"code": "ACTION_REFUSED"}, "START",
     "You have no order that can still be cancelled here. The pharmacy can tell you what is possible.\n\n"
     "Is there anything else I can do?"),
    ("no consent", {"code": "ACTION_REFUSED"}, "CONFIRM_ORDER",
     f"I will place the order only when you say yes to it.\n\n{QUOTED}"),
    ("anything else", {"code": "TOOL_ARGUMENTS"}, "START",
     "I could not finish that. Nothing was ordered. Please say it in other words, or ask for a pharmacist."),
]  # fmt: skip


@pytest.mark.parametrize(("envelope", "state", "told"), [row[1:] for row in FAILURES], ids=[row[0] for row in FAILURES])
def test_a_failure_in_words(make_case: MakeCase, envelope: dict[str, Any], state: str, told: str) -> None:
    assert speaker(make_case(state)).after("cancel_refill_order", {"success": False} | envelope, understood("")) == told


@pytest.mark.parametrize(
    ("state", "open_question"),
    [
        ("CONFIRM_DOSAGE", "Is lisinopril 10 mg tablet the one you would like to refill?"),
        ("SELECT_PHARMACY", "Which pharmacy would you like?"),
        ("CONFIRM_ORDER", QUOTED),
        ("CLARIFY_MEDICATION", "Which of them do you mean?"),
        ("IDENTIFY_MEDICATION", "Which medicine would you like to refill?"),
        ("COMPLETE", "Is there anything else I can do?"),
    ],
)
def test_an_answer_comes_back_to_the_open_question(make_case: MakeCase, state: str, open_question: str) -> None:
    told = speaker(make_case(state)).after(
        "check_patient_allergies", {"success": True, "data": []}, understood("my allergies?")
    )

    assert told.endswith(f"\n\n{open_question}")


@pytest.mark.parametrize("state", list(RefillState))
def test_every_state_has_an_open_question(make_case: MakeCase, state: RefillState) -> None:
    assert speaker(make_case(state.value)).still()
