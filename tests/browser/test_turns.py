"""What happens in the middle of a refill, in a real browser: a reload, another window, a stop, a restart."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.screens import DESKTOP
from tests.browser.server import RunningServer, running_server
from tests.browser.slow_server import ANY, Holds
from tests.browser.visitor import (
    REFERENCE,
    begin,
    choose_pharmacy,
    expect_answer,
    press,
    say,
    settle,
    tap_refill,
)

pytestmark = pytest.mark.browser

POLL_MS = 15_000
"""A window looks for news every few seconds."""
BACK_MS = 30_000
"""A page that lost its server tries again, less and less often."""
NOTHING_ORDERED = "Stopped. Nothing was ordered."


@pytest.fixture(scope="module")
def server() -> Iterator[RunningServer]:
    """One for all of these tests, with a model that waits where it is held: each test is about a patient of its own."""
    with running_server(module=("tests.browser.slow_server",)) as running:
        yield running


@pytest.fixture
def holds(server: RunningServer) -> Iterator[Holds]:
    """Where the model waits; nowhere, in the end."""
    holds = Holds(server.folder)
    yield holds
    holds.release()


def said(page: Page) -> list[str]:
    """The conversation as it is shown."""
    return page.get_by_test_id("stChatMessage").all_inner_texts()


def next_buttons(page: Page) -> Locator:
    """What can be pressed next."""
    return page.locator(".st-key-next button")


def test_at_each_step_a_reload_loses_nothing(page: Page, server: RunningServer) -> None:
    begin(page, "Thomas")
    tap_refill(page, "allopurinol", "Is this the one?")
    assert_survives_a_reload(page)
    press(page, "Yes", "Which pharmacy would you like?")
    assert_survives_a_reload(page)
    choose_pharmacy(page, "Confirm your order")
    assert_survives_a_reload(page)
    press(page, "Place this order", "Order placed")
    assert_survives_a_reload(page)
    reference = page.get_by_text(REFERENCE).inner_text()
    assert [order["order_id"] for order in server.orders("patient_010")] == [reference]


def assert_survives_a_reload(page: Page) -> None:
    settle(page)
    before, buttons = said(page), next_buttons(page).all_inner_texts()
    assert before
    page.reload()
    expect(page.get_by_test_id("stChatMessage")).not_to_have_count(0)
    settle(page)
    assert next_buttons(page).all_inner_texts() == buttons
    assert said(page) == before


def test_an_outdated_button_in_another_window_sends_nothing(
    page: Page, context: BrowserContext, server: RunningServer
) -> None:
    begin(page, "Robert")
    tap_refill(page, "rosuvastatin", "Is this the one?")
    press(page, "Yes", "Which pharmacy would you like?")
    choose_pharmacy(page, "Confirm your order")
    second = context.new_page()
    second.goto(f"{server.address}/chat")
    outdated = second.get_by_role("button", name="Place this order")
    expect(outdated).to_be_visible()

    page.get_by_role("button", name="Cancel", exact=True).click()
    expect(next_buttons(page).filter(has_text="What prescriptions do I have?")).to_be_visible()
    outdated.click()
    expect(second.get_by_text("so nothing was sent")).to_be_visible()
    expect(outdated).to_have_count(0)
    assert server.orders("patient_003") == []

    say(page, "what prescriptions do I have?", "Your prescriptions:")
    expect(second.get_by_text("what prescriptions do I have?", exact=True)).to_be_visible(timeout=POLL_MS)
    expect(second.get_by_test_id("stChatMessage")).to_have_count(len(said(page)))
    settle(page)
    settle(second)
    assert said(second) == said(page)


def stop(page: Page, holds: Holds) -> None:
    """Press the button that stops a turn, once its model waits."""
    button = page.locator(".st-key-stop-turn button")
    expect(button).to_be_enabled()
    assert holds.is_waiting()
    button.click()


def test_what_a_turn_shows_while_it_runs_is_gone_with_its_answer(page: Page, holds: Holds) -> None:
    begin(page, "Sofia")
    page.locator(".st-key-go-chat button").click()
    holds.hold(ANY)
    say(page, "what prescriptions do I have?", "Stop")
    holds.release()
    expect_answer(page, "Your prescriptions:")

    expect(page.locator(".st-key-stop-turn")).to_have_count(0)
    settle(page)
    before = said(page)
    page.reload()
    expect_answer(page, "Your prescriptions:")
    settle(page)
    assert said(page) == before


def test_a_turn_is_stopped_while_the_model_thinks(page: Page, holds: Holds, server: RunningServer) -> None:
    begin(page, "Hannah")
    holds.hold(ANY)
    tap_refill(page, "cetirizine", "Refill my cetirizine")
    stop(page, holds)
    expect_answer(page, NOTHING_ORDERED)

    holds.release()
    page.get_by_role("link", name="My refills").click()
    tap_refill(page, "cetirizine", "Is this the one?")
    press(page, "Yes", "Which pharmacy would you like?")
    holds.hold("select_pharmacy")
    choose_pharmacy(page, "Stop")
    stop(page, holds)
    expect_answer(page, NOTHING_ORDERED)
    holds.release()
    expect(page.get_by_role("button", name="Place this order")).to_have_count(0)
    choose_pharmacy(page, "Confirm your order")
    assert server.orders("patient_014") == []


def test_a_stop_before_the_order_orders_nothing_and_one_after_it_is_told(
    page: Page, holds: Holds, server: RunningServer
) -> None:
    begin(page, "William")
    tap_refill(page, "amLODIPine", "Is this the one?")
    press(page, "Yes", "Which pharmacy would you like?")
    choose_pharmacy(page, "Confirm your order")
    holds.hold(ANY)
    press(page, "Place this order", "Stop")
    stop(page, holds)
    expect_answer(page, NOTHING_ORDERED)
    holds.release()
    expect(page.get_by_role("button", name="Place this order")).to_be_enabled()
    assert server.orders("patient_012") == []

    holds.hold("submit_refill_order")
    press(page, "Place this order", "Stop")
    stop(page, holds)
    expect_answer(page, "Order placed")
    holds.release()
    reference = page.get_by_text(REFERENCE).inner_text()
    assert [order["order_id"] for order in server.orders("patient_012")] == [reference]


def test_a_page_goes_on_after_its_server_has_been_started_again(chromium: Browser, server: RunningServer) -> None:
    # A browser of its own: that its server is gone for a while is an error on its console.
    with chromium.new_context(**DESKTOP) as context:
        page = context.new_page()
        page.goto(server.address)
        begin(page, "Maria")
        tap_refill(page, "levothyroxine", "¿Es esta?")
        press(page, "Sí", "¿Qué farmacia desea?")
        settle(page)
        before = said(page)
        pharmacy = page.locator("[class*='st-key-choose-'] button").first
        server.stop()
        expect(pharmacy).to_be_disabled()
        server.start()

        expect(pharmacy).to_be_enabled(timeout=BACK_MS)
        settle(page)
        assert said(page) == before
        choose_pharmacy(page, "Confirme su pedido")
        press(page, "Hacer este pedido", "Pedido hecho")
        reference = page.get_by_text(REFERENCE).inner_text()
        assert [order["order_id"] for order in server.orders("patient_005")] == [reference]
        page.close()
