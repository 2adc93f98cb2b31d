"""What tools refuse: wrong arguments, unknown names, actions out of their state, and everything of another patient."""

import json
from dataclasses import replace

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.errors import ToolArgumentError, ToolNotFoundError
from rxflow.services.mock_data import MockData
from rxflow.tools.registry import LOOKUPS
from rxflow.tools.tool_manager import ToolManager
from rxflow.workflow.workflow_types import RefillState
from tests.conftest import MakeAssistant
from tests.support.runs import a_run
from tests.unit.tools.conftest import Use
from tests.unit.tools.test_lookups import placed_order

ABOUT_A_MEDICINE = [each.name for each in LOOKUPS if "medication" in each.tool_call_schema.model_fields]
ABOUT_A_PHARMACY = ["check_pharmacy_inventory", "get_pharmacy_wait_times", "get_pharmacy_details"]
# What patient_002 has and patient_001 does not: number, name, brand, use.
OF_ANOTHER = ["RX100201", "rx 100202", "apixaban", "Eliquis", "zolpidem", "trouble sleeping"]


@pytest.mark.parametrize("name", ABOUT_A_MEDICINE)
def test_a_medicine_that_the_patient_does_not_have_is_not_found(use: Use, name: str) -> None:
    for medication in (*OF_ANOTHER, "RX999999", "unobtainium", " ", "'; DROP TABLE orders; --"):
        envelope = use(name, medication=medication)

        assert (medication, envelope["success"], envelope["code"]) == (medication, False, "NOT_FOUND")
        assert "data" not in envelope


def test_another_patients_order_is_not_told_from_none(assistant: Assistant, use: Use) -> None:
    theirs = placed_order(assistant, "patient_002", "RX100201")
    envelopes = [use("track_refill_order", order_id=number) for number in (theirs.order_id, "RF-0000-0000")]

    assert envelopes[0] == envelopes[1]
    assert envelopes[0]["code"] == "ORDER_NOT_FOUND"
    assert use("track_refill_order")["data"] == []


def test_another_patients_order_is_not_cancelled(assistant: Assistant, use: Use) -> None:
    theirs = placed_order(assistant, "patient_002", "RX100201")
    run = a_run(assistant.services, words="yes", cancel_asked=theirs.order_id, cancel_asked_turn=0)

    assert use("cancel_refill_order", run=run, order_id=theirs.order_id)["code"] == "ORDER_NOT_FOUND"
    assert assistant.services.orders.get("patient_002", theirs.order_id) == theirs


@pytest.mark.parametrize("rx_number", ["RX100201", "RX100202"])
def test_another_patients_prescription_cannot_be_taken_up(assistant: Assistant, use: Use, rx_number: str) -> None:
    run = a_run(assistant.services)
    envelope = use("select_prescription", run=run, medication=rx_number)

    assert envelope["data"]["outcome"] == "blocked"
    assert run.flow.context.rx_numbers == ()
    assert not {"atorvastatin", "apixaban", "Eliquis"} & set(json.dumps(envelope).replace('"', " ").split())


def test_arguments_that_name_a_patient_change_nothing(use: Use) -> None:
    plain = use("patient_medication_history", medication="lisinopril")
    pushed = use(
        "patient_medication_history",
        medication="lisinopril",
        patient_id="patient_013",
        patient={"patient_id": "patient_013"},
        context="patient_013",
    )

    assert pushed == plain


@pytest.mark.parametrize(
    ("name", "arguments", "fault"),
    [
        ("rxnorm_medication_lookup", {}, "name: Field required"),
        ("rxnorm_medication_lookup", {"name": "a"}, "name: String should have at least 2 characters"),
        ("patient_medication_history", {"medication": "SECRET" * 51}, "medication: String should have at most 300"),
        ("patient_medication_history", {"medication": ["SECRET"]}, "medication: Input should be a valid string"),
        ("patient_medication_history", {"medication": 7}, "medication: Input should be a valid string"),
        ("track_refill_order", {"order_id": "SECRET" * 7}, "order_id: String should have at most 40"),
        ("select_prescription", {}, "medication: Field required"),
        ("select_prescription", {"medication": ""}, "medication: String should have at least 1"),
        ("escalate_to_care_team", {"reason": None}, "reason: Input should be a valid string"),
    ],
)
def test_arguments_that_do_not_fit_are_named_without_their_values(
    use: Use, name: str, arguments: dict[str, object], fault: str
) -> None:
    with pytest.raises(ToolArgumentError) as raised:
        use(name, **arguments)

    assert str(raised.value).startswith(f"The arguments of {name} do not fit: ")
    assert fault in str(raised.value)
    assert "SECRET" not in str(raised.value)


