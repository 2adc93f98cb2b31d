"""What the rules find, for staff: each alert is opened to be read, and shows its facts with their source."""

from collections.abc import Callable, Mapping

import streamlit as st

from rxflow.domain.finding import Finding, Severity
from rxflow.ui.desk_wording import DeskWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import attempt, named
from rxflow.ui.visitor import StaffVisit

_ICONS: Mapping[Severity, str] = {Severity.BLOCK: "block", Severity.WARN: "warning", Severity.INFO: "info"}


def show_alert(
    finding: Finding,
    key: str,
    is_read: bool,
    must_be_read: bool,
    open_it: Callable[[], object] | None,
    visit: StaffVisit,
) -> None:
    """Show one alert: closed until whoever looks has opened it.

    Args:
        finding: What was found.
        key: Tells it from the others on the page.
        is_read: Whether whoever looks has opened it.
        must_be_read: Whether nobody may sign off without having opened it.
        open_it: Records that it is read; None where whoever looks may not.
        visit: Who looks.
    """
    words = visit.words(DeskWording)
    with st.container(key=f"note-{finding.severity}-alert-{key}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", key=f"alert-head-{key}"):
            title = named("finding", finding.code.value, visit)
            st.markdown(f":material/{_ICONS[finding.severity]}: **{as_label(title)}**")
            if is_read:
                st.badge(words.alert_read, icon=":material/done:", color="green")
            elif must_be_read:
                st.badge(words.alert_must_be_read, icon=":material/priority_high:", color="red")
            else:
                st.badge(words.alert_unread, color="gray")
            if not is_read and open_it is not None:
                st.button(
                    words.alert_open,
                    key=f"read-{key}",
                    icon=":material/visibility:",
                    on_click=attempt,
                    args=(visit, open_it, words.alert_opened.format(alert=title)),
                )
        if is_read or open_it is None or finding.severity is Severity.INFO:
            st.text(finding.message)
            _show_facts(finding, words, visit)


def _show_facts(finding: Finding, words: DeskWording, visit: StaffVisit) -> None:
    """The facts that the finding rests on; the source last."""
    facts = sorted(finding.evidence.items(), key=lambda fact: fact[0] == "source")
    if not facts:
        return
    st.caption(words.alert_facts)
    st.text("\n".join(f"{named('fact', name, visit).replace('_', ' ')}: {value}" for name, value in facts))
