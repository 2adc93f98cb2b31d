"""The server: its start and end, its headers, and the cookie that knows a browser again."""

import asyncio
import re
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
import uvicorn

from rxflow.config.settings import Settings
from rxflow.domain.errors import ConfigurationError
from rxflow.main import create_app
from rxflow.server import serve
from rxflow.ui import assistant as shared
from rxflow.ui.browser import COOKIE, BrowserCookie, new_browser_key
from rxflow.ui.page_root import ROOT

START_SECONDS = 30


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server; one a process, because Streamlit has one runtime a process."""
    shared.pharmacy_assistant.clear()
    database = tmp_path_factory.mktemp("server") / "rxflow.db"
    app = create_app(Settings(database_url=f"sqlite:///{database}", _env_file=None))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, log_level="warning", ws="websockets-sansio"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + START_SECONDS
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    (listener,) = server.servers[0].sockets
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(START_SECONDS)
    assert not thread.is_alive()


def fetch(address: str, cookie: str | None = None) -> Message:
    """The headers of an answer."""
    request = urllib.request.Request(address, headers={"Cookie": cookie} if cookie else {})  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
        assert response.status == 200
        return response.headers


def test_the_assistant_is_ready_before_the_first_request(address: str) -> None:
    fetch(f"{address}/_stcore/health")

    assert shared.pharmacy_assistant().settings.database_url.endswith("server0/rxflow.db")


def test_a_new_browser_gets_a_key_that_no_script_can_read(address: str) -> None:
    cookie = fetch(address)["set-cookie"]

    assert re.fullmatch(rf"{COOKIE}=[\w-]{{32}}; Path=/; HttpOnly; SameSite=Lax", cookie)
    assert fetch(address)["set-cookie"] != cookie


@pytest.mark.parametrize("sent", ["short", "a" * 33, '"; drop', "../" * 11])
def test_a_key_that_we_did_not_make_is_replaced(address: str, sent: str) -> None:
    assert COOKIE in fetch(address, f"{COOKIE}={sent}")["set-cookie"]


def test_a_browser_keeps_its_key(address: str) -> None:
    assert fetch(address, f"{COOKIE}={new_browser_key()}")["set-cookie"] is None


def test_only_the_page_sets_the_cookie(address: str) -> None:
    cookies = fetch(f"{address}/_stcore/health").get_all("set-cookie", [])

    assert not [cookie for cookie in cookies if cookie.startswith(COOKIE)]


def test_the_tabs_icon_is_our_own(address: str) -> None:
    assert fetch(f"{address}/favicon.png").get_content_type() == "image/svg+xml"


def test_the_page_loads_and_tells_nothing_elsewhere(address: str) -> None:
    headers = fetch(address)

    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("page", ["", "chat", "medicines"])
def test_every_page_says_that_its_server_is_at_the_root(address: str, page: str) -> None:
    with urllib.request.urlopen(f"{address}/{page}", timeout=10) as answer:  # noqa: S310
        shown = answer.read()

    assert shown.index(ROOT) < shown.index(b'<script type="module"')
    assert int(answer.headers["content-length"]) == len(shown)


def test_what_is_no_page_is_served_as_it_is(address: str) -> None:
    with urllib.request.urlopen(f"{address}/favicon.png", timeout=10) as answer:  # noqa: S310
        assert ROOT not in answer.read()


def test_behind_https_the_cookie_is_sent_over_https_only() -> None:
    sent: list[dict] = []

    async def page(_scope: object, _receive: object, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def collect(message: dict) -> None:
        sent.append(message)

    scope = {"type": "http", "path": "/", "scheme": "https", "headers": []}
    asyncio.run(BrowserCookie(page)(scope, None, collect))

    assert sent[0]["headers"][0][1].endswith(b"; Secure")


def test_a_taken_port_is_one_line_that_says_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"port {port} is in use.*RXFLOW_PORT"):
            serve(Settings(port=port, _env_file=None))


def test_an_address_of_another_machine_is_one_line_that_says_what_to_do() -> None:
    with pytest.raises(ConfigurationError, match="RXFLOW_HOST"):
        serve(Settings(host="192.0.2.1", _env_file=None))


def test_serving_listens_first_and_builds_everything_before_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[str] = []

    def run(_: uvicorn.Server, sockets: list[socket.socket]) -> None:
        served.extend(listener.getsockname()[0] for listener in sockets)
        served.append(shared.pharmacy_assistant().settings.database_url)

    shared.pharmacy_assistant.clear()
    monkeypatch.setattr(uvicorn.Server, "run", run)
    settings = Settings(port=free_port(), database_url=f"sqlite:///{tmp_path / 'own.db'}", _env_file=None)
    serve(settings)
    shared.pharmacy_assistant.clear()

    assert served == ["127.0.0.1", settings.database_url]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
