"""The pages in a real browser. That nothing is wrong on the console or leaves the machine is checked for each test."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.server import RunningServer
from tests.browser.visitor import press, quote_lisinopril, say, sign_in

pytestmark = pytest.mark.browser


def test_a_refill_with_a_reload_in_the_middle(page: Page) -> None:
    quote_lisinopril(page)

    page.reload()
    expect(page.get_by_text("refill my lisinopril", exact=True)).to_be_visible()
    press(page, "Place this order", "Order placed")

    expect(page.get_by_text(re.compile(r"^RF-[0-9A-Z]{4}-[0-9A-Z]{4}$"))).to_be_visible()
    assert "?" not in page.url


def test_what_was_checked_opens(page: Page) -> None:
    sign_in(page, "Robert")
    say(page, "refill my rosuvastatin", "Is this the one?")

    page.get_by_text("What I checked").click()

    expect(page.get_by_text("Found your prescription")).to_be_visible()


def test_two_windows_show_one_conversation(page: Page, context: BrowserContext, server: RunningServer) -> None:
    sign_in(page, "Mary")
    say(page, "what prescriptions do I have?", "Your prescriptions:")

    second = context.new_page()
    second.goto(f"{server.address}/chat")

    expect(second.get_by_text("Your prescriptions:")).to_be_visible()


def test_another_browser_is_asked_who_it_is(page: Page, chromium, server: RunningServer) -> None:
    sign_in(page, "Mary")

    with chromium.new_context() as other:
        stranger = other.new_page()
        stranger.goto(server.address)
        expect(stranger.get_by_role("button", name="Continue as Mary")).to_be_visible()


def test_no_script_reads_the_browsers_key(page: Page, context: BrowserContext) -> None:
    expect(page.get_by_role("button", name="Continue as Mary")).to_be_visible()

    assert "rxflow_browser" not in page.evaluate("document.cookie")
    (cookie,) = [cookie for cookie in context.cookies() if cookie["name"] == "rxflow_browser"]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Lax", -1)


def test_what_a_patient_writes_does_nothing(page: Page) -> None:
    sign_in(page, "David")
    words = "<img src=x onerror=alert(1)> ![x](https://evil.example/x.png) $1 and $2 www.evil.example"

    say(page, words, words)

    assert page.get_by_test_id("stChatMessage").locator("img, script, .katex, a[href*='evil']").count() == 0


def test_every_demo_patient_can_be_signed_in_and_out(page: Page) -> None:
    for name in ("Maria", "Emily"):
        sign_in(page, name)
        page.locator(".st-key-sign-out button").click()
        expect(page.locator("[class*='st-key-sign-in-patient_'] button")).to_have_count(14)
