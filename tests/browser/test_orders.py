"""A patient's orders in a real browser: what a dialog does, and what is downloaded."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import begin, choose_pharmacy, press, tap_refill

pytestmark = pytest.mark.browser


def order(page: Page, first_name: str, medicine: str) -> Page:
    """The page of somebody who has just ordered."""
    begin(page, first_name)
    tap_refill(page, medicine, "Is this the one?")
    press(page, "Yes", "Which pharmacy would you like?")
    choose_pharmacy(page, "Confirm your order")
    press(page, "Place this order", "Order placed")
    page.get_by_role("link", name="My orders").click()
    expect(page.get_by_role("heading", name="My orders")).to_be_visible()
    return page


def test_a_confirmed_cancellation_closes_the_dialog_and_draws_the_order_anew(page: Page) -> None:
    orders = order(page, "John", "lisinopril")
    steps = orders.get_by_role("list", name="Progress of order")
    expect(steps.get_by_role("listitem")).to_have_count(5)
    orders.get_by_role("button", name="Cancel this order").click()
    orders.get_by_role("button", name="Keep the order").click()
    expect(orders.get_by_role("dialog")).to_have_count(0)

    orders.get_by_role("button", name="Cancel this order").click()
    orders.get_by_role("button", name="Yes, cancel it").click()

    expect(orders.get_by_role("dialog")).to_have_count(0)
    expect(orders.get_by_test_id("stAlert").get_by_text("is cancelled.")).to_be_visible()
    expect(steps).to_have_count(0)


def test_receipt_and_calendar_entry_are_downloaded_and_the_code_is_shown(page: Page, tmp_path: Path) -> None:
    orders = order(page, "Thomas", "allopurinol")
    for button, beginning in (("Receipt (PDF)", b"%PDF-"), ("Add to calendar", b"BEGIN:VCALENDAR")):
        with orders.expect_download() as downloaded:
            orders.get_by_role("button", name=button).click()
        file = tmp_path / downloaded.value.suggested_filename
        downloaded.value.save_as(file)
        assert file.read_bytes().startswith(beginning)

    orders.get_by_role("button", name="Pick-up code").click()
    expect(orders.get_by_role("dialog").get_by_role("img", name="QR code of the pick-up code")).to_be_visible()
