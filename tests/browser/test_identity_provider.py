"""Signing in with an identity provider, from the page to the provider and back, in a real browser."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.server import RunningServer, running_server
from tests.support.identity_provider import CLIENT_ID, CLIENT_SECRET, Provider, identity_provider

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with identity_provider() as running:
        yield running


@pytest.fixture(scope="module")
def server(provider: Provider) -> Iterator[RunningServer]:
    def settings(address: str) -> Mapping[str, str]:
        return {
            "RXFLOW_OIDC_CLIENT_ID": CLIENT_ID,
            "RXFLOW_OIDC_CLIENT_SECRET": CLIENT_SECRET,
            "RXFLOW_OIDC_METADATA_URL": f"{provider.address}/.well-known/openid-configuration",
            "RXFLOW_OIDC_COOKIE_SECRET": "c" * 32,
            "RXFLOW_OIDC_REDIRECT_URL": f"{address}/oauth2callback",
            "RXFLOW_OIDC_STAFF_DOMAIN": "pharmacy.example",
        }

    with running_server(settings) as running:
        yield running


@pytest.fixture
def page(context: BrowserContext, server: RunningServer) -> Iterator[Page]:
    """The sign-in, after the demo's pharmacist has been there once and is a user from now on."""
    page = context.new_page()
    page.goto(server.address)
    page.get_by_role("button", name="Continue as Dana Reyes").click()
    expect(page.get_by_test_id("stCaptionContainer").get_by_text("Dana Reyes, pharmacist")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in with your organization")).to_be_visible()
    yield page
    page.close()


def test_a_pharmacist_comes_in_by_the_address_that_the_provider_vouches_for(page: Page, provider: Provider) -> None:
    provider.claims = {"email": "demo-pharmacist@pharmacy.example", "email_verified": True}
    page.get_by_role("button", name="Sign in with your organization").click()

    expect(page.get_by_test_id("stCaptionContainer").get_by_text("Dana Reyes, pharmacist")).to_be_visible()
    page.reload()
    expect(page.get_by_test_id("stCaptionContainer").get_by_text("Dana Reyes, pharmacist")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in with your organization")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Sign in with your organization")).to_be_visible()
    assert "pharmacy.example" not in page.url


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"email": "demo-pharmacist@pharmacy.example", "email_verified": False}, "has not verified"),
        ({"email": "demo-pharmacist@pharmacy.example"}, "has not verified"),
        ({"email": "demo-pharmacist@elsewhere.example", "email_verified": True}, "no user or account"),
    ],
)
def test_whom_the_provider_does_not_vouch_for_is_told_why(
    page: Page, provider: Provider, claims: dict, told: str
) -> None:
    provider.claims = claims
    page.get_by_role("button", name="Sign in with your organization").click()

    expect(page.get_by_text(told)).to_be_visible()
    expect(page.get_by_test_id("stCaptionContainer").get_by_text("Dana Reyes, pharmacist")).to_be_hidden()
    page.get_by_role("button", name="Use another sign-in").click()
    expect(page.get_by_role("button", name="Sign in with your organization")).to_be_visible()