@pytest.mark.parametrize("correct", ["perhaps", None, 2, [True]])
def test_only_a_truth_value_confirms(assistant: Assistant, use: Use, correct: object) -> None:
    run = a_run(assistant.services, state=RefillState.CONFIRM_DOSAGE, rx_number="RX100101")

    with pytest.raises(ToolArgumentError, match="correct"):
        use("confirm_dosage", run=run, correct=correct)
    assert run.state is RefillState.CONFIRM_DOSAGE


@pytest.mark.parametrize("name", ["", "drop_table", "Select_Prescription"])
def test_an_unknown_tool_is_not_found(use: Use, name: str) -> None:
    with pytest.raises(ToolNotFoundError, match="patient_medication_history"):
        use(name)


@pytest.mark.parametrize("name", ["confirm_dosage", "select_pharmacy", "submit_refill_order"])
def test_an_action_out_of_its_state_is_refused(assistant: Assistant, use: Use, name: str) -> None:
    run = a_run(assistant.services, words="yes")

    with pytest.raises(ToolArgumentError, match=f"{name} is not possible in START"):
        use(name, run=run, correct=True, pharmacy="CVS")
    assert run.state is RefillState.START


def test_after_an_emergency_only_a_person_can_go_on(assistant: Assistant, use: Use) -> None:
    run = a_run(assistant.services, stopped=True)

    with pytest.raises(ToolArgumentError):
        use("select_prescription", run=run, medication="lisinopril")
    assert use("escalate_to_care_team", run=run, reason="asks for a person")["success"]


@pytest.mark.parametrize("name", ABOUT_A_PHARMACY)
def test_a_pharmacy_that_nobody_knows_is_not_found(use: Use, name: str) -> None:
    arguments = {"medication": "omeprazole"} if name == "check_pharmacy_inventory" else {}
    envelope = use(name, pharmacy="Atlantis Drugs", **arguments)

    assert (envelope["success"], envelope["code"]) == (False, "NOT_FOUND")
    assert "find_nearby_pharmacies" in envelope["error"]


def test_no_pharmacy_fits_an_impossible_wish(use: Use) -> None:
    assert use("find_nearby_pharmacies", wish="the moon")["code"] == "NOT_FOUND"


def test_no_medicine_is_like_nonsense(use: Use) -> None:
    assert use("rxnorm_medication_lookup", name="qwertyuiop")["code"] == "NOT_FOUND"


def test_several_medicines_are_asked_about(use: Use) -> None:
    envelope = use("verify_medication_dosage")

    assert envelope["success"] is False
    assert "which medicine" in envelope["error"]


def test_the_medicine_in_hand_needs_no_name(assistant: Assistant, use: Use) -> None:
    run = a_run(assistant.services, state=RefillState.SELECT_PHARMACY, rx_number="RX100103", pharmacy_id="PH003")
    stock = use("check_pharmacy_inventory", run=run)["data"]

    assert stock["medication"].startswith("omeprazole")
    assert [place["pharmacy_id"] for place in stock["pharmacies"]] == ["PH003"]


def test_a_patient_without_prescriptions_gets_an_answer(make_assistant: MakeAssistant, demo: MockData) -> None:
    none = tuple(item for item in demo.prescriptions if item.patient_id != "patient_014")
    assistant = make_assistant(data=replace(demo, prescriptions=none))
    for name in ABOUT_A_MEDICINE:
        envelope = assistant.run(ToolManager().execute_tool(name, {}, a_run(assistant.services, "patient_014")))

        assert envelope["data"] == [] if envelope["success"] else envelope["code"] == "NOT_FOUND"


def test_a_bug_in_a_tool_is_raised(assistant: Assistant, use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(type(assistant.services.orders), "for_patient", broken)
    with pytest.raises(ZeroDivisionError):
        use("track_refill_order")
