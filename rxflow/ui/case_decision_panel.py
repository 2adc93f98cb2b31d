"""What a pharmacist decides about a case: the choice, its reason, and what the patient will read of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import streamlit as st

from rxflow.domain.case import CaseStep
from rxflow.domain.case_decision import Decision, DecisionReason, reasons_for
from rxflow.domain.errors import RxFlowError
from rxflow.domain.finding import Route
from rxflow.services.care_messages import MOST_CHARS
from rxflow.ui.case_wording import CaseWording
from rxflow.ui.holding import show_words
from rxflow.ui.plain_text import as_label, show_text
from rxflow.ui.staff_acts import attempt, named, refusal
from rxflow.ui.visitor import StaffVisit
from rxflow.workflow.case_desk import CaseFile

MOST_REFILLS = 12
APPROVAL_DAYS = 14


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen so far; the attributes are those of `CaseDesk.decide`."""

    decision: Decision
    reason: DecisionReason
    note: str
    valid_until: date | None
    refills: int | None
    patient_note: str


def show_decision(file: CaseFile, visit: StaffVisit) -> None:
    """Let a pharmacist decide; the button says why where they cannot yet."""
    words, case = visit.words(CaseWording), file.case
    with st.container(border=True, key="decision"):
        st.markdown(f"**{words.case_decide}**")
        decision = st.segmented_control(
            words.case_decision,
            list(Decision),
            format_func=lambda each: named("decision", each.value, visit),
            key=f"decision-{case.case_id}",
        )
        if decision is None:
            return
        chosen = _choose(Decision(decision), file, visit)
        told, why_not = _foresee(chosen, case.case_id, visit)
        if told:
            st.caption(words.case_preview)
            with st.container(key="note-info-preview", gap=None):
                show_text(told, "preview")
        if why_not:
            st.markdown(f":material/lock: {as_label(words.case_not_yet)} {as_label(why_not)}")
        st.button(
            words.case_send,
            key="decide",
            type="primary",
            icon=":material/send:",
            disabled=why_not is not None,
            help=as_label(why_not) if why_not else None,
            on_click=attempt,
            args=(visit, partial(_decide, chosen, case.case_id, visit), words.case_decided),
        )


def _choose(decision: Decision, file: CaseFile, visit: StaffVisit) -> Chosen:
    words, case_id, route = visit.words(CaseWording), file.case.case_id, file.case.route
    reason = st.selectbox(
        words.case_reason,
        reasons_for(decision, route),
        format_func=lambda each: named("reason", each.value, visit),
        key=f"reason-{decision}-{case_id}",
    )
    valid_until, refills, today = None, None, visit.now.date()
    if decision is Decision.APPROVE and (route is Route.INSURER or _lifts(file)):
        after = today + timedelta(days=APPROVAL_DAYS)
        valid_until = st.date_input(
            words.case_valid_until, after, min_value=today, key=f"until-{case_id}", format="MM/DD/YYYY"
        )
    if decision is Decision.APPROVE and route is Route.PRESCRIBER:
        refills = int(st.number_input(words.case_refills, 1, MOST_REFILLS, 1, key=f"refills-{case_id}"))
    note = st.text_area(words.case_team_note, key=f"team-note-{case_id}", max_chars=MOST_CHARS, height=80)
    own = st.text_area(words.case_patient_note, key=f"own-words-{case_id}", max_chars=MOST_CHARS, height=80)
    is_day = isinstance(valid_until, date)
    return Chosen(decision, DecisionReason(reason), note, valid_until if is_day else None, refills, own)


def _lifts(file: CaseFile) -> bool:
    """Whether an approval of a pharmacist lifts something that the case carries, so that it has a last day."""
    stopping = file.assessment.blocks if file.assessment else ()
    return file.case.route is Route.PHARMACIST and any(each.code in file.case.findings for each in stopping)


def _foresee(chosen: Chosen, case_id: str, visit: StaffVisit) -> tuple[str, str | None]:
    """What the patient will read; or why it cannot be decided so."""
    try:
        told = visit.assistant.case_desk.foresee(
            case_id,
            visit.user_id,
            chosen.decision,
            chosen.reason,
            chosen.note,
            chosen.valid_until,
            chosen.refills,
            chosen.patient_note,
        )
    except RxFlowError as error:
        return "", refusal(error, visit)
    return told, None


def _decide(chosen: Chosen, case_id: str, visit: StaffVisit) -> object:
    return visit.assistant.case_desk.decide(
        case_id,
        visit.user_id,
        chosen.decision,
        chosen.reason,
        chosen.note,
        chosen.valid_until,
        chosen.refills,
        chosen.patient_note,
    )


def show_settling(file: CaseFile, visit: StaffVisit) -> None:
    """Let a pharmacist end a case that asks for no decision."""
    words, desk = visit.words(CaseWording), visit.assistant.case_desk
    with st.expander(words.case_settle, icon=":material/task_alt:", key="settling"):
        st.caption(words.case_settle_hint)
        with st.container(horizontal=True, key="settle-acts"):
            for step, label in ((CaseStep.CONFIRMED, words.case_confirm), (CaseStep.CLOSED, words.case_close)):
                act = partial(desk.settle, file.case.case_id, visit.user_id, step)
                st.button(label, key=f"settle-{step}", on_click=attempt, args=(visit, act, words.case_done))


def show_reply(file: CaseFile, visit: StaffVisit) -> None:
    """Let staff write to the patient in the conversation."""
    words = visit.words(CaseWording)
    act = partial(visit.assistant.case_desk.reply, file.case.case_id, visit.user_id)
    with st.expander(words.case_reply, icon=":material/reply:", key="reply-open"):
        show_words(words.case_reply_words, words.case_reply, "reply", act, words.case_replied, visit)
