"""What a visitor does in the browser."""

from playwright.sync_api import Page, expect


def sign_in(page: Page, first_name: str) -> None:
    """Choose a demo patient."""
    page.get_by_role("button", name=f"Continue as {first_name}").click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()


def say(page: Page, words: str, answer: str) -> None:
    """Type a message and wait for words of its answer."""
    box = page.get_by_test_id("stChatInputTextArea")
    expect(box).to_be_enabled()
    box.fill(words)
    box.press("Enter")
    expect(page.get_by_text(answer).last).to_be_visible()


def press(page: Page, label: str, answer: str) -> None:
    """Press a button and wait for words of the answer."""
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.get_by_text(answer).last).to_be_visible()


def quote_lisinopril(page: Page) -> None:
    """From the sign-in to the order to confirm."""
    sign_in(page, "John")
    say(page, "refill my lisinopril", "Is this the one?")
    press(page, "Yes", "Which pharmacy would you like?")
    press(page, "CVS Pharmacy Congress", "Confirm your order")
