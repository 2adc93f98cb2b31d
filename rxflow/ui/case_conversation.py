"""The conversation that a case came from: a summary, and what was said word for word."""

import streamlit as st

from rxflow.ui.case_wording import CaseWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import named
from rxflow.ui.visitor import StaffVisit
from rxflow.workflow.case_desk import CaseFile


def show_conversation(file: CaseFile, visit: StaffVisit) -> None:
    """Show what the patient asked for and was told, and the whole conversation when it is unfolded."""
    words, summary = visit.words(CaseWording), file.summary
    with st.container(border=True, key="conversation-summary", gap="xsmall"):
        st.markdown(f"**{words.case_conversation}**")
        found = ", ".join(named("finding", code, visit) for code in summary.findings)
        st.text(words.case_summary.format(asked=summary.asked_for, turns=summary.turns, found=found or "-"))
        st.text(words.case_told.format(told=summary.told))
        if not file.turns and not file.messages:
            st.caption(words.case_said_nothing)
            return
        with st.expander(words.case_conversation, icon=":material/forum:", key="transcript"):
            said = [(turn.said_at, "user", turn.patient_text) for turn in file.turns]
            said += [(turn.said_at, "assistant", turn.reply) for turn in file.turns]
            said += [(each.at, each.actor_name, each.text) for each in file.messages]
            for _, who, text in sorted(said, key=lambda each: each[0]):
                _show_said(who, text)


def _show_said(who: str, text: str) -> None:
    avatars = {"user": ":material/person:", "assistant": ":material/medication:"}
    with st.chat_message(who if who in avatars else "assistant", avatar=avatars.get(who, ":material/support_agent:")):
        if who not in avatars:
            st.markdown(f"**{as_label(who)}**")
        st.text(text)
