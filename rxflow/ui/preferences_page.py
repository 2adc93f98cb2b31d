"""The page of what a patient chooses: language, pharmacy, what to be told of, whom to trust, and what to forget."""

import streamlit as st

from rxflow.domain.acting import Permission
from rxflow.domain.errors import InvalidPersonError, StaleRecordError
from rxflow.domain.preferences import (
    ConsentChanged,
    Disclosure,
    LanguageChosen,
    NotificationTopic,
    PharmacyChosen,
    PreferenceChange,
    Preferences,
    TrustedPerson,
    TrustedPersonChanged,
)
from rxflow.prompts.catalog import languages, message_catalog
from rxflow.ui.forget_dialog import offer_to_forget
from rxflow.ui.frame import show_frame
from rxflow.ui.plain_text import as_label
from rxflow.ui.preferences_wording import PreferencesWording
from rxflow.ui.visitor import PatientVisit

MOST_NAME_CHARS = 80
_SEEN = "preferences-seen"
_IS_SAVED = "preferences-saved"


def show_preferences(visit: PatientVisit) -> None:
    """Show what the patient has chosen, and let whoever may change it."""
    show_frame(visit)
    preferences = visit.assistant.services.preferences.of(visit.patient.patient_id)
    visit.record_read("preferences", 1)
    PreferencesPage(visit, preferences).show()


