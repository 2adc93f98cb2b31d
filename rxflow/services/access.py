"""Who comes in through the HTTP API: patients and guardians with accounts, staff, and in a demo any patient."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from pwdlib import PasswordHash

from rxflow.domain.access import AccessRole, Principal
from rxflow.domain.account import Account, login_key
from rxflow.domain.acting import ActingAs, Permission, acting_on, may
from rxflow.domain.audit import OPERATOR, VISITOR, AuditAction, AuditEvent
from rxflow.domain.errors import (
    NotAuthenticatedError,
    NotPermittedError,
    PatientNotFoundError,
    UserNotVerifiedError,
)
from rxflow.domain.identity_check import Outcome
from rxflow.domain.lockout import LockoutLimits
from rxflow.domain.patient import Patient
from rxflow.domain.person_name import name_key
from rxflow.domain.sign_in import EndReason, Means, Recognised, SignIn
from rxflow.persistence.account_repository import AccountRepository
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.security.tokens import NOT_AUTHENTICATED, AccessClaims, AccessTokens
from rxflow.services.accounts import (
    Holder,
    accounts_of,
    add_account,
    by_account,
    check_login,
    close_account,
    holder_of,
)
from rxflow.services.identity import IdentityService
from rxflow.services.passwords import NOT_VERIFIED, Passwords, check_password
from rxflow.services.patients import PatientService
from rxflow.services.sign_ins import SignIns

__all__ = ["AccessService", "SignedIn"]

NO_DEMO = "Patients are chosen in a demo on this machine only. Sign in with a login and a password."


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What somebody gets who has come in.

    Attributes:
        access_token: Goes with each request.
        refresh_token: Good for one use, to get the next of both.
        expires_in: For how many seconds the access token is valid.
        principal: Who they are.
    """

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_in: int
    principal: Principal


