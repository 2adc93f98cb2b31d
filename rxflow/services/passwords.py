"""Passwords: which can be used, how they are kept, and tries to sign in with one."""

from collections.abc import Callable
from datetime import UTC, datetime

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from rxflow.domain.errors import UserError
from rxflow.domain.identity_check import IdentityCheck, Outcome, standing_failures
from rxflow.domain.lockout import LockoutLimits, is_locked
from rxflow.persistence.identity_check_repository import IdentityCheckRepository
from rxflow.persistence.transaction import Transaction

LEAST_PASSWORD_CHARS = 15
"""For a password that is the only factor (NIST SP 800-63B-4 §3.1.1.2)."""
MOST_PASSWORD_CHARS = 1024
NOT_VERIFIED = "User and password do not match. After several tries one has to wait a while. Try again later."


def argon2_hashes() -> PasswordHash:
    """Argon2id at the library's cost (OWASP Password Storage: at least 19 MiB, two passes)."""
    return PasswordHash((Argon2Hasher(),))


def check_password(password: str) -> None:
    """Let a password be chosen.

    Raises:
        UserError: It is too short or too long.
    """
    if not LEAST_PASSWORD_CHARS <= len(password) <= MOST_PASSWORD_CHARS:
        raise UserError(
            f"A password has {LEAST_PASSWORD_CHARS} to {MOST_PASSWORD_CHARS} characters; a sentence is one."
        )


class Passwords:
    """Hashes passwords, and counts the tries to sign in with one.

    A try counts as failed before the password is looked at, and as passed afterwards: however many come at once, no
    more passwords are looked at than the limit allows.

    Args:
        now: The present as an aware time.
        limits: How many failed tries, and how long to wait then.
        hashes: Hashes passwords.
    """

    def __init__(
        self, *, now: Callable[[], datetime], limits: LockoutLimits, hashes: PasswordHash | None = None
    ) -> None:
        self._now = now
        self._limits = limits
        self._hashes = hashes or argon2_hashes()

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        return self._hashes.hash(_tried(password))

    def opened(self, tx: Transaction, login: str, source: str) -> Outcome:
        """Keep a try as failed until it has passed, or as one that must wait.

        Args:
            login: What somebody signs in with, as it is compared; kept as a keyed hash.
            source: Where the try comes from; kept as a keyed hash.
        """
        now = self._now().astimezone(UTC)
        before = IdentityCheckRepository(tx).since(now - 2 * self._limits.period, _claim_ref(tx, login), None)
        locked = is_locked(standing_failures(before), now, self._limits)
        outcome = Outcome.LOCKED if locked else Outcome.FAILED
        self._keep(tx, login, source, outcome)
        return outcome

    def passed(self, tx: Transaction, login: str, source: str) -> None:
        """Keep that the try before was a good one."""
        self._keep(tx, login, source, Outcome.PASSED)

    def matches(self, password: str, known_hash: str | None) -> bool:
        """Whether a password fits; without a hash to hold it against, the same work is done for nothing.

        A hash takes as long as many orders: ask outside a transaction.
        """
        tried = _tried(password)
        if known_hash is None:
            self._hashes.hash(tried)
            return False
        return self._hashes.verify(tried, known_hash)

    def _keep(self, tx: Transaction, login: str, source: str, outcome: Outcome) -> None:
        source_ref = tx.cipher.digest("user source", source)
        check = IdentityCheck(self._now().astimezone(UTC), _claim_ref(tx, login), None, source_ref, outcome)
        IdentityCheckRepository(tx).add(check)


def _tried(password: str) -> str:
    """A password as it is hashed: not longer than one can be, and without halves of characters."""
    return password[: MOST_PASSWORD_CHARS + 1].encode(errors="replace").decode()


def _claim_ref(tx: Transaction, login: str) -> str:
    return tx.cipher.digest("user claim", login)
