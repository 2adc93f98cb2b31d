"""Findings as notes: how bad it is in a colour, an icon and a word, why, and what happens next."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from rxflow.domain.finding import FindingCode, Route, Severity
from rxflow.ui.chat_wording import ChatWording
from rxflow.workflow.workflow_types import ConversationResponse, FindingNote

_NEXT_BY_CODE: Mapping[str, str] = MappingProxyType(
    {
        FindingCode.EMERGENCY: "next_emergency",
        FindingCode.TOO_SOON: "next_too_soon",
        FindingCode.OUT_OF_STOCK: "next_out_of_stock",
        FindingCode.AMBIGUOUS: "next_choose",
    }
)
_NEXT_BY_ROUTE: Mapping[str, str] = MappingProxyType(
    {
        Route.PRESCRIBER: "next_prescriber",
        Route.PHARMACIST: "next_pharmacist",
        Route.INSURER: "next_insurer",
    }
)
_NEXT_BY_SEVERITY: Mapping[Severity, str] = MappingProxyType(
    {Severity.BLOCK: "next_blocked", Severity.WARN: "next_warned", Severity.INFO: "next_informed"}
)
SEVERITY_ICON: Mapping[Severity, str] = MappingProxyType(
    {Severity.BLOCK: ":material/block:", Severity.WARN: ":material/warning:", Severity.INFO: ":material/info:"}
)


def show_note(note: FindingNote, reply: ConversationResponse, key: str, words: ChatWording) -> None:
    """Show a finding.

    Args:
        note: The finding.
        reply: The answer that it belongs to, which tells whether a person was asked.
        key: Tells this note from the others on the page.
        words: The page's words.
    """
    severity = Severity(note.severity)
    label = {Severity.BLOCK: words.blocks, Severity.WARN: words.warns, Severity.INFO: words.informs}[severity]
    with st.container(key=f"note-{severity}-{key}", gap=None):
        st.markdown(f"{SEVERITY_ICON[severity]} **{label}**")
        st.text(note.message)
        st.caption(f":material/arrow_forward: {next_step(note, reply, words)}")


def next_step(note: FindingNote, reply: ConversationResponse, words: ChatWording) -> str:
    """What happens after a finding, in a sentence: whom it waits for only where a case was really opened."""
    by_code = _NEXT_BY_CODE.get(note.code)
    asked = {str(case["route"]) for case in (reply.escalation, *(reply.escalation or {}).get("also", ())) if case}
    by_route = _NEXT_BY_ROUTE.get(note.route) if note.route in asked else None
    field = by_code or by_route or _NEXT_BY_SEVERITY[Severity(note.severity)]
    step: str = getattr(words, field)
    return words.next.format(next=step)
