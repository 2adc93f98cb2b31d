"""Take the README's pictures: `python -m tests.browser.screenshots [folder]`."""

import sys
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.browser.server import ROOT, open_browser, running_server
from tests.browser.visitor import quote_lisinopril

SIZE = {"width": 1200, "height": 900}
SETTLE_MS = 600
"""Until fonts are drawn and the page has scrolled to its end."""


def take(folder: Path) -> None:
    """Write `sign-in.png` and `chat.png`, the order to confirm, to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with running_server() as server, sync_playwright() as playwright, open_browser(playwright) as browser:
        page = browser.new_page(viewport=SIZE, timezone_id="America/Chicago")
        page.goto(server.address)
        expect(page.get_by_role("button", name="Continue as John")).to_be_visible()
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=folder / "sign-in.png")
        quote_lisinopril(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(SETTLE_MS)
        page.screenshot(path=folder / "chat.png")


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
