"""The page about a patient's medicines: what each is for, how it is taken, and how it was filled."""

from datetime import date

import streamlit as st

from rxflow.services.medicine_history import Adherence, MedicineHistory
from rxflow.ui.fill_timeline import FillTimeline
from rxflow.ui.frame import show_frame
from rxflow.ui.medicines_wording import MedicinesWording
from rxflow.ui.plain_text import as_label
from rxflow.ui.visitor import PatientVisit

FACT_MIN_PIXELS = 105


def show_medicines(visit: PatientVisit) -> None:
    """Show each prescription on file, and the allergies."""
    show_frame(visit)
    words = visit.words(MedicinesWording)
    histories = visit.assistant.services.refills.histories(visit.patient)
    visit.record_read("prescriptions", len(histories))
    st.title(words.medicines_title, anchor=False)
    if not histories:
        st.text(words.medicines_empty.format(name=visit.patient.name))
    for position, history in enumerate(histories):
        with st.container(border=True, key=f"medicine-{position}", gap="small"):
            _show_medicine(history, visit, words)
            _show_fills(history, position, visit, words)
    _show_allergies(visit, words)


def _show_medicine(history: MedicineHistory, visit: PatientVisit, words: MedicinesWording) -> None:
    replies, item = visit.replies, history.prescription
    with st.container(gap=None):
        st.header(as_label(replies.spelled(item.label)), anchor=False)
        st.caption(as_label(words.medicines_for.format(reason=item.taken_for(replies.language))))
    _fact(words.medicines_directions, replies.directions(item.sig))
    with st.grid("auto", min_column_width=FACT_MIN_PIXELS, gap="small"):
        _fact(words.medicines_prescriber, item.prescriber)
        left = replies.refills(item.refills_remaining)
        _fact(words.medicines_refills, words.medicines_refills_left.format(refills=left))
        _fact(words.medicines_expires, _expiry(history.expires_on, visit, words))
        _fact(words.medicines_number, item.rx_number)


def _expiry(last_day: date | None, visit: PatientVisit, words: MedicinesWording) -> str:
    if last_day is None:
        return words.medicines_no_expiry
    told = visit.replies.date(last_day)
    return words.medicines_expired.format(date=told) if last_day < visit.now.date() else told


def _show_fills(history: MedicineHistory, position: int, visit: PatientVisit, words: MedicinesWording) -> None:
    """Draw the fills, tell them in words, and say what part of the days they covered."""
    replies = visit.replies
    with st.container(gap="xsmall"):
        st.caption(words.medicines_fills)
        if not history.periods:
            st.text(words.medicines_no_fills)
            return
        timeline = FillTimeline(history, visit.now.date())
        told = " ".join(timeline.words(replies, words))
        st.html(timeline.drawn(told, replies, words))
        st.caption(as_label(told))
    if not history.is_measured:
        st.caption(as_label(replies.text("adherence_not_measured", medication=history.prescription.label)))
    elif history.adherence is None:
        st.caption(replies.text("adherence_unknown"))
    else:
        since = replies.date(history.periods[0].filled_on)
        _show_adherence(history.adherence, since, position, words)


def _show_adherence(adherence: Adherence, since: str, position: int, words: MedicinesWording) -> None:
    tone = "good" if adherence.is_adherent else "warn"
    with st.container(key=f"note-{tone}-{position}", gap=None):
        st.markdown(f"**{words.medicines_pdc.format(percent=adherence.pdc_percent)}**")
        covered, period = adherence.covered_days, adherence.period_days
        st.text(words.medicines_pdc_meaning.format(covered=covered, period=period, since=since))
        st.caption(words.medicines_pdc_note)


def _show_allergies(visit: PatientVisit, words: MedicinesWording) -> None:
    severities = {
        "mild": words.medicines_mild,
        "moderate": words.medicines_moderate,
        "severe": words.medicines_severe,
    }
    with st.container(border=True, key="allergies", gap="xsmall"):
        st.header(f":material/allergies: {words.medicines_allergies}", anchor=False)
        for allergy in visit.patient.allergies:
            severity = severities[allergy.severity]
            told = {"substance": allergy.substance, "reaction": allergy.reaction, "severity": severity}
            st.text(words.medicines_allergy.format(**told))
        if not visit.patient.allergies:
            st.text(words.medicines_no_allergies)


def _fact(label: str, value: str) -> None:
    with st.container(gap=None):
        st.caption(label)
        st.text(value)
