"""The pharmacy's staff, read and written within one transaction of the store."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from rxflow.domain.user import User
from rxflow.persistence.identity_tables import USERS
from rxflow.persistence.transaction import Transaction


class UserRepository:
    """The table of users within one read or write of the store. A name is sealed, bound to its row."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, user: User, password_hash: str) -> None:
        """Write a new user.

        Raises:
            IntegrityError: There is one of this id.
        """
        name = self._tx.cipher.seal(json.dumps({"name": user.name}).encode(), _place(user.user_id))
        row = {
            "user_id": user.user_id,
            "role": user.role,
            "password_hash": password_hash,
            "created_at": user.created_at,
            "disabled_at": user.disabled_at,
            "version": user.version,
            "sealed": name,
        }
        self._tx.execute(insert(USERS), row)

    def get(self, user_id: str) -> User | None:
        row = self._tx.execute(select(USERS).where(USERS.c.user_id == user_id)).mappings().first()
        return self._user(row) if row else None

    def password_hash(self, user_id: str) -> str | None:
        """The hash that a password is held against; None where there is no such user."""
        found: str | None = self._tx.scalar(select(USERS.c.password_hash).where(USERS.c.user_id == user_id))
        return found

    def all(self) -> tuple[User, ...]:
        """Every user, by id."""
        return tuple(map(self._user, self._tx.execute(select(USERS).order_by(USERS.c.user_id)).mappings()))

    def count(self) -> int:
        found: int = self._tx.scalar(select(func.count()).select_from(USERS))
        return found

    def disable(self, user: User, at: datetime) -> User:
        """Keep a user from signing in; what they did stays theirs."""
        disabled = replace(user, disabled_at=at, version=user.version + 1)
        change = update(USERS).where(USERS.c.user_id == user.user_id, USERS.c.version == user.version)
        self._tx.execute(change.values(disabled_at=at, version=disabled.version))
        return disabled

    def _user(self, row: Any) -> User:
        opened = json.loads(self._tx.cipher.open(row["sealed"], _place(row["user_id"])))
        facts = {name: row[name] for name in ("user_id", "role", "created_at", "disabled_at", "version")}
        return User(name=opened["name"], **facts)


def _place(user_id: str) -> str:
    return f"{USERS.name}:{user_id}"
