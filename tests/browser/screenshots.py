"""Take the documents' pictures: `python -m tests.browser.screenshots [folder]`."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.pharmacist import ask_early, claim, open_queue, open_work, read_alerts
from tests.browser.server import ROOT, open_browser, running_server
from tests.browser.visitor import press, quote_lisinopril

SIZE = {"width": 1200, "height": 900}
SETTLE_MS = 900
"""Until fonts and charts are drawn and the page has scrolled to where it begins or ends."""


def take(folder: Path) -> None:
    """Write a picture of each page, in the middle of some work, to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with running_server() as server, sync_playwright() as playwright, open_browser(playwright) as browser:
        _of_patient(_visit(browser, server.address), server.address, folder)
        asking = _visit(browser, server.address)
        case_id = ask_early(asking)
        _of_pharmacist(_visit(browser, server.address), case_id, folder)
        asking.goto(f"{server.address}/workflow")
        _shoot(asking, folder / "workflow.png")


def _of_patient(page: Page, address: str, folder: Path) -> None:
    expect(page.get_by_role("button", name="Continue as Mary")).to_be_visible()
    _shoot(page, folder / "sign-in.png")
    page.get_by_role("button", name="Continue as Mary").click()
    expect(page.get_by_text("Your medicines today")).to_be_visible()
    _shoot(page, folder / "home.png")
    page.locator(".st-key-sign-out button").click()
    quote_lisinopril(page)
    _shoot(page, folder / "chat.png")
    press(page, "Place this order", "Order placed")
    for name in ("orders", "medicines"):
        page.goto(f"{address}/{name}")
        expect(page.get_by_text("lisinopril 10 mg tablet").first).to_be_visible()
        _shoot(page, folder / f"{name}.png")


def _of_pharmacist(page: Page, case_id: str, folder: Path) -> None:
    open_queue(page)
    _shoot(page, folder / "queue.png")
    open_work(page, case_id)
    claim(page)
    read_alerts(page)
    _shoot(page, folder / "case.png")


def _visit(browser: Browser, address: str) -> Page:
    """A browser of its own at the sign-in."""
    page = browser.new_context(viewport=SIZE, timezone_id="America/Chicago").new_page()
    page.goto(address)
    return page


def _shoot(page: Page, path: Path) -> None:
    page.mouse.move(0, 0)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=path)


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
