"""Preferences: one change leaves everything else as it was."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

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

NOW = datetime(2026, 3, 2, 16, 30, tzinfo=UTC)
PERSONS = st.builds(
    TrustedPerson,
    st.text(min_size=1, max_size=5),
    st.text(min_size=1, max_size=5),
    st.lists(st.sampled_from(Disclosure), min_size=1, unique=True).map(tuple),
)
CHANGES = st.one_of(
    st.builds(LanguageChosen, st.sampled_from(["en", "es"])),
    st.builds(PharmacyChosen, st.sampled_from(["PH001", "PH002"])),
    st.builds(ConsentChanged, st.sampled_from(NotificationTopic), st.booleans()),
    st.builds(TrustedPersonChanged, st.none() | PERSONS),
)


def fields_of(preferences: Preferences) -> dict[str, object]:
    consents = {f"consent {topic}": preferences.consent(topic) for topic in NotificationTopic}
    return consents | {
        "language": preferences.language,
        "pharmacy": preferences.usual_pharmacy_id,
        "person": preferences.trusted_person,
    }


def field_of(change: PreferenceChange) -> str:
    if isinstance(change, ConsentChanged):
        return f"consent {change.topic}"
    return {LanguageChosen: "language", PharmacyChosen: "pharmacy", TrustedPersonChanged: "person"}[type(change)]


@given(st.lists(CHANGES, max_size=6), CHANGES)
def test_a_change_to_one_field_keeps_the_others(before: list[PreferenceChange], change: PreferenceChange) -> None:
    had = Preferences("patient_x").after(before, NOW)
    has = had.after([change], NOW + timedelta(days=1))

    changed = {name for name, value in fields_of(has).items() if value != fields_of(had)[name]}
    assert changed <= {field_of(change)}
    assert (has is had) == (not changed)
    assert has.version == had.version + len(changed)
    assert has.patient_id == had.patient_id


@given(st.lists(CHANGES, max_size=8))
def test_the_last_word_on_each_matter_counts(changes: list[PreferenceChange]) -> None:
    has = Preferences("patient_x").after(changes, NOW)
    last = {field_of(change): change for change in changes}

    for topic in NotificationTopic:
        said = last.get(f"consent {topic}")
        assert has.has_consented(topic) == (isinstance(said, ConsentChanged) and said.is_given)
    if isinstance(said := last.get("language"), LanguageChosen):
        assert has.language == said.language
    if isinstance(named := last.get("person"), TrustedPersonChanged):
        assert has.trusted_person == named.person


def test_what_is_said_of_a_topic_is_there_once_with_its_last_time() -> None:
    topic = NotificationTopic.DELAY
    has = Preferences("patient_x").after([ConsentChanged(topic, True)], NOW)
    has = has.after([ConsentChanged(topic, False)], NOW + timedelta(hours=1))

    assert len(has.consents) == 1
    assert has.consents[0].at == NOW + timedelta(hours=1)
    assert replace(has, version=1, changed_at=NOW).has_consented(topic) is False
