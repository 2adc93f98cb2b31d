"""`python -m bench.load` measures a real server over HTTP, and says what went wrong."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from itertools import pairwise
from typing import Any, TypeVar

import pytest

from bench.figures import Figure
from bench.load import __main__ as bench
from bench.load import routes
from bench.load.client import Answer, Client, request
from bench.load.conversations import Conversation, Turn, figures_of, go_on, line, problems_of, say
from rxflow.workflow.workflow_types import RefillState

pytestmark = pytest.mark.no_cover
"""Many conversations, whose parts other tests cover one by one."""

Dialogue = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Result = TypeVar("Result")
NOW = 0.0


def test_it_measures_as_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "ROUND_SECONDS", 0.02)
    monkeypatch.setattr(bench, "LEAST_PATIENTS", 5)
    bench.main("--alone --processes 2 --conversations 5 --rate 50 --seconds 0.4 --rounds 2 --json".split())
    captured = capsys.readouterr()
    figures = {each["name"]: each for each in json.loads(captured.out)}

    assert captured.err == ""
    assert figures["Start to ready"]["goal"] == 4
    assert figures["5 conversations, 50 turns/s: done"]["value"] == 20
    assert figures["5 conversations, 50 turns/s: orders placed"]["value"] == 5
    assert figures["5 conversations, 50 turns/s: errors"]["is_met"]
    assert figures["5 conversations, 50 turns/s: p95 from when a turn was due"]["goal"] == 150
    assert figures["Memory, the most so far"]["value"] > 50
    for path, goal in (("/health/live", 0.6), ("/version", 0.6), ("/api/v1/pharmacies/PH003", None)):
        assert figures[f"{path}, requests answered"]["value"] > 0
        assert figures[f"{path}, of what plain FastAPI answers"]["goal"] == goal


def test_each_line_of_a_conversation_leads_to_another_state() -> None:
    states = [line(number)[1] for number in range(50)]

    assert all(state is not following for state, following in pairwise(states))
    assert states.count(RefillState.COMPLETE) == 2


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (200, {"data": {"state": "CONFIRM_DOSAGE"}}, None),
        (200, {"data": {"state": "ERROR"}}, "'refill my lisinopril' led to ERROR, not CONFIRM_DOSAGE"),
        (429, {"error": "RATE_LIMITED"}, "429 RATE_LIMITED"),
    ],
)
def test_an_answer_is_right_or_told_of(status: int, body: dict[str, Any], problem: str | None) -> None:
    async def talk(client: Client) -> Turn:
        return await say(client, Conversation("token", "session"), NOW)

    assert _served(_answering(status, body), talk).problem == problem


def test_a_turn_without_an_answer_is_an_error() -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()

    async def talk(client: Client) -> list[Turn]:
        return await go_on([client], [Conversation("token", "session")], rate=1000, count=2)

    turns = _served(hang_up, talk)
    figures = {each.name.partition(": ")[2]: each for each in figures_of(turns, 1, 60)}

    assert problems_of(turns) == {"ConnectionResetError": 2}
    assert figures["errors"].value == 2
    assert not figures["errors"].is_met
    assert not figures["done"].is_met


def test_latency_counts_from_when_a_turn_was_due() -> None:
    figures = figures_of([Turn(100.0, RefillState.COMPLETE)] * 9 + [Turn(5000.0, RefillState.START)], 1, 60)
    p95 = next(each for each in figures if "p95" in each.name)

    assert p95.value > 150
    assert isinstance(p95, Figure)
    assert not p95.is_met


def test_an_answer_in_pieces_is_put_together_and_its_connection_used_again() -> None:
    opened = list[None]()

    async def in_pieces(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opened.append(None)
        for piece in (b"HTTP/1.1 200 OK\r\nContent-", b"Length: 5\r\n", b"\r\nhe", b"llo") * 2:
            if piece.startswith(b"HTTP"):
                await reader.readuntil(b"\r\n\r\n")
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0)
        writer.close()

    async def ask_twice(client: Client) -> list[Answer]:
        return [await client.ask(request("GET", "/")) for _ in range(2)]

    assert _served(in_pieces, ask_twice) == [Answer(200, b"hello")] * 2
    assert len(opened) == 1


def _answering(status: int, body: dict[str, Any]) -> Dialogue:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        content = json.dumps(body).encode()
        writer.write(b"HTTP/1.1 %d Said\r\ncontent-length: %d\r\n\r\n" % (status, len(content)) + content)
        await writer.drain()
        writer.close()

    return answer


def _served(dialogue: Dialogue, ask: Callable[[Client], Coroutine[Any, Any, Result]]) -> Result:
    """What a client gets from a server that holds a dialogue on each connection."""

    async def both() -> Result:
        server = await asyncio.start_server(dialogue, "127.0.0.1", 0)
        async with server, Client(server.sockets[0].getsockname()[1]) as client:
            return await ask(client)

    return asyncio.run(both())
