"""What patients choose for themselves: read and changed here, and applied to the patient whom everybody else sees."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rxflow.domain.acting import ActingAs, Permission, may
from rxflow.domain.audit import PATIENT, AuditAction, AuditEvent, Detail
from rxflow.domain.errors import (
    InvalidPersonError,
    NotPermittedError,
    PharmacyNotFoundError,
    StaleRecordError,
    UnknownLanguageError,
)
from rxflow.domain.patient import Patient
from rxflow.domain.person_name import MOST_CHARS
from rxflow.domain.pharmacy import Pharmacy
from rxflow.domain.preferences import (
    ConsentChanged,
    LanguageChosen,
    NotificationTopic,
    PharmacyChosen,
    PreferenceChange,
    Preferences,
    TrustedPerson,
    TrustedPersonChanged,
    applied,
)
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.preference_repository import PreferenceRepository
from rxflow.services.patients import PatientService
from rxflow.services.pharmacies import PharmacyService

_KINDS = {
    LanguageChosen: "language",
    PharmacyChosen: "pharmacy",
    ConsentChanged: "consent",
    TrustedPersonChanged: "trusted-person",
}
"""What the audit trail calls each kind of change."""
MOST_PHARMACIES = 50
"""Pharmacies that a patient chooses from."""


class PreferenceService:
    """Reads and changes what patients have chosen. Nothing is remembered: another process may change it.

    Args:
        languages: The languages that there is a message catalogue for.
        now: The present as an aware time.
        zone: The pharmacies' time zone.
        new_id: Makes an opaque id with a prefix.
    """

    def __init__(
        self,
        *,
        store: Store,
        patients: PatientService,
        pharmacies: PharmacyService,
        languages: Collection[str],
        now: Callable[[], datetime],
        zone: ZoneInfo,
        new_id: Callable[[str], str],
    ) -> None:
        self._store = store
        self._patients = patients
        self._pharmacies = pharmacies
        self._languages = languages
        self._now = now
        self._zone = zone
        self._new_id = new_id

    def of(self, patient_id: str) -> Preferences:
        """What a patient has chosen.

        Raises:
            StoreUnavailableError: It cannot be read.
        """
        with self._store.read() as tx:
            return PreferenceRepository(tx).of(patient_id)

    def history(self, patient_id: str) -> tuple[Preferences, ...]:
        """The same after each change, newest first: what was agreed to, and until when."""
        with self._store.read() as tx:
            return PreferenceRepository(tx).history(patient_id)

    def consented(self, patient_id: str, topic: NotificationTopic) -> bool:
        """Whether a patient wants to be told of a topic."""
        return self.of(patient_id).has_consented(topic)

    def patient(self, patient_id: str) -> Patient:
        """The patient with the language and the usual pharmacy that they chose; in one statement.

        Raises:
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: What they chose cannot be read.
        """
        return applied(self._patients.get(patient_id), self.of(patient_id), self._is_pharmacy)

    def pharmacies(self, patient: Patient) -> tuple[Pharmacy, ...]:
        """The pharmacies that a patient can choose: the one that is theirs now, and those nearest that serve them.

        Args:
            patient: As they are served, with what they have chosen.
        """
        is_minor = patient.is_minor_on(self._now().astimezone(self._zone).date())
        near = (each.pharmacy for each in self._pharmacies.nearest(patient.zip, MOST_PHARMACIES))
        serving = {each.pharmacy_id: each for each in near if is_minor or not each.pediatric_only}
        usual = self._pharmacies.get(patient.preferred_pharmacy_id)
        return tuple(({usual.pharmacy_id: usual} | serving if usual else serving).values())

    def change(
        self,
        patient_id: str,
        *changes: PreferenceChange,
        seen: int,
        acting_as: ActingAs = ActingAs.PATIENT,
        session_id: str | None = None,
    ) -> Preferences:
        """Change some of a patient's preferences; what is not named stays.

        Args:
            seen: The version that whoever changes it has in front of them.
            acting_as: Who changes it.
            session_id: The conversation that is open meanwhile, for the audit trail.

        Returns:
            The preferences as they are now.

        Raises:
            InvalidPersonError: A trusted person has no name or no relationship, or may be told nothing.
            NotPermittedError: Who asks may see this record, and change nothing.
            PatientNotFoundError: No patient has this id.
            PharmacyNotFoundError: There is no such pharmacy.
            StaleRecordError: It was changed elsewhere meanwhile.
            StoreUnavailableError: The change could not be kept; everything is as it was.
            UnknownLanguageError: There are no words in this language.
        """
        for change in changes:
            self._check(change)
        now = self._now()
        patient, today = self._patients.get(patient_id), now.astimezone(self._zone).date()
        if not may(Permission.CHANGE_PREFERENCES, acting_as, patient, today):
            raise NotPermittedError("You can see this record, but not change it. Please ask the pharmacy.")
        with self._store.write(patient_id) as tx:
            repository = PreferenceRepository(tx)
            current = repository.of(patient_id)
            if current.version != seen:
                raise StaleRecordError("This was changed elsewhere meanwhile. Look at it again, then change it.")
            changed = current.after(changes, now.astimezone(UTC))
            if changed is current:
                return current
            change_id = self._new_id("PF")
            repository.add(changed, change_id)
            detail: dict[str, Detail] = {
                "kinds": sorted({_KINDS[type(change)] for change in changes}),
                "version": changed.version,
            }
            event = AuditEvent(
                now.astimezone(UTC),
                PATIENT,
                AuditAction.PREFERENCES_CHANGED,
                patient_id,
                session_id,
                object=change_id,
                detail=detail,
            )
            AuditRepository(tx).append([event])
        return changed

    def _is_pharmacy(self, pharmacy_id: str) -> bool:
        return self._pharmacies.get(pharmacy_id) is not None

    def _check(self, change: PreferenceChange) -> None:
        match change:
            case LanguageChosen(language) if language not in self._languages:
                raise UnknownLanguageError("We do not speak this language yet. Choose one of the list.")
            case PharmacyChosen(pharmacy_id) if not self._is_pharmacy(pharmacy_id):
                raise PharmacyNotFoundError("There is no such pharmacy. Choose one of the list.")
            case TrustedPersonChanged(TrustedPerson() as person):
                _check_person(person)


def _check_person(person: TrustedPerson) -> None:
    for text in (person.name, person.relationship):
        if not text.strip() or len(text) > MOST_CHARS or not text.isprintable():
            raise InvalidPersonError(f"Give a name and a relationship, each in one line of up to {MOST_CHARS} letters.")
    if not person.may_be_told:
        raise InvalidPersonError("Choose what this person may be told.")
