"""The sign-in: by name and birth date, or in the demo by choosing one of the made-up patients."""

from datetime import date

import streamlit as st

from rxflow.assistant import Assistant
from rxflow.domain.errors import IdentityNotVerifiedError
from rxflow.domain.patient import Patient
from rxflow.domain.person_name import MOST_CHARS
from rxflow.prompts.catalog import REFERENCE, message_catalog, spoken
from rxflow.services.data_checks import OLDEST_AGE_YEARS
from rxflow.ui.announce import announce
from rxflow.ui.browser import visitor_language
from rxflow.ui.demo_lines import what_it_shows
from rxflow.ui.plain_text import as_label, show_text
from rxflow.ui.sign_in_ways import show_demo_staff, show_password, show_provider
from rxflow.ui.visit import answer_signed_out, sign_in, sign_in_by_name
from rxflow.ui.wording import SignInWording, words_of
from rxflow.workflow.medicine_status import medicine_statuses

CARD_MIN_PIXELS = 300


def show_sign_in(assistant: Assistant) -> None:
    """Say what this is, and let the visitor sign in; in the demo they may choose a patient instead."""
    language = visitor_language()
    words = words_of(SignInWording, language)
    announce(language, visitor="nobody")
    with st.container(key="welcome", gap="small"):
        st.title(":material/medication: RxFlow", anchor=False)
        st.text(words.tagline)
    if (answer := answer_signed_out(assistant)) is not None:
        with st.container(border=True, key="signed-out"):
            show_text(answer, "signed-out")
    show_provider(assistant, language)
    if assistant.settings.sign_in == "identity":
        with st.container(border=True, key="identity"):
            st.header(words.identity_title, anchor=False)
            _show_form(assistant, words)
        show_password(assistant, language)
        return
    st.info(words.demonstration, icon=":material/science:")
    with st.expander(words.identity_title, icon=":material/badge:", key="identity"):
        _show_form(assistant, words)
    show_password(assistant, language)
    if assistant.settings.lets_choose_a_patient:
        show_demo_staff(assistant, language)
    st.header(words.choose_patient, anchor=False)
    with st.grid("auto", min_column_width=CARD_MIN_PIXELS, gap="small"):
        for patient in assistant.services.patients.all():
            _show_patient(patient, assistant, words)


def _show_form(assistant: Assistant, words: SignInWording) -> None:
    """Ask for name and birth date; the browser forgets what was typed once it is sent."""
    today = assistant.services.local_now().date()
    with st.form("identity-form", clear_on_submit=True, border=False):
        name = st.text_input(words.identity_name, key="identity-name", max_chars=MOST_CHARS, autocomplete="off")
        born = st.date_input(
            words.identity_birth_date,
            value=None,
            min_value=date(today.year - OLDEST_AGE_YEARS, 1, 1),
            max_value=today,
            format="MM/DD/YYYY",
            key="identity-birth-date",
        )
        st.caption(words.identity_hint)
        sent = st.form_submit_button(words.identity_sign_in, key="identity-sign-in", type="primary")
    if not sent:
        return
    if not name.strip() or not isinstance(born, date):
        st.warning(words.identity_missing, icon=":material/edit:")
        return
    try:
        sign_in_by_name(assistant, name, born)
    except IdentityNotVerifiedError:
        st.warning(words.identity_not_verified, icon=":material/lock:")
        return
    st.rerun()


def _show_patient(patient: Patient, assistant: Assistant, words: SignInWording) -> None:
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


def _about(patient: Patient, assistant: Assistant, words: SignInWording) -> list[str]:
    conditions = ", ".join(patient.conditions)
    overview = assistant.services.refills.overview(patient.patient_id)
    shown = what_it_shows(medicine_statuses(overview), visitor_language())
    count = words.prescriptions.format(count=len(overview.prescriptions))
    lines = [conditions[:1].upper() + conditions[1:], f"{count}. {shown}" if shown else count]
    if patient.guardian is not None:
        guardian = patient.guardian
        lines.append(
            words.guardian.format(name=guardian.name, relationship=guardian.relationship, child=patient.first_name)
        )
    return lines
