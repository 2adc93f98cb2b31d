"""Text of patients, of the assistant and of the data, shown exactly as it is.

Streamlit reads most texts as Markdown: it would turn `![](…)` into an image to load, `$5 and $6` into a formula and
`www.…` into a link. `st.text` reads nothing into its text; labels that only take Markdown are escaped.
"""

import re
from itertools import groupby

import streamlit as st

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LIST_MARK = "- "


def show_text(text: str, key: str) -> None:
    """Show a text as it is, with its line breaks; lines that begin with `- ` become a list.

    Args:
        text: The text.
        key: Tells this text from the others on the page.
    """
    lines = text.strip().splitlines()
    for number, (is_list, block) in enumerate(groupby(lines, key=lambda line: line.startswith(_LIST_MARK))):
        if not is_list:
            st.text("\n".join(block))
            continue
        with st.container(key=f"list-{key}-{number}", gap=None):
            st.text("\n".join(f"• {line.removeprefix(_LIST_MARK)}" for line in block))


def as_label(text: str) -> str:
    """A text as Markdown that shows it unchanged in one line, for buttons and headings."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
