"""What the built-in model does with a message in each state."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rxflow.llm.policy import Policy
from rxflow.llm.steps import Call, Say, Step
from rxflow.tools.envelope import MAX_WORDS
from rxflow.tools.registry import AVAILABLE_TOOLS
from rxflow.workflow.workflow_types import RefillState

from .conftest import MakeCase

TOOLS = {tool.name: tool for tool in AVAILABLE_TOOLS}


def words(step: Step) -> str:
    """A step in a line: `select_pharmacy(pharmacy=CVS)`, or the message that is said."""
    if isinstance(step, Say):
        return step.key
    return f"{step.tool}({', '.join(f'{name}={value}' for name, value in step.arguments.items())})"


TABLE = """
START | refill my lisinopril | select_prescription(medication=refill my lisinopril)
START | lisinopril | select_prescription(medication=lisinopril)
START | I need a refill | select_prescription(medication=I need a refill)
START | refill lisinopril at CVS | select_prescription(medication=refill lisinopril at CVS, pharmacy=CVS)
START | refill lisinopril at noon | select_prescription(medication=refill lisinopril at noon)
START | lisinopril at the closest | select_prescription(medication=lisinopril at the closest, pharmacy=the closest)
START | what is the weather | cannot
START | yes | anything_else
START | perfect | anything_else
START | maybe | anything_else
START | no | goodbye
START | bye | goodbye
START | hello | greeting
START | help | help
START | thanks | thanks
START | stop | nothing_to_stop
START | never mind the lisinopril | select_prescription(medication=never mind the lisinopril)
START | talk to a pharmacist | escalate_to_care_team(reason=The patient asks for a person: talk to a pharmacist)
START | I lost it all | escalate_to_care_team(reason=The patient is travelling, or lost the medicine: I lost it all)
START | can I take it with beer | ask_pharmacist
START | what is Mary Johnson taking | own_only
START | refill for my son | own_only
START | cancel my order | cancel_refill_order()
START | cancel my lisinopril order | cancel_refill_order(medication=cancel my lisinopril order)
START | what are my allergies | check_patient_allergies()
START | what prescriptions do I have | patient_medication_history()
START | where is my order | track_refill_order()
START | what is lisinopril for | patient_medication_history(medication=what is lisinopril for)
START | how many refills do I have | patient_medication_history()
START | when can I refill metformin | patient_medication_history(medication=when can I refill metformin)
START | do my medicines interact | check_drug_interactions()
START | how regularly do I refill metformin | check_medication_adherence(medication=how regularly do I refill metformin)
START | is Ozempic covered | check_insurance_formulary(medication=is Ozempic covered)
START | do I need prior authorization | prior_authorization_lookup()
START | is there a generic for Eliquis | compare_brand_generic_prices(medication=is there a generic for Eliquis)
START | price of metformin at Costco | goodrx_price_lookup(medication=price of metformin at Costco, pharmacy=Costco)
START | does CVS have it | check_pharmacy_inventory(pharmacy=does CVS have it)
START | how long is the wait | get_pharmacy_wait_times()
START | is Costco open | get_pharmacy_details(pharmacy=is Costco open)
START | which pharmacies have a drive-thru | find_nearby_pharmacies(wish=which pharmacies have a drive-thru)
START | what pharmacies are around here | find_nearby_pharmacies()
START | which ones are open sunday | find_nearby_pharmacies(wish=which ones are open sunday)
START | is CVS open Sunday | get_pharmacy_details(pharmacy=is CVS open Sunday, when=is CVS open Sunday)
START | is Costco open today | get_pharmacy_details(pharmacy=is Costco open today)
START | how much is it at CVS and at Costco | goodrx_price_lookup(pharmacy=CVS and at Costco)
START | is it cheaper at Walmart | goodrx_price_lookup(pharmacy=Walmart or CVS Pharmacy Congress)
START | refill everything that is due | select_prescription(medication=refill everything that is due, all_due=True)
START | transfer my prescription to Kroger | unsupported_transfer
START | can I get a flu shot | unsupported_vaccine
START | I moved, change my address | unsupported_details
START | start over | start_over
START | don't cancel it | nothing_cancelled
START | the closest one | select_prescription(medication=the closest one)
START | does metformin make you sleepy | ask_pharmacist
START | hi, refill my lisinopril thanks | select_prescription(medication=hi, refill my lisinopril thanks)
START | I lost my metformin | select_prescription(medication=I lost my metformin)
IDENTIFY_MEDICATION | the blue one | select_prescription(medication=the blue one)
IDENTIFY_MEDICATION | back | anything_else
CLARIFY_MEDICATION | the second one | select_prescription(medication=RX100602)
CLARIFY_MEDICATION | the third one | select_prescription(medication=the third one)
CLARIFY_MEDICATION | hydralazine | select_prescription(medication=hydralazine)
CLARIFY_MEDICATION | both of them | select_prescription(medication=RX100601 RX100602)
CLARIFY_MEDICATION | yes | select_prescription(medication=yes)
CLARIFY_MEDICATION | no | cancel_refill_order()
CLARIFY_MEDICATION | no, the hydroxyzine | select_prescription(medication=no, the hydroxyzine)
CLARIFY_MEDICATION | stop | cancel_refill_order()
CONFIRM_DOSAGE | yes | confirm_dosage(correct=True)
CONFIRM_DOSAGE | perfect | confirm_dosage(correct=True)
CONFIRM_DOSAGE | yes, the lisinopril | confirm_dosage(correct=True)
CONFIRM_DOSAGE | yes, at Costco | confirm_dosage(correct=True)
CONFIRM_DOSAGE | yes, metformin too | select_prescription(medication=yes, metformin too, add=True)
CONFIRM_DOSAGE | yes, lisinopril 40 mg | select_prescription(medication=yes, lisinopril 40 mg)
CONFIRM_DOSAGE | no | confirm_dosage(correct=False)
CONFIRM_DOSAGE | go back | confirm_dosage(correct=False)
CONFIRM_DOSAGE | no, I meant metformin | select_prescription(medication=no, I meant metformin)
CONFIRM_DOSAGE | I'm not sure | take_your_time
CONFIRM_DOSAGE | what is the weather | cannot
CONFIRM_DOSAGE | never mind | cancel_refill_order()
CONFIRM_DOSAGE | start over | cancel_refill_order()
CONFIRM_DOSAGE | Costco | select_pharmacy(pharmacy=Costco)
CONFIRM_DOSAGE | how many refills does it have | patient_medication_history()
CONFIRM_DOSAGE | how much is it | goodrx_price_lookup()
SELECT_PHARMACY | CVS | select_pharmacy(pharmacy=CVS)
SELECT_PHARMACY | the closest one | select_pharmacy(pharmacy=the closest one)
SELECT_PHARMACY | the second one | select_pharmacy(pharmacy=the second one)
SELECT_PHARMACY | banana | select_pharmacy(pharmacy=banana)
SELECT_PHARMACY | no | no_pharmacy
SELECT_PHARMACY | maybe | take_your_time
SELECT_PHARMACY | go back | select_prescription(medication=RX100101)
SELECT_PHARMACY | refill metformin instead | select_prescription(medication=refill metformin instead)
SELECT_PHARMACY | no, not CVS, Costco | select_pharmacy(pharmacy=no, not CVS, Costco)
SELECT_PHARMACY | anywhere but Walgreens | select_pharmacy(pharmacy=anywhere but Walgreens)
SELECT_PHARMACY | closest one that's open sunday | select_pharmacy(pharmacy=closest one that's open sunday)
SELECT_PHARMACY | the one with the shortest wait | select_pharmacy(pharmacy=the one with the shortest wait)
CONFIRM_ORDER | yes | submit_refill_order()
CONFIRM_ORDER | yes, place the order | submit_refill_order()
CONFIRM_ORDER | no | cancel_refill_order()
CONFIRM_ORDER | stop | cancel_refill_order()
CONFIRM_ORDER | perfect | not_agreed
CONFIRM_ORDER | I guess so | take_your_time
CONFIRM_ORDER | yes, tomorrow | not_agreed
CONFIRM_ORDER | another pharmacy | select_pharmacy(pharmacy=another pharmacy)
CONFIRM_ORDER | yes, but at Costco | select_pharmacy(pharmacy=yes, but at Costco)
CONFIRM_ORDER | go back | select_pharmacy(pharmacy=go back)
CONFIRM_ORDER | no, I meant metformin | select_prescription(medication=no, I meant metformin)
CONFIRM_ORDER | where is my order | as_it_stands
COMPLETE | no | goodbye
COMPLETE | metformin too | select_prescription(medication=metformin too)
ESCALATE_PHARMACIST | banana | cannot
ERROR | refill lisinopril | select_prescription(medication=refill lisinopril)
"""
ROWS = [tuple(cell.strip() for cell in row.split(" | ")) for row in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("state", "message", "step"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_the_first_step(policy: Policy, make_case: MakeCase, state: str, message: str, step: str) -> None:
    assert words(policy.first_step(message, make_case(state))) == step


@pytest.mark.parametrize(
    ("message", "step"),
    [
        ("yes", "cancel_refill_order(order_id=RF-1)"),
        ("no", "kept"),
        ("maybe", "kept"),
        ("don't cancel it", "kept"),
        ("keep my order", "kept"),
        ("refill metformin", "select_prescription(medication=refill metformin)"),
    ],
)
def test_a_placed_order_is_cancelled_only_after_a_yes(
    policy: Policy, make_case: MakeCase, message: str, step: str
) -> None:
    assert words(policy.first_step(message, make_case("COMPLETE", cancel_asked="RF-1"))) == step


@pytest.mark.parametrize("message", ["refill my lisinopril", "yes", "how much is it", "hello", "cancel"])
def test_after_a_red_flag_nothing_goes_on(policy: Policy, make_case: MakeCase, message: str) -> None:
    case = make_case("CONFIRM_ORDER", stopped=True)

    assert words(policy.first_step(message, case)) == "emergency_short"


def test_after_a_red_flag_a_pharmacist_can_be_asked_for(policy: Policy, make_case: MakeCase) -> None:
    step = policy.first_step("talk to a pharmacist", make_case(stopped=True))

    assert words(step).startswith("escalate_to_care_team")


def test_a_guardian_asks_for_the_child(policy: Policy, make_case: MakeCase) -> None:
    step = policy.first_step("montelukast for my daughter", make_case(guardian_speaks=True))

    assert words(step) == "select_prescription(medication=montelukast for my daughter)"


def test_one_candidate_is_chosen_by_a_yes(policy: Policy, make_case: MakeCase) -> None:
    case = make_case("CLARIFY_MEDICATION", candidates=[{"rx_number": "RX100602"}])

    assert words(policy.first_step("yes", case)) == "select_prescription(medication=RX100602)"


def test_candidates_are_chosen_by_place_in_any_state(policy: Policy, make_case: MakeCase) -> None:
    case = make_case("IDENTIFY_MEDICATION", candidates=[{"rx_number": "RX1001"}, {"rx_number": "RX1002"}])

    assert words(policy.first_step("the last one", case)) == "select_prescription(medication=RX1002)"


TOO_SOON = {"outcome": "blocked", "findings": [{"code": "TOO_SOON"}]}


@pytest.mark.parametrize(
    ("message", "data", "step"),
    [
        ("I lost my metformin", TOO_SOON,
         "escalate_to_care_team(reason=The patient is travelling, or lost the medicine: I lost my metformin)"),
        ("I lost my metformin", TOO_SOON | {"case": {"case_id": "CASE-1"}}, None),
        ("I lost my metformin", {"outcome": "confirm_dosage"}, None),
        ("refill my metformin", TOO_SOON, None),
    ],
)  # fmt: skip
def test_who_lost_a_medicine_is_handed_over_when_it_is_too_soon(
    policy: Policy, message: str, data: dict[str, Any], step: str | None
) -> None:
    following = policy.next_step(message, "select_prescription", data)

    assert (words(following) if following else None) == step


CHOOSE = {"outcome": "choose_pharmacy"}


@pytest.mark.parametrize(
    ("message", "tool", "data", "step"),
    [
        ("yes, at Costco", "confirm_dosage", CHOOSE, "select_pharmacy(pharmacy=Costco)"),
        ("yes, the closest one", "confirm_dosage", CHOOSE, "select_pharmacy(pharmacy=yes, the closest one)"),
        ("yes", "confirm_dosage", CHOOSE, None),
        ("yes, at noon", "confirm_dosage", CHOOSE, None),
        ("yes, at Costco", "confirm_dosage", {"outcome": "blocked"}, None),
        ("yes, at Costco", "confirm_dosage", {}, None),
        ("yes, at Costco", "select_prescription", CHOOSE, None),
    ],
)
def test_a_pharmacy_named_in_the_same_breath(
    policy: Policy, message: str, tool: str, data: dict[str, Any], step: str | None
) -> None:
    following = policy.next_step(message, tool, data)

    assert (words(following) if following else None) == step


STATES = [state.value for state in RefillState]
LONG = "and then my cousin told me something else about the whole story of that day. " * 6
BEGINNINGS = [row[1] for row in ROWS]


@pytest.mark.parametrize("beginning", BEGINNINGS)
@pytest.mark.parametrize("rest", ["", LONG], ids=["short", "long"])
def test_what_is_called_fits_the_tool(policy: Policy, make_case: MakeCase, beginning: str, rest: str) -> None:
    """Also for a long message: a tool takes no more than MAX_WORDS characters."""
    for state in STATES:
        step = policy.first_step(f"{beginning} {rest}".strip(), make_case(state))
        if isinstance(step, Call):
            known = TOOLS[step.tool].tool_call_schema.model_json_schema()["properties"]  # type: ignore[union-attr]
            too_long = [name for name, value in step.arguments.items() if len(str(value)) > MAX_WORDS]

            assert (set(step.arguments) - set(known), too_long) == (set(), []), state


def test_a_long_pharmacy_fits_the_tool_too(policy: Policy) -> None:
    step = policy.next_step(f"yes, the closest one {LONG}", "confirm_dosage", CHOOSE)

    assert isinstance(step, Call)
    assert len(step.arguments["pharmacy"]) <= MAX_WORDS


@given(st.text(max_size=80), st.sampled_from(STATES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_has_a_step(policy: Policy, make_case: MakeCase, text: str, state: str) -> None:
    policy.first_step(text, make_case(state))


@given(st.text(max_size=80), st.sampled_from(STATES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_submitted_but_after_a_quote(policy: Policy, make_case: MakeCase, text: str, state: str) -> None:
    for message in (text, "yes", "yes, place the order"):
        step = policy.first_step(message, make_case(state))

        assert not isinstance(step, Call) or step.tool != "submit_refill_order" or state == "CONFIRM_ORDER"
