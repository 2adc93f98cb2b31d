"""More than can be answered at once is refused at once, and every place is given back exactly once."""

import asyncio
from collections import Counter

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rxflow.resilience.load_shedding import LoadShedding

from .asgi import Call, HeldApp, settled

LIMIT = 2


async def begun(app: LoadShedding, *paths: str, kind: str = "http") -> list[asyncio.Task[None]]:
    tasks = [asyncio.create_task(Call(app, path, kind).run()) for path in paths]
    await settled()
    return tasks


async def test_beyond_the_limit_a_request_is_told_when_to_come_again() -> None:
    held, shed = HeldApp(), Counter[str]()
    app = LoadShedding(held, LIMIT, retry_after=1.2, on_shed=lambda kind: shed.update([kind]))
    running = await begun(app, "/1", "/2")
    refused = Call(app, "/3")
    await refused.run()

    assert (refused.status, app.in_flight, shed) == (503, LIMIT, {"http": 1})
    assert refused.headers["retry-after"] == "2"
    assert refused.headers["content-type"] == "application/json"
    assert int(refused.headers["content-length"]) == len(refused.sent[-1]["body"])
    assert refused.body["error"]["code"] == "OVERLOADED"
    held.begun["/1"].set_result(None)
    await running[0]
    await begun(app, "/4")
    assert "/4" in held.begun
    held.begun["/2"].set_result(None)
    held.begun["/4"].set_result(None)


async def test_a_body_of_ones_own_is_made_of_the_request_and_the_error() -> None:
    app = LoadShedding(HeldApp(), 0, body=lambda scope, error: {"at": scope["path"], "code": error.code})
    refused = Call(app, "/v1/turns")
    await refused.run()

    assert refused.body == {"at": "/v1/turns", "code": "OVERLOADED"}


@pytest.mark.parametrize(("path", "is_refused"), [("/health/ready", False), ("/metrics", False), ("/healthy", True)])
async def test_what_operators_ask_is_answered_all_the_same(path: str, is_refused: bool) -> None:
    held = HeldApp()
    app = LoadShedding(held, 0)
    call = Call(app, path)
    task = asyncio.create_task(call.run())
    await settled()

    assert (call.status == 503) is is_refused
    assert app.in_flight == 0
    task.cancel()


async def test_an_open_page_takes_no_place_of_a_request() -> None:
    app = LoadShedding(HeldApp(), LIMIT)
    tasks = await begun(app, *(f"/{number}" for number in range(50)), kind="websocket")

    assert (app.in_flight, app.websockets) == (0, 50)
    for task in tasks:
        task.cancel()
    await settled()
    assert app.websockets == 0


@pytest.mark.parametrize("extension", [True, False])
async def test_beyond_their_own_limit_websockets_are_not_opened(extension: bool) -> None:
    app = LoadShedding(HeldApp(), LIMIT, websockets=0)
    call = Call(app, "/stream", "websocket", extensions={"websocket.http.response": {}} if extension else {})
    await call.run()

    if extension:
        assert (call.status, call.headers["retry-after"]) == (503, "2")
    else:
        assert call.sent == [{"type": "websocket.close", "code": 1013}]


async def test_the_start_of_the_application_passes() -> None:
    seen = []

    async def inner(scope: dict[str, str], *_: object) -> None:
        seen.append(scope["type"])

    await Call(LoadShedding(inner, 0), "/", "lifespan").run()

    assert seen == ["lifespan"]


class Requests(RuleBasedStateMachine):
    """Requests that come, stream, fail, are cancelled and end, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.held = HeldApp()
        self.app = LoadShedding(self.held, LIMIT, websockets=LIMIT)
        self.running: dict[str, tuple[str, asyncio.Task[None]]] = {}
        self.count = 0

    @rule(kind=st.sampled_from(["http", "websocket"]))
    def comes(self, kind: str) -> None:
        self.count += 1
        path = f"/{self.count}"
        is_full = sum(each == kind for each, _ in self.running.values()) >= LIMIT
        task = self.loop.create_task(Call(self.app, path, kind).run())
        self.loop.run_until_complete(settled())
        assert (path in self.held.begun) is not is_full
        assert task.done() is is_full
        if not is_full:
            self.running[path] = kind, task

    @precondition(lambda self: self.running)
    @rule(data=st.data(), end=st.sampled_from(["answered", "failed", "cancelled", "failed and cancelled"]))
    def ends(self, data: st.DataObject, end: str) -> None:
        path = data.draw(st.sampled_from(sorted(self.running)))
        _, task = self.running.pop(path)
        if "failed" in end:
            self.held.begun[path].set_exception(RuntimeError())
        if "cancelled" in end:
            task.cancel()
        if end == "answered":
            self.held.begun[path].set_result(None)
        self.loop.run_until_complete(asyncio.gather(task, return_exceptions=True))

    @invariant()
    def every_place_is_somebodys(self) -> None:
        kinds = Counter(kind for kind, _ in self.running.values())
        assert (self.app.in_flight, self.app.websockets) == (kinds["http"], kinds["websocket"])

    def teardown(self) -> None:
        for _, task in self.running.values():
            task.cancel()
        self.loop.run_until_complete(settled())
        assert (self.app.in_flight, self.app.websockets) == (0, 0)
        self.loop.close()


Requests.TestCase.settings = settings(max_examples=50, deadline=None)
TestRequests = Requests.TestCase
