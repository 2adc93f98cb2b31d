"""What the sign-in says that each demo patient shows."""

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.finding import FindingCode
from rxflow.prompts.catalog import languages, message_catalog
from rxflow.ui.demo_lines import what_it_shows
from rxflow.workflow.medicine_status import MedicineKind, medicine_statuses
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns

NEVER_STOP = {FindingCode.AMBIGUOUS, FindingCode.EMERGENCY}
"""What no rule finds about a prescription that is on the patient's list."""


def told(assistant: Assistant, patient_id: str, language: str = "en") -> str:
    return what_it_shows(medicine_statuses(assistant.services.refills.overview(patient_id)), language)


@pytest.mark.parametrize(
    ("patient_id", "shows"),
    [
        ("patient_001", "Too soon to refill"),
        ("patient_001", "No refills left"),
        ("patient_003", "(prior authorization)"),
        ("patient_007", "Interaction"),
        ("patient_010", "Out of stock at the usual pharmacy"),
        ("patient_013", "Pregnancy"),
        ("patient_014", "Allergy"),
        ("patient_004", "Ready to refill"),
    ],
)
def test_a_line_tells_what_is_out_of_the_ordinary_first(assistant: Assistant, patient_id: str, shows: str) -> None:
    assert shows in told(assistant, patient_id)


def test_each_state_is_told_once_and_no_more_than_three(assistant: Assistant) -> None:
    for patient in assistant.services.patients.all():
        parts = told(assistant, patient.patient_id).split(" · ")
        assert 1 <= len(parts) == len(set(parts)) <= 3


def test_the_line_follows_what_was_ordered_since(assistant: Assistant) -> None:
    session = assistant.run(assistant.manager.start("patient_004"))
    for words in ("refill my sertraline", "yes", "the closest one", "yes, place the order"):
        assistant.run(assistant.manager.handle_message(words, session.session_id))

    assert told(assistant, "patient_004") == "Order on the way · Ready to refill"


@pytest.mark.parametrize("language", languages())
def test_every_state_and_every_finding_that_can_stop_a_refill_has_words(language: str) -> None:
    words = message_catalog(language)
    plain = {MedicineKind.READY, MedicineKind.ORDERED, MedicineKind.ENDED}
    keys = {kind.value for kind in plain} | {code.value.lower() for code in set(FindingCode) - NEVER_STOP} | {"noted"}

    assert keys == {key.removeprefix("page_shows_") for key in words if key.startswith("page_shows_")}


def test_the_sign_in_shows_the_line_of_every_patient(open_page: OpenPage, assistant: Assistant) -> None:
    shown = markdowns(open_page()).replace("\\", "")

    for patient in assistant.services.patients.all():
        assert told(assistant, patient.patient_id) in shown
