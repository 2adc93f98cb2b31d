"""What the pages make of an identity provider: its settings, its claims, and a button only where there is one."""

import importlib.util
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from rxflow.assistant import Assistant
from rxflow.config.settings import Settings, get_settings
from rxflow.domain.errors import ConfigurationError
from rxflow.domain.sign_in import VerifiedEmail
from rxflow.domain.user import Role
from rxflow.persistence.audit_tables import AUDIT_EVENTS
from rxflow.ui import identity_provider
from rxflow.ui.identity_provider import email_of, provider_secrets
from tests.app.conftest import OpenPage
from tests.app.page_words import markdowns
from tests.support.doors import PASSWORD

OF_PROVIDER = {
    "oidc_client_id": "rxflow",
    "oidc_client_secret": "a-secret-of-the-client",
    "oidc_metadata_url": "https://id.example/.well-known/openid-configuration",
    "oidc_cookie_secret": "c" * 32,
    "oidc_redirect_url": "https://rx.example/oauth2callback",
}


def set_up(monkeypatch: pytest.MonkeyPatch, **other: str) -> None:
    for name, value in (OF_PROVIDER | other).items():
        monkeypatch.setenv(f"RXFLOW_{name.upper()}", value)


@pytest.fixture
def with_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(monkeypatch, oidc_staff_domain="pharmacy.example")


def signed_in_there(monkeypatch: pytest.MonkeyPatch, **claims: object) -> None:
    """Let the provider have signed somebody in in every browser."""
    known = {"is_logged_in": True, "iat": datetime.now(UTC).timestamp(), "email_verified": True, **claims}
    fake = SimpleNamespace(**{**vars(identity_provider.st), "user": known, "logout": lambda: None})
    monkeypatch.setattr(identity_provider, "st", fake)


def provider_buttons(page: AppTest) -> list[str]:
    return [button.key for button in page.button if (button.key or "").startswith("provider")]


def test_without_a_provider_nothing_of_it_is_shown(open_page: OpenPage) -> None:
    assert provider_buttons(open_page()) == []
    assert provider_secrets(Settings(_env_file=None)) is None


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"oidc_client_secret": ""}, "RXFLOW_OIDC_CLIENT_SECRET"),
        ({"oidc_cookie_secret": "short"}, "32 characters"),
        ({"oidc_redirect_url": "https://rx.example/"}, "/oauth2callback"),
        ({"oidc_redirect_url": "http://rx.example/oauth2callback"}, "https://"),
        ({"oidc_metadata_url": "http://id.example/x"}, "RXFLOW_OIDC_METADATA_URL"),
        ({"oidc_redirect_url": ""}, "oauth2callback"),
    ],
)
def test_half_a_provider_is_one_line_that_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, other: dict[str, str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    set_up(monkeypatch, **other)
    with pytest.raises(ConfigurationError, match=told) as error:
        get_settings()

    assert "\n" not in str(error.value)
    assert OF_PROVIDER["oidc_client_secret"] not in str(error.value)


def test_a_provider_on_this_machine_needs_no_https() -> None:
    here = {"oidc_metadata_url": "http://127.0.0.1:9/x", "oidc_redirect_url": "http://localhost:8501/oauth2callback"}

    assert Settings(**(OF_PROVIDER | here), _env_file=None).has_identity_provider


def test_streamlit_is_told_of_the_provider_without_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: object())
    told = provider_secrets(Settings(**OF_PROVIDER, _env_file=None))

    assert told == {
        "auth": {
            "client_id": "rxflow",
            "client_secret": "a-secret-of-the-client",
            "server_metadata_url": "https://id.example/.well-known/openid-configuration",
            "cookie_secret": "c" * 32,
            "redirect_uri": "https://rx.example/oauth2callback",
            "client_kwargs": {"scope": "openid email"},
        }
    }


def test_without_the_packages_for_it_the_server_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ConfigurationError, match=r"rxflow\[oidc\]"):
        provider_secrets(Settings(**OF_PROVIDER, _env_file=None))


@pytest.mark.parametrize(
    ("claims", "address", "is_verified", "seconds"),
    [
        ({"email": "a@b.example", "email_verified": True, "iat": 1_700_000_000}, "a@b.example", True, 1_700_000_000),
        ({"email": "a@b.example", "email_verified": "true", "iat": 0.5}, "a@b.example", True, 0.5),
        ({"email": "a@b.example", "email_verified": False}, "a@b.example", False, 0),
        ({"email": "a@b.example", "email_verified": "false"}, "a@b.example", False, 0),
        ({"email": "a@b.example", "email_verified": 1}, "a@b.example", False, 0),
        ({"email": "a@b.example", "email_verified": ["true"]}, "a@b.example", False, 0),
        ({"email": "a@b.example"}, "a@b.example", False, 0),
        ({"email": None, "email_verified": True, "iat": "now"}, "", True, 0),
        ({"email_verified": True, "iat": 10**30}, "", True, 0),
        ({"email_verified": True, "iat": float("nan")}, "", True, 0),
    ],
)
def test_only_what_a_provider_promises_is_taken_for_a_promise(
    claims: dict[str, object], address: str, is_verified: bool, seconds: float
) -> None:
    assert email_of(claims) == VerifiedEmail(address, is_verified, datetime.fromtimestamp(seconds, UTC))


@pytest.mark.usefixtures("with_provider")
def test_whom_the_provider_has_just_signed_in_comes_in_and_out(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, assistant: Assistant
) -> None:
    assistant.services.users.add("mlee", "Maria Lee", Role.PHARMACIST, PASSWORD)
    signed_in_there(monkeypatch, email="mlee@pharmacy.example")
    page = open_page().run()
    assert "Maria Lee" in markdowns(page)

    page.button(key="sign-out").click().run()

    assert provider_buttons(page) == ["provider"]
    assert assistant.services.access.of_browser(page.session_state["browser_key"]) is None


@pytest.mark.usefixtures("with_provider")
def test_what_the_provider_said_a_while_ago_lets_nobody_in(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, assistant: Assistant
) -> None:
    assistant.services.users.add("mlee", "Maria Lee", Role.PHARMACIST, PASSWORD)
    signed_in_there(monkeypatch, email="mlee@pharmacy.example", iat=datetime.now(UTC).timestamp() - 400)
    page = open_page()

    assert provider_buttons(page) == ["provider"]
    assert "Maria Lee" not in markdowns(page)
    assert not page.warning


@pytest.mark.usefixtures("with_provider")
@pytest.mark.parametrize(
    ("claims", "told"),
    [({"email": "nobody@pharmacy.example"}, "no user or account"), ({"email_verified": False}, "has not verified")],
)
def test_who_is_not_known_here_is_told_once_and_may_be_somebody_else(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, assistant: Assistant, claims: dict[str, object], told: str
) -> None:
    signed_in_there(monkeypatch, **claims)
    page = open_page().run()

    assert told in page.warning[0].value
    assert provider_buttons(page) == ["provider-switch"]
    page.button(key="provider-switch").click().run()
    with assistant._store.read() as tx:
        assert list(tx.scalars(select(AUDIT_EVENTS.c.action))) == ["access.refused"]
