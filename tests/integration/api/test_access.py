"""Who may use which route: a table, cell by cell; and nobody sees what is another's."""

import httpx
import pytest

from rxflow.domain.access import AccessRole
from tests.conftest import MakeAssistant
from tests.integration.api.conftest import UNLIMITED
from tests.support.api import PASSWORD, Api, refill
from tests.support.clock import FrozenClock
from tests.support.conversation import TO_THE_QUOTE

P, G, PH, T, AU, AD = (
    AccessRole.PATIENT,
    AccessRole.GUARDIAN,
    AccessRole.PHARMACIST,
    AccessRole.TECHNICIAN,
    AccessRole.AUDITOR,
    AccessRole.ADMIN,
)
EVERYBODY = {P, G, PH, T, AU, AD}
UNKNOWN_SESSION = "s" * 32

ROUTES: dict[tuple[str, str], set[AccessRole]] = {
    ("GET", "/api/v1/auth/me"): EVERYBODY,
    ("POST", "/api/v1/sessions"): {P, G},
    ("GET", "/api/v1/sessions/{session_id}"): {P, G},
    ("DELETE", "/api/v1/sessions/{session_id}"): {P, G},
    ("GET", "/api/v1/sessions/{session_id}/messages"): {P, G},
    ("POST", "/api/v1/sessions/{session_id}/messages"): {P, G},
    ("POST", "/api/v1/sessions/{session_id}/messages/stream"): {P, G},
    ("POST", "/api/v1/quotes"): {P, G},
    ("POST", "/api/v1/orders"): {P, G},
    ("GET", "/api/v1/orders"): {P, G},
    ("GET", "/api/v1/orders/{order_id}"): {P, G},
    ("POST", "/api/v1/orders/{order_id}/cancellation"): {P, G},
    ("GET", "/api/v1/prescriptions"): {P, G},
    ("POST", "/api/v1/prescriptions/assessment"): {P, G},
    ("POST", "/api/v1/prices"): {P, G},
    ("GET", "/api/v1/pharmacies"): {P, G, PH, T, AD},
    ("GET", "/api/v1/pharmacies/{pharmacy_id}"): {P, G, PH, T, AD},
    ("GET", "/api/v1/cases"): {PH, T},
    ("GET", "/api/v1/cases/{case_id}"): {PH, T},
    ("POST", "/api/v1/cases/{case_id}/steps"): {PH, T},
    ("POST", "/api/v1/cases/{case_id}/claim"): {PH, T},
    ("POST", "/api/v1/cases/{case_id}/release"): {PH, T},
    ("POST", "/api/v1/cases/{case_id}/alerts"): {PH},
    ("POST", "/api/v1/cases/{case_id}/decisions"): {PH},
    ("GET", "/diagnostics"): {AD},
    ("POST", "/api/v1/auth/logout"): EVERYBODY,
}
OPEN_TO_ALL = {
    ("POST", "/api/v1/auth/register"),
    ("POST", "/api/v1/auth/login"),
    ("POST", "/api/v1/auth/demo"),
    ("POST", "/api/v1/auth/refresh"),
    ("GET", "/health/live"),
    ("GET", "/health/ready"),
    ("GET", "/health/startup"),
    ("GET", "/version"),
}
BODIES = {
    "/api/v1/sessions": {},
    "/api/v1/sessions/{session_id}/messages": {"text": "hello"},
    "/api/v1/sessions/{session_id}/messages/stream": {"text": "hello"},
    "/api/v1/quotes": {"session_id": UNKNOWN_SESSION, "rx_number": "RX1", "pharmacy_id": "PH003"},
    "/api/v1/orders": {"session_id": UNKNOWN_SESSION, "quote_id": "QT-0000-0000", "patient_pays": "1.00"},
    "/api/v1/prescriptions/assessment": {"rx_number": "RX1"},
    "/api/v1/prices": {"rx_number": "RX1"},
    "/api/v1/cases/{case_id}/steps": {"step": "closed", "after": 1},
    "/api/v1/cases/{case_id}/release": {"note": "no longer on shift"},
    "/api/v1/cases/{case_id}/alerts": {"code": "TOO_SOON"},
    "/api/v1/cases/{case_id}/decisions": {"decision": "deny", "reason": "NOT_SAFE"},
}


