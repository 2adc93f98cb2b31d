"""Speaking instead of writing: the words are put in front of the patient, and a spoken yes agrees to nothing."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rxflow.ui import chat_voice
from rxflow.ui.assistant import pharmacy_assistant
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, press, say, texts
from tests.support.speech_service import SpeechService, speech_service


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechService]:
    with speech_service() as running:
        monkeypatch.setenv("RXFLOW_SPEECH_PROVIDER", "openai")
        monkeypatch.setenv("RXFLOW_SPEECH_BASE_URL", running.base_url)
        yield running


@pytest.fixture
def page(service: SpeechService, request: pytest.FixtureRequest) -> AppTest:
    sign_in: OpenPage = request.getfixturevalue("sign_in")
    return sign_in("patient_001")


def speak(page: AppTest) -> AppTest:
    """Record something, as the browser hands it over: AppTest cannot press a microphone."""
    page.session_state["recording"] = b"RIFF....WAVE"
    return page.run()


def test_there_is_a_microphone_only_where_speech_is_turned_into_text(page: AppTest) -> None:
    assert page.chat_input(key="message").proto.accept_audio


def test_without_a_service_there_is_none(sign_in: OpenPage) -> None:
    assert not sign_in("patient_001").chat_input(key="message").proto.accept_audio


def test_what_is_written_beside_the_microphone_is_said_at_once(page: AppTest) -> None:
    assert "Is this the one?" in texts(say(page, "refill my lisinopril"))


def test_spoken_words_are_shown_and_sent_by_the_patient_alone(page: AppTest, service: SpeechService) -> None:
    service.answer = {"text": "refill my listerine april"}
    speak(page)
    assert page.text_area(key="heard-words").value == "refill my listerine april"
    assert "Is this the one?" not in texts(page)
    page.text_area(key="heard-words").set_value("refill my lisinopril")
    page.button(key="heard-send").click().run()

    assert "Is this the one?" in texts(page)
    assert not page.text_area
    assert len(service.asked) == 1


def test_what_was_spoken_can_be_put_away(page: AppTest) -> None:
    speak(page)
    press(page, "Discard")

    assert not page.text_area
    assert "yes" not in texts(page).splitlines()


def test_a_spoken_yes_places_no_order(page: AppTest, service: SpeechService) -> None:
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)
    service.answer = {"text": "yes, place the order"}
    speak(page)
    assert "Spoken words place no order" in markdowns(page)
    page.button(key="heard-send").click().run()

    orders = pharmacy_assistant().services.orders
    assert orders.for_patient("patient_001") == ()
    press(page, "Place this order")
    assert len(orders.for_patient("patient_001")) == 1


@pytest.mark.parametrize(
    ("status", "told"), [(500, "could not be turned into text"), (200, "Nothing could be understood")]
)
def test_what_cannot_be_understood_is_said(page: AppTest, service: SpeechService, status: int, told: str) -> None:
    service.status, service.answer = status, {"text": " "}
    speak(page)

    assert told in markdowns(page)
    assert not page.text_area
    assert told not in markdowns(page.run())


def test_a_recording_is_taken_from_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    recording = SimpleNamespace(getvalue=lambda: b"RIFF")
    state = {chat_voice.INPUT_KEY: SimpleNamespace(text="", audio=recording)}
    monkeypatch.setattr(st, "session_state", state)
    chat_voice._take("session")

    assert state["recording"] == b"RIFF"
