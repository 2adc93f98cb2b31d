"""A case at the pharmacy's desk: what it is about, what the rules find, what is decided; the patient beside it."""

from functools import partial

import streamlit as st

from rxflow.domain.case_access import CASE_ACTS, CaseAct
from rxflow.domain.finding import FindingCode
from rxflow.domain.user import Role
from rxflow.ui.alert_cards import show_alert
from rxflow.ui.case_conversation import show_conversation
from rxflow.ui.case_decision_panel import show_decision, show_reply, show_settling
from rxflow.ui.case_wording import CaseWording
from rxflow.ui.desk_wording import DeskWording
from rxflow.ui.holding import show_holder, show_words
from rxflow.ui.person_panel import show_person
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import CASE_OPEN, named
from rxflow.ui.staff_frame import show_opened
from rxflow.ui.visitor import StaffVisit
from rxflow.ui.work_history import show_case_history
from rxflow.workflow.case_desk import CaseFile


def show_case(visit: StaffVisit) -> None:
    """Show the case that was opened in the queue."""
    file = show_opened(visit, CASE_OPEN, lambda case_id: visit.assistant.case_desk.case_file(case_id, visit.user_id))
    if file is None:
        return
    work, person = st.columns([3, 2], gap="large")
    with work:
        _show_work(file, visit)
    with person:
        changes = file.changed_since_last_fill
        show_person(file.patient, file.prescriptions, file.reports, file.case.rx_number, changes, visit)
        show_conversation(file, visit)


def _show_work(file: CaseFile, visit: StaffVisit) -> None:
    words, case = visit.words(CaseWording), file.case
    reason = named("finding", case.reason, visit)
    about = file.prescription.label if file.prescription else reason
    st.title(as_label(words.case_title.format(medicine=about)), anchor=False)
    st.caption(as_label(words.case_about.format(case=case.case_id, route=named("route", case.route.value, visit))))
    if file.prescription:
        st.text(reason)
    if case.urgent:
        st.badge(words.case_urgent, icon=":material/priority_high:", color="red")
    acts = CASE_ACTS[Role(visit.principal.role.value)]
    is_mine = False
    if case.status == "open":
        is_mine = _show_holder(file, visit)
    else:
        settled = words.case_settled.format(step=named("step", file.steps[-1].step.value, visit))
        st.info(settled, icon=":material/task_alt:")
    may_read = is_mine and CaseAct.READ_ALERT in acts
    _show_alerts(file, may_read, visit)
    if is_mine and CaseAct.DECIDE in acts:
        show_decision(file, visit)
        show_settling(file, visit)
    if CaseAct.REPLY in acts and (is_mine or case.status != "open"):
        show_reply(file, visit)
    if is_mine:
        _show_note(file, visit)
    show_case_history(file.steps, visit)


def _show_holder(file: CaseFile, visit: StaffVisit) -> bool:
    desk, case_id = visit.assistant.case_desk, file.case.case_id
    may_claim = CaseAct.CLAIM in CASE_ACTS[Role(visit.principal.role.value)]
    return show_holder(
        file.holder,
        partial(desk.claim, case_id, visit.user_id) if may_claim else None,
        partial(desk.release, case_id, visit.user_id),
        partial(desk.release, case_id, visit.user_id) if may_claim else None,
        visit,
    )


def _show_alerts(file: CaseFile, may_read: bool, visit: StaffVisit) -> None:
    words = visit.words(DeskWording)
    st.markdown(f"**{words.alerts}**")
    if file.assessment is None or not file.assessment.findings:
        st.caption(words.alerts_none)
        return
    desk, case_id = visit.assistant.case_desk, file.case.case_id
    opened = {step.alert for step in file.steps if step.alert is not None and step.actor == visit.user_id}
    for number, finding in enumerate(file.assessment.findings):
        must = finding.code.value in file.unread
        is_read = finding.code in opened and not must
        open_it = partial(desk.read_alert, case_id, visit.user_id, FindingCode(finding.code)) if may_read else None
        show_alert(finding, f"{finding.code}-{number}", is_read, must, open_it, visit)


def _show_note(file: CaseFile, visit: StaffVisit) -> None:
    words = visit.words(DeskWording)
    act = partial(visit.assistant.case_desk.note, file.case.case_id, visit.user_id)
    with st.expander(words.desk_note, icon=":material/sticky_note_2:", key="desk-note-open"):
        show_words(words.desk_note, words.desk_note_add, "desk-note", act, words.desk_noted, visit)
