"""What the memory of conversations must do on any database: keep, hide, refuse, prune, forget and seal anew."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage, RemoveMessage, ToolMessage
from langgraph.types import Send

from rxflow.domain.errors import StoreUnavailableError, UnreadableDataError
from rxflow.persistence.checkpoints import Resealed
from tests.support.checkpoints import HeldKeys, Memory, a_checkpoint, named
from tests.support.postgresql import a_database

HOMES = ("memory", "file", pytest.param("postgresql", marks=pytest.mark.services))
WORDS = "refill my lisinopril please"
CASE = {"state": "START", "context": {"turn": 3, "medicine": "lisinopril", "birth": "1985-03-15", "due": None}}
MOVED = {"task_id": "UPDATE {writes} SET task_id = ?", "channel": "UPDATE {writes} SET channel = ?"}
SECRETS = (b"lisinopril", b"1985-03-15", b"Emily", b"Johnson", b"refill my", b"warfarin")


@pytest.fixture(params=HOMES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "postgresql":
        with a_database() as address:
            yield address
    else:
        yield "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path / 'rxflow.db'}"


@pytest.fixture
async def memory(url: str) -> AsyncIterator[Memory]:
    opened = await Memory.opened(url)
    yield opened
    await opened.checkpoints.close()


def a_conversation() -> list[Any]:
    return [
        HumanMessage(WORDS, id="1"),
        AIMessage("", id="2", tool_calls=[{"name": "look_up", "args": {"of": "lisinopril"}, "id": "c1"}]),
        ToolMessage('{"success": true}', tool_call_id="c1", name="look_up", id="3"),
        AIMessage("Emily Johnson, your lisinopril is ready.", id="4"),
    ]


async def sealed_again(memory: Memory, batch: int = 100) -> Resealed:
    """All steps of one pass."""
    steps = [step async for step in memory.checkpoints.reseal(batch)]
    return Resealed(*(sum(getattr(step, name) for step in steps) for name in ("changed", "overtaken", "unreadable")))


# --- kept


async def test_a_checkpoint_comes_back_as_it_was_put(memory: Memory) -> None:
    config = await memory.put("t1", messages=a_conversation(), case=CASE, word="lisinopril", number=7, nothing=None)
    latest = await memory.latest("t1")

    assert latest is not None
    assert latest.config == config
    assert latest.parent_config is None
    assert latest.metadata == {"source": "loop", "step": 1, "parents": {"secret": "Emily"}}
    assert latest.checkpoint["id"] == config["configurable"]["checkpoint_id"]
    assert latest.checkpoint["channel_versions"] == dict.fromkeys(("messages", "case", "word", "number", "nothing"), 1)
    assert latest.checkpoint["channel_values"] == {
        "messages": a_conversation(),
        "case": CASE,
        "word": "lisinopril",
        "number": 7,
        "nothing": None,
    }
    assert latest.pending_writes == []


async def test_a_thread_that_was_never_put_has_no_checkpoint(memory: Memory) -> None:
    await memory.put("t1", case=CASE)

    assert await memory.latest("t2") is None


async def test_writes_come_back_with_the_checkpoint_they_were_made_on(memory: Memory) -> None:
    config = await memory.put("t1", case=CASE)
    tools = [Send("tools", {"name": "look_up", "args": {}})]
    await memory.checkpoints.aput_writes(config, [("messages", a_conversation()), ("__pregel_tasks", tools)], "task1")
    await memory.checkpoints.aput_writes(config, [("messages", [RemoveMessage(id="1")])], "task2", "~path")
    await memory.checkpoints.aput_writes(config, [("__error__", ValueError("no lisinopril"))], "task2", "~path")
    latest = await memory.latest("t1")

    assert latest is not None
    assert latest.pending_writes == [
        ("task1", "messages", a_conversation()),
        ("task1", "__pregel_tasks", tools),
        ("task2", "__error__", "ValueError('no lisinopril')"),
        ("task2", "messages", [RemoveMessage(id="1")]),
    ]


async def test_checkpoints_are_listed_and_found_by_id(memory: Memory) -> None:
    first, second = await memory.put("t1", word="one"), await memory.put("t2", word="two")
    listed = [each async for each in memory.checkpoints.alist(None)]
    of_one = [each async for each in memory.checkpoints.alist(named("t1"), filter={"source": "loop"}, limit=5)]
    by_id = await memory.checkpoints.aget_tuple(second)

    assert [each.config for each in listed] == [second, first]
    assert [each.checkpoint["channel_values"] for each in of_one] == [{"word": "one"}]
    assert [each async for each in memory.checkpoints.alist(None, filter={"source": "fork"})] == []
    assert by_id is not None
    assert by_id.checkpoint["channel_values"] == {"word": "two"}
    assert await memory.checkpoints.aget_tuple({"configurable": {**second["configurable"], "thread_id": "t1"}}) is None


async def test_a_checkpoint_put_twice_is_the_one_put_last(memory: Memory) -> None:
    checkpoint = a_checkpoint(word="one")
    await memory.checkpoints.aput(named("t1"), checkpoint, {}, {})
    await memory.checkpoints.aput(named("t1"), {**checkpoint, "channel_values": {"word": "two"}}, {}, {})

    assert await memory.values("t1") == {"word": "two"}


async def test_what_was_kept_is_there_when_it_is_opened_again(url: str) -> None:
    if url == "sqlite://":
        pytest.skip("a database in memory ends with its connection")
    first = await Memory.opened(url)
    await first.put("t1", messages=a_conversation())
    await first.checkpoints.close()
    second = await Memory.opened(url, first.keys)

    assert await second.values("t1") == {"messages": a_conversation()}
    await second.checkpoints.close()


# --- hidden


async def test_nothing_that_a_patient_said_or_is_can_be_read_in_the_database(memory: Memory) -> None:
    config = await memory.put("t1", messages=a_conversation(), case=CASE, word="warfarin", birth="1985-03-15")
    told = {**config, "metadata": {"who": "Emily Johnson"}}
    told["configurable"] = {**config["configurable"], "words": WORDS}
    await memory.checkpoints.aput_writes(told, [("messages", a_conversation()), ("word", "warfarin")], "task1")
    await memory.checkpoints.aput_writes(told, [("__error__", ValueError("Emily Johnson"))], "task1")
    await memory.checkpoints.aput(told, a_checkpoint(word="warfarin"), {"source": "loop", "run_id": "Emily"}, {})
    stored = await memory.stored()

    assert [secret for secret in SECRETS if secret in stored or secret.hex().encode() in stored] == []
    assert b"t1" in stored, "these are not the bytes of the database"


async def test_with_another_key_nothing_is_read(memory: Memory) -> None:
    config = await memory.put("t1", messages=a_conversation())
    await memory.checkpoints.aput_writes(config, [("word", "warfarin")], "task1")
    stranger = memory.with_keys(HeldKeys())

    with pytest.raises(UnreadableDataError):
        await stranger.latest("t1")
    with pytest.raises(UnreadableDataError):
        _ = [each async for each in stranger.checkpoints.alist(None)]


# --- changed from outside


async def test_a_checkpoint_moved_to_another_thread_is_refused(memory: Memory) -> None:
    await memory.put("t1", word="one")
    await memory.checkpoints.forget("t2")
    await memory.run("UPDATE checkpoints SET thread_id = ?", "t2")
    await memory.run("UPDATE {boxes} SET thread_id = ?", "t2")

    with pytest.raises(UnreadableDataError):
        await memory.latest("t2")


@pytest.mark.parametrize("column", MOVED)
async def test_a_write_moved_to_another_task_or_channel_is_refused(memory: Memory, column: str) -> None:
    config = await memory.put("t1", word="one")
    await memory.checkpoints.aput_writes(config, [("word", "two")], "task1")
    await memory.run(MOVED[column], "other")

    with pytest.raises(UnreadableDataError):
        await memory.latest("t1")


async def test_a_box_of_another_conversation_is_refused(memory: Memory) -> None:
    await memory.put("t1", word="one")
    await memory.put("t2", word="two")
    ((box,),) = await memory.run("SELECT {box} FROM {boxes} WHERE thread_id = ?", "t1")
    await memory.run("UPDATE {boxes} SET {box} = ? WHERE thread_id = ?", box, "t2")

    assert await memory.values("t1") == {"word": "one"}
    with pytest.raises(UnreadableDataError):
        await memory.latest("t2")


async def test_what_was_never_sealed_is_refused(memory: Memory) -> None:
    await memory.put("t1", word="one")
    await memory.run("UPDATE {boxes} SET type = ?, {box} = ?", "msgpack", b"\x80")

    with pytest.raises(UnreadableDataError):
        await memory.latest("t1")


async def test_a_box_that_is_gone_is_told(memory: Memory) -> None:
    await memory.put("t1", word="one")
    await memory.run("UPDATE {boxes} SET {box} = NULL")

    with pytest.raises(UnreadableDataError, match="missing"):
        await memory.latest("t1")


async def test_a_graph_cannot_widen_what_is_revived(memory: Memory) -> None:
    assert memory.checkpoints.with_allowlist({("pathlib", "PosixPath")}) is memory.checkpoints


async def test_an_object_of_another_kind_is_not_written(memory: Memory) -> None:
    await memory.put("t1", word="one")

    with pytest.raises(StoreUnavailableError, match="cannot be kept"):
        await memory.put("t1", word=Path("/etc/passwd"))
    assert await memory.values("t1") == {"word": "one"}


# --- no more than is needed


async def test_only_the_latest_checkpoint_of_a_thread_is_kept(memory: Memory) -> None:
    other = await memory.put("t2", word="other")
    await memory.checkpoints.aput_writes(other, [("word", "mine")], "task1")
    for number in range(5):
        config = await memory.put("t1", word=str(number))
        await memory.checkpoints.aput_writes(config, [("word", "next")], "task1")
    kept = [each async for each in memory.checkpoints.alist(None)]

    assert [each.checkpoint["channel_values"] for each in kept] == [{"word": "4"}, {"word": "other"}]
    assert [each.pending_writes for each in kept] == [[("task1", "word", "next")], [("task1", "word", "mine")]]
    assert len(await memory.run("SELECT 1 FROM {boxes}")) == 2
    assert len(await memory.run("SELECT 1 FROM {writes}")) == 2


async def test_after_the_clock_was_set_back_the_checkpoint_put_last_is_the_conversation(memory: Memory) -> None:
    early = a_checkpoint(word="put last")
    await memory.put("t1", word="put first")
    await memory.checkpoints.aput(named("t1"), early, {}, {})

    assert await memory.values("t1") == {"word": "put last"}


async def test_a_put_that_fails_leaves_the_earlier_checkpoint_and_its_writes(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = await memory.put("t1", word="one")
    await memory.checkpoints.aput_writes(config, [("word", "two")], "task1")
    async with memory.checkpoints._home.saver() as saver:
        kind = type(saver)

    async def fail(*_: object) -> None:
        raise OSError("no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(kind, "aput", fail)
        with pytest.raises(StoreUnavailableError):
            await memory.put("t1", word="two")
    latest = await memory.latest("t1")

    assert latest is not None
    assert latest.checkpoint["channel_values"] == {"word": "one"}
    assert latest.pending_writes == [("task1", "word", "two")]


async def test_a_forgotten_thread_leaves_no_row(memory: Memory) -> None:
    for thread in ("t1", "t2"):
        config = await memory.put(thread, word=thread)
        await memory.checkpoints.aput_writes(config, [("word", "next")], "task1")
    await memory.checkpoints.forget("t1")
    await memory.checkpoints.adelete_thread("t1")

    assert await memory.latest("t1") is None
    assert await memory.values("t2") == {"word": "t2"}
    assert not [row for row in await memory.rows() if "t1" in row]


# --- new keys


async def test_a_pass_after_a_rotation_seals_everything_anew_and_the_old_key_may_go(memory: Memory) -> None:
    for number in range(7):
        config = await memory.put(f"t{number}", word=f"word {number}")
        await memory.checkpoints.aput_writes(config, [("word", "next"), ("__error__", "no")], "task1")
    assert await sealed_again(memory) == Resealed()

    memory.keys.keys = memory.keys.keys.rotated()
    memory.ring.refresh()
    steps = [step async for step in memory.checkpoints.reseal(batch=4)]
    assert [step.changed for step in steps] == [4, 3, 4, 4, 4, 2]
    assert await sealed_again(memory) == Resealed()

    memory.keys.keys = memory.keys.keys.without(1)
    memory.ring.refresh()
    for number in range(7):
        latest = await memory.latest(f"t{number}")
        assert latest is not None
        assert latest.checkpoint["channel_values"] == {"word": f"word {number}"}
        assert latest.pending_writes == [("task1", "__error__", "no"), ("task1", "word", "next")]


async def test_what_another_process_writes_during_a_pass_is_not_overwritten(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    await memory.put("t1", word="old")
    memory.keys.keys = memory.keys.keys.rotated()
    memory.ring.refresh()
    home = memory.checkpoints._home
    page = home.page

    async def page_and_then_a_turn(*given: Any) -> Any:
        found = await page(*given)
        if found:
            await memory.put("t1", word="new")
        return found

    monkeypatch.setattr(home, "page", page_and_then_a_turn)

    assert await sealed_again(memory) == Resealed(overtaken=1)
    assert await memory.values("t1") == {"word": "new"}


async def test_a_box_that_cannot_be_opened_is_counted_and_left(memory: Memory) -> None:
    await memory.with_keys(HeldKeys()).put("t1", word="of a lost key")
    await memory.put("t2", word="two")
    memory.keys.keys = memory.keys.keys.rotated()
    memory.ring.refresh()

    assert await sealed_again(memory) == Resealed(changed=1, unreadable=1)
    assert await memory.values("t2") == {"word": "two"}


# --- many at once


async def test_many_conversations_at_once_keep_each_its_own(memory: Memory) -> None:
    async def talk(thread: str) -> None:
        for number in range(10):
            config = await memory.put(thread, word=f"{thread} {number}")
            await memory.checkpoints.aput_writes(config, [("word", thread)], "task1")
            assert await memory.values(thread) == {"word": f"{thread} {number}"}

    threads = [f"t{number}" for number in range(8)]
    await asyncio.gather(*map(talk, threads))

    assert [await memory.values(thread) for thread in threads] == [{"word": f"{thread} 9"} for thread in threads]


async def test_two_processes_that_open_it_together_both_use_it(url: str) -> None:
    if url == "sqlite://":
        pytest.skip("a database in memory belongs to one process")
    keys = HeldKeys()
    first, second = await asyncio.gather(Memory.opened(url, keys), Memory.opened(url, keys))
    await asyncio.gather(first.put("t1", word="one"), second.put("t2", word="two"))

    assert (await second.values("t1"), await first.values("t2")) == ({"word": "one"}, {"word": "two"})
    await first.checkpoints.close()
    await second.checkpoints.close()


async def test_boxes_are_counted_by_their_key(memory: Memory) -> None:
    config = await memory.put("t1", case=CASE)
    await memory.checkpoints.aput_writes(config, [("messages", a_conversation()), ("word", "warfarin")], "task1")
    assert await memory.checkpoints.boxes_by_key() == {1: 3}

    memory.keys.keys = memory.keys.keys.rotated()
    memory.ring.renew()
    await memory.put("t2", case=CASE)
    assert await memory.checkpoints.boxes_by_key() == {1: 3, 2: 1}

    await sealed_again(memory)
    assert await memory.checkpoints.boxes_by_key() == {2: 4}
