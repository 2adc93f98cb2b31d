"""A conversation that is as long as the pages are measured with."""

from bench.load.conversations import LIKE, line
from bench.pages.plain import MESSAGES
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings


def keep_conversation(settings: Settings, browser_key: str) -> str:
    """Keep a conversation of as many messages in the database of the settings.

    Args:
        browser_key: Of the browser in which it is found again.

    Returns:
        An access token of its patient.

    Raises:
        RuntimeError: It did not go as it should.
    """
    with build_assistant(settings) as assistant:
        greeted = assistant.run(assistant.manager.start(LIKE, browser_key=browser_key))
        for number in range(MESSAGES // 2):
            words, state = line(number)
            answer = assistant.run(assistant.manager.handle_message(words, greeted.session_id, in_reply_to=None))
            if answer.state is not state:
                raise RuntimeError(f"message {number} led to {answer.state} instead of {state}")
        return assistant.services.access.sign_in_demo(LIKE).access_token
