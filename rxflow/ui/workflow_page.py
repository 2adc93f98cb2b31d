"""How a conversation went, for demonstrations: its way through the states, and what was done for each answer."""

import json
from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from rxflow.assistant import Assistant
from rxflow.domain.access import Privilege
from rxflow.domain.audit import PATIENT
from rxflow.observability.log_context import session_ref
from rxflow.prompts.replies import Replies
from rxflow.services.sessions import Session, Turn
from rxflow.ui.frame import show_frame
from rxflow.ui.staff_frame import show_staff_frame
from rxflow.ui.visitor import PatientVisit, StaffVisit
from rxflow.ui.workflow_turn import show_totals, show_turn
from rxflow.ui.workflow_wording import WorkflowWording, state_names, trigger_names
from rxflow.workflow.diagram import state_graph
from rxflow.workflow.replay import Replay, Step

MOST_CONVERSATIONS = 50
CHOICE_KEY = "workflow-conversation"
_READ = "workflow-read"


def show_workflow(visit: PatientVisit) -> None:
    """Show the patient's open conversation."""
    show_frame(visit)
    words = visit.words(WorkflowWording)
    _show_head(words)
    session, services = visit.session, visit.assistant.services
    turns = visit.assistant.manager.transcript(session.session_id)

    def record() -> None:
        services.audit.record_reads(services.now(), PATIENT, "conversations", [session.patient_id])

    _record_once((session.session_id, len(turns)), record)
    WorkflowPage(session_ref(session.session_id), turns, visit.assistant, visit.replies, words).show()


def show_conversations(visit: StaffVisit) -> None:
    """Show the staff one of the latest conversations; each one that is opened is recorded as read.

    Conversations tell of patients: only who may see cases may see them.
    """
    show_staff_frame(visit)
    words, services = visit.words(WorkflowWording), visit.assistant.services
    _show_head(words)
    if not visit.principal.has(Privilege.SEE_CASES):
        st.error(words.workflow_not_allowed, icon=":material/lock:")
        return
    session = _chosen(visit.assistant, words)
    if session is None:
        st.session_state.pop(_READ, None)
        return

    def record() -> None:
        services.audit.record_reads(services.now(), visit.user_id, "conversations", [session.patient_id])

    _record_once(session.session_id, record)
    replies = Replies(visit.language, services.tables.tall_man)
    turns = services.sessions.turns(session.session_id)
    WorkflowPage(session_ref(session.session_id), turns, visit.assistant, replies, words).show()


def _show_head(words: WorkflowWording) -> None:
    st.title(words.workflow_title, anchor=False)
    st.caption(words.workflow_about)


def _chosen(assistant: Assistant, words: WorkflowWording) -> Session | None:
    """The conversation that the staff chose; the list tells a reference and a time, and not whose it is."""
    zone = assistant.settings.zone
    recent = {session_ref(each.session_id): each for each in assistant.services.sessions.recent(MOST_CONVERSATIONS)}
    if not recent:
        st.info(words.workflow_none, icon=":material/info:")
        return None

    def label(reference: str) -> str:
        at = recent[reference].created_at.astimezone(zone)
        return words.workflow_choice.format(reference=reference, at=f"{at:%Y-%m-%d %H:%M}")

    chosen = st.selectbox(
        words.workflow_choose,
        list(recent),
        index=None,
        format_func=label,
        placeholder=words.workflow_choose_hint,
        key=CHOICE_KEY,
        help=words.workflow_recorded,
    )
    return recent.get(chosen) if chosen else None


def _record_once(what: object, record: Callable[[], None]) -> None:
    """Record that something was opened; not again while it stays open and is only looked through."""
    if st.session_state.get(_READ) != what:
        record()
        st.session_state[_READ] = what


