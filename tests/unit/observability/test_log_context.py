"""The ids that log lines bear: bound for a while, carried into threads and onto another event loop, and never a key."""

import asyncio
import json
import threading
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rxflow.bootstrap import EventLoopThread
from rxflow.observability.log_context import REF_CHARS, bind, bound, session_ref
from rxflow.observability.logging import configure_logging, get_logger


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.fixture(autouse=True)
def _logging() -> None:
    configure_logging("INFO")


def test_ids_are_in_every_line_until_their_block_ends(capsys: pytest.CaptureFixture[str]) -> None:
    log = get_logger("rxflow.test")
    with bound(request_id="r1", case_id=None):
        log.info("outer")
        with bound(session_ref="s1"):
            bind(case_id="CS-1")
            log.info("inner")
        log.info("outer")
    log.info("after")

    outer, inner, again, after = lines(capsys)
    assert (outer["request_id"], "case_id" in outer, "session_ref" in outer) == ("r1", False, False)
    assert (inner["request_id"], inner["session_ref"], inner["case_id"]) == ("r1", "s1", "CS-1")
    assert {**again, "timestamp": ""} == {**outer, "timestamp": ""}
    assert not {"request_id", "session_ref", "case_id"} & set(after)


def test_ids_end_with_their_block_when_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    with suppress(ValueError), bound(session_ref="s1"):
        bind(case_id="CS-1")
        raise ValueError
    get_logger("rxflow.test").info("after")

    assert not {"session_ref", "case_id"} & set(lines(capsys)[0])


def test_an_inner_id_gives_the_outer_one_back(capsys: pytest.CaptureFixture[str]) -> None:
    with bound(case_id="CS-1"):
        with bound(case_id="CS-2"):
            bind(case_id="CS-3")
        get_logger("rxflow.test").info("turn")

    assert lines(capsys)[0]["case_id"] == "CS-1"


def test_ids_go_along_onto_the_assistants_own_loop(capsys: pytest.CaptureFixture[str]) -> None:
    loop = EventLoopThread()
    seen = []

    async def turn() -> None:
        seen.append(threading.get_ident())
        get_logger("rxflow.test").info("turn")
        await asyncio.to_thread(get_logger("rxflow.test").info, "tool")

    try:
        with bound(request_id="r1"):
            loop.run(turn())
        loop.run(turn())
    finally:
        loop.close()

    assert threading.get_ident() not in seen
    assert [line.get("request_id") for line in lines(capsys)] == ["r1", "r1", None, None]


async def test_turns_at_the_same_time_do_not_mix_their_ids(capsys: pytest.CaptureFixture[str]) -> None:
    both_in = asyncio.Barrier(2)

    async def turn(ref: str) -> None:
        with bound(session_ref=ref):
            await both_in.wait()
            bind(case_id=f"case of {ref}")
            await both_in.wait()
            get_logger("rxflow.test").info("turn")

    await asyncio.gather(turn("a"), turn("b"))

    assert {(line["session_ref"], line["case_id"]) for line in lines(capsys)} == {
        ("a", "case of a"),
        ("b", "case of b"),
    }


@given(st.text(), st.text())
def test_a_conversation_has_one_short_name_that_holds_nothing_of_its_id(session_id: str, other: str) -> None:
    ref = session_ref(session_id)

    assert ref == session_ref(session_id)
    assert (ref == session_ref(other)) == (session_id == other)
    assert len(ref) == REF_CHARS
    assert set(ref) <= set("0123456789abcdef")
