"""How soon somebody sees the first page in a real browser."""

from playwright.sync_api import expect, sync_playwright

from tests.browser.server import open_browser

TRIES = 5
_FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_NOW = "performance.now()"


def first_paint(port: int) -> tuple[list[float], list[float]]:
    """Open the sign-in several times, each in a browser that has never seen it.

    Args:
        port: Of the server.

    Returns:
        Milliseconds to the first paint of each, and to the list of patients.
    """
    painted, listed = list[float](), list[float]()
    with sync_playwright() as playwright, open_browser(playwright) as browser:
        for _ in range(TRIES):
            with browser.new_context() as context:
                page = context.new_page()
                page.goto(f"http://127.0.0.1:{port}")
                expect(page.get_by_role("button", name="Continue as John")).to_be_visible(timeout=15_000)
                listed.append(page.evaluate(_NOW))
                painted.append(page.evaluate(_FIRST_PAINT))
    return painted, listed