class WorkflowPage:
    """One drawing of one conversation.

    Args:
        reference: What the conversation is called outside.
        turns: Its turns, oldest first.
        assistant: The process's assistant.
        replies: Times and medicines in the reader's language.
        words: The page's words.
    """

    def __init__(
        self, reference: str, turns: Sequence[Turn], assistant: Assistant, replies: Replies, words: WorkflowWording
    ) -> None:
        self._reference = reference
        self._replay = Replay(turns)
        self._now = assistant.services.local_now()
        self._replies = replies
        self._words = words
        self._states = state_names(replies.language)

    def show(self) -> None:
        """Show the way, the message that is looked at, and what everything cost."""
        words, turns = self._words, self._replay.turns
        if not turns:
            st.info(words.workflow_nothing, icon=":material/info:")
            return
        place = self._choose_turn(len(turns))
        played = turns[place - 1]
        at = self._replies.moment(played.turn.said_at.astimezone(self._now.tzinfo), self._now)
        title = words.workflow_turn_title.format(number=place, count=len(turns), at=at)
        st.header(title, anchor=False)
        st.text(words.workflow_now.format(state=self._states[played.state]))
        self._show_way(place, played.turn.number)
        show_turn(played, self._replies, words)
        st.header(words.workflow_totals, anchor=False)
        show_totals(self._replay.totals, words)
        self._offer_export()

    def _choose_turn(self, count: int) -> int:
        """The place of the message that is looked at: the last one at first, then by slider or button."""
        key = f"workflow-turn-{self._reference}"
        if count == 1:
            return 1
        st.session_state[key] = min(st.session_state.get(key, count), count)

        def move(by: int) -> None:
            st.session_state[key] += by

        words, place = self._words, int(st.session_state[key])
        chosen = st.slider(words.workflow_turn, 1, count, key=key)
        with st.container(horizontal=True, key="workflow-steps"):
            buttons = (
                (words.workflow_previous, "previous", "chevron_left", -1, place == 1),
                (words.workflow_next, "next", "chevron_right", 1, place == count),
            )
            for label, name, icon, by, is_last in buttons:
                st.button(
                    label,
                    key=f"workflow-{name}",
                    icon=f":material/{icon}:",
                    on_click=move,
                    args=(by,),
                    disabled=is_last,
                )
        return chosen

    def _show_way(self, place: int, number: int) -> None:
        words, path = self._words, self._replay.path_until(number)
        here = path[-1].to_state if path else next(iter(self._states))
        alt = words.workflow_alt.format(number=place, state=self._states[here], count=len(path))
        with st.container(key="workflow-diagram", gap="xsmall"):
            st.graphviz_chart(
                state_graph(path, number, self._states, words.workflow_anywhere), width="stretch", alt=alt
            )
            st.caption(words.workflow_legend)
        st.markdown(f"**{words.workflow_path}**")
        if path:
            # Only words of the catalogue and numbers go into this HTML.
            st.html(self._listed(path, number))
        else:
            st.caption(words.workflow_no_path)

    def _listed(self, path: Sequence[Step], number: int) -> str:
        """The way as a list, for those who do not see the diagram."""
        why = trigger_names(self._replies.language)
        items = []
        for step in path:
            reason = why[step.trigger] if step.trigger else self._words.workflow_unknown_step
            source, target = self._states[step.from_state], self._states[step.to_state]
            told = self._words.workflow_step.format(source=source, target=target, why=reason)
            message = self._words.workflow_step_in.format(number=step.turn)
            here = ' class="now" aria-current="step"' if step.turn == number else ""
            items.append(f"<li{here}>{escape(told)} <small>{escape(message)}</small></li>")
        return f'<ol class="rx-path" aria-label="{escape(self._words.workflow_path)}">{"".join(items)}</ol>'

    def _offer_export(self) -> None:
        exported = json.dumps(self._replay.as_json(self._reference), ensure_ascii=False, indent=2)
        st.download_button(
            self._words.workflow_export,
            exported,
            file_name=f"rxflow-conversation-{self._reference}.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            key="workflow-export",
        )
        st.caption(self._words.workflow_export_hint)
