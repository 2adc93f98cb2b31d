"""The one assistant that the server's start-up and every run of the page share."""

import streamlit as st

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings, get_settings


def _close(assistant: Assistant) -> None:
    assistant.close()


@st.cache_resource(show_spinner=False, on_release=_close)
def pharmacy_assistant(_settings: Settings | None = None) -> Assistant:
    """The process's assistant, built by whoever asks first: the server at start-up, or a page run without one.

    Streamlit runs the page in threads of its own and gives them no way to the server's state but this cache.
    `pharmacy_assistant.clear()` closes it.

    Args:
        _settings: What to build it from; None reads the environment. The underscore keeps it out of the cache's key:
            later callers get the same assistant without knowing the settings.

    Raises:
        ConfigurationError: A setting is wrong.
        DataError: The demo data is broken.
        StoreUnavailableError: The database cannot be opened.
    """
    return build_assistant(_settings or get_settings())
