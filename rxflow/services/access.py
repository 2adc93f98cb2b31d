"""Who comes in, through the HTTP API or the pages: patients and guardians with accounts, staff, in a demo anybody."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from pwdlib import PasswordHash

from rxflow.domain.access import AccessRole, Principal
from rxflow.domain.account import Account, login_key
from rxflow.domain.audit import OPERATOR
from rxflow.domain.errors import NotAuthenticatedError
from rxflow.domain.lockout import LockoutLimits
from rxflow.domain.sign_in import BrowserSignIn, EndReason, Means, Recognised, SignIn, VerifiedEmail
from rxflow.persistence.account_repository import AccountRepository
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.transaction import Transaction
from rxflow.security.tokens import NOT_AUTHENTICATED, AccessClaims, AccessTokens
from rxflow.services.accounts import accounts_of, add_account, by_account, check_login, close_account
from rxflow.services.admission import NO_DEMO, Admission
from rxflow.services.demo_staff import demo_user, ensure_demo_user
from rxflow.services.identity import IdentityService
from rxflow.services.passwords import Passwords, check_password
from rxflow.services.patients import PatientService
from rxflow.services.sign_ins import SignIns

__all__ = ["NO_DEMO", "AccessService", "SignedIn"]

DEFAULT_IDLE = timedelta(minutes=30)
SEEN_EVERY = 30
"""A browser's time-out is counted to so many parts of it: not every click is a write."""


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
        demo_sign_in: Whether anybody can be chosen; only for a demo that nobody else can reach.
        idle: After how long without anything done a sign-in in a browser is over.
        staff_domain: The domain of the staff's e-mail addresses, for an identity provider; empty for none.
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
        idle: timedelta = DEFAULT_IDLE,
        staff_domain: str = "",
    ) -> None:
        self._store = store
        self._patients = patients
        self._identity = identity
        self._tokens = tokens
        self._now = now
        self._new_secret = new_secret
        self._idle = idle
        self._passwords = Passwords(now=now, limits=limits, hashes=hashes)
        self._sign_ins = SignIns(store=store, now=now, lasts=session_length, new_secret=new_secret)
        self._admission = Admission(
            store=store,
            patients=patients,
            passwords=self._passwords,
            now=now,
            zone=zone,
            demo_sign_in=demo_sign_in,
            staff_domain=staff_domain,
        )

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
        guardian_ref = self._admission.guardian_ref(self._patients.get(identity.patient_id), identity.acting_as)
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
        return self._signed_in(*self._admission.by_password(login, password, source, self._sign_ins.begin))

    def sign_in_demo(self, patient_id: str) -> SignedIn:
        """Let somebody in as any made-up patient, or as the guardian where there is one.

        Raises:
            NotPermittedError: This is not a demo of one machine.
            PatientNotFoundError: No patient has this id.
            StoreUnavailableError: The sign-in could not be kept.
        """
        who = self._admission.demo_patient(patient_id)
        with self._store.write() as tx:
            begun = self._sign_ins.begin(tx, who)
        return self._signed_in(*begun)

    def refresh(self, refresh_token: str) -> SignedIn:
        """Give the next tokens for a refresh token, which cannot be used again.

        Raises:
            NotAuthenticatedError: It is unknown, was used before (then the sign-in ends), or the sign-in is over.
            StoreUnavailableError: It could not be kept; the token is still good.
        """
        renewed = self._sign_ins.renew(refresh_token, self._admission.may_come_in)
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
        if not self._admission.may_come_in(sign_in):
            self._sign_ins.end(sign_in, EndReason.PERMISSION_ENDED)
            raise NotAuthenticatedError(NOT_AUTHENTICATED)
        return principal_of(sign_in)

    def sign_in_browser(self, login: str, password: str, source: str, browser_key: str) -> Principal:
        """Let somebody in by password who is known again by their browser.

        Args:
            login: An account's login or a user's id; case does not matter.
            password: The password.
            source: Where the try comes from; kept as a keyed hash.
            browser_key: The secret of the browser's cookie; kept as a keyed hash.

        Raises:
            UserNotVerifiedError: As `sign_in`.
            StoreUnavailableError: As `sign_in`.
        """
        return principal_of(self._admission.by_password(login, password, source, self._in_browser(browser_key)))

    def sign_in_verified(self, email: VerifiedEmail, browser_key: str) -> Principal:
        """Let somebody in for whom an identity provider vouches, and who is known again by their browser.

        Args:
            email: What the provider says.
            browser_key: The secret of the browser's cookie.

        Raises:
            EmailNotVerifiedError: The provider does not vouch for the address, or did so too long ago.
            UserNotVerifiedError: Nobody here has this address, or they may not come in.
            StoreUnavailableError: It could not be kept, so nobody is let in.
        """
        begin = self._in_browser(browser_key, email.at)
        return principal_of(self._admission.by_email(email, self._vouched_at(browser_key), begin))

    def is_new(self, email: VerifiedEmail, browser_key: str) -> bool:
        """Whether an identity provider said something just now, for which nobody was let in yet: it is good for once.

        Raises:
            StoreUnavailableError: It could not be looked up.
        """
        return email.counts(self._now(), self._vouched_at(browser_key))

    def sign_in_demo_staff(self, user_id: str, browser_key: str) -> Principal:
        """Let somebody in as one of the demo's staff (`rxflow.services.demo_staff`).

        Raises:
            NotPermittedError: This is not a demo of one machine.
            UserError: The demo has no such user, or they were disabled.
            StoreUnavailableError: The sign-in could not be kept.
        """
        self._admission.check_demo()
        chosen = demo_user(user_id)
        who = Recognised(chosen.user_id, AccessRole(chosen.role.value), Means.DEMO)
        # Outside the write: a hash takes as long as many orders.
        unknown = self._passwords.hash(self._new_secret())
        with self._store.write(f"user:{user_id}") as tx:
            events = ensure_demo_user(tx, chosen, self._now().astimezone(UTC), unknown)
            sign_in = self._sign_ins.begin_in_browser(tx, who, browser_key, *events)
        return principal_of(sign_in)

    def of_browser(self, browser_key: str, is_active: bool = True) -> Principal | None:
        """Whoever is signed in in a browser; None where nobody is, or they may not come in any more.

        Args:
            browser_key: The secret of the browser's cookie.
            is_active: Whether somebody did something there; a page that looks by itself keeps nobody signed in.

        Raises:
            StoreUnavailableError: It could not be looked up, so nobody is let in.
        """
        found = self._sign_ins.of_browser(browser_key)
        if found is None or not found[1].is_on(self._now()):
            return None
        browser, sign_in = found
        reason = self._why_over(browser, sign_in)
        if reason is not None:
            self._sign_ins.end(sign_in, reason)
            return None
        if is_active and self._now() - browser.seen_at >= self._idle / SEEN_EVERY:
            self._sign_ins.note_seen(browser)
        return principal_of(sign_in)

    def sign_out_browser(self, browser_key: str) -> None:
        """End what a browser is signed in with, if anything.

        Raises:
            StoreUnavailableError: It could not be kept.
        """
        found = self._sign_ins.of_browser(browser_key)
        if found is not None:
            self._sign_ins.end(found[1], EndReason.SIGNED_OUT)

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

    def _in_browser(
        self, browser_key: str, vouched_at: datetime | None = None
    ) -> Callable[[Transaction, Recognised], SignIn]:
        return lambda tx, who: self._sign_ins.begin_in_browser(tx, who, browser_key, vouched_at=vouched_at)

    def _vouched_at(self, browser_key: str) -> datetime | None:
        found = self._sign_ins.of_browser(browser_key)
        return found[0].vouched_at if found else None

    def _why_over(self, browser: BrowserSignIn, sign_in: SignIn) -> EndReason | None:
        """Why a sign-in in a browser may not go on.

        Source: 45 CFR 164.312(a)(2)(iii) (automatic logoff after a predetermined time of inactivity).
        """
        if self._now() - browser.seen_at >= self._idle:
            return EndReason.TIMED_OUT
        return None if self._admission.may_come_in(sign_in) else EndReason.PERMISSION_ENDED

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

    def _signed_in(self, sign_in: SignIn, refresh_token: str) -> SignedIn:
        claims = AccessClaims(sign_in.subject, sign_in.role, sign_in.sign_in_id)
        lifetime = int(self._tokens.lifetime.total_seconds())
        return SignedIn(self._tokens.issue(claims), refresh_token, lifetime, principal_of(sign_in))


def principal_of(sign_in: SignIn) -> Principal:
    """Whoever is signed in."""
    return Principal(sign_in.subject, sign_in.role, sign_in.patient_id, sign_in.acting_as)
