"""The pharmacist's work in a real browser, and what the patient's open chat shows of it without a reload."""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pharmacist import (
    advance,
    ask_early,
    ask_for_blocked,
    choose,
    claim,
    decide,
    expect_notice,
    open_queue,
    open_work,
    order_methocarbamol,
    read_alerts,
    write,
)
from tests.browser.screens import DESKTOP
from tests.browser.server import RunningServer
from tests.browser.visitor import press, quote_lisinopril

pytestmark = pytest.mark.browser

Enter = Callable[[str], Page]
POLL_MS = 7000
"""The patient's chat looks every five seconds for what a person wrote."""


@pytest.fixture
def enter(chromium: Browser, page: Page, server: RunningServer) -> Iterator[Enter]:
    """Let somebody of the staff in, each in a browser of their own."""
    with ExitStack() as browsers:

        def enter(name: str) -> Page:
            context = browsers.enter_context(chromium.new_context(**DESKTOP))
            theirs = context.new_page()
            theirs.goto(server.address)
            open_queue(theirs, name)
            return theirs

        yield enter


def test_an_early_refill_is_approved_ordered_and_handed_over(page: Page, enter: Enter, server: RunningServer) -> None:
    case = ask_early(page)
    dana, alex = enter("Dana Reyes"), enter("Alex Kim")
    open_work(dana, case)
    claim(dana)
    read_alerts(dana)
    decide(dana, "Approve", "Early fill: travel", "Flight on Friday")

    approved = page.get_by_test_id("stMainBlockContainer").get_by_text(
        "A pharmacist approved an early refill for your trip."
    )
    expect(approved).to_be_visible(timeout=POLL_MS)
    order = order_methocarbamol(page)

    orders = page.context.new_page()
    expect_status(orders, server, "The pharmacy has received your order.")
    dana.get_by_role("button", name="Back to the queue").click()
    open_work(dana, order)
    for stage, status in (
        ("Clinical check", "A pharmacist is checking your order."),
        ("Fill", "Your order is being prepared."),
        ("Final check", "Your order is being prepared."),
    ):
        claim(dana)
        read_alerts(dana)
        advance(dana, stage)
        expect_status(orders, server, status)

    claim(dana)
    dana.get_by_role("button", name="Done: move on to Ready").click()
    expect_notice(dana, "Ask another pharmacist for the final check")
    dana.get_by_role("button", name="Release it").click()
    expect(dana.get_by_role("button", name="Claim it")).to_be_visible()
    open_work(alex, order)
    for stage, status in (
        ("Ready", "Your order is ready to collect."),
        ("Handed over", "You have collected your order."),
    ):
        claim(alex)
        advance(alex, stage)
        expect_status(orders, server, status)


def test_a_denial_is_told_in_the_pharmacys_words_and_a_reply_in_the_persons_own(page: Page, enter: Enter) -> None:
    case = ask_for_blocked(page, "Linda", "warfarin")
    dana = enter("Dana Reyes")
    open_work(dana, case)
    claim(dana)
    dana.get_by_text("Write to the patient").first.click()
    dana.get_by_label("Your words; the patient reads them in the chat with your name").fill("Can it *wait* a week?")
    dana.locator(".st-key-reply button").click()
    expect_notice(dana, "Your words are in the patient's chat.")

    said = page.locator("[class*='st-key-person-']").filter(has_text="Dana Reyes")
    expect(said.get_by_text("Can it *wait* a week?")).to_be_visible(timeout=POLL_MS)

    read_alerts(dana)
    decide(dana, "Deny", "Too risky for this patient")
    denied = page.get_by_test_id("stMainBlockContainer").get_by_text(
        "looked at it and cannot approve this refill for you."
    )
    expect(denied).to_be_visible(timeout=POLL_MS)
    expect(page.locator("#rx-live")).to_contain_text("cannot approve this refill")


def test_two_pharmacists_do_not_take_the_same_case(page: Page, enter: Enter) -> None:
    case = ask_for_blocked(page, "Hannah", "cephalexin")
    dana, alex = enter("Dana Reyes"), enter("Alex Kim")
    claim_of_alex = alex.locator(f".st-key-claim-{case} button")
    expect(claim_of_alex).to_be_visible()
    dana.locator(f".st-key-claim-{case} button").click()
    expect_notice(dana, f"{case} is yours now.")
    claim_of_alex.click()

    expect_notice(alex, "Dana Reyes is working on this case. Nothing was changed.")
    expect(alex.get_by_text("With Dana Reyes")).to_be_visible()
    open_work(alex, case)
    expect(alex.get_by_text("Dana Reyes is working on this. You can read it, not change it.")).to_be_visible()
    for name in ("Claim it", "Release it", "Open and read", "Decide and tell the patient"):
        expect(alex.get_by_role("button", name=name)).to_have_count(0)


def test_a_severe_alert_that_nobody_has_read_blocks_the_approval(page: Page, enter: Enter) -> None:
    case = ask_for_blocked(page, "Robert", "naproxen")
    dana = enter("Dana Reyes")
    open_work(dana, case)
    claim(dana)
    expect(dana.get_by_text("must be read")).to_be_visible()
    dana.get_by_role("radio", name="Approve", exact=True).click()
    choose(dana, "Reason", "The allergy is ruled out")
    write(dana, "Note for the care team", "Had it last year")
    send = dana.get_by_role("button", name="Decide and tell the patient")

    expect(dana.get_by_text("open and read the alerts that are marked first")).to_be_visible()
    expect(send).to_be_disabled()

    read_alerts(dana)
    expect(send).to_be_enabled()


def test_a_conversation_is_replayed_and_the_figures_count_it(page: Page, enter: Enter, tmp_path: Path) -> None:
    quote_lisinopril(page)
    press(page, "Place this order", "Order placed")
    dana = enter("Dana Reyes")
    dana.get_by_role("link", name="Workflow").click()
    dana.get_by_role("combobox", name="Conversation").click()
    dana.get_by_role("option").first.click()
    expect(dana.get_by_role("heading", name="Message 4 of 4")).to_be_visible()
    expect(dana.get_by_text("It led to: Order placed")).to_be_visible()
    dana.get_by_role("button", name="Previous").click()
    expect(dana.get_by_role("heading", name="Message 3 of 4")).to_be_visible()
    expect(dana.get_by_text("It led to: Order to confirm")).to_be_visible()
    exported = json.loads(downloaded(dana, "Download as JSON", tmp_path))
    assert exported["turns"][0]["patient"] == "refill my lisinopril"

    dana.get_by_role("link", name="Insights").click()
    expect(dana.get_by_role("heading", name="From the request to the order")).to_be_visible()
    rows = list(csv.reader(downloaded(dana, "Download as CSV", tmp_path).splitlines()))
    counts = {group: int(count) for figure, group, count in rows if figure == "conversations"}
    assert list(counts) == ["requested", "chosen", "quoted", "ordered"]
    assert min(counts.values()) >= 1
    told = f"Agreed, order placed: {counts['ordered']}"
    expect(dana.get_by_role("img").filter(has_text=told)).to_be_visible()


def expect_status(orders: Page, server: RunningServer, sentence: str) -> None:
    """Look at the patient's orders anew."""
    orders.goto(f"{server.address}/orders")
    expect(orders.get_by_text(sentence)).to_be_visible()


def downloaded(page: Page, button: str, folder: Path) -> str:
    """The text of a file that a button downloads."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file.read_text(encoding="utf-8")
