"""The pharmacy's staff: who they are, and whether somebody is who they say."""

from collections.abc import Callable
from datetime import UTC, datetime

from pwdlib import PasswordHash

from rxflow.domain.audit import OPERATOR, AuditAction, AuditEvent, as_code
from rxflow.domain.errors import UserError, UserNotVerifiedError
from rxflow.domain.identity_check import Outcome
from rxflow.domain.lockout import LockoutLimits
from rxflow.domain.sign_in import EndReason
from rxflow.domain.user import CASE_ROLES, Role, User, is_user_id
from rxflow.persistence.account_repository import AccountRepository
from rxflow.persistence.audit_repository import AuditRepository
from rxflow.persistence.engine import Store
from rxflow.persistence.user_repository import UserRepository
from rxflow.services.passwords import NOT_VERIFIED, Passwords, check_password
from rxflow.services.sign_ins import end_all_of


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
        self._passwords = Passwords(now=now, limits=limits, hashes=hashes)

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
        check_password(password)
        user = User(user_id, " ".join(name.split()), role, self._now().astimezone(UTC))
        password_hash = self._passwords.hash(password)
        with self._store.write(f"user:{user_id}") as tx:
            users = UserRepository(tx)
            # Patients sign in at the same door.
            if users.get(user_id) is not None or AccountRepository(tx).by_login(user_id) is not None:
                raise UserError("This id is used already. Choose another; ids are never used again.")
            users.add(user, password_hash)
            added = AuditEvent(
                user.created_at, actor, AuditAction.USER_ADDED, object=user_id, detail={"kind": as_code(role.value)}
            )
            AuditRepository(tx).append([added])
        return user

    def name(self, user_id: str) -> str:
        """What a user is called; one who is not known is called by the id."""
        with self._store.read() as tx:
            user = UserRepository(tx).get(user_id)
        return user.name if user else user_id

    def all(self) -> tuple[User, ...]:
        """Every user, disabled ones too, by id."""
        with self._store.read() as tx:
            return UserRepository(tx).all()

    def disable(self, user_id: str, actor: str = OPERATOR) -> User:
        """Keep a user from signing in, and end what they are signed in with; one who is disabled stays as they are.

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
            ended = end_all_of(tx, user_id, EndReason.USER_DISABLED, at, actor)
            AuditRepository(tx).append([AuditEvent(at, actor, AuditAction.USER_DISABLED, object=user_id), *ended])
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
            outcome = self._passwords.opened(tx, user_id, source)
        matches = self._passwords.matches(password, known_hash)
        if user is None or not user.is_active or not matches or outcome is Outcome.LOCKED:
            raise UserNotVerifiedError(NOT_VERIFIED)
        with self._store.write(f"user:{user_id}") as tx:
            self._passwords.passed(tx, user_id, source)
        return user
