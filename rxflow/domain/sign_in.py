"""A sign-in: who was recognised, and how, from then until it ends; and the refresh tokens that keep it going."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rxflow.domain.access import AccessRole
from rxflow.domain.acting import ActingAs


class Means(StrEnum):
    """How somebody was recognised."""

    ACCOUNT = "account"
    STAFF = "staff"
    DEMO = "demo"


class EndReason(StrEnum):
    """Why a sign-in ended before its time."""

    SIGNED_OUT = "signed-out"
    REPLAYED = "token-replayed"
    PERMISSION_ENDED = "permission-ended"
    USER_DISABLED = "user-disabled"
    ACCOUNT_CLOSED = "account-closed"


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whoever was recognised; the attributes are those of `SignIn`."""

    subject: str
    role: AccessRole
    means: Means
    patient_id: str | None = None
    acting_as: ActingAs | None = None
    guardian_ref: str | None = None


@dataclass(frozen=True, slots=True)
class SignIn:
    """One sign-in, with all tokens that were given to it: they end together.

    Attributes:
        sign_in_id: Opaque.
        subject: The id of the account or the user; opaque for a patient.
        role: As what they come in.
        means: How they were recognised.
        patient_id: The patient that they come in for; None for staff.
        acting_as: Who speaks for that patient; None for staff.
        guardian_ref: The keyed hash of the guardian's name; None for everybody else.
        started_at: When.
        ends_at: When it ends, however often it is renewed.
        ended_at: When it was ended before that; None while it was not.
    """

    sign_in_id: str
    subject: str
    role: AccessRole
    means: Means
    patient_id: str | None
    acting_as: ActingAs | None
    guardian_ref: str | None
    started_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None

    def is_on(self, now: datetime) -> bool:
        """Whether it has not ended."""
        return self.ended_at is None and now < self.ends_at


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """A refresh token as it is kept: a keyed hash. Of a sign-in the one with the highest number can be used, once."""

    sign_in_id: str
    number: int
    token_ref: str
    issued_at: datetime
