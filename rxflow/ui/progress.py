"""Where a refill stands: a line of five steps, or who has it now."""

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

import streamlit as st

from rxflow.domain.patient import Language
from rxflow.ui.chat_wording import ChatWording
from rxflow.ui.wording import step_names
from rxflow.workflow.workflow_types import RefillState

_STEP_OF: Mapping[RefillState, int] = MappingProxyType(
    {
        RefillState.START: 0,
        RefillState.IDENTIFY_MEDICATION: 0,
        RefillState.CLARIFY_MEDICATION: 0,
        RefillState.CONFIRM_DOSAGE: 1,
        RefillState.CHECK_AUTHORIZATION: 1,
        RefillState.SELECT_PHARMACY: 2,
        RefillState.CONFIRM_ORDER: 3,
        RefillState.COMPLETE: 5,
    }
)


def show_progress(state: RefillState, language: Language, words: ChatWording) -> None:
    """Show the step that a refill is in, or the person or failure that it waits for."""
    step = _STEP_OF.get(state)
    if step is not None:
        # Only words of our own table and class names go into this HTML.
        st.html(_steps(step, step_names(language), words))
        return
    with st.container(key="waiting-failed" if state is RefillState.ERROR else "waiting", gap=None):
        st.markdown(f":material/{_icon(state)}: **{_waits_for(state, words)}**")
        st.caption(words.failed_state if state is RefillState.ERROR else words.nothing_to_do)


def _steps(current: int, names: Sequence[str], words: ChatWording) -> str:
    items = []
    for number, name in enumerate(names):
        kind = "done" if number < current else "now" if number == current else "later"
        here = ' aria-current="step"' if kind == "now" else ""
        items.append(f'<li class="{kind}"{here}><span>{escape(name)}</span></li>')
    return f'<ol class="steps" aria-label="{escape(words.progress)}">{"".join(items)}</ol>'


def _waits_for(state: RefillState, words: ChatWording) -> str:
    return {
        RefillState.ESCALATE_PRESCRIBER: words.with_prescriber,
        RefillState.ESCALATE_PHARMACIST: words.with_pharmacist,
        RefillState.ESCALATE_PA: words.with_insurer,
    }.get(state, words.trouble)


def _icon(state: RefillState) -> str:
    return "error" if state is RefillState.ERROR else "hourglass_top"
