"""Opaque ids: random, short enough to read out on the phone, and without a trace of the patient."""

import secrets

CROCKFORD_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters without I, L, O and U, which are misread (Crockford, base32)."""

SYMBOLS_PER_GROUP = 4
GROUPS = 2


def new_id(prefix: str) -> str:
    """A random id such as `RF-7K3M-9Q2D`, 40 bits of it random; a clash fails on the table's unique id.

    Args:
        prefix: What it names: `RF` an order, `QT` a quote, `CS` a case, `PF` a change of preferences.
    """
    groups = ("".join(secrets.choice(CROCKFORD_BASE32) for _ in range(SYMBOLS_PER_GROUP)) for _ in range(GROUPS))
    return "-".join((prefix, *groups))


def new_session_id() -> str:
    """A random session id of 192 bits: whoever knows it can read the conversation, so it must not be guessable."""
    return secrets.token_urlsafe(24)


def new_secret() -> str:
    """A random text of 256 bits that nobody can guess: a refresh token, or an id that tells nothing."""
    return secrets.token_urlsafe(32)
