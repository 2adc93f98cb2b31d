"""A server and a Chromium for the browser tests; what they must never do is checked after each."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.screens import DESKTOP, Screen
from tests.browser.server import RunningServer, open_browser, running_server

# A machine that is busy with something else is slow, not wrong.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="module")
def server() -> Iterator[RunningServer]:
    """One for the tests of a module: what is ordered can no longer be refilled, so each orders for another patient."""
    with running_server() as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright, open_browser(playwright) as browser:
        yield browser


@pytest.fixture
def screen() -> Screen:
    """What the visitor looks at; a test that is parametrized with others has those."""
    return DESKTOP


@pytest.fixture
def context(chromium: Browser, screen: Screen) -> Iterator[BrowserContext]:
    """A browser with its own cookies. In the end: no error on the console, and no request off this machine."""
    faults: list[str] = []
    with chromium.new_context(**screen) as context:
        context.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("request", lambda request: faults.extend(_foreign(request.url)))
        context.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        yield context
    assert faults == []


@pytest.fixture
def page(context: BrowserContext, server: RunningServer) -> Iterator[Page]:
    """The sign-in page. What was opened is closed while the server still answers: a page looks for one that is gone."""
    page = context.new_page()
    page.goto(server.address)
    yield page
    for opened in context.pages:
        opened.close()


def _foreign(address: str) -> list[str]:
    parts = urlsplit(address)
    return [] if parts.scheme in {"data", "blob"} or parts.hostname == "127.0.0.1" else [address]
