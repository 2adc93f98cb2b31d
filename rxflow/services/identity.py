"""Whether somebody is who they say: name and birth date, one answer for every failure, and a lock after three."""

import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from rxflow.domain.acting import ActingAs, Permission, may
from rxflow.domain.audit import ASSISTANT, PATIENT, VISITOR, AuditAction, AuditEvent
from rxflow.domain.errors import IdentityNotVerifiedError
from rxflow.domain.identity_check import IdentityCheck, Outcome, standing_failures
from rxflow.domain.lockout import LockoutLimits, is_locked
from rxflow.domain.patient import Patient
from rxflow.domain.person_name import name_key
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_check_repository import IdentityCheckRepository
from rxflow.services.audited_acts import rows_removed
from rxflow.services.patients import PatientService

NOT_VERIFIED = (
    "That name and birth date could not be matched. After several tries one has to wait a while. "
    "Try again later, or call the pharmacy."
)


_RECORDED_AS = {
    Outcome.PASSED: (PATIENT, AuditAction.IDENTITY_VERIFIED),
    Outcome.FAILED: (VISITOR, AuditAction.IDENTITY_REFUSED),
    Outcome.LOCKED: (VISITOR, AuditAction.ACCESS_LOCKED),
}


@dataclass(frozen=True, slots=True)
class VerifiedIdentity:
    """Who came in: for which patient, and whether as the patient or as the guardian."""

    patient_id: str
    acting_as: ActingAs


class IdentityService:
    """Recognises patients and guardians.

    Sources: 45 CFR 164.312(d) (verify that a person seeking access is the one claimed) and 164.312(a)(1) (access only
    to those who have been granted it); NIST SP 800-63B §5.2.2 (limit failed tries).

    Args:
        store: Where tries are kept, so that a restart or another process does not forget them.
        patients: The patients and their guardians.
        now: The present as an aware time.
        zone: The pharmacies' time zone, which says what day it is.
        limits: How many tries, and how long to wait then.
    """

    def __init__(
        self,
        *,
        store: Store,
        patients: PatientService,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        limits: LockoutLimits,
    ) -> None:
        self._store = store
        self._patients = patients
        self._now = now
        self._zone = zone
        self._limits = limits

    def verify(self, name: str, date_of_birth: date, source: str) -> VerifiedIdentity:
        """Recognise somebody by name and birth date.

        A guardian gives their own name and the patient's birth date. Minors do not come in by themselves. Whatever is
        wrong, the error, its words and the work behind it are the same: nobody learns from it who is a patient here.

        Args:
            name: The full name, `first last` or `last, first`.
            date_of_birth: The patient's.
            source: Where the try comes from, such as a browser's key; kept as a keyed hash.

        Raises:
            IdentityNotVerifiedError: Nobody of this name and birth date, more than one, a guardian whose time has
                ended, or too many tries.
            StoreUnavailableError: The try could not be kept, so nobody is let in.
        """
        key = name_key(name)
        called = self._patients.called(key)
        fitting = list(self._fitting(key, date_of_birth, called))
        subject = called[0].patient_id if len(called) == 1 else ""
        outcome = self._kept(key, subject, source, fitting[0].patient_id if len(fitting) == 1 else None)
        if outcome is not Outcome.PASSED:
            raise IdentityNotVerifiedError(NOT_VERIFIED)
        return fitting[0]

    def remove_tries_before(self, at: datetime, actor: str = ASSISTANT) -> int:
        """Remove the tries from before a time, for retention; what is younger than the lock-out is kept in any case.

        Args:
            at: The time.
            actor: Who does it, for the audit trail.

        Returns:
            How many.

        Raises:
            StoreUnavailableError: They could not be removed.
        """
        with self._store.write() as tx:
            now = self._now()
            removed = IdentityCheckRepository(tx).remove_before(min(at, now - 2 * self._limits.period))
            if removed:
                AuditRepository(tx).append([rows_removed(now, actor, "identity-checks", removed)])
        return removed

    def _fitting(self, key: str, date_of_birth: date, called: tuple[Patient, ...]) -> Iterator[VerifiedIdentity]:
        """Everyone that the name and the birth date can mean."""
        today = self._now().astimezone(self._zone).date()
        given = date_of_birth.isoformat().encode()
        for patient in called:
            same_day = hmac.compare_digest(given, patient.date_of_birth.isoformat().encode())
            guardian = patient.guardian
            as_patient = name_key(patient.name) == key and not patient.is_minor_on(today)
            as_guardian = guardian is not None and name_key(guardian.name) == key
            if same_day and as_patient:
                yield VerifiedIdentity(patient.patient_id, ActingAs.PATIENT)
            if same_day and as_guardian and may(Permission.VIEW, ActingAs.GUARDIAN, patient, today):
                yield VerifiedIdentity(patient.patient_id, ActingAs.GUARDIAN)

    def _kept(self, key: str, subject: str, source: str, patient_id: str | None) -> Outcome:
        """Decide a try together with those before it, keep it and record it, in one write.

        Args:
            subject: The patient that the name alone can mean, or nothing.
            patient_id: The patient that name and birth date mean, or None.
        """
        claim = f"identity:{key}"
        with self._store.write(claim, f"identity of:{subject or key}") as tx:
            tries, now = IdentityCheckRepository(tx), self._now().astimezone(UTC)
            claim_ref = tx.cipher.digest("identity claim", key)
            subject_ref = tx.cipher.digest("patient", subject) if subject else None
            before = tries.since(now - 2 * self._limits.period, claim_ref, subject_ref)
            locked = is_locked(standing_failures(before), now, self._limits)
            outcome = Outcome.LOCKED if locked else Outcome.PASSED if patient_id else Outcome.FAILED
            tries.add(IdentityCheck(now, claim_ref, subject_ref, tx.cipher.digest("identity source", source), outcome))
            actor, action = _RECORDED_AS[outcome]
            concerned = patient_id if outcome is Outcome.PASSED else subject or None
            AuditRepository(tx).append([AuditEvent(now, actor, action, concerned)])
        return outcome
