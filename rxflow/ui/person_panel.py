"""The patient beside a case or an order: who they are, what they take and do not tolerate, and what is new."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from rxflow.domain.patient import Patient
from rxflow.domain.prescription import Prescription
from rxflow.domain.report import Report
from rxflow.prompts.catalog import message_catalog, spoken
from rxflow.prompts.replies import Replies
from rxflow.ui.desk_wording import DeskWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.staff_acts import named
from rxflow.ui.visitor import StaffVisit
from rxflow.workflow.case_file import Change


def show_person(
    patient: Patient,
    prescriptions: Iterable[Prescription],
    reports: Iterable[Report],
    rx_number: str | None,
    changes: Iterable[Change],
    visit: StaffVisit,
) -> None:
    """Show the patient.

    Args:
        patient: Who.
        prescriptions: All of theirs, as they stand.
        reports: What they said in conversations that counts.
        rx_number: The prescription that it is about.
        changes: What is new since that was last filled.
        visit: Who looks.
    """
    words = visit.words(DeskWording)
    with st.container(border=True, key="person", gap="small"):
        st.header(as_label(patient.name), anchor=False)
        _show_who(patient, words, visit)
        _show_allergies(patient, reports, words, visit)
        _list(words.person_conditions, patient.conditions, "conditions")
        mine = list(prescriptions)
        asked = next((each for each in mine if each.rx_number == rx_number), None)
        if asked is not None:
            told = _day(asked.last_fill, visit) if asked.last_fill else words.person_no_fill
            _list(words.person_last_fill, [told], "last-fill")
            _list(words.person_changes, [_change(each, visit) for each in changes] or [words.person_no_changes], "new")
        today = visit.now.date()
        taken = [each for each in mine if each.is_taken_now(today) or each.rx_number == rx_number]
        _list(words.person_medicines, [_medicine(each, words, visit) for each in taken], "medicines")


def _show_who(patient: Patient, words: DeskWording, visit: StaffVisit) -> None:
    language = message_catalog(spoken(patient.language))["language_name"]
    born = _day(patient.date_of_birth, visit)
    st.text(words.person_about.format(born=born, years=patient.age_on(visit.now.date()), language=language))
    if patient.guardian is not None:
        guardian = patient.guardian
        st.text(words.person_guardian.format(name=guardian.name, relationship=guardian.relationship))
    trusted = visit.assistant.services.preferences.of(patient.patient_id).trusted_person
    if trusted is not None:
        what = ", ".join(named("disclosure", each.value, visit) for each in trusted.may_be_told)
        st.text(words.person_trusted.format(name=trusted.name, relationship=trusted.relationship, what=what))


def _show_allergies(patient: Patient, reports: Iterable[Report], words: DeskWording, visit: StaffVisit) -> None:
    known = [f"{each.substance}: {each.reaction} ({each.severity})" for each in patient.allergies]
    with st.container(key="note-warn-allergies" if known else "allergies", gap=None):
        _list(words.person_allergies, known or [words.person_no_allergies], "allergies")
    said = [f"{named('report', each.kind.value, visit)} {each.subject or ''}".strip() for each in reports]
    _list(words.person_reports, said, "reports")


def _list(title: str, lines: Iterable[str], key: str) -> None:
    shown = list(lines)
    if not shown:
        return
    with st.container(key=f"patient-file-{key}", gap=None):
        st.markdown(f"**{as_label(title)}**")
        st.text("\n".join(shown))


def _medicine(each: Prescription, words: DeskWording, visit: StaffVisit) -> str:
    told = words.person_fill.format(date=_day(each.last_fill, visit)) if each.last_fill else words.person_no_fill
    return f"{each.label}. {each.sig} ({told})"


def _change(change: Change, visit: StaffVisit) -> str:
    return f"{_day(change.on, visit)}: {named('change', change.kind.value, visit)} {change.what}"


def _day(day: date, visit: StaffVisit) -> str:
    return Replies(visit.language, visit.assistant.services.tables.tall_man).date(day)
