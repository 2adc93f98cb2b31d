"""Headers that every answer bears: once, and in place of the application's own."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from rxflow.security.response_headers import ResponseHeaders

HEADERS = {"cache-control": "no-store", "x-frame-options": "DENY"}
OF_DOCS = {"x-frame-options": "SAMEORIGIN"}
OWN = {"Cache-Control": "public", "Set-Cookie": "a=1"}


def said(_request: object) -> PlainTextResponse:
    return PlainTextResponse("said", headers=OWN)


async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("said")
    await socket.close()


@pytest.fixture
def client() -> TestClient:
    app = Starlette(routes=[Route("/", said), Route("/docs/page", said), WebSocketRoute("/talk", talk)])
    return TestClient(ResponseHeaders(app, HEADERS, {"/docs": OF_DOCS}))


def test_an_answer_bears_each_header_once_and_not_its_own_of_that_name(client: TestClient) -> None:
    headers = client.get("/").headers

    assert headers.get_list("cache-control") == ["no-store"]
    assert headers.get_list("x-frame-options") == ["DENY"]
    assert headers["set-cookie"] == "a=1"


def test_what_the_application_does_not_know_bears_them_too(client: TestClient) -> None:
    answered = client.get("/nothing")

    assert answered.status_code == 404
    assert {name: answered.headers[name] for name in HEADERS} == HEADERS


def test_some_paths_have_headers_of_their_own(client: TestClient) -> None:
    headers = client.get("/docs/page").headers

    assert headers.get_list("x-frame-options") == ["SAMEORIGIN"]
    assert headers.get_list("cache-control") == ["public"]


def test_a_websocket_is_left_alone(client: TestClient) -> None:
    with client.websocket_connect("/talk") as socket:
        assert socket.receive_text() == "said"