class AccessService:
    """Lets people in, recognises their requests, and lets them out.

    Sources: 45 CFR 164.312(a)(1) and (d) (access control, authentication); NIST SP 800-63B §5.2.2 (limit failed tries).

    Args:
        store: Where accounts, users, tries and sign-ins are kept.
        patients: The patients and their guardians.
        identity: Proves who registers.
        tokens: Issues and reads access tokens.
        now: The present as an aware time.
        zone: The pharmacies' time zone, which says what day it is.
        limits: How many failed tries, and how long to wait then.
        session_length: After how long a sign-in ends, however often it is renewed.
        new_secret: Makes texts that nobody can guess.
        hashes: Hashes passwords.
        demo_sign_in: Whether any patient can be chosen; only for a demo that nobody else can reach.
    """

    def __init__(
        self,
        *,
        store: Store,
        patients: PatientService,
        identity: IdentityService,
        tokens: AccessTokens,
        now: Callable[[], datetime],
        zone: ZoneInfo,
        limits: LockoutLimits,
        session_length: timedelta,
        new_secret: Callable[[], str],
        hashes: PasswordHash | None = None,
        demo_sign_in: bool = False,
    ) -> None:
        self._store = store
        self._patients = patients
        self._identity = identity
        self._tokens = tokens
        self._now = now
        self._zone = zone
        self._new_secret = new_secret
        self._demo_sign_in = demo_sign_in
        self._passwords = Passwords(now=now, limits=limits, hashes=hashes)
        self._sign_ins = SignIns(store=store, now=now, lasts=session_length, new_secret=new_secret)

    def register(self, name: str, date_of_birth: date, login: str, password: str, source: str) -> SignedIn:
        """Make an account for a patient, or for a guardian who gives their own name and the patient's birth date.

        Args:
            name: The full name.
            date_of_birth: The patient's.
            login: What to sign in with from now on; case does not matter.
            password: A sentence, best.
            source: Where the try comes from; kept as a keyed hash.

        Raises:
            UserError: The login or the password cannot be used, or the person has an account.
            IdentityNotVerifiedError: Nobody was recognised, or too many tries; always in the same words.
            StoreUnavailableError: The account could not be kept.
        """
        key = login_key(login)
        check_login(key)
        check_password(password)
        identity = self._identity.verify(name, date_of_birth, source)
        guardian_ref = self._guardian_ref(self._patients.get(identity.patient_id), identity.acting_as)
        at, account_id = self._now().astimezone(UTC), self._new_secret()
        account = Account(account_id, key, identity.patient_id, identity.acting_as, guardian_ref, at)
        password_hash = self._passwords.hash(password)
        with self._store.write(f"user:{key}", accounts_of(identity.patient_id)) as tx:
            events = add_account(tx, account, password_hash)
            begun = self._sign_ins.begin(tx, by_account(account), *events)
        return self._signed_in(*begun)

    def sign_in(self, login: str, password: str, source: str) -> SignedIn:
        """Let a patient, a guardian or a member of the staff in by password.

        Args:
            login: An account's login or a user's id; case does not matter.
            password: The password.
            source: Where the try comes from; kept as a keyed hash.

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
        opens = matches and outcome is not Outcome.LOCKED and holder is not None and self._may_come_in(holder.who)
        more = (accounts_of(holder.who.patient_id),) if holder and holder.who.patient_id else ()
        with self._store.write(f"user:{key}", *more) as tx:
            # Read again: the user may have been disabled meanwhile, or the account closed.
            holder = holder_of(tx, key)
            begun = None
            if opens and holder is not None and holder.is_let_in:
                self._passwords.passed(tx, key, source)
                begun = self._sign_ins.begin(tx, holder.who)
            else:
                AuditRepository(tx).append([self._refused(holder, outcome)])
        if begun is None:
            raise UserNotVerifiedError(NOT_VERIFIED)
        return self._signed_in(*begun)

    def sign_in_demo(self, patient_id: str) -> SignedIn:
        """Let somebody in as any made-up patient, or as the guardian where there is one.

        Raises:
            NotPermittedError: This is not a demo of one machine.
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: The sign-in could not be kept.
        """
        if not self._demo_sign_in:
            raise NotPermittedError(NO_DEMO)
        patient = self._patients.get(patient_id)
        acting_as = acting_on(patient, self._today())
        subject = self._store.cipher.digest("demo account", patient_id)
        guardian_ref = self._guardian_ref(patient, acting_as)
        who = Recognised(subject, AccessRole(acting_as), Means.DEMO, patient_id, acting_as, guardian_ref)
        with self._store.write() as tx:
            begun = self._sign_ins.begin(tx, who)
        return self._signed_in(*begun)

    def refresh(self, refresh_token: str) -> SignedIn:
        """Give the next tokens for a refresh token, which cannot be used again.

        Raises:
            NotAuthenticatedError: It is unknown, was used before (then the sign-in ends), or the sign-in is over.
            StoreUnavailableError: It could not be kept; the token is still good.
        """
        renewed = self._sign_ins.renew(refresh_token, self._may_come_in)
        if renewed is None:
            raise NotAuthenticatedError(NOT_AUTHENTICATED)
        return self._signed_in(*renewed)

    def sign_out(self, access_token: str) -> None:
        """End the sign-in that a token was given to, with all its tokens.

        Raises:
            NotAuthenticatedError: The token is not valid.
            StoreUnavailableError: It could not be kept.
        """
        self._sign_ins.end(self._standing(access_token), EndReason.SIGNED_OUT)

    def authenticate(self, access_token: str) -> Principal:
        """Recognise whoever makes a request.

        Raises:
            NotAuthenticatedError: The token is not valid, its sign-in is over, or they may not come in any more, which
                ends the sign-in.
            StoreUnavailableError: It could not be looked up, so nobody is let in.
        """
        sign_in = self._standing(access_token)
        if not self._may_come_in(sign_in):
            self._sign_ins.end(sign_in, EndReason.PERMISSION_ENDED)
            raise NotAuthenticatedError(NOT_AUTHENTICATED)
        return _principal(sign_in)

    def close_accounts(self, patient_id: str, actor: str = OPERATOR) -> int:
        """Close the accounts for a patient, such as when a password was lost, and end what they are signed in with.

        Args:
            patient_id: The patient, who can register again.
            actor: Who does it, for the audit trail.

        Returns:
            How many were closed.

        Raises:
            StoreUnavailableError: It could not be kept.
        """
        with self._store.write(accounts_of(patient_id)) as tx:
            found, at = AccountRepository(tx).open_of_patient(patient_id), self._now().astimezone(UTC)
            AuditRepository(tx).append([event for each in found for event in close_account(tx, each, at, actor)])
        return len(found)

    def remove_ended_before(self, at: datetime, actor: str) -> int:
        """Remove the sign-ins that ended before a time, for retention (`SignIns.remove_ended_before`)."""
        return self._sign_ins.remove_ended_before(at, actor)

    def _standing(self, access_token: str) -> SignIn:
        """The sign-in of a token, which has not ended.

        Raises:
            NotAuthenticatedError: There is none.
        """
        claims = self._tokens.read(access_token)
        sign_in = self._sign_ins.get(claims.sign_in_id)
        if sign_in is None or not sign_in.is_on(self._now()):
            raise NotAuthenticatedError(NOT_AUTHENTICATED)
        if (sign_in.subject, sign_in.role) != (claims.subject, claims.role):
            raise NotAuthenticatedError(NOT_AUTHENTICATED)
        return sign_in

    def _may_come_in(self, who: Recognised | SignIn) -> bool:
        """Whether somebody may still come in: the patient is there, and the guardian is the one on file and in time."""
        if who.means is Means.DEMO and not self._demo_sign_in:
            return False
        if who.patient_id is None or who.acting_as is None:
            return True
        try:
            patient = self._patients.get(who.patient_id)
        except PatientNotFoundError:
            return False
        is_same = who.guardian_ref == self._guardian_ref(patient, who.acting_as)
        return is_same and may(Permission.VIEW, who.acting_as, patient, self._today())

    def _guardian_ref(self, patient: Patient, acting_as: ActingAs) -> str | None:
        """What tells one guardian of a patient from the next."""
        if acting_as is ActingAs.PATIENT or patient.guardian is None:
            return None
        return self._store.cipher.digest("guardian", patient.patient_id, name_key(patient.guardian.name))

    def _signed_in(self, sign_in: SignIn, refresh_token: str) -> SignedIn:
        claims = AccessClaims(sign_in.subject, sign_in.role, sign_in.sign_in_id)
        lifetime = int(self._tokens.lifetime.total_seconds())
        return SignedIn(self._tokens.issue(claims), refresh_token, lifetime, _principal(sign_in))

    def _refused(self, holder: Holder | None, outcome: Outcome) -> AuditEvent:
        action = AuditAction.ACCESS_LOCKED if outcome is Outcome.LOCKED else AuditAction.ACCESS_REFUSED
        whose, subject = (holder.who.patient_id, holder.who.subject) if holder else (None, None)
        return AuditEvent(self._now().astimezone(UTC), VISITOR, action, whose, object=subject)

    def _today(self) -> date:
        return self._now().astimezone(self._zone).date()


def _principal(sign_in: SignIn) -> Principal:
    return Principal(sign_in.subject, sign_in.role, sign_in.patient_id, sign_in.acting_as)
