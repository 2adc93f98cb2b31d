"""Whose a case or an order is: taken, given back, taken over, and notes for the others."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from rxflow.services.care_messages import MOST_CHARS
from rxflow.ui.desk_wording import DeskWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import attempt
from rxflow.ui.visitor import StaffVisit

Act = Callable[[], object]
ActWithWords = Callable[[str], object]


def show_holder(
    holder: str | None, claim: Act | None, release: Act, take_over: ActWithWords | None, visit: StaffVisit
) -> bool:
    """Say whose it is, with what can be done about that.

    Args:
        holder: Who has it, by their user id.
        claim: Takes it; None where whoever looks may not.
        release: Gives it back.
        take_over: Takes it from whoever has it, with words why; None where whoever looks may not.
        visit: Who looks.

    Returns:
        Whether it is theirs, so that they can work on it.
    """
    words = visit.words(DeskWording)
    if holder is None:
        if claim is None:
            return False
        with st.container(key="note-info-holder", gap="xsmall"):
            st.text(words.desk_claim_first)
            args = (visit, claim, words.desk_claimed)
            st.button(
                words.desk_claim,
                key="claim",
                type="primary",
                icon=":material/pan_tool_alt:",
                on_click=attempt,
                args=args,
            )
        return False
    if holder == visit.user_id:
        with st.container(horizontal=True, vertical_alignment="center", key="holder"):
            st.badge(words.desk_yours, icon=":material/person:", color="green")
            args = (visit, release, words.desk_released)
            st.button(words.desk_release, key="release", type="tertiary", on_click=attempt, args=args)
        return True
    name = visit.assistant.services.users.name(holder)
    with st.container(key="note-warn-holder", gap="xsmall"):
        st.markdown(f":material/lock: **{as_label(words.desk_held.format(name=name))}**")
        if take_over is not None:
            show_words(
                words.desk_take_over_why, words.desk_take_over, "take-over", take_over, words.desk_taken_over, visit
            )
    return False


def show_words(label: str, button: str, key: str, act: ActWithWords, done: str, visit: StaffVisit) -> None:
    """Ask for words and do something with them.

    Args:
        label: What the field is called.
        button: What the button says.
        key: Tells them from others on the page.
        act: Is given the words.
        done: What is said when it is done.
        visit: Who looks.
    """
    with st.form(f"{key}-form", border=False, clear_on_submit=True):
        st.text_area(label, key=f"{key}-words", max_chars=MOST_CHARS, height=80)
        st.form_submit_button(button, key=key, on_click=attempt, args=(visit, partial(_with_words, key, act), done))


def _with_words(key: str, act: ActWithWords) -> object:
    return act(str(st.session_state[f"{key}-words"]))
