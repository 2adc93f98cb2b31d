"""What a person at the pharmacy writes lands in the same conversation."""

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.care_message import CareMessageKind
from rxflow.domain.errors import StoreUnavailableError
from rxflow.services.sessions import SessionService
from rxflow.ui.browser import new_browser_key
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, say, texts


def write(assistant: Assistant, page: AppTest, text: str) -> None:
    """Have a pharmacist write into the conversation."""
    session = assistant.services.sessions.latest_for_browser(page.session_state["browser_key"])
    assert session is not None
    messages = assistant.services.care_messages
    messages.add(session.session_id, "mlee", "Maria Lee, pharmacist", CareMessageKind.REPLY, text)


def test_a_persons_words_stand_between_the_turns_with_their_name(sign_in: OpenPage, assistant: Assistant) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")
    write(assistant, page, "I looked at it: *take it* with water.")
    say(page, "what do I take?")

    shown = texts(page)
    assert shown.index("refill my lisinopril") < shown.index("*take it* with water") < shown.index("what do I take?")
    assert "Maria Lee, pharmacist" in markdowns(page).replace("\\", "")


def test_what_comes_while_the_page_is_open_is_drawn_and_announced(sign_in: OpenPage, assistant: Assistant) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")
    write(assistant, page, "Your prescriber agreed.")
    page.run()

    assert "Your prescriber agreed." in texts(page)
    scripts = [element.value for element in page.html if "rx-live" in element.value]
    assert any("Your prescriber agreed." in script for script in scripts)
    assert not any("prescriber agreed" in element.value for element in page.run().html)


def test_a_page_that_finds_something_new_is_drawn_again(
    sign_in: OpenPage, open_page: OpenPage, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_browser_key()
    page = say(sign_in("patient_001", key), "refill my lisinopril")
    looked = SessionService.last_turn
    written: list[str] = []

    def writes_first(self: SessionService, session_id: str) -> int:
        # The page has drawn its conversation when it looks for the first time: now somebody writes.
        if not written:
            written.append("done")
            write(assistant, page, "Please call me back.")
        return looked(self, session_id)

    monkeypatch.setattr(SessionService, "last_turn", writes_first)

    assert "Please call me back." in texts(page.run())


def test_a_store_that_cannot_be_looked_at_leaves_the_page_as_it_is(
    sign_in: OpenPage, monkeypatch: pytest.MonkeyPatch, assistant: Assistant
) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")

    def cannot(*_given: object) -> int:
        raise StoreUnavailableError("The database cannot be read.")

    monkeypatch.setattr(type(assistant.services.care_messages), "latest_number", cannot)

    assert "Is this the one?" in texts(page.run())
    assert not page.exception
    assert not page.error