async def call(client: httpx.AsyncClient, method: str, path: str) -> httpx.Response:
    address = path.format(
        session_id=UNKNOWN_SESSION, order_id="RF-0000-0000", pharmacy_id="PH003", case_id="CS-0000-0000"
    )
    return await client.request(method, address, json=BODIES.get(path) if method == "POST" else None)


def test_the_table_holds_every_route_of_the_document(api: Api) -> None:
    document = api.app.openapi()
    documented = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}

    assert documented == set(ROUTES) | OPEN_TO_ALL


@pytest.mark.parametrize("role", [None, *AccessRole], ids=str)
async def test_a_role_reaches_what_the_table_allows_and_nothing_else(api: Api, role: AccessRole | None) -> None:
    async with api.of(role) as client:
        answers = {route: await call(client, *route) for route in ROUTES}

    for route, answer in answers.items():
        if role is None:
            assert answer.status_code == 401, route
            assert answer.headers["www-authenticate"] == "Bearer"
        elif role in ROUTES[route]:
            assert answer.status_code < 500, (route, answer.text)
            assert answer.status_code not in {401, 403, 422}, (route, answer.text)
        else:
            assert (answer.status_code, answer.json()["error"]) == (403, "NOT_PERMITTED"), route


async def test_another_patients_conversation_and_orders_are_not_told_apart_from_none(api: Api) -> None:
    async with api.of(P) as john:
        session_id, reply = await refill(john, (*TO_THE_QUOTE, "yes"))
        order_id = reply["order"]["order_id"]
    async with api.of(P, "patient_002") as mary:
        foreign = [
            await mary.get(f"/api/v1/sessions/{session_id}"),
            await mary.get(f"/api/v1/sessions/{session_id}/messages"),
            await mary.post(f"/api/v1/sessions/{session_id}/messages", json={"text": "cancel my order"}),
            await mary.delete(f"/api/v1/sessions/{session_id}"),
            await mary.get(f"/api/v1/orders/{order_id}"),
            await mary.post(f"/api/v1/orders/{order_id}/cancellation"),
        ]
        none = [
            await mary.get(f"/api/v1/sessions/{UNKNOWN_SESSION}"),
            await mary.get("/api/v1/orders/RF-0000-0000"),
        ]

    assert {each.status_code for each in foreign} == {404}
    assert {each.json()["message"] for each in foreign} == {each.json()["message"] for each in none}
    assert api.assistant.services.orders.get("patient_001", order_id).status.value == "SUBMITTED"


async def test_a_staff_member_signs_in_and_out_and_the_token_is_dead_at_once(api: Api) -> None:
    api.token(PH)
    async with api.of(None) as client:
        signed_in = await client.post("/api/v1/auth/login", json={"login": "pharmacist", "password": PASSWORD})
        client.headers["Authorization"] = f"Bearer {signed_in.json()['data']['access_token']}"
        before = await client.get("/api/v1/auth/me")
        out = await client.post("/api/v1/auth/logout")
        after = await client.get("/api/v1/auth/me")

    assert before.json()["data"]["role"] == "pharmacist"
    assert (out.status_code, after.status_code) == (200, 401)


async def test_a_patient_registers_signs_in_and_goes_on_with_a_fresh_token(api: Api) -> None:
    patient = api.assistant.services.patients.get("patient_002")
    who = {"name": patient.name, "date_of_birth": patient.date_of_birth.isoformat()}
    account = {"login": "mary.j", "password": PASSWORD}
    async with api.of(None) as client:
        registered = await client.post("/api/v1/auth/register", json=who | account)
        signed_in = (await client.post("/api/v1/auth/login", json=account)).json()["data"]
        renewed = await client.post("/api/v1/auth/refresh", json={"refresh_token": signed_in["refresh_token"]})
        again = await client.post("/api/v1/auth/refresh", json={"refresh_token": signed_in["refresh_token"]})
        client.headers["Authorization"] = f"Bearer {renewed.json()['data']['access_token']}"
        stolen = await client.get("/api/v1/auth/me")

    assert (registered.status_code, renewed.status_code) == (201, 200)
    assert registered.json()["data"]["role"] == "patient"
    assert (again.status_code, stolen.status_code) == (401, 401), "a token that is used twice was stolen"


