"""What any store must do with what patients choose."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from rxflow.domain.acting import ActingAs
from rxflow.domain.audit import AuditAction
from rxflow.domain.errors import (
    InvalidPersonError,
    NotPermittedError,
    PatientNotFoundError,
    PharmacyNotFoundError,
    StaleRecordError,
    UnknownLanguageError,
    UnreadableDataError,
)
from rxflow.domain.finding import FindingCode
from rxflow.domain.patient import GuardianScope
from rxflow.domain.preferences import (
    ConsentChanged,
    Disclosure,
    LanguageChosen,
    NotificationTopic,
    PharmacyChosen,
    Preferences,
    TrustedPerson,
    TrustedPersonChanged,
)
from rxflow.persistence.engine import Store
from rxflow.persistence.preference_repository import PreferenceRepository
from rxflow.persistence.preference_tables import PREFERENCES
from rxflow.persistence.refill_records import RefillRecords
from rxflow.services.audit import AuditService
from tests.contract.records import some_preferences
from tests.unit.services.pharmacy_world import LISINOPRIL, WALGREENS, WALMART, World, demo_data

PATIENT = "patient_001"
SISTER = TrustedPerson("Anna Smith", "sister", (Disclosure.ORDERS,))


@pytest.fixture
def world(store: Store) -> World:
    return World(store=store)


def test_nothing_is_chosen_at_first(world: World) -> None:
    assert world.preferences.of(PATIENT) == Preferences(PATIENT)
    assert world.preferences.patient(PATIENT) == world.patients.get(PATIENT)
    assert not any(world.preferences.consented(PATIENT, topic) for topic in NotificationTopic)


def test_what_is_chosen_is_kept_and_read_by_every_process(world: World, store: Store) -> None:
    kept = world.preferences.change(PATIENT, LanguageChosen("es"), PharmacyChosen(WALGREENS), seen=0)
    another = World(store=store)

    assert another.preferences.of(PATIENT) == kept
    assert (kept.version, kept.changed_at) == (1, world.at.astimezone(UTC))
    patient = another.preferences.patient(PATIENT)
    assert (patient.language, patient.preferred_pharmacy_id) == ("es", WALGREENS)
    assert another.preferences.of("patient_002").version == 0


def test_every_agreement_is_kept_with_its_times(world: World) -> None:
    topic = NotificationTopic.REFILL_DUE
    given = world.preferences.change(PATIENT, ConsentChanged(topic, True), seen=0)
    world.wait(days=3)
    withdrawn = world.preferences.change(PATIENT, ConsentChanged(topic, False), seen=1)

    assert not world.preferences.consented(PATIENT, topic)
    assert world.preferences.history(PATIENT) == (withdrawn, given)
    said = [consent for each in world.preferences.history(PATIENT) for consent in each.consents]
    assert [each.is_given for each in said] == [False, True]
    assert said[0].at - said[1].at == timedelta(days=3)


def test_a_change_that_changes_nothing_is_no_new_version(world: World) -> None:
    world.preferences.change(PATIENT, ConsentChanged(NotificationTopic.DELAY, True), seen=0)

    same = world.preferences.change(PATIENT, ConsentChanged(NotificationTopic.DELAY, True), seen=1)

    assert same.version == 1
    assert len(world.preferences.history(PATIENT)) == 1


def test_a_change_made_elsewhere_meanwhile_is_not_overwritten(world: World) -> None:
    world.preferences.change(PATIENT, LanguageChosen("es"), seen=0)

    with pytest.raises(StaleRecordError):
        world.preferences.change(PATIENT, PharmacyChosen(WALGREENS), seen=0)

    assert world.preferences.of(PATIENT).usual_pharmacy_id is None


def test_two_changes_of_one_version_cannot_both_be_written(store: Store) -> None:
    with store.write() as tx:
        PreferenceRepository(tx).add(some_preferences(), "PF-1")
    with pytest.raises(IntegrityError), store.write() as tx:
        PreferenceRepository(tx).add(replace(some_preferences(), language="en"), "PF-2")


def test_no_version_is_changed_or_passed_off_as_another_patients(store: Store) -> None:
    with store.write() as tx:
        PreferenceRepository(tx).add(some_preferences(), "PF-1")
    with pytest.raises(IntegrityError), store.write() as tx:
        tx.execute(update(PREFERENCES).values(version=2))


def test_a_row_put_in_from_outside_is_not_read(store: Store) -> None:
    with store.write() as tx:
        PreferenceRepository(tx).add(some_preferences(), "PF-1")
        row = dict(tx.execute(PREFERENCES.select()).mappings().one())
        theirs = {"sequence": 99, "change_id": "PF-2", "patient_ref": tx.patient_ref("patient_y")}
        tx.execute(PREFERENCES.insert(), row | theirs)
    with pytest.raises(UnreadableDataError), store.read() as tx:
        PreferenceRepository(tx).of("patient_y")


def test_preferences_without_a_time_are_not_written(store: Store) -> None:
    with pytest.raises(ValueError, match="nobody has changed"), store.write() as tx:
        PreferenceRepository(tx).add(Preferences("patient_x"), "PF-1")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (LanguageChosen("xx"), UnknownLanguageError),
        (PharmacyChosen("PH999"), PharmacyNotFoundError),
        (TrustedPersonChanged(replace(SISTER, name=" ")), InvalidPersonError),
        (TrustedPersonChanged(replace(SISTER, relationship="")), InvalidPersonError),
        (TrustedPersonChanged(replace(SISTER, name="A\nB")), InvalidPersonError),
        (TrustedPersonChanged(replace(SISTER, name="A" * 1000)), InvalidPersonError),
        (TrustedPersonChanged(replace(SISTER, may_be_told=())), InvalidPersonError),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(world: World, change, error) -> None:
    with pytest.raises(error):
        world.preferences.change(PATIENT, LanguageChosen("es"), change, seen=0)

    assert world.preferences.of(PATIENT).version == 0


def test_nobody_unknown_has_preferences(world: World) -> None:
    with pytest.raises(PatientNotFoundError):
        world.preferences.change("patient_000", LanguageChosen("es"), seen=0)


def test_a_trusted_person_can_be_named_and_removed(world: World) -> None:
    assert world.preferences.change(PATIENT, TrustedPersonChanged(SISTER), seen=0).trusted_person == SISTER

    assert world.preferences.change(PATIENT, TrustedPersonChanged(None), seen=1).trusted_person is None


def test_a_guardian_who_may_only_look_changes_nothing(store: Store) -> None:
    data = demo_data()
    child = next(each for each in data.patients if each.guardian)
    assert child.guardian is not None
    view = replace(child, guardian=replace(child.guardian, scope=GuardianScope.VIEW))
    looking = World(store=store, data=replace(data, patients=(view,)))

    with pytest.raises(NotPermittedError):
        looking.preferences.change(child.patient_id, LanguageChosen("es"), seen=0, acting_as=ActingAs.GUARDIAN)
    assert looking.preferences.of(child.patient_id).version == 0

    acting = World(store=store)
    acting.preferences.change(child.patient_id, LanguageChosen("es"), seen=0, acting_as=ActingAs.GUARDIAN)
    assert acting.preferences.of(child.patient_id).language == "es"


def test_the_trail_tells_of_a_change_in_codes_alone(world: World, store: Store) -> None:
    world.preferences.change(
        PATIENT, LanguageChosen("es"), TrustedPersonChanged(SISTER), seen=0, session_id="session-1"
    )

    (event,) = AuditService(store=store).for_patient(PATIENT)
    assert event.action == AuditAction.PREFERENCES_CHANGED
    assert event.detail == {"kinds": ["language", "trusted-person"], "version": 1}
    assert event.session_id == "session-1"
    assert "Anna" not in repr(event)


def test_the_rules_count_the_stock_of_the_chosen_pharmacy(world: World) -> None:
    entresto = ("patient_010", "RX101002")  # out of stock at the usual pharmacy
    assert FindingCode.OUT_OF_STOCK in {each.code for each in world.refills.assess(*entresto).findings}

    world.preferences.change(entresto[0], PharmacyChosen(WALMART), seen=0)

    assert world.refills.assess(*entresto).findings == world.refills.assess(*entresto, WALMART).findings
    assert world.refills.assess(*entresto) == world.refills.assess_all(entresto[0])[entresto[1]]
    assert FindingCode.OUT_OF_STOCK not in {each.code for each in world.refills.assess(*entresto).findings}


def test_a_pharmacy_that_has_closed_since_is_not_the_usual_one(store: Store) -> None:
    World(store=store).preferences.change(PATIENT, PharmacyChosen(WALGREENS), seen=0)
    data = demo_data()
    fewer = World(
        store=store, data=replace(data, pharmacies=tuple(p for p in data.pharmacies if p.pharmacy_id != WALGREENS))
    )

    assert fewer.preferences.patient(PATIENT).preferred_pharmacy_id == "PH001"
    assert fewer.refills.assess(*LISINOPRIL).decision is None


def test_the_gates_transaction_sees_a_choice_of_its_own(world: World, store: Store) -> None:
    with store.write(PATIENT) as tx:
        PreferenceRepository(tx).add(some_preferences(patient_id=PATIENT), "PF-1")
        assert RefillRecords(tx).preferences(PATIENT).usual_pharmacy_id == WALGREENS
        assert world.refills.assess(*LISINOPRIL, records=RefillRecords(tx)).decision is None
