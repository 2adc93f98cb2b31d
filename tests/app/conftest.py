"""The pages without a browser, each test on a database of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rxflow.bootstrap import Assistant
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.browser import new_browser_key

SCRIPT = Path(__file__).resolve().parents[2] / "app.py"
TIMEOUT_SECONDS = 20

OpenPage = Callable[..., AppTest]


@pytest.fixture
def assistant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Assistant]:
    """The assistant that the pages of this test share."""
    monkeypatch.setenv("RXFLOW_DATABASE_URL", f"sqlite:///{tmp_path / 'rxflow.db'}")
    pharmacy_assistant.clear()
    yield pharmacy_assistant()
    pharmacy_assistant.clear()


@pytest.fixture
def open_page(assistant: Assistant) -> OpenPage:
    """Opens the page as a browser with a key does: the same key is the same browser, after a reload too."""

    def open_as(browser_key: str | None = None) -> AppTest:
        page = AppTest.from_file(SCRIPT, default_timeout=TIMEOUT_SECONDS)
        page.session_state["browser_key"] = browser_key or new_browser_key()
        return page.run()

    return open_as


@pytest.fixture
def sign_in(open_page: OpenPage) -> OpenPage:
    """Opens the page and signs a patient in."""

    def sign_in_as(patient_id: str = "patient_001", browser_key: str | None = None) -> AppTest:
        return open_page(browser_key).button(key=f"sign-in-{patient_id}").click().run()

    return sign_in_as
