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


async def early(api: Api) -> str:
    """A case about a refill that is asked for too early."""
    async with api.of(AccessRole.PATIENT) as client:
        _, reply = await refill(client, ("refill my methocarbamol", "I want to talk to a pharmacist"))
    return str(reply["escalation"]["case_id"])


async def test_a_pharmacist_claims_reads_and_approves_a_case(api: Api) -> None:
    case_id = await early(api)
    address, approval = (
        f"/api/v1/cases/{case_id}",
        {"decision": "approve", "reason": "EARLY_FILL_TRAVEL", "note": "Friday"},
    )
    async with api.of(AccessRole.PHARMACIST) as client:
        claimed = await client.post(f"{address}/claim")
        unread = await client.post(f"{address}/decisions", json=approval)
        read = await client.post(f"{address}/alerts", json={"code": "TOO_SOON"})
        decided = await client.post(f"{address}/decisions", json=approval | {"patient_note": "Safe travels!"})
    history = decided.json()["data"]

    assert [each.status_code for each in (claimed, unread, read, decided)] == [201, 409, 201, 201]
    assert claimed.json()["data"]["holder"] == "pharmacist"
    assert (unread.json()["error"], unread.json()["details"]) == ("ALERTS_UNREAD", {"alerts": ["TOO_SOON"]})
    assert (history["case"]["status"], history["holder"]) == ("resolved", None)
    last = history["steps"][-1]
    assert (last["step"], last["reason"], last["overrides"]) == ("approved", "EARLY_FILL_TRAVEL", ["TOO_SOON"])
    assert history["steps"][-2]["alert"] == "TOO_SOON"
    assert api.assistant.services.refills.assess("patient_001", "RX100104").decision is None


async def test_a_case_that_another_has_is_told_of_with_their_name(api: Api) -> None:
    address = f"/api/v1/cases/{await early(api)}"
    async with api.of(AccessRole.TECHNICIAN) as technician:
        await technician.post(f"{address}/claim")
    async with api.of(AccessRole.PHARMACIST) as client:
        refused = await client.post(f"{address}/claim")
        silent = await client.post(f"{address}/release", json={})
        taken = await client.post(f"{address}/release", json={"note": "Tim went home"})

    assert (refused.status_code, refused.json()["error"]) == (409, "CASE_HELD")
    assert refused.json()["details"] == {"holder": "technician"}
    assert (silent.status_code, silent.json()["error"]) == (409, "TRANSITION")
    assert taken.json()["data"]["holder"] == "pharmacist"
    assert [each["step"] for each in taken.json()["data"]["steps"]] == ["opened", "claimed", "released", "claimed"]
