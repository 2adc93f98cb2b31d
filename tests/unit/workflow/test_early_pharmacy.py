"""Pharmacies that are named before one is asked for, and those that were only told of."""

from typing import Any

import pytest

from rxflow.assistant import Assistant
from rxflow.workflow.case_actions import ActionRefusedError
from rxflow.workflow.refill_flow import RefillFlow
from rxflow.workflow.run_context import RunContext
from rxflow.workflow.workflow_types import RefillState
from tests.support.runs import a_run

S = RefillState


@pytest.fixture
def shown(assistant: Assistant) -> RunContext:
    """A turn after the medicine was shown."""
    run = a_run(assistant.services, "patient_001")
    run.flow.select_prescription("lisinopril", None)
    return run


def says(run: RunContext, words: str) -> RefillFlow:
    """The turn after: the same case, new words."""
    flow = run.flow
    flow.context.turn += 1
    run.flow = RefillFlow(flow.machine, flow.patient, flow.services, flow.resolver, flow.replies, words)
    return run.flow


def placed(result: dict[str, Any]) -> str:
    return str(result["quotes"][0]["pharmacy_id"])


@pytest.mark.parametrize(("words", "pharmacy_id"), [("Costco", "PH005"), ("the cheapest", "PH005"), ("PH003", "PH003")])
def test_a_pharmacy_that_is_named_before_the_medicine_is_right_is_not_asked_for_again(
    shown: RunContext, words: str, pharmacy_id: str
) -> None:
    assert says(shown, words).select_pharmacy(words) == {"outcome": "pharmacy_kept"}
    assert shown.state is S.CONFIRM_DOSAGE
    assert placed(says(shown, "yes").confirm_dosage(True)) == pharmacy_id


def test_words_that_name_no_pharmacy_are_not_kept(shown: RunContext) -> None:
    with pytest.raises(ActionRefusedError):
        says(shown, "somewhere nice").select_pharmacy("somewhere nice")
    assert shown.flow.context.wished_pharmacy is None


def test_what_is_named_with_the_yes_comes_before_what_was_named_earlier(shown: RunContext) -> None:
    says(shown, "at CVS").select_pharmacy("at CVS")

    assert placed(says(shown, "yes, at Costco").confirm_dosage(True)) == "PH005"


@pytest.mark.parametrize("words", ["Walgreens", "CVS"])
def test_what_was_told_of_is_not_pointed_at_once_pharmacies_are_offered_or_quoted(
    shown: RunContext, words: str
) -> None:
    costco = shown.services.pharmacies.get("PH005")
    assert costco is not None
    says(shown, "yes").confirm_dosage(True)
    says(shown, "is Costco open").told_of([costco])
    assert shown.flow.context.told_of_pharmacy == "PH005"
    says(shown, words).select_pharmacy(words)

    assert shown.flow.context.told_of_pharmacy is None


def test_what_was_told_of_is_not_pointed_at_once_a_list_is_shown(shown: RunContext) -> None:
    costco = shown.services.pharmacies.get("PH005")
    assert costco is not None
    flow = says(shown, "yes")
    flow.confirm_dosage(True)
    flow.told_of([costco])
    flow.shown(["PH001", "PH002"])

    assert flow.context.told_of_pharmacy is None
