"""Access tokens: what we signed is read until it ends, and everything else is refused in the same words."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import jwt
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rxflow.domain.errors import NotAuthenticatedError
from rxflow.security.keys import KeyFile, KeyRing, Keys, KeyText, format_keys, new_keys
from rxflow.security.tokens import (
    ALGORITHM,
    AUDIENCE,
    MOST_CHARS,
    NOT_AUTHENTICATED,
    SKEW,
    AccessClaims,
    AccessTokens,
    _signing_key,
)
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock

KEYS = new_keys()
CLAIMS = AccessClaims("account-1", "patient", "sign-in-1")
LIFETIME = timedelta(minutes=15)
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def tokens_of(ring: KeyRing, clock: FrozenClock | None = None) -> AccessTokens:
    numbers = count(1)
    now = clock or FrozenClock(WEDNESDAY_MORNING)
    return AccessTokens(ring, now=now, lifetime=LIFETIME, new_id=lambda: f"id-{next(numbers)}")


def ring_of(keys: Keys = KEYS) -> KeyRing:
    return KeyRing(KeyText(format_keys(keys)))


TOKENS = tokens_of(ring_of())
GOOD = TOKENS.issue(CLAIMS)


def payload() -> dict[str, Any]:
    return jwt.decode(GOOD, options={"verify_signature": False})


def signed(
    changes: dict[str, Any] | None = None,
    header: dict[str, Any] | None = None,
    algorithm: str | None = ALGORITHM,
    key: bytes | str = _signing_key(KEYS.data[1]),
    without: str = "",
) -> str:
    """A token like a good one, but for some changes."""
    content = {name: value for name, value in (payload() | (changes or {})).items() if name != without}
    headers = {"kid": "1", "typ": "at+jwt"} | (header or {})
    return jwt.encode(content, key, algorithm, headers=headers)


def refusal(tokens: AccessTokens, token: str) -> str:
    with pytest.raises(NotAuthenticatedError) as refused:
        tokens.read(token)
    assert refused.value.__cause__ is None
    return str(refused.value)


def segment(content: object) -> str:
    return urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


def test_what_was_issued_is_read_again() -> None:
    assert TOKENS.read(GOOD) == CLAIMS
    assert TOKENS.read(signed()) == CLAIMS


def test_a_token_says_this_and_no_more() -> None:
    issued_at = int(WEDNESDAY_MORNING.timestamp())

    assert jwt.get_unverified_header(GOOD) == {"alg": "HS256", "typ": "at+jwt", "kid": "1"}
    assert payload() == {
        "iss": "rxflow",
        "aud": "rxflow-api",
        "sub": "account-1",
        "role": "patient",
        "sid": "sign-in-1",
        "jti": "id-1",
        "iat": issued_at,
        "exp": issued_at + 900,
    }


def test_two_tokens_are_never_the_same() -> None:
    assert TOKENS.issue(CLAIMS) != TOKENS.issue(CLAIMS)


WRONG: dict[str, Callable[[], str]] = {
    "empty": lambda: "",
    "no token": lambda: "token",
    "two parts": lambda: "a.b",
    "four parts": lambda: f"{GOOD}.{GOOD}",
    "not base64": lambda: "é.é.é",
    "half a character": lambda: "\ud800.a.a",
    "header is no JSON": lambda: "YQ.YQ.YQ",
    "header is a list": lambda: f"{segment([])}.{GOOD.split('.', 1)[1]}",
    "too long": lambda: GOOD + "A" * MOST_CHARS,
    "padded": lambda: GOOD + "=",
    "with a line end": lambda: GOOD + "\n",
    "alg none": lambda: signed(algorithm=None, key=""),
    "alg none, signature kept": lambda: (
        f"{segment({'alg': 'none', 'typ': 'at+jwt', 'kid': '1'})}.{GOOD.split('.', 1)[1]}"
    ),
    "alg None": lambda: f"{segment({'alg': None, 'typ': 'at+jwt', 'kid': '1'})}.{GOOD.split('.', 1)[1]}",
    "HS384": lambda: signed(algorithm="HS384", key=_signing_key(KEYS.data[1]) * 2),
    "HS512": lambda: signed(algorithm="HS512", key=_signing_key(KEYS.data[1]) * 2),
    "another key": lambda: signed(key=b"k" * 32),
    "the data key itself": lambda: signed(key=KEYS.data[1]),
    "the look-up key": lambda: signed(key=_signing_key(KEYS.lookup)),
    "unknown kid": lambda: signed(header={"kid": "2"}),
    "no kid": lambda: signed(header={"kid": ""}),
    "kid is a path": lambda: signed(header={"kid": "../../dev/null"}),
    "kid with a nought": lambda: signed(header={"kid": "01"}),
    "kid in other digits": lambda: signed(header={"kid": "\u0661"}),
    "another type": lambda: signed(header={"typ": "JWT"}),
    "another issuer": lambda: signed({"iss": "elsewhere"}),
    "another audience": lambda: signed({"aud": "elsewhere"}),
    "several audiences": lambda: signed({"aud": [AUDIENCE, "elsewhere"]}),
    "over": lambda: signed({"exp": int(WEDNESDAY_MORNING.timestamp())}),
    "not yet": lambda: signed({"iat": int((WEDNESDAY_MORNING + SKEW).timestamp()) + 1}),
    "no times": lambda: signed({"exp": "soon"}),
    "a bool for a time": lambda: signed({"iat": True}),
    "a fraction for a time": lambda: signed({"exp": WEDNESDAY_MORNING.timestamp() + 0.5}),
    "endless": lambda: signed({"exp": float("inf")}),
    "nobody": lambda: signed({"sub": ""}),
    "a number for a subject": lambda: signed({"sub": 7}),
    "a list for a role": lambda: signed({"role": ["admin"]}),
}


@pytest.mark.parametrize("make", WRONG.values(), ids=WRONG)
def test_everything_else_is_refused_in_the_same_words(make: Callable[[], str]) -> None:
    assert refusal(TOKENS, make()) == NOT_AUTHENTICATED


@pytest.mark.parametrize("claim", ["iss", "aud", "sub", "jti", "role", "sid", "exp", "iat"])
def test_no_claim_may_be_missing(claim: str) -> None:
    assert refusal(TOKENS, signed(without=claim)) == NOT_AUTHENTICATED


def test_a_header_that_goes_too_deep_is_refused() -> None:
    deep = urlsafe_b64encode(b"[" * (MOST_CHARS // 4 * 3 - 40)).rstrip(b"=").decode()

    assert len(deep) < MOST_CHARS - 10
    assert refusal(TOKENS, f"{deep}.a.YQ") == NOT_AUTHENTICATED


@given(place=st.integers(0, len(GOOD) - 1), letter=st.sampled_from(BASE64 + ".= "))
def test_a_token_with_one_letter_changed_is_refused(place: int, letter: str) -> None:
    changed = GOOD[:place] + letter + GOOD[place + 1 :]
    assume(changed != GOOD)

    assert refusal(TOKENS, changed) == NOT_AUTHENTICATED


@given(start=st.integers(0, len(GOOD)), length=st.integers(0, 40), text=st.text(BASE64 + ".=", max_size=40))
def test_a_token_with_a_part_replaced_is_refused(start: int, length: int, text: str) -> None:
    changed = GOOD[:start] + text + GOOD[start + length :]
    assume(changed != GOOD)

    assert refusal(TOKENS, changed) == NOT_AUTHENTICATED


@given(st.text(max_size=200))
def test_no_text_is_a_token(text: str) -> None:
    assert refusal(TOKENS, text) == NOT_AUTHENTICATED


@given(
    header=st.dictionaries(
        st.sampled_from(["alg", "typ", "kid", "crit", "b64"]), st.none() | st.text() | st.integers()
    ),
    content=st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=3),
)
def test_whatever_is_unsigned_is_refused(header: dict[str, object], content: object) -> None:
    token = f"{segment(header)}.{segment(content)}.{GOOD.rpartition('.')[2]}"

    assert refusal(TOKENS, token) == NOT_AUTHENTICATED


def test_a_token_is_valid_up_to_its_end_and_a_little_before_its_beginning() -> None:
    clock = FrozenClock(WEDNESDAY_MORNING)
    tokens = tokens_of(ring_of(), clock)

    clock.wait(minutes=14, seconds=59)
    assert tokens.read(GOOD) == CLAIMS
    clock.wait(seconds=1)
    assert refusal(tokens, GOOD) == NOT_AUTHENTICATED
    clock.at = WEDNESDAY_MORNING - SKEW
    assert tokens.read(GOOD) == CLAIMS
    clock.wait(seconds=-1)
    assert refusal(tokens, GOOD) == NOT_AUTHENTICATED


def test_an_older_key_is_believed_until_it_is_retired_and_the_active_one_signs(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "rxflow.key")
    file.create(KEYS)
    ring = KeyRing(file)
    tokens = tokens_of(ring)
    old = tokens.issue(CLAIMS)
    file.save(KEYS.rotated())
    ring.renew()
    new = tokens.issue(CLAIMS)

    assert [jwt.get_unverified_header(each)["kid"] for each in (old, new)] == ["1", "2"]
    assert tokens.read(old) == tokens.read(new) == CLAIMS

    file.save(ring.keys.without(1))
    ring.renew()
    assert tokens.read(new) == CLAIMS
    assert refusal(tokens, old) == NOT_AUTHENTICATED


def test_a_key_that_another_process_made_is_looked_for(tmp_path: Path) -> None:
    file = KeyFile(tmp_path / "rxflow.key")
    file.create(KEYS)
    here = tokens_of(KeyRing(file))
    file.save(KEYS.rotated())

    assert here.read(tokens_of(KeyRing(file)).issue(CLAIMS)) == CLAIMS


def test_each_key_signs_with_a_key_of_its_own_that_is_not_itself() -> None:
    keys = KEYS.rotated()
    made = {_signing_key(each) for each in (*keys.data.values(), keys.lookup, keys.audit)}

    assert len(made) == 4
    assert made.isdisjoint({*keys.data.values(), keys.lookup, keys.audit})
    assert {len(each) for each in made} == {32}
