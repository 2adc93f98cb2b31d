"""The API without the pages builds its assistant when the server starts, and closes it when it stops."""

import httpx
import pytest
from fastapi import FastAPI

from rxflow.api.alone import create_app
from rxflow.config.settings import Settings
from rxflow.domain.errors import OverloadedError


def client_of(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://rxflow.test")


async def test_it_answers_between_its_start_and_its_stop(settings: Settings) -> None:
    app = create_app(settings)
    async with app.router.lifespan_context(app), client_of(app) as client:
        ready = await client.get("/health/ready")
        served = app.state.assistant()

    assert ready.status_code == 200
    with pytest.raises(OverloadedError):
        served.run(served.wait_before("requests", "anybody"))


async def test_before_its_start_it_says_when_to_come_again(settings: Settings) -> None:
    app = create_app(settings)

    with pytest.raises(OverloadedError, match="is starting"):
        app.state.assistant()
