"""What the built-in model does in a clinical conversation."""

from collections.abc import Callable
from typing import Any

import pytest

from rxflow.llm.policy import Policy
from rxflow.llm.steps import Call, Say

SEARCH = "search_medication_information"


@pytest.fixture
def step(policy: Policy, make_case: Callable[..., dict[str, Any]]) -> Callable[[str], Call | Say]:
    return lambda words: policy.first_step(words, make_case(answers_as="clinical"))


@pytest.mark.parametrize(
    "words",
    [
        "what are the side effects of lisinopril?",
        "what is lisinopril for?",
        "can I double it?",
        "lisinopril",
        "¿cómo se guarda la insulina?",
    ],
)
def test_what_is_asked_of_a_medicine_is_searched_in_the_patients_own_words(
    step: Callable[[str], Call | Say], words: str
) -> None:
    assert step(words) == Call(SEARCH, {"question": words})


@pytest.mark.parametrize(
    ("words", "tool"),
    [
        ("do my medicines interact?", "check_drug_interactions"),
        ("what am I allergic to?", "check_patient_allergies"),
        ("what medicines do I take?", "patient_medication_history"),
        ("I want to talk to a pharmacist", "escalate_to_care_team"),
    ],
)
def test_what_is_on_record_is_looked_up_there(step: Callable[[str], Call | Say], words: str, tool: str) -> None:
    taken = step(words)

    assert isinstance(taken, Call)
    assert taken.tool == tool


def test_after_an_emergency_nothing_is_searched(policy: Policy, make_case: Callable[..., dict[str, Any]]) -> None:
    case = make_case(answers_as="clinical", stopped=True)

    assert policy.first_step("what are the side effects of lisinopril?", case) == Say("emergency_short")


def test_in_a_refill_nothing_is_searched(policy: Policy, make_case: Callable[..., dict[str, Any]]) -> None:
    taken = policy.first_step("what are the side effects of lisinopril?", make_case())

    assert taken == Say("ask_pharmacist")
