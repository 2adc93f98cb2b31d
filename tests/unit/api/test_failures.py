"""Every error that is raised on purpose has a status, and no other word of it reaches a stranger."""

from collections.abc import Iterator

import pytest

from rxflow.api.failures import UNEXPECTED, failure_of, status_of
from rxflow.domain import errors
from rxflow.domain.errors import ConfigurationError, DataError, OrderRefusedError, RxFlowError

EXPECTED = {
    "NotAuthenticatedError": 401,
    "IdentityNotVerifiedError": 401,
    "UserNotVerifiedError": 401,
    "NotPermittedError": 403,
    "PatientNotFoundError": 404,
    "SessionNotFoundError": 404,
    "SessionOverError": 404,
    "OrderNotFoundError": 404,
    "CaseNotFoundError": 404,
    "PharmacyNotFoundError": 404,
    "StaleRecordError": 409,
    "TransitionError": 409,
    "OrderRefusedError": 409,
    "WorkRefusedError": 409,
    "OrderHeldError": 409,
    "CaseHeldError": 409,
    "UnreadAlertsError": 409,
    "AlertsOpenError": 409,
    "UserError": 409,
    "InvalidMessageError": 422,
    "InvalidPersonError": 422,
    "UnknownLanguageError": 422,
    "UnknownConversationTypeError": 404,
    "TooManyRequestsError": 429,
    "OverloadedError": 503,
    "StoreUnavailableError": 503,
    "ConversationBusyError": 503,
    "UnreadableDataError": 503,
    "AuditTrailError": 503,
}
"""What is not listed is the program's own fault, not the caller's: 500."""


def kinds(base: type[RxFlowError] = RxFlowError) -> Iterator[type[RxFlowError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


def an_error(kind: type[RxFlowError]) -> RxFlowError:
    if kind is OrderRefusedError:
        return OrderRefusedError("TOO_SOON", "It is too soon.")
    if kind is errors.WorkRefusedError:
        return errors.WorkRefusedError("ON_HOLD", "Resolve the problem first.")
    if kind is errors.AlertsOpenError:
        return errors.AlertsOpenError(("DOSE.1",), ())
    if kind in {errors.TooManyRequestsError, errors.OverloadedError, errors.CircuitOpenError}:
        return kind("Wait.", 3.2)  # type: ignore[call-arg]
    return kind("Wait.")


@pytest.mark.parametrize("kind", [each for each in kinds() if each.__module__ == errors.__name__])
def test_an_error_has_the_status_that_the_table_says(kind: type[RxFlowError]) -> None:
    assert status_of(an_error(kind)) == EXPECTED.get(kind.__name__, 500)


@pytest.mark.parametrize("kind", [ConfigurationError, DataError])
def test_what_only_an_operator_may_read_is_not_told(kind: type[RxFlowError]) -> None:
    told = failure_of(kind("RXFLOW_DATABASE_URL: postgresql://user:secret@host"), "r1")

    assert (told.status_code, told.error, told.message) == (500, "INTERNAL", UNEXPECTED)


def test_an_expected_error_keeps_its_code_its_words_and_its_details() -> None:
    error = OrderRefusedError("TOO_SOON", "It can be filled on March 9.")
    error.details = {"on": "2026-03-09"}

    told = failure_of(error, "r1")

    assert told.model_dump() == {
        "success": False,
        "error": "TOO_SOON",
        "message": "It can be filled on March 9.",
        "status_code": 409,
        "request_id": "r1",
        "details": {"on": "2026-03-09"},
    }
