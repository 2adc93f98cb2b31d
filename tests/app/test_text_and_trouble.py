"""What people write stays text, an emergency stays in view, and a failure is told without a trace."""

import pytest

from rxflow.assistant import Assistant
from rxflow.domain.errors import StoreUnavailableError
from rxflow.ui.plain_text import as_label
from rxflow.workflow.conversation_manager import AdvancedConversationManager
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns, say, texts

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/x.png)",
    "[click](javascript:alert(1))",
    ":red[pay] $5 and $6 :material/bolt:",
    "refill <b>lisinopril</b> www.evil.example",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_patient_writes_is_shown_as_text_only(sign_in: OpenPage, words: str) -> None:
    page = say(sign_in("patient_001"), words)

    assert words in [element.value for element in page.text]
    assert words not in markdowns(page)
    assert all(words not in element.value for element in page.html)


def test_a_label_shows_its_text_unchanged() -> None:
    assert as_label("H-E-B *on* [51st](x)\n$5") == r"H\-E\-B \*on\* \[51st\]\(x\) \$5"


def test_an_emergency_stays_in_view(sign_in: OpenPage) -> None:
    page = say(sign_in("patient_001"), "I have chest pain and I cannot breathe")
    say(page, "what prescriptions do I have?")

    assert "911" in page.container(key="emergency").text[0].value


def test_a_known_trouble_says_what_was_kept(sign_in: OpenPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = sign_in("patient_001")

    async def fails(*_: object, **__: object) -> None:
        raise StoreUnavailableError("The database is locked. Try again.")

    monkeypatch.setattr(AdvancedConversationManager, "handle_message", fails)
    say(page, "refill my lisinopril")

    assert "is kept" in page.warning[0].value
    assert not page.exception


@pytest.mark.parametrize("method", ["handle_message", "transcript"])
def test_an_unknown_trouble_shows_no_trace(
    sign_in: OpenPage, monkeypatch: pytest.MonkeyPatch, method: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = sign_in("patient_001")

    def fails(*_: object, **__: object) -> None:
        raise ValueError("secret words of a patient")

    monkeypatch.setattr(AdvancedConversationManager, method, fails)
    say(page, "refill my lisinopril")

    assert not page.exception
    assert "Please reload this page" in page.error[0].value
    assert "secret" not in texts(page) + markdowns(page) + capsys.readouterr().err


def test_a_wrong_setting_is_one_line_on_the_page(
    open_page: OpenPage, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(_: object) -> None:
        raise StoreUnavailableError("The database cannot be opened.")

    monkeypatch.setattr(type(assistant.services.sessions), "latest_for_browser", lambda *_: unavailable(None))

    assert "The database cannot be opened" in open_page().error[0].value.replace("\\", "")