class PreferencesPage:
    """One drawing of the page.

    Each widget's key has the version that it shows: what was changed elsewhere is shown anew, and never overwritten by
    a form that was filled in before.

    Args:
        visit: The patient.
        preferences: What they have chosen.
    """

    def __init__(self, visit: PatientVisit, preferences: Preferences) -> None:
        self._visit = visit
        self._preferences = preferences
        self._words = visit.words(PreferencesWording)
        self._is_fixed = not visit.may(Permission.CHANGE_PREFERENCES)

    def show(self) -> None:
        """Draw the page from top to bottom."""
        st.title(self._words.preferences_title, anchor=False)
        self._show_notices()
        for key, section in (
            ("served", self._show_served),
            ("consents", self._show_consents),
            ("person", self._show_person),
        ):
            with st.container(border=True, key=f"preferences-{key}"):
                section()
        if not self._is_fixed:
            with st.container(border=True, key="preferences-delete"):
                offer_to_forget(self._visit, self._words)

    def _show_notices(self) -> None:
        shown = (self._preferences.patient_id, self._preferences.version)
        seen = st.session_state.get(_SEEN, shown)
        if seen[0] == shown[0] and seen[1] != shown[1]:
            st.warning(self._words.preferences_stale, icon=":material/sync:")
        elif st.session_state.pop(_IS_SAVED, False):
            st.success(self._words.preferences_saved, icon=":material/check:")
        if self._is_fixed:
            st.info(self._words.preferences_view_only, icon=":material/visibility:")
        st.session_state[_SEEN] = shown

    def _show_served(self) -> None:
        words, services, patient = self._words, self._visit.assistant.services, self._visit.patient
        pharmacies = {each.pharmacy_id: each for each in services.preferences.pharmacies(patient)}
        usual = patient.preferred_pharmacy_id
        names = {each: message_catalog(each)["language_name"] for each in languages()}
        with st.form(self._key("served"), border=False):
            language = st.selectbox(
                words.preferences_language,
                list(names),
                index=list(names).index(self._visit.language),
                format_func=names.__getitem__,
                help=words.preferences_language_hint,
                key=self._key("language"),
                disabled=self._is_fixed,
            )
            pharmacy_id = st.selectbox(
                words.preferences_pharmacy,
                list(pharmacies),
                index=list(pharmacies).index(usual) if usual in pharmacies else None,
                format_func=lambda each: f"{pharmacies[each].name}, {pharmacies[each].address}",
                help=words.preferences_pharmacy_hint,
                key=self._key("pharmacy"),
                disabled=self._is_fixed,
            )
            if self._is_sent(words.preferences_save, "save-served"):
                self._change(
                    *([LanguageChosen(language)] if language != self._visit.language else []),
                    *([PharmacyChosen(pharmacy_id)] if pharmacy_id and pharmacy_id != usual else []),
                )

    def _show_consents(self) -> None:
        words = self._words
        topics = {
            NotificationTopic.ORDER_READY: words.preferences_order_ready,
            NotificationTopic.REFILL_DUE: words.preferences_refill_due,
            NotificationTopic.DELAY: words.preferences_delay,
            NotificationTopic.PHARMACIST_MESSAGE: words.preferences_pharmacist_message,
        }
        st.header(words.preferences_tell_me, anchor=False)
        st.caption(words.preferences_tell_me_hint)
        with st.form(self._key("consents"), border=False):
            wanted = {}
            for topic, label in topics.items():
                with st.container(gap=None):
                    wanted[topic] = st.checkbox(
                        label,
                        value=self._preferences.has_consented(topic),
                        key=self._key(f"topic-{topic.name.lower()}"),
                        disabled=self._is_fixed,
                    )
                    st.caption(self._said_last(topic))
            if self._is_sent(words.preferences_save, "save-consents"):
                self._change(*(ConsentChanged(topic, is_given) for topic, is_given in wanted.items()))

    def _said_last(self, topic: NotificationTopic) -> str:
        said = self._preferences.consent(topic)
        if said is None:
            return self._words.preferences_never
        told = self._words.preferences_given if said.is_given else self._words.preferences_withdrawn
        return told.format(date=self._visit.replies.date(self._visit.local(said.at).date()))

    def _show_person(self) -> None:
        words, person = self._words, self._preferences.trusted_person
        may = {
            Disclosure.ORDERS: words.preferences_orders,
            Disclosure.MEDICINES: words.preferences_medicines,
            Disclosure.COSTS: words.preferences_costs,
        }
        st.header(words.preferences_person, anchor=False)
        st.caption(words.preferences_person_hint)
        if person is not None:
            what = "; ".join(may[each] for each in person.may_be_told)
            told = {"name": person.name, "relationship": person.relationship, "what": what}
            st.text(words.preferences_person_now.format(**told))
        with st.form(self._key("person"), border=False):
            name = self._line(words.preferences_person_name, "person-name", person.name if person else "")
            kin = person.relationship if person else ""
            relationship = self._line(words.preferences_person_relationship, "person-relationship", kin)
            st.caption(words.preferences_person_may)
            chosen = {
                each: st.checkbox(
                    label,
                    value=person is not None and each in person.may_be_told,
                    key=self._key(f"may-{each.value}"),
                    disabled=self._is_fixed,
                )
                for each, label in may.items()
            }
            if self._is_sent(words.preferences_person_save, "save-person"):
                told_of = tuple(each for each, is_chosen in chosen.items() if is_chosen)
                self._change(TrustedPersonChanged(TrustedPerson(name.strip(), relationship.strip(), told_of)))
        if person is not None and st.button(
            words.preferences_person_remove,
            key=self._key("remove-person"),
            icon=":material/person_remove:",
            disabled=self._is_fixed,
        ):
            self._change(TrustedPersonChanged(None))

    def _line(self, label: str, key: str, value: str) -> str:
        most = MOST_NAME_CHARS
        return st.text_input(
            label, value, key=self._key(key), max_chars=most, autocomplete="off", disabled=self._is_fixed
        )

    def _is_sent(self, label: str, key: str) -> bool:
        return st.form_submit_button(as_label(label), key=self._key(key), disabled=self._is_fixed)

    def _change(self, *changes: PreferenceChange) -> None:
        """Keep a change and draw the page anew, in the language that it may have brought."""
        session, service = self._visit.session, self._visit.assistant.services.preferences
        try:
            kept = service.change(
                self._preferences.patient_id,
                *changes,
                seen=self._preferences.version,
                acting_as=session.acting_as,
                session_id=session.session_id,
            )
        except InvalidPersonError:
            st.warning(self._words.preferences_person_missing, icon=":material/edit:")
            return
        except StaleRecordError:
            st.rerun()
        st.session_state[_SEEN] = (kept.patient_id, kept.version)
        st.session_state[_IS_SAVED] = True
        st.rerun()

    def _key(self, name: str) -> str:
        return f"{name}-{self._preferences.version}"
