"""What was done for one answer of a conversation, and what the whole of it cost."""

from collections.abc import Sequence

import streamlit as st

from rxflow.domain.finding import Severity
from rxflow.prompts.replies import Replies
from rxflow.ui.chat_notes import SEVERITY_ICON
from rxflow.ui.plain_text import as_label, show_text
from rxflow.ui.tool_words import tool_words
from rxflow.ui.turns import ASSISTANT_AVATAR, show_patient_words
from rxflow.ui.workflow_wording import WorkflowWording
from rxflow.workflow.replay import PlayedTurn, Totals
from rxflow.workflow.run_context import ModelUse
from rxflow.workflow.turn_audit import UNKNOWN_TOOL
from rxflow.workflow.workflow_types import FindingNote, ToolUse

METRIC_MIN_PIXELS = 180


def show_turn(played: PlayedTurn, replies: Replies, words: WorkflowWording) -> None:
    """Show what was said in a turn, and what was found, checked and asked for it.

    Args:
        played: The turn.
        replies: The reader's language.
        words: The page's words.
    """
    st.subheader(words.workflow_said, anchor=False)
    show_patient_words(played.turn.patient_text)
    with st.chat_message("assistant", avatar=ASSISTANT_AVATAR):
        show_text(played.turn.reply, "workflow-reply")
    if played.degraded:
        what = as_label(", ".join(played.degraded))
        st.warning(words.workflow_degraded.format(what=what), icon=":material/swap_horiz:")
    if played.findings:
        st.subheader(words.workflow_findings, anchor=False)
        for place, note in enumerate(played.findings):
            _show_finding(note, place, words)
    st.subheader(words.workflow_tools, anchor=False)
    if played.tools:
        with st.container(key="workflow-tools"):
            st.markdown("\n".join(_tool(use, replies, words) for use in played.tools))
    else:
        st.caption(words.workflow_no_tools)
    st.subheader(words.workflow_models, anchor=False)
    if played.trace is None:
        st.caption(words.workflow_not_kept)
    elif played.model_calls:
        st.markdown(_model_table(played.model_calls, words))
    else:
        st.caption(words.workflow_no_models)
    if played.trace is not None:
        st.caption(f"{words.workflow_answer_time}: {_duration(played.trace.milliseconds)}")


def show_totals(totals: Totals, words: WorkflowWording) -> None:
    """Show what turns cost together."""
    time = words.workflow_unknown if totals.milliseconds is None else _duration(totals.milliseconds)
    figures = {
        words.workflow_messages: str(totals.turns),
        words.workflow_answer_time: time,
        words.workflow_tool_calls: str(totals.tools),
        words.workflow_models: str(totals.model_calls),
        words.workflow_tokens_in: _counted(totals.input_tokens, words),
        words.workflow_tokens_out: _counted(totals.output_tokens, words),
    }
    with st.grid("auto", min_column_width=METRIC_MIN_PIXELS, gap="small", key="workflow-totals"):
        for label, value in figures.items():
            st.metric(label, value)


def _show_finding(note: FindingNote, place: int, words: WorkflowWording) -> None:
    severity = Severity(note.severity)
    label = {
        Severity.BLOCK: words.workflow_blocks,
        Severity.WARN: words.workflow_warns,
        Severity.INFO: words.workflow_informs,
    }[severity]
    with st.container(key=f"note-{severity}-workflow-{place}", gap=None):
        st.markdown(f"{SEVERITY_ICON[severity]} **{label}** {as_label(note.code)}")
        st.text(note.message)


def _tool(use: ToolUse, replies: Replies, words: WorkflowWording) -> str:
    """A line of Markdown. A tool that does not exist has a name that a model made up: it is not repeated."""
    mark = ":green[:material/check:]" if use.success else ":red[:material/close:]"
    code = as_label(use.code or words.workflow_unknown)
    outcome = words.workflow_tool_done if use.success else words.workflow_tool_failed.format(code=code)
    did = words.workflow_unknown if use.code == UNKNOWN_TOOL else as_label(tool_words(use.name, replies.language))
    return f"- {mark} {did}: {outcome}, {_duration(use.milliseconds)}"


def _model_table(uses: Sequence[ModelUse], words: WorkflowWording) -> str:
    """A table in Markdown, which is a table to a screen reader too."""
    heads = (words.workflow_model, words.workflow_time, words.workflow_tokens_in, words.workflow_tokens_out)
    rows = [
        (
            as_label(use.model if use.model == use.provider else f"{use.provider} {use.model}"),
            _duration(use.milliseconds) + ("" if use.success else f", {words.workflow_call_failed}"),
            _counted(use.input_tokens, words),
            _counted(use.output_tokens, words),
        )
        for use in uses
    ]
    lines = [heads, ("---", "---:", "---:", "---:"), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _counted(tokens: int | None, words: WorkflowWording) -> str:
    return words.workflow_not_counted if tokens is None else f"{tokens:,}"


def _duration(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.1f} s" if milliseconds >= 1000 else f"{milliseconds:.0f} ms"