async def test_every_failure_to_sign_in_has_the_same_answer(api: Api) -> None:
    api.token(PH)
    async with api.of(None) as client:
        answers = [
            await client.post("/api/v1/auth/login", json={"login": login, "password": password})
            for login, password in (("pharmacist", "wrong" * 4), ("nobody", PASSWORD), ("nobody@x", "x"))
        ]

    assert {each.status_code for each in answers} == {401}
    assert len({each.json()["message"] for each in answers}) == 1


async def test_too_many_tries_from_one_address_have_to_wait(make_assistant: MakeAssistant) -> None:
    api = Api(make_assistant(**UNLIMITED | {"identity_checks_per_minute": 3}))
    async with api.of(None) as client:
        tries = [await client.post("/api/v1/auth/login", json={"login": "nobody", "password": "x"}) for _ in range(4)]

    assert [each.status_code for each in tries] == [401, 401, 401, 429]
    assert 0 < int(tries[-1].headers["retry-after"]) <= 60


async def test_those_who_are_in_do_not_use_up_the_tries_of_their_address(make_assistant: MakeAssistant) -> None:
    api = Api(make_assistant(**UNLIMITED | {"identity_checks_per_minute": 1}))
    async with api.of(None) as client:
        signed_in = (await client.post("/api/v1/auth/demo", json={"patient_id": "patient_001"})).json()["data"]
        renewed = [signed_in["refresh_token"]]
        for _ in range(3):
            answered = await client.post("/api/v1/auth/refresh", json={"refresh_token": renewed[-1]})
            renewed.append(answered.json()["data"]["refresh_token"])

    assert len(set(renewed)) == 4


@pytest.mark.parametrize("limit", ["requests_per_minute", "requests_of_address_per_minute"])
async def test_too_many_requests_of_a_user_or_an_address_have_to_wait(
    make_assistant: MakeAssistant, limit: str
) -> None:
    api = Api(make_assistant(**UNLIMITED | {limit: 2}))
    async with api.of(P) as client:
        answers = [await client.get("/api/v1/auth/me") for _ in range(3)]

    assert [each.status_code for each in answers] == [200, 200, 429]


async def test_in_production_nobody_comes_in_as_a_made_up_patient(make_assistant: MakeAssistant) -> None:
    api = Api(make_assistant(**UNLIMITED, sign_in="identity"))
    async with api.of(None) as client:
        refused = await client.post("/api/v1/auth/demo", json={"patient_id": "patient_001"})

    assert (refused.status_code, refused.json()["error"]) == (403, "NOT_PERMITTED")


async def test_an_access_token_ends_after_its_minutes(api: Api, clock: FrozenClock) -> None:
    async with api.of(P) as client:
        before = await client.get("/api/v1/auth/me")
        clock.wait(minutes=api.assistant.settings.access_token_minutes + 1)
        after = await client.get("/api/v1/auth/me")

    assert (before.status_code, after.status_code) == (200, 401)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer x.y.z", "Basic dXNlcjpwYXNz", "bearer null"])
async def test_a_header_that_is_no_token_is_refused(api: Api, header: str) -> None:
    async with api.of(None) as client:
        refused = await client.get("/api/v1/auth/me", headers={"Authorization": header})

    assert refused.status_code == 401


def test_every_route_of_the_document_says_what_it_does(api: Api) -> None:
    for path, methods in api.app.openapi()["paths"].items():
        assert all(operation.get("description") for operation in methods.values()), path
