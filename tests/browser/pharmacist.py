"""What patients who need a pharmacist, and the pharmacy's staff, do in the browser."""

import re

from playwright.sync_api import Page, expect

from tests.browser.visitor import press, say, sign_in

CASE_NUMBER = re.compile(r"CS-[0-9A-Z]+(?:-[0-9A-Z]+)*")
ORDER_NUMBER = re.compile(r"RF-[0-9A-Z]{4}-[0-9A-Z]{4}")


def ask_early(page: Page) -> str:
    """From the sign-in to the case of a refill that is too soon.

    Returns:
        The case's number.
    """
    sign_in(page, "John")
    say(page, "refill my methocarbamol", "It is too soon")
    say(page, "I am traveling, I want to talk to a pharmacist", "your case is")
    return number_in(page, CASE_NUMBER)


def ask_for_blocked(page: Page, first_name: str, medicine: str) -> str:
    """From the sign-in to the case of a refill that a pharmacist has to decide.

    Returns:
        The case's number.
    """
    sign_in(page, first_name)
    say(page, f"refill my {medicine}", "CS-")
    return number_in(page, CASE_NUMBER)


def number_in(page: Page, form: re.Pattern[str]) -> str:
    """The last number of a form that stands on the page."""
    return str(form.findall(page.get_by_test_id("stMainBlockContainer").inner_text())[-1])


def open_queue(page: Page, name: str = "Dana Reyes") -> None:
    """From the sign-in to the queue, as one of the demo's staff."""
    page.get_by_role("button", name=f"Continue as {name}").click()
    expect(page.get_by_role("heading", name="Queue", level=1)).to_be_visible()


def expect_notice(page: Page, words: str) -> None:
    """Wait until a page of the staff says what was done, or why not."""
    expect(page.get_by_test_id("stAlert").get_by_text(words)).to_be_visible()


def open_work(page: Page, number: str) -> None:
    """From the queue to a case or an order."""
    page.locator(f".st-key-open-{number} button").click()
    expect(page.get_by_role("button", name="Back to the queue")).to_be_visible()


def claim(page: Page) -> None:
    """Take the case or the order that is open."""
    page.get_by_role("button", name="Claim it").click()
    expect(page.get_by_text("You are working on this")).to_be_visible()


def read_alerts(page: Page) -> None:
    """Open every alert that is not read yet."""
    unread = page.get_by_role("button", name="Open and read")
    for left in range(unread.count(), 0, -1):
        unread.first.click()
        expect(unread).to_have_count(left - 1)


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a list: what is typed finds it."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    box.press("Enter")
    expect(box).to_have_value(option)


def write(page: Page, label: str, words: str) -> None:
    """Fill in a field, which is sent when it is left."""
    field = page.get_by_label(label)
    field.fill(words)
    field.press("Control+Enter")


def decide(page: Page, decision: str, reason: str, note: str = "") -> None:
    """Decide about a case that is one's own, and tell the patient."""
    page.get_by_role("radio", name=decision, exact=True).click()
    send = page.get_by_role("button", name="Decide and tell the patient")
    expect(send).to_be_visible()
    choose(page, "Reason", reason)
    if note:
        write(page, "Note for the care team", note)
    send.click()
    expect_notice(page, "It is decided, and the patient is told.")


def order_methocarbamol(page: Page) -> str:
    """Order, in the open chat, what a pharmacist has approved.

    Returns:
        The order's number.
    """
    say(page, "refill my methocarbamol", "Is this the one?")
    press(page, "Yes", "Which pharmacy would you like?")
    page.get_by_role("button", name=re.compile("H-E-B")).first.click()
    expect(page.get_by_text("Confirm your order").last).to_be_visible()
    press(page, "Place this order", "Order placed")
    return number_in(page, ORDER_NUMBER)


def advance(page: Page, stage: str) -> None:
    """End the stage of the order that is open and one's own."""
    page.get_by_role("button", name=f"Done: move on to {stage}").click()
    expect_notice(page, f"The order has moved on to: {stage}.")
