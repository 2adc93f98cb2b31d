"""What an operator asks, the headers of every answer, and what an answer never tells."""

import logging
import threading

import pytest

from rxflow import __version__
from rxflow.api.app import MOST_BODY_BYTES
from rxflow.api.headers import API_HEADERS
from rxflow.api.routes import operations
from rxflow.domain.access import AccessRole
from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence.engine import Store
from tests.conftest import MakeAssistant
from tests.integration.api.conftest import UNLIMITED
from tests.support.api import Api, refill
from tests.support.scripted_model import ScriptedChatModel


async def test_a_healthy_process_is_alive_started_and_ready(api: Api) -> None:
    async with api.of(None) as client:
        live, ready, started, version = [
            await client.get(path) for path in ("/health/live", "/health/ready", "/health/startup", "/version")
        ]

    assert live.json() == {"status": "alive"}
    assert ready.json()["status"] == started.json()["status"] == "ready"
    assert {each["name"]: each["ok"] for each in ready.json()["dependencies"]} == {"database": True, "data": True}
    assert all(each["milliseconds"] >= 0 for each in ready.json()["dependencies"])
    assert version.json()["version"] == __version__


async def test_a_process_without_its_database_lives_but_is_not_ready(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_resources: object) -> None:
        raise StoreUnavailableError("The database could not be written.")

    monkeypatch.setattr(Store, "write", gone)
    async with api.of(None) as client:
        live, ready = await client.get("/health/live"), await client.get("/health/ready")

    assert live.status_code == 200
    assert ready.status_code == 503
    database = next(each for each in ready.json()["dependencies"] if each["name"] == "database")
    assert (database["ok"], database["error"]) == (False, "STORE_UNAVAILABLE")


