"""`python -m bench.crash` kills real processes, and what it looks for it finds when it is there."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from rxflow.security.keys import format_keys, new_keys
from tests.conftest import DATA_DIR, MakeAssistant
from tests.support.clock import WEDNESDAY_MORNING, FrozenClock
from tests.support.conversation import TO_THE_QUOTE, Conversation
from tests.support.crash_checks import KINDS, inspector
from tests.support.independent_world import read_world

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_is_lost_or_doubled_in_processes_that_are_killed() -> None:
    # A process of its own: to fork, it must have no threads.
    command = [sys.executable, "-m", "bench.crash", "--kills", "6", "--rehearsals", "0", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    found = json.loads(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert found["kills"] == 6
    assert found["orders acknowledged"] > 0
    assert {kind: found[kind] for kind in KINDS} == dict.fromkeys(KINDS, 0)


class Told:
    """A conversation with an order, a case and a cancelled order, and what its patient was told."""

    def __init__(self, make_assistant: MakeAssistant, clock: FrozenClock, tmp_path: Path) -> None:
        keys = format_keys(new_keys())
        self.assistant = make_assistant(keys=SecretStr(keys), audit_head_file=tmp_path / "audit-head")
        self._inspect = inspector(read_world(DATA_DIR, WEDNESDAY_MORNING.date()), keys)
        chat = Conversation(self.assistant, "patient_001")
        self._heard = [heard(clock(), None, chat.last.message)]
        self._replies = []
        script = (
            *TO_THE_QUOTE,
            "yes",
            "refill my metformin",
            "omeprazole",
            "yes",
            "H-E-B",
            "yes",
            "cancel omeprazole",
            "yes",
        )
        for words in script:
            clock.wait(seconds=5)
            said = chat.say(words).message
            self._heard.append(heard(clock(), words, said))
            self._replies.append((words, said))
        self.first, self.second = sorted(chat.orders(), key=lambda order: order.created_at)
        self.case = self.assistant.services.cases.for_patient("patient_001")[0].case_id
        self.session_id = chat.session_id
        assert (self.first.status, self.second.status) == ("SUBMITTED", "CANCELLED")

    def faults(self, **changed: Any) -> set[str]:
        told = {
            "session_id": self.session_id,
            "patient_id": "patient_001",
            "most_orders": {"RX100101": 1, "RX100103": 1},
            "orders": [self.first.order_id, self.second.order_id],
            "cancelled": [self.second.order_id],
            "cases": [self.case],
            "replies": self._replies,
            "heard": self._heard,
            "unanswered": [],
        }
        return set(self._inspect(self.assistant, {**told, **changed})["faults"])

    def tamper(self, *statements: str) -> None:
        """Change the file behind the store's back, whatever would refuse it."""
        with closing(sqlite3.connect(self.assistant.settings.database_url.removeprefix("sqlite:///"))) as file:
            for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                file.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                file.execute(statement)
            file.commit()


def heard(at: datetime, said: str | None, reply: str) -> dict[str, str | None]:
    return {"at": at.isoformat(), "said": said, "reply": reply}


@pytest.fixture
def told(make_assistant: MakeAssistant, clock: FrozenClock, tmp_path: Path) -> Told:
    return Told(make_assistant, clock, tmp_path)


def test_nothing_is_found_where_nothing_is_wrong(told: Told) -> None:
    assert told.faults() == set()


@pytest.mark.parametrize(
    ("statements", "kinds"),
    [
        (("DELETE FROM orders WHERE status = 'SUBMITTED'",), {"orders lost", "stock off"}),
        (("DELETE FROM consents",), {"orders lost"}),
        (("UPDATE orders SET status = 'SUBMITTED'",), {"orders lost", "stock off"}),
        (("UPDATE orders SET status = 'CANCELLED'", "DELETE FROM reserved_stock"), {"orders lost"}),
        (("DELETE FROM order_events WHERE number = 1",), {"orders lost"}),
        (("UPDATE order_events SET status = 'READY' WHERE status = 'SUBMITTED'",), {"orders lost"}),
        (("UPDATE reserved_stock SET fills = fills + 1",), {"stock off"}),
        (("DELETE FROM turns WHERE number = 4",), {"turns lost or doubled"}),
        (("DELETE FROM case_steps", "DELETE FROM cases"), {"cases lost or doubled"}),
        (
            (
                "INSERT INTO cases (case_id, patient_ref, session_id, route, rx_ref, reason_ref, urgent, created_at,"
                " status, sealed) SELECT 'CS-AGAIN', patient_ref, session_id, route, rx_ref, reason_ref, urgent,"
                " created_at, status, sealed FROM cases",
            ),
            {"cases lost or doubled"},
        ),
        (("UPDATE audit_events SET mac = x'00' WHERE sequence = 3",), {"audit chain broken"}),
        (("DELETE FROM audit_events", "DELETE FROM audit_head"), {"audit chain broken"}),
    ],
)
def test_what_is_wrong_is_found(told: Told, statements: tuple[str, ...], kinds: set[str]) -> None:
    told.tamper(*statements)

    assert told.faults() - {"unsound"} == kinds


def test_more_orders_than_were_wanted_are_found(told: Told) -> None:
    assert told.faults(most_orders={"RX100101": 1}) == {"orders doubled"}
