"""The PostgreSQL server is stopped in the middle of turns, as by a power cut, and started again."""

import random
import threading
from collections.abc import Iterator
from time import perf_counter, sleep

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from rxflow.assistant import Assistant
from rxflow.bootstrap import build_assistant
from rxflow.config.settings import Settings
from rxflow.domain.errors import StoreUnavailableError
from rxflow.persistence.tables import ORDERS, RESERVED_STOCK
from rxflow.security.keys import format_keys, new_keys
from rxflow.services.mock_data import MockData
from rxflow.workflow.workflow_types import ConversationResponse
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.postgresql_server import PostgresServer, missing, postgres_server

pytestmark = [pytest.mark.services, pytest.mark.skipif(missing() is not None, reason=str(missing()))]

ROUNDS = 4
CANNOT = "cannot save"


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with postgres_server() as server:
        yield server


@pytest.fixture(scope="module")
def assistant(server: PostgresServer, demo: MockData, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    settings = Settings(
        _env_file=None,
        database_url=server.url,
        keys=SecretStr(format_keys(new_keys())),
        audit_head_file=tmp_path_factory.mktemp("head") / "audit-head",
        messages_per_minute=0,
    )
    with build_assistant(settings, now=FrozenClock(WEDNESDAY_MORNING), data=demo) as assistant:
        yield assistant


class Stop(threading.Thread):
    """Stops the server a while after it was started."""

    def __init__(self, server: PostgresServer, seconds: float) -> None:
        super().__init__()
        self._server, self._seconds = server, seconds
        self.start()

    def run(self) -> None:
        sleep(self._seconds)
        self._server.stop()


def test_a_server_that_stops_in_the_middle_of_turns_loses_and_doubles_nothing(
    server: PostgresServer, assistant: Assistant
) -> None:
    chance = random.Random(1)
    chat = Conversation(assistant, "patient_001")
    placed, cancelled = set[str](), set[str]()

    def hear(reply: ConversationResponse) -> None:
        if reply.order is not None:
            (placed if reply.order["status"] == "SUBMITTED" else cancelled).add(reply.order["order_id"])

    began = perf_counter()
    for words in TO_THE_QUOTE:
        hear(chat.say(words))
    seconds = perf_counter() - began
    failed = 0
    for _ in range(ROUNDS):
        stop = Stop(server, chance.uniform(0, seconds))
        while stop.is_alive():
            for words in ("refill my lisinopril", "yes", "H-E-B", "yes", "cancel my order", "yes"):
                reply = chat.say(words)
                hear(reply)
                failed += CANNOT in reply.message
                if not stop.is_alive():
                    break
        stop.join()
        assert CANNOT in chat.say("hello").message
        server.start()
        # The same process, at once: nothing has to be restarted.
        assert CANNOT not in chat.say("hello").message
    assert failed > 0

    with assistant._store.read() as tx:
        status = dict(tuple(row) for row in tx.execute(select(ORDERS.c.order_id, ORDERS.c.status)))
        reserved = sum(tx.scalars(select(RESERVED_STOCK.c.fills)))
    standing = {order_id for order_id, found in status.items() if found == "SUBMITTED"}
    assert placed <= status.keys()
    assert cancelled.isdisjoint(standing)
    assert (len(standing), reserved) in {(0, 0), (1, 1)}
    assert assistant.services.audit.verify().broken is None
    numbers = [turn.number for turn in assistant.manager.transcript(chat.session_id)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_while_the_server_is_gone_the_patient_is_told_and_errors_are_typed(
    server: PostgresServer, assistant: Assistant
) -> None:
    chat = Conversation(assistant, "patient_002")
    chat.say("refill my atorvastatin", "yes", "H-E-B")
    server.stop()
    try:
        assert CANNOT in chat.say("yes").message
        assert "911" in chat.say("I have crushing chest pain").message
        for ask in (chat.orders, assistant.services.audit.head, chat.resumed):
            with pytest.raises(StoreUnavailableError, match="no connection to the server"):
                ask()
    finally:
        server.start()

    assert (chat.orders(), chat.resumed().quotes) == ((), ())
    assert chat.say("yes").order is None
    assert assistant.services.audit.verify().broken is None
