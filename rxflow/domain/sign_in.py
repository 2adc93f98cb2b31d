"""A sign-in: who was recognised, and how, until it ends; the refresh tokens and the browsers that keep it going."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rxflow.domain.access import AccessRole
from rxflow.domain.acting import ActingAs


class Means(StrEnum):
    """How somebody was recognised."""

    ACCOUNT = "account"
    STAFF = "staff"
    DEMO = "demo"
    OIDC = "oidc"


class EndReason(StrEnum):
    """Why a sign-in ended before its time."""

    SIGNED_OUT = "signed-out"
    REPLAYED = "token-replayed"
    PERMISSION_ENDED = "permission-ended"
    USER_DISABLED = "user-disabled"
    ACCOUNT_CLOSED = "account-closed"
    TIMED_OUT = "timed-out"
    REPLACED = "replaced"


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


@dataclass(frozen=True, slots=True)
class BrowserSignIn:
    """The browser that a sign-in was made in, as the keyed hash of its key.

    Attributes:
        browser_ref: The hash.
        sign_in_id: The sign-in.
        seen_at: When somebody last did something in it.
        vouched_at: When an identity provider last said what somebody was let in for here; None where none did.
    """

    browser_ref: str
    sign_in_id: str
    seen_at: datetime
    vouched_at: datetime | None = None


EMAIL_COUNTS_FOR = timedelta(minutes=5)
"""How old what an identity provider said may be: the browser keeps it for longer than our idle time-out."""


@dataclass(frozen=True, slots=True)
class VerifiedEmail:
    """What an identity provider says of whoever signed in with it.

    Attributes:
        address: The e-mail address.
        is_verified: Whether the provider has made sure that it is theirs.
        at: When the provider said so.
    """

    address: str
    is_verified: bool
    at: datetime

    def counts(self, now: datetime, used: datetime | None) -> bool:
        """Whether the provider said so just now, and nobody was let in for it yet.

        Args:
            now: The present.
            used: When it said what somebody was last let in for in this browser.
        """
        return -EMAIL_COUNTS_FOR <= now - self.at <= EMAIL_COUNTS_FOR and (used is None or used < self.at)
