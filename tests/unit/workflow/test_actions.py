"""The six actions on a case, without a model: what each does, refuses and leaves behind."""

from dataclasses import replace
from typing import Any

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.errors import OrderNotFoundError, OrderRefusedError
from rxflow.domain.finding import FindingCode, Route
from rxflow.domain.order import OrderStatus
from rxflow.services.mock_data import MockData
from rxflow.workflow.case_actions import ActionRefusedError
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant
from tests.support.clock import FrozenClock
from tests.support.runs import a_run

S = RefillState


@pytest.fixture
def of(assistant: Assistant) -> Any:
    """Begins a turn of a patient."""
    return lambda patient_id="patient_001", **facts: a_run(assistant.services, patient_id, **facts)


def next_turn(run: RunContext, words: str = "") -> RunContext:
    """The turn after: the same case, new words."""
    flow = run.flow
    flow.context.turn += 1
    following = RefillFlow(flow.machine, flow.patient, flow.services, flow.resolver, flow.replies, words)
    run.flow = following
    return run


def quoted(run: RunContext, medication: str = "lisinopril", pharmacy: str = "H-E-B") -> RunContext:
    run.flow.select_prescription(medication, None)
    next_turn(run, "yes").flow.confirm_dosage(True)
    next_turn(run, pharmacy).flow.select_pharmacy(pharmacy)
    assert run.state is S.CONFIRM_ORDER
    return run


def ordered(run: RunContext, **facts: str) -> RunContext:
    next_turn(quoted(run, **facts), "yes").flow.submit()
    return run


# --- select_prescription


def test_a_prescription_is_assessed_when_it_is_chosen(of: Any) -> None:
    run = of()
    result = run.flow.select_prescription("lisinopril", None)

    assert (result["outcome"], run.state) == ("confirm_dosage", S.CONFIRM_DOSAGE)
    assert [finding["code"] for finding in result["findings"]] == [FindingCode.INTERACTION]
    assert run.flow.context.rx_numbers == ("RX100101",)
    assert [note.code for note in run.flow.context.findings] == [FindingCode.INTERACTION]


@pytest.mark.parametrize(
    ("patient_id", "medication", "code", "state"),
    [
        ("patient_001", "metformin", "NO_REFILLS", S.ESCALATE_PRESCRIBER),
        ("patient_001", "famotidine", "EXPIRED", S.ESCALATE_PRESCRIBER),
        ("patient_001", "methocarbamol", "TOO_SOON", S.IDENTIFY_MEDICATION),
        ("patient_003", "Ozempic", "PRIOR_AUTHORIZATION", S.ESCALATE_PA),
        ("patient_003", "naproxen", "ALLERGY", S.ESCALATE_PHARMACIST),
        ("patient_007", "simvastatin", "INTERACTION", S.ESCALATE_PHARMACIST),
        ("patient_008", "oxycodone", "CONTROLLED", S.ESCALATE_PRESCRIBER),
        ("patient_011", "Nurtec", "STEP_THERAPY", S.ESCALATE_PA),
        ("patient_012", "metformin", "DOSE", S.ESCALATE_PHARMACIST),
        ("patient_013", "isotretinoin", "REMS", S.ESCALATE_PHARMACIST),
        ("patient_013", "lisinopril", "PREGNANCY", S.ESCALATE_PHARMACIST),
    ],
)
def test_what_blocks_a_refill_ends_where_its_route_leads(
    of: Any, assistant: Assistant, patient_id: str, medication: str, code: str, state: RefillState
) -> None:
    run = of(patient_id)
    result = run.flow.select_prescription(medication, None)
    cases = assistant.services.cases.for_patient(patient_id)

    assert (result["outcome"], result["findings"][0]["code"], run.state) == ("blocked", code, state)
    assert len(cases) == (0 if state is S.IDENTIFY_MEDICATION else 1)
    for case in cases:
        assert (case.case_id, case.reason, case.status) == (result["case"]["case_id"], code, "open")
        assert code in case.findings
        assert case.told
    assert run.flow.context.quote_ids == ()


