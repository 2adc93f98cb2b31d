"""HTTP requests: counted by route, never by path, and named by an id that only a harmless one can set."""

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from rxflow.observability.http_metrics import CLIENT_LEFT, METHODS, OTHER, RequestMetrics, route_template
from rxflow.observability.logging import configure_logging, get_logger
from rxflow.observability.metrics import Metrics

GIVEN = re.compile(r"[A-Za-z0-9_-]{1,64}")
Samples = dict[tuple[str, str, str], float]


def requests_of(metrics: Metrics) -> Samples:
    """How many requests by route, method and status."""
    return {
        (sample.labels["route"], sample.labels["method"], sample.labels["status"]): sample.value
        for family in metrics.http_requests.collect()
        for sample in family.samples
        if sample.name.endswith("_total")
    }


async def said_id(request: Request) -> Response:
    get_logger("rxflow.test").info("request")
    return PlainTextResponse(request.state.request_id)


async def fails(_request: Request) -> Response:
    raise ValueError("John Smith")


def api() -> FastAPI:
    app, more = FastAPI(), APIRouter(prefix="/v1")

    @app.get("/orders/{order_id}")
    def order(order_id: str) -> str:
        return order_id

    @more.post("/cases/{case_id}/steps")
    def step(case_id: str) -> str:
        return case_id

    app.include_router(more)
    return app


class World:
    """An application of several kinds of routes behind the middleware."""

    def __init__(self, new_id: Callable[[], str] = lambda: "made-1") -> None:
        self.metrics = Metrics()
        self.time = 0.0
        routes = [
            Route("/id/{name}", said_id),
            Route("/fails", fails),
            Mount("/api", api()),
            Mount("/of/{who}", routes=[Route("/orders/{order_id}", said_id)]),
            Mount("/files", PlainTextResponse("a file")),
        ]
        app = RequestMetrics(Starlette(routes=routes), lambda: self.metrics, new_id, self._seconds)
        self.client = TestClient(app, raise_server_exceptions=False)

    def _seconds(self) -> float:
        self.time += 0.25
        return self.time

    def counted(self) -> Samples:
        return requests_of(self.metrics)


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize(
    ("method", "path", "route", "status"),
    [
        ("GET", "/id/John", "/id/{name}", "200"),
        ("POST", "/id/John", "/id/{name}", "405"),
        ("GET", "/id/John/", OTHER, "307"),
        ("GET", "/fails", "/fails", "500"),
        ("GET", "/api/orders/RF-1", "/api/orders/{order_id}", "200"),
        ("POST", "/api/v1/cases/CS-1/steps", "/api/v1/cases/{case_id}/steps", "200"),
        ("GET", "/api/John", "/api", "404"),
        ("GET", "/of/John/orders/RF-1", "/orders/{order_id}", "200"),
        ("GET", "/files/John.txt", "/files", "200"),
        ("GET", "/John", OTHER, "404"),
        ("GET", "/", OTHER, "404"),
        ("BREW", "/id/John", "/id/{name}", "405"),
    ],
)
def test_a_request_is_counted_by_the_template_of_its_route(
    method: str, path: str, route: str, status: str, world: World
) -> None:
    world.client.request(method, path, follow_redirects=False)

    assert world.counted() == {(route, method if method in METHODS else OTHER, status): 1.0}
    assert "John" not in world.metrics.exposition().decode()


def test_the_time_of_a_request_and_how_many_are_being_answered(world: World) -> None:
    world.client.get("/id/a")
    text = world.metrics.exposition().decode()

    assert 'rxflow_http_request_seconds_sum{method="GET",route="/id/{name}"} 0.25' in text
    assert "rxflow_http_requests_in_progress 0.0" in text


@given(st.lists(st.tuples(st.text(min_size=1, max_size=8), st.sampled_from(["GET", "PUT", "X", "GETS"])), max_size=20))
def test_whatever_is_asked_for_there_are_no_more_series_than_routes(asked: list[tuple[str, str]]) -> None:
    world = World()
    for name, method in asked:
        for path in (f"/{name}", f"/id/{name}", f"/api/orders/{name}", f"/of/{name}/orders/{name}"):
            scope = {"type": "http", "method": method, "path": path, "headers": [], "query_string": b""}
            asyncio.run(answered(world, scope))
    routes = {route for route, _, _ in world.counted()}

    assert routes <= {
        OTHER,
        "/id/{name}",
        "/api",
        "/api/orders/{order_id}",
        "/orders/{order_id}",
        "/fails",
        "/files",
    } | {"/of/{who}"}
    assert {method for _, method, _ in world.counted()} <= {"GET", "PUT", OTHER}


async def answered(world: World, scope: dict[str, Any]) -> list[Any]:
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(message)

    await world.client.app(scope, receive, send)
    return sent


@given(st.text(st.characters(max_codepoint=255), max_size=80) | st.from_regex(GIVEN, fullmatch=True))
def test_only_a_harmless_id_is_taken_over(given_id: str) -> None:
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/id/x",
        "query_string": b"",
        "headers": [(b"x-request-id", given_id.encode("latin-1"))],
    }
    start, body = asyncio.run(answered(World(), scope))[:2]
    expected = given_id if GIVEN.fullmatch(given_id) else "made-1"

    assert dict(start["headers"])[b"x-request-id"].decode() == expected
    assert body["body"].decode() == expected


def test_each_request_has_an_id_of_its_own_when_it_brings_none(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("INFO")
    metrics = Metrics()
    client = TestClient(RequestMetrics(Starlette(routes=[Route("/", said_id)]), lambda: metrics))
    ids = [client.get("/").headers["x-request-id"] for _ in range(3)]
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert len(set(ids)) == 3
    assert all(GIVEN.fullmatch(each) for each in ids)
    assert [line["request_id"] for line in lines if line["event"] == "request"] == ids


def test_an_answer_bears_one_id_whatever_the_application_says(world: World) -> None:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": [(b"x-request-id", b"own")]})
        await send({"type": "http.response.body"})

    client = TestClient(RequestMetrics(app, lambda: world.metrics, lambda: "made-1"))

    assert client.get("/").headers.get_list("x-request-id") == ["made-1"]


def test_a_request_that_nobody_answered_is_counted_as_left(world: World) -> None:
    async def app(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise asyncio.CancelledError

    async def left() -> None:
        scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
        await RequestMetrics(app, lambda: world.metrics)(scope, None, None)  # type: ignore[arg-type]

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(left())

    assert world.counted() == {(OTHER, "GET", str(CLIENT_LEFT)): 1.0}
    assert "rxflow_http_requests_in_progress 0.0" in world.metrics.exposition().decode()


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
def test_what_is_no_request_passes_through(kind: str, world: World) -> None:
    seen: list[Scope] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope)

    scope = {"type": kind}
    asyncio.run(RequestMetrics(app, lambda: world.metrics)(scope, None, None))  # type: ignore[arg-type]

    assert seen == [{"type": kind}]
    assert world.counted() == {}


@pytest.mark.parametrize("route", [None, object(), Mount("/", PlainTextResponse("x"))])
def test_a_route_without_a_template_is_one_label(route: object) -> None:
    assert route_template({"route": route}) in {OTHER, "/"}
