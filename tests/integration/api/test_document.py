"""Thousands of made-up requests, good and bad, as every role: the API keeps to its document and never fails."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from rxflow.api.app import create_api
from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.access import AccessRole
from rxflow.observability.metrics import Metrics
from rxflow.services.mock_data import MockData
from tests.integration.api.conftest import UNLIMITED
from tests.support.api import CHEAP_HASHES, Api
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock

SOME, MANY = 2, 20
_SERVING: list[Assistant | SimpleNamespace] = [SimpleNamespace(metrics=Metrics())]
APP = create_api(lambda: _SERVING[-1])  # type: ignore[arg-type, return-value]
DOCUMENT = schemathesis.openapi.from_asgi("/api/openapi.json", APP)
# A body that breaks the document may be too large as well.
_REJECTED = DOCUMENT.config.checks.negative_data_rejection
_REJECTED.expected_statuses = [*_REJECTED.expected_statuses, "413"]
ROLES: tuple[AccessRole | None, ...] = (None, *AccessRole)


@pytest.fixture(scope="module")
def served(demo: MockData, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """The API on a database of this module's own."""
    url = f"sqlite:///{tmp_path_factory.mktemp('api') / 'rxflow.db'}"
    chosen = Settings(_env_file=None, database_url=url, log_level="ERROR").model_copy(update=UNLIMITED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rxflow.services.passwords.argon2_hashes", lambda: CHEAP_HASHES)
        with build_assistant(chosen, now=FrozenClock(WEDNESDAY_MORNING), data=demo) as assistant:
            _SERVING.append(assistant)
            yield Api(assistant)
            _SERVING.pop()


@pytest.fixture(scope="module")
def tokens(served: Api) -> dict[AccessRole | None, str | None]:
    return {role: served.token(role) for role in ROLES}


def check(case: Any, role: AccessRole | None, served: Api, tokens: dict[AccessRole | None, str | None]) -> None:
    """Send a made-up request, and hold the answer to the document."""
    # A sign-out ends the sign-in, so it has one of its own.
    token = served.token(role) if case.operation.path == "/api/v1/auth/logout" else tokens[role]
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"} if token else None)


@DOCUMENT.parametrize()
@pytest.mark.parametrize("role", [AccessRole.PATIENT, AccessRole.PHARMACIST], ids=str)
@settings(max_examples=SOME, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_api_keeps_to_its_document(case: Any, role: AccessRole, served: Api, tokens: Any) -> None:
    check(case, role, served, tokens)


@pytest.mark.evaluation
@DOCUMENT.parametrize()
@pytest.mark.parametrize("role", ROLES, ids=str)
@settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_api_keeps_to_its_document_whatever_is_sent_as_whoever(
    case: Any, role: AccessRole | None, served: Api, tokens: Any
) -> None:
    check(case, role, served, tokens)
