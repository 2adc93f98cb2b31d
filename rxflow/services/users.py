"""The pharmacy's staff: who they are, and whether somebody is who they say."""

from collections.abc import Callable
from datetime import UTC, datetime

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from rxflow.domain.audit import OPERATOR, AuditAction, AuditEvent, as_code
from rxflow.domain.errors import UserError, UserNotVerifiedError
from rxflow.domain.identity_check import IdentityCheck, Outcome, standing_failures
from rxflow.domain.lockout import LockoutLimits, is_locked
from rxflow.domain.user import CASE_ROLES, Role, User, is_user_id
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.identity_check_repository import IdentityCheckRepository
from rxflow.persistence.transaction import Transaction
from rxflow.persistence.user_repository import UserRepository

LEAST_PASSWORD_CHARS = 15
"""For a password that is the only factor (NIST SP 800-63B-4 §3.1.1.2)."""
MOST_PASSWORD_CHARS = 1024
NOT_VERIFIED = "User and password do not match. After several tries one has to wait a while. Try again later."


def argon2_hashes() -> PasswordHash:
    """Argon2id at the library's cost (OWASP Password Storage: at least 19 MiB, two passes)."""
    return PasswordHash((Argon2Hasher(),))


class UserService:
    """Adds, lists, disables and recognises users.

    Sources: 45 CFR 164.312(a)(2)(i) (unique user identification) and 164.312(d) (authentication).

    Args:
        store: Where users and tries are kept.
        now: The present as an aware time.
        limits: How many failed tries, and how long to wait then.
        hashes: Hashes passwords.
    """

    def __init__(
        self, *, store: Store, now: Callable[[], datetime], limits: LockoutLimits, hashes: PasswordHash | None = None
    ) -> None:
        self._store = store
        self._now = now
        self._limits = limits
        self._hashes = hashes or argon2_hashes()

    def add(self, user_id: str, name: str, role: Role, password: str, actor: str = OPERATOR) -> User:
        """Add a user.

        Args:
            user_id: What they sign in with.
            name: The full name.
            role: What they work as.
            password: A sentence, best.
            actor: Who adds them, for the audit trail.

        Raises:
            UserError: The id, the name or the password cannot be used, or the id is taken, also by a disabled user.
            StoreUnavailableError: The user could not be kept.
        """
        if not is_user_id(user_id):
            raise UserError("A user's id has 2 to 32 small letters, digits, dots or dashes, and begins with a letter.")
        if not name.strip():
            raise UserError("Give the user's name.")
        _check_password(password)
        user = User(user_id, " ".join(name.split()), role, self._now().astimezone(UTC))
        password_hash = self._hashes.hash(password)
        with self._store.write(f"user:{user_id}") as tx:
            users = UserRepository(tx)
            if users.get(user_id) is not None:
                raise UserError("There is a user of this id already. Choose another; ids are never used again.")
            users.add(user, password_hash)
            added = AuditEvent(
                user.created_at, actor, AuditAction.USER_ADDED, object=user_id, detail={"kind": as_code(role.value)}
            )
            AuditRepository(tx).append([added])
        return user

    def all(self) -> tuple[User, ...]:
        """Every user, disabled ones too, by id."""
        with self._store.read() as tx:
            return UserRepository(tx).all()

    def disable(self, user_id: str, actor: str = OPERATOR) -> User:
        """Keep a user from signing in; one who is disabled stays as they are.

        Args:
            user_id: The user.
            actor: Who disables them, for the audit trail.

        Raises:
            UserError: There is no such user.
            StoreUnavailableError: The change could not be kept.
        """
        with self._store.write(f"user:{user_id}") as tx:
            users = UserRepository(tx)
            user = users.get(user_id)
            if user is None:
                raise UserError("There is no such user. `rxflow users list` lists them.")
            if not user.is_active:
                return user
            at = self._now().astimezone(UTC)
            disabled = users.disable(user, at)
            AuditRepository(tx).append([AuditEvent(at, actor, AuditAction.USER_DISABLED, object=user_id)])
        return disabled

    def actor(self, user_id: str | None, otherwise: str) -> str:
        """Who a step with a case is recorded under.

        Args:
            user_id: The user that was named, or None.
            otherwise: Who it is while there are no users.

        Raises:
            UserError: Nobody was named though there are users, or who was named may not work on cases.
        """
        with self._store.read() as tx:
            users = UserRepository(tx)
            if user_id is None and users.count() == 0:
                return otherwise
            user = users.get(user_id) if user_id is not None else None
        if user is None or not user.is_active:
            raise UserError("Say who did it: --as with an active user. `rxflow users list` lists them.")
        if user.role not in CASE_ROLES:
            raise UserError("Only a pharmacist or a technician works on cases.")
        return user.user_id

    def verify(self, user_id: str, password: str, source: str) -> User:
        """Recognise a user by password.

        A try counts as failed before the password is looked at, and as passed afterwards: however many come at once,
        no more passwords are looked at than the limit allows.

        Args:
            source: Where the try comes from; kept as a keyed hash.

        Raises:
            UserNotVerifiedError: There is no such user, they are disabled, the password is wrong, or too many tries;
                always in the same words.
            StoreUnavailableError: The try could not be kept, so nobody is let in.
        """
        user_id = user_id.strip().lower()
        with self._store.write(f"user:{user_id}") as tx:
            users = UserRepository(tx)
            user, known_hash = users.get(user_id), users.password_hash(user_id)
            outcome = self._opened(tx, user_id, source)
        # Outside the transaction: a hash takes as long as many orders.
        matches = self._matches(password, known_hash)
        if user is None or not user.is_active or not matches or outcome is Outcome.LOCKED:
            raise UserNotVerifiedError(NOT_VERIFIED)
        with self._store.write(f"user:{user_id}") as tx:
            self._keep(tx, user_id, source, Outcome.PASSED)
        return user

    def _opened(self, tx: Transaction, user_id: str, source: str) -> Outcome:
        """Keep a try as failed until it has passed, or as one that must wait."""
        since = self._now().astimezone(UTC) - 2 * self._limits.period
        before = IdentityCheckRepository(tx).since(since, _claim_ref(tx, user_id), None)
        locked = is_locked(standing_failures(before), self._now().astimezone(UTC), self._limits)
        outcome = Outcome.LOCKED if locked else Outcome.FAILED
        self._keep(tx, user_id, source, outcome)
        return outcome

    def _keep(self, tx: Transaction, user_id: str, source: str, outcome: Outcome) -> None:
        source_ref = tx.cipher.digest("user source", source)
        check = IdentityCheck(self._now().astimezone(UTC), _claim_ref(tx, user_id), None, source_ref, outcome)
        IdentityCheckRepository(tx).add(check)

    def _matches(self, password: str, known_hash: str | None) -> bool:
        """Whether a password fits; without a hash to hold it against, the same work is done for nothing."""
        tried = password[: MOST_PASSWORD_CHARS + 1]
        if known_hash is None:
            self._hashes.hash(tried)
            return False
        return self._hashes.verify(tried, known_hash)


def _check_password(password: str) -> None:
    if not LEAST_PASSWORD_CHARS <= len(password) <= MOST_PASSWORD_CHARS:
        raise UserError(
            f"A password has {LEAST_PASSWORD_CHARS} to {MOST_PASSWORD_CHARS} characters; a sentence is one."
        )


def _claim_ref(tx: Transaction, user_id: str) -> str:
    return tx.cipher.digest("user claim", user_id)