def test_asking_again_does_not_open_a_second_case(of: Any, assistant: Assistant) -> None:
    run = of("patient_003")
    first = run.flow.select_prescription("Ozempic", None)
    again = next_turn(run).flow.select_prescription("Ozempic", None)

    assert first["case"] == again["case"]
    assert len(assistant.services.cases.for_patient("patient_003")) == 1


def test_a_medicine_that_should_not_run_out_makes_its_case_urgent(of: Any) -> None:
    assert of("patient_008").flow.select_prescription("oxycodone", None)["case"]["urgent"] is True


def test_a_medicine_that_is_not_on_the_profile_goes_to_the_pharmacist(of: Any) -> None:
    run = of()
    result = run.flow.select_prescription("Lipitor", None)

    assert (result["outcome"], result["findings"][0]["code"]) == ("blocked", FindingCode.NOT_FOUND)
    assert (run.state, result["case"]["route"]) == (S.ESCALATE_PHARMACIST, Route.PHARMACIST)


def test_words_that_name_no_medicine_ask_for_one(of: Any) -> None:
    run = of()
    result = run.flow.select_prescription("my thing", None)

    assert (result["outcome"], run.state) == ("not_recognized", S.IDENTIFY_MEDICATION)
    assert len(result["prescriptions"]) == 6


def test_look_alikes_are_asked_about_and_then_taken(of: Any) -> None:
    run = of("patient_006")
    result = run.flow.select_prescription("hydroxyzine", None)

    assert (result["outcome"], run.state) == ("choose", S.CLARIFY_MEDICATION)
    assert {choice["rx_number"] for choice in result["choices"]} == {"RX100601", "RX100602"}
    chosen = next_turn(run, "hydroxyzine").flow.select_prescription("hydroxyzine", None)
    assert (chosen["outcome"], run.flow.context.rx_numbers) == ("confirm_dosage", ("RX100601",))


def test_a_number_that_only_the_model_said_does_not_settle_a_look_alike(of: Any) -> None:
    run = of("patient_006", words="refill my hydroxy something")

    assert run.flow.select_prescription("RX100601", None)["outcome"] == "choose"


@pytest.mark.parametrize("words", ["refill RX100601", "rx 100601 please"])
def test_a_number_that_the_patient_said_settles_it(of: Any, words: str) -> None:
    run = of("patient_006", words=words)

    assert run.flow.select_prescription("RX100601", None)["outcome"] == "confirm_dosage"


def test_several_medicines_are_one_basket(of: Any, assistant: Assistant) -> None:
    run = of()
    shown = run.flow.select_prescription("lisinopril, omeprazole and meloxicam", None)
    assert [item["rx_number"] for item in shown["basket"]] == ["RX100101", "RX100103", "RX100105"]

    next_turn(run, "yes").flow.confirm_dosage(True)
    asked = next_turn(run, "H-E-B").flow.select_pharmacy("H-E-B")
    assert {quote["pharmacy_id"] for quote in asked["quotes"]} == {"PH003"}
    result = next_turn(run, "yes").flow.submit()

    assert (result["outcome"], run.state, run.flow.context.basket) == ("ordered", S.COMPLETE, ())
    ordered = [order.order_id for order in assistant.services.orders.for_patient("patient_001")]
    assert sorted(ordered) == sorted(order["order_id"] for order in result["orders"])
    assert len(ordered) == 3


def test_a_blocked_medicine_does_not_hold_up_the_next(of: Any) -> None:
    run = of()
    result = run.flow.select_prescription("metformin and omeprazole", None)

    assert (result["outcome"], result["next"]["outcome"]) == ("blocked", "confirm_dosage")
    assert (run.state, run.flow.context.rx_numbers) == (S.CONFIRM_DOSAGE, ("RX100103",))


