"""Signing in by name and birth date, and a conversation that is over."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.acting import ActingAs
from rxflow.persistence.tables import SESSIONS
from rxflow.prompts.catalog import message_catalog
from rxflow.ui import browser, visit
from rxflow.ui.assistant import pharmacy_assistant
from tests.app.conftest import OpenPage, to_chat
from tests.app.page_words import markdowns, say, texts

BORN = date(1975, 3, 15)
NOT_VERIFIED = message_catalog("en")["page_identity_not_verified"]
TIMED_OUT = message_catalog("en")["session_timed_out"]


def enter(page: AppTest, name: str, born: date | None) -> AppTest:
    page.text_input(key="identity-name").set_value(name)
    page.date_input(key="identity-birth-date").set_value(born)
    return to_chat(page.button(key="identity-sign-in").click().run())


def leave_alone(assistant: Assistant, minutes: int) -> None:
    """Let every conversation of the store have been idle for so long."""
    seen = assistant.services.now() - timedelta(minutes=minutes)
    with assistant._store.write() as tx:
        tx.execute(update(SESSIONS).values(last_seen_at=seen))


@pytest.fixture
def identity_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RXFLOW_SIGN_IN", "identity")
    yield
    pharmacy_assistant.clear()


def test_a_patient_signs_in_beside_the_demos_list(open_page: OpenPage) -> None:
    page = enter(open_page(), "smith, john", BORN)

    assert "John Smith" in markdowns(page)
    assert "AI assistant, not a pharmacist" in markdowns(page)
    assert not page.exception


def test_that_nobody_needed_a_password_is_said_beside_the_conversation_too(open_page: OpenPage) -> None:
    page = enter(open_page(), "smith, john", BORN)

    assert "made-up patients, no password" in markdowns(page)


@pytest.mark.usefixtures("identity_only")
def test_who_signs_in_as_everybody_must_is_told_of_no_demonstration(open_page: OpenPage) -> None:
    page = enter(open_page(), "smith, john", BORN)

    assert "John Smith" in markdowns(page)
    assert "demonstration" not in markdowns(page)


def test_a_guardian_is_greeted_by_name_and_acts_as_one(open_page: OpenPage, assistant: Assistant) -> None:
    page = enter(open_page(), "Sarah Davis", date(2017, 4, 11))
    session = assistant.services.sessions.latest_for_browser(page.session_state["browser_key"])

    assert "I can help Sarah Davis with Emily's prescriptions" in texts(page)
    assert session is not None
    assert (session.patient_id, session.acting_as) == ("patient_009", ActingAs.GUARDIAN)


def test_every_failure_says_the_same(open_page: OpenPage) -> None:
    page = open_page()
    for name in ("John Smith", "Nobody Known", "John Smith", "John Smith"):
        enter(page, name, date(1999, 9, 9))
        assert [each.value for each in page.warning] == [NOT_VERIFIED]
    enter(page, "John Smith", BORN)

    assert [each.value for each in page.warning] == [NOT_VERIFIED]
    assert "John Smith" not in texts(page)


def test_more_tries_than_a_minute_allows_say_the_same_as_every_failure(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage
) -> None:
    place = "203.0.113.7"
    monkeypatch.setattr(visit, "visitor_place", lambda: place)
    for number in range(10):
        enter(open_page(), f"Nobody {number} Known", BORN)
    page = enter(open_page(), "John Smith", BORN)

    assert [each.value for each in page.warning] == [NOT_VERIFIED]
    assert "John Smith" not in texts(page)
    # The eleventh was not even looked at: it is no try of John Smith's.
    assert pharmacy_assistant().services.audit.for_patient("patient_001") == ()
    place = "203.0.113.8"
    assert "AI assistant, not a pharmacist" in markdowns(enter(open_page(), "John Smith", BORN))


@pytest.mark.parametrize(("address", "place"), [("203.0.113.7", "203.0.113.7"), (None, "k" * 32)])
def test_a_visitor_comes_from_an_address_or_on_this_machine_from_a_browser(
    monkeypatch: pytest.MonkeyPatch, address: str | None, place: str
) -> None:
    known = SimpleNamespace(ip_address=address, cookies={browser.COOKIE: "k" * 32})
    monkeypatch.setattr(browser.st, "context", known)

    assert browser.visitor_place() == place


@pytest.mark.parametrize(("name", "born"), [(" ", BORN), ("John Smith", None)])
def test_what_is_missing_is_asked_for_and_is_no_try(open_page: OpenPage, name: str, born: date | None) -> None:
    page = open_page()
    for _ in range(4):
        enter(page, name, born)
    assert [each.value for each in page.warning] == [message_catalog("en")["page_identity_missing"]]

    assert "AI assistant, not a pharmacist" in markdowns(enter(page, "John Smith", BORN))


@pytest.mark.usefixtures("identity_only")
def test_without_the_demo_no_patient_is_shown_before_the_sign_in(open_page: OpenPage, assistant: Assistant) -> None:
    page = open_page()
    shown = markdowns(page) + texts(page)

    assert not any(patient.name in shown for patient in assistant.services.patients.all())
    assert [button.key for button in page.button] == ["identity-sign-in", "password-sign-in"]
    assert "John Smith" in markdowns(enter(page, "John Smith", BORN))


def test_a_conversation_left_alone_is_not_shown_again(
    sign_in: OpenPage, open_page: OpenPage, assistant: Assistant
) -> None:
    page = sign_in("patient_001")
    say(page, "what do I take?")
    leave_alone(assistant, minutes=30)
    again = open_page(page.session_state["browser_key"])

    assert again.button(key="sign-in-patient_001")
    assert "lisinopril" not in texts(again) + markdowns(again)


def test_a_message_after_the_time_out_is_told_so_once(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")
    say(page, "what do I take?")
    leave_alone(assistant, minutes=31)
    say(page, "refill my lisinopril")

    assert TIMED_OUT in texts(page)
    assert "lisinopril" not in texts(page) + markdowns(page)
    assert TIMED_OUT not in texts(page.run())


def test_an_emergency_after_the_time_out_is_answered(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_005")
    leave_alone(assistant, minutes=31)
    say(page, "no puedo respirar")

    assert "911" in texts(page)
    assert message_catalog("es")["session_timed_out"] in texts(page)
    assert [case.urgent for case in assistant.services.cases.open_cases()] == [True]


def test_a_message_to_a_conversation_ended_elsewhere_is_told_so(sign_in: OpenPage, assistant: Assistant) -> None:
    page = sign_in("patient_001")
    session = assistant.services.sessions.latest_for_browser(page.session_state["browser_key"])
    assert session is not None
    assistant.services.sessions.end(session.session_id)
    say(page, "refill my lisinopril")

    assert "This conversation has ended" in texts(page)
    assert page.button(key="sign-in-patient_001")
