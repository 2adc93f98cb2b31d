"""The API over a fresh assistant on the frozen clock."""

import pytest

from tests.conftest import MakeAssistant
from tests.support.api import CHEAP_HASHES, Api

UNLIMITED = {
    "messages_per_minute": 0,
    "requests_per_minute": 0,
    "requests_of_address_per_minute": 0,
    "identity_checks_per_minute": 0,
}


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested here is not how long a hash takes."""
    monkeypatch.setattr("rxflow.services.passwords.argon2_hashes", lambda: CHEAP_HASHES)


@pytest.fixture
def api(make_assistant: MakeAssistant) -> Api:
    """The API without limits."""
    return Api(make_assistant(**UNLIMITED))
