"""Who asks: the bearer token of a request, what its role allows, and how often it may ask."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from rxflow.assistant import Assistant
from rxflow.domain.access import PERSONS, Principal, Privilege
from rxflow.domain.errors import NotAuthenticatedError, NotPermittedError, TooManyRequestsError
from rxflow.services.rate_limits import LimitedKind

SIGN_IN = "Sign in first, and send the access token as `Authorization: Bearer …`."
_bearer = HTTPBearer(auto_error=False, bearerFormat="JWT", description="The access token of /api/v1/auth/login.")


async def assistant_of(request: Request) -> Assistant:
    """The assistant that answers. A coroutine, so that no thread is asked for it."""
    assistant: Assistant = request.app.state.assistant()
    return assistant


Served = Annotated[Assistant, Depends(assistant_of)]


def place_of(request: Request) -> str:
    """Where a request comes from, for limits: the address of whoever connected."""
    return request.client.host if request.client else "unknown"


async def bearer_token(credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]) -> str:
    """The access token that a request bears.

    Raises:
        NotAuthenticatedError: It bears none.
    """
    if credentials is None:
        raise NotAuthenticatedError(SIGN_IN)
    return credentials.credentials


def principal_of(assistant: Served, token: Annotated[str, Depends(bearer_token)]) -> Principal:
    """Whoever asks. Not a coroutine: the store is asked whether the token was revoked.

    Raises:
        NotAuthenticatedError: The token is not valid, or not any more.
    """
    return assistant.services.access.authenticate(token)


async def limited_principal(
    request: Request, assistant: Served, principal: Annotated[Principal, Depends(principal_of)]
) -> Principal:
    """Whoever asks, unless they ask too often; counted by user and by address.

    Raises:
        TooManyRequestsError: Too much within a minute.
    """
    await check_limit(assistant, "requests", f"{principal.role}:{principal.subject}")
    await check_limit(assistant, "requests_of_place", place_of(request))
    return principal


def allowed_to(privilege: Privilege) -> Callable[..., Awaitable[Principal]]:
    """A dependency that gives whoever asks, if their role has a privilege."""

    async def check(principal: Annotated[Principal, Depends(limited_principal)]) -> Principal:
        if not principal.has(privilege):
            raise NotPermittedError(f"Your role, {principal.role}, may not do this.")
        return principal

    return check


async def check_limit(assistant: Assistant, kind: LimitedKind, key: str) -> None:
    """Count one more.

    Raises:
        TooManyRequestsError: It is too much within a minute.
    """
    wait = await assistant.wait_before(kind, key)
    if wait > 0:
        raise TooManyRequestsError("That is too much within a minute. Wait a little, then go on.", wait)


def patient_of(principal: Principal) -> str:
    """The patient that somebody comes in for.

    Raises:
        NotPermittedError: They come in for none.
    """
    if principal.role not in PERSONS or principal.patient_id is None:
        raise NotPermittedError(f"Your role, {principal.role}, has no record of its own.")
    return principal.patient_id


Conversing = Annotated[Principal, Depends(allowed_to(Privilege.CONVERSE))]
Reading = Annotated[Principal, Depends(allowed_to(Privilege.SEE_OWN_RECORD))]
Ordering = Annotated[Principal, Depends(allowed_to(Privilege.ORDER))]
LookingForPharmacies = Annotated[Principal, Depends(allowed_to(Privilege.SEE_PHARMACIES))]
ReadingCases = Annotated[Principal, Depends(allowed_to(Privilege.SEE_CASES))]
WorkingOnCases = Annotated[Principal, Depends(allowed_to(Privilege.WORK_CASES))]
DecidingCases = Annotated[Principal, Depends(allowed_to(Privilege.DECIDE_CASES))]
Operating = Annotated[Principal, Depends(allowed_to(Privilege.SEE_DIAGNOSTICS))]


def record_read(assistant: Assistant, principal: Principal, kind: str, rows: int = 1) -> None:
    """Note in the audit trail that whoever asks is about to be shown their own record.

    Args:
        kind: What is shown, such as `orders`.
        rows: How many of them.

    Raises:
        StoreUnavailableError: It could not be kept: then nothing may be shown.
    """
    services = assistant.services
    services.audit.record_reads(services.now(), principal.role.value, kind, {patient_of(principal): max(1, rows)})
