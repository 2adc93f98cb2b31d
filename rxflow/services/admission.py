"""Who may come in: by password, by what an identity provider says, or in a demo by choice."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from rxflow.domain.access import PERSONS, AccessRole
from rxflow.domain.account import login_key
from rxflow.domain.acting import ActingAs, Permission, acting_on, may
from rxflow.domain.audit import VISITOR, AuditAction, AuditEvent
from rxflow.domain.errors import (
    EmailNotVerifiedError,
    NotPermittedError,
    PatientNotFoundError,
    UserNotVerifiedError,
)
from rxflow.domain.identity_check import Outcome
from rxflow.domain.patient import Patient
from rxflow.domain.person_name import name_key
from rxflow.domain.sign_in import Means, Recognised, SignIn, VerifiedEmail
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.transaction import Transaction
from rxflow.services.accounts import Holder, accounts_of, holder_of, with_means
from rxflow.services.passwords import NOT_VERIFIED, Passwords
from rxflow.services.patients import PatientService

Begun = TypeVar("Begun")

NO_DEMO = "Patients are chosen in a demo on this machine only. Sign in with a login and a password."
EMAIL_NOT_VERIFIED = (
    "The sign-in service does not vouch for this e-mail address now. Sign in there again, or with your password."
)
NOT_KNOWN = "This sign-in is not known here. Ask the pharmacy, or sign in with your password."


class Admission:
    """Recognises people and says whether they may still come in.

    Args:
        store: Where accounts, users and tries are kept.
        patients: The patients and their guardians.
        passwords: Holds passwords against what is kept of them.
        now: The present as an aware time.
        zone: The pharmacies' time zone, which says what day it is.
        demo_sign_in: Whether anybody can be chosen; only for a demo that nobody else can reach.
        staff_domain: Where the staff's e-mail addresses are; what stands before it is a user's id. Empty: no staff.
    """

    def __init__(
        self,
        *,
        store: Store,
        patients: PatientService,
        passwords: Passwords,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        demo_sign_in: bool,
        staff_domain: str,
    ) -> None:
        self._store = store
        self._patients = patients
        self._passwords = passwords
        self._now = now
        self._zone = zone
        self._demo_sign_in = demo_sign_in
        self._staff_domain = staff_domain.strip().lower()

    def by_password(
        self, login: str, password: str, source: str, begin: Callable[[Transaction, Recognised], Begun]
    ) -> Begun:
        """Let a patient, a guardian or a member of the staff in by password.

        Args:
            login: An account's login or a user's id; case does not matter.
            password: The password.
            source: Where the try comes from; kept as a keyed hash.
            begin: Begins the sign-in, as the last thing in a transaction.

        Raises:
            UserNotVerifiedError: There is nobody of this login, they may not come in, the password is wrong, or too
                many tries; always in the same words and after the same work.
            StoreUnavailableError: The try could not be kept, so nobody is let in.
        """
        key = login_key(login)
        with self._store.write(f"user:{key}") as tx:
            holder = holder_of(tx, key)
            outcome = self._passwords.opened(tx, key, source)
        matches = self._passwords.matches(password, holder.password_hash if holder else None)
        opens = matches and outcome is not Outcome.LOCKED and holder is not None and self.may_come_in(holder.who)
        begun = None
        with self._store.write(f"user:{key}", *_accounts(holder)) as tx:
            # Read again: the user may have been disabled meanwhile, or the account closed.
            holder = holder_of(tx, key)
            if opens and holder is not None and holder.is_let_in:
                self._passwords.passed(tx, key, source)
                begun = begin(tx, holder.who)
            else:
                AuditRepository(tx).append([self._refused(holder, outcome)])
        if begun is None:
            raise UserNotVerifiedError(NOT_VERIFIED)
        return begun

    def by_email(
        self, email: VerifiedEmail, used: datetime | None, begin: Callable[[Transaction, Recognised], Begun]
    ) -> Begun:
        """Let in whoever an identity provider vouches for: staff by their domain, else the account of this login.

        Args:
            email: What the provider says.
            used: When it said what somebody was last let in for in this browser.
            begin: Begins the sign-in, as the last thing in a transaction.

        Raises:
            EmailNotVerifiedError: The provider does not vouch for the address, or not just now, or for an earlier time.
            UserNotVerifiedError: Nobody here has this address, or they may not come in.
            StoreUnavailableError: It could not be kept, so nobody is let in.
        """
        if not email.is_verified or not email.counts(self._now(), used):
            with self._store.write() as tx:
                AuditRepository(tx).append([self._refused(None, Outcome.FAILED)])
            raise EmailNotVerifiedError(EMAIL_NOT_VERIFIED)
        key, is_of_staff = self._login_of(email.address)
        with self._store.read() as tx:
            holder = holder_of(tx, key)
        opens = holder is not None and self.may_come_in(holder.who)
        begun = None
        with self._store.write(f"user:{key}", *_accounts(holder)) as tx:
            holder = holder_of(tx, key)
            # A patient's login may be the same word as what stands before the staff's domain.
            is_it = holder is not None and (holder.who.role not in PERSONS) is is_of_staff
            if opens and holder is not None and is_it and holder.is_let_in:
                begun = begin(tx, with_means(holder.who, Means.OIDC))
            else:
                AuditRepository(tx).append([self._refused(holder, Outcome.FAILED)])
        if begun is None:
            raise UserNotVerifiedError(NOT_KNOWN)
        return begun

    def demo_patient(self, patient_id: str) -> Recognised:
        """Any made-up patient, or the guardian where there is one.

        Raises:
            NotPermittedError: This is not a demo of one machine.
            PatientNotFoundError: No patient has this id.
        """
        self.check_demo()
        patient = self._patients.get(patient_id)
        acting_as = acting_on(patient, self._today())
        subject = self._store.cipher.digest("demo account", patient_id)
        guardian_ref = self.guardian_ref(patient, acting_as)
        return Recognised(subject, AccessRole(acting_as), Means.DEMO, patient_id, acting_as, guardian_ref)

    def check_demo(self) -> None:
        """Let people be chosen.

        Raises:
            NotPermittedError: This is not a demo of one machine.
        """
        if not self._demo_sign_in:
            raise NotPermittedError(NO_DEMO)

    def may_come_in(self, who: Recognised | SignIn) -> bool:
        """Whether somebody may still come in: the patient is there, and the guardian is the one on file and in time."""
        if who.means is Means.DEMO and not self._demo_sign_in:
            return False
        if who.patient_id is None or who.acting_as is None:
            return True
        try:
            patient = self._patients.get(who.patient_id)
        except PatientNotFoundError:
            return False
        is_same = who.guardian_ref == self.guardian_ref(patient, who.acting_as)
        return is_same and may(Permission.VIEW, who.acting_as, patient, self._today())

    def guardian_ref(self, patient: Patient, acting_as: ActingAs) -> str | None:
        """What tells one guardian of a patient from the next."""
        if acting_as is ActingAs.PATIENT or patient.guardian is None:
            return None
        return self._store.cipher.digest("guardian", patient.patient_id, name_key(patient.guardian.name))

    def _login_of(self, address: str) -> tuple[str, bool]:
        """What somebody with an e-mail address signs in with, and whether the address is the staff's."""
        key = login_key(address)
        name, _, domain = key.rpartition("@")
        is_of_staff = bool(self._staff_domain) and domain == self._staff_domain
        return (name if is_of_staff else key), is_of_staff

    def _refused(self, holder: Holder | None, outcome: Outcome) -> AuditEvent:
        action = AuditAction.ACCESS_LOCKED if outcome is Outcome.LOCKED else AuditAction.ACCESS_REFUSED
        whose, subject = (holder.who.patient_id, holder.who.subject) if holder else (None, None)
        return AuditEvent(self._now().astimezone(UTC), VISITOR, action, whose, object=subject)

    def _today(self) -> date:
        return self._now().astimezone(self._zone).date()


def _accounts(holder: Holder | None) -> tuple[str, ...]:
    """What a write names besides the login that lets the holder in."""
    return (accounts_of(holder.who.patient_id),) if holder and holder.who.patient_id else ()
