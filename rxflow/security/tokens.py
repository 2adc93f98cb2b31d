"""Access tokens: short-lived JSON Web Tokens that say who was recognised, signed with keys of the key ring."""

import re
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Protocol

import jwt
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from jwt.utils import base64url_decode, base64url_encode

from rxflow.domain.errors import NotAuthenticatedError
from rxflow.security.keys import KEY_BYTES, Keys

ALGORITHM = "HS256"
"""The only one: what a token says of its algorithm is compared and never followed (RFC 8725 §3.1)."""
TYPE = "at+jwt"
"""No other kind of token passes for one of these (RFC 8725 §3.11, RFC 9068 §2.1)."""
ISSUER = "rxflow"
AUDIENCE = "rxflow-api"
NOT_AUTHENTICATED = "This needs a sign-in that is still valid. Sign in again."
MOST_CHARS = 2048
SKEW = timedelta(seconds=10)
"""How far another machine's clock may be ahead when it issues a token. None is valid for longer because of it."""

_PURPOSE = "rxflow access token HS256"
_FORM = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+", re.ASCII)
_KEY_NUMBER = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)
_TEXTS = ("iss", "aud", "sub", "jti", "role", "sid")
_TIMES = ("exp", "iat")
_CHECKED_HERE: Any = {
    "require": [*_TEXTS, *_TIMES],
    # PyJWT would ask the system's clock.
    "verify_exp": False,
    "verify_iat": False,
    "verify_nbf": False,
}


class Ring(Protocol):
    """Keys that another process may rotate: a `KeyRing`, or the `Cipher` over one."""

    @property
    def keys(self) -> Keys:
        """The keys as they are now."""

    def renew(self) -> None:
        """Take up keys that another process has rotated."""


@dataclass(frozen=True, slots=True)
class AccessClaims:
    """What a token says.

    Attributes:
        subject: The opaque id of an account, or a user's id; never a patient's.
        role: As what they come in.
        sign_in_id: The sign-in that the token was given to.
    """

    subject: str
    role: str
    sign_in_id: str


class AccessTokens:
    """Issues and reads access tokens.

    The signing key is derived from a data key of the ring (HKDF, RFC 5869), so that rotating the ring rotates it, and
    what an older key signed is believed until it ends or that key is retired.

    Args:
        ring: The keys.
        now: The present as an aware time.
        lifetime: How long a token is valid.
        new_id: Makes ids that are never the same.
    """

    def __init__(
        self, ring: Ring, *, now: Callable[[], datetime], lifetime: timedelta, new_id: Callable[[], str]
    ) -> None:
        self._ring = ring
        self._now = now
        self._new_id = new_id
        self.lifetime = lifetime

    def issue(self, claims: AccessClaims) -> str:
        """A token signed with the active key."""
        keys, issued_at = self._ring.keys, int(self._now().timestamp())
        payload = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": claims.subject,
            "role": claims.role,
            "sid": claims.sign_in_id,
            "jti": self._new_id(),
            "iat": issued_at,
            "exp": issued_at + int(self.lifetime.total_seconds()),
        }
        header = {"kid": str(keys.active), "typ": TYPE}
        return jwt.encode(payload, _signing_key(keys.data[keys.active]), ALGORITHM, headers=header)

    def read(self, token: str) -> AccessClaims:
        """What a token says, once all about it is in order.

        Raises:
            NotAuthenticatedError: It is malformed, not signed by us, for others, not valid yet or not any more; always
                in the same words.
        """
        try:
            payload = self._verified(token)
        except (jwt.PyJWTError, Base64Error, ValueError):
            # Not its cause, which may quote the token.
            raise NotAuthenticatedError(NOT_AUTHENTICATED) from None
        if not _is_well_formed(payload) or not self._is_valid_now(payload):
            raise NotAuthenticatedError(NOT_AUTHENTICATED)
        return AccessClaims(payload["sub"], payload["role"], payload["sid"])

    def _verified(self, token: str) -> Mapping[str, Any]:
        """The content of a token that we have signed.

        Raises:
            PyJWTError, Error, ValueError: It is none.
        """
        if len(token) > MOST_CHARS or _FORM.fullmatch(token) is None or not _is_canonical(token):
            raise ValueError("not a token")
        header = jwt.get_unverified_header(token)
        key = self._key(header.get("kid"))
        if key is None or header.get("typ") != TYPE or header.get("alg") != ALGORITHM:
            raise ValueError("not a token of ours")
        found: Mapping[str, Any] = jwt.decode(
            token, key, algorithms=[ALGORITHM], audience=AUDIENCE, issuer=ISSUER, options=_CHECKED_HERE
        )
        return found

    def _key(self, number: object) -> bytes | None:
        """The signing key of this number; unknown, it is looked for again where another process may have put it."""
        if not isinstance(number, str) or _KEY_NUMBER.fullmatch(number) is None:
            return None
        if int(number) not in self._ring.keys.data:
            self._ring.renew()
        key = self._ring.keys.data.get(int(number))
        return None if key is None else _signing_key(key)

    def _is_valid_now(self, payload: Mapping[str, Any]) -> bool:
        now = self._now().timestamp()
        return payload["iat"] <= now + SKEW.total_seconds() and now < payload["exp"]


def _is_well_formed(payload: Mapping[str, Any]) -> bool:
    texts = all(isinstance(payload[name], str) and payload[name] for name in _TEXTS)
    # A bool is an int to Python, and no time.
    return texts and all(type(payload[name]) is int for name in _TIMES)


def _is_canonical(token: str) -> bool:
    """Whether the signature is written in the one way: its last letter has bits that decoding leaves out."""
    signature = token.rpartition(".")[2].encode()
    return base64url_encode(base64url_decode(signature)) == signature


@lru_cache(maxsize=16)
def _signing_key(data_key: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=_PURPOSE.encode()).derive(data_key)
