"""What is done with an order in the pharmacy: an alert overridden, a problem reported and resolved, a stage ended."""

from datetime import datetime, time, timedelta
from functools import partial

import streamlit as st

from rxflow.domain.access import AccessRole
from rxflow.domain.fulfillment import BEFORE_READY, CHECKS, NEXT_STAGE, OverrideReason, ProblemReason, WorkStage
from rxflow.prompts.replies import Replies
from rxflow.services.care_messages import MOST_CHARS
from rxflow.services.fulfillment import OrderAlert, QueuedOrder
from rxflow.ui.order_work_wording import OrderWorkWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import attempt, named
from rxflow.ui.visitor import StaffVisit

EXPECTED_AT = time(17, 0)
"""The hour of the day on which an order that is held up is expected."""


def show_override(queued: QueuedOrder, alert: OrderAlert, may: bool, visit: StaffVisit) -> None:
    """Let a pharmacist go on although an alert that they have read stops the order, and say who has."""
    words = visit.words(OrderWorkWording)
    if alert.overridden_by:
        names = ", ".join(map(visit.assistant.services.users.name, alert.overridden_by))
        st.caption(as_label(words.work_overridden_by.format(name=names)))
        return
    if not (may and alert.can_be_overridden) or visit.principal.role is not AccessRole.PHARMACIST:
        return
    key = alert.code.replace(".", "-")
    with (
        st.expander(words.work_override, icon=":material/gavel:", key=f"override-open-{key}"),
        st.form(f"override-form-{key}", border=False),
    ):
        st.selectbox(
            words.work_override_reason,
            list(OverrideReason),
            format_func=lambda each: named("override", each.value, visit),
            key=f"override-reason-{key}",
        )
        st.text_area(words.work_override_note, key=f"override-note-{key}", max_chars=MOST_CHARS, height=80)
        act = partial(_override, queued.order.order_id, alert.code, key, visit)
        args = (visit, act, words.work_overridden)
        st.form_submit_button(words.work_override, key=f"override-{key}", on_click=attempt, args=args)


def _override(order_id: str, code: str, key: str, visit: StaffVisit) -> object:
    reason = OverrideReason(st.session_state[f"override-reason-{key}"])
    note = str(st.session_state[f"override-note-{key}"])
    return visit.assistant.services.fulfillment.override(order_id, visit.user_id, code, reason, note)


def show_problem(queued: QueuedOrder, is_mine: bool, visit: StaffVisit) -> None:
    """Say what holds the order up, or let somebody report it."""
    words, work = visit.words(OrderWorkWording), visit.assistant.services.fulfillment
    problem, order_id = queued.problem, queued.order.order_id
    if problem is not None:
        with st.container(key="note-warn-problem", gap="xsmall"):
            name = named("problem", problem.reason.value, visit)
            st.markdown(f":material/pan_tool: **{as_label(words.work_problem.format(problem=name))}**")
            if problem.expected_at is not None:
                replies = Replies(visit.language, visit.assistant.services.tables.tall_man)
                when = replies.moment(problem.expected_at.astimezone(visit.now.tzinfo), visit.now)
                st.text(words.work_expected.format(when=when))
            if problem.note:
                st.text(problem.note)
            if is_mine:
                args = (visit, partial(work.resolve_problem, order_id, visit.user_id), words.work_resolved)
                st.button(words.work_resolve, key="resolve", icon=":material/check:", on_click=attempt, args=args)
        return
    if not is_mine or queued.stage not in BEFORE_READY:
        return
    with (
        st.expander(words.work_report, icon=":material/pan_tool:", key="problem-open"),
        st.form("problem-form", border=False),
    ):
        st.selectbox(
            words.work_report_reason,
            list(ProblemReason),
            format_func=lambda each: named("problem", each.value, visit),
            key="problem-reason",
        )
        tomorrow = visit.now.date() + timedelta(days=1)
        st.date_input(words.work_report_day, None, min_value=tomorrow, key="problem-day", format="MM/DD/YYYY")
        st.text_area(words.work_report_note, key="problem-note", max_chars=MOST_CHARS, height=80)
        report = (visit, partial(_report, order_id, visit), words.work_reported)
        st.form_submit_button(words.work_report_send, key="problem", on_click=attempt, args=report)


def _report(order_id: str, visit: StaffVisit) -> object:
    day, note = st.session_state["problem-day"], str(st.session_state["problem-note"])
    expected = datetime.combine(day, EXPECTED_AT, visit.now.tzinfo) if day else None
    reason = ProblemReason(st.session_state["problem-reason"])
    return visit.assistant.services.fulfillment.report_problem(order_id, visit.user_id, reason, expected, note)


def show_advance(queued: QueuedOrder, alerts: tuple[OrderAlert, ...], visit: StaffVisit) -> None:
    """Let somebody end the stage; the button says why where they cannot yet."""
    words = visit.words(OrderWorkWording)
    why_not = _why_not(queued, alerts, visit)
    with st.container(border=True, key="advance-box"):
        if queued.stage is WorkStage.FINAL_CHECK:
            st.text_area(words.work_advance_note, key="advance-note", max_chars=MOST_CHARS, height=80)
        if why_not:
            st.markdown(f":material/lock: {as_label(words.work_not_yet)} {as_label(why_not)}")
        following = named("stage", NEXT_STAGE[queued.stage].value, visit)
        st.button(
            as_label(words.work_advance.format(stage=following)),
            key="advance",
            type="primary",
            icon=":material/arrow_forward:",
            disabled=why_not is not None,
            help=as_label(why_not) if why_not else None,
            on_click=attempt,
            args=(visit, partial(_advance, queued.order.order_id, visit), words.work_advanced.format(stage=following)),
        )


def _advance(order_id: str, visit: StaffVisit) -> object:
    note = str(st.session_state.get("advance-note") or "")
    return visit.assistant.services.fulfillment.advance(order_id, visit.user_id, note)


def _why_not(queued: QueuedOrder, alerts: tuple[OrderAlert, ...], visit: StaffVisit) -> str | None:
    """What is still to be done before the stage can end, as far as the page knows; the service decides."""
    words = visit.words(OrderWorkWording)
    if queued.problem is not None:
        return words.work_problem.format(problem=named("problem", queued.problem.reason.value, visit))
    if queued.stage not in CHECKS:
        return None
    by_anybody = queued.stage is WorkStage.FINAL_CHECK

    def has(people: tuple[str, ...]) -> bool:
        return bool(people) if by_anybody else visit.user_id in people

    for told, open_ones in (
        (words.work_unread, [each for each in alerts if each.must_be_read and not has(each.read_by)]),
        (words.work_stopping, [each for each in alerts if each.is_blocking and not has(each.overridden_by)]),
    ):
        if open_ones:
            names = dict.fromkeys(named("finding", each.finding.code.value, visit) for each in open_ones)
            return told.format(alerts=", ".join(names))
    return None
