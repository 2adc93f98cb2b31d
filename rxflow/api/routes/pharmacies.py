"""Pharmacies: all, those near the patient, one."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from rxflow.api.access import LookingForPharmacies, Served, patient_of
from rxflow.api.addresses import V1
from rxflow.api.envelopes import Page, Paging, Success, page_of
from rxflow.api.resources import PharmacyId, PharmacyResource
from rxflow.api.statuses import SIGNED_IN, failures
from rxflow.domain.errors import PharmacyNotFoundError

router = APIRouter(prefix=f"{V1}/pharmacies", tags=["pharmacies"], responses=failures(*SIGNED_IN))
MOST_NEAR = 100


class WantedPharmacies(Paging):
    """Which pharmacies. A ZIP code would be in the address of the request, so `near` knows only one's own."""

    near: Annotated[Literal["home"] | None, Field(description="home: nearest to the patient's home first.")] = None


@router.get("")
async def list_pharmacies(
    assistant: Served, who: LookingForPharmacies, wanted: Annotated[WantedPharmacies, Query()]
) -> Page[PharmacyResource]:
    """Pharmacies, in the order of the data or by distance."""
    services, local = assistant.services, assistant.services.local_now()
    if wanted.near is None:
        return page_of([PharmacyResource.of(each, local) for each in services.pharmacies.all()], wanted)
    home = services.patients.get(patient_of(who)).zip
    near = services.pharmacies.nearest(home, MOST_NEAR)
    return page_of([PharmacyResource.of(each.pharmacy, local, each.miles) for each in near], wanted)


@router.get("/{pharmacy_id}", responses=failures(404))
async def get_pharmacy(
    pharmacy_id: Annotated[PharmacyId, Path()], assistant: Served, who: LookingForPharmacies
) -> Success[PharmacyResource]:
    """One pharmacy."""
    pharmacy = assistant.services.pharmacies.get(pharmacy_id)
    if pharmacy is None:
        raise PharmacyNotFoundError("There is no pharmacy of this id. /api/v1/pharmacies lists them.")
    return Success(data=PharmacyResource.of(pharmacy, assistant.services.local_now()))
