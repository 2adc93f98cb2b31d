"""Which pages there are for whom, and how one leads to another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from rxflow.ui.addresses import PAGES

_PAGES = "pages"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page of a visitor. It has no icon: the browser's tab would load the same one from elsewhere.

    Attributes:
        address: One of `rxflow.ui.addresses`.
        title: What the menu calls it.
        show: Draws it.
        is_listed: Whether the menu has it.
    """

    address: str
    title: str
    show: Callable[[], None]
    is_listed: bool = True


def run_page(entries: Sequence[PageEntry]) -> None:
    """Draw the page that the visitor is at; at an address that is not for them, the first of theirs.

    Args:
        entries: The visitor's pages; the first is where they begin.
    """
    first = entries[0]
    shown = {
        entry.address: st.Page(
            entry.show,
            title=entry.title,
            url_path="" if entry is first else entry.address or None,
            default=entry is first,
            visibility="visible" if entry.is_listed else "hidden",
        )
        for entry in entries
    }
    # Streamlit would tell of a page that is not found: a bookmark of somebody who is signed out leads to the sign-in.
    others = [
        st.Page(lambda: go_to(first.address), title=first.title, url_path=address, visibility="hidden")
        for address in PAGES
        if address and (address not in shown or address == first.address)
    ]
    st.session_state[_PAGES] = shown
    listed = [entry for entry in entries if entry.is_listed]
    position: Literal["top", "hidden"] = "top" if len(listed) > 1 else "hidden"
    st.navigation([*shown.values(), *others], position=position).run()


def is_offered(address: str) -> bool:
    """Whether the visitor has a page at an address."""
    return address in st.session_state[_PAGES]


def go_to(address: str) -> None:
    """Leave this page for another of the visitor's."""
    st.switch_page(st.session_state[_PAGES][address])
