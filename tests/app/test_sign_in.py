"""The sign-in page."""

import pytest

from rxflow.assistant import Assistant
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, press, texts


def sign_in_buttons(page) -> list[str]:
    return [button.key for button in page.button if (button.key or "").startswith("sign-in-")]


def test_every_demo_patient_can_be_chosen(open_page: OpenPage, assistant: Assistant) -> None:
    page = open_page()

    assert len(sign_in_buttons(page)) == 14
    assert all(patient.name in markdowns(page) for patient in assistant.services.patients.all())
    assert not page.exception


def test_a_visitor_is_told_that_it_is_a_demonstration(open_page: OpenPage) -> None:
    page = open_page()

    assert "demonstration with made-up patients" in page.info[0].value
    assert "AI assistant" in texts(page)


def test_who_speaks_spanish_and_who_speaks_for_a_child_is_shown(open_page: OpenPage) -> None:
    shown = markdowns(open_page())

    assert "Español" in shown
    assert "Sarah Davis" in shown


def test_a_spanish_browser_reads_spanish(open_page: OpenPage) -> None:
    page = open_page()
    page.context = {"locale": "es-MX"}

    assert "demostración" in page.run().info[0].value


def test_signing_in_opens_the_conversation_and_switching_ends_it(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")
    assert "John Smith" in markdowns(page)
    assert "AI assistant, not a pharmacist" in markdowns(page)

    press(page, "Sign out")

    assert len(sign_in_buttons(page)) == 14
    assert assistant.services.sessions.latest_for_browser(page.session_state["browser_key"]) is None


@pytest.mark.parametrize(
    ("patient_id", "greeting", "pharmacist"),
    [
        ("patient_005", "Soy un asistente de IA", "Hablar con un farmacéutico"),
        ("patient_009", "I can help Sarah Davis with Emily's prescriptions", "Talk to a pharmacist"),
    ],
)
def test_a_patient_is_greeted_in_their_way(sign_in: OpenPage, patient_id: str, greeting: str, pharmacist: str) -> None:
    page = sign_in(patient_id)

    assert greeting in texts(page)
    assert page.button(key="pharmacist").label == pharmacist
