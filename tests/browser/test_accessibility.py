"""Nobody is kept out: axe finds nothing serious on any page with something on it, in light and in dark."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.pharmacist import (
    ORDER_NUMBER,
    ask_for_blocked,
    choose,
    claim,
    number_in,
    open_queue,
    open_work,
    read_alerts,
    write,
)
from tests.browser.server import RunningServer
from tests.browser.visitor import press, quote_lisinopril, say, sign_in

pytestmark = pytest.mark.browser

SIZE = {"width": 1280, "height": 1100}
SCHEMES: dict[Literal["dark", "light"], str] = {"dark": "rgb(15, 23, 32)", "light": "rgb(255, 255, 255)"}
"""The ground of each. The page ends in light, as it began."""
SETTLE_SECONDS = 5.0
"""Until every element has the colours of the other scheme; what is wrong after that stays so."""
BAD = {"serious", "critical"}
Opened = Callable[[], Page]


@pytest.fixture
def opened(chromium: Browser, server: RunningServer) -> Iterator[Opened]:
    """Open the sign-in in a browser of its own."""
    with ExitStack() as browsers:

        def open_page() -> Page:
            context = browsers.enter_context(chromium.new_context(viewport=SIZE, reduced_motion="reduce"))
            page = context.new_page()
            page.goto(server.address)
            return page

        yield open_page


def test_what_anybody_and_a_patient_sees(opened: Opened) -> None:
    page = opened()
    expect(page.get_by_role("button", name="Continue as John")).to_be_visible()
    check(page)
    quote_lisinopril(page)
    check(page)
    press(page, "Place this order", "Order placed")
    check(page)
    page.get_by_role("link", name="My orders").click()
    for button in ("Pick-up code", "Cancel this order"):
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        check(page)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    for link, heading in (
        ("My refills", "Your medicines today"),
        ("My orders", "My orders"),
        ("My medicines", "My medicines"),
        ("Preferences", "Preferences"),
        ("Workflow", "How this conversation went"),
    ):
        page.get_by_role("link", name=link).click()
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        check(page)


def test_a_conversation_that_is_stopped_or_asks_something(opened: Opened) -> None:
    page = opened()
    sign_in(page, "John")
    say(page, "refill my methocarbamol", "It is too soon")
    check(page)
    say(page, "I want to talk to a pharmacist", "your case is")
    check(page)
    say(page, "refill my omeprazole", "Is this the one?")
    check(page)
    press(page, "Yes", "Which pharmacy would you like?")
    check(page)
    page.get_by_test_id("stButtonGroup").get_by_text("Map").click()
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg, canvas").first).to_be_visible()
    check(page)

    urgent = opened()
    sign_in(urgent, "Linda")
    say(urgent, "I have chest pain and I cannot breathe", "Call 911 now")
    check(urgent)


def test_what_the_pharmacy_sees(opened: Opened) -> None:
    patient = opened()
    case = ask_for_blocked(patient, "Robert", "naproxen")
    ordering = opened()
    sign_in(ordering, "Mary")
    say(ordering, "refill my atorvastatin", "Is this the one?")
    press(ordering, "Yes", "Which pharmacy would you like?")
    ordering.locator("[class*='st-key-choose-'] button").first.click()
    press(ordering, "Place this order", "Order placed")
    order = number_in(ordering, ORDER_NUMBER)

    staff = opened()
    open_queue(staff)
    check(staff)
    open_work(staff, case)
    check(staff)
    claim(staff)
    read_alerts(staff)
    staff.get_by_role("radio", name="Approve", exact=True).click()
    choose(staff, "Reason", "The allergy is ruled out")
    write(staff, "Note for the care team", "Had it last year")
    expect(staff.get_by_text("The patient will read")).to_be_visible()
    check(staff)
    staff.get_by_role("button", name="Back to the queue").click()
    open_work(staff, order)
    claim(staff)
    check(staff)
    staff.get_by_role("link", name="Insights").click()
    expect(staff.get_by_role("heading", name="Orders by pharmacy")).to_be_visible()
    check(staff)
    staff.get_by_role("link", name="Workflow").click()
    staff.get_by_role("combobox", name="Conversation").click()
    staff.get_by_role("option").first.click()
    expect(staff.get_by_test_id("stGraphVizChart").locator("svg")).to_be_visible()
    check(staff)


def test_a_reply_is_announced_as_a_whole_and_once(opened: Opened) -> None:
    page = opened()
    sign_in(page, "David")
    page.evaluate("""() => {
        window.heard = [];
        const live = document.getElementById("rx-live");
        new MutationObserver(() => heard.push(live.textContent)).observe(live, {childList: true, characterData: true});
    }""")
    say(page, "what prescriptions do I have?", "Your prescriptions:")
    expect(page.locator("#rx-live")).to_contain_text("Your prescriptions:")

    # The browser draws at once what comes at once: of a quick answer, the beginning may not be heard.
    *begun, answer = page.evaluate("window.heard")
    assert answer.startswith("Answer: Your prescriptions:")
    assert len(begun) <= 1
    assert not any("prescriptions" in each for each in begun)


def test_the_language_of_the_page_is_the_patients(opened: Opened) -> None:
    page = opened()
    sign_in(page, "Maria")

    assert page.evaluate("document.documentElement.lang") == "es"


def check(page: Page) -> None:
    """Hold the page, as it is now, to what those who listen or see little need."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("h1")).to_have_count(1)
    assert page.evaluate("document.documentElement.lang") == "en"
    for scheme, ground in SCHEMES.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", ground)
        deadline = time.monotonic() + SETTLE_SECONDS
        while (bad := violations(page)) and time.monotonic() < deadline:
            pass
        assert bad == [], f"{page.url}, {scheme}"


def violations(page: Page) -> list[tuple[str, list[tuple[str, str]]]]:
    """What axe finds on the page now: the rule, and each element with what is wrong."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        (each["id"], [(node["html"], node["failureSummary"]) for node in each["nodes"]])
        for each in found
        if each["impact"] in BAD
    ]
