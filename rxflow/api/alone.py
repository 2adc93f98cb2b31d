"""The API without the pages, for any ASGI server: `uvicorn --factory rxflow.api.alone:create_app`."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from fastapi import FastAPI

from rxflow.api.app import create_api
from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings, get_settings
from rxflow.domain.errors import OverloadedError
from rxflow.observability.collector import keep_loaded
from rxflow.resilience.draining import Drain

STARTING_SECONDS = 2.0


def create_app(settings: Settings | None = None, drain: Drain | None = None, built: Assistant | None = None) -> FastAPI:
    """The API with an assistant of its own, which is built when the server starts and closed when it stops.

    Args:
        settings: None reads the environment.
        drain: Says when the server is about to stop.
        built: The assistant, where it is built already.

    Raises:
        ConfigurationError: A setting is wrong.
    """
    chosen = settings or get_settings()
    serving: list[Assistant] = []

    def assistant() -> Assistant:
        if not serving:
            raise OverloadedError("The program is starting. Try again in a moment.", STARTING_SECONDS)
        return serving[0]

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        serving.append(await asyncio.to_thread(build_assistant, chosen) if built is None else built)
        keep_loaded()
        try:
            yield
        finally:
            await asyncio.to_thread(serving.pop().close)

    return create_api(assistant, lifespan, drain=drain, requests_in_flight=chosen.requests_in_flight)