async def test_a_database_that_does_not_answer_in_time_is_not_waited_for(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(operations, "READY_TIMEOUT_SECONDS", 0.05)
    monkeypatch.setattr(Store, "write", lambda *_resources: answers.wait(30))
    async with api.of(None) as client:
        ready = await client.get("/health/ready")
    answers.set()

    database = next(each for each in ready.json()["dependencies"] if each["name"] == "database")
    assert (ready.status_code, database["error"]) == (503, "TIMEOUT")


async def test_a_server_that_is_about_to_stop_is_not_ready_and_begins_nothing(api: Api) -> None:
    async with api.of(AccessRole.PATIENT) as client:
        api.app.state.drain.begin()
        live, ready, begun = [
            await client.get("/health/live"),
            await client.get("/health/ready"),
            await client.post("/api/v1/sessions", json={}),
        ]

    assert (live.status_code, ready.status_code) == (200, 503)
    assert (begun.status_code, begun.json()["error"]) == (503, "OVERLOADED")
    assert begun.json()["request_id"] == begun.headers["x-request-id"]
    assert int(begun.headers["retry-after"]) > 0


async def test_what_is_done_without_is_named_by_readiness_and_in_the_reply(make_assistant: MakeAssistant) -> None:
    api = Api(make_assistant(ScriptedChatModel(RuntimeError()), **UNLIMITED))
    async with api.of(AccessRole.PATIENT) as client:
        _, reply = await refill(client, ("refill my lisinopril",))
        ready = await client.get("/health/ready")

    assert reply["state"] == "CONFIRM_DOSAGE"
    assert reply["degraded"] == ready.json()["degraded"] == ["built-in model"]
    assert ready.status_code == 200


async def test_requests_are_counted_by_the_route_that_answered(api: Api) -> None:
    async with api.of(AccessRole.PATIENT) as client:
        await client.get("/api/v1/orders/RF-0000-0000")
        await client.get("/api/v1/RF-0000-0000")
        counted = (await client.get("/metrics")).text

    assert 'rxflow_http_requests_total{method="GET",route="/api/v1/orders/{order_id}",status="404"} 1.0' in counted
    assert 'rxflow_http_requests_total{method="GET",route="other",status="404"} 1.0' in counted
    assert "RF-0000" not in counted


async def test_the_diagnostics_name_no_secret(api: Api) -> None:
    async with api.of(AccessRole.ADMIN) as client:
        told = (await client.get("/diagnostics")).json()["data"]

    assert told["database"] == "sqlite"
    assert told["readiness"]["status"] == "ready"
    assert "rxflow.db" not in str(told)


@pytest.mark.parametrize("path", ["/health/live", "/api/v1/orders", "/api/nothing", "/api/docs"])
async def test_every_answer_bears_the_headers(api: Api, path: str) -> None:
    async with api.of(None) as client:
        answered = await client.get(path)

    assert {name: answered.headers[name] for name in API_HEADERS} == dict(API_HEADERS)
    assert "frame-ancestors 'none'" in answered.headers["content-security-policy"]


async def test_no_other_site_may_read_an_answer(api: Api) -> None:
    async with api.of(None) as client:
        answered = await client.options(
            "/api/v1/orders", headers={"Origin": "https://elsewhere.test", "Access-Control-Request-Method": "GET"}
        )

    assert answered.status_code == 405
    assert not [name for name in answered.headers if name.startswith("access-control")]


@pytest.mark.parametrize("says_so", [True, False])
async def test_a_body_that_is_too_large_is_refused_in_the_envelope(api: Api, says_so: bool) -> None:
    async def in_pieces():  # type: ignore[no-untyped-def]
        for _ in range(MOST_BODY_BYTES // 65536 + 2):
            yield b"x" * 65536

    async with api.of(AccessRole.PATIENT) as client:
        content = b"x" * (MOST_BODY_BYTES + 1) if says_so else in_pieces()
        refused = await client.post("/api/v1/sessions", content=content, headers={"content-type": "application/json"})

    assert (refused.status_code, refused.json()["error"]) == (413, "TOO_LARGE")


async def test_a_method_that_an_address_does_not_take_is_answered_with_those_that_it_takes(api: Api) -> None:
    async with api.of(AccessRole.PATIENT) as client:
        refused = await client.put("/api/v1/sessions/" + "s" * 32)

    assert (refused.status_code, refused.json()["error"]) == (405, "METHOD_NOT_ALLOWED")
    assert refused.headers["allow"] == "DELETE, GET"


async def test_what_does_not_fit_is_named_by_field_and_never_repeated(api: Api) -> None:
    async with api.of(AccessRole.PATIENT) as client:
        refused = await client.post("/api/v1/prices", json={"rx_number": "my secret pills!", "more": 1})

    fields = {each["field"] for each in refused.json()["details"]["fields"]}
    assert refused.status_code == 422
    assert fields == {"body.rx_number", "body.more"}
    assert "secret" not in refused.text


async def test_the_documentation_page_loads_nothing_from_elsewhere(api: Api) -> None:
    async with api.of(None) as client:
        page = await client.get("/api/docs")
        script = await client.get("/api/docs/assets/swagger-ui-bundle.js")

    assert "http://" not in page.text
    assert "https://" not in page.text
    assert (script.status_code, len(script.content) > 100_000) == (200, True)


async def test_an_unexpected_error_is_told_without_its_words(
    api: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object) -> None:
        raise ValueError("lisinopril for John")

    async with api.of(AccessRole.PATIENT) as client:
        monkeypatch.setattr(type(api.assistant.services.orders), "for_patient", broken)
        failed = await client.get("/api/v1/orders")
    logged = capsys.readouterr().err

    assert (failed.status_code, failed.json()["error"]) == (500, "INTERNAL")
    assert "lisinopril" not in failed.text + logged
    assert '"error_type": "ValueError"' in logged


async def test_requests_leave_no_word_of_a_patient_in_the_log(
    api: Api, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with api.of(AccessRole.PATIENT) as client:
            await refill(client, ("refill my lisinopril", "yes"))
            await client.post("/api/v1/prices", json={"rx_number": "RX100101"})
    # Not httpx's own lines: they are the test's.
    logged = capsys.readouterr().err + "".join(each.getMessage() for each in caplog.records if each.name != "httpx")

    assert not [word for word in ("lisinopril", "John", "RX100101", "patient_001") if word in logged]
