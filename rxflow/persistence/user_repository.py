"""The pharmacy's staff, read and written within one transaction of the store."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, insert, select, update

from rxflow.domain.user import User
from rxflow.persistence.identity_tables import USERS
from rxflow.persistence.records import SealedTable
from rxflow.persistence.transaction import Transaction

SEALED_USERS = SealedTable(
    USERS, User, key=("user_id",), mutable=("disabled_at", "version"), bound=("password_hash",), refs={}
)


class UserRepository:
    """The table of users within one read or write of the store. Name, role and password hash are sealed."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, user: User, password_hash: str) -> None:
        """Write a new user.

        Raises:
            IntegrityError: There is one of this id.
        """
        self._tx.execute(insert(USERS), SEALED_USERS.row(user, self._tx, password_hash=password_hash))

    def get(self, user_id: str) -> User | None:
        return SEALED_USERS.first(SEALED_USERS.select().where(USERS.c.user_id == user_id), self._tx)

    def password_hash(self, user_id: str) -> str | None:
        """The hash that a password is held against; None where there is no such user.

        Raises:
            UnreadableDataError: It is not the one that was kept with the user.
        """
        if self.get(user_id) is None:
            return None
        found: str | None = self._tx.scalar(select(USERS.c.password_hash).where(USERS.c.user_id == user_id))
        return found

    def all(self) -> tuple[User, ...]:
        """Every user, by id."""
        return SEALED_USERS.all(SEALED_USERS.select().order_by(USERS.c.user_id), self._tx)

    def count(self) -> int:
        found: int = self._tx.scalar(select(func.count()).select_from(USERS))
        return found

    def disable(self, user: User, at: datetime) -> User:
        """Keep a user from signing in; what they did stays theirs."""
        disabled = replace(user, disabled_at=at, version=user.version + 1)
        change = update(USERS).where(USERS.c.user_id == user.user_id, USERS.c.version == user.version)
        self._tx.execute(change.values(disabled_at=at, version=disabled.version))
        return disabled
