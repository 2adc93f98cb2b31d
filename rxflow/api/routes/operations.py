"""For those who run the program: is it alive, can it work, what is it, what has it counted."""

import asyncio
import platform
from collections.abc import Callable
from time import perf_counter
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, Response

from rxflow import __version__
from rxflow.api.access import Operating, Served, assistant_of
from rxflow.api.envelopes import Representation, Success
from rxflow.api.statuses import SIGNED_IN, failures
from rxflow.assistant import Assistant
from rxflow.domain.errors import RxFlowError
from rxflow.observability.metrics import CONTENT_TYPE_LATEST
from rxflow.resilience.draining import Drain

router = APIRouter(tags=["operations"])
READY_TIMEOUT_SECONDS = 3.0


class Alive(Representation):
    """The process answers."""

    status: Literal["alive"] = "alive"


class Dependency(Representation):
    """Something that is needed, whether it answers, and how long that took."""

    name: str
    ok: bool
    milliseconds: float
    error: str | None = None


class Readiness(Representation):
    """Whether turns can be answered, by what is needed for it; `degraded` names what is missing beside that."""

    status: Literal["ready", "not ready"]
    dependencies: list[Dependency]
    degraded: list[str]


class Version(Representation):
    """What runs here."""

    name: Literal["rxflow"] = "rxflow"
    version: str
    python: str


class Diagnostics(Representation):
    """What an operator asks first: version, settings that are no secret, dependencies."""

    version: Version
    environment: str
    model: str
    data_source: str
    sign_in: str
    database: str
    shared_limits: bool
    readiness: Readiness


@router.get("/health/live")
async def live() -> Alive:
    """The process answers. It looks at nothing else, so that a database that is gone does not end the process."""
    return Alive()


@router.get("/health/ready", responses={503: {"model": Readiness, "description": "Not ready."}})
async def ready(request: Request, assistant: Served) -> Response:
    """Whether this process can answer turns now."""
    found = await readiness(assistant, request.app.state.drain)
    return JSONResponse(found.model_dump(), 200 if found.status == "ready" else 503)


@router.get("/health/startup", responses={503: {"model": Readiness, "description": "Not started yet."}})
async def startup(request: Request, assistant: Served) -> Response:
    """Whether the start is over: everything is loaded and the database has answered."""
    return await ready(request, assistant)


@router.get("/version")
async def version() -> Version:
    """Which release runs here."""
    return Version(version=__version__, python=platform.python_version())


@router.get("/diagnostics", responses=failures(*SIGNED_IN))
async def diagnostics(request: Request, assistant: Served, who: Operating) -> Success[Diagnostics]:
    """What an operator asks first; no secret and no patient is in it."""
    settings = assistant.settings
    told = Diagnostics(
        version=await version(),
        environment=settings.environment,
        model=settings.llm_provider,
        data_source=settings.data_source,
        sign_in=settings.sign_in,
        database=settings.database_url.partition(":")[0],
        shared_limits=bool(settings.redis_url),
        readiness=await readiness(assistant, request.app.state.drain),
    )
    return Success(data=told)


@router.get("/metrics", include_in_schema=False)
def metrics(assistant: Annotated[Assistant, Depends(assistant_of)]) -> Response:
    """The counters, for Prometheus."""
    return Response(assistant.metrics.exposition(), media_type=CONTENT_TYPE_LATEST)


async def readiness(assistant: Assistant, drain: Drain) -> Readiness:
    """Ask each dependency, all at once. A server that is about to stop is not ready, whatever they say."""
    found = await asyncio.gather(*(_asked(name, probe) for name, probe in assistant.dependencies().items()))
    ok = all(each.ok for each in found) and not drain.has_begun
    degraded = [each.name for each in assistant.degradations.current()]
    return Readiness(status="ready" if ok else "not ready", dependencies=list(found), degraded=degraded)


async def _asked(name: str, probe: Callable[[], None]) -> Dependency:
    began, error = perf_counter(), None
    try:
        await asyncio.wait_for(asyncio.to_thread(probe), READY_TIMEOUT_SECONDS)
    except RxFlowError as failed:
        error = failed.code
    except TimeoutError:
        error = "TIMEOUT"
    return Dependency(name=name, ok=error is None, milliseconds=round((perf_counter() - began) * 1000, 2), error=error)
