"""Deleting one's own conversations: what goes and what stays is said first."""

from functools import partial

import streamlit as st

from rxflow.ui.preferences_wording import PreferencesWording
from rxflow.ui.visitor import PatientVisit

_IS_ASKED = "forget-asked"


def offer_to_forget(visit: PatientVisit, words: PreferencesWording) -> None:
    """Show the way to delete what was said, which asks once more."""
    st.header(words.preferences_delete, anchor=False)
    st.caption(words.preferences_delete_hint)
    st.button(words.preferences_delete_ask, key="forget", icon=":material/delete:", on_click=_ask, args=(True,))
    if st.session_state.get(_IS_ASKED):
        dialog = st.dialog(words.preferences_delete_title, on_dismiss=partial(_ask, False))
        dialog(_confirm)(visit, words)


def _ask(is_asked: bool) -> None:
    st.session_state[_IS_ASKED] = is_asked


def _confirm(visit: PatientVisit, words: PreferencesWording) -> None:
    st.text(words.preferences_delete_goes)
    st.text(words.preferences_delete_stays)
    st.text(words.preferences_delete_then)
    with st.container(horizontal=True):
        is_sure = st.button(words.preferences_delete_yes, key="forget-yes", type="primary")
        is_kept = st.button(words.preferences_delete_no, key="forget-no")
    if is_sure and not _is_forgotten(visit):
        st.warning(words.preferences_delete_busy, icon=":material/hourglass:")
    elif is_sure or is_kept:
        _ask(False)
        st.rerun()


def _is_forgotten(visit: PatientVisit) -> bool:
    """Delete every conversation of the patient, which ends the one that is open; a busy one is left."""
    forget = visit.assistant.retention.forget_patient
    return not visit.assistant.run(forget(visit.patient.patient_id, visit.session.acting_as.value)).busy
