"""Staff on the pages, and patients with accounts: in with a password or by choice, out again, and out after a while."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.user import Role
from rxflow.persistence.identity_tables import BROWSER_SIGN_INS
from rxflow.prompts.catalog import message_catalog
from rxflow.ui import visit
from rxflow.ui.assistant import pharmacy_assistant
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, texts
from tests.support.doors import BORN, PASSWORD, SOURCE

NOT_VERIFIED = message_catalog("en")["page_password_not_verified"]


def enter(page: AppTest, login: str, password: str = PASSWORD) -> AppTest:
    page.text_input(key="password-login").set_value(login)
    page.text_input(key="password-word").set_value(password)
    return page.button(key="password-sign-in").click().run()


def add_lee(assistant: Assistant, role: Role = Role.PHARMACIST) -> None:
    assistant.services.users.add("mlee", "Maria Lee", role, PASSWORD)


@pytest.fixture
def on_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo that other machines can reach."""
    monkeypatch.setenv("RXFLOW_HOST", "0.0.0.0")  # noqa: S104 - nothing is bound here


@pytest.fixture
def identity_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RXFLOW_SIGN_IN", "identity")
    yield
    pharmacy_assistant.clear()


def test_a_pharmacist_signs_in_and_stays_so_after_a_reload(open_page: OpenPage, assistant: Assistant) -> None:
    add_lee(assistant)
    page = enter(open_page(), "MLee ")
    again = open_page(page.session_state["browser_key"])

    assert not page.exception
    for shown in (page, again):
        assert "Maria Lee, pharmacist" in markdowns(shown).replace("\\", "")
    assert "Maria Lee" not in markdowns(open_page())


def test_the_demos_staff_is_chosen_by_one_tap_and_signs_out(open_page: OpenPage) -> None:
    page = open_page().button(key="staff-demo-pharmacist").click().run()
    assert "Dana Reyes, pharmacist" in markdowns(page).replace("\\", "")

    page.button(key="sign-out").click().run()

    assert page.button(key="sign-in-patient_001")
    assert page.button(key="staff-demo-technician")


@pytest.mark.usefixtures("identity_only")
def test_without_the_demo_no_staff_can_be_chosen(open_page: OpenPage, assistant: Assistant) -> None:
    add_lee(assistant)
    page = open_page()

    assert not [button for button in page.button if (button.key or "").startswith("staff-")]
    assert "Maria Lee" in markdowns(enter(page, "mlee"))


@pytest.mark.usefixtures("on_the_network")
def test_a_demo_that_others_can_reach_lets_no_staff_be_chosen(open_page: OpenPage) -> None:
    assert not [button for button in open_page().button if (button.key or "").startswith("staff-")]


def test_a_disabled_user_of_the_demo_is_told_so(open_page: OpenPage, assistant: Assistant) -> None:
    page = open_page().button(key="staff-demo-pharmacist").click().run()
    assistant.services.users.disable("demo-pharmacist")
    page.run().button(key="staff-demo-pharmacist").click().run()

    assert "cannot be chosen" in page.warning[0].value


@pytest.mark.parametrize(("login", "password"), [("mlee", "wrong"), ("nobody", PASSWORD), ("mlee", " ")])
def test_every_failure_says_the_same(open_page: OpenPage, assistant: Assistant, login: str, password: str) -> None:
    add_lee(assistant)
    page = enter(open_page(), login, password)

    assert [each.value for each in page.warning] == [NOT_VERIFIED]
    assert "Maria Lee" not in markdowns(page) + texts(page)


@pytest.mark.parametrize(("login", "password"), [("", PASSWORD), ("mlee", "")])
def test_what_is_missing_is_asked_for_and_is_no_try(
    open_page: OpenPage, assistant: Assistant, login: str, password: str
) -> None:
    add_lee(assistant)
    page = open_page()
    for _ in range(4):
        enter(page, login, password)
    assert [each.value for each in page.warning] == [message_catalog("en")["page_password_missing"]]

    assert "Maria Lee" in markdowns(enter(page, "mlee"))


def test_more_tries_than_a_minute_allows_are_not_even_looked_at(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, assistant: Assistant
) -> None:
    monkeypatch.setattr(visit, "visitor_place", lambda: "203.0.113.7")
    add_lee(assistant)
    for number in range(10):
        enter(open_page(), f"nobody{number}")
    page = enter(open_page(), "mlee")

    assert [each.value for each in page.warning] == [NOT_VERIFIED]
    assert "Maria Lee" not in markdowns(page)


def test_staff_who_do_nothing_for_a_while_are_out(open_page: OpenPage, assistant: Assistant) -> None:
    page = open_page().button(key="staff-demo-pharmacist").click().run()
    with assistant._store.write() as tx:
        tx.execute(update(BROWSER_SIGN_INS).values(seen_at=assistant.services.now() - timedelta(minutes=30)))
    page.run()

    assert page.button(key="sign-in-patient_001")
    assert "sign-out" not in [button.key for button in page.button]


def test_a_patient_with_an_account_comes_to_their_own_pages(open_page: OpenPage, assistant: Assistant) -> None:
    assistant.services.access.register("John Smith", BORN, "john@mail.example", PASSWORD, SOURCE)
    page = enter(open_page(), "john@mail.example")
    session = assistant.services.sessions.latest_for_browser(page.session_state["browser_key"])
    assert "John Smith" in markdowns(page)
    assert session is not None
    assert session.patient_id == "patient_001"

    page.button(key="sign-out").click().run()

    assert assistant.services.access.of_browser(page.session_state["browser_key"]) is None
    assert page.button(key="sign-in-patient_001")


def test_somebody_without_a_page_is_told_so(open_page: OpenPage, assistant: Assistant) -> None:
    add_lee(assistant, Role.ADMIN)
    page = enter(open_page(), "mlee")

    assert "no page for your role" in page.info[0].value
    assert "Maria Lee, administrator" in markdowns(page).replace("\\", "")
