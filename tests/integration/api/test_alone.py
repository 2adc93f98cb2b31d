"""The API without the pages builds its assistant when the server starts, and closes it when it stops."""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from rxflow.api.alone import create_app
from rxflow.config.settings import Settings
from rxflow.domain.errors import OverloadedError
from tests.support.ports import free_port

ROOT = Path(__file__).resolve().parents[3]
SERVE = """
import sys, uvicorn
from rxflow.commands.serve import serve

def run(_server, sockets):
    loaded = [name for name in sys.modules if name.split(".")[0] == "streamlit" or name.startswith("rxflow.ui")]
    print(len(sockets), loaded)

uvicorn.Server.run = run
serve(None, int(sys.argv[1]), True)
"""


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


def test_it_is_served_without_loading_anything_of_the_pages(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("RXFLOW_")}
    served = subprocess.run(
        [sys.executable, "-c", SERVE, str(free_port())],
        cwd=tmp_path,
        env={**clean, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert served.stdout == "1 []\n"
