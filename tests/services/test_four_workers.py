"""Four real processes answer the turns of the same and of different conversations at once."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.security.keys import format_keys, new_keys
from rxflow.services.mock_data import MockData
from tests.services.worker import NOW
from tests.support.conversation import TO_THE_QUOTE
from tests.support.servers import postgres_database

pytestmark = pytest.mark.services

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 4


class Worker:
    """A process that answers."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def send(self, session_id: str, words: str, in_reply_to: int | None = None) -> None:
        assert self.process.stdin is not None
        said = {"session_id": session_id, "words": words, "in_reply_to": in_reply_to}
        self.process.stdin.write(json.dumps(said) + "\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found


# Starting processes takes longer than all they are asked, so the tests of a database share them.
@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('workers') / 'rxflow.db'}"
        return
    with postgres_database() as address:
        yield address


@pytest.fixture(scope="module")
def keys() -> str:
    return format_keys(new_keys(is_demo=True))


@pytest.fixture(scope="module")
def desk(url: str, keys: str, demo: MockData) -> Iterator[Assistant]:
    """The parent's own assistant on the same database, which begins conversations and looks."""
    settings = Settings(_env_file=None, database_url=url, keys=SecretStr(keys), messages_per_minute=0)
    with build_assistant(settings, now=lambda: NOW, data=demo) as assistant:
        yield assistant


@pytest.fixture(scope="module")
def workers(desk: Assistant, url: str, keys: str) -> Iterator[list[Worker]]:
    with ExitStack() as running:
        found = [Worker(running.enter_context(worker_process(url, keys))) for _ in range(WORKERS)]
        for each in found:
            each.answer()  # it is ready
        yield found


@contextmanager
def worker_process(url: str, keys: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.services.worker", url]
    here = {name: value for name, value in os.environ.items() if not name.startswith("RXFLOW_")}
    environment = {**here, "RXFLOW_KEYS": keys, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_no_turn_of_one_conversation_is_lost_or_counted_twice(desk: Assistant, workers: list[Worker]) -> None:
    session_id = desk.run(desk.manager.start("patient_001")).session_id
    messages = 8
    for number in range(messages):
        for place, worker in enumerate(workers):
            worker.send(session_id, f"what can you do? {place} {number}")
    answers = [worker.answer() for worker in workers for _ in range(messages)]

    assert sorted(answer["turn"] for answer in answers) == list(range(1, WORKERS * messages + 1))
    turns = desk.manager.transcript(session_id)
    assert [turn.number for turn in turns] == list(range(1, WORKERS * messages + 1))
    assert [turn.detail["turn"] for turn in turns] == [turn.number for turn in turns]
    assert len({turn.patient_text for turn in turns}) == WORKERS * messages
    assert desk.run(desk.manager.resume(session_id)).turn == WORKERS * messages


def test_conversations_go_from_process_to_process_at_once(desk: Assistant, workers: list[Worker]) -> None:
    begun = [desk.run(desk.manager.start("patient_001")) for _ in range(2 * WORKERS)]
    last = [0] * len(begun)
    placed = []
    for step, words in enumerate((*TO_THE_QUOTE, "yes")):
        for place, reply in enumerate(begun):
            workers[(place + step) % WORKERS].send(reply.session_id, words, last[place])
        for place in range(len(begun)):
            answer = workers[(place + step) % WORKERS].answer()
            last[place] = answer["turn"]
            placed += [answer["order"]] if answer["order"] else []

    assert last == [len(TO_THE_QUOTE) + 1] * len(begun)
    # The same refill was asked for in eight conversations at once: it is filled once.
    submitted = [order for order in desk.services.orders.for_patient("patient_001") if order.status == "SUBMITTED"]
    assert len(submitted) == 1
    assert submitted[0].order_id in {order["order_id"] for order in placed}


def test_a_process_that_is_killed_in_the_middle_holds_nobody_up(
    desk: Assistant, workers: list[Worker], url: str, keys: str
) -> None:
    session_id = desk.run(desk.manager.start("patient_001")).session_id
    with worker_process(url, keys) as process:
        killed = Worker(process)
        killed.answer()  # it is ready
        for number in range(20):
            killed.send(session_id, f"what can you do? killed {number}")
        killed.answer()
    for worker in workers:
        worker.send(session_id, "what can you do? other")
    turns = sorted(worker.answer()["turn"] for worker in workers)

    assert all(turn > 1 for turn in turns)
    assert turns == list(range(turns[0], turns[0] + len(workers)))
    assert desk.run(desk.manager.resume(session_id)).turn == turns[-1]
