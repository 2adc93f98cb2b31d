"""Answers to questions, from what the look-ups return."""

from typing import Any

import pytest

from rxflow.llm.answers import ANSWERS, pharmacy_line
from rxflow.llm.policy import Policy
from rxflow.prompts.replies import Replies
from rxflow.tools.registry import LOOKUPS
from tests.support.clock import WEDNESDAY_MORNING

from .conftest import understood

LISINOPRIL = {
    "rx_number": "RX100101",
    "medication": "lisinopril 10 mg tablet",
    "sig": "Take 1 tablet by mouth once daily",
    "indication": "high blood pressure",
    "refills_remaining": 3,
    "can_refill_today": True,
}
METFORMIN = LISINOPRIL | {
    "rx_number": "RX100102",
    "medication": "metformin 500 mg tablet",
    "indication": "type 2 diabetes",
    "refills_remaining": 1,
    "can_refill_today": False,
    "reason": "Your prescription has no refills left.",
}
CVS = {
    "pharmacy_id": "PH001",
    "name": "CVS Pharmacy Congress",
    "address": "500 Congress Ave, Austin, TX 78701",
    "phone": "512-555-0101",
    "hours_today": "8 am to 10 pm",
    "open_now": True,
    "wait_minutes": 25,
    "drive_thru": False,
    "delivery": True,
    "usual": True,
}
MAIL = CVS | {
    "name": "HomeMeds Mail Pharmacy",
    "hours_today": None,
    "open_now": False,
    "wait_minutes": None,
    "usual": False,
}
COVERED = {
    "medication": "Ozempic",
    "plan": "Hill Country Gold",
    "covered": True,
    "tier": 2,
    "prior_authorization": False,
    "authorized_until": None,
    "step_therapy": None,
    "quantity_limit": None,
}
ORDER = {
    "order_id": "RF-1",
    "medication": "lisinopril 10 mg tablet",
    "pharmacy": "CVS Pharmacy Congress",
    "status": "SUBMITTED",
    "ready_at": "2026-03-04T12:00-06:00",
}
PAIR = {"with": "warfarin 5 mg", "severity": "major", "effect": "more bleeding", "source": "FDA label"}

