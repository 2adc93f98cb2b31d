"""Whole refills in a real browser: by tap, by keyboard, on a phone and in Spanish, and what stays in view meanwhile."""

import re
import time

import pytest
from playwright.sync_api import Frame, Page, expect

from rxflow.prompts.catalog import message_catalog
from rxflow.ui.addresses import PAGES
from tests.browser.screens import DESKTOP, PHONE, Screen
from tests.browser.server import RunningServer
from tests.browser.visitor import (
    REFERENCE,
    begin,
    choose_pharmacy,
    expect_answer,
    go_to,
    press,
    say,
    sign_in,
    tab_to,
    tap_refill,
)

pytestmark = pytest.mark.browser

MOST_SECONDS = 45
WORDS_A_MINUTE = 250
MOST_READING_SECONDS = 6
"""Nobody reads all of a long list to find what they look for."""
KEY_MS = 60
LEAST_TARGET_PIXELS = 24
TOO_WIDE = """[...document.querySelectorAll("[data-testid='stMainBlockContainer'] *, [data-testid='stBottom'] *")]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
    .map(element => element.outerHTML.slice(0, 120))"""
TOO_SMALL = """least => [...document.querySelectorAll("button, a[href], input, textarea, [role=button], [role=radio]")]
    .filter(element => element.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .filter(element => !element.closest("label, [data-testid='stSidebar'], [aria-hidden=true]"))
    .map(element => [element, element.getBoundingClientRect()])
    .filter(([_, box]) => box.width > 1 && box.height > 1 && (box.width < least || box.height < least))
    .map(([element, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`)"""


