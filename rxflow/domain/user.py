"""The pharmacy's staff."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_USER_ID = re.compile(r"[a-z][a-z0-9._-]{1,31}")


class Role(StrEnum):
    """What somebody works as. Only pharmacists and technicians work on cases."""

    PHARMACIST = "pharmacist"
    TECHNICIAN = "technician"
    ADMIN = "admin"
    AUDITOR = "auditor"


CASE_ROLES = frozenset({Role.PHARMACIST, Role.TECHNICIAN})


@dataclass(frozen=True, slots=True)
class User:
    """A member of the staff. `disabled_at` is None while they may sign in; `version` counts changes from 1."""

    user_id: str
    name: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None = None
    version: int = 1

    @property
    def is_active(self) -> bool:
        return self.disabled_at is None


def is_user_id(text: str) -> bool:
    """Whether a text can name a user: 2 to 32 small letters, digits, dots, dashes and underscores, a letter first."""
    return _USER_ID.fullmatch(text) is not None
