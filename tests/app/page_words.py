"""What a page says, read as a visitor reads it."""

from streamlit.testing.v1 import AppTest


def say(page: AppTest, words: str) -> AppTest:
    """Type a message and send it."""
    return page.chat_input(key="message").set_value(words).run()


def press(page: AppTest, label: str) -> AppTest:
    """Press the button with this label."""
    return next(button for button in page.button if button.label == label).click().run()


def texts(page: AppTest) -> str:
    """Everything that the page shows as plain text."""
    return "\n".join(element.value for element in page.text)


def markdowns(page: AppTest) -> str:
    """Everything that the page shows as Markdown, and the labels that are read as Markdown."""
    elements = (*page.markdown, *page.caption, *page.info, *page.warning, *page.error)
    return "\n".join([*(element.value for element in elements), *(button.label for button in page.button)])


def steps(page: AppTest) -> str:
    """The progress line's HTML, or nothing when the request waits for somebody."""
    return "".join(element.value for element in page.html if element.value.startswith('<ol class="steps"'))
