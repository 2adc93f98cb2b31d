"""What FastAPI itself costs: the same answers from routes that do nothing else, without middleware."""

import platform

from fastapi import FastAPI

from rxflow import __version__
from rxflow.api.envelopes import Success
from rxflow.api.resources import PharmacyResource
from rxflow.api.routes.operations import Alive, Version


def create_app() -> FastAPI:
    """The application, for an ASGI server."""
    app = FastAPI()

    @app.get("/health/live", response_model=Alive)
    async def live() -> Alive:
        return Alive()

    @app.get("/version", response_model=Version)
    async def version() -> Version:
        return Version(version=__version__, python=platform.python_version())

    @app.get("/api/v1/pharmacies/{pharmacy_id}", response_model=Success[PharmacyResource])
    async def pharmacy(pharmacy_id: str) -> Success[PharmacyResource]:
        return Success(data=_pharmacy(pharmacy_id))

    return app


def _pharmacy(pharmacy_id: str) -> PharmacyResource:
    return PharmacyResource(
        pharmacy_id=pharmacy_id,
        name="H-E-B Pharmacy Mueller",
        kind="grocery",
        address="1801 E 51st St, Austin, TX 78723",
        phone="512-555-0103",
        latitude=30.3005,
        longitude=-97.7009,
        is_open=True,
        hours_today="8:00 am to 9:00 pm",
        wait_minutes=15,
        drive_thru=True,
        delivery=True,
        miles=None,
    )
