"""What patients and guardians may sign in with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.domain.account import MOST_LOGIN_CHARS, is_login, login_key


@pytest.mark.parametrize(
    ("login", "fits"),
    [
        ("jsm", True),
        ("John.Smith+rx@Example.org", True),
        ("  jsmith ", True),
        ("2cats", True),
        ("js", False),
        ("", False),
        ("j smith", False),
        (".john", False),
        ("josé", False),
        ("jsmith\n2", False),
        ("jsmith\0", False),
        ("x" * 64, True),
        ("x" * 65, False),
        ("\ud800abc", False),
    ],
)
def test_logins(login: str, fits: bool) -> None:
    assert is_login(login_key(login)) is fits


@given(st.text(max_size=300))
def test_any_text_has_one_key_that_can_be_hashed(login: str) -> None:
    key = login_key(login)

    assert key.encode() is not None
    assert login_key(key) == key or not is_login(key)


@given(st.text(min_size=MOST_LOGIN_CHARS + 1))
def test_what_is_too_long_stays_too_long(login: str) -> None:
    key = login_key(f"x{login}x")

    assert not is_login(key)
