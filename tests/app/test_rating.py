"""What a patient says of a reply."""

from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.domain.rating import RatingReason
from rxflow.ui.browser import new_browser_key
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, say


def session_id(page: AppTest, assistant: Assistant) -> str:
    session = assistant.services.sessions.latest_for_browser(page.session_state["browser_key"])
    assert session is not None
    return session.session_id


def test_a_thumb_up_is_kept_and_still_there_after_a_reload(
    sign_in: OpenPage, open_page: OpenPage, assistant: Assistant
) -> None:
    key = new_browser_key()
    page = say(sign_in("patient_001", key), "refill my lisinopril")
    page.feedback(key="thumbs-1").set_value(1).run()

    (rating,) = assistant.services.ratings.of_session(session_id(page, assistant))
    assert (rating.number, rating.is_helpful, rating.reason) == (1, True, None)
    assert "That was noted" in markdowns(page)
    assert open_page(key).feedback(key="thumbs-1").value == 1


def test_a_thumb_down_is_asked_why_and_may_be_changed(sign_in: OpenPage, assistant: Assistant) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")
    assert not page.text_input
    page.feedback(key="thumbs-1").set_value(0).run()
    page.button_group(key="rating-reason-1").set_value(RatingReason.UNSAFE).run()
    page.text_input(key="rating-comment-1").set_value("That cannot be right.").run()

    ratings, session = assistant.services.ratings, session_id(page, assistant)
    (rating,) = ratings.of_session(session)
    assert (rating.is_helpful, rating.reason, rating.comment) == (False, RatingReason.UNSAFE, "That cannot be right.")
    assert "in an emergency call 911" in markdowns(page)
    assert assistant.services.cases.for_patient("patient_001") == ()
    page.feedback(key="thumbs-1").set_value(1).run()
    (rating,) = ratings.of_session(session)
    assert (rating.is_helpful, rating.reason, rating.comment) == (True, None, None)


def test_only_the_latest_reply_is_asked_about(sign_in: OpenPage) -> None:
    page = sign_in("patient_001")
    assert not page.get("feedback")
    say(page, "refill my lisinopril")
    say(page, "yes")

    assert [element.key for element in page.feedback] == ["thumbs-2"]


def test_looking_again_writes_nothing_new(sign_in: OpenPage, assistant: Assistant) -> None:
    page = say(sign_in("patient_001"), "refill my lisinopril")
    page.feedback(key="thumbs-1").set_value(0).run()
    page.run()
    page.run()

    acts = [entry for entry in assistant.services.audit.for_patient("patient_001") if entry.action == "turn.rated"]
    assert len(acts) == 1
