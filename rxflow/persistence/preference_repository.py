"""What patients have chosen, read and written within one transaction of the store."""

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import bindparam, insert

from rxflow.domain.preferences import NotificationConsent, Preferences, TrustedPerson
from rxflow.persistence.preference_tables import PREFERENCES
from rxflow.persistence.records import SealedTable
from rxflow.persistence.transaction import Transaction


@dataclass(frozen=True, slots=True)
class KeptPreferences:
    """A patient's preferences after one change, named by an opaque id that their box is bound to."""

    change_id: str
    patient_id: str
    version: int
    changed_at: datetime
    language: str | None
    usual_pharmacy_id: str | None
    consents: tuple[NotificationConsent, ...]
    trusted_person: TrustedPerson | None


SEALED_PREFERENCES = SealedTable(
    PREFERENCES,
    KeptPreferences,
    key=("change_id",),
    refs={"patient_ref": lambda tx, kept: tx.patient_ref(kept.patient_id)},
)
_CHOSEN = tuple(field.name for field in fields(Preferences))
_HISTORY = (
    SEALED_PREFERENCES.select()
    .where(PREFERENCES.c.patient_ref == bindparam("patient_ref"))
    .order_by(PREFERENCES.c.version.desc())
)
_NEWEST = _HISTORY.limit(1)


class PreferenceRepository:
    """The table of preferences within one read or write of the store. All that was chosen is sealed."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, preferences: Preferences, change_id: str) -> None:
        """Write a patient's preferences as they are after a change.

        Raises:
            IntegrityError: There is a change of this id, or one of this patient to this version.
            ValueError: Nothing was changed, so that there is no time of it.
        """
        if preferences.changed_at is None:
            raise ValueError("preferences that nobody has changed are not stored")
        chosen = {name: getattr(preferences, name) for name in _CHOSEN}
        kept = KeptPreferences(change_id=change_id, **chosen)
        self._tx.execute(insert(PREFERENCES), SEALED_PREFERENCES.row(kept, self._tx))

    def of(self, patient_id: str) -> Preferences:
        """What a patient has chosen; nothing yet is version 0."""
        kept = SEALED_PREFERENCES.all(_NEWEST, self._tx, {"patient_ref": self._tx.patient_ref(patient_id)})
        return _chosen(kept[0]) if kept else Preferences(patient_id)

    def history(self, patient_id: str) -> tuple[Preferences, ...]:
        """The same after each change, newest first."""
        kept = SEALED_PREFERENCES.all(_HISTORY, self._tx, {"patient_ref": self._tx.patient_ref(patient_id)})
        return tuple(map(_chosen, kept))


def _chosen(kept: KeptPreferences) -> Preferences:
    return Preferences(**{name: getattr(kept, name) for name in _CHOSEN})
