"""The demo's sign-in: choose one of the made-up patients."""

import streamlit as st

from rxflow.bootstrap import Assistant
from rxflow.domain.patient import Patient
from rxflow.prompts.catalog import REFERENCE, message_catalog, spoken
from rxflow.ui.plain_text import as_label
from rxflow.ui.visit import sign_in
from rxflow.ui.wording import Wording, wording

CARD_MIN_PIXELS = 300


def show_sign_in(assistant: Assistant) -> None:
    """Say what this is, and let the visitor choose a patient."""
    words = wording((st.context.locale or "").partition("-")[0])
    with st.container(key="welcome", gap="small"):
        st.title(":material/medication: RxFlow", anchor=False)
        st.text(words.tagline)
    st.info(words.demonstration, icon=":material/science:")
    st.subheader(words.choose_patient, anchor=False)
    with st.grid("auto", min_column_width=CARD_MIN_PIXELS, gap="small"):
        for patient in assistant.services.patients.all():
            _show_patient(patient, assistant, words)


def _show_patient(patient: Patient, assistant: Assistant, words: Wording) -> None:
    with st.container(border=True, key=f"patient-{patient.patient_id}", height="stretch", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{as_label(patient.name)}**", width="content")
            st.caption(words.years.format(years=patient.age_on(assistant.services.local_now().date())), width="content")
            if patient.language != REFERENCE:
                name = message_catalog(spoken(patient.language))["language_name"]
                st.badge(name, icon=":material/translate:", color="blue")
        for line in _about(patient, assistant, words):
            st.caption(as_label(line))
        st.space("stretch")
        label = as_label(words.continue_as.format(name=patient.first_name))
        if st.button(label, key=f"sign-in-{patient.patient_id}", width="stretch"):
            sign_in(assistant, patient.patient_id)
            st.rerun()


def _about(patient: Patient, assistant: Assistant, words: Wording) -> list[str]:
    conditions = ", ".join(patient.conditions)
    count = len(assistant.services.patients.prescriptions(patient.patient_id))
    lines = [conditions[:1].upper() + conditions[1:], words.prescriptions.format(count=count)]
    if patient.guardian is not None:
        guardian = patient.guardian
        lines.append(
            words.guardian.format(name=guardian.name, relationship=guardian.relationship, child=patient.first_name)
        )
    return lines
