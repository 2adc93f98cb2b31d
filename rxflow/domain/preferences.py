"""What a patient wishes of the pharmacy: a language, a pharmacy, what to be told of, and whom else to tell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from rxflow.domain.patient import Language, Patient


class NotificationTopic(StrEnum):
    """What a patient may agree to be told of without asking."""

    ORDER_READY = "order ready"
    REFILL_DUE = "refill due"
    DELAY = "delay"
    PHARMACIST_MESSAGE = "pharmacist message"


class Disclosure(StrEnum):
    """What a trusted person may be told."""

    ORDERS = "orders"
    MEDICINES = "medicines"
    COSTS = "costs"


@dataclass(frozen=True, slots=True)
class NotificationConsent:
    """What a patient said last about one topic, and when. Nothing said is not agreed."""

    topic: NotificationTopic
    is_given: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class TrustedPerson:
    """Somebody whom the patient wants the pharmacy to talk to, and what about.

    Source: 45 CFR 164.510(b)(1)(i) (a family member, friend or other person identified by the individual, and only what
    is relevant to that person's involvement).
    """

    name: str
    relationship: str
    may_be_told: tuple[Disclosure, ...]


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The language that the assistant and the pages are to speak."""

    language: Language


@dataclass(frozen=True, slots=True)
class PharmacyChosen:
    """The patient's usual pharmacy."""

    pharmacy_id: str


@dataclass(frozen=True, slots=True)
class ConsentChanged:
    """Agreement to be told of a topic, given or withdrawn."""

    topic: NotificationTopic
    is_given: bool


@dataclass(frozen=True, slots=True)
class TrustedPersonChanged:
    """The person whom the pharmacy may talk to; None is nobody any more."""

    person: TrustedPerson | None


PreferenceChange = LanguageChosen | PharmacyChosen | ConsentChanged | TrustedPersonChanged


@dataclass(frozen=True, slots=True)
class Preferences:
    """All that a patient has chosen; what is None is as the pharmacy has it on file.

    `version` counts the changes, 0 before the first; `changed_at` is when the last one was made.
    """

    patient_id: str
    version: int = 0
    changed_at: datetime | None = None
    language: Language | None = None
    usual_pharmacy_id: str | None = None
    consents: tuple[NotificationConsent, ...] = ()
    trusted_person: TrustedPerson | None = None

    def consent(self, topic: NotificationTopic) -> NotificationConsent | None:
        """What was said last about a topic, or None."""
        return next((each for each in self.consents if each.topic is topic), None)

    def has_consented(self, topic: NotificationTopic) -> bool:
        """Whether the patient wants to be told of a topic."""
        said = self.consent(topic)
        return said is not None and said.is_given

    def after(self, changes: Iterable[PreferenceChange], at: datetime) -> "Preferences":
        """The preferences with some of them changed; these same ones where nothing differs.

        Args:
            changes: What is to change; all else stays.
            at: The present.
        """
        changed = self
        for change in changes:
            changed = changed._with(change, at)
        return self if changed == self else replace(changed, version=self.version + 1, changed_at=at)

    def _with(self, change: PreferenceChange, at: datetime) -> "Preferences":
        match change:
            case LanguageChosen(language):
                return replace(self, language=language)
            case PharmacyChosen(pharmacy_id):
                return replace(self, usual_pharmacy_id=pharmacy_id)
            case TrustedPersonChanged(person):
                return replace(self, trusted_person=person)
            case ConsentChanged(topic, is_given):
                if self.has_consented(topic) is is_given:
                    return self
                others = tuple(each for each in self.consents if each.topic is not topic)
                return replace(self, consents=(*others, NotificationConsent(topic, is_given, at)))
            case _:  # pragma: no cover
                assert_never(change)


def applied(patient: Patient, preferences: Preferences, is_pharmacy: Callable[[str], bool]) -> Patient:
    """The patient as they wish to be served.

    Args:
        patient: As the pharmacy has them on file.
        preferences: What they chose.
        is_pharmacy: Whether there is a pharmacy of an id: one that has closed since is not chosen any more.
    """
    chosen = preferences.usual_pharmacy_id
    return replace(
        patient,
        language=preferences.language or patient.language,
        preferred_pharmacy_id=chosen if chosen and is_pharmacy(chosen) else patient.preferred_pharmacy_id,
    )
