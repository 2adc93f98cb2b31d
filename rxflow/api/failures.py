"""Errors as the API tells of them: one table from what can go wrong to a status, one envelope for all."""

import math
from collections.abc import Mapping
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rxflow.api.envelopes import Failure
from rxflow.domain.errors import (
    CaseHeldError,
    CaseNotFoundError,
    ConversationBusyError,
    IdentityNotVerifiedError,
    InvalidMessageError,
    InvalidPersonError,
    NotAuthenticatedError,
    NotPermittedError,
    OrderNotFoundError,
    OrderRefusedError,
    OverloadedError,
    PatientNotFoundError,
    PharmacyNotFoundError,
    RxFlowError,
    SessionNotFoundError,
    StaleRecordError,
    StoreUnavailableError,
    TooManyRequestsError,
    TransitionError,
    UnknownConversationTypeError,
    UnknownLanguageError,
    UnreadAlertsError,
    UserError,
    UserNotVerifiedError,
    WorkRefusedError,
)
from rxflow.observability.http_metrics import METHODS
from rxflow.observability.logging import error_trace, get_logger

log = get_logger(__name__)

STATUSES: Mapping[type[RxFlowError], int] = {
    NotAuthenticatedError: 401,
    IdentityNotVerifiedError: 401,
    UserNotVerifiedError: 401,
    NotPermittedError: 403,
    PatientNotFoundError: 404,
    SessionNotFoundError: 404,
    OrderNotFoundError: 404,
    CaseNotFoundError: 404,
    StaleRecordError: 409,
    TransitionError: 409,
    CaseHeldError: 409,
    UnreadAlertsError: 409,
    PharmacyNotFoundError: 404,
    OrderRefusedError: 409,
    WorkRefusedError: 409,
    UserError: 409,
    InvalidMessageError: 422,
    InvalidPersonError: 422,
    UnknownLanguageError: 422,
    UnknownConversationTypeError: 404,
    TooManyRequestsError: 429,
    OverloadedError: 503,
    StoreUnavailableError: 503,
}
"""The status of each kind of error; one that is not listed has that of its nearest base, and 500 without one."""

BUSY_RETRY_SECONDS = 2
UNEXPECTED = "Something went wrong on our side. Nothing was ordered by this request. Try again, or call the pharmacy."
_WORDS = {
    400: ("BAD_REQUEST", "The request cannot be read. Send valid JSON with the content type application/json."),
    404: ("NOT_FOUND", "There is nothing at this address. /api/docs lists what there is."),
    405: ("METHOD_NOT_ALLOWED", "This address does not take that method. /api/docs lists what it takes."),
    413: ("TOO_LARGE", "The request is too large. Send less at once."),
}


def install(app: FastAPI) -> None:
    """Answer every error of an application with the envelope."""
    app.add_exception_handler(RxFlowError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def status_of(error: RxFlowError) -> int:
    """The status that tells of an error."""
    return next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), 500)


def failure(status: int, code: str, message: str, request_id: str, details: Mapping[str, Any] | None = None) -> Failure:
    """The envelope of an error."""
    return Failure(error=code, message=message, status_code=status, request_id=request_id, details=dict(details or {}))


def failure_of(error: RxFlowError, request_id: str) -> Failure:
    """The envelope of an error that is raised on purpose; what only an operator may read stays in the log."""
    status = status_of(error)
    if status == 500:
        return failure(500, "INTERNAL", UNEXPECTED, request_id)
    return failure(status, error.code, str(error), request_id, error.details)


def request_id_of(scope: Scope) -> str:
    """The name of a request, which its log lines bear too."""
    return str(scope.get("state", {}).get("request_id", ""))


def answer(told: Failure, headers: Mapping[str, str] | None = None) -> Response:
    """The response that carries an envelope."""
    return JSONResponse(told.model_dump(mode="json"), told.status_code, dict(headers or {}))


class TooLargeEnvelope:
    """ASGI middleware that says in the envelope what the framework says in plain text: the body was too large."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        replaced = False

        async def send_enveloped(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and message["status"] == 413 and not _is_json(message):
                replaced = True
                told = failure(413, *_WORDS[413], request_id_of(scope))
                await answer(told, {"connection": "close"})(scope, receive, send)
            elif not replaced:
                await send(message)

        await self._app(scope, receive, send_enveloped)


def _is_json(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("content-type") == JSONResponse.media_type


def refusal(scope: Scope, error: OverloadedError) -> dict[str, Any]:
    """The envelope of a request that is not begun."""
    return failure_of(error, request_id_of(scope)).model_dump(mode="json")


async def _expected(request: Request, error: Exception) -> Response:
    # Starlette's type of a handler is wider than what it calls it with, here and below.
    error = cast(RxFlowError, error)
    told = failure_of(error, request_id_of(request.scope))
    if told.status_code >= 500:
        log.error("request failed", error_code=error.code, traceback=error_trace(error))
    return answer(told, _headers(error, told.status_code))


async def _invalid(request: Request, error: Exception) -> Response:
    error = cast(RequestValidationError, error)
    # Where and why, never the value: it may be a patient's words.
    fields = [{"field": ".".join(map(str, each["loc"])), "problem": each["msg"]} for each in error.errors()]
    message = "The request does not have the form that /api/docs describes. `details` names each field."
    return answer(failure(422, "INVALID_REQUEST", message, request_id_of(request.scope), {"fields": fields}))


async def _http(request: Request, error: Exception) -> Response:
    error = cast(HTTPException, error)
    code, message = _WORDS.get(error.status_code, ("REQUEST_REFUSED", "The request was refused."))
    headers = {"Allow": ", ".join(_methods(request))} if error.status_code == 405 else error.headers
    return answer(failure(error.status_code, code, message, request_id_of(request.scope)), headers)


async def _unexpected(request: Request, error: Exception) -> Response:
    log.error("request failed", error_type=type(error).__name__, traceback=error_trace(error))
    return answer(failure(500, "INTERNAL", UNEXPECTED, request_id_of(request.scope)))


def _methods(request: Request) -> list[str]:
    """What an address takes: Starlette names the methods of its first route alone."""
    return [
        method
        for method in sorted(METHODS)
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in request.app.routes)
    ]


def _headers(error: RxFlowError, status: int) -> dict[str, str]:
    if status == 401:
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(error, TooManyRequestsError | OverloadedError):
        return {"Retry-After": str(max(1, math.ceil(error.retry_after)))}
    if isinstance(error, ConversationBusyError) or status == 503:
        return {"Retry-After": str(BUSY_RETRY_SECONDS)}
    return {}
