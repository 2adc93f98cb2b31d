"""What a visitor does in the browser."""

import re

from playwright.sync_api import Locator, Page, expect

REFERENCE = re.compile(r"^RF-[0-9A-Z]{4}-[0-9A-Z]{4}$")
TAB_PRESSES = 80
"""More than lead to anything on a page."""
QUIET_MS = 700
"""A page that has not changed for so long is drawn; its parts come one after the other, each a request."""


def begin(page: Page, first_name: str) -> None:
    """Choose a demo patient, who begins with their medicines."""
    page.get_by_role("button", name=f"Continue as {first_name}").click()
    expect(page.locator(".st-key-go-chat button")).to_be_visible()


def sign_in(page: Page, first_name: str) -> None:
    """Choose a demo patient and go on to the conversation."""
    begin(page, first_name)
    page.locator(".st-key-go-chat button").click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()


def expect_answer(page: Page, answer: str) -> None:
    """Wait until the page shows words; what is only read out does not count."""
    expect(page.get_by_test_id("stMainBlockContainer").get_by_text(answer).last).to_be_visible()


def settle(page: Page) -> None:
    """Wait until a page is drawn whole: its script has ended, no part is still being fetched, and nothing changes."""
    expect(page.locator("[data-test-script-state='notRunning']")).to_be_visible()
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.evaluate(
        """quiet => new Promise(done => {
            const after = () => setTimeout(() => { watch.disconnect(); done(); }, quiet);
            let timer = after();
            const watch = new MutationObserver(() => { clearTimeout(timer); timer = after(); });
            watch.observe(document.body, {subtree: true, childList: true, characterData: true});
        })""",
        QUIET_MS,
    )


def say(page: Page, words: str, answer: str, key_ms: float = 0) -> None:
    """Type a message, each key with its time, and wait for words of its answer."""
    box = page.get_by_test_id("stChatInputTextArea")
    expect(box).to_be_enabled()
    box.press_sequentially(words, delay=key_ms) if key_ms else box.fill(words)
    box.press("Enter")
    expect_answer(page, answer)


def press(page: Page, label: str, answer: str) -> None:
    """Press a button and wait for words of the answer."""
    page.get_by_role("button", name=label, exact=True).click()
    expect_answer(page, answer)


def quote_lisinopril(page: Page) -> None:
    """From the sign-in to the order to confirm."""
    sign_in(page, "John")
    say(page, "refill my lisinopril", "Is this the one?")
    press(page, "Yes", "Which pharmacy would you like?")
    press(page, "CVS Pharmacy Congress", "Confirm your order")


def tap_refill(page: Page, medication: str, answer: str) -> None:
    """Press the button that refills a medicine on the page that a patient begins on, and wait for the answer."""
    medicine = page.locator("[class*='st-key-medicine-top-']").filter(has_text=medication)
    medicine.get_by_role("button").click()
    expect_answer(page, answer)


def choose_pharmacy(page: Page, answer: str) -> None:
    """Choose the first pharmacy that is offered, and wait for words of the answer."""
    page.locator("[class*='st-key-choose-'] button").first.click()
    expect_answer(page, answer)


def go_to(page: Page, title: str, heading: str) -> None:
    """Follow a link of the menu, on a phone too, where it has to be opened first."""
    menu = page.get_by_test_id("stExpandSidebarButton")
    if menu.is_visible():
        menu.click()
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until something has the focus, and see that one can see that it has."""
    expect(target).to_be_visible()
    for _ in range(TAB_PRESSES):
        if target.evaluate("element => element === document.activeElement || element.contains(document.activeElement)"):
            assert is_focus_visible(page)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} cannot be reached by Tab.")


def is_focus_visible(page: Page) -> bool:
    """Whether what has the focus, or what holds it, is marked by an outline or a shadow around it."""
    marked: bool = page.evaluate(
        """() => {
            for (let at = document.activeElement, up = 0; at && up < 4; at = at.parentElement, up++) {
                const style = getComputedStyle(at);
                if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) return true;
                if (style.boxShadow !== "none") return true;
            }
            return false;
        }"""
    )
    return marked
