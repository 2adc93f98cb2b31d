"""The API without the pages, for any ASGI server: `uvicorn --factory rxflow.api.alone:create_app`."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from fastapi import FastAPI

from rxflow.api.app import create_api
from rxflow.bootstrap import Assistant, build_assistant
from rxflow.config.settings import Settings, get_settings
from rxflow.domain.errors import OverloadedError
from rxflow.observability.collector import keep_loaded

STARTING_SECONDS = 2.0


def create_app(settings: Settings | None = None) -> FastAPI:
    """The API with an assistant of its own, which is built when the server starts and closed when it stops.

    Args:
        settings: None reads the environment.

    Raises:
        ConfigurationError: A setting is wrong.
    """
    chosen = settings or get_settings()
    built: list[Assistant] = []

    def assistant() -> Assistant:
        if not built:
            raise OverloadedError("The program is starting. Try again in a moment.", STARTING_SECONDS)
        return built[0]

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        built.append(await asyncio.to_thread(build_assistant, chosen))
        keep_loaded()
        try:
            yield
        finally:
            await asyncio.to_thread(built.pop().close)

    return create_api(assistant, lifespan)
