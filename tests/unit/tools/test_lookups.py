"""What the fifteen look-ups say of the demo world."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.case import CaseStep
from rxflow.domain.order import Consent, Order
from rxflow.services.mock_data import MockData
from rxflow.tools.tool_manager import ToolManager
from tests.conftest import MakeAssistant
from tests.support.clock import FrozenClock
from tests.support.runs import a_run
from tests.unit.tools.conftest import LookUp, Use


def placed_order(assistant: Assistant, patient_id: str = "patient_001", rx_number: str = "RX100101") -> Order:
    services = assistant.services
    session = services.sessions.start(patient_id)
    quote = services.orders.quote(session.session_id, patient_id, rx_number, "PH003")
    return services.orders.submit(quote, Consent(quote.quote_id, quote.session_id, services.now(), "words"))


# --- the patient


def test_the_history_lists_every_prescription_and_what_stands_in_its_way(look_up: LookUp) -> None:
    history = look_up("patient_medication_history")

    assert [entry["rx_number"] for entry in history] == [f"RX10010{number}" for number in range(1, 7)]
    assert [entry.get("finding") for entry in history] == [None, "NO_REFILLS", None, "TOO_SOON", None, "EXPIRED"]
    assert [entry["can_refill_today"] for entry in history] == [True, False, True, False, True, False]
    assert all(("reason" in entry) is not entry["can_refill_today"] for entry in history)


def test_the_history_of_a_medicine_in_the_patients_words(look_up: LookUp) -> None:
    (entry,) = look_up("patient_medication_history", "patient_002", medication="my cholesterol pill")

    assert entry == {
        "rx_number": "RX100201",
        "medication": "atorvastatin 20 mg tablet",
        "sig": "Take 1 tablet by mouth once daily",
        "amount": "30 tablets",
        "days_supply": 30,
        "refills_remaining": 4,
        "indication": "high cholesterol",
        "prescriber": "Dr. Michael Brooks",
        "last_filled": "2026-02-03",
        "can_refill_today": True,
    }


def test_an_empty_shelf_at_the_usual_pharmacy_does_not_make_a_refill_impossible(look_up: LookUp) -> None:
    (entry,) = look_up("patient_medication_history", "patient_012", medication="Lantus")

    assert entry["can_refill_today"] is True
    assert entry["finding"] == "OUT_OF_STOCK"


def test_an_order_counts_as_a_fill_in_the_history(assistant: Assistant, look_up: LookUp) -> None:
    placed_order(assistant)
    (entry,) = look_up("patient_medication_history", medication="lisinopril")

    assert (entry["refills_remaining"], entry["last_filled"], entry["finding"]) == (2, "2026-03-04", "TOO_SOON")


def test_adherence_is_the_part_of_days_that_fills_covered(look_up: LookUp) -> None:
    (entry,) = look_up("check_medication_adherence", medication="lisinopril")

    # Filled 91, 57 and 27 days ago, 30 days each: all but the 4 days before the second fill.
    # The possession ratio counts all 90 days supplied: 97.8 % of 92.
    assert entry == {
        "medication": "lisinopril 10 mg tablet",
        "measured": True,
        "percent": "95.7",
        "mpr_percent": "97.8",
        "since": "2025-12-03",
        "fills": 3,
    }


@pytest.mark.parametrize(
    ("patient_id", "medication", "measured"),
    [
        ("patient_001", "meloxicam", True),
        ("patient_001", "methocarbamol", False),
        ("patient_011", "sumatriptan", False),
        ("patient_012", "insulin", False),
    ],
    ids=["daily", "as needed", "at onset", "insulin"],
)
def test_what_is_not_taken_every_day_is_not_measured(
    look_up: LookUp, patient_id: str, medication: str, measured: bool
) -> None:
    (entry,) = look_up("check_medication_adherence", patient_id, medication=medication)

    assert entry["measured"] is measured
    assert measured or entry["percent"] is None


def test_adherence_after_one_fill_is_unknown(look_up: LookUp) -> None:
    (entry,) = look_up("check_medication_adherence", medication="omeprazole")

    assert entry["percent"] is None


def test_adherence_of_a_medicine_never_filled_is_unknown(make_assistant: MakeAssistant, demo: MockData) -> None:
    never = tuple(replace(item, fills=()) if item.rx_number == "RX100103" else item for item in demo.prescriptions)
    assistant = make_assistant(data=replace(demo, prescriptions=never))
    asked = ToolManager().execute_tool(
        "check_medication_adherence", {"medication": "omeprazole"}, a_run(assistant.services)
    )
    (entry,) = assistant.run(asked)["data"]

    assert (entry["percent"], entry["since"], entry["fills"]) == (None, None, 0)


def test_allergies_are_those_on_the_profile(look_up: LookUp) -> None:
    assert look_up("check_patient_allergies") == [
        {"substance": "penicillin", "reaction": "rash", "severity": "moderate"},
        {"substance": "sulfonamide antibiotics", "reaction": "hives", "severity": "moderate"},
    ]
    assert look_up("check_patient_allergies", "patient_002") == []


# --- medicines


def test_a_brand_is_looked_up(look_up: LookUp) -> None:
    (found,) = look_up("rxnorm_medication_lookup", name="Lipitor")

    assert (found["rxcui"], found["name"], found["match"]) == ("83367", "atorvastatin", "brand")
    assert found["schedule"] == "none"
    assert "20 mg" in found["strengths"]


def test_a_misspelled_name_is_looked_up(look_up: LookUp) -> None:
    found = look_up("rxnorm_medication_lookup", name="lisinoprl")

    assert (found[0]["name"], found[0]["match"]) == ("lisinopril", "misspelling")
    assert {entry["match"] for entry in found[1:]} <= {"similar"}


def test_a_dose_is_compared_with_the_labels_maximum(look_up: LookUp) -> None:
    within = look_up("verify_medication_dosage", medication="metformin")
    above = look_up("verify_medication_dosage", "patient_012", medication="metformin")

    assert (within["mg_per_day"], within["findings"]) == ({"metformin": 1000.0}, [])
    assert above["mg_per_day"] == {"metformin": 4000.0}
    assert "2,550 mg" in above["findings"][0]


def test_interactions_are_those_with_what_is_taken_now(look_up: LookUp) -> None:
    (entry,) = look_up("check_drug_interactions", "patient_007", medication="warfarin")

    # Simvastatin has no row with warfarin; clarithromycin, filled three days ago, has a major one.
    assert [(row["with"], row["severity"]) for row in entry["interactions"]] == [
        ("clarithromycin 500 mg tablet", "major")
    ]
    assert entry["interactions"][0]["source"]


def test_no_interaction_is_an_empty_list(look_up: LookUp) -> None:
    (entry,) = look_up("check_drug_interactions", medication="omeprazole")

    assert entry["interactions"] == []


# --- pharmacies


def test_pharmacies_near_the_patient_come_nearest_first(look_up: LookUp) -> None:
    found = look_up("find_nearby_pharmacies")

    assert [place["pharmacy_id"] for place in found][:3] == ["PH001", "PH006", "PH002"]
    assert [place["miles"] for place in found] == sorted(place["miles"] for place in found)
    assert found[0] == {
        "pharmacy_id": "PH001",
        "name": "CVS Pharmacy Congress",
        "address": "500 Congress Ave, Austin, TX 78701",
        "phone": "512-555-0101",
        "hours_today": "8 am to 10 pm",
        "open_now": True,
        "wait_minutes": 20,
        "drive_thru": False,
        "delivery": True,
        "usual": True,
        "miles": 0.3,
    }


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("with a drive-through", ["PH002", "PH003", "PH010"]),
        ("CVS", ["PH001"]),
        ("the closest", ["PH001"]),
        ("which deliver and are open on Sunday night", ["PH002"]),
    ],
)
def test_a_wish_narrows_the_pharmacies(look_up: LookUp, wish: str, expected: list[str]) -> None:
    assert [place["pharmacy_id"] for place in look_up("find_nearby_pharmacies", wish=wish)] == expected


def test_stock_at_the_usual_and_at_a_named_pharmacy(look_up: LookUp) -> None:
    usual = look_up("check_pharmacy_inventory", "patient_012", medication="Lantus")
    named = look_up("check_pharmacy_inventory", "patient_012", medication="Lantus", pharmacy="H-E-B")

    assert usual["pharmacies"] == [{"pharmacy_id": "PH001", "name": "CVS Pharmacy Congress", "in_stock": False}]
    assert named["pharmacies"] == [{"pharmacy_id": "PH003", "name": "H-E-B Pharmacy Mueller", "in_stock": True}]


def test_stock_that_an_order_took_is_gone(assistant: Assistant, use: Use) -> None:
    services = assistant.services
    before = use("check_pharmacy_inventory", "patient_012", medication="Lantus", pharmacy="PH004")["data"]
    session = services.sessions.start("patient_012")
    quote = services.orders.quote(session.session_id, "patient_012", "RX101201", "PH004")
    services.orders.submit(quote, Consent(quote.quote_id, quote.session_id, services.now(), "words"))
    after = use("check_pharmacy_inventory", "patient_012", medication="Lantus", pharmacy="PH004")["data"]

    assert [place["in_stock"] for data in (before, after) for place in data["pharmacies"]] == [True, False]


def test_waits(look_up: LookUp) -> None:
    assert [place["wait_minutes"] for place in look_up("get_pharmacy_wait_times", pharmacy="Walgreens")] == [35, 25]
    assert [place["pharmacy_id"] for place in look_up("get_pharmacy_wait_times")] == ["PH001"]
    assert [place["wait_minutes"] for place in look_up("get_pharmacy_wait_times", pharmacy="mail order")] == [None]


def test_details_follow_the_clock(assistant: Assistant, look_up: LookUp, clock: FrozenClock) -> None:
    (open_now,) = look_up("get_pharmacy_details", pharmacy="Costco")
    clock.at = datetime(2026, 3, 8, 17, 0, tzinfo=UTC)  # a Sunday
    (sunday,) = look_up("get_pharmacy_details", pharmacy="Costco")

    assert (open_now["phone"], open_now["hours_today"], open_now["open_now"]) == ("512-555-0105", "10 am to 7 pm", True)
    assert (sunday["hours_today"], sunday["open_now"]) == (None, False)


def test_details_tell_the_hours_of_the_day_that_is_asked_for(look_up: LookUp) -> None:
    (sunday,) = look_up("get_pharmacy_details", pharmacy="Costco", when="are they open on Sunday?")
    (evening,) = look_up("get_pharmacy_details", pharmacy="H-E-B", when="tonight at 8")
    (weekend,) = look_up("get_pharmacy_details", pharmacy="H-E-B", when="this weekend")
    (unsaid,) = look_up("get_pharmacy_details", pharmacy="H-E-B", when="some day")

    assert sunday["then"] == [{"date": "2026-03-08", "hours": None, "open": None}]
    assert evening["then"] == [{"date": "2026-03-04", "hours": "9 am to 9 pm", "open": True}]
    assert [day["hours"] for day in weekend["then"]] == ["9 am to 7 pm", "10 am to 6 pm"]
    assert "then" not in unsaid


# --- cost


def test_prices_are_least_first_and_never_above_cash(look_up: LookUp) -> None:
    found = look_up("goodrx_price_lookup", medication="omeprazole")
    pays = [float(offer["you_pay"].removeprefix("$")) for offer in found["prices"]]

    assert (found["medication"], found["amount"]) == ("omeprazole 20 mg delayed-release capsule", "30 capsules")
    assert pays == sorted(pays)
    assert all(paid <= float(offer["cash_price"][1:]) for paid, offer in zip(pays, found["prices"], strict=True))


def test_the_price_at_a_named_pharmacy(look_up: LookUp) -> None:
    (offer,) = look_up("goodrx_price_lookup", medication="omeprazole", pharmacy="H-E-B")["prices"]

    assert offer == {
        "pharmacy_id": "PH003",
        "pharmacy": "H-E-B Pharmacy Mueller",
        "you_pay": "$6.07",
        "insurance_pays": "$0.00",
        "cash_price": "$6.07",
    }


def test_a_patient_without_insurance_pays_cash(look_up: LookUp) -> None:
    found = look_up("goodrx_price_lookup", "patient_004", medication="sertraline")

    assert all(offer["insurance_pays"] is None and offer["you_pay"] == offer["cash_price"] for offer in found["prices"])


def test_what_a_plan_says(look_up: LookUp) -> None:
    assert look_up("check_insurance_formulary", "patient_003", medication="Ozempic") == {
        "medication": "Ozempic (semaglutide) 1 mg/dose pen injector",
        "plan": "UHC Gold",
        "covered": True,
        "tier": 3,
        "prior_authorization": True,
        "authorized_until": None,
        "step_therapy": None,
        "quantity_limit": "1 pen / 28 days",
    }
    step = look_up("check_insurance_formulary", "patient_011", medication="rimegepant")
    assert step["step_therapy"] == "sumatriptan and one other triptan"
    none = look_up("check_insurance_formulary", "patient_004", medication="sertraline")
    assert none == {"medication": "sertraline 50 mg tablet", "plan": None}


def test_brand_and_generic_are_compared(look_up: LookUp) -> None:
    assert look_up("compare_brand_generic_prices", "patient_002", medication="Eliquis") == {
        "medication": "Eliquis (apixaban) 5 mg tablet",
        "pharmacy": "Walgreens South Lamar",
        "generic": "$665.28",
        "brand": "$678.72",
    }


def test_prior_authorizations(assistant: Assistant, use: Use, look_up: LookUp, clock: FrozenClock) -> None:
    approved = look_up("prior_authorization_lookup", "patient_011", medication="Humira")
    assert (approved["prior_authorization"], approved["authorized_until"]) == (True, "2026-03-24")

    run = a_run(assistant.services, "patient_003")
    case = run.flow.select_prescription("Ozempic", None)["case"]
    asked = look_up("prior_authorization_lookup", "patient_003", medication="Ozempic")
    assert asked["authorized_until"] is None
    opened = {"case_id": case["case_id"], "status": "open", "step": "opened", "since": "2026-03-04"}
    assert asked["requests"] == [opened]
    # With one request there is nothing to ask back.
    assert look_up("prior_authorization_lookup", "patient_003")["requests"] == [opened]

    clock.wait(days=2)
    last_day = date(2026, 9, 1)
    assistant.services.cases.advance(case["case_id"], CaseStep.APPROVED, "plan", valid_until=last_day)
    approved = look_up("prior_authorization_lookup", "patient_003", medication="Ozempic")
    assert approved["authorized_until"] == "2026-09-01"
    assert approved["requests"] == [opened | {"status": "resolved", "step": "approved", "since": "2026-03-06"}]

    clock.at = datetime(2026, 3, 25, 17, 0, tzinfo=UTC)  # a day after it ended
    assert look_up("prior_authorization_lookup", "patient_011", medication="Humira")["authorized_until"] is None


def test_without_a_plan_there_is_nothing_to_authorize(look_up: LookUp) -> None:
    found = look_up("prior_authorization_lookup", "patient_004", medication="sertraline")

    assert (found["plan"], found["prior_authorization"], found["requests"]) == (None, False, [])


@pytest.mark.parametrize("name", ["goodrx_price_lookup", "compare_brand_generic_prices"])
def test_a_medicine_without_a_price_is_said_to_have_none(
    name: str, make_assistant: MakeAssistant, demo: MockData
) -> None:
    assistant = make_assistant(data=replace(demo, prices=()))
    asked = ToolManager().execute_tool(name, {"medication": "omeprazole"}, a_run(assistant.services))
    envelope = assistant.run(asked)

    assert (envelope["success"], envelope["code"]) == (False, "NOT_FOUND")
    assert "No price is on file" in envelope["error"]


# --- orders


def test_orders_are_tracked_newest_first_and_by_number(assistant: Assistant, look_up: LookUp) -> None:
    assert look_up("track_refill_order") == []
    first = placed_order(assistant)
    second = placed_order(assistant, rx_number="RX100103")

    assert [order["order_id"] for order in look_up("track_refill_order")] == [second.order_id, first.order_id]
    (found,) = look_up("track_refill_order", order_id=first.order_id)
    assert (found["status"], found["rx_number"], found["pharmacy_id"]) == ("SUBMITTED", "RX100101", "PH003")


def test_at_most_five_orders_are_listed(assistant: Assistant, look_up: LookUp) -> None:
    for _ in range(7):
        order = placed_order(assistant)
        assistant.services.orders.cancel(order.patient_id, order.order_id)

    assert len(look_up("track_refill_order")) == 5