class Reader:
    """Whoever reads each new reply before they go on; reading is counted, not waited for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._began = time.monotonic()
        self._read = 0.0

    def read(self, new: str) -> None:
        """Read a text."""
        self._read += min(len(new.split()) * 60 / WORDS_A_MINUTE, MOST_READING_SECONDS)

    def read_reply(self) -> None:
        """Read the last reply."""
        self.read(self._page.get_by_test_id("stChatMessage").last.inner_text())

    def seconds(self) -> float:
        """How long it took, with the reading."""
        return time.monotonic() - self._began + self._read


def reference_in(page: Page) -> str:
    """The number of the one order on the page."""
    return page.get_by_text(REFERENCE).inner_text()


def test_a_refill_takes_less_than_a_minute(page: Page, server: RunningServer) -> None:
    expect(page.get_by_role("button", name="Continue as John")).to_be_visible()
    reader = Reader(page)
    begin(page, "John")
    reader.read(page.locator(".st-key-home-summary").inner_text())
    tap_refill(page, "lisinopril", "Is this the one?")
    reader.read_reply()
    say(page, "yes", "Which pharmacy would you like?", KEY_MS)
    reader.read_reply()
    press(page, "Choose CVS Pharmacy Congress", "Confirm your order")
    reader.read_reply()
    reader.read(page.locator(".st-key-quote-card").inner_text())
    press(page, "Place this order", "Order placed")

    assert reader.seconds() <= MOST_SECONDS
    reference = reference_in(page)
    go_to(page, "My orders", "My orders")
    assert reference_in(page) == reference
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Receipt (PDF)").click()
    assert reference in downloaded.value.suggested_filename
    (order,) = server.orders("patient_001")
    assert (order["order_id"], order["status"]) == (reference, "SUBMITTED")


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_an_emergency_stays_in_view_whatever_is_said_next(page: Page, screen: Screen) -> None:
    sign_in(page, "Linda")
    say(page, "I have chest pain and I cannot breathe", "Call 911 now")
    banner = page.locator(".st-key-emergency")
    for words, answer in (("what prescriptions do I have?", "A pharmacist must"), ("please", "A pharmacist must")):
        say(page, words, answer)
        expect(page.get_by_text(words, exact=True)).to_be_in_viewport()
        expect(banner).to_be_in_viewport(ratio=1)

    page.reload()
    expect(page.get_by_text("please", exact=True)).to_be_in_viewport()
    expect(banner).to_be_in_viewport(ratio=1)


def test_a_whole_refill_in_spanish(page: Page, server: RunningServer) -> None:
    begin(page, "Maria")
    assert_all_in_spanish(page)
    tap_refill(page, "levothyroxine", "¿Es esta?")
    assert_all_in_spanish(page)
    press(page, "Sí", "¿Qué farmacia desea?")
    assert_all_in_spanish(page)
    press(page, "Elegir H-E-B Pharmacy Mueller", "Confirme su pedido")
    assert_all_in_spanish(page)
    press(page, "Hacer este pedido", "Pedido hecho")
    assert_all_in_spanish(page)
    reference = reference_in(page)

    go_to(page, "Mis pedidos", "Mis pedidos")
    assert reference_in(page) == reference
    assert_all_in_spanish(page)
    assert [order["order_id"] for order in server.orders("patient_005")] == [reference]


def assert_all_in_spanish(page: Page) -> None:
    """See that the page says that it is Spanish, and none of the words of our pages that Spanish has others for."""
    expect(page.locator("html")).to_have_attribute("lang", "es")
    english, spanish = message_catalog("en"), message_catalog("es")
    ours = {text for key, text in english.items() if key.startswith("page_") and spanish[key] != text}
    same = {text for key, text in spanish.items() if key.startswith(("page_", "say_"))}
    # What is filled in stands for anything; where all else are marks, nothing tells that it is ours.
    forms = [re.compile(r"\W*" + re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)) + r"\W*") for text in ours - same]
    told = [form for form in forms if re.search(r"[A-Za-z]{3}", form.pattern)]
    shown = [line for line in page.locator("body").inner_text().splitlines() if line.strip()]
    labels = "[...document.querySelectorAll('[aria-label]')].map(element => element.ariaLabel)"
    lines = {*shown, *page.get_by_test_id("stMainBlockContainer").evaluate(labels)}
    assert len(told) > 400
    assert [line for line in lines if any(form.fullmatch(line) for form in told)] == []


@pytest.fixture
def visited(page: Page) -> set[str]:
    """Every address that the page has had."""
    addresses = {page.url}

    def note(frame: Frame) -> None:
        addresses.add(frame.url)

    page.on("framenavigated", note)
    return addresses


@pytest.mark.parametrize("screen", [PHONE], ids=["phone"])
def test_a_phone_shows_every_page_and_no_address_tells_of_a_visit(
    page: Page, screen: Screen, server: RunningServer, visited: set[str]
) -> None:
    begin(page, "Hannah")
    assert_fits(page)
    tap_refill(page, "cetirizine", "Is this the one?")
    assert_fits(page)
    press(page, "Yes", "Which pharmacy would you like?")
    assert_fits(page)
    choose_pharmacy(page, "Confirm your order")
    assert_fits(page)
    press(page, "Place this order", "Order placed")
    assert_fits(page)
    for title, heading in (
        ("My orders", "My orders"),
        ("My medicines", "My medicines"),
        ("Preferences", "Preferences"),
        ("My refills", "Your medicines today"),
    ):
        go_to(page, title, heading)
        expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
        assert_fits(page)

    assert len(visited) == 5
    assert visited <= {f"{server.address}/{address}" for address in PAGES}


def assert_fits(page: Page) -> None:
    """See that nothing is wider than the screen, and nothing that is pressed is too small for a finger."""
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(TOO_SMALL, LEAST_TARGET_PIXELS) == []


def test_a_refill_by_keyboard_alone(page: Page, server: RunningServer) -> None:
    tab_to(page, page.get_by_role("button", name="Continue as Mary"))
    page.keyboard.press("Enter")
    medicine = page.locator("[class*='st-key-medicine-top-']").filter(has_text="atorvastatin")
    tab_to(page, medicine.get_by_role("button", name="Refill"))
    page.keyboard.press("Enter")
    box = page.get_by_test_id("stChatInputTextArea")
    for asked, answer in (("Is this the one?", "yes"), ("Which pharmacy would you like?", "H-E-B")):
        expect_answer(page, asked)
        tab_to(page, box)
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Place this order"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Order placed")).to_be_visible()
    reference = reference_in(page)

    tab_to(page, page.get_by_role("link", name="My orders"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Cancel this order"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert [(order["order_id"], order["status"]) for order in server.orders("patient_002")] == [
        (reference, "SUBMITTED")
    ]
