"""The accounts with which patients and guardians sign in."""

import re
from dataclasses import dataclass
from datetime import datetime

from rxflow.domain.acting import ActingAs

MOST_LOGIN_CHARS = 64
_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@+-]{2,63}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Account:
    """How one person comes in for one patient.

    Attributes:
        account_id: Opaque: it tells neither who nor for whom.
        login: The name to sign in with, as `login_key` writes it.
        patient_id: For whom.
        acting_as: Whether as the patient or as the guardian.
        guardian_ref: The keyed hash of the guardian's name, so that the account ends with that guardian; None for the
            patient.
        created_at: When it was registered.
        closed_at: None while it can be used.
    """

    account_id: str
    login: str
    patient_id: str
    acting_as: ActingAs
    guardian_ref: str | None
    created_at: datetime
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


def login_key(login: str) -> str:
    """A login as it is compared: without case and spaces around it; no longer than shows that it is too long."""
    # What is no Unicode text could not be hashed; a sign that no login has stands for it.
    return login.strip()[: MOST_LOGIN_CHARS + 1].casefold().encode(errors="replace").decode()


def is_login(key: str) -> bool:
    """Whether a `login_key` can be an account's: 3 to 64 small letters, digits, dots, dashes, `_`, `@` and `+`."""
    return _LOGIN.fullmatch(key) is not None