TABLE: list[tuple[str, str, Any, str, str]] = [
    ("one prescription left", "patient_medication_history", [LISINOPRIL], "how many refills are left",
     "You have 3 refills left on lisinopril 10 mg tablet."),
    ("a single refill", "patient_medication_history", [METFORMIN], "any refills left",
     "You have 1 refill left on metformin 500 mg tablet."),
    ("what it is for", "patient_medication_history", [LISINOPRIL], "what is lisinopril for",
     "lisinopril 10 mg tablet is for high blood pressure. The label says: Take one tablet by mouth once a day."),
    ("it can be refilled", "patient_medication_history", [LISINOPRIL], "when can I refill it",
     "You can refill lisinopril 10 mg tablet now."),
    ("it cannot be refilled", "patient_medication_history", [METFORMIN], "when can I refill it",
     "Your prescription has no refills left."),
    ("all prescriptions", "patient_medication_history", [LISINOPRIL, METFORMIN], "how many refills are left",
     "Your prescriptions:\n- lisinopril 10 mg tablet, for high blood pressure: 3 refills left\n"
     "- metformin 500 mg tablet, for type 2 diabetes: 1 refill left"),
    ("a list of one", "patient_medication_history", [LISINOPRIL], "list my medications",
     "Your prescriptions:\n- lisinopril 10 mg tablet, for high blood pressure: 3 refills left"),
    ("adherence", "check_medication_adherence",
     [{"medication": "lisinopril", "percent": "92", "since": "2025-12-03"},
      {"medication": "new", "percent": None, "since": None}], "how regularly",
     "lisinopril:\nYour fills covered 92 percent of the days since December 3, 2025."),
    ("adherence not measured", "check_medication_adherence",
     [{"medication": "insulin", "measured": False, "percent": None, "since": None}], "",
     "I do not count days for insulin. How much is used differs from day to day."),
    ("adherence unknown", "check_medication_adherence", [{"medication": "new", "measured": True, "percent": None, "since": None}], "",
     "There are not enough fills on file yet to tell."),
    ("allergies", "check_patient_allergies",
     [{"substance": "penicillin", "reaction": "hives"}, {"substance": "sulfa", "reaction": "rash"}], "",
     "Your profile lists: penicillin (hives), sulfa (rash). Tell the pharmacist about any other reaction."),
    ("no allergies", "check_patient_allergies", [], "",
     "Your profile lists no allergies. Tell the pharmacist about any reaction you have had."),
    ("interactions, each pair once", "check_drug_interactions",
     [{"medication": "clarithromycin", "interactions": [PAIR]},
      {"medication": "warfarin 5 mg", "interactions": [PAIR | {"with": "clarithromycin"}]}], "",
     "Our list has this about medicines you take:\n- warfarin 5 mg and clarithromycin can be harmful together\n"
     "Ask the pharmacist what it means for you."),
    ("no interaction listed", "check_drug_interactions",
     [{"medication": "lisinopril", "interactions": []}, {"medication": "metformin", "interactions": []}], "",
     "No issue was found in our list for lisinopril, metformin. The list does not have everything, and a pharmacist "
     "checks every fill."),
    ("pharmacies", "find_nearby_pharmacies", [CVS | {"miles": 0.4}, MAIL | {"miles": 900.0}], "",
     "These fit:\n- CVS Pharmacy Congress: 500 Congress Ave, 0.4 miles, your usual pharmacy\n"
     "- HomeMeds Mail Pharmacy: 500 Congress Ave, by mail, closed now"),
    ("pharmacies that deliver", "find_nearby_pharmacies", [CVS | {"miles": 0.4, "usual": False}], "who delivers",
     "These fit:\n- CVS Pharmacy Congress: 500 Congress Ave, 0.4 miles, delivers"),
    ("stock", "check_pharmacy_inventory",
     {"medication": "Lantus", "pharmacies": [{"name": "CVS", "in_stock": True}, {"name": "Costco", "in_stock": False}]},
     "", "CVS has Lantus in stock.\nCostco does not have Lantus in stock now."),
    ("wait", "get_pharmacy_wait_times", [CVS, MAIL], "",
     "CVS Pharmacy Congress: about 25 minutes now.\nHomeMeds Mail Pharmacy sends by mail; it takes about three days."),
    ("open", "get_pharmacy_details", [CVS], "",
     "CVS Pharmacy Congress, 500 Congress Ave, Austin, TX 78701, phone 512-555-0101. Today: 8 am to 10 pm. "
     "It is open now."),
    ("closed all day", "get_pharmacy_details", [MAIL], "",
     "HomeMeds Mail Pharmacy, 500 Congress Ave, Austin, TX 78701, phone 512-555-0101. Today: closed now. "
     "It is closed now."),
    ("the phone", "get_pharmacy_details", [CVS], "what is their phone number",
     "The phone number of CVS Pharmacy Congress is 512-555-0101."),
    ("the address", "get_pharmacy_details", [CVS], "where is CVS",
     "CVS Pharmacy Congress is at 500 Congress Ave, Austin, TX 78701."),
    ("hours on a day", "get_pharmacy_details", [CVS | {"then": [{"date": "2026-03-08", "hours": "10 am to 6 pm", "open": None}]}],
     "what are the hours on Sunday", "CVS Pharmacy Congress on Sunday: 10 am to 6 pm."),
    ("open at a time", "get_pharmacy_details", [CVS | {"then": [{"date": "2026-03-08", "hours": "10 am to 6 pm", "open": False}]}],
     "is CVS open Sunday at 8 pm", "No, it is closed then. CVS Pharmacy Congress on Sunday: 10 am to 6 pm."),
    ("a weekend", "get_pharmacy_details",
     [CVS | {"then": [{"date": "2026-03-07", "hours": "9 am to 6 pm", "open": None}, {"date": "2026-03-08", "hours": None, "open": None}]}],
     "weekend hours?", "CVS Pharmacy Congress on Saturday: 9 am to 6 pm.\nCVS Pharmacy Congress is closed on Sunday."),
    ("prices", "goodrx_price_lookup",
     {"medication": "omeprazole", "amount": "30 capsules",
      "prices": [{"pharmacy": "Costco", "you_pay": "$7.20"}, {"pharmacy": "CVS", "you_pay": "$10.00"}]}, "",
     "Prices for omeprazole, 30 capsules:\n- Costco: you pay $7.20\n- CVS: you pay $10.00"),
    ("covered", "check_insurance_formulary", COVERED, "", "Your plan, Hill Country Gold, lists Ozempic. It is at price level 2 (tier 2). The exact amount is known when the claim is sent."),
    ("covered with conditions", "check_insurance_formulary",
     COVERED | {"prior_authorization": True, "authorized_until": "2026-12-31", "step_therapy": "metformin first",
                "quantity_limit": "1 pen / 28 days"}, "",
     "Your plan, Hill Country Gold, lists Ozempic. It is at price level 2 (tier 2). The exact amount is known when the claim is sent.\n"
     "Your plan must approve Ozempic before it pays (prior authorization).\n"
     "Its approval (prior authorization) is in effect until December 31, 2026.\n"
     "Your plan asks you to try other medicines first (step therapy): metformin first.\nIt pays for 1 pen in 28 days."),
    ("not covered", "check_insurance_formulary", COVERED | {"covered": False}, "", "Your plan does not cover Ozempic. The plan can review a request for an exception."),
    ("no plan", "check_insurance_formulary", {"medication": "Ozempic", "plan": None}, "",
     "There is no insurance plan on your profile, so you would pay the cash price."),
    ("no authorization needed", "prior_authorization_lookup", COVERED | {"requests": []}, "",
     "Ozempic needs no approval by your plan first (prior authorization)."),
    ("authorization asked for", "prior_authorization_lookup",
     COVERED | {"prior_authorization": True, "requests": [{"case_id": "CASE-1", "step": "with plan", "since": "2026-03-04"},
                                                          {"case_id": "CASE-0", "step": "denied", "since": "2026-02-01"}]},
     "", "Your plan must approve Ozempic before it pays (prior authorization).\nRequest CASE-1 is with your plan since "
     "March 4, 2026.\nYour plan did not approve request CASE-0 on February 1, 2026. Your prescriber can tell you what comes next."),
    ("authorization without a plan", "prior_authorization_lookup", COVERED | {"plan": None, "requests": []}, "",
     "There is no insurance plan on your profile, so you would pay the cash price."),
    ("brand and generic", "compare_brand_generic_prices",
     {"medication": "Eliquis", "generic": "$40.00", "brand": "$560.00"}, "",
     "Eliquis: generic $40.00, brand $560.00. Ask the pharmacist whether a generic may be used."),
    ("only a generic", "compare_brand_generic_prices", {"medication": "lisinopril", "generic": "$4.00", "brand": None},
     "", "lisinopril: $4.00. I have no separate brand price on file."),
    ("orders", "track_refill_order", [ORDER, ORDER | {"order_id": "RF-2", "status": "READY"}], "",
     "Order RF-1 for lisinopril 10 mg tablet is submitted and received by the pharmacy. Pharmacy: CVS Pharmacy "
     "Congress. Ready today at 12:00 pm.\nOrder RF-2 for lisinopril 10 mg tablet is ready to collect. Pharmacy: CVS "
     "Pharmacy Congress. Ready today at 12:00 pm."),
    ("no orders", "track_refill_order", [], "", "You have no orders with me yet."),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "data", "words", "told"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_answers(english: Replies, tool: str, data: Any, words: str, told: str) -> None:
    assert ANSWERS[tool](english, data, understood(words), WEDNESDAY_MORNING) == told


@pytest.mark.parametrize(("tool", "data", "words"), [row[1:4] for row in TABLE], ids=[row[0] for row in TABLE])
def test_every_answer_has_spanish_words(english: Replies, tool: str, data: Any, words: str) -> None:
    told = ANSWERS[tool](Replies("es"), data, understood(words), WEDNESDAY_MORNING)

    assert told.strip()
    assert told != ANSWERS[tool](english, data, understood(words), WEDNESDAY_MORNING) or data == [METFORMIN]


def test_only_a_brand_price_is_not_told_to_be_the_generics(english: Replies) -> None:
    data = {"medication": "Humira", "generic": None, "brand": "$6,900.00"}
    told = ANSWERS["compare_brand_generic_prices"](english, data, understood(""), WEDNESDAY_MORNING)

    assert "$6,900.00" in told
    assert "no separate brand price" not in told


def test_there_is_an_answer_for_the_look_ups_that_the_model_makes() -> None:
    assert set(ANSWERS) <= {tool.name for tool in LOOKUPS}


OFFER = {
    "name": "H-E-B Pharmacy Mueller",
    "street": "1801 E 51st St",
    "miles": 2.3,
    "you_pay": "$4.00",
    "in_stock": True,
    "open_now": True,
    "wait_minutes": 30,
    "drive_thru": False,
    "usual": False,
}


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "H-E-B Pharmacy Mueller: 1801 E 51st St, 2.3 miles, you pay $4.00"),
        ({"you_pay": None}, "H-E-B Pharmacy Mueller: 1801 E 51st St, 2.3 miles"),
        ({"wait_minutes": None}, "H-E-B Pharmacy Mueller: 1801 E 51st St, by mail, you pay $4.00"),
        ({"in_stock": False, "open_now": False, "usual": True, "drive_thru": True},
         "H-E-B Pharmacy Mueller: 1801 E 51st St, 2.3 miles, you pay $4.00, your usual pharmacy, out of stock, "
         "closed now, drive-through"),
    ],
    ids=["plain", "no price", "by mail", "every note"],
)  # fmt: skip
def test_a_pharmacy_in_a_line(english: Replies, changes: dict[str, Any], line: str) -> None:
    assert pharmacy_line(english, OFFER | changes) == line


def test_a_pharmacy_without_a_distance(english: Replies) -> None:
    assert pharmacy_line(english, CVS | {"usual": False}) == "CVS Pharmacy Congress: 500 Congress Ave"


def test_only_the_orders_of_the_medicine_that_is_named_are_told(english: Replies, policy: Policy) -> None:
    orders = [ORDER, ORDER | {"order_id": "RF-2", "medication": "metformin 500 mg tablet"}]
    track = ANSWERS["track_refill_order"]
    told = {
        words: track(english, orders, policy.reader.read(words), WEDNESDAY_MORNING).count("Order RF")
        for words in ("where is my metformin order", "where are my orders", "where is my warfarin")
    }

    assert told == {"where is my metformin order": 1, "where are my orders": 2, "where is my warfarin": 2}