def test_a_new_choice_forgets_the_old_quote(of: Any) -> None:
    run = quoted(of())
    next_turn(run, "the omeprazole").flow.select_prescription("omeprazole", None)

    assert run.flow.context.quote_ids == ()
    with pytest.raises(ActionRefusedError):
        next_turn(run, "yes").flow.submit()


# --- confirm_dosage


def test_a_medicine_is_confirmed_in_a_later_turn_only(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", None)

    with pytest.raises(ActionRefusedError, match="Show the medicine"):
        run.flow.confirm_dosage(True)
    assert run.state is S.CONFIRM_DOSAGE


def test_another_medicine_is_not_confirmed_in_the_turn_that_chose_it(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", None)
    next_turn(run, "no, the omeprazole").flow.select_prescription("omeprazole", None)

    with pytest.raises(ActionRefusedError):
        run.flow.confirm_dosage(True)


def test_a_wrong_medicine_is_given_back(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril and omeprazole", None)
    result = next_turn(run, "no").flow.confirm_dosage(False)

    assert (result["outcome"], run.state) == ("rejected", S.IDENTIFY_MEDICATION)
    assert run.flow.context.rx_numbers == ()


def test_a_pharmacy_that_was_named_early_is_kept(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", "Walmart")
    result = next_turn(run, "yes").flow.confirm_dosage(True)

    assert (result["outcome"], result["quotes"][0]["pharmacy_id"]) == ("confirm_order", "PH004")


def test_an_early_pharmacy_that_nobody_knows_leaves_the_choice_open(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", "Atlantis Drugs")

    assert next_turn(run, "yes").flow.confirm_dosage(True)["outcome"] == "choose_pharmacy"
    assert run.state is S.SELECT_PHARMACY


def test_a_refill_that_a_rule_forbids_meanwhile_stops_at_the_confirmation(of: Any, clock: FrozenClock) -> None:
    run, other = of(), of()
    run.flow.select_prescription("lisinopril", None)
    ordered(other)
    result = next_turn(run, "yes").flow.confirm_dosage(True)

    assert (result["outcome"], result["findings"][0]["code"]) == ("blocked", FindingCode.TOO_SOON)
    assert run.state is S.IDENTIFY_MEDICATION


# --- select_pharmacy


@pytest.mark.parametrize(
    ("words", "pharmacy_id"),
    [
        ("PH005", "PH005"),
        ("costco", "PH005"),
        ("the closest one", "PH001"),
        ("the second one", "PH006"),
        ("my usual", "PH001"),
        ("the cheapest", "PH005"),
        ("the fastest", "PH006"),
    ],
)
def test_a_clear_pharmacy_is_quoted(of: Any, words: str, pharmacy_id: str) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", None)
    next_turn(run, "yes").flow.confirm_dosage(True)
    result = next_turn(run, words).flow.select_pharmacy(words)

    assert (result["outcome"], run.state) == ("confirm_order", S.CONFIRM_ORDER)
    assert result["quotes"][0]["pharmacy_id"] == pharmacy_id
    assert run.flow.context.quote_turn == run.flow.context.turn


def test_several_that_fit_are_offered_and_one_can_be_pointed_at(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", None)
    next_turn(run, "yes").flow.confirm_dosage(True)
    result = next_turn(run).flow.select_pharmacy("one with a drive-through")

    assert (result["outcome"], run.state) == ("choose_pharmacy", S.SELECT_PHARMACY)
    assert run.flow.context.offered_pharmacies == ("PH002", "PH003", "PH010")
    assert next_turn(run).flow.select_pharmacy("the last one")["quotes"][0]["pharmacy_id"] == "PH010"


def test_words_that_name_no_pharmacy_offer_some(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", None)
    next_turn(run, "yes").flow.confirm_dosage(True)

    assert next_turn(run).flow.select_pharmacy("somewhere nice")["outcome"] == "not_recognized"


def test_an_empty_shelf_offers_those_that_have_it(of: Any) -> None:
    run = of("patient_012")
    run.flow.select_prescription("Lantus", None)
    offered = next_turn(run, "yes").flow.confirm_dosage(True)
    assert offered["pharmacies"][0]["in_stock"] is True
    result = next_turn(run).flow.select_pharmacy("CVS")

    assert (result["outcome"], run.state) == ("out_of_stock", S.SELECT_PHARMACY)
    assert all(place["in_stock"] for place in result["pharmacies"])
    assert [finding.code for finding in run.flow.findings] == [FindingCode.OUT_OF_STOCK]


@pytest.mark.parametrize(
    ("words", "outcome"), [("Walgreens", "choose_pharmacy"), ("somewhere nice", "choose_pharmacy")]
)
def test_another_pharmacy_takes_the_quote_back(of: Any, words: str, outcome: str) -> None:
    run = quoted(of())
    result = next_turn(run).flow.select_pharmacy(words)

    assert (result["outcome"], run.state) == (outcome, S.SELECT_PHARMACY)
    assert run.flow.context.quote_ids == ()


def test_an_empty_shelf_elsewhere_takes_the_quote_back(of: Any) -> None:
    run = quoted(of("patient_012"), "Lantus")
    result = next_turn(run).flow.select_pharmacy("CVS")

    assert (result["outcome"], run.state, run.flow.context.quote_ids) == ("out_of_stock", S.SELECT_PHARMACY, ())


def test_a_refill_that_is_forbidden_meanwhile_is_not_quoted(of: Any) -> None:
    run, other = quoted(of()), of()
    ordered(other)
    result = next_turn(run).flow.select_pharmacy("Costco")

    assert (result["outcome"], result["findings"][0]["code"]) == ("blocked", FindingCode.TOO_SOON)
    assert (run.state, run.flow.context.quote_ids) == (S.IDENTIFY_MEDICATION, ())


def test_a_medicine_without_a_price_goes_to_the_pharmacist(make_assistant: MakeAssistant, demo: MockData) -> None:
    run = a_run(make_assistant(data=replace(demo, prices=())).services)
    run.flow.select_prescription("lisinopril", None)
    next_turn(run, "yes").flow.confirm_dosage(True)
    result = next_turn(run).flow.select_pharmacy("the cheapest")

    assert (result["outcome"], result["case"]["reason"], run.state) == ("escalated", "NO_PRICE", S.ESCALATE_PHARMACIST)


def test_without_a_prescription_there_is_no_pharmacy_to_choose(of: Any) -> None:
    with pytest.raises(ActionRefusedError, match="once the medicine is confirmed"):
        of().flow.select_pharmacy("CVS")


# --- submit_refill_order


def test_an_order_is_placed_on_the_patients_own_yes(of: Any, assistant: Assistant) -> None:
    run = quoted(of())
    result = next_turn(run, "yes, place the order").flow.submit()
    (order,) = assistant.services.orders.for_patient("patient_001")

    assert (result["outcome"], result["orders"][0]["order_id"], run.state) == ("ordered", order.order_id, S.COMPLETE)
    assert (run.flow.orders, run.flow.context.order_ids) == ([order], (order.order_id,))


@pytest.mark.parametrize("words", ["", "no", "what does it cost?", "yes but at Costco", "maybe"])
def test_without_consent_nothing_is_ordered(of: Any, assistant: Assistant, words: str) -> None:
    run = quoted(of())

    with pytest.raises(ActionRefusedError, match="has not agreed"):
        next_turn(run, words).flow.submit()
    assert (run.state, assistant.services.orders.for_patient("patient_001")) == (S.CONFIRM_ORDER, ())


def test_a_yes_in_the_turn_of_the_quote_orders_nothing(of: Any) -> None:
    run = quoted(of())
    run.flow.words = "yes"

    with pytest.raises(ActionRefusedError):
        run.flow.submit()


def test_a_second_submit_places_no_second_order(of: Any, assistant: Assistant) -> None:
    run = ordered(of())

    with pytest.raises(ActionRefusedError, match="No quote is waiting"):
        run.flow.submit()
    assert run.state is S.COMPLETE
    assert len(assistant.services.orders.for_patient("patient_001")) == 1


def test_an_old_quote_is_shown_again_and_needs_a_new_yes(of: Any, clock: FrozenClock) -> None:
    run = quoted(of())
    old = run.flow.context.quote_ids
    clock.wait(minutes=31)
    result = next_turn(run, "yes").flow.submit()

    assert (result["outcome"], run.state) == ("confirm_order", S.CONFIRM_ORDER)
    assert "30 minutes" in result["refused"]
    assert run.flow.context.quote_ids not in ((), old)
    assert run.flow.orders == []
    assert next_turn(run, "yes").flow.submit()["outcome"] == "ordered"


def test_a_shelf_that_emptied_before_the_yes_is_told(of: Any, make_assistant: MakeAssistant, demo: MockData) -> None:
    twin = replace(demo.patients[11], patient_id="patient_099")
    theirs = next(item for item in demo.prescriptions if item.rx_number == "RX101201")
    both = replace(
        demo,
        patients=(*demo.patients, twin),
        prescriptions=(*demo.prescriptions, replace(theirs, patient_id="patient_099", rx_number="RX999901")),
    )
    services = make_assistant(data=both).services
    run = quoted(a_run(services, "patient_012"), "Lantus", "PH004")
    ordered(a_run(services, "patient_099"), medication="Lantus", pharmacy="PH004")
    result = next_turn(run, "yes").flow.submit()

    assert (result["outcome"], run.state) == ("out_of_stock", S.SELECT_PHARMACY)
    assert services.orders.for_patient("patient_012") == ()


def test_a_refill_forbidden_before_the_yes_is_blocked(of: Any, clock: FrozenClock) -> None:
    run = quoted(of())
    clock.wait(days=300)
    result = next_turn(run, "yes").flow.submit()

    assert (result["outcome"], result["findings"][0]["code"]) == ("blocked", FindingCode.EXPIRED)
    assert run.state is S.ESCALATE_PRESCRIBER
    assert run.flow.orders == []


# --- cancel_refill_order


@pytest.mark.parametrize("state", [S.CONFIRM_DOSAGE, S.SELECT_PHARMACY, S.CONFIRM_ORDER, S.CLARIFY_MEDICATION])
def test_a_request_in_hand_is_dropped(of: Any, state: RefillState) -> None:
    run = of(state=state, rx_number="RX100101", waiting=(("RX100103", "RX100105"),))

    assert run.flow.cancel() == {"outcome": "dropped"}
    assert (run.state, run.flow.context.rx_numbers, run.flow.context.waiting) == (S.START, (), ())


def test_a_placed_order_is_cancelled_after_the_patients_own_yes(of: Any, assistant: Assistant) -> None:
    run = ordered(of())
    assert next_turn(run, "cancel my order").flow.cancel()["outcome"] == "confirm_cancel"
    with_yes_in_the_same_turn = run.flow
    with_yes_in_the_same_turn.words = "yes"
    assert with_yes_in_the_same_turn.cancel()["outcome"] == "confirm_cancel"
    result = next_turn(run, "yes").flow.cancel()

    assert (result["outcome"], run.state) == ("cancelled", S.START)
    (order,) = assistant.services.orders.for_patient("patient_001")
    assert order.status is OrderStatus.CANCELLED
    assert run.flow.orders == [order]


@pytest.mark.parametrize("words", ["no", "", "hmm", "yes?"])
def test_an_order_is_kept_without_a_yes(of: Any, assistant: Assistant, words: str) -> None:
    run = ordered(of())
    next_turn(run, "cancel my order").flow.cancel()

    assert next_turn(run, words).flow.cancel()["outcome"] == "confirm_cancel"
    assert assistant.services.orders.for_patient("patient_001")[0].status is OrderStatus.SUBMITTED


def test_a_yes_to_something_else_later_does_not_cancel(of: Any, assistant: Assistant) -> None:
    run = ordered(of())
    next_turn(run, "cancel my order").flow.cancel()
    next_turn(run, "what are your hours?")
    next_turn(run, "yes").flow.cancel()

    assert assistant.services.orders.for_patient("patient_001")[0].status is OrderStatus.SUBMITTED


def test_an_order_named_by_its_number_is_asked_about(of: Any) -> None:
    run = ordered(of())
    (number,) = run.flow.context.order_ids

    assert next_turn(run).flow.cancel(number)["order"]["order_id"] == number
    assert next_turn(run, "yes").flow.cancel(number)["outcome"] == "cancelled"


def test_a_medicine_says_which_order_to_cancel(of: Any, assistant: Assistant) -> None:
    run = ordered(of())
    ordered(run, medication="omeprazole")
    several = next_turn(run, "cancel my order").flow.cancel(None, "lisinopril or omeprazole")
    one = next_turn(run, "cancel the lisinopril").flow.cancel(None, "lisinopril")

    assert (several["outcome"], len(several["orders"])) == ("which_order", 2)
    assert (one["outcome"], one["order"]["rx_number"]) == ("confirm_cancel", "RX100101")
    with pytest.raises(ActionRefusedError, match="no order that can still be cancelled"):
        next_turn(run).flow.cancel(None, "meloxicam")


def test_an_order_can_be_cancelled_while_another_is_in_hand(of: Any, assistant: Assistant) -> None:
    run = quoted(ordered(of()), medication="omeprazole")
    quote_ids = run.flow.context.quote_ids
    next_turn(run, "cancel the lisinopril").flow.cancel(None, "lisinopril")
    result = next_turn(run, "yes").flow.cancel(None, "lisinopril")

    assert (result["outcome"], run.state, run.flow.context.quote_ids) == ("cancelled", S.CONFIRM_ORDER, quote_ids)


def test_there_may_be_nothing_to_cancel(of: Any) -> None:
    with pytest.raises(ActionRefusedError, match="no order that can still be cancelled"):
        of().flow.cancel()
    with pytest.raises(OrderNotFoundError):
        of().flow.cancel("RF-0000-0000")


def test_an_order_that_is_being_filled_is_not_cancelled(of: Any, assistant: Assistant) -> None:
    run = ordered(of())
    (number,) = run.flow.context.order_ids
    next_turn(run, "cancel it").flow.cancel(number)
    for status in (OrderStatus.VERIFYING, OrderStatus.FILLING):
        assistant.services.orders.advance(number, status, "pharmacist")

    with pytest.raises(OrderRefusedError) as raised:
        next_turn(run, "yes").flow.cancel(number)
    assert raised.value.code == "NOT_CANCELLABLE"


# --- escalate_to_care_team


@pytest.mark.parametrize("state", list(RefillState))
def test_a_person_can_be_asked_for_in_every_state(of: Any, assistant: Assistant, state: RefillState) -> None:
    run = of(state=state)
    result = run.flow.escalate("asks for a pharmacist")
    (case,) = assistant.services.cases.for_patient("patient_001")

    assert (result["outcome"], run.state) == ("escalated", S.ESCALATE_PHARMACIST)
    assert (case.route, case.reason, case.rx_number) == (Route.PHARMACIST, "asks for a pharmacist", None)


def test_the_case_names_the_prescription_in_hand(of: Any) -> None:
    run = of()
    run.flow.select_prescription("lisinopril", None)

    assert run.flow.escalate("travels")["case"]["rx_number"] == "RX100101"


def test_a_prescription_of_another_cannot_be_in_hand(of: Any) -> None:
    with pytest.raises(ActionRefusedError, match="not on this patient's profile"):
        of(state=S.SELECT_PHARMACY, rx_number="RX100201").flow.escalate("x")
