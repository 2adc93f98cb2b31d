"""A fact in a line of a card: what it is, and beside it how it is."""

from collections.abc import Callable

import streamlit as st

LABEL_PIXELS = 120


def show_row(label: str, value: str, beside: Callable[[], object] | None = None) -> None:
    """Show one line of a card.

    Args:
        label: What it is.
        value: How it is, as plain text.
        beside: Draws what stands at its end, such as a button.
    """
    with st.container(horizontal=True, wrap=False, gap="xsmall", vertical_alignment="center"):
        st.text(label, width=LABEL_PIXELS)
        st.text(value, width="stretch")
        if beside is not None:
            beside()
