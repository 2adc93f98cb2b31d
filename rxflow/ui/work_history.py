"""Who did what with a case or an order, and when: it is only ever added to."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import streamlit as st

from rxflow.domain.case import CaseProgress
from rxflow.domain.fulfillment import WorkAct, WorkEntry
from rxflow.prompts.replies import Replies
from rxflow.ui.desk_wording import DeskWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import named
from rxflow.ui.visitor import StaffVisit


def show_case_history(steps: Sequence[CaseProgress], visit: StaffVisit) -> None:
    """Show the steps of a case, newest first."""
    lines = []
    for step in reversed(steps):
        what = named("step", step.step.value, visit)
        if step.alert is not None:
            what += f": {named('finding', step.alert.value, visit)}"
        if step.reason is not None:
            what += f": {named('reason', step.reason.value, visit)}"
        lines.append((step.at, step.actor, what, step.note))
    _show(lines, visit)


def show_order_history(entries: Sequence[WorkEntry], visit: StaffVisit) -> None:
    """Show the acts on an order, newest first."""
    lines = []
    for entry in reversed(entries):
        what = named("act", entry.act.value, visit)
        if entry.act is WorkAct.MOVED:
            what += f": {named('stage', entry.stage.value, visit)}"
        if entry.alert is not None:
            what += f": {named('finding', entry.alert.partition('.')[0], visit)}"
        if entry.reason is not None:
            kind = "problem" if entry.act is WorkAct.PROBLEM else "override"
            what += f": {named(kind, entry.reason, visit)}"
        lines.append((entry.at, entry.actor, what, entry.note))
    _show(lines, visit)


def _show(lines: Iterable[tuple[datetime, str, str, str]], visit: StaffVisit) -> None:
    words, users = visit.words(DeskWording), visit.assistant.services.users
    replies = Replies(visit.language, visit.assistant.services.tables.tall_man)
    with st.container(key="work-history", gap="xsmall"):
        st.markdown(f"**{words.desk_history}**")
        for at, actor, what, note in lines:
            when = replies.moment(at.astimezone(visit.now.tzinfo), visit.now)
            st.markdown(f"{as_label(what)} :small[:gray[{as_label(f'{users.name(actor)}, {when}')}]]")
            if note:
                st.text(note)
