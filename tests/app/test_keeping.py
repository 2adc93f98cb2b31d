"""What a page keeps: after a reload, in a second window, and apart from other patients."""

import pytest

from rxflow.assistant import Assistant
from rxflow.services.sessions import SessionService
from rxflow.ui.browser import new_browser_key
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, press, say, texts


def test_a_reload_shows_the_conversation_where_it_was(sign_in: OpenPage, open_page: OpenPage) -> None:
    key = new_browser_key()
    page = sign_in("patient_001", key)
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)
    before = texts(page)

    reloaded = open_page(key)

    assert texts(reloaded) == before
    assert press(reloaded, "Place this order").container(key="order-card-3")


def test_another_browser_sees_nothing_of_it(sign_in: OpenPage, open_page: OpenPage) -> None:
    say(sign_in("patient_001"), "refill my lisinopril")

    assert "lisinopril" not in texts(open_page())


def test_two_patients_in_one_process_are_apart(sign_in: OpenPage, assistant: Assistant) -> None:
    john, mary = sign_in("patient_001"), sign_in("patient_002")

    for words in ("refill my lisinopril", "yes", "CVS", "yes, place the order"):
        say(john, words)
        say(mary, "what prescriptions do I have?")

    assert assistant.services.orders.for_patient("patient_002") == ()
    assert "lisinopril" not in texts(mary)
    assert "Mary Johnson" in markdowns(mary)


def test_a_second_window_catches_up(sign_in: OpenPage, open_page: OpenPage) -> None:
    key = new_browser_key()
    first = sign_in("patient_001", key)
    second = open_page(key)

    say(first, "refill my lisinopril")

    assert "refill my lisinopril" in texts(say(second, "yes"))


def test_a_button_of_an_earlier_step_sends_nothing(
    sign_in: OpenPage, open_page: OpenPage, assistant: Assistant
) -> None:
    key = new_browser_key()
    first = sign_in("patient_001", key)
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(first, words)
    second = open_page(key)
    press(first, "Cancel")

    press(second, "Place this order")

    assert "nothing was sent" in second.info[0].value
    assert assistant.services.orders.for_patient("patient_001") == ()


def test_words_for_one_patient_never_reach_another(
    sign_in: OpenPage, open_page: OpenPage, assistant: Assistant
) -> None:
    key = new_browser_key()
    john = sign_in("patient_001", key)
    window = open_page(key)
    press(window, "Sign out").button(key="sign-in-patient_002").click().run()

    say(john, "refill my lisinopril")

    session = assistant.services.sessions.latest_for_browser(key)
    assert session is not None
    assert session.patient_id == "patient_002"
    assert assistant.services.sessions.turns(session.session_id) == ()
    assert "nothing was sent" in john.info[0].value


def test_an_order_whose_reply_never_arrived_is_shown_when_the_page_is_opened_again(
    sign_in: OpenPage, open_page: OpenPage, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ProcessDiedError(BaseException):
        pass

    def dies(*_arguments: object) -> None:
        raise ProcessDiedError

    key = new_browser_key()
    page = sign_in("patient_001", key)
    for words in ("refill my lisinopril", "yes", "CVS"):
        say(page, words)
    session = assistant.services.sessions.latest_for_browser(key)
    assert session is not None
    with monkeypatch.context() as dying:
        dying.setattr(SessionService, "record_turn", dies)
        with pytest.raises(ProcessDiedError):
            assistant.run(assistant.manager.handle_message("yes", session.session_id, in_reply_to=3))
    (order,) = assistant.services.orders.for_patient("patient_001")

    assert order.order_id in texts(open_page(key))
