"""Signing in with an identity provider (OpenID Connect), through Streamlit's own log-in."""

import importlib.util
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from rxflow.assistant import Assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError
from rxflow.domain.sign_in import VerifiedEmail
from rxflow.ui.browser import browser_key

SCOPE = "openid email"
"""No more than the address: what else a provider knows of somebody is not asked for."""
LATEST_SECONDS = 253_402_300_799
"""The last second that has a date."""


def provider_secrets(settings: Settings) -> dict[str, Any] | None:
    """What Streamlit needs to know of the provider; it takes this as if it stood in a secrets file. None for none.

    Raises:
        ConfigurationError: The packages for it are not installed.
    """
    if not settings.has_identity_provider or not settings.oidc_client_secret or not settings.oidc_cookie_secret:
        return None
    if importlib.util.find_spec("authlib") is None or importlib.util.find_spec("httpx") is None:
        raise ConfigurationError('RXFLOW_OIDC_CLIENT_ID: install the packages for it: pip install "rxflow[oidc]".')
    return {
        "auth": {
            "client_id": settings.oidc_client_id,
            "client_secret": settings.oidc_client_secret.get_secret_value(),
            "server_metadata_url": settings.oidc_metadata_url,
            "cookie_secret": settings.oidc_cookie_secret.get_secret_value(),
            "redirect_uri": settings.oidc_redirect_url,
            "client_kwargs": {"scope": SCOPE},
        }
    }


def is_from_provider(settings: Settings) -> bool:
    """Whether the provider has signed somebody in in this browser; who may come in is another question."""
    return settings.has_identity_provider and st.user.get("is_logged_in") is True


def provider_email(assistant: Assistant) -> VerifiedEmail | None:
    """What the provider said of the visitor just now, if it did; what somebody was let in for does not count again."""
    if not is_from_provider(assistant.settings):
        return None
    email = email_of(dict(st.user))
    return email if assistant.services.access.is_new(email, browser_key()) else None


def email_of(claims: Mapping[str, object]) -> VerifiedEmail:
    """What a provider's claims say of an e-mail address; the provider's signature was checked by Streamlit."""
    issued, verified = claims.get("iat"), claims.get("email_verified")
    seconds = issued if isinstance(issued, int | float) and 0 <= issued <= LATEST_SECONDS else 0
    at = datetime.fromtimestamp(seconds, UTC)
    # Some providers send the text "true"; anything else is no promise.
    return VerifiedEmail(str(claims.get("email") or ""), verified is True or verified == "true", at)


def go_to_provider() -> None:
    """Leave for the provider's sign-in, which sends the browser back here."""
    st.login()


def leave_provider() -> None:
    """Have the browser forget what the provider said, and leave for its sign-out where it has one."""
    st.logout()
