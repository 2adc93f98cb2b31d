"""The pages without a browser, each test on a database of its own."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from rxflow.assistant import Assistant
from rxflow.ui.assistant import pharmacy_assistant
from rxflow.ui.browser import new_browser_key
from tests.conftest import NewDatabase
from tests.support.api import CHEAP_HASHES

SCRIPT = Path(__file__).resolve().parents[2] / "app.py"
TIMEOUT_SECONDS = 20

OpenPage = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def _components_looked_for_once() -> Iterator[None]:
    """Streamlit reads what every installed package says of itself for each page that is opened; it stays the same."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def assistant(tmp_path: Path, new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch) -> Iterator[Assistant]:
    """The assistant that the pages of this test share."""
    new_database(tmp_path / "rxflow.db")
    monkeypatch.setenv("RXFLOW_DATABASE_URL", f"sqlite:///{tmp_path / 'rxflow.db'}")
    monkeypatch.setattr("rxflow.services.passwords.argon2_hashes", lambda: CHEAP_HASHES)
    pharmacy_assistant.clear()
    yield pharmacy_assistant()
    pharmacy_assistant.clear()


@pytest.fixture
def open_page(assistant: Assistant) -> OpenPage:
    """Opens the page as a browser with a key does: the same key is the same browser, after a reload too."""

    def open_as(browser_key: str | None = None) -> AppTest:
        page = AppTest.from_file(SCRIPT, default_timeout=TIMEOUT_SECONDS)
        page.session_state["browser_key"] = browser_key or new_browser_key()
        return to_chat(page.run())

    return open_as


def to_chat(page: AppTest) -> AppTest:
    """Go on to the conversation from the page that a patient begins on; who is not signed in stays."""
    on = [button for button in page.button if button.key == "go-chat"]
    return on[0].click().run() if on else page


def at_page(page: AppTest, address: str) -> AppTest:
    """Open another page of who is signed in, as the menu does."""
    page._page_hash = calc_hash(address)
    return page.run()


@pytest.fixture
def sign_in(open_page: OpenPage) -> OpenPage:
    """Opens the page and signs a patient in."""

    def sign_in_as(patient_id: str = "patient_001", browser_key: str | None = None) -> AppTest:
        return to_chat(open_page(browser_key).button(key=f"sign-in-{patient_id}").click().run())

    return sign_in_as


@pytest.fixture
def begin(open_page: OpenPage) -> OpenPage:
    """Opens the page and signs a patient in, up to the page that they begin on."""

    def begin_as(patient_id: str = "patient_001", browser_key: str | None = None) -> AppTest:
        return open_page(browser_key).button(key=f"sign-in-{patient_id}").click().run()

    return begin_as
