"""What a person must look at, by those who look at it."""

from typing import Any

import httpx

from rxflow.domain.access import AccessRole
from rxflow.domain.audit import AuditAction
from tests.support.api import Api, refill


async def with_a_case(api: Api) -> dict[str, Any]:
    """A case that a patient's words have opened."""
    async with api.of(AccessRole.PATIENT) as client:
        _, reply = await refill(client, ("I want to talk to a pharmacist",))
    assert reply["escalation"] is not None, reply
    return dict(reply["escalation"])


async def move(client: httpx.AsyncClient, case_id: str, **step: object) -> httpx.Response:
    return await client.post(f"/api/v1/cases/{case_id}/steps", json=step)


async def test_a_pharmacist_finds_the_case_and_closes_it(api: Api) -> None:
    case_id = (await with_a_case(api))["case_id"]
    async with api.of(AccessRole.PHARMACIST) as client:
        listed = (await client.get("/api/v1/cases", params={"route": "pharmacist"})).json()
        seen = (await client.get(f"/api/v1/cases/{case_id}")).json()["data"]
        closed = await move(client, case_id, step="closed", after=len(seen["steps"]), note="called the patient")
        left = (await client.get("/api/v1/cases")).json()

    assert [each["case_id"] for each in listed["data"]] == [case_id]
    assert closed.status_code == 201
    assert closed.json()["data"]["case"]["status"] == "resolved"
    assert closed.json()["data"]["steps"][-1]["actor"] == "pharmacist"
    assert left["meta"]["total_items"] == 0


async def test_a_case_that_somebody_else_moved_meanwhile_stays_as_they_left_it(api: Api) -> None:
    case_id = (await with_a_case(api))["case_id"]
    async with api.of(AccessRole.PHARMACIST) as client:
        first = await move(client, case_id, step="in review", after=1)
        second = await move(client, case_id, step="closed", after=1)
        kept = (await client.get(f"/api/v1/cases/{case_id}")).json()["data"]

    assert first.status_code == 201
    assert (second.status_code, second.json()["error"]) == (409, "STALE_RECORD")
    assert [each["step"] for each in kept["steps"]] == ["opened", "in review"]


async def test_a_step_that_a_case_cannot_take_is_refused(api: Api) -> None:
    case_id = (await with_a_case(api))["case_id"]
    async with api.of(AccessRole.TECHNICIAN) as client:
        refused = await move(client, case_id, step="with plan", after=1)

    assert (refused.status_code, refused.json()["error"]) == (409, "TRANSITION")


async def test_cases_are_filtered_by_route_and_urgency(api: Api) -> None:
    await with_a_case(api)
    async with api.of(AccessRole.PHARMACIST) as client:
        counts = [
            (await client.get("/api/v1/cases", params=params)).json()["meta"]["total_items"]
            for params in ({"route": "insurer"}, {"urgent": "true"}, {"urgent": "false"}, {"route": "pharmacist"})
        ]

    assert counts == [0, 0, 1, 1]


async def test_that_a_case_was_read_is_recorded_under_who_read_it(api: Api) -> None:
    case_id = (await with_a_case(api))["case_id"]
    async with api.of(AccessRole.PHARMACIST) as client:
        await client.get(f"/api/v1/cases/{case_id}")

    events = api.assistant.services.audit.for_patient("patient_001")
    reads = [each.actor for each in events if each.action == AuditAction.RECORD_READ]
    assert reads[-1] == "pharmacist"
