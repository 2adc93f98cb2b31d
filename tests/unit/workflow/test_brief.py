"""The brief: what a model is told of the case, state by state, and nothing that names the patient."""

from rxflow.assistant import Assistant
from rxflow.prompts.prompt_manager import PromptManager
from rxflow.workflow.brief import brief
from rxflow.workflow.workflow_types import RefillState
from tests.support.runs import a_run

S = RefillState


def test_where_a_medicine_is_to_be_chosen_all_are_listed(assistant: Assistant) -> None:
    for state in RefillState:
        listed = "prescriptions" in brief(a_run(assistant.services, state=state))

        assert listed is (state in {S.START, S.IDENTIFY_MEDICATION, S.ERROR})


def test_a_brief_holds_what_the_next_step_needs(assistant: Assistant) -> None:
    case = brief(
        a_run(
            assistant.services,
            state=S.SELECT_PHARMACY,
            rx_number="RX100101",
            waiting=(("RX100103", "RX100105"),),
            offered_pharmacies=("PH001",),
            candidates=("RX100105",),
            order_ids=("RF-1",),
            case_id="CS-1",
            stopped=True,
            cancel_asked="RF-1",
            cancel_asked_turn=0,
        )
    )

    assert case == {
        "language": "en",
        "usual_pharmacy": {"name": "CVS Pharmacy Congress", "phone": "512-555-0101"},
        "stopped": True,
        "candidates": [
            {
                "rx_number": "RX100105",
                "medication": "meloxicam 15 mg tablet",
                "drug": "meloxicam",
                "sig": "Take 1 tablet by mouth once daily",
            }
        ],
        "in_hand": [
            {
                "rx_number": "RX100101",
                "medication": "lisinopril 10 mg tablet",
                "drug": "lisinopril",
                "sig": "Take 1 tablet by mouth once daily",
            }
        ],
        "waiting": [["RX100103", "RX100105"]],
        "offered_pharmacies": ["PH001"],
        "order_ids": ["RF-1"],
        "case_id": "CS-1",
        "cancel_asked": "RF-1",
    }


def test_what_was_asked_two_turns_ago_is_not_asked_any_more(assistant: Assistant) -> None:
    run = a_run(assistant.services, cancel_asked="RF-1", cancel_asked_turn=0)
    run.flow.context.turn = 2

    assert "cancel_asked" not in brief(run)


def test_an_rx_number_that_is_gone_is_only_a_number(assistant: Assistant) -> None:
    assert brief(a_run(assistant.services, rx_number="RX999999"))["in_hand"] == [{"rx_number": "RX999999"}]


def test_a_brief_survives_its_prompt(assistant: Assistant) -> None:
    run = a_run(assistant.services)
    prompt = PromptManager().render(run.state.value, brief(run))

    assert PromptManager.read_case(prompt) == {"state": "START", **brief(run)}
    assert len(prompt) < 3000
